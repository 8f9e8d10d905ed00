"""The sentences in which a finding gives its reasons: plain English, one fact each."""

from dataclasses import dataclass

from amparo.model import Edtf, Outcome

from .spans import Span, Window

RISK = "Risk, not authority: this treaty eases transfers and never lifts CAT 3, ECHR 3, ICCPR 7 or REF51 33."
CIRCUMSTANCE = "This line describes circumstances; it gives no protection by itself."
UNDATED = "The text gives no date."


def other_duties(noun: str) -> str:
    """What not being bound by one treaty or act (``noun``) does not mean."""
    return f"Not bound by this {noun}; that says nothing of custom, other treaties and the state's own law."


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How a time of being bound is told; ``{who}`` stands for the state, ``{day}`` for the day."""

    open: str
    closed: str
    ceased: str


PARTY = Wording(
    open="{who} has been a party since {day}.",
    closed="{who} was a party from {day}.",
    ceased="It ceased to be one on {day}.",
)
UNION = Wording(
    open="{who} has been bound since {day}.",
    closed="{who} was bound from {day}.",
    ceased="It ceased to be bound on {day}.",
)
STATUTE = Wording(
    open="This law of {who} has been in force since {day}.",
    closed="This law of {who} was in force from {day}.",
    ceased="It ceased to be in force on {day}.",
)
CONSTITUTION = Wording(
    open="The constitution of {who} has made the treaty apply at home since {day}.",
    closed="The constitution of {who} made the treaty apply at home from {day}.",
    ceased="It ceased to do so on {day}.",
)
THROUGH_CHINA = Wording(
    open="The treaty has applied in {who} through China since {day}.",
    closed="The treaty applied in {who} through China from {day}.",
    ceased="It ceased to do so on {day}.",
)


def history(wording: Wording, who: str, span: Span) -> tuple[str, ...]:
    """From when, and to when, something bound ``who``."""
    first = wording.closed if span.ends else wording.open
    told = [_with_day(first, who, span.starts)]
    if span.ends:
        told.append(_with_day(wording.ceased, who, span.ends))
    return tuple(told)


def place(span: Span, on: Edtf) -> tuple[str, ...]:
    """Where the date asked about lies in that time; for an uncertain outcome the boundary that makes it so."""
    outcome = span.outcome(on)
    if outcome is Outcome.BOUND:
        if on.earliest == span.starts.last:
            return (f"{on} lies within that time, from its first day on.",)
        return (f"{on} lies between the two." if span.ends else f"{on} lies after that day.",)
    if outcome is Outcome.NOT_BOUND:
        side = "before its first day" if span.lies_before(on) else "after its end"
        return (f"{on} lies outside that time, {side}.",)
    return tuple(_boundaries(span, on))


def undated(span: Span, as_of: Edtf) -> str:
    """The sentence for a text that gives no date."""
    if span.unbroken_up_to(as_of):
        return f"{UNDATED} The answer holds for every day from {span.starts.last} to {as_of}, up to which the row was kept."
    return f"{UNDATED} The answer hangs on it, since the state was not bound all the time up to {as_of}."


def _boundaries(span: Span, on: Edtf) -> list[str]:
    told = []
    if on.earliest < span.starts.last:
        told.append(
            f"{on} reaches over {span.starts}, the first day bound: before it not bound, from it on bound."
            if span.starts.exact
            else f"The first day bound is not known exactly ({span.starts}), and {on} may lie before it or after it."
        )
    if span.ends and span.ends.first <= on.latest:
        told.append(
            f"{on} reaches over {span.ends}, the first day no longer bound: before it bound, from it on not bound."
            if span.ends.exact
            else f"The first day no longer bound is not known exactly ({span.ends}), and {on} may lie before it or after it."
        )
    return told


def _with_day(words: str, who: str, day: Window) -> str:
    told = words.format(who=who, day=day)
    return told if day.exact else f"{told.removesuffix('.')}; the day is not known more exactly."
