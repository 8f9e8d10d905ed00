"""Formats told by their bytes: small real files, made by the libraries that make such files."""

import bz2
import gzip
import io
import lzma
import sqlite3
import tarfile
import wave
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.archive import media_type

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
RUSSIAN = "Адвокат сообщил, что его подзащитного вывезли в аэропорт ночью.\n"
LETTER = "From: The Ministry\nTo: The Embassy\nSubject: Request\nDate: 12 March 2024\n\nWe have the honour to ask.\n"
MESSAGE = "From: a@example.org\nTo: b@example.org\nSubject: x\nMIME-Version: 1.0\n\nHello\n"


def _zip(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/"), text)
    return buffer.getvalue()


def _docx() -> bytes:
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Text. " * 500)
    document.save(buffer)
    return buffer.getvalue()


def _office(folder: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(f"{folder}/workbook.xml", "<x/>")
    return buffer.getvalue()


def _stored(kind: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", "<x/>")
    return buffer.getvalue()


def _tar() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("x"))
    return buffer.getvalue()


def _wave() -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(100))
    return buffer.getvalue()


def _ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(100)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "application/x-empty"),
        (b"Plain words.\n", "text/plain"),
        (RUSSIAN.encode(), "text/plain"),
        (RUSSIAN.encode("utf-8-sig"), "text/plain"),
        (RUSSIAN.encode("cp1251"), "text/plain"),
        (RUSSIAN.encode("koi8-r"), "text/plain"),
        (RUSSIAN.encode("utf-16"), "text/plain"),
        (RUSSIAN.encode("utf-16-le"), "text/plain"),
        (RUSSIAN.encode("utf-16-be"), "text/plain"),
        (RUSSIAN.encode("utf-32-le"), "text/plain"),
        (b"Plain words in two bytes.".decode().encode("utf-16-be"), "text/plain"),
        (b"BM is how the note began, MZ how it ended", "text/plain"),
        ("яыла".encode("cp1251"), "text/plain"),
        (LETTER.encode(), "text/plain"),
        (b"From: here to there, a road is closed.\n", "text/plain"),
        (MESSAGE.encode(), "message/rfc822"),
        (MESSAGE.replace("\n", "\r\n").encode(), "message/rfc822"),
        (b"Received: by x\n\tfrom y; z\nDate: x\nFrom: x\n\nHi", "message/rfc822"),
        (b"From - Tue Apr 16 10:00:00 2024\n" + MESSAGE.encode(), "message/rfc822"),
        (b"From a@b Tue Apr 16 10:00:00 2024\n" + MESSAGE.encode() + b"\nFrom a@b Tue", "application/mbox"),
        (b"<!DOCTYPE html><title>x</title>", "text/html"),
        (b"\xef\xbb\xbf  <HTML lang=en>", "text/html"),
        ("<html><p>слово".encode("utf-16"), "text/html"),
        (b"<!-- saved page -->\n<!-- again --><html>", "text/html"),
        (b"<p>One paragraph", "text/html"),
        (b"<pre-trial detention> is a heading here", "text/plain"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">\n<html>', "application/xhtml+xml"),
        (b'<?xml version="1.0"?><rss>', "application/xml"),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.4\n", "application/pdf"),
        (b"The file said %PDF-1.4 and more\n", "text/plain"),
        (_docx(), DOCX),
        (_docx()[:15000], DOCX),
        (_office("xl"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (_office("ppt"), "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        (_zip(word__document="a folder that is called word"), "application/zip"),
        (_zip(), "application/zip"),
        (_stored("application/vnd.oasis.opendocument.text"), "application/vnd.oasis.opendocument.text"),
        (_stored("application/epub+zip"), "application/epub+zip"),
        (_stored("\x1b[2J steering"), "application/zip"),
        (_ole("WordDocument"), "application/msword"),
        (_ole("EncryptedPackage"), "application/encrypted"),
        (_ole("__substg1.0_0037001F"), "application/vnd.ms-outlook"),
        (_ole("SomethingElse"), "application/x-ole-storage"),
        (rb"{\rtf1\ansi text}", "application/rtf"),
        (gzip.compress(b"x"), "application/gzip"),
        (bz2.compress(b"x"), "application/x-bzip2"),
        (lzma.compress(b"x"), "application/x-xz"),
        (_tar(), "application/x-tar"),
        (_wave(), "audio/wav"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "image/png"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "image/jpeg"),
        (b"\x00\x00\x00\x20ftypisom" + bytes(20), "video/mp4"),
        (b"\x00\x00\x00\x20ftypheic" + bytes(20), "image/heic"),
        (bytes(1000), "application/octet-stream"),
        (b"Mostly ASCII but one null \x00 in it", "application/octet-stream"),
        (bytes(range(256)) * 40, "application/octet-stream"),
    ],
)
def test_the_type_is_told_from_the_bytes(content: bytes, expected: str) -> None:
    assert media_type(content) == expected


def test_a_database_is_no_document(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "x.db") as database:
        database.execute("CREATE TABLE x (y)")
    assert media_type((tmp_path / "x.db").read_bytes()) == "application/vnd.sqlite3"


@pytest.mark.parametrize(
    "content",
    [
        b"<!-- -->" * 8000,
        b"<?xml " * 10000,
        b"From a " + b"1111 " * 13000,
        b"PK\x03\x04" * 16000,
        b"PK\x01\x02" * 100 + b"PK\x05\x06" + b"\xff" * 18,
        b"a:\n" * 20000,
    ],
)
def test_hostile_openings_end(content: bytes) -> None:
    assert media_type(content)


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"\xff\xfe", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
)
def test_any_bytes_have_a_type(rest: bytes, opening: bytes) -> None:
    assert "/" in media_type(opening + rest)
