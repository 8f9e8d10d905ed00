"""One collected file → everything read and extracted from it, its attachments included; nothing stored yet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from amparo.archive import Collected, take
from amparo.model import AmparoError, Cause, Document, Edtf, Extraction, Fault, Source
from amparo.read import Reader

if TYPE_CHECKING:
    from amparo.extract import UserLexicon

_DEEPEST = 5  # messages within messages within messages; what lies deeper is archived with the message that holds it


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the person who collected the files says of all of them; wins over what the files show."""

    publisher: str | None = None
    published: Edtf | None = None


NOTHING_GIVEN = Given()


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How texts are read for claims: the name of the engine, whether the gate may pass a text over that can hold no incident, and a
    user's own lexicon.
    """

    engine: str = "reader"
    gate: bool = True
    lexicon: "UserLexicon | None" = None


AS_USUAL = How()


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One source with its bytes and what came of it. ``path`` is what the user calls it, with `` > part`` for an attachment.

    ``document`` and ``extraction`` are both there or both None; ``unread`` are the faults of reading, under ``path``.
    """

    source: Source
    content: bytes
    path: str
    document: Document | None
    extraction: Extraction | None
    unread: tuple[Fault, ...]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults of reading and of extraction, all under ``path``: an engine knows the document's name only."""
        unfound = self.extraction.faults if self.extraction is not None else ()
        return (*self.unread, *(replace(fault, where=self.path) for fault in unfound))


def read_and_extract(
    item: Collected,
    reader: Reader,
    at: datetime,
    *,
    given: Given = NOTHING_GIVEN,
    how: How = AS_USUAL,
    parent: str | None = None,
    depth: int = 0,
) -> Iterator[Taken]:
    """Read ``item``, collected at ``at`` (UTC), and extract from its text; then do the same with each attachment.

    ``given`` holds for the item alone: an attachment has a publisher and a date of its own. ``parent`` is the SHA-256 of the message
    it came with. Raises `UnknownCode` when there is no such engine.
    """
    source = take(item, at, publisher=given.publisher, published=given.published, parent=parent)
    yield from read_source(source, item.content, item.path, reader, how=how, depth=depth)


def read_source(
    source: Source,
    content: bytes,
    path: str,
    reader: Reader,
    *,
    how: How = AS_USUAL,
    depth: int = 0,
) -> Iterator[Taken]:
    """The same for a source that is one already: first the source itself, then its attachments."""
    reading = reader.read(source, content, path)
    yield Taken(
        source=source,
        content=content,
        path=path,
        document=reading.document,
        extraction=_extracted(reading.document, how) if reading.document is not None else None,
        unread=reading.faults,
    )
    for attachment in reading.attachments if depth < _DEEPEST else ():
        inner = Collected.of(attachment.content, path=f"{path} > {attachment.name}", name=attachment.name)
        yield from read_and_extract(inner, reader, source.collected_at, how=how, parent=source.sha256, depth=depth + 1)


def _extracted(document: Document, how: How) -> Extraction:
    """What the engine finds. One that fails on a text is a fault of that text, which can still be read and searched."""
    from amparo.extract import ENGINES, NO_WORDS, extract  # noqa: PLC0415  # a tenth of a second, which commands that only look must not pay

    try:
        return extract(document, engine=how.engine, gate=how.gate, lexicon=how.lexicon or NO_WORDS)
    except AmparoError:  # there is no such engine
        raise
    except Exception as error:  # noqa: BLE001  # a text may be hostile, and one of them must not end the import of a thousand
        words = f"The engine failed on this text ({type(error).__name__}); it was kept and can be searched. Please report this."
        fault = Fault(where=document.name, cause=Cause.CRASHED, message=words)
        found = ENGINES[how.engine]
        return Extraction(document=document.id, engine=f"{found.name}/{found.version}", faults=(fault,))


def read_lexicon(path: Path) -> "UserLexicon":
    """A user's own words and agencies out of a TOML file. Raises WrongCall, naming file, table and key, for what does not fit."""
    from amparo.extract import read_lexicon as read  # noqa: PLC0415  # see above

    return read(path)
