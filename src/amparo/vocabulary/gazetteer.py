"""The names by which `places` knows states, peoples, cities and regions, spelled out for the scanner, one list a language.

Data: ``states.csv``, ``regions.csv``, ``cities_by_hand.csv``, ``cities.csv`` (GeoNames), ``state_names.csv`` (CLDR), and for Russian
``capitals_ru.csv`` and ``demonyms_ru.csv``; ``place_stops.csv`` lists names that are more often something else.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from .phrases import Phrases, headline
from .russian import adjective_forms, case_forms, people_forms
from .states import names_in, states
from .tables import cells, rows

Kind = Literal["name", "demonym", "capital", "city", "region"]
Place = tuple[str | None, Kind]
_Entry = tuple[str, Place]

# Names found only as written: in a line of capitals, or in small letters, they would be another word.
_ONLY_AS_WRITTEN = frozenset({"US", "USA", "UK", "UAE", "DRC", "ROK", "DPRK", "PRC"})


@cache
def stops(rule: str) -> frozenset[str]:
    """The words to which a rule of ``place_stops.csv`` applies: «never» (not a place) or «alone» (not beside another name)."""
    return frozenset(row["word"] for row in rows("place_stops.csv") if row["rule"] == rule)


@cache
def gazetteer(language: str) -> Phrases[Place]:
    """The scanner for the places of one language (ISO 639-1), English names always among them.

    Where one spelling has several meanings the first stays: states, then capitals, regions, what was written by hand, GeoNames.
    A name of one kind that two states share gets no state («Korean», «Congo»).
    """
    entries = tuple(_entries(language))
    owners: dict[tuple[str, Kind], set[str | None]] = {}
    for words, (state, kind) in entries:
        owners.setdefault((words, kind), set()).add(state)
    return Phrases(
        (words, (state if len(owners[words, kind]) == 1 else None, kind)) for words, (state, kind) in entries
    )


def _entries(language: str) -> Iterator[_Entry]:
    yield from _states()
    yield from _regions("forms", "demonyms")
    yield from _cities()
    if language == "ru":
        yield from _russian()
    elif language != "en":
        for name, code in names_in(language):
            yield from _spelled(name, code, "name")


def _spelled(name: str, state: str | None, kind: Kind) -> Iterator[_Entry]:
    spellings = (name,) if name in _ONLY_AS_WRITTEN else headline(name)
    yield from ((spelling, (state, kind)) for spelling in spellings)


def _states() -> Iterator[_Entry]:
    for one in states():
        for name in (one.name, *one.other_names):
            yield from _spelled(name, one.code, "name")
        for word in one.demonyms:
            yield from _spelled(word, one.code, "demonym")
            yield from _spelled(_plural(word), one.code, "demonym")
    for one in states():
        for name in one.capitals:
            yield from _spelled(name, one.code, "capital")


def _plural(demonym: str) -> str:
    """The plural of an English name for a person; the word itself where it has none («Chinese», «Polish»)."""
    if demonym.endswith("man") and demonym != "German":
        return demonym[:-2] + "en"
    return demonym if demonym.endswith(("s", "sh", "ch", "ese", "z")) else demonym + "s"


def _regions(names: str, demonyms: str) -> Iterator[_Entry]:
    for row in rows("regions.csv"):
        for name in cells(row[names]):
            yield from _spelled(name, row["state"] or None, "region")
        for word in cells(row[demonyms]):
            yield from _spelled(word, row["state"] or None, "demonym")


def _cities() -> Iterator[_Entry]:
    for row in rows("cities_by_hand.csv"):
        for name in cells(row["forms"]):
            yield from _spelled(name, row["state"], "city")
    for row in rows("cities.csv"):
        if row["name"] not in stops("never"):
            yield from _spelled(row["name"], row["state"], "city")


def _russian() -> Iterator[_Entry]:
    for one in states():
        for name in one.names_ru:
            yield from _declined(name, one.code, "name")
    for row in rows("capitals_ru.csv"):
        yield from _declined(row["name"], row["state"], "capital")
    for table, kind in (("regions.csv", "region"), ("cities_by_hand.csv", "city")):
        for row in rows(table):
            for name in cells(row["names_ru"]):
                yield from _declined(name, row["state"] or None, "region" if kind == "region" else "city")
    yield from _russian_demonyms()


def _russian_demonyms() -> Iterator[_Entry]:
    for row in rows("demonyms_ru.csv"):
        adjectives = (form for stem in cells(row["adjective"]) for form in adjective_forms(stem))
        people = (form for noun in cells(row["people"]) for form in people_forms(noun))
        for form in (*adjectives, *people):
            yield from ((spelling, (row["state"], "demonym")) for spelling in (form, form.capitalize(), form.upper()))


def _declined(name: str, state: str | None, kind: Kind) -> Iterator[_Entry]:
    for form in case_forms(name):
        yield from _spelled(form, state, kind)
