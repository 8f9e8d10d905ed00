"""Builders of real files for the tests: PDFs by hand, Word files through python-docx, e-mails through the standard library."""

import hashlib
import io
import zipfile
from datetime import UTC, datetime

import docx

from amparo.model import Edtf, Source, sha256

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ENGLISH = "The lawyer said on Friday that her client had been put on a plane although his appeal was still pending."
RUSSIAN = "Адвокат сообщил, что его подзащитного вывезли в аэропорт ночью, хотя жалоба ещё не была рассмотрена."

_PASSWORD_PADDING = bytes.fromhex(
    "28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A"
)  # ISO 32000-1, 7.6.3.3


def source(
    content: bytes, media_type: str = "text/plain", *, publisher: str | None = None, published: Edtf | None = None
) -> Source:
    """A source record for ``content``."""
    return Source(
        sha256=sha256(content),
        name="report",
        media_type=media_type,
        size=len(content),
        collected_at=datetime(2024, 4, 16, tzinfo=UTC),
        publisher=publisher,
        published=published,
    )


def pdf(*pages: str | None, title: str | None = None, password: str | None = None) -> bytes:
    """A PDF with a page for each text (lines parted by line feeds, any script); None makes a page that is a picture."""
    objects: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        3: b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        4: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /DW 500 /CIDSystemInfo "
        b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 6 0 R >>",
        5: _stream(_to_unicode()),
        6: b"<< /Type /FontDescriptor /FontName /F /Flags 4 /FontBBox [0 0 500 800] /ItalicAngle 0 /Ascent 800 "
        b"/Descent 0 /CapHeight 700 /StemV 80 >>",
        7: _stream(
            bytes(3 * 16),
            b"/Type /XObject /Subtype /Image /Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceRGB ",
        ),
        8: b"<< /Title " + _hex_string(title or "") + b" /CreationDate (D:20010101000000Z) >>",
    }
    kids = []
    for number, text in enumerate(pages):
        page, content = 10 + 2 * number, 11 + 2 * number
        kids.append(b"%d 0 R" % page)
        objects[page] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> /XObject << /P 7 0 R >> >> >>" % content
        )
        objects[content] = _stream(b"q 500 0 0 700 50 50 cm /P Do Q" if text is None else _page_text(text))
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(pages))
    trailer = b"/Root 1 0 R /Info 8 0 R /ID [<00> <00>]"
    if password is not None:
        trailer += b" /Encrypt 9 0 R"
        objects[9] = _lock(password)  # the streams stay in the clear: without the password nobody gets as far
    return _assembled(objects, trailer)


def word(*paragraphs: str, title: str = "") -> bytes:
    """A Word file with these paragraphs."""
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def word_with(body: str, *, content_type: str | None = None) -> bytes:
    """A Word file whose <w:body> is this XML; ``content_type`` is that of the main part, if it is another."""
    namespaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    return repacked(
        word("x"),
        {"word/document.xml": f"<w:document {namespaces}><w:body>{body}</w:body></w:document>".encode()},
        replace={DOCX.encode() + b".main+xml": (content_type or DOCX + ".main+xml").encode()},
    )


def repacked(content: bytes, members: dict[str, bytes], *, replace: dict[bytes, bytes] | None = None) -> bytes:
    """The zip file ``content`` with other members of these names, and with bytes replaced in its list of types."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys((*old.namelist(), *members)):
            data = members[name] if name in members else old.read(name)
            for before, after in (replace or {}).items() if name == "[Content_Types].xml" else ():
                data = data.replace(before, after)
            new.writestr(name, data)
    return buffer.getvalue()


def page(body: str, head: str = "") -> bytes:
    """An HTML page."""
    return f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def article(*paragraphs: str) -> str:
    """The markup of an article as news sites have it, with furniture around it."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        "<header><nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></nav></header>"
        f"<main><article><h1>A headline of the report</h1>{text}</article></main>"
        "<footer><p>© 2031 All rights reserved</p></footer>"
    )


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< %s/Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


def _hex_string(text: str) -> bytes:
    return b"<FEFF" + text.encode("utf-16-be").hex().encode() + b">"


def _page_text(text: str) -> bytes:
    lines = (b"<%s> Tj T*" % line.encode("utf-16-be").hex().encode() for line in text.split("\n"))
    return b"BT /F 10 Tf 12 TL 50 750 Td %s ET" % b" ".join(lines)


def _to_unicode() -> bytes:
    """Glyph numbers are code points here."""
    ranges = b"".join(b"<%02X00> <%02XFF> <%02X00>\n" % (row, row, row) for row in range(100))
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def /CMapName /U def\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n100 beginbfrange\n%sendbfrange\n"
        b"endcmap end end" % ranges
    )


def _lock(password: str) -> bytes:
    """An /Encrypt dictionary of revision 2, 40-bit RC4 (ISO 32000-1, algorithms 2 to 4)."""
    padded = (password.encode("latin-1") + _PASSWORD_PADDING)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    key = hashlib.md5(padded + owner + (0xFFFFFFC0).to_bytes(4, "little") + b"\x00").digest()[:5]
    user = _rc4(key, _PASSWORD_PADDING)
    return b"<< /Filter /Standard /V 1 /R 2 /P -64 /O <%s> /U <%s> >>" % (owner.hex().encode(), user.hex().encode())


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _assembled(objects: dict[int, bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    size = max(objects) + 1
    entries = [b"0000000000 65535 f \n"] * size
    for number, body in sorted(objects.items()):
        entries[number] = b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n%s" % (size, b"".join(entries))
    out += b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(out)
