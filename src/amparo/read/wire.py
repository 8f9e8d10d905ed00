"""What passes between the reader and its child process: frames with their length before them, JSON in them, never pickle.

The child may have been taken over by a hostile file, so what comes from it is bounded and checked like any other input.
"""

import json
from dataclasses import dataclass
from typing import IO, Any

from amparo.model import Basis, Cause, Document, Edtf, Fault, Page, Source, document_id, text_hash
from amparo.model.errors import AmparoError

from .reading import TEXT_LIMIT, Attachment, Reading

_LENGTH = 8  # bytes of a frame's length, big-endian
_HEADER_LIMIT = 8 * TEXT_LIMIT  # bytes of JSON: four a character, and room for escapes
_SLACK = 1_000_000  # bytes that an attached e-mail may grow by when it is written out again
_ATTACHMENTS_LIMIT = 1000


class Garbled(Exception):
    """The other side is gone, or sent what is no message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the child is told about the bytes that follow. Never more than it needs: not when or by whom they were collected."""

    sha256: str
    name: str
    where: str
    media_type: str
    publisher: str | None
    published: Edtf | None

    @classmethod
    def of(cls, source: Source, where: str) -> "Request":
        """The request to read ``source``, shown to the user as ``where``."""
        return cls(
            sha256=source.sha256,
            name=source.name,
            where=where,
            media_type=source.media_type,
            publisher=source.publisher,
            published=source.published,
        )


def send_request(stream: IO[bytes], request: Request, content: bytes) -> None:
    """Write one request. Raises OSError when the child is gone."""
    fields = [request.sha256, request.name, request.where, request.media_type, request.publisher]
    _write(stream, json.dumps([*fields, request.published and request.published.value]).encode())
    _write(stream, content)
    stream.flush()


def receive_request(stream: IO[bytes]) -> tuple[Request, bytes] | None:
    """Read one request; None when the other side has closed the stream."""
    header = stream.read(_LENGTH)
    if len(header) < _LENGTH:
        return None
    sha256, name, where, media_type, publisher, published = json.loads(stream.read(int.from_bytes(header)))
    request = Request(
        sha256=sha256,
        name=name,
        where=where,
        media_type=media_type,
        publisher=publisher,
        published=Edtf(published) if published else None,
    )
    return request, stream.read(int.from_bytes(stream.read(_LENGTH)))


def send_reading(stream: IO[bytes], reading: Reading, *, last: bool) -> None:
    """Write one reading; ``last`` tells that the child will end after it."""
    document = reading.document
    header = {
        "last": last,
        "document": document
        and {
            "text": document.text,
            "language": document.language,
            "title": document.title,
            "publisher": document.publisher,
            "published": document.published and document.published.value,
            "basis": document.published_basis,
            "pages": [page.start for page in document.pages],
            "reader": document.reader,
        },
        "faults": [[fault.where, fault.cause, fault.message, fault.page] for fault in reading.faults],
        "attachments": [attachment.name for attachment in reading.attachments],
    }
    _write(stream, json.dumps(header, ensure_ascii=False).encode())
    for attachment in reading.attachments:
        _write(stream, attachment.content)
    stream.flush()


def receive_reading(stream: IO[bytes], source: Source) -> tuple[Reading, bool]:
    """Read the answer about ``source``, and whether it was the child's last. Raises `Garbled` or OSError.

    Identity and hashes are the caller's own: the child is not asked what it read.
    """
    try:
        header = json.loads(_read(stream, _HEADER_LIMIT))
        names = _list(header["attachments"], str)
        if len(names) > _ATTACHMENTS_LIMIT:
            raise Garbled
        reading = Reading(
            document=_document(header["document"], source) if header["document"] is not None else None,
            faults=tuple(_fault(*fields) for fields in _list(header["faults"], list)),
            attachments=tuple(Attachment(name=name, content=_read(stream, source.size + _SLACK)) for name in names),
        )
        return reading, bool(header["last"])
    except (ValueError, KeyError, TypeError, RecursionError, AmparoError) as error:
        raise Garbled from error


def _document(fields: dict[str, Any], source: Source) -> Document:
    text = _of(fields["text"], str)
    starts = _list(fields["pages"], int)
    if len(text) > TEXT_LIMIT or starts != sorted(starts) or any(not 0 <= start <= len(text) for start in starts):
        raise Garbled
    published = _or_none(fields["published"], str)
    basis = _or_none(fields["basis"], str)
    return Document(
        id=document_id(source.sha256),
        source=source.sha256,
        name=source.name,
        text=text,
        text_sha256=text_hash(text),  # ValueError for half a surrogate pair, which no store could keep
        language=_or_none(fields["language"], str),
        title=_or_none(fields["title"], str),
        publisher=_or_none(fields["publisher"], str),
        published=Edtf(published) if published else None,
        published_basis=Basis(basis) if basis else None,
        pages=tuple(Page(number=number, start=start) for number, start in enumerate(starts, start=1)),
        reader=_of(fields["reader"], str),
    )


def _fault(where: Any, cause: Any, message: Any, page: Any) -> Fault:
    return Fault(where=_of(where, str), cause=Cause(cause), message=_of(message, str), page=_or_none(page, int))


def _of(value: Any, kind: type) -> Any:
    if not isinstance(value, kind):
        raise Garbled
    return value


def _or_none(value: Any, kind: type) -> Any:
    return value if value is None else _of(value, kind)


def _list(value: Any, kind: type) -> list[Any]:
    return [_of(item, kind) for item in _of(value, list)]


def _write(stream: IO[bytes], frame: bytes) -> None:
    stream.write(len(frame).to_bytes(_LENGTH))
    stream.write(frame)


def _read(stream: IO[bytes], limit: int) -> bytes:
    header = stream.read(_LENGTH)
    length = int.from_bytes(header)
    if len(header) < _LENGTH or length > limit:
        raise Garbled
    frame = stream.read(length)
    if len(frame) < length:
        raise Garbled
    return frame
