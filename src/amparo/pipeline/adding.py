"""Files into a casebook: archive, read, extract, resolve; one transaction a file, so that a killed run resumes where it stopped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from amparo.archive import Collected, chain, collect
from amparo.casebook import Casebook
from amparo.model import CustodyAction, Fault, Source
from amparo.read import Reader

from .clock import now, tool
from .reading import Given, Taken, read_and_extract
from .resolving import place, resolve_blocks

__all__ = ["Given", "ImportRow", "Outcome", "add"]


class Outcome(StrEnum):
    """What became of one file."""

    ADDED = "added"
    ALREADY_IN = "already_in"
    ARCHIVED_UNREAD = "archived_unread"
    NOT_TAKEN = "not_taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """One line of the import report. ``same_as`` names the file that the casebook has these bytes under already."""

    path: str
    outcome: Outcome
    sha256: str | None = None
    document: str | None = None
    claims: int = 0
    same_as: str | None = None
    faults: tuple[Fault, ...] = ()


def add(
    book: Casebook, paths: Sequence[Path], *, by: str, given: Given = Given(), engine: str = "rules"
) -> Iterator[ImportRow]:
    """Take in ``paths`` (files, or folders with all in them) and give a row for each file and attachment as soon as it is stored.

    The same bytes twice are one source; the second time is said in the report and in the custody log. Raises WrongCall for a path that does not
    exist, before anything is taken in, and CannotWrite when the disk is full; the file being stored is then left out whole.
    """
    with Reader() as reader:
        for item in collect(paths):
            if isinstance(item, Fault):
                yield ImportRow(path=item.where, outcome=Outcome.NOT_TAKEN, faults=(item,))
                continue
            known = book.sources.get(item.sha256)
            if known is not None:
                yield _offered_again(book, item, known, by)
                continue
            taken = list(read_and_extract(item, reader, now(), given=given, engine=engine))
            yield from _store(book, taken, by)


def _offered_again(book: Casebook, item: Collected, known: Source, by: str) -> ImportRow:
    with book.transaction():
        _log(book, CustodyAction.OFFERED_AGAIN, known.sha256, by, f"as {item.name}")
    return ImportRow(path=item.path, outcome=Outcome.ALREADY_IN, sha256=known.sha256, same_as=known.name)


def _store(book: Casebook, taken: Sequence[Taken], by: str) -> list[ImportRow]:
    """Store a file with its attachments, all or nothing."""
    rows: list[ImportRow] = []
    blocks: set[str] = set()
    with book.transaction():
        for one in taken:
            known = book.sources.get(one.source.sha256)
            if known is not None:  # an attachment that came before, alone or with another message
                _log(book, CustodyAction.OFFERED_AGAIN, known.sha256, by, f"attached as {one.source.name}")
                rows.append(
                    ImportRow(path=one.path, outcome=Outcome.ALREADY_IN, sha256=known.sha256, same_as=known.name)
                )
                continue
            book.sources.put(one.source, one.content)
            _log(book, CustodyAction.COLLECTED, one.source.sha256, by, one.source.name)
            blocks |= place(book, one)
            _log_reading(book, one, by)
            rows.append(_row(one))
        resolve_blocks(book, blocks)
    return rows


def _row(one: Taken) -> ImportRow:
    return ImportRow(
        path=one.path,
        outcome=Outcome.ADDED if one.document is not None else Outcome.ARCHIVED_UNREAD,
        sha256=one.source.sha256,
        document=one.document.id if one.document is not None else None,
        claims=len(one.extraction.claims) if one.extraction is not None else 0,
        faults=one.faults,
    )


def _log_reading(book: Casebook, one: Taken, by: str) -> None:
    if one.document is not None:
        _log(book, CustodyAction.READ, one.source.sha256, by, one.document.reader)
    else:
        _log(book, CustodyAction.COULD_NOT_READ, one.source.sha256, by, "; ".join(f.cause for f in one.faults))


def _log(book: Casebook, action: CustodyAction, source: str, by: str, note: str) -> None:
    book.custody.log(chain(book.custody.last(), at=now(), by=by, action=action, source=source, tool=tool(), note=note))
