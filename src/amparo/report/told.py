"""What one document tells, claim by claim, in words: the same words on the screen, on the page and in explanations."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any, TypeAlias

from amparo.model import CallClaim, Claim, Edtf, Extraction, LawClaim, Slot, WindowClaim

from .attribution import inferred
from .words import date_words, headline, law_statement, listed, slot_label, state_name, visible

Told: TypeAlias = Claim | LawClaim | CallClaim | WindowClaim
Facts: TypeAlias = tuple[tuple[str, str], ...]

_RAW_DATE = "date_text"  # the detail that holds the words of a date whose year the text does not give


def told_in_order(extraction: Extraction) -> tuple[Told, ...]:
    """Everything the document tells, by its first passage; its place is its number, counted from 1."""
    told: tuple[Told, ...] = (*extraction.claims, *extraction.calls, *extraction.laws, *extraction.windows)
    return tuple(sorted(told, key=lambda one: (min(passage.start for passage in one.passages), one.id)))


def slots_of(record: Told) -> Iterator[tuple[str, Slot[Any]]]:
    """Every slot of a claim of any kind, with its name; a detail's key is its name."""
    for field in fields(record):
        value = getattr(record, field.name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Slot):
                yield field.name, each
            elif field.name == "details":
                yield each


def heading(one: Told) -> str:
    """«Threatened extradition», «What the report calls for»."""
    return headline(one.act.value, one.status.value) if isinstance(one, Claim) else _KINDS[type(one)]


def facts(one: Told) -> Facts:
    """What it says, pairs of label and words; what no text states is marked «(inferred)»."""
    return tuple((label, words) for label, words in _FACTS[type(one)](one) if words)


def line(one: Told, who: str = "") -> str:
    """The claim in one line: «N. N.: Reported abduction, Russia, 20 October 2021»; ``who`` is the target of a claim of what happened."""
    said = dict(facts(one))
    parts = [said.get(label, "") for label in _IN_LINE[type(one)]]
    if isinstance(one, Claim):
        return f"{visible(who)}: {', '.join(filter(None, (heading(one), *parts)))}"
    if isinstance(one, CallClaim):
        by, to, demand = parts
        return f"Call: {by} to {to}: {demand}"
    return f"{'Law' if isinstance(one, LawClaim) else 'To be raised'}: {', '.join(filter(None, parts))}"


def beside_line(one: Told) -> Facts:
    """The facts that `line` does not hold."""
    return tuple(fact for fact in facts(one) if fact[0] not in _IN_LINE[type(one)])


def _claim(claim: Claim) -> Facts:
    details = ((visible(slot_label(key)).capitalize(), _words(slot)) for key, slot in claim.details if key != _RAW_DATE)
    return (
        ("When", _date(claim.date) or _raw_date(claim) or "date not stated"),
        ("Where", _route(claim)),
        ("On behalf of", _states(claim.origin)),
        (
            "By whom",
            listed(inferred(visible(slot.value.name), guessed=slot.guessed) for slot in claim.agents),
        ),
        ("On whose word", listed(map(_words, claim.sources)) or "the report itself"),
        *details,
    )


def _route(claim: Claim) -> str:
    """«Russia → Tajikistan»; of several states named at once the text does not say which."""
    host = _states(claim.host) or listed((_states(slot) for slot in claim.hosts_any), last="or")
    return " → ".join((host or "state not said", _states(claim.destination))) if claim.destination else host


def _call(call: CallClaim) -> Facts:
    return (
        ("By", listed(map(_states, call.by)) or "the report itself"),
        ("To", listed(map(_states, call.to)) or "no one named"),
        ("Demand", _words(call.demand)),
    )


def _law(law: LawClaim) -> Facts:
    statement = law_statement(law.instrument.value, law.says.value, [slot.value for slot in law.states])
    return (
        ("Statement", inferred(statement, guessed=law.says.guessed)),
        ("On whose word", listed(map(_words, law.sources)) or "the report itself"),
    )


def _window(window: WindowClaim) -> Facts:
    return (
        ("What", _words(window.what)),
        ("When", _date(window.date) or "date not stated"),
        ("Parties", listed(map(_states, window.parties))),
    )


def _words(slot: Slot[str]) -> str:
    return inferred(visible(slot.value), guessed=slot.guessed)


def _states(slot: Slot[str] | None) -> str:
    return inferred(state_name(slot.value), guessed=slot.guessed) if slot else ""


def _date(slot: Slot[Edtf] | None) -> str:
    return inferred(date_words(slot.value), guessed=slot.guessed) if slot else ""


def _raw_date(claim: Claim) -> str:
    words = [f"“{visible(slot.value)}”" for key, slot in claim.details if key == _RAW_DATE]
    return f"date not stated ({', '.join(words)})" if words else ""


_KINDS: dict[type[Told], str] = {
    CallClaim: "What the report calls for",
    LawClaim: "What the report says of the law",
    WindowClaim: "When it can be raised",
}
_FACTS: dict[type[Told], Callable[[Any], Facts]] = {
    Claim: _claim,
    CallClaim: _call,
    LawClaim: _law,
    WindowClaim: _window,
}
_IN_LINE: dict[type[Told], tuple[str, ...]] = {
    Claim: ("Where", "When"),
    CallClaim: ("By", "To", "Demand"),
    LawClaim: ("Statement",),
    WindowClaim: ("What", "When", "Parties"),
}
