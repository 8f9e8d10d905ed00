"""The claims of one document as notes beside its text, numbered in the order in which it tells them."""

from collections.abc import Iterable, Iterator, Mapping

from amparo.model import Claim, Mention, Person
from amparo.report.told import Told, facts, heading, slots_of
from amparo.report.words import slot_label

from .marking import Kind, Mark
from .pages import Note


def notes(told: Iterable[Told], mentions: Iterable[Mention], persons: Iterable[Person]) -> tuple[Note, ...]:
    """A note for each; ``persons`` give the case to which a mention of this document belongs."""
    by_id = {mention.id: mention for mention in mentions}
    cases = {mention: person for person in persons if person.target for mention in person.mentions}
    return tuple(_note(number, one, by_id, cases) for number, one in enumerate(told, start=1))


def marks(told: Iterable[Told]) -> Iterator[Mark]:
    """Where the claims, and the values of each, stand in the text."""
    for number, one in enumerate(told, start=1):
        for passage in one.passages:
            meaning = f"{number}: {heading(one)}"
            yield Mark(start=passage.start, end=passage.end, kind=Kind.CLAIM, number=number, meaning=meaning)
        for name, slot in slots_of(one):
            for passage in slot.passages:
                meaning = f"{number}: {slot_label(name)}"
                yield Mark(start=passage.start, end=passage.end, kind=Kind.SLOT, number=number, meaning=meaning)


def _note(number: int, one: Told, mentions: Mapping[str, Mention], cases: Mapping[str, Person]) -> Note:
    target = mentions[one.target] if isinstance(one, Claim) else None
    person = cases.get(target.id) if target else None
    return Note(
        number=number,
        heading=heading(one),
        who=target.name if target else "",
        case=person.id if person else "",
        facts=facts(one),
        quotes=tuple((passage.start, passage.end, passage.exact) for passage in one.passages),
    )
