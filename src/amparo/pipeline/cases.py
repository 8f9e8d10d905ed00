"""One case, put together for reading: the person, what is told, what is called for, what the law says."""

from collections.abc import Iterable, Sequence

from amparo.casebook import Casebook
from amparo.model import (
    Case, Document, Finding, Incident, LawCheck, LawClaim, Mention, NothingFound, Passage, Person,
)  # fmt: skip
from amparo.protect import assess, check


def find_person(book: Casebook, asked: str) -> Person:
    """The person of that id or name (any spelling or script), of whom acts are told.

    Raises NothingFound, naming those it could be, when none fits or several do.
    """
    exact = book.cases.person(asked)
    if exact is not None:
        return exact
    fitting = [person for person in book.cases.called(asked) if person.target]
    if len(fitting) == 1:
        return fitting[0]
    raise NothingFound(asked, near=[f"{person.name} ({person.id})" for person in fitting[:8]])


def case(book: Casebook, person: Person) -> Case:
    """The case of ``person``, as the casebook has it now."""
    incidents = book.cases.incidents(person.id)
    mentions = book.cases.mentions(person.mentions)
    documents = tuple(
        document for key in sorted({m.document for m in mentions}) if (document := book.documents.get(key)) is not None
    )
    ids = [document.id for document in documents]
    claims = book.cases.claims([claim for incident in incidents for claim in incident.claims])
    others = _others(book, ids, person)
    return Case(
        person=person,
        incidents=incidents,
        claims=claims,
        mentions=mentions,
        documents=documents,
        speakers=_speakers(book, ids),
        calls=tuple(call for call in book.cases.calls(ids) if _concerns(call.passages, mentions, others)),
        laws=_checked(book.cases.laws(ids), documents),
        windows=book.cases.windows(ids),
        findings=tuple((incident.id, found) for incident in incidents if (found := _findings(incident))),
    )


def cases_of_document(book: Casebook, document: str) -> tuple[Person, ...]:
    """The persons of whom a document tells acts."""
    extraction = book.documents.extraction(document)
    mentions = [m.id for m in extraction.mentions if m.target] if extraction is not None else []
    return tuple(person for person in book.cases.persons_of(mentions) if person.target)


def _others(book: Casebook, documents: Iterable[str], person: Person) -> list[Mention]:
    """The mentions of other targets in these documents."""
    own = set(person.mentions)
    return [
        mention
        for document in documents
        if (extraction := book.documents.extraction(document)) is not None
        for mention in extraction.mentions
        if mention.target and mention.named and mention.id not in own
    ]


def _speakers(book: Casebook, documents: Sequence[str]) -> tuple[Person, ...]:
    mentions = [
        mention.id
        for document in documents
        if (extraction := book.documents.extraction(document)) is not None
        for mention in extraction.mentions
        if not mention.target
    ]
    return tuple(person for person in book.cases.persons_of(mentions) if not person.target)


def _concerns(passages: Sequence[Passage], own: Sequence[Mention], others: Sequence[Mention]) -> bool:
    """Whether a call concerns this case: it names this person, or names no target at all."""
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
    """What binds the state where it happened, on its date; for several states named at once, each of them."""
    hosts = (incident.host,) if incident.host is not None else incident.hosts_any
    return tuple(finding for host in hosts for finding in assess(host, incident.act, incident.date))
