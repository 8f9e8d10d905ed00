"""Hypothesis strategies for the records of the model: any that a reader or an engine could make, odd ones above all.

Quotations are true: every passage stands in the text of its document. Ids are unique, as `stable_id` makes them.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from amparo.model import (
    Agent,
    Basis,
    CallClaim,
    Cause,
    Claim,
    Contradiction,
    Document,
    Edtf,
    Extraction,
    Fault,
    Incident,
    LawClaim,
    LawSays,
    Mention,
    Page,
    Passage,
    Person,
    Reading,
    Resolution,
    Side,
    Slot,
    Source,
    Status,
    WindowClaim,
    day,
    document_id,
    sha256,
    stable_id,
    text_hash,
)

T = TypeVar("T")

_LETTERS = st.characters(codec="utf-8")  # all but surrogates, which are no text
_WORDS = ("Mirzoev", "Мирзоев", "İnandır", "Karimzoda's", 'the "red notice"', "عزت", "郭", "—", "\n\n", "O‘g‘li", "🕊")


def words(*, max_size: int = 20) -> SearchStrategy[str]:
    """Any short text: a name, a rule, a note."""
    return st.text(_LETTERS, max_size=max_size)


def texts() -> SearchStrategy[str]:
    """What a document can say, with at least one character that is not white space."""
    loose = st.lists(st.sampled_from(_WORDS) | st.text(_LETTERS, min_size=1, max_size=8), min_size=1, max_size=12)
    return loose.map(" ".join).filter(lambda text: bool(text.strip()))


def codes() -> SearchStrategy[str]:
    """Country codes of a state."""
    return st.sampled_from(("TJ", "RU", "TR", "LT", "XK"))


def edtfs() -> SearchStrategy[Edtf]:
    """Dates, months, years, seasons, qualified or not, and intervals."""
    days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
    points = st.one_of(
        days.map(day),
        days.map(lambda at: Edtf(f"{at:%Y-%m}")),
        days.map(lambda at: Edtf(f"{at:%Y}")),
        st.builds(lambda at, season: Edtf(f"{at:%Y}-{season}"), days, st.integers(21, 24)),
    )
    qualified = st.builds(lambda point, mark: Edtf(f"{point}{mark}"), points, st.sampled_from("~?%"))
    spans = st.tuples(points, points).map(sorted).filter(lambda ends: ends[0].earliest <= ends[1].latest)
    return st.one_of(points, qualified, spans.map(lambda ends: Edtf(f"{ends[0]}/{ends[1]}")))


def instants() -> SearchStrategy[datetime]:
    """Points in time in UTC, with and without microseconds."""
    return st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # the strategy's own form


@st.composite
def collected(draw: DrawFn, content: bytes | None = None) -> tuple[Source, bytes]:
    """Bytes with the record of them."""
    found = draw(st.binary(min_size=1, max_size=200)) if content is None else content
    source = Source(
        sha256=sha256(found),
        name=draw(words()),
        media_type=draw(st.sampled_from(("text/plain", "text/html", "message/rfc822"))),
        size=len(found),
        collected_at=draw(instants()),
        parent=draw(st.none() | st.binary(max_size=4).map(sha256)),
        publisher=draw(st.none() | words()),
        published=draw(st.none() | edtfs()),
    )
    return source, found


@st.composite
def documents(draw: DrawFn, source: Source | None = None) -> Document:
    """A document read out of ``source``, or of bytes that are its own text."""
    text = draw(texts())
    origin = source.sha256 if source else text_hash(text)
    starts = draw(st.lists(st.integers(0, len(text)), max_size=3, unique=True).map(sorted))
    return Document(
        id=document_id(origin),
        source=origin,
        name=draw(words()),
        text=text,
        text_sha256=text_hash(text),
        language=draw(st.sampled_from((None, "en", "ru", "tg"))),
        title=draw(st.none() | words()),
        publisher=draw(st.none() | words()),
        published=draw(st.none() | edtfs()),
        published_basis=draw(st.none() | st.sampled_from(Basis)),
        pages=tuple(Page(number=number, start=start) for number, start in enumerate(starts, start=1)),
        reader=draw(words()),
    )


@st.composite
def passages(draw: DrawFn, document: Document) -> Passage:
    """A true quotation of ``document``, never only white space."""
    solid = [place for place, letter in enumerate(document.text) if not letter.isspace()]
    inside = draw(st.sampled_from(solid))
    return document.cite(draw(st.integers(0, inside)), draw(st.integers(inside + 1, len(document.text))))


def quotes(document: Document) -> SearchStrategy[tuple[Passage, ...]]:
    """One to three quotations, also twice the same."""
    return st.lists(passages(document), min_size=1, max_size=3).map(tuple)


@st.composite
def slots(draw: DrawFn, document: Document, values: SearchStrategy[T]) -> Slot[T]:
    """A value of ``values`` with its own quotations."""
    return Slot(
        value=draw(values), passages=draw(quotes(document)), rule=draw(words(max_size=8)), guessed=draw(st.booleans())
    )


def several(values: SearchStrategy[T], *, most: int = 3) -> SearchStrategy[tuple[T, ...]]:
    """Some, or none, in an order that counts."""
    return st.lists(values, max_size=most).map(tuple)


def faults() -> SearchStrategy[Fault]:
    """Anything that can go wrong."""
    return st.builds(
        Fault,
        where=words(),
        cause=st.sampled_from(Cause),
        message=words(),
        page=st.none() | st.integers(1, 999),
    )


@st.composite
def mentions(draw: DrawFn, document: Document, number: int = 0) -> Mention:
    """Someone as ``document`` calls them; ``number`` sets one mention apart from another."""
    return Mention(
        id=stable_id("mention", document.id, number),
        document=document.id,
        name=draw(words()),
        named=draw(st.booleans()),
        passages=draw(quotes(document)),
        forms=draw(several(words())),
        count=draw(st.none() | st.integers(0, 1000)),
        target=draw(st.booleans()),
        role=draw(st.none() | st.sampled_from(("activist", "lawyer"))),
        organisation=draw(st.none() | words()),
        origin=draw(st.none() | slots(document, codes())),
        affiliations=draw(several(slots(document, words()))),
    )


def agents() -> SearchStrategy[Agent]:
    """Who did it."""
    return st.builds(Agent, name=words(), state=st.none() | codes(), side=st.sampled_from(Side))


@st.composite
def claims(draw: DrawFn, document: Document, targets: Sequence[str], number: int = 0) -> Claim:
    """What ``document`` says happened to one of ``targets`` (ids of mentions)."""
    state = st.none() | slots(document, codes())
    return Claim(
        id=stable_id("claim", document.id, number),
        document=document.id,
        target=draw(st.sampled_from(targets)),
        act=draw(slots(document, st.sampled_from(("detention", "rendition", "extradition")))),
        status=draw(slots(document, st.sampled_from(Status))),
        passages=draw(quotes(document)),
        engine="rules 1",
        host=draw(state),
        hosts_any=draw(several(slots(document, codes()))),
        destination=draw(state),
        origin=draw(state),
        date=draw(st.none() | slots(document, edtfs())),
        agents=draw(several(slots(document, agents()))),
        sources=draw(several(slots(document, words()))),
        details=draw(several(st.tuples(words(max_size=8), slots(document, words())))),
    )


@st.composite
def law_claims(draw: DrawFn, document: Document, number: int = 0) -> LawClaim:
    """What ``document`` says of the law."""
    return LawClaim(
        id=stable_id("law", document.id, number),
        document=document.id,
        instrument=draw(slots(document, words())),
        says=draw(slots(document, st.sampled_from(LawSays))),
        passages=draw(quotes(document)),
        engine="rules 1",
        states=draw(several(slots(document, codes()))),
        sources=draw(several(slots(document, words()))),
    )


@st.composite
def call_claims(draw: DrawFn, document: Document, number: int = 0) -> CallClaim:
    """Who calls on whom in ``document``."""
    return CallClaim(
        id=stable_id("call", document.id, number),
        document=document.id,
        by=draw(several(slots(document, words()))),
        to=draw(several(slots(document, words()))),
        demand=draw(slots(document, words())),
        passages=draw(quotes(document)),
        engine="rules 1",
    )


@st.composite
def window_claims(draw: DrawFn, document: Document, number: int = 0) -> WindowClaim:
    """A meeting or deadline that ``document`` names."""
    return WindowClaim(
        id=stable_id("window", document.id, number),
        document=document.id,
        what=draw(slots(document, words())),
        passages=draw(quotes(document)),
        engine="rules 1",
        date=draw(st.none() | slots(document, edtfs())),
        parties=draw(several(slots(document, words()))),
    )


@st.composite
def extractions(draw: DrawFn, document: Document) -> Extraction:
    """All that an engine could find in ``document``."""
    found = [draw(mentions(document, number)) for number in range(draw(st.integers(0, 3)))]
    targets = [mention.id for mention in found]
    few = st.integers(0, 2)
    return Extraction(
        document=document.id,
        engine=draw(words(max_size=8)),
        mentions=tuple(found),
        claims=tuple(draw(claims(document, targets, number)) for number in range(draw(few) if targets else 0)),
        laws=tuple(draw(law_claims(document, number)) for number in range(draw(few))),
        calls=tuple(draw(call_claims(document, number)) for number in range(draw(few))),
        windows=tuple(draw(window_claims(document, number)) for number in range(draw(few))),
        faults=draw(several(faults())),
    )


@st.composite
def persons(draw: DrawFn, members: Sequence[str], number: int = 0) -> Person:
    """A cluster of the mentions whose ids are ``members``."""
    return Person(
        id=stable_id("person", number, *members),
        name=draw(words()),
        named=draw(st.booleans()),
        names=draw(several(words())),
        mentions=tuple(draw(st.permutations(members))),
        target=draw(st.booleans()),
        count=draw(st.none() | st.integers(0, 1000)),
        origin=draw(st.none() | codes()),
        roles=draw(several(words())),
        affiliations=draw(several(words())),
        because=draw(several(words())),
    )


@st.composite
def incidents(draw: DrawFn, person: str, members: Sequence[str], number: int = 0) -> Incident:
    """A cluster of the claims whose ids are ``members``, about the person of that id."""
    readings = st.builds(Reading, value=words(), claims=several(st.sampled_from(members) if members else words()))
    return Incident(
        id=stable_id("incident", person, number),
        person=person,
        act=draw(st.sampled_from(("detention", "rendition", "extradition"))),
        claims=tuple(draw(st.permutations(members))),
        status=draw(st.none() | st.sampled_from(Status)),
        date=draw(st.none() | edtfs()),
        host=draw(st.none() | codes()),
        hosts_any=draw(several(codes())),
        destination=draw(st.none() | codes()),
        origin=draw(st.none() | codes()),
        contradictions=draw(several(st.builds(Contradiction, slot=words(), readings=several(readings)))),
    )


@st.composite
def resolutions(draw: DrawFn, extraction: Extraction) -> Resolution:
    """The mentions and claims of ``extraction`` put into clusters: each mention in one person, each claim in one incident of its target."""
    count = len(extraction.mentions)
    cluster_of = draw(st.lists(st.integers(0, max(0, count - 1)), min_size=count, max_size=count))
    people: list[Person] = []
    occasions: list[Incident] = []
    for cluster in sorted(set(cluster_of)):
        members = [m.id for m, of in zip(extraction.mentions, cluster_of, strict=True) if of == cluster]
        people.append(draw(persons(members, cluster)))
        told = [claim.id for claim in extraction.claims if claim.target in members]
        if told:
            occasions.append(draw(incidents(people[-1].id, told)))
    return Resolution(persons=tuple(people), incidents=tuple(occasions))
