"""What is said of files that none of the readers reads."""

import pytest
from tests.read.files import DOCX, ENGLISH, article, page, pdf, word

from amparo.model import Cause, Fault
from amparo.read.formats import read_out
from amparo.read.reading import Readout

MAIL = f"From: a@example.org\nSubject: x\nMIME-Version: 1.0\n\n{ENGLISH}\n".encode()


@pytest.mark.parametrize(
    ("content", "media_type", "name"),
    [
        (ENGLISH.encode(), "text/plain", "read.plain/1"),
        (page(article(ENGLISH, ENGLISH, ENGLISH)), "text/html", "read.html/1"),
        (page(article(ENGLISH, ENGLISH, ENGLISH)), "application/xhtml+xml", "read.html/1"),
        (pdf(ENGLISH), "application/pdf", "read.pdf/1"),
        (word(ENGLISH), DOCX, "read.docx/1"),
        (MAIL, "message/rfc822", "read.email/1"),
    ],
)
def test_each_format_has_its_reader(content: bytes, media_type: str, name: str) -> None:
    reader, readout = read_out(content, media_type, "x")
    assert reader == name
    assert isinstance(readout, Readout)
    assert ENGLISH in readout.text


@pytest.mark.parametrize(
    ("media_type", "words"),
    [
        ("application/zip", "ZIP archive"),
        ("application/msword", "old Word file"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "spreadsheet"),
        ("image/tiff", "picture"),
        ("video/mp4", "video"),
        ("audio/ogg", "sound recording"),
        ("application/octet-stream", "no format known"),
        ("application/of-tomorrow", "no format known"),
    ],
)
def test_a_format_that_is_not_read_is_named_with_what_to_do(media_type: str, words: str) -> None:
    _, fault = read_out(b"x", media_type, "a.bin")
    assert isinstance(fault, Fault)
    assert (fault.where, fault.cause) == ("a.bin", Cause.UNKNOWN_FORMAT)
    assert words in fault.message
    assert fault.message.endswith(".")
    assert "\n" not in fault.message


def test_a_locked_office_file_and_an_empty_file() -> None:
    _, locked = read_out(b"x", "application/encrypted", "a.docx")
    _, empty = read_out(b"", "text/plain", "a.txt")
    assert isinstance(locked, Fault)
    assert isinstance(empty, Fault)
    assert (locked.cause, empty.cause) == (Cause.ENCRYPTED, Cause.EMPTY)
