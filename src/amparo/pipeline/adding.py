"""Files into a casebook: archive, read, extract, resolve; one transaction a file, so that a killed run resumes where it stopped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from amparo.archive import chain, collect
from amparo.casebook import Casebook
from amparo.model import CustodyAction, Fault, Source
from amparo.read import Reader

from .clock import now, tool
from .reading import AS_USUAL, NOTHING_GIVEN, Given, How, Taken, read_and_extract
from .resolving import place, resolve_blocks


class Outcome(StrEnum):
    """What became of one file. ``ONLY_ATTACHMENTS`` is a message without text, whose attachments have rows of their own."""

    ADDED = "added"
    ALREADY_IN = "already_in"
    ONLY_ATTACHMENTS = "only_attachments"
    ARCHIVED_UNREAD = "archived_unread"
    NOT_TAKEN = "not_taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """One line of the import report.

    ``path`` is what the user calls it; ``claims`` counts what the document tells that happened; ``same_as`` is the name under which the
    casebook has these bytes already; ``passed_over`` that the gate found nothing to read for incidents in the text.
    """

    path: str
    outcome: Outcome
    sha256: str | None = None
    document: str | None = None
    claims: int = 0
    passed_over: bool = False
    same_as: str | None = None
    faults: tuple[Fault, ...] = ()


def add(
    book: Casebook,
    paths: Sequence[Path],
    *,
    by: str,
    given: Given = NOTHING_GIVEN,
    how: How = AS_USUAL,
) -> Iterator[ImportRow]:
    """Take in ``paths`` (files, or folders with all in them) and give a row for each file and attachment once it is stored.

    A text that the gate passes over (`How.gate`) is stored all the same. The same bytes twice are one source; the second time is said in
    the row and in the custody log. Raises WrongCall for a path that does not exist, before anything is taken in, and CannotWrite when the disk is full; the file being stored is then left out whole.
    """
    with Reader() as reader:
        for item in collect(paths):
            if isinstance(item, Fault):
                yield ImportRow(path=item.where, outcome=Outcome.NOT_TAKEN, faults=(item,))
                continue
            known = book.sources.get(item.sha256)
            if known is not None:
                with book.transaction():
                    row = _offered_again(book, known, item.path, item.name, by)
                yield row
                continue
            taken = list(read_and_extract(item, reader, now(), given=given, how=how))
            yield from _store(book, taken, by)


def _store(book: Casebook, taken: Sequence[Taken], by: str) -> list[ImportRow]:
    """Store a file with its attachments, all or nothing."""
    rows: list[ImportRow] = []
    blocks: set[str] = set()
    with book.transaction():
        for one in taken:
            known = book.sources.get(one.source.sha256)
            if (
                known is not None
            ):  # attached twice, or it came before with another message, or from another process just now
                rows.append(_offered_again(book, known, one.path, one.source.name, by))
                continue
            book.sources.put(one.source, one.content)
            _log(book, CustodyAction.COLLECTED, one.source.sha256, by, one.source.name)
            _log_reading(book, one, by)
            blocks |= place(book, one)
            rows.append(row_of(one, one.path))
        resolve_blocks(book, blocks)
    return rows


def row_of(one: Taken, path: str) -> ImportRow:
    """The row for a source that was read, or could not be."""
    document, extraction = one.document, one.extraction
    unread = Outcome.ARCHIVED_UNREAD if one.faults else Outcome.ONLY_ATTACHMENTS
    return ImportRow(
        path=path,
        outcome=Outcome.ADDED if document is not None else unread,
        sha256=one.source.sha256,
        document=document.id if document is not None else None,
        claims=len(extraction.claims) if extraction is not None else 0,
        passed_over=extraction is not None and extraction.passed_over,
        faults=one.faults,
    )


def _offered_again(book: Casebook, known: Source, path: str, name: str, by: str) -> ImportRow:
    _log(book, CustodyAction.OFFERED_AGAIN, known.sha256, by, f"as {name}")
    return ImportRow(path=path, outcome=Outcome.ALREADY_IN, sha256=known.sha256, same_as=known.name)


def _log_reading(book: Casebook, one: Taken, by: str) -> None:
    if one.document is not None:
        _log(book, CustodyAction.READ, one.source.sha256, by, one.document.reader)
    elif one.unread:
        causes = "; ".join(fault.cause.value for fault in one.unread)
        _log(book, CustodyAction.COULD_NOT_READ, one.source.sha256, by, causes)


def _log(book: Casebook, action: CustodyAction, source: str, by: str, note: str) -> None:
    book.custody.log(chain(book.custody.last(), at=now(), by=by, action=action, source=source, tool=tool(), note=note))
