"""Files → claims, without a casebook: for a look, for scripts and for measuring."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from amparo.archive import collect
from amparo.model import Document, Extraction, Fault
from amparo.read import Reader

from .clock import now
from .reading import AS_USUAL, NOTHING_GIVEN, Given, How, read_and_extract


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What came of one file: its document with the extraction, or neither, and the faults. ``path`` is what the user calls it."""

    path: str
    document: Document | None
    extraction: Extraction | None
    faults: tuple[Fault, ...]


def extract(paths: Sequence[Path], *, given: Given = NOTHING_GIVEN, how: How = AS_USUAL) -> Iterator[Extracted]:
    """Read and extract each file of ``paths``, attachments included. Nothing is stored.

    Raises WrongCall for a path that does not exist and UnknownCode when there is no such engine.
    """
    with Reader() as reader:
        for item in collect(paths):
            if isinstance(item, Fault):
                yield Extracted(path=item.where, document=None, extraction=None, faults=(item,))
                continue
            for one in read_and_extract(item, reader, now(), given=given, how=how):
                yield Extracted(path=one.path, document=one.document, extraction=one.extraction, faults=one.faults)
