"""Security services, police, prosecutors, ministries and migration services named in a text (``data/agencies.csv``).

A name says whom the text means; it is no proof of responsibility.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .phrases import Phrases, anywhere, headline
from .tables import cells, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """One body, or one ordinary phrase for such bodies (kind ``generic``: «police», «security services»).

    ``states`` are all states that have a body of that name (GKNB: Tajikistan and Kyrgyzstan); the text around decides which is meant.
    ``kind`` is security, intelligence, police, ministry, prosecutor, migration, border, military, court, prison or generic.
    """

    name: str
    forms: tuple[str, ...]
    states: tuple[str, ...]
    kind: str

    @property
    def state(self) -> str | None:
        """The only state that has a body of that name, else None."""
        return self.states[0] if len(self.states) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyMatch:
    """One agency named: ``text[start:end] == words``."""

    start: int
    end: int
    words: str
    agency: Agency


@cache
def agencies() -> tuple[Agency, ...]:
    """All agencies in the order of the data."""
    return tuple(
        Agency(name=row["name"], forms=cells(row["forms"]), states=cells(row["states"]), kind=row["kind"])
        for row in rows("agencies.csv")
    )


def find_agencies(text: str, own: tuple[Agency, ...] = ()) -> tuple[AgencyMatch, ...]:
    """The agencies in ``text``, in order, none overlapping another. Acronyms are found only in their own case («MIT», not «mit»).

    ``own`` are agencies that a user knows beside those of the data; of two under one name theirs is meant.
    """
    return tuple(
        AgencyMatch(start=one.start, end=one.end, words=one.words, agency=one.value) for one in _phrases(own).find(text)
    )


@cache
def _phrases(own: tuple[Agency, ...]) -> Phrases[Agency]:
    return Phrases(_entries(own))


def _entries(own: tuple[Agency, ...]) -> Iterator[tuple[str, Agency]]:
    for agency in (*own, *agencies()):
        for form in agency.forms:
            if " " not in form and agency.kind != "generic":
                yield form, agency
            else:
                spellings = anywhere(form) if agency.kind == "generic" else headline(form)
                yield from ((spelling, agency) for spelling in spellings)
