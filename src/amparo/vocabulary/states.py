"""States and territories of ISO 3166-1: their names in the languages of the field, and when they belonged to which body.

Names come from ``data/states.csv`` (with their source) and ``data/state_names.csv`` (Unicode CLDR).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from amparo.model import Edtf

from .phrases import plain_letters
from .tables import cells, rows, unknown

Body = Literal["EU", "COE", "CIS", "SCO", "CSTO"]
_BODIES: tuple[Body, ...] = ("EU", "COE", "CIS", "SCO", "CSTO")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state or territory. ``code`` is ISO 3166-1 alpha-2 (XK for Kosovo), ``name`` its English short name.

    ``names_ru`` are Russian names, the usual one first; ``names_local`` are romanised. ``*_to`` is the last day of membership;
    a pair of None means never a member. ``services`` are names of security services as the field gives them.
    """

    code: str
    iso3: str
    name: str
    other_names: tuple[str, ...]
    demonyms: tuple[str, ...]
    names_ru: tuple[str, ...]
    names_local: tuple[str, ...]
    capitals: tuple[str, ...]
    un_member: bool
    interpol_member: bool
    eu_from: Edtf | None
    eu_to: Edtf | None
    coe_from: Edtf | None
    coe_to: Edtf | None
    cis_from: Edtf | None
    cis_to: Edtf | None
    sco_from: Edtf | None
    sco_to: Edtf | None
    csto_from: Edtf | None
    csto_to: Edtf | None
    services: tuple[str, ...]
    notes: str

    @property
    def name_ru(self) -> str:
        """The usual Russian name."""
        return self.names_ru[0]


@cache
def _by_code() -> dict[str, State]:
    return {row["code"]: _state(row) for row in rows("states.csv")}


def _state(row: dict[str, str]) -> State:
    def when(column: str) -> Edtf | None:
        return Edtf(row[column]) if row[column] else None

    return State(
        code=row["code"],
        iso3=row["iso3"],
        name=row["name"],
        other_names=cells(row["other_names"]),
        demonyms=cells(row["demonyms"]),
        names_ru=cells(row["name_ru"]),
        names_local=cells(row["name_local"]),
        capitals=cells(row["capitals"]),
        un_member=row["un_member"] == "yes",
        interpol_member=row["interpol_member"] == "yes",
        eu_from=when("eu_from"),
        eu_to=when("eu_to"),
        coe_from=when("coe_from"),
        coe_to=when("coe_to"),
        cis_from=when("cis_from"),
        cis_to=when("cis_to"),
        sco_from=when("sco_from"),
        sco_to=when("sco_to"),
        csto_from=when("csto_from"),
        csto_to=when("csto_to"),
        services=cells(row["security_services"]),
        notes=row["notes"],
    )


def states() -> tuple[State, ...]:
    """All states and territories, in the order of the data."""
    return tuple(_by_code().values())


def state(code: str) -> State:
    """The state with that ISO 3166-1 alpha-2 code. Raises `UnknownCode` with codes that look like it."""
    found = _by_code().get(code)
    if found is None:
        raise unknown("states", code, tuple(_by_code()))
    return found


def members(body: Body, on: date) -> tuple[str, ...]:
    """Codes of the states that belonged to ``body`` on that day, in alphabetical order. Raises `UnknownCode` for another body.

    Where the data know only the year in which a membership ended, the whole year counts as membership.
    """
    if body not in _BODIES:
        raise unknown("bodies", body, _BODIES)
    return tuple(sorted(one.code for one in states() if _belongs(one, body, on)))


def _belongs(one: State, body: Body, on: date) -> bool:
    first, last = getattr(one, f"{body.lower()}_from"), getattr(one, f"{body.lower()}_to")
    return first is not None and first.earliest <= on and (last is None or on <= last.latest)


@cache
def names_in(language: str) -> tuple[tuple[str, str], ...]:
    """Pairs of name and code in one language, by ISO 639-1 code («tr», «tg» …), out of CLDR; empty where there are none."""
    return tuple((row["name"], row["code"]) for row in rows("state_names.csv") if row["language"] == language)


def code_of(words: str) -> str | None:
    """The code of the state that ``words`` are a name of: any name in any language of the data, or an ISO code in capitals.

    Case, accents and a leading «the» do not matter («türkiye», «Turkey», «TUR», «Турция», «the Netherlands»). None for anything
    else, and for a name that two states share («Congo»).
    """
    asked = words.strip()
    if asked in _by_code():
        return asked
    return _codes().get(_fold(asked.removeprefix("the ").removeprefix("The ")))


@cache
def _codes() -> dict[str, str | None]:
    """Folded name → code; None where two states share it."""
    found: dict[str, str | None] = {}
    for name, code in _all_names():
        key = _fold(name)
        found[key] = code if found.get(key, code) == code else None
    return found


def _all_names() -> Iterator[tuple[str, str]]:
    for one in states():
        for name in (one.name, one.iso3, *one.other_names, *one.names_ru, *one.names_local):
            yield name, one.code
    for row in rows("state_names.csv"):
        yield row["name"], row["code"]


def _fold(name: str) -> str:
    letters = plain_letters(name).casefold().replace("&", "and").replace("’", "'")
    return " ".join("".join(letter if letter.isalnum() else " " for letter in letters).split())
