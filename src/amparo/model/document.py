"""The text read out of a source, and exact quotations from it."""

from dataclasses import dataclass
from enum import StrEnum

from .edtf import Edtf
from .source import sha256

CONTEXT = 32  # characters kept before and after a quotation, as the W3C TextQuoteSelector recommends a short context


class Basis(StrEnum):
    """Where a document's date or publisher comes from."""

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """An exact quotation and where it stands (W3C TextQuoteSelector with TextPositionSelector).

    Offsets count Unicode code points of `Document.text`; ``document.text[start:end] == exact`` always holds.
    """

    document: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Where a page of the original begins in the text; pages count from 1."""

    number: int
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The working copy: text read out of one source. Line ends are line feeds; nothing else is altered.

    ``id`` is derived from the source's hash, so that reading again gives the same id. ``language`` is ISO 639-1 or None when it could
    not be told. ``published`` is None when neither the collector, the metadata nor the text says it with its year.
    ``reader`` names the step and version that read it.
    """

    id: str
    source: str
    name: str
    text: str
    text_sha256: str
    language: str | None
    title: str | None = None
    publisher: str | None = None
    published: Edtf | None = None
    published_basis: Basis | None = None
    pages: tuple[Page, ...] = ()
    reader: str = ""

    def cite(self, start: int, end: int) -> Passage:
        """Quote ``text[start:end]``; white space at either end is left out. Raises ValueError when nothing is left."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no text at {start}:{end} of document {self.id}")
        exact = self.text[start:end]
        start += len(exact) - len(exact.lstrip())
        exact = exact.strip()
        if not exact:
            raise ValueError(f"only white space at {start}:{end} of document {self.id}")
        end = start + len(exact)
        return Passage(
            document=self.id,
            start=start,
            end=end,
            exact=exact,
            prefix=self.text[max(0, start - CONTEXT) : start],
            suffix=self.text[end : end + CONTEXT],
        )

    def page_of(self, offset: int) -> int | None:
        """The page of the original on which the character at ``offset`` stands; None for unpaged documents."""
        numbers = [page.number for page in self.pages if page.start <= offset]
        return numbers[-1] if numbers else None


def document_id(source_sha256: str) -> str:
    """The id of the document read out of a source: stable over re-reading."""
    return source_sha256[:16]


def text_hash(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes."""
    return sha256(text.encode("utf-8"))
