"""Short invented reports, and what an extraction of them says in plain values. All people are invented."""

from dataclasses import dataclass
from typing import TypeVar

from amparo.extract import extract
from amparo.extract.rules.analysis import Analysis, Token
from amparo.extract.rules.blocks import Kind, blocks, fold, plain
from amparo.extract.rules.cast import Cast, cast_of
from amparo.extract.rules.english import EnglishAnalyzer
from amparo.extract.rules.names import name_spans
from amparo.extract.rules.scan import Scan, scan
from amparo.extract.rules.triggers import Match, matches
from amparo.model import Claim, Document, Edtf, Extraction, Mention, Slot, document_id, sha256, text_hash

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim in plain values: ``who`` is the name or noun phrase of its target."""

    who: str
    act: str
    status: str
    host: str | None
    hosts_any: tuple[str, ...]
    destination: str | None
    origin: str | None
    date: str | None
    agents: tuple[str, ...]
    sources: tuple[str, ...]
    details: dict[str, str]


def report(text: str, *, published: str | None = None, language: str | None = "en") -> Document:
    """A document with that text."""
    digest = sha256(text.encode("utf-8", "surrogatepass"))
    return Document(
        id=document_id(digest),
        source=digest,
        name="report.txt",
        text=text,
        text_sha256=text_hash(text),
        language=language,
        published=None if published is None else Edtf(published),
    )


def found(text: str, *, published: str | None = None) -> Extraction:
    """What the rules engine finds in an English text."""
    return extract(report(text, published=published), engine="rules")


def told(text: str, *, published: str | None = None, language: str = "en") -> list[Told]:
    """The claims of a text, in plain values."""
    extraction = extract(report(text, published=published, language=language), engine="rules")
    names = {mention.id: mention.name for mention in extraction.mentions}
    return [_plain(claim, names[claim.target]) for claim in extraction.claims]


def only(text: str, *, published: str | None = None) -> Told:
    """The one claim of a text."""
    (claim,) = told(text, published=published)
    return claim


def acts(text: str) -> set[tuple[str, str]]:
    """(target, act) of every claim."""
    return {(claim.who, claim.act) for claim in told(text)}


def person(text: str, name: str) -> Mention:
    """The mention of that name."""
    (mention,) = (mention for mention in found(text).mentions if mention.name == name)
    return mention


def parsed(text: str) -> tuple[Analysis, Scan]:
    """A text parsed, and what the lists know of it."""
    running = [block for block in blocks(text) if block.kind is not Kind.FURNITURE]
    analysis = EnglishAnalyzer().analyse(fold(text), tuple((block.start, block.end) for block in running))
    return analysis, scan(plain(text), language="en", published=None)


def cast(text: str) -> Cast:
    """The people named in a text."""
    analysis, listed = parsed(text)
    return cast_of(analysis, name_spans(analysis, listed), listed)


def word(analysis: Analysis, text: str) -> Token:
    """The first word that is written so."""
    return next(token for token in analysis.tokens if token.text == text)


def triggered(text: str) -> list[tuple[str, str]]:
    """(act, word) of every trigger in a text."""
    analysis, listed = parsed(text)
    return [(m.act, m.token.text) for m in all_matches(analysis, listed)]


def all_matches(analysis: Analysis, listed: Scan) -> list[Match]:
    """Every trigger in a parsed text."""
    return [match for sentence in analysis.sentences for match in matches(analysis, sentence, listed)]


def _plain(claim: Claim, who: str) -> Told:
    return Told(
        who=who,
        act=claim.act.value,
        status=claim.status.value.value,
        host=_value(claim.host),
        hosts_any=tuple(slot.value for slot in claim.hosts_any),
        destination=_value(claim.destination),
        origin=_value(claim.origin),
        date=None if claim.date is None else claim.date.value.value,
        agents=tuple(slot.value.name for slot in claim.agents),
        sources=tuple(slot.value for slot in claim.sources),
        details={key: slot.value for key, slot in claim.details},
    )


def _value(slot: Slot[T] | None) -> T | None:
    return None if slot is None else slot.value
