"""Which lines of law fit an act, in which order; the room's main verb.

Which act a line speaks to stands in the data (``instruments.csv``, «applies_to»); finer acts roll up (a pushback is a deportation). Some acts are
read like another (``readings.csv``): an abduction or disappearance like a rendition, a coerced return also like a deportation. For acts that are no
transfer and that few lines speak to (detention, conviction, threats …) the findings add whether the five main treaties bind the state, and say that
this claims nothing about the act.

Left out are lines that cannot come into question: another state's law; Union law for a state outside the Union, unless the data say that the act
applied there (Schengen association, transition after withdrawal); treaties of a closed circle of states for those outside it.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from amparo.model import Edtf, Finding, Outcome
from amparo.vocabulary import acts, states
from amparo.vocabulary.tables import cells

from .bound import finding, reckon
from .law import AS_OF, InstrumentLine, Kind, Scope, instruments, main_line
from .parties import participation
from .tables import rows

MAIN_TREATIES = ("CAT", "ICCPR", "ECHR", "CED", "REF51")
NO_FIT = "No line of the data speaks of this act for this treaty: the finding says whether it binds the state, not that the act breaches it."
_BODIES: dict[str, states.Body] = {
    "CIS": "CIS",
    "SCO": "SCO",
    "CSTO": "CSTO",
}  # of the circles, those the vocabulary dates
_SCOPES = tuple(Scope)
_OUTCOMES = (Outcome.BOUND, Outcome.UNCERTAIN, Outcome.UNKNOWN, Outcome.NOT_BOUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """That lines on ``read_as`` are read for ``act`` too, and why, in one sentence."""

    act: str
    read_as: str
    because: str


@cache
def readings() -> tuple[Reading, ...]:
    """All rows in the order of the data."""
    return tuple(
        Reading(act=row["act"], read_as=row["read_as"], because=row["because"]) for row in rows("readings.csv")
    )


def assess(state: str, act: str | None, on: Edtf | None) -> tuple[Finding, ...]:
    """What binds ``state`` (ISO code) when ``act`` is done or threatened there on that date.

    ``act`` is a code of the vocabulary of acts, None for all four acts of return; ``on`` is None where no date is known. Absolute lines come
    first, then those for refugees, qualified and procedural ones, circumstances, and last the treaties that ease a transfer, labelled as a
    risk; within a scope, what binds comes first. Raises `UnknownCode` for an unknown state or act.
    """
    states.state(state)
    found = _return_lines(state, on) if act is None else _lines_on(acts.roll_up(act), state, on)
    return tuple(sorted(found, key=_rank))


def _return_lines(state: str, on: Edtf | None) -> list[Finding]:
    """The lines that speak to any of the four acts of return."""
    returns = {act.code for act in acts.acts() if act.group == "return"}
    return [
        finding(line, state, on)
        for line in instruments()
        if returns.intersection(line.applies_to) and in_question(line, state, on)
    ]


def _lines_on(act: str, state: str, on: Edtf | None) -> list[Finding]:
    """The lines that speak to ``act``, those read for it, and for other acts than transfers the main treaties."""
    read = {reading.read_as: reading for reading in readings() if reading.act == act}
    found = []
    for line in instruments():
        why = () if act in line.applies_to else tuple(read[other].because for other in line.applies_to if other in read)
        if (why or act in line.applies_to) and in_question(line, state, on):
            found.append(_explained(finding(line, state, on), why))
    if not read and not acts.is_transfer(act):
        bare = [line for line in map(main_line, MAIN_TREATIES) if act not in line.applies_to]
        found += [_explained(finding(line, state, on), (NO_FIT,)) for line in bare]
    return found


def _explained(one: Finding, why: tuple[str, ...]) -> Finding:
    """The finding with ``why`` before its reasons, but after the label of a risk."""
    label, reasons = (one.because[:1], one.because[1:]) if one.kind == Kind.ENABLING else ((), one.because)
    return replace(one, because=(*label, *why, *reasons)) if why else one


def in_question(line: InstrumentLine, state: str, on: Edtf | None) -> bool:
    """Whether the line can concern the state at all: its own law, a treaty open to it, Union law that may apply there on the date."""
    if line.kind is Kind.DOMESTIC:
        return line.state == state
    if line.kind is Kind.EU:
        return _in_union(state, on) or _applied_there(line, state, on)
    if line.kind in (Kind.REGIONAL, Kind.ENABLING):
        return bool(participation(state, line.code)) or state in _circle(line.circle, on)
    return True


def _in_union(state: str, on: Edtf | None) -> bool:
    return any(state in states.members("EU", day) for day in _edges(on))


def _applied_there(line: InstrumentLine, state: str, on: Edtf | None) -> bool:
    """Whether a row says that the act applies, or may apply, outside the Union on that date."""
    return bool(participation(state, line.code)) and reckon(line, state, on).outcome is not Outcome.NOT_BOUND


def _circle(name: str | None, on: Edtf | None) -> frozenset[str]:
    """The states of a body; from the vocabulary, which knows them by date, where it has the body, else from ``circles.csv``."""
    body = _BODIES.get(name or "")
    if body:
        return frozenset(code for day in _edges(on) for code in states.members(body, day))
    return frozenset(code for row in rows("circles.csv") if row["circle"] == name for code in cells(row["states"]))


def _edges(on: Edtf | None) -> tuple[date, date]:
    when = on or AS_OF
    return when.earliest, when.latest


def _rank(one: Finding) -> tuple[bool, int, int]:
    return one.kind == Kind.ENABLING, _SCOPES.index(Scope(one.scope)), _OUTCOMES.index(one.outcome)
