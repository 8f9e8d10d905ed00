"""The documents of one case, numbered, and quotations from them."""

from collections.abc import Iterable
from dataclasses import dataclass

from amparo.model import Case, Document, Passage, Person

from .lines import Quote, SourceLine
from .order import in_order
from .words import date_words, visible


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The documents under their ids, each with its number and its line in the list of sources; and who speaks in them."""

    documents: dict[str, Document]
    lines: dict[str, SourceLine]
    speakers: dict[str, Person]

    def quote(self, passage: Passage) -> Quote:
        """A passage with what a reader needs to find it again."""
        line = self.lines[passage.document]
        return Quote(
            words=visible(passage.exact),
            number=line.number,
            document=passage.document,
            start=passage.start,
            end=passage.end,
            document_title=line.title,
            publisher=line.publisher,
            published=line.published,
            page=self.documents[passage.document].page_of(passage.start),
        )

    def quotes(self, passages: Iterable[Passage]) -> tuple[Quote, ...]:
        """Passages in the order of the documents and their texts; one that stands inside another is left out."""
        kept: list[Passage] = []
        for passage in sorted(set(passages), key=lambda one: (self.number(one.document), one.start, -one.end)):
            if not kept or not covers(kept[-1], passage):
                kept.append(passage)
        return tuple(self.quote(passage) for passage in kept)

    def number(self, document: str) -> int:
        """The number under which a document is referred to."""
        return self.lines[document].number


def covers(outer: Passage, inner: Passage) -> bool:
    """Whether every character of ``inner`` stands in ``outer``."""
    return outer.document == inner.document and outer.start <= inner.start and inner.end <= outer.end


def shelf(case: Case) -> Shelf:
    """Number the documents of a case by date of publication."""
    documents = in_order(case.documents)
    return Shelf(
        documents={document.id: document for document in documents},
        lines={document.id: _source(number, document) for number, document in enumerate(documents, start=1)},
        speakers={name.casefold(): one for one in case.speakers for name in (one.name, *one.names)},
    )


def _source(number: int, document: Document) -> SourceLine:
    return SourceLine(
        number=number,
        document=document.id,
        name=visible(document.name),
        title=visible(document.title or ""),
        publisher=visible(document.publisher or ""),
        published=date_words(document.published) if document.published else "",
        language=document.language or "",
        sha256=document.source,
        text_sha256=document.text_sha256,
    )
