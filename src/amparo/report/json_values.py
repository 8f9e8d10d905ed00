"""The small values every JSON of this room is made of, and the one way in which they are written out."""

import json
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, TypeAlias

from amparo.model import Agent, Document, Edtf, Fault, Passage, Slot

JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | dict[str, JSON] | None"

# Characters that act on a terminal or turn the reading order round: C1 controls, bidirectional embeddings, overrides
# and isolates, deprecated and tag characters, lone surrogates. JSON may write any character as \uXXXX; these it must.
_ACTIVE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]")


def json_text(value: JSON, *, indent: int | None = 2) -> str:
    """``value`` as JSON text: same records, same characters. ``indent=None`` gives one line, for JSON lines.

    Letters of every script stay as they are; characters that a terminal would obey are written as escapes, which a JSON
    reader turns back into the exact text.
    """
    return _ACTIVE.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False))


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match[0], ensure_ascii=True)[1:-1]


def passage_json(passage: Passage, documents: dict[str, Document]) -> dict[str, JSON]:
    """A quotation: where it stands, its exact words, and its page where the original has pages."""
    document = documents.get(passage.document)
    return {
        "document": passage.document,
        "start": passage.start,
        "end": passage.end,
        "exact": passage.exact,
        "page": document.page_of(passage.start) if document else None,
    }


def passages_json(passages: Iterable[Passage], documents: dict[str, Document]) -> list[JSON]:
    """Quotations in the order in which they stand in their text."""
    ordered = sorted(passages, key=lambda passage: (passage.document, passage.start, passage.end))
    return [passage_json(passage, documents) for passage in ordered]


def slot_json(slot: Slot[Any] | None, documents: dict[str, Document]) -> dict[str, JSON] | None:
    """A stated value with the rule that read it, whether it was inferred, and its quotations; None stays None."""
    if slot is None:
        return None
    return {
        "value": value_json(slot.value),
        "rule": slot.rule,
        "guessed": slot.guessed,
        "passages": passages_json(slot.passages, documents),
    }


def slots_json(slots: Iterable[Slot[Any]], documents: dict[str, Document]) -> list[JSON]:
    """Several values of one slot, in the order in which the record holds them."""
    return [slot_json(slot, documents) for slot in slots]


def value_json(value: str | StrEnum | Edtf | Agent) -> JSON:
    """What a slot holds: a word or code, a date in EDTF, or who did it."""
    if isinstance(value, Agent):
        return {"name": value.name, "state": value.state, "side": value.side.value}
    return str(value)


def date_json(value: Edtf | None) -> dict[str, JSON] | None:
    """A date as known, with the first and last day that it can mean; None when not known."""
    if value is None:
        return None
    return {"edtf": value.value, "earliest": value.earliest.isoformat(), "latest": value.latest.isoformat()}


def fault_json(fault: Fault) -> dict[str, JSON]:
    """What could not be done: where, the code of the cause, and what to do about it."""
    return {"where": fault.where, "cause": fault.cause.value, "message": fault.message, "page": fault.page}
