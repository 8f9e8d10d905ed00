"""Find many fixed phrases in one pass over a text.

A phrase is a row of tokens (runs of letters and digits, or single other characters); blanks between tokens do not matter,
save that a phrase never crosses an empty line. Tokens are compared exactly, so that «US» is not «us»: a vocabulary adds the
spellings in which it wants a phrase found (`headline`, `anywhere`). The time needed does not depend on the number of phrases.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar
from unicodedata import combining, normalize

T = TypeVar("T")

_TOKEN = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+|[^\w\s]|_")
_GAP = re.compile(r"[^\S\n]*\n?[^\S\n]*")
# One character for another of the same meaning, so that offsets stay: apostrophes and hyphens of all kinds, ё as е.
_SAME = str.maketrans({**dict.fromkeys("’‘ʼʻ`´ʹ", "'"), **dict.fromkeys("‐‑–—", "-"), "ё": "е", "Ё": "Е"})

_SMALL_WORDS = frozenset({"a", "against", "and", "for", "in", "of", "on", "the", "to", "и", "по", "в"})


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """One phrase found: ``text[start:end] == words``, and the value stored with the phrase."""

    start: int
    end: int
    words: str
    value: T


class _Node(Generic[T]):
    """One step of the token tree; ``value`` is set where a phrase ends."""

    __slots__ = ("next", "value")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.value: T | None = None


class Phrases(Generic[T]):
    """Phrases with a value each. Where a phrase is given twice, the first value stays."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        for phrase, value in entries:
            node = self._root
            for token in _TOKEN.findall(normalize("NFC", phrase).translate(_SAME)):
                node = node.next.setdefault(token, _Node())
            if node is not self._root and node.value is None:
                node.value = value

    def find(self, text: str) -> Iterator[Found[T]]:
        """Every phrase in ``text`` from left to right: the longest at each place, none overlapping another."""
        plain = text.translate(_SAME)
        first = self._root.next
        reached = 0
        for token in _TOKEN.finditer(plain):
            node = first.get(_key(token.group()))
            if node is None or token.start() < reached:
                continue
            end, value = self._longest(plain, token.end(), node)
            if value is not None:
                reached = end
                yield Found(token.start(), end, text[token.start() : end], value)

    @staticmethod
    def _longest(text: str, end: int, node: _Node[T]) -> tuple[int, T | None]:
        """Follow the tree from ``node``, whose token ends at ``end``; give where the longest phrase ends, and its value."""
        best = (end, node.value)
        while node.next:
            gap = _GAP.match(text, end)
            token = _TOKEN.match(text, gap.end() if gap else end)
            following = node.next.get(_key(token.group())) if token else None
            if token is None or following is None:
                break
            node, end = following, token.end()
            if node.value is not None:
                best = (end, node.value)
        return best

    def longest_in(self, text: str) -> T | None:
        """The value of the longest phrase in ``text`` (the first of equally long ones), None where there is none."""
        found = max(self.find(text), key=lambda one: one.end - one.start, default=None)
        return None if found is None else found.value


def _key(token: str) -> str:
    """The composed form, since some files write «ü» as two characters."""
    return token if token.isascii() else normalize("NFC", token)


def plain_letters(phrase: str) -> str:
    """``phrase`` with the accents of Latin letters taken off («Türkiye» → «Turkiye») and ё written as е."""
    parts = normalize("NFD", phrase.replace("ё", "е").replace("Ё", "Е"))
    kept = [
        mark
        for place, mark in enumerate(parts)
        if not (combining(mark) and place and ("a" <= _base(parts, place).lower() <= "z"))
    ]
    return normalize("NFC", "".join(kept)).replace("ı", "i").replace("ł", "l").replace("Ł", "L")


def _base(parts: str, place: int) -> str:
    """The letter on which the combining mark at ``place`` stands."""
    while place and combining(parts[place]):
        place -= 1
    return parts[place]


def headline(phrase: str) -> frozenset[str]:
    """The spellings in which a name is found: as written, in capitals, and both without accents."""
    return frozenset(
        spelling
        for form in (phrase, plain_letters(phrase))
        for spelling in (form, form.upper(), form.replace("İ", "I"))
    )


def anywhere(phrase: str) -> frozenset[str]:
    """The spellings in which an ordinary phrase is found: small, at the start of a sentence, in a title, in capitals."""
    return frozenset(
        spelling
        for form in (phrase, plain_letters(phrase))
        for spelling in (
            form, form.lower(), form[:1].upper() + form[1:], _title(form, _SMALL_WORDS), _title(form, frozenset()), form.upper()
        )
    )  # fmt: skip


def _title(phrase: str, small: frozenset[str]) -> str:
    """``phrase`` as in a title: every word with a capital but the ``small`` ones («Ministry of the Interior»)."""
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in phrase.split(" "))
