"""The frames between the reader and its child, and a child that lies."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.files import source

from amparo.model import Basis, Cause, Document, Edtf, Fault, Page, document_id, sha256, text_hash
from amparo.read import Attachment, Reading
from amparo.read.wire import Garbled, Request, receive_reading, receive_request, send_reading, send_request

SOURCE = source(b"bytes", publisher="Paper", published=Edtf("2024-04"))
LETTERS = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
FAULTS = st.builds(
    Fault, where=LETTERS, cause=st.sampled_from(Cause), message=LETTERS, page=st.none() | st.integers(1, 99)
)


@st.composite
def _documents(draw: st.DrawFn) -> Document:
    text = draw(LETTERS)
    starts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
    published = draw(st.none() | st.sampled_from([Edtf("2024"), Edtf("2024-04-16")]))
    return Document(
        id=document_id(SOURCE.sha256),
        source=SOURCE.sha256,
        name=SOURCE.name,
        text=text,
        text_sha256=text_hash(text),
        language=draw(st.none() | st.just("tg")),
        title=draw(st.none() | LETTERS),
        publisher=draw(st.none() | LETTERS),
        published=published,
        published_basis=draw(st.sampled_from(Basis)) if published else None,
        pages=tuple(Page(number=number, start=start) for number, start in enumerate(starts, start=1)),
        reader="read.plain/1",
    )


def _answer(**changes: Any) -> bytes:
    document: dict[str, Any] = {
        "text": "words", "language": None, "title": None, "publisher": None, "published": None, "basis": None,
        "pages": [], "reader": "read.plain/1",
    }  # fmt: skip
    header = {
        "last": False,
        "document": document | changes.pop("document", {}),
        "faults": [],
        "attachments": [],
    } | changes
    frame = json.dumps(header).encode()
    return len(frame).to_bytes(8) + frame


def test_a_request_arrives_as_it_was_sent() -> None:
    stream = io.BytesIO()
    request = Request.of(SOURCE, "folder/report.txt")
    send_request(stream, request, b"bytes")
    send_request(stream, request, b"")
    stream.seek(0)
    assert receive_request(stream) == (request, b"bytes")
    assert receive_request(stream) == (request, b"")
    assert receive_request(stream) is None


@given(
    st.none() | _documents(),
    st.lists(FAULTS, max_size=3),
    st.lists(st.builds(Attachment, name=LETTERS, content=st.binary(max_size=50)), max_size=3),
    st.booleans(),
)
def test_a_reading_arrives_as_it_was_sent(
    document: Document | None, faults: list[Fault], attachments: list[Attachment], last: bool
) -> None:
    stream = io.BytesIO()
    reading = Reading(document=document, faults=tuple(faults), attachments=tuple(attachments))
    send_reading(stream, reading, last=last)
    stream.seek(0)
    assert receive_reading(stream, SOURCE) == (reading, last)


def test_identity_and_hash_are_the_callers_own() -> None:
    reading, _ = receive_reading(io.BytesIO(_answer()), SOURCE)
    assert reading.document is not None
    assert (reading.document.source, reading.document.text_sha256) == (SOURCE.sha256, sha256(b"words"))


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\0\0\0",
        (10**12).to_bytes(8),
        (5).to_bytes(8) + b"{",
        (2).to_bytes(8) + b"[]",
        _answer(document={"text": 7}),
        _answer(document={"text": "\ud800"}),
        _answer(document={"pages": [6]}),
        _answer(document={"pages": [3, 1]}),
        _answer(document={"pages": [-1]}),
        _answer(document={"published": "soon"}),
        _answer(document={"basis": "hearsay"}),
        _answer(document={"title": ["x"]}),
        _answer(faults=[["x", "no such cause", "y", None]]),
        _answer(faults=[["x"]]),
        _answer(attachments=["a.pdf"]),
        _answer(attachments=["a.pdf"]) + (10**9).to_bytes(8),
        _answer(attachments=["x"] * 2000),
        (200_000).to_bytes(8) + b"[" * 200_000,
    ],
)
def test_what_is_no_answer_is_refused(answer: bytes) -> None:
    with pytest.raises(Garbled):
        receive_reading(io.BytesIO(answer), SOURCE)


@given(st.binary(max_size=100))
def test_any_bytes_are_refused_or_understood(answer: bytes) -> None:
    with pytest.raises(Garbled):
        receive_reading(io.BytesIO(answer), SOURCE)
