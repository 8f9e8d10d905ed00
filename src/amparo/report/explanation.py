"""Why a document is read as it is: for every claim the sentences, and for every slot its value, the rule that filled it, the passage.

There are no figures of confidence: a reader holds the rule against the words. What any engine read is shown by the same code.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from amparo.model import Agent, Claim, Edtf, Extraction, LawSays, Passage, Side, Slot, Status
from amparo.vocabulary.rules import rule_words

from .attribution import inferred
from .json_values import JSON, passage_json, value_json
from .told import Told, heading, line, slots_of, told_in_order
from .words import act_label, date_words, law_says_label, slot_label, state_name, status_label, visible

_SIDES = {
    Side.ORIGIN: "on the side of the pursuing state",
    Side.HOST: "on the side of the host state",
    Side.THIRD: "on the side of a third state",
    Side.UNKNOWN: "",
}
_STATES = {"host", "hosts_any", "destination", "origin", "states", "to", "by", "parties"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotReason:
    """One value of a claim. ``slot`` is its key, ``label`` its name in words, ``words`` the value with «(inferred)» where it is a guess.

    ``rule`` is the code of the rule that filled it; ``why`` says in sentences what that goes by, and is empty for a code that no list has.
    """

    slot: str
    label: str
    words: str
    value: JSON
    guessed: bool
    rule: str
    why: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One claim of a document under its number. ``line`` is the claim in words, ``quotes`` the sentences that carry it.

    ``trigger`` are the words by which it was seen; ``engine`` what read it; ``marks`` are further codes that the engine set, pairs of name
    and value («tier», «rules and reader»).
    """

    number: int
    kind: str
    heading: str
    who: str
    line: str
    engine: str
    marks: tuple[tuple[str, str], ...]
    trigger: tuple[str, ...]
    quotes: tuple[Passage, ...]
    slots: tuple[SlotReason, ...]


def explanations(extraction: Extraction) -> tuple[Explanation, ...]:
    """Every claim of a document explained, in the order of the text; the numbers are those that `amparo extract` and the page show."""
    names = {mention.id: mention.name for mention in extraction.mentions}
    return tuple(_explained(number, one, names) for number, one in enumerate(told_in_order(extraction), start=1))


def explanation_json(one: Explanation) -> dict[str, JSON]:
    """An explanation under the keys that ``docs/json.md`` explains."""
    return {
        "number": one.number,
        "kind": one.kind,
        "heading": one.heading,
        "who": one.who or None,
        "engine": one.engine,
        "marks": dict(one.marks),
        "trigger": list(one.trigger),
        "quotes": [passage_json(passage, {}) for passage in one.quotes],
        "slots": [
            {
                "slot": slot.slot,
                "value": slot.value,
                "guessed": slot.guessed,
                "rule": slot.rule,
                "why": list(slot.why),
                "passages": [passage_json(passage, {}) for passage in slot.passages],
            }
            for slot in one.slots
        ],
    }


def _explained(number: int, one: Told, names: Mapping[str, str]) -> Explanation:
    who = names[one.target] if isinstance(one, Claim) else ""
    seen_by = one.act.passages if isinstance(one, Claim) else ()
    return Explanation(
        number=number,
        kind=type(one).__name__.removesuffix("Claim").lower() or "incident",
        heading=heading(one),
        who=who,
        line=line(one, who),
        engine=one.engine,
        marks=tuple(_marks(one)),
        trigger=tuple(passage.exact for passage in seen_by),
        quotes=tuple(sorted(one.passages, key=lambda passage: passage.start)),
        slots=tuple(_reason(name, slot) for name, slot in slots_of(one)),
    )


def _marks(one: Told) -> Iterator[tuple[str, str]]:
    """Codes that the engine set on the claim as a whole, such as the tier of a trained reader."""
    for field in fields(one):
        value = getattr(one, field.name)
        if isinstance(value, StrEnum):
            yield field.name, value.value


def _reason(name: str, slot: Slot[Any]) -> SlotReason:
    return SlotReason(
        slot=name,
        label=slot_label(name),
        words=inferred(_words(name, slot.value), guessed=slot.guessed),
        value=value_json(slot.value),
        guessed=slot.guessed,
        rule=slot.rule,
        why=rule_words(slot.rule),
        passages=slot.passages,
    )


def _words(name: str, value: object) -> str:
    """A value in words, by what it is or by the slot in which it stands."""
    if isinstance(value, Edtf):
        return date_words(value)
    if isinstance(value, Agent):
        told = (visible(value.name), state_name(value.state) if value.state else "", _SIDES[value.side])
        return ", ".join(filter(None, told))
    if isinstance(value, Status):
        return status_label(value)
    if isinstance(value, LawSays):
        return law_says_label(value)
    if name == "act":
        return act_label(str(value))
    return state_name(str(value)) if name in _STATES else visible(str(value))
