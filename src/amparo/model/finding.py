"""What the law says: of one state on one day, and of a claim that a text makes about the law."""

from dataclasses import dataclass
from enum import StrEnum

from .edtf import Edtf


class Outcome(StrEnum):
    """Whether a norm binds a state on a date. No data is `UNKNOWN`, never «not bound»."""

    BOUND = "bound"
    NOT_BOUND = "not_bound"
    UNCERTAIN = "uncertain"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """How a text's claim about the law stands against the data."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    UNCERTAIN = "uncertain"
    NOT_COVERED = "not_covered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Whether one line of law binds one state on one date, and why.

    ``instrument`` and ``article`` name the line; ``rule`` is its short wording; ``on`` is the date asked about (None: not known);
    ``because`` is the chain of reasons; ``reservation`` is printed beside the line. ``confidence`` (high, medium, low), ``basis``
    and ``source_url`` come from the data row; ``as_of`` is the month up to which the row was kept.
    """

    instrument: str
    name: str
    article: str
    rule: str
    kind: str
    scope: str
    state: str
    on: Edtf | None
    outcome: Outcome
    because: tuple[str, ...]
    reservation: str = ""
    source_url: str = ""
    confidence: str = ""
    basis: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LawCheck:
    """A text's claim about the law held against the data. ``claim`` is the id of the `LawClaim`; ``on`` the date it was checked for."""

    claim: str
    verdict: Verdict
    on: Edtf | None
    because: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
