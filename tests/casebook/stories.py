"""Reports of invented people, as short as a test needs, with what an engine would make of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar

from amparo.casebook import Casebook
from amparo.model import (
    CallClaim,
    Claim,
    CustodyAction,
    CustodyEntry,
    Document,
    Edtf,
    Extraction,
    Incident,
    LawClaim,
    LawSays,
    Mention,
    Passage,
    Person,
    Resolution,
    Slot,
    Source,
    Status,
    WindowClaim,
    custody_hash,
    document_id,
    sha256,
    stable_id,
    text_hash,
)

T = TypeVar("T")

NOON = datetime(2024, 5, 6, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A report from its bytes to what was found in it; `put` stores it."""

    source: Source
    content: bytes
    document: Document
    extraction: Extraction
    blocks: Mapping[str, str]
    resolutions: Mapping[str, Resolution] = field(default_factory=dict)


def story(
    text: str,
    name: str,
    *,
    act: str = "detention",
    host: str | None = "RU",
    hosts_any: tuple[str, ...] = (),
    origin: str | None = "TJ",
    date: str | None = None,
    title: str | None = None,
    published: str | None = None,
    block: str = "block",
) -> Story:
    """One act told of ``name``, who stands in ``text``; every value is quoted from the whole text, the name from where it stands."""
    content = text.encode()
    source = Source(
        sha256=sha256(content), name="report.txt", media_type="text/plain", size=len(content), collected_at=NOON
    )
    document = Document(
        id=document_id(source.sha256),
        source=source.sha256,
        name=source.name,
        text=text,
        text_sha256=text_hash(text),
        language="en",
        title=title,
        published=Edtf(published) if published else None,
        reader="plain 1",
    )
    whole = document.cite(0, len(text))
    start = text.index(name)
    mention = Mention(
        id=stable_id("mention", document.id, name),
        document=document.id,
        name=name,
        named=True,
        passages=(document.cite(start, start + len(name)),),
        forms=(name,),
        target=True,
    )
    claim = Claim(
        id=stable_id("claim", document.id, name, act),
        document=document.id,
        target=mention.id,
        act=_slot(act, whole),
        status=_slot(Status.OCCURRED, whole),
        passages=(whole,),
        engine="rules 1",
        host=_slot(host, whole) if host else None,
        hosts_any=tuple(_slot(each, whole) for each in hosts_any),
        origin=_slot(origin, whole) if origin else None,
        date=_slot(Edtf(date), whole) if date else None,
    )
    extraction = Extraction(
        document=document.id,
        engine="rules 1",
        mentions=(mention,),
        claims=(claim,),
        laws=(_law(document, whole),),
        calls=(_call(document, whole),),
        windows=(_window(document, whole),),
    )
    return Story(
        source=source,
        content=content,
        document=document,
        extraction=extraction,
        blocks={mention.id: block},
        resolutions={block: resolve(mention, claim)},
    )


def resolve(mention: Mention, *claims: Claim, origin: str | None = None) -> Resolution:
    """The person of one mention, with an incident for each claim."""
    person = Person(
        id=stable_id("person", mention.id),
        name=mention.name,
        named=True,
        names=mention.forms,
        mentions=(mention.id,),
        target=mention.target,
        origin=origin,
    )
    incidents = tuple(
        Incident(
            id=stable_id("incident", claim.id),
            person=person.id,
            act=claim.act.value,
            claims=(claim.id,),
            status=claim.status.value,
            date=claim.date.value if claim.date else None,
            host=claim.host.value if claim.host else None,
        )
        for claim in claims
    )
    return Resolution(persons=(person,), incidents=incidents)


def put(casebook: Casebook, *stories: Story) -> None:
    """Store everything, with its line of custody, in one transaction a story."""
    for each in stories:
        with casebook.transaction():
            casebook.sources.put(each.source, each.content)
            casebook.custody.log(next_line(casebook, each.source.sha256))
            casebook.documents.put(each.document, each.extraction, blocks=each.blocks)
            for block, resolution in each.resolutions.items():
                casebook.resolutions.put(resolution, blocks=[block], step="resolve 1")


def next_line(casebook: Casebook, source: str, *, note: str = "") -> CustodyEntry:
    """The line that says that ``source`` was collected, to be logged next."""
    last = casebook.custody.last()
    number, previous = (last.number + 1, last.chain) if last else (1, "")
    action, by, tool = CustodyAction.COLLECTED, "tester", "amparo 0"
    return CustodyEntry(
        number=number,
        at=NOON,
        by=by,
        action=action,
        source=source,
        tool=tool,
        note=note,
        previous=previous,
        chain=custody_hash(previous, number, NOON, by, action, source, tool, note),
    )


def _slot(value: T, passage: Passage) -> Slot[T]:
    return Slot(value=value, passages=(passage,), rule="test")


def _law(document: Document, whole: Passage) -> LawClaim:
    return LawClaim(
        id=stable_id("law", document.id),
        document=document.id,
        instrument=_slot("CAT", whole),
        says=_slot(LawSays.PROHIBITS, whole),
        passages=(whole,),
        engine="rules 1",
    )


def _call(document: Document, whole: Passage) -> CallClaim:
    return CallClaim(
        id=stable_id("call", document.id),
        document=document.id,
        by=(_slot("a watch", whole),),
        to=(_slot("TR", whole),),
        demand=_slot("let them go", whole),
        passages=(whole,),
        engine="rules 1",
    )


def _window(document: Document, whole: Passage) -> WindowClaim:
    return WindowClaim(
        id=stable_id("window", document.id),
        document=document.id,
        what=_slot("a meeting", whole),
        passages=(whole,),
        engine="rules 1",
    )
