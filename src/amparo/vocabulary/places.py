"""States, peoples, cities and regions named in a text, each with the state it belongs to.

Found by exact words, longest first (`phrases`); a lower-case «turkey» or «polish» is never one. Data: ``states.csv``, ``regions.csv``,
``cities_by_hand.csv``, ``cities.csv`` (GeoNames), ``state_names.csv`` (CLDR), ``demonyms_ru.csv``; ``place_stops.csv`` lists names that are
more often something else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from .phrases import Found, Phrases, headline
from .russian import adjective_forms, case_forms, people_forms
from .states import names_in, states
from .tables import cells, rows

Kind = Literal["name", "demonym", "capital", "city", "region"]

_LONGEST_HEADLINE = 160
_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_][\w'’-]*)")
_PREVIOUS_WORD = re.compile(r"([^\W\d_][\w'’-]*)[ \u00a0]$")
# Small words that open a sentence or a headline; a capital on them does not make a name.
_OPENERS = frozenset(
    "a after against an and around at before beyond but by despite during for from if in inside into near of off on or our over "
    "outside since so that the their these this to toward towards under until via when where while with within without".split()
)
_INITIAL_CAPITALS = frozenset({"US", "USA", "UK", "UAE", "DRC", "ROK", "DPRK", "PRC"})


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


_Value = tuple[str | None, Kind]


def find_places(text: str, language: str = "en") -> tuple[PlaceMatch, ...]:
    """The places in ``text``, in order, none overlapping another; offsets are into ``text`` as it is.

    English names are found in any text; ``language`` (ISO 639-1) adds the names of that language: Russian with case endings,
    others as CLDR writes them.
    """
    found: list[PlaceMatch] = []
    for one in _phrases(language).find(text):
        if not (_is_small_word(text, one) or _is_person(text, one) or _is_us_georgia(text, one, found)):
            state, kind = one.value
            found.append(PlaceMatch(start=one.start, end=one.end, words=one.words, state=state, kind=kind))
    return tuple(found)


def _is_small_word(text: str, one: Found[_Value]) -> bool:
    """«us» in a line of capitals («HELP US»)."""
    return one.words == "US" and _line(text, one).isupper() and len(_line(text, one).split()) > 2


def _is_person(text: str, one: Found[_Value]) -> bool:
    """Part of a person's name («Jordan Lee», «Jack London»): a name that people bear too, beside another capitalised word; in a headline,
    where every word has its capital, that tells nothing.
    """
    if one.words not in _stops("alone") or _is_headline(_line(text, one)):
        return False
    after = _NEXT_WORD.match(text, one.end)
    if after and _is_capitalised(after[1]):
        return True
    before = _PREVIOUS_WORD.search(text, max(0, one.start - 40), one.start)
    return bool(before and _is_capitalised(before[1]) and before[1].lower() not in _OPENERS)


def _is_us_georgia(text: str, one: Found[_Value], before: list[PlaceMatch]) -> bool:
    """«Atlanta, Georgia»: the American state, which no rule here needs."""
    last = before[-1] if before else None
    return one.words == "Georgia" and last is not None and last.state == "US" and text[last.end : one.start] == ", "


def _line(text: str, one: Found[_Value]) -> str:
    """The line on which a match stands."""
    end = text.find("\n", one.end)
    return text[text.rfind("\n", 0, one.start) + 1 : end if end >= 0 else len(text)]


def _is_headline(line: str) -> bool:
    """Whether all longer words of a short line have a capital."""
    words = [word for word in re.findall(r"[^\W\d_]+", line[:_LONGEST_HEADLINE]) if len(word) > 3]
    return len(line) < _LONGEST_HEADLINE and len(words) > 2 and all(word[0].isupper() for word in words)


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and not word.isupper()


@cache
def _stops(rule: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("place_stops.csv") if row["rule"] == rule)


@cache
def _phrases(language: str) -> Phrases[_Value]:
    """The scanner of one language. Earlier entries win: states before capitals, what was written by hand before GeoNames."""
    return Phrases(_shared_demonyms(tuple(_entries(language))))


def _shared_demonyms(entries: tuple[tuple[str, _Value], ...]) -> Iterator[tuple[str, _Value]]:
    """The entries; a name of one kind that two states share gets no state («Korean», «Congo»)."""
    owners: dict[tuple[str, Kind], set[str | None]] = {}
    for words, (state, kind) in entries:
        owners.setdefault((words, kind), set()).add(state)
    for words, (state, kind) in entries:
        yield words, (state if len(owners[words, kind]) == 1 else None, kind)


def _entries(language: str) -> Iterator[tuple[str, _Value]]:
    yield from _english()
    if language == "ru":
        yield from _russian()
    elif language != "en":
        for name, code in names_in(language):
            yield from ((spelling, (code, "name")) for spelling in headline(name))


def _english() -> Iterator[tuple[str, _Value]]:
    for one in states():
        for name in (one.name, *one.other_names):
            yield from _spelled(name, one.code, "name")
        for word in one.demonyms:
            for form in (word, _plural(word)):
                yield from _spelled(form, one.code, "demonym")
    for one in states():
        for name in one.capitals:
            yield from _spelled(name, one.code, "capital")
    for row in rows("regions.csv"):
        for name in cells(row["forms"]):
            yield from _spelled(name, row["state"] or None, "region")
        for word in cells(row["demonyms"]):
            yield from _spelled(word, row["state"] or None, "demonym")
    for row in rows("cities_by_hand.csv"):
        for name in cells(row["forms"]):
            yield from _spelled(name, row["state"], "city")
    for row in rows("cities.csv"):
        if row["name"] not in _stops("never"):
            yield from _spelled(row["name"], row["state"], "city")


def _spelled(name: str, state: str | None, kind: Kind) -> Iterator[tuple[str, _Value]]:
    spellings = (name,) if name in _INITIAL_CAPITALS else headline(name)
    yield from ((spelling, (state, kind)) for spelling in spellings)


def _plural(demonym: str) -> str:
    """The plural of an English name for a person; the word itself where it has none («Chinese», «Polish»)."""
    if demonym.endswith(("man", "woman")) and demonym not in {"German", "Oman"}:
        return demonym[:-2] + "en"
    return demonym if demonym.endswith(("s", "sh", "ch", "ese", "z")) else demonym + "s"


def _russian() -> Iterator[tuple[str, _Value]]:
    for one in states():
        for name in one.names_ru:
            yield from _declined(name, one.code, "name")
    for row in rows("capitals_ru.csv"):
        yield from _declined(row["name"], row["state"], "capital")
    for row in rows("regions.csv"):
        for name in cells(row["names_ru"]):
            yield from _declined(name, row["state"] or None, "region")
    for row in rows("cities_by_hand.csv"):
        for name in cells(row["names_ru"]):
            yield from _declined(name, row["state"], "city")
    for row in rows("demonyms_ru.csv"):
        adjectives = (form for stem in cells(row["adjective"]) for form in adjective_forms(stem))
        people = (form for noun in cells(row["people"]) for form in people_forms(noun))
        for form in (*adjectives, *people):
            yield from ((spelling, (row["state"], "demonym")) for spelling in (form, form.capitalize(), form.upper()))


def _declined(name: str, state: str | None, kind: Kind) -> Iterator[tuple[str, _Value]]:
    for form in case_forms(name):
        yield from _spelled(form, state, kind)
