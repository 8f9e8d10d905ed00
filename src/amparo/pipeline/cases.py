"""One case, put together for reading: the person, what is told, what is called for, what the law says."""

from collections.abc import Iterable, Sequence

from amparo.casebook import Casebook
from amparo.model import (
    CallClaim,
    Case,
    Document,
    Edtf,
    Finding,
    Incident,
    LawCheck,
    LawClaim,
    Mention,
    NothingFound,
    Passage,
    Person,
    WrongCall,
)
from amparo.protect import assess, check
from amparo.vocabulary.names import fold

_MOST = 8  # cases that a message names; whoever needs more looks at the list
_TELLING = 3  # letters that a part of a name must have to suggest somebody by it


def find_person(book: Casebook, asked: str) -> Person:
    """The person of that id or name (any spelling or script), of whom acts are told.

    Raises WrongCall, with their ids, when several fit, and NothingFound, with those of whose name a part fits, when none does.
    """
    exact = book.cases.person(asked)
    if exact is not None:
        return exact
    fitting = _called(book, asked)
    if not fitting:
        parts = [part for part in asked.split() if len(part) >= _TELLING]
        near = {person.id: person for part in parts for person in _called(book, part)}
        raise NothingFound(asked, near=_listed(near.values()))
    same = [person for person in fitting if fold(person.name) == fold(asked)]
    found = same or fitting
    if len(found) > 1:
        raise WrongCall(f"Several cases fit “{asked}”; give the id of the one you mean: {'; '.join(_listed(found))}.")
    return found[0]


def case(book: Casebook, person: Person) -> Case:
    """The case of ``person``, as the casebook has it now."""
    incidents = book.cases.incidents(person.id)
    mentions = book.cases.mentions(person.mentions)
    documents = _documents(book, mentions)
    ids = [document.id for document in documents]
    others = tuple(one for one in book.cases.persons_in(ids) if one.named and one.id != person.id)
    return Case(
        person=person,
        incidents=incidents,
        claims=book.cases.claims(claim for incident in incidents for claim in incident.claims),
        mentions=mentions,
        documents=documents,
        speakers=others,
        calls=_calls(book, ids, mentions, others),
        laws=_checked(book.cases.laws(ids), documents),
        windows=book.cases.windows(ids),
        findings=tuple((incident.id, found) for incident in incidents if (found := _findings(incident))),
    )


def _documents(book: Casebook, mentions: Iterable[Mention]) -> tuple[Document, ...]:
    """The texts in which the mentions stand, by id."""
    ids = sorted({mention.document for mention in mentions})
    return tuple(document for key in ids if (document := book.documents.get(key)) is not None)


def _calls(
    book: Casebook, documents: Iterable[str], own: Sequence[Mention], others: Iterable[Person]
) -> tuple[CallClaim, ...]:
    """The calls in these documents that concern the case of ``own``."""
    elsewhere = book.cases.mentions(mention for other in others if other.target for mention in other.mentions)
    return tuple(call for call in book.cases.calls(documents) if _concerns(call.passages, own, elsewhere))


def _called(book: Casebook, name: str) -> list[Person]:
    return [person for person in book.cases.called(name) if person.target]


def _listed(persons: Iterable[Person]) -> list[str]:
    return [f"{person.name} ({person.id})" for person in list(persons)[:_MOST]]


def _concerns(passages: Sequence[Passage], own: Sequence[Mention], others: Sequence[Mention]) -> bool:
    """Whether a call concerns this case: it names this person, or names nobody else of whom acts are told."""
    return _named_in(passages, own) or not _named_in(passages, others)


def _named_in(passages: Sequence[Passage], mentions: Sequence[Mention]) -> bool:
    return any(
        whole.document == place.document and whole.start <= place.start and place.end <= whole.end
        for whole in passages
        for mention in mentions
        for place in mention.passages
    )


def _checked(laws: Iterable[LawClaim], documents: Sequence[Document]) -> tuple[tuple[LawClaim, LawCheck], ...]:
    """Each claim about the law, held against the data for the day the document was published."""
    published = {document.id: document.published for document in documents}
    return tuple((law, check(law, on=published[law.document])) for law in laws)


def _findings(incident: Incident) -> tuple[Finding, ...]:
    """What binds the state where it happened, on its date; where several states are named, or accounts differ, each of them."""
    readings = _readings(incident, "host")
    hosts = (incident.host,) if incident.host is not None else incident.hosts_any or readings
    return tuple(finding for host in hosts for finding in assess(host, incident.act, _when(incident)))


def _when(incident: Incident) -> Edtf | None:
    """The date; where accounts differ, the span of them all, from the beginning of the first to the end of the last."""
    dates = [Edtf(reading) for reading in _readings(incident, "date")]
    if incident.date is not None or not dates:
        return incident.date
    first = min(dates, key=lambda date: date.earliest).value.partition("/")[0]
    last = max(dates, key=lambda date: date.latest).value.rpartition("/")[2]
    return Edtf(first if first == last else f"{first}/{last}")


def _readings(incident: Incident, slot: str) -> tuple[str, ...]:
    """What accounts say where they differ on a slot."""
    return tuple(reading.value for one in incident.contradictions if one.slot == slot for reading in one.readings)
