"""One collected file → everything read and extracted from it, its attachments included; nothing stored yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from amparo.archive import Collected, take
from amparo.extract import extract
from amparo.model import Document, Edtf, Extraction, Fault, Source
from amparo.read import Reader

_DEEPEST = 5  # messages within messages; what lies deeper is a fault of the reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the person who collected the files says of all of them; wins over what the files show."""

    publisher: str | None = None
    published: Edtf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One source with its bytes and what came of it. ``document`` and ``extraction`` are None when it could not be read."""

    source: Source
    content: bytes
    path: str
    document: Document | None
    extraction: Extraction | None
    faults: tuple[Fault, ...]


def read_and_extract(
    item: Collected,
    reader: Reader,
    at: datetime,
    *,
    given: Given,
    engine: str,
    parent: str | None = None,
    depth: int = 0,
) -> Iterator[Taken]:
    """Read ``item`` in the limited child process, extract from its text, then do the same with each attachment."""
    source = take(item, at, publisher=given.publisher, published=given.published, parent=parent)
    yield from read_source(source, item.content, item.path, reader, engine=engine, depth=depth)


def read_source(
    source: Source, content: bytes, path: str, reader: Reader, *, engine: str, depth: int = 0
) -> Iterator[Taken]:
    """The same for a source that is already one."""
    reading = reader.read(source, content, path)
    extraction = extract(reading.document, engine=engine) if reading.document is not None else None
    faults = reading.faults + (extraction.faults if extraction is not None else ())
    yield Taken(
        source=source, content=content, path=path, document=reading.document, extraction=extraction, faults=faults
    )
    if depth >= _DEEPEST:
        return
    for attachment in reading.attachments:
        inner = Collected.of(attachment.content, path=f"{path} > {attachment.name}", name=attachment.name)
        nothing_given = Given()
        yield from read_and_extract(
            inner,
            reader,
            source.collected_at,
            given=nothing_given,
            engine=engine,
            parent=source.sha256,
            depth=depth + 1,
        )
