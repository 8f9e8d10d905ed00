"""Words → the pieces that an encoder knows, by the two ways in use: WordPiece (BERT) and the unigram model (SentencePiece).

Both read a word at a time and remember it, so that a long text costs little more than its different words.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

__all__ = ["Piece", "Pieces", "Unigram", "WordPiece"]

_LONGEST_WORD = 100  # characters; a longer one is no word (as in the original WordPiece)
_REMEMBERED = 50_000  # words


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: its id, and the characters ``[start, end)`` of the word it is part of."""

    id: int
    start: int
    end: int


class Pieces(Protocol):
    """A vocabulary. ``opening`` stands before a text, ``closing`` behind each sentence, ``hidden`` for a word not shown; ``nameless`` for persons."""

    @property
    def opening(self) -> int:
        """The piece before a text."""
        ...

    @property
    def closing(self) -> int:
        """The piece behind each sentence."""
        ...

    @property
    def hidden(self) -> int:
        """The piece for a word not shown."""
        ...

    @property
    def nameless(self) -> Sequence[int]:
        """The pieces that stand for persons."""
        ...

    def cut(self, text: str, start: int, end: int) -> Iterator[Piece]:
        """The pieces of ``text[start:end]``, in order."""
        ...


class WordPiece:
    """Uncased WordPiece (Devlin et al. 2019, section 3): greedy, longest piece first. ``vocabulary`` is in the order of the ids; 60 ids
    behind the last stand for persons.
    """

    _WORD = re.compile(r"\w+|[^\w\s]")

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.opening, self.closing, self.hidden = (self._ids[name] for name in ("[CLS]", "[SEP]", "[MASK]"))
        self.nameless = tuple(range(len(self._ids), len(self._ids) + 60))
        self._word = lru_cache(_REMEMBERED)(self._cut)

    def cut(self, text: str, start: int, end: int) -> Iterator[Piece]:
        """The pieces of ``text[start:end]``, in order."""
        for word in self._WORD.finditer(text, start, end):
            for number in self._word(word[0]):
                yield Piece(number, word.start(), word.end())

    def _cut(self, word: str) -> tuple[int, ...]:
        letters = unicodedata.normalize("NFD", word.lower())
        plain = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
        unknown = (self._ids["[UNK]"],)
        if len(plain) > _LONGEST_WORD:
            return unknown
        found: list[int] = []
        start = 0
        while start < len(plain):
            before = "##" if start else ""
            ends = range(len(plain), start, -1)
            end = next((end for end in ends if before + plain[start:end] in self._ids), None)
            if end is None:
                return unknown
            found.append(self._ids[before + plain[start:end]])
            start = end
        return tuple(found)


class Unigram:
    """The unigram model (Kudo 2018): of all ways to cut a word the one whose pieces are likeliest together.

    ``scores`` are the pieces and the logarithms of their probabilities, in the order of the ids; the first four are ``<s> </s> <pad> <unk>``,
    and 60 ids behind the last piece stand for persons.
    """

    _WORD = re.compile(r"\S+")
    _SPACE = "▁"

    def __init__(self, scores: Mapping[str, float]) -> None:
        self._ids = {piece: number for number, piece in enumerate(scores)}
        self._scores = dict(scores)
        self.opening, self.closing, self.hidden = 0, 1, 3
        self.nameless = tuple(range(len(scores), len(scores) + 60))
        self._longest = max(map(len, scores))
        self._unlikely = min(scores.values()) - 10  # of a letter that is no piece, as in SentencePiece
        self._word = lru_cache(_REMEMBERED)(self._cut)

    def cut(self, text: str, start: int, end: int) -> Iterator[Piece]:
        """The pieces of ``text[start:end]``, in order; a piece knows the characters it was cut from."""
        for word in self._WORD.finditer(text, start, end):
            at = word.start()
            for number, length in self._word(word[0][:_LONGEST_WORD]):
                yield Piece(number, at, at + length)
                at += length

    def _cut(self, word: str) -> tuple[tuple[int, int], ...]:
        """Ids, and how many characters of ``word`` each takes; letters are folded one by one so that the lengths stay those of the text."""
        letters = [self._SPACE, *(unicodedata.normalize("NFKC", letter) or letter for letter in word)]
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)] + [(-1e30, 0, 0)] * len(letters)
        for start in range(len(letters)):
            piece = ""
            for end in range(start + 1, len(letters) + 1):
                piece += letters[end - 1]
                if len(piece) > self._longest:
                    break
                score = self._scores.get(piece)
                if score is not None and best[start][0] + score > best[end][0]:
                    best[end] = (best[start][0] + score, start, self._ids[piece])
            if best[start][0] + self._unlikely > best[start + 1][0]:
                best[start + 1] = (best[start][0] + self._unlikely, start, self.hidden)
        found: list[tuple[int, int]] = []
        end = len(letters)
        while end > 0:
            _, start, number = best[end]
            found.append((number, end - max(start, 1)))  # the mark of a space takes no character
            end = start
        return tuple(reversed(found))
