"""The page of one document."""

from collections.abc import Iterator
from datetime import UTC, datetime

from amparo import __version__
from amparo.casebook import Casebook
from amparo.model import Basis, CustodyAction, CustodyEntry, Document, Source, day
from amparo.report.told import told_in_order
from amparo.report.words import date_words

from .marking import Kind, Mark, marked
from .notes import marks, notes
from .pages import CustodyItem, DocumentPage

_BASES = {
    Basis.GIVEN: "as its collector said",
    Basis.METADATA: "from the file's metadata",
    Basis.DATELINE: "from the dateline of the text",
}
_ACTIONS = {
    CustodyAction.COLLECTED: "collected",
    CustodyAction.OFFERED_AGAIN: "offered again",
    CustodyAction.READ: "read",
    CustodyAction.COULD_NOT_READ: "could not be read",
}


def document_page(
    book: Casebook, document: str, casebook: str, *, at: tuple[int, int] | None = None
) -> DocumentPage | None:
    """The document of that id; None where there is none. ``at`` is a further place in its text to be marked."""
    found = book.documents.get(document)
    extraction = book.documents.extraction(document)
    if found is None or extraction is None:
        return None
    told = told_in_order(extraction)
    sought = [Mark(start=at[0], end=at[1], kind=Kind.FOUND)] if at else []
    return DocumentPage(
        casebook=casebook,
        title=found.title or found.name,
        version=__version__,
        text=marked(found.text, [*marks(told), *sought]),
        language=found.language or "",
        notes=notes(told, extraction.mentions, book.cases.persons_in((document,))),
        facts=tuple(_facts(found, book.sources.get(found.source))),
        unread=tuple(fault.message for fault in extraction.faults),
        custody=tuple(_custody(entry) for entry in book.custody.entries(found.source)),
    )


def _facts(document: Document, source: Source | None) -> Iterator[tuple[str, str]]:
    """What is known of a document and of the bytes that it was read out of, pairs of label and words."""
    yield "File", document.name
    yield "Publisher", document.publisher or "not known"
    yield "Published", _published(document)
    yield "Language", document.language or "not known"
    if document.pages:
        yield "Pages", str(len(document.pages))
    if source is not None:
        yield "Collected", _moment(source.collected_at)
        yield "Bytes", f"{source.size:,} ({source.media_type})"
    yield "Read by", document.reader
    yield "SHA-256 of the bytes as collected", document.source
    yield "SHA-256 of the text", document.text_sha256


def _published(document: Document) -> str:
    if document.published is None:
        return "date not known"
    words = date_words(document.published)
    return f"{words}, {_BASES[document.published_basis]}" if document.published_basis else words


def _custody(entry: CustodyEntry) -> CustodyItem:
    return CustodyItem(
        number=entry.number,
        at=_moment(entry.at),
        by=entry.by,
        action=_ACTIONS[entry.action],
        tool=entry.tool,
        note=entry.note,
        chain=entry.chain,
    )


def _moment(at: datetime) -> str:
    """«22 November 2021, 14:05 UTC»."""
    utc = at.astimezone(UTC)
    return f"{date_words(day(utc.date()))}, {utc:%H:%M} UTC"
