"""Institutions named in a text: non-governmental and intergovernmental bodies, courts, media, parties and movements.

These are never persons. Data: ``data/organisations.csv``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .phrases import Phrases, headline
from .tables import cells, rows, unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One institution. ``kind`` is ngo, media, igo, court or movement.

    ``state`` of a party or movement is the state that pursues it; of others where they sit, where that is plain.
    """

    code: str
    name: str
    forms: tuple[str, ...]
    kind: str
    state: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationMatch:
    """One institution named: ``text[start:end] == words``."""

    start: int
    end: int
    words: str
    organisation: Organisation


@cache
def _by_code() -> dict[str, Organisation]:
    return {
        row["code"]: Organisation(
            code=row["code"],
            name=row["name"],
            forms=cells(row["forms"]),
            kind=row["kind"],
            state=row["state"] or None,
        )
        for row in rows("organisations.csv")
    }


def organisations() -> tuple[Organisation, ...]:
    """All institutions in the order of the data."""
    return tuple(_by_code().values())


def organisation(code: str) -> Organisation:
    """The institution with that code. Raises `UnknownCode` with codes that look like it."""
    found = _by_code().get(code)
    if found is None:
        raise unknown("organisations", code, tuple(_by_code()))
    return found


def find_organisations(text: str) -> tuple[OrganisationMatch, ...]:
    """The institutions in ``text``, in order, none overlapping another. One-word forms are found only as written («EU», not «eu»)."""
    return tuple(
        OrganisationMatch(start=one.start, end=one.end, words=one.words, organisation=one.value)
        for one in _phrases().find(text)
    )


@cache
def _phrases() -> Phrases[Organisation]:
    return Phrases(_entries())


def _entries() -> Iterator[tuple[str, Organisation]]:
    for one in organisations():
        for form in one.forms:
            spellings = headline(form) if " " in form else {form}
            yield from ((spelling, one) for spelling in spellings)
