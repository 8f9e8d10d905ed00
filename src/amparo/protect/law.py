"""The lines of law: one article of one instrument each, with what it asks, of whom and since when (``data/instruments.csv``)."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from amparo.model import Edtf
from amparo.vocabulary.tables import cells, unknown

from .tables import edtf, rows

AS_OF = Edtf("2025-01")  # up to which the table of instruments was kept; rows of participation carry their own


class Kind(StrEnum):
    """What kind of instrument a line belongs to."""

    GLOBAL = "global"
    PROCEDURE = "procedure"
    REGIONAL = "regional"
    EU = "eu"
    INTERPOL = "interpol"
    DOMESTIC = "domestic"
    CUSTOM = "custom"
    ENABLING = "enabling"


class Scope(StrEnum):
    """How far a line protects, in the order in which findings are listed; what eases a transfer comes last."""

    ABSOLUTE = "absolute"
    REFUGEE = "refugee"
    QUALIFIED = "qualified"
    PROCEDURAL = "procedural"
    PROCEDURE = "procedure"
    CONTEXT = "context"
    ENABLES_TRANSFER = "enables_transfer"


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentLine:
    """One article of one instrument; ``code`` and ``article`` together name it.

    ``main`` marks the line that stands for its instrument. ``state`` is the ISO code of the state whose law it is (domestic law only),
    ``circle`` the body whose members alone can be party, where that is so. ``in_force`` is the first day as law, ``applies_from``
    the first day applied where that is later, ``until`` the first day no longer law for any state. ``applies_to`` holds codes of acts.
    """

    code: str
    article: str
    main: bool
    name: str
    kind: Kind
    scope: Scope
    state: str | None
    circle: str | None
    adopted: Edtf | None
    in_force: Edtf | None
    applies_from: Edtf | None
    until: Edtf | None
    applies_to: tuple[str, ...]
    rule: str
    notes: str
    source_url: str
    confidence: str

    @property
    def begins(self) -> Edtf | None:
        """First day on which it can bind anybody; None where the data do not say."""
        return self.applies_from or self.in_force

    @property
    def is_risk(self) -> bool:
        """Whether it eases a transfer instead of barring it."""
        return self.kind is Kind.ENABLING

    @property
    def bars_transfer(self) -> bool:
        """Whether it forbids a transfer without weighing it against anything: for everybody, or for refugees."""
        return self.scope in (Scope.ABSOLUTE, Scope.REFUGEE)

    @property
    def says_there_is_none(self) -> bool:
        """Whether the line records that the state has no law of this kind (codes that begin with «NONE-»)."""
        return self.code.startswith("NONE-")


@cache
def instruments() -> tuple[InstrumentLine, ...]:
    """All lines in the order of the data: treaties, custom, regional and Union law, Interpol, enabling treaties, domestic law."""
    return tuple(_line(row) for row in rows("instruments.csv"))


@cache
def _by_code() -> dict[str, tuple[InstrumentLine, ...]]:
    codes = dict.fromkeys(line.code for line in instruments())
    return {code: tuple(line for line in instruments() if line.code == code) for code in codes}


def codes() -> tuple[str, ...]:
    """The codes of all instruments, in the order of the data."""
    return tuple(_by_code())


def instrument(code: str) -> tuple[InstrumentLine, ...]:
    """The lines of one instrument, in the order of its articles. Raises `UnknownCode` with codes that look like it."""
    found = _by_code().get(code)
    if found is None:
        raise unknown("instruments", code, codes())
    return found


def main_line(code: str) -> InstrumentLine:
    """The line that stands for the instrument: of the Convention on Human Rights article 3. Raises `UnknownCode`."""
    return next(line for line in instrument(code) if line.main)


def _line(row: dict[str, str]) -> InstrumentLine:
    return InstrumentLine(
        code=row["code"],
        article=row["article"],
        main=row["main"] == "yes",
        name=row["name"],
        kind=Kind(row["kind"]),
        scope=Scope(row["scope"]),
        state=row["state"] or None,
        circle=row["circle"] or None,
        adopted=edtf(row["adopted"]),
        in_force=edtf(row["in_force"]),
        applies_from=edtf(row["applies_from"]),
        until=edtf(row["until"]),
        applies_to=cells(row["applies_to"]),
        rule=row["short_rule"],
        notes=row["notes"],
        source_url=row["source_url"],
        confidence=row["confidence"],
    )
