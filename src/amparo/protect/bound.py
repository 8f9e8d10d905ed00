"""Whether one line of law binds one state on one date, with the chain of reasons.

Rules: a state is bound from ``from`` until the day before ``to``; a date that lies partly inside gives «uncertain» with the boundary; a
signature does not bind (VCLT 18 apart); no row is «unknown», never «not bound»; not bound by one treaty is never «no obligation».
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from amparo.model import Edtf, Finding, Outcome
from amparo.vocabulary import states

from . import reasons
from .doubts import doubts
from .law import AS_OF, InstrumentLine, Kind, Scope, main_line
from .parties import Participation, PartyStatus, participation
from .spans import Span, Window, later, window

_NEVER = frozenset({PartyStatus.SIGNATORY, PartyStatus.NOT_PARTY, PartyStatus.NOT_BOUND})
_BASIS_OF_LINES = "table of instruments"  # it says in each line's note what was read and what recalled
_INDIRECT = {
    PartyStatus.CONSTITUTIONAL_ONLY: "{who} is no party to it in international law, and its bodies take no complaint against {who}.",
    PartyStatus.APPLIED_BY_CN: "China is the party and answers for {who}, which is none itself.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """An outcome, the reasons it follows from, and the row it was read from (None: there is none, or none was needed)."""

    outcome: Outcome
    because: tuple[str, ...]
    row: Participation | None = None


def binding(state: str, instrument: str, on: Edtf | None) -> Finding:
    """Whether ``instrument`` binds ``state`` on that date (None: not known), told of the instrument's main line.

    Raises `UnknownCode` for a state or an instrument that the data do not have.
    """
    return finding(main_line(instrument), state, on)


def finding(line: InstrumentLine, state: str, on: Edtf | None) -> Finding:
    """Whether ``line`` binds ``state`` on that date. Raises `UnknownCode` for a state that the vocabulary does not have."""
    reckoned = reckon(line, state, on)
    row = reckoned.row
    source = row or line
    known = reckoned.outcome is not Outcome.UNKNOWN
    return Finding(
        instrument=line.code,
        name=line.name,
        article=line.article,
        rule=line.rule,
        kind=line.kind.value,
        scope=line.scope.value,
        state=state,
        on=on,
        outcome=reckoned.outcome,
        because=(*_label(line), *reckoned.because, *_remarks(line, reckoned, on)),
        reservation=row.notes if row else "",
        source_url=source.source_url,
        confidence=source.confidence if known else "",
        basis=row.basis if row else _BASIS_OF_LINES if known else "",
        as_of=str(row.as_of if row else AS_OF),
    )


def reckon(line: InstrumentLine, state: str, on: Edtf | None) -> Reckoning:
    """The outcome for one line, state and date, and the reasons it follows from. Raises `UnknownCode` for an unknown state."""
    who = states.state(state).name
    if line.kind is Kind.CUSTOM:
        return Reckoning(outcome=Outcome.BOUND, because=("Custom binds every state, whatever treaties it has joined.",))
    if line.kind is Kind.DOMESTIC:
        return _of_statute(line, state, who, on)
    life = lifetime(line)
    row = _row(participation(state, line.code), on)
    if on is not None and life.outcome(on) is Outcome.NOT_BOUND:
        end = f", its end {life.ends}" if life.ends else ""
        told = f"{line.name} was not law then: its first day is {life.starts}{end}."
        return Reckoning(outcome=Outcome.NOT_BOUND, because=(told, reasons.other_duties(_noun(line))), row=row)
    if row is None:
        told = f"The data hold no row on {who} and this instrument: unknown, which is not the same as not bound."
        return Reckoning(outcome=Outcome.UNKNOWN, because=(told,))
    return _with_doubts(_of_row(line, row, who, on), on)


def _of_statute(line: InstrumentLine, state: str, who: str, on: Edtf | None) -> Reckoning:
    """A line of domestic law binds the state whose law it is, while it is in force."""
    if line.state != state:
        owner = states.state(line.state or "").name
        return Reckoning(outcome=Outcome.NOT_BOUND, because=(f"This is a law of {owner}; it does not bind {who}.",))
    if line.says_there_is_none:
        told = f"{who} has no law of this kind as far as the data go; treaties and custom may bind it."
        return Reckoning(outcome=Outcome.NOT_BOUND, because=(told,))
    life = lifetime(line)
    return Reckoning(outcome=_outcome(life, on, AS_OF), because=_told(reasons.STATUTE, who, life, on, AS_OF))


def _of_row(line: InstrumentLine, row: Participation, who: str, on: Edtf | None) -> Reckoning:
    if row.status in _NEVER:
        return Reckoning(
            outcome=Outcome.NOT_BOUND, because=(_never(row, who), reasons.other_duties(_noun(line))), row=row
        )
    if row.status is PartyStatus.PARTY_UNCONFIRMED:
        since = f" (since {row.from_})" if row.from_ else ""
        told = f"{who} is believed to be a party{since}; the data do not confirm it."
        return Reckoning(outcome=Outcome.UNCERTAIN, because=(told,), row=row)
    life = lifetime(line)
    span = Span(starts=later(row.starts, life.starts), ends=row.ends or life.ends)
    outcome = _outcome(span, on, row.as_of)
    because = _told(_wording(line, row), who, span, on, row.as_of)
    if outcome is Outcome.NOT_BOUND:
        because = (*because, reasons.other_duties(_noun(line)))
    elif row.status in _INDIRECT:
        outcome, because = Outcome.UNCERTAIN, (*because, _INDIRECT[row.status].format(who=who))
    return Reckoning(outcome=outcome, because=because, row=row)


def _noun(line: InstrumentLine) -> str:
    return "act" if line.kind is Kind.EU else "treaty"


def _never(row: Participation, who: str) -> str:
    if row.status is PartyStatus.NOT_BOUND:
        return f"{who} is not bound by this act of the Union."
    if row.status is PartyStatus.SIGNATORY:
        when = f" on {row.signed}" if row.signed else ""
        return f"{who} signed{when} but has not ratified, as far as the data go; a signature does not bind (VCLT 18 apart)."
    return f"{who} is not a party."


def _wording(line: InstrumentLine, row: Participation) -> reasons.Wording:
    if row.status is PartyStatus.CONSTITUTIONAL_ONLY:
        return reasons.CONSTITUTION
    if row.status is PartyStatus.APPLIED_BY_CN:
        return reasons.THROUGH_CHINA
    return reasons.UNION if line.kind is Kind.EU else reasons.PARTY


def _with_doubts(reckoned: Reckoning, on: Edtf | None) -> Reckoning:
    """What is bound by its row is uncertain where there is reason to doubt the row; any other outcome stays, with the reason."""
    row = reckoned.row
    found = doubts(row.state, row.instrument, on) if row else ()
    if not found:
        return reckoned
    outcome = Outcome.UNCERTAIN if reckoned.outcome is Outcome.BOUND else reckoned.outcome
    return replace(reckoned, outcome=outcome, because=(*reckoned.because, *found))


def _outcome(span: Span, on: Edtf | None, as_of: Edtf) -> Outcome:
    """Without a date, bound only if bound without a break up to the day to which the data were kept."""
    if on is None:
        return Outcome.BOUND if span.unbroken_up_to(as_of) else Outcome.UNCERTAIN
    return span.outcome(on)


def _told(wording: reasons.Wording, who: str, span: Span, on: Edtf | None, as_of: Edtf) -> tuple[str, ...]:
    where = (reasons.undated(span, as_of),) if on is None else reasons.place(span, on)
    return (*reasons.history(wording, who, span), *where)


def lifetime(line: InstrumentLine) -> Span:
    """From when to when the line has been law for anybody; a day that the data do not give may be any up to `AS_OF`."""
    starts = window(line.begins) if line.begins else Window(first=date.min, last=AS_OF.latest)
    return Span(starts=starts, ends=window(line.until) if line.until else None)


def _row(found: tuple[Participation, ...], on: Edtf | None) -> Participation | None:
    """The row that tells of ``on``: the first whose time can touch it, else the last one."""
    if on is not None:
        for row in found:
            if Span(starts=row.starts, ends=row.ends).outcome(on) is not Outcome.NOT_BOUND:
                return row
    return found[-1] if found else None


def _label(line: InstrumentLine) -> tuple[str, ...]:
    """What comes before all reasons where the line protects nobody."""
    if line.is_risk:
        return (reasons.RISK,)
    return (reasons.CIRCUMSTANCE,) if line.scope is Scope.CONTEXT else ()


def _remarks(line: InstrumentLine, reckoned: Reckoning, on: Edtf | None) -> tuple[str, ...]:
    """What a reader must know beside the outcome: age and weight of the row, limits of the line."""
    known = reckoned.outcome is not Outcome.UNKNOWN
    told = [*_about_date(reckoned.row, on), *_about_weight(line, reckoned.row)] if known else []
    if line.notes:
        told.append(f"Note: {line.notes.removesuffix('.')}.")
    return tuple(told)


def _about_date(row: Participation | None, on: Edtf | None) -> Iterator[str]:
    if on is None:
        return
    if on.qualified:
        yield f"{on} is marked as approximate or uncertain; the answer takes it as written."
    as_of = row.as_of if row else AS_OF
    if on.latest > as_of.latest:
        yield f"The row was kept up to {as_of}; later changes would not show in it."


def _about_weight(line: InstrumentLine, row: Participation | None) -> Iterator[str]:
    if row and "recalled" in row.basis:
        yield f"The row was recalled, not read (confidence {row.confidence}): check it at its source."
    elif (row or line).confidence != "high":
        yield f"Confidence in the line is {(row or line).confidence}: check it at its source."
