"""What must hold of every extraction: each record and each value quotes the text it was made of."""

from collections.abc import Iterator
from typing import Any

from amparo.model import CallClaim, Claim, Document, Extraction, LawClaim, Mention, Passage, Slot, WindowClaim

Record = Mention | Claim | LawClaim | CallClaim | WindowClaim


def records(extraction: Extraction) -> list[Record]:
    """Every record."""
    return [*extraction.mentions, *extraction.claims, *extraction.laws, *extraction.calls, *extraction.windows]


def slots(extraction: Extraction) -> Iterator[Slot[Any]]:
    """Every slot of every record."""
    for mention in extraction.mentions:
        yield from (slot for slot in (mention.origin, *mention.affiliations) if slot is not None)
    for claim in extraction.claims:
        single: tuple[Slot[Any] | None, ...] = (
            claim.act,
            claim.status,
            claim.host,
            claim.destination,
            claim.origin,
            claim.date,
        )
        yield from (slot for slot in single if slot is not None)
        yield from claim.hosts_any
        yield from claim.agents
        yield from claim.sources
        yield from (slot for _, slot in claim.details)
    for law in extraction.laws:
        yield law.instrument
        yield law.says
        yield from (*law.states, *law.sources)
    for call in extraction.calls:
        yield from (*call.by, *call.to, call.demand)
    for window in extraction.windows:
        yield from (slot for slot in (window.what, window.date, *window.parties) if slot is not None)


def passages(extraction: Extraction) -> Iterator[Passage]:
    """Every quotation of every record."""
    yield from (passage for record in records(extraction) for passage in record.passages)
    yield from (passage for slot in slots(extraction) for passage in slot.passages)


def check_grounded(document: Document, extraction: Extraction) -> None:
    """Whether every record and every slot of an extraction quotes the text, and every claim has its target."""
    for passage in passages(extraction):
        assert document.text[passage.start : passage.end] == passage.exact
        assert passage.exact.strip() == passage.exact != ""
        assert passage.document == document.id
    assert all(slot.passages and slot.rule for slot in slots(extraction))
    assert all(record.passages for record in records(extraction))
    assert len({record.id for record in records(extraction)}) == len(records(extraction))
    assert {claim.target for claim in extraction.claims} == {one.id for one in extraction.mentions if one.target}
    assert extraction.faults == ()
