"""A text without what a reader of it does not see: hidden and control characters, letters of another alphabet that look alike.

Such characters come from copying, scanning, and from people who want to be read and not found. An engine reads the clean text; what it
finds is quoted from the text as it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar
from unicodedata import normalize

from amparo.model import Document, Extraction, Passage
from amparo.vocabulary.languages import script_of

__all__ = ["Clean", "clean"]

T = TypeVar("T")

# Unicode's control and format characters (Cc, Cf) but line feed, tab and carriage return; of Cf those that stand in running text.
_HIDDEN = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
)
_MARKS = r"\u0300-\u036f"
_TO_CLEAN = re.compile(f"[{_HIDDEN}{_MARKS}]")
_PIECE = re.compile(rf"[^{_MARKS}][{_MARKS}]+|.", re.DOTALL)
_DROPPED = re.compile(f"[{_HIDDEN}]")
_LATIN, _CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 60  # letters of a word that is looked at; longer ones are no words
_LATIN_LETTERS, _CYRILLIC_LETTERS = "aceikopxyABCEHIKMOPTXY", "асеікорхуАВСЕНІКМОРТХУ"
_ALIKE = {
    "Latin": str.maketrans(_CYRILLIC_LETTERS, _LATIN_LETTERS),
    "Cyrillic": str.maketrans(_LATIN_LETTERS, _CYRILLIC_LETTERS),
}


@dataclass(frozen=True, slots=True)
class Clean:
    """A document as an engine should read it. Character ``n`` of its text is ``[starts[n], ends[n])`` of the ``original``."""

    document: Document
    original: Document
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def restored(self, found: Extraction) -> Extraction:
        """What was found in the clean text, quoted from the original."""
        return self._restored(found) if self.starts else found

    def _restored(self, value: T) -> T:
        """``value`` with every passage in it, however deep, quoted anew."""
        restored: Any = value
        if isinstance(value, Passage):
            restored = self.original.cite(self.starts[value.start], self.ends[value.end - 1])
        elif isinstance(value, tuple):
            restored = tuple(map(self._restored, value))
        elif is_dataclass(value) and not isinstance(value, type):
            restored = replace(
                value, **{each.name: self._restored(getattr(value, each.name)) for each in fields(value)}
            )
        return restored  # type: ignore[no-any-return]  # rebuilt with the type it had


def clean(document: Document) -> Clean:
    """``document`` as it should be read; the same, at no cost, where there is nothing to clean."""
    text = _one_script(document.text)
    if not _TO_CLEAN.search(text):
        places = () if text == document.text else tuple(range(len(text)))
        ends = tuple(place + 1 for place in places)
        return Clean(replace(document, text=text), document, places, ends)
    kept = [piece for piece in _pieces(text) if piece[0]]
    letters = "".join(letter for letter, _, _ in kept)
    starts, ends = tuple(start for _, start, _ in kept), tuple(end for _, _, end in kept)
    return Clean(replace(document, text=letters), document, starts, ends)


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """Each character with its place in ``text``: none for a hidden one, one for a letter written with its mark as two; a
    mark that makes no letter with the one before stays a character of its own.
    """
    for piece in _PIECE.finditer(text):
        composed = normalize("NFC", piece.group())
        if len(composed) == 1:
            yield "" if _DROPPED.match(composed) else composed, piece.start(), piece.end()
        else:
            for place in range(piece.start(), piece.end()):
                yield "" if _DROPPED.match(text[place]) else text[place], place, place + 1


def _one_script(text: str) -> str:
    """``text`` with words that mix two alphabets written in that of the text, as far as letters look alike; of the same length."""
    if not (_LATIN.search(text) and _CYRILLIC.search(text)):
        return text
    alike = _ALIKE.get(script_of(text) or "")
    return text if alike is None else _WORD.sub(lambda word: _unmixed(word.group(), alike), text)


def _unmixed(word: str, alike: dict[int, int]) -> str:
    mixed = not word.isascii() and len(word) <= _LONGEST and _LATIN.search(word) and _CYRILLIC.search(word)
    return word.translate(alike) if mixed else word
