"""Everything derived, anew from the sources; and whether what is stored is what was recorded."""

from collections.abc import Iterator

from amparo.casebook import Casebook
from amparo.read import Reader

from .adding import ImportRow, Outcome
from .reading import read_source
from .resolving import place, resolve_blocks


def rebuild(book: Casebook, *, engine: str = "rules") -> Iterator[ImportRow]:
    """Throw away all documents, claims, persons and incidents and make them again; a row for each source.

    Sources, custody and their dates are untouched. A run that was killed leaves the sources whole: run it again.
    """
    with Reader() as reader:
        sources = tuple(book.sources.all())
        with book.transaction():
            book.clear_derived()
        for source in sources:
            content = book.sources.content(source.sha256) or b""
            one = next(iter(read_source(source, content, source.name, reader, engine=engine)))
            with book.transaction():
                place(book, one)
            yield ImportRow(
                path=source.name,
                outcome=Outcome.ADDED if one.document is not None else Outcome.ARCHIVED_UNREAD,
                sha256=source.sha256,
                document=one.document.id if one.document is not None else None,
                claims=len(one.extraction.claims) if one.extraction is not None else 0,
                faults=one.faults,
            )
        with book.transaction():
            resolve_blocks(book, book.resolutions.blocks())


def verify(book: Casebook) -> tuple[str, ...]:
    """Every record that is not what was stored, in plain words; empty when all is as it was."""
    return book.verify()
