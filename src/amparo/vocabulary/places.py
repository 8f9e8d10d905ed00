"""States, peoples, cities and regions named in a text, each with the state it belongs to.

Found by exact words, longest first; a lower-case «turkey» or «polish» is never one. The names are those of `gazetteer`.
"""

import re
from dataclasses import dataclass

from .gazetteer import Kind, Place, gazetteer, stops
from .phrases import Found

_LONGEST_HEADLINE = 160
_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_][\w'’-]*)")
_PREVIOUS_WORD = re.compile(r"([^\W\d_][\w'’-]*)[ \u00a0]$")
# Small words that open a sentence or a headline; a capital on them does not make a name.
_OPENERS = frozenset({
    "a", "after", "against", "an", "and", "around", "at", "before", "beyond", "but", "by", "despite", "during", "for", "from", "if", "in",
    "inside", "into", "near", "of", "off", "on", "or", "our", "over", "outside", "since", "so", "that", "the", "their", "these", "this", "to",
    "toward", "towards", "under", "until", "via", "when", "where", "while", "with", "within", "without", "в", "и", "из", "на", "о", "по", "с",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMatch:
    """One place or people named: ``text[start:end] == words``. ``state`` is the ISO 3166-1 alpha-2 code of the state, None where the
    name belongs to several («Korean», «Central Asia») or to authorities that are not a state's (``regions.csv``).
    """

    start: int
    end: int
    words: str
    state: str | None
    kind: Kind


def find_places(text: str, language: str = "en") -> tuple[PlaceMatch, ...]:
    """The places in ``text``, in order, none overlapping another; offsets are into ``text`` as it is.

    English names are found in any text; ``language`` (ISO 639-1) adds the names of that language: Russian with case endings,
    others as CLDR writes them.
    """
    found: list[PlaceMatch] = []
    for one in gazetteer(language).find(text):
        if not (_is_small_word(text, one) or _is_person(text, one) or _is_us_georgia(text, one, found)):
            state, kind = one.value
            found.append(PlaceMatch(start=one.start, end=one.end, words=one.words, state=state, kind=kind))
    return tuple(found)


def _is_small_word(text: str, one: Found[Place]) -> bool:
    """«us» in a line of capitals («HELP US»)."""
    return one.words == "US" and _line(text, one).isupper() and len(_line(text, one).split()) > 2


def _is_person(text: str, one: Found[Place]) -> bool:
    """Part of a person's name («Jordan Lee», «Jack London»): a name that people bear too, beside another capitalised word; in a headline,
    where every word has its capital, that tells nothing.
    """
    if one.words not in stops("alone") or _is_headline(_line(text, one)):
        return False
    after = _NEXT_WORD.match(text, one.end)
    if after and _is_capitalised(after[1]):
        return True
    before = _PREVIOUS_WORD.search(text, max(0, one.start - 40), one.start)
    return bool(before and _is_capitalised(before[1]) and before[1].lower() not in _OPENERS)


def _is_us_georgia(text: str, one: Found[Place], before: list[PlaceMatch]) -> bool:
    """«Atlanta, Georgia»: the American state, which no rule here needs."""
    last = before[-1] if before else None
    return one.words == "Georgia" and last is not None and last.state == "US" and text[last.end : one.start] == ", "


def _line(text: str, one: Found[Place]) -> str:
    """The line on which a match stands, of a very long one only what is near."""
    first, last = max(0, one.start - _LONGEST_HEADLINE), one.end + _LONGEST_HEADLINE
    before, after = text[first : one.start].rpartition("\n")[2], text[one.end : last].partition("\n")[0]
    return before + text[one.start : one.end] + after


def _is_headline(line: str) -> bool:
    """Whether all words of a short line but the small ones have a capital."""
    words = [word for word in re.findall(r"[^\W\d_]{2,}", line) if word not in _OPENERS]
    return len(line) < _LONGEST_HEADLINE and len(words) > 2 and all(word[0].isupper() for word in words)


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and not word.isupper()
