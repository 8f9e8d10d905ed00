"""Which state takes part in which treaty or Union act, and from when to when (``data/participation.csv``)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from amparo.model import Edtf

from .spans import Window, window
from .tables import edtf, rows

_MONTH = timedelta(days=30)  # CAT 27(2): in force for a later party on the thirtieth day after deposit
_QUARTER = timedelta(days=92)  # CRC-OPIC 19(2), ACHPR 65: three months after deposit, of 92 days at most


class PartyStatus(StrEnum):
    """How a state stands to an instrument.

    ``NOT_BOUND``: a member of the Union that an act leaves out. ``CONSTITUTIONAL_ONLY``: the state's own constitution makes the treaty
    apply, but it is no party (Kosovo). ``APPLIED_BY_CN``: China is the party and applies the treaty there (Hong Kong, Macao).
    ``PARTY_UNCONFIRMED``: believed to be a party, not confirmed.
    """

    PARTY = "party"
    FORMER_PARTY = "former_party"
    SIGNATORY = "signatory"
    NOT_PARTY = "not_party"
    NOT_BOUND = "not_bound"
    CONSTITUTIONAL_ONLY = "constitutional_only"
    APPLIED_BY_CN = "applied_by_CN"
    PARTY_UNCONFIRMED = "party_unconfirmed"


class DateKind(StrEnum):
    """What the date in ``from`` is the date of, which decides how exactly the first day bound is known.

    Exact: ``ENTRY_INTO_FORCE``, ``COMPUTED`` (deposit and the treaty's clause), ``APPLICATION`` (of a Union act), ``CONTINUED``,
    ``CONSTITUTION``, ``MEMBERSHIP`` (the year alone is known). Only within the year: ``SUCCESSION`` (counted from the succession
    of states), ``GENERAL`` (the treaty's own first day, the state's may be later), ``APPROXIMATE``. ``SUCCESSION_NOTIFIED``: the effect may
    reach back before the date. ``RATIFICATION``, ``DEPOSIT``: the treaty's term, three months or thirty days, comes on top.
    """

    NONE = ""
    ENTRY_INTO_FORCE = "entry_into_force"
    COMPUTED = "computed"
    APPLICATION = "application"
    CONTINUED = "continued"
    CONSTITUTION = "constitution"
    MEMBERSHIP = "membership"
    SUCCESSION = "succession"
    SUCCESSION_NOTIFIED = "succession_notified"
    GENERAL = "general"
    APPROXIMATE = "approximate"
    RATIFICATION = "ratification"
    DEPOSIT = "deposit"
    UNKNOWN = "unknown"


_WHOLE_YEAR = frozenset({DateKind.SUCCESSION, DateKind.APPROXIMATE})
_REST_OF_YEAR = frozenset({DateKind.GENERAL, DateKind.RATIFICATION})
_TERM = {DateKind.RATIFICATION: _QUARTER, DateKind.DEPOSIT: _MONTH}


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """One row: how ``state`` (ISO code) stands to ``instrument``, as of ``as_of``.

    ``from_`` and ``to`` bound the time of being bound; ``to`` is the first day no longer bound. ``signed`` and ``deposited`` are history,
    ``notes`` hold reservations, declarations and what is doubtful. A pair has several rows where a state left and came back.
    """

    state: str
    instrument: str
    status: PartyStatus
    from_: Edtf | None
    date_kind: DateKind
    to: Edtf | None
    signed: Edtf | None
    deposited: str
    notes: str
    source_url: str
    confidence: str
    basis: str
    as_of: Edtf

    @property
    def starts(self) -> Window:
        """The first day bound, as exactly as the row knows it; without a date, any day up to ``as_of``."""
        if self.from_ is None:
            return Window(first=date.min, last=self.as_of.latest)
        known = window(self.from_)
        first, last = known.first, known.last
        if self.date_kind in _WHOLE_YEAR:
            first = first.replace(month=1, day=1)
        if self.date_kind is DateKind.SUCCESSION_NOTIFIED:
            first = date.min
        if self.date_kind in _WHOLE_YEAR | _REST_OF_YEAR | {DateKind.SUCCESSION_NOTIFIED}:
            last = last.replace(month=12, day=31)
        return Window(first=first, last=last + _TERM.get(self.date_kind, timedelta()))

    @property
    def ends(self) -> Window | None:
        """The first day no longer bound, None while no end is known."""
        return window(self.to) if self.to else None


@cache
def _index() -> dict[tuple[str, str], tuple[Participation, ...]]:
    found: dict[tuple[str, str], tuple[Participation, ...]] = {}
    for one in participations():
        key = (one.state, one.instrument)
        found[key] = (*found.get(key, ()), one)
    return found


@cache
def participations() -> tuple[Participation, ...]:
    """All rows in the order of the data: by state, instrument and time."""
    return tuple(_participation(row) for row in rows("participation.csv"))


def participation(state: str, instrument: str) -> tuple[Participation, ...]:
    """The rows of one state and instrument in order of time; empty where the data have none, which means unknown."""
    return _index().get((state, instrument), ())


def _participation(row: dict[str, str]) -> Participation:
    return Participation(
        state=row["state"],
        instrument=row["instrument"],
        status=PartyStatus(row["status"]),
        from_=edtf(row["from"]),
        date_kind=DateKind(row["date_kind"]),
        to=edtf(row["to"]),
        signed=edtf(row["signed"]),
        deposited=row["deposited"],
        notes=row["notes"],
        source_url=row["source_url"],
        confidence=row["confidence"],
        basis=row["basis"],
        as_of=Edtf(row["as_of"]),
    )
