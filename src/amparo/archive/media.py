"""What bytes are, told from the bytes and never from the file's name.

Magic numbers follow the WHATWG MIME Sniffing standard and the registrations at IANA; the rest stands beside each row.
The formats that `amparo.read` cannot read are told too, so that the fault can say what the file is.
"""

import re
import struct
from collections.abc import Iterator

TEXT = "text/plain"
HTML = "text/html"
XHTML = "application/xhtml+xml"
PDF = "application/pdf"
EMAIL = "message/rfc822"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"
OLE = "application/x-ole-storage"
EMPTY = "application/x-empty"
BINARY = "application/octet-stream"

HEAD = 64 * 1024  # bytes of a file that are looked at closely

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"{\\rtf", "application/rtf"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (0, b"II*\x00", "image/tiff"),
    (0, b"MM\x00*", "image/tiff"),
    (0, b"BM", "image/bmp"),
    (8, b"WEBP", "image/webp"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftypavif", "image/avif"),
    (4, b"ftypqt", "video/quicktime"),
    (4, b"ftypM4A", "audio/mp4"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x1a\x45\xdf\xa3", "video/x-matroska"),
    (8, b"AVI ", "video/x-msvideo"),
    (8, b"WAVE", "audio/wav"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (0, b"OggS", "application/ogg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"#!AMR", "audio/amr"),
    (0, b"\x1f\x8b", "application/gzip"),
    (0, b"BZh", "application/x-bzip2"),
    (0, b"\xfd7zXZ\x00", "application/x-xz"),
    (0, b"(\xb5/\xfd", "application/zstd"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (257, b"ustar", "application/x-tar"),
    (0, b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (0, b"%!PS", "application/postscript"),
    (0, b"WARC/1.", "application/warc"),
    (0, b"AT&TFORM", "image/vnd.djvu"),
    (0, b"!BDN", "application/vnd.ms-outlook-pst"),
    (0, b"age-encryption.org/", "application/x-age"),
    (0, b"\x7fELF", "application/x-executable"),
    (0, b"MZ", "application/vnd.microsoft.portable-executable"),
)
_RIFF = {"image/webp", "video/x-msvideo", "audio/wav"}  # their mark counts inside a RIFF container only

# An OLE file (Compound File Binary, MS-CFB) lists its streams by names in UTF-16.
_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "application/encrypted"),  # MS-OFFCRYPTO: an Office file behind a password
    ("__substg1.0_", "application/vnd.ms-outlook"),
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
)
_ZIP_FOLDERS: tuple[tuple[str, str], ...] = (
    ("word/", DOCX),
    ("xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)

# WHATWG MIME Sniffing, section 7.1: the openings by which a page without a declared type is known.
_HTML_OPENING = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?><!--.*?-->\s*)*+"  # atomic: a hostile row of comments costs linear time
    r"<(?:!doctype\s+html|(?:html|head|body|script|style|title|iframe|h1|div|font|table|meta|link|a|b|p|br)(?=[\s/>]))",
    re.IGNORECASE | re.DOTALL,
)
_PDF_HEADER = re.compile(rb"(?:^|[\r\n\x00-\x08\x80-\xff])%PDF-\d")  # ISO 32000-1, note 13: within the first 1024 bytes

_STATED_TYPE = re.compile(rb"application/(?:vnd\.oasis\.opendocument\.[a-z]+|epub\+zip)")

_HEADER_LINE = re.compile(rb"([!-9;-~]+):")  # RFC 5322, section 2.2: printable ASCII but the colon
_MBOX_LINE = re.compile(rb"From \S+ .*\d{4}\s*$")  # RFC 4155
_WRITTEN_BY_PEOPLE = {b"from", b"to", b"cc", b"subject", b"date", b"reply-to", b"sender"}
_WRITTEN_BY_MACHINES = {b"mime-version", b"message-id", b"received", b"return-path", b"dkim-signature", b"content-type"}

_BOMS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_CONTROLS = bytes(
    set(range(32)) - set(b"\t\n\x0b\x0c\r\x1a\x1b")
)  # not found in text; Ctrl-Z and Escape end or colour old files


def media_type(content: bytes) -> str:
    """The media type of ``content``; ``application/octet-stream`` for bytes that are no text and no format told here.

    Never raises; looks at the first 64 kB closely, and at the list of contents at the end of a zip file.
    """
    if not content:
        return EMPTY
    head = content[:HEAD]
    if _PDF_HEADER.search(head[:1024]):
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_type(content)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole_type(content)
    return _magic(head) or _text_type(content)


def _magic(head: bytes) -> str | None:
    for offset, mark, name in _MAGIC:
        if head.startswith(mark, offset) and (name not in _RIFF or head.startswith(b"RIFF")):
            # two or three letters are too little to overrule a text that begins with them
            return name if len(mark) > 3 or _encoding(head) is None else None
    return None


def _text_type(content: bytes) -> str:
    encoding = _encoding(content)
    if encoding is None:
        return BINARY
    opening = content[:HEAD].decode(encoding, "ignore").removeprefix("\ufeff")
    if _HTML_OPENING.match(opening):
        return XHTML if opening.lstrip().startswith("<?xml") else HTML
    if opening.lstrip().startswith("<?xml"):
        return "application/xml"
    return _message_type(content) or TEXT


def _message_type(content: bytes) -> str | None:
    """An e-mail, or a mailbox of several; a mailbox that holds a single message is that message."""
    head = content[:HEAD]
    first, _, rest = head.partition(b"\n")
    if not _MBOX_LINE.match(first):
        return EMAIL if _is_message(head) else None
    if not _is_message(rest):
        return None
    several = b"\n\nFrom " in content or b"\r\n\r\nFrom " in content
    return "application/mbox" if several else EMAIL


def _encoding(content: bytes) -> str | None:
    """An encoding good enough to look at the opening of a text; None for bytes that are not text.

    An eight-bit text has next to no control characters (0.1 % are forgiven); UTF-16 and UTF-32 are known by their mark or by
    giving printable characters throughout.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return encoding
    controls = len(content) - len(content.translate(None, _CONTROLS))
    if controls * 1000 <= len(content):
        return "latin-1"
    return next((wide for wide in _WIDE if _is_wide(content[:HEAD], wide)), None)


def _is_wide(sample: bytes, encoding: str) -> bool:
    """Whether ``sample`` is text in a two- or four-byte encoding without a mark.

    Random bytes and ASCII misread as UTF-16 can be printable (CJK covers a third of the plane), but they hold no spaces
    and line ends; text does, one character in twenty at the least.
    """
    width = 4 if "32" in encoding else 2
    try:
        text = sample[: len(sample) // width * width].decode(encoding)
    except UnicodeDecodeError:
        return False
    plain = sum(character < "\u0100" for character in text)
    printable = sum(character.isprintable() or character in "\t\n\r\f" for character in text)
    return plain * 20 >= len(text) and printable * 100 >= len(text) * 99


def _is_message(head: bytes) -> bool:
    """Whether the text opens with the header of an e-mail (RFC 5322) and not with a letter's «From: … To: …».

    Three known fields are asked for, one of them a field that mail programs write and people do not.
    """
    fields: set[bytes] = set()
    for line in head.replace(b"\r\n", b"\n").split(b"\n"):
        if not line.strip():
            break
        field = _HEADER_LINE.match(line)
        if field:
            fields.add(field[1].lower())
        elif not (fields and line[:1] in b" \t"):
            return False
    known = fields & (_WRITTEN_BY_PEOPLE | _WRITTEN_BY_MACHINES)
    return len(known) >= 3 and bool(fields & _WRITTEN_BY_PEOPLE) and bool(fields & _WRITTEN_BY_MACHINES)


def _ole_type(content: bytes) -> str:
    for stream, name in _OLE_STREAMS:
        if stream.encode("utf-16-le") in content:
            return name
    return OLE


def _zip_type(content: bytes) -> str:
    if content[30:38] == b"mimetype":  # OpenDocument and EPUB store their media type as the first, uncompressed member
        stated = _STATED_TYPE.match(content, 38)
        return stated[0].decode("ascii") if stated else ZIP
    names = list(_zip_names(content))
    for folder, name in _ZIP_FOLDERS:
        if any(member.startswith(folder) for member in names) and "[Content_Types].xml" in names:
            return name
    return ZIP


def _zip_names(content: bytes, limit: int = 2000) -> Iterator[str]:
    """Names of the first ``limit`` members (APPNOTE 4.3.12, 4.3.16), read without building an index of a hostile file.

    A file that breaks off has lost its directory; then the members that begin in its first 64 kB are named.
    """
    end = content.rfind(b"PK\x05\x06", -65_557)  # the end record: 22 bytes and a comment of at most 65,535
    if end < 0 or end + 22 > len(content):
        for match in re.finditer(rb"PK\x03\x04.{22}(..).{2}", content[:HEAD], re.DOTALL):
            length = int.from_bytes(match[1], "little")
            yield content[match.end() : match.end() + length].decode("utf-8", "replace")
        return
    (size,) = struct.unpack_from("<I", content, end + 12)
    at = end - size
    for _ in range(limit):
        if at < 0 or content[at : at + 4] != b"PK\x01\x02" or at + 46 > len(content):
            return
        name, extra, comment = struct.unpack_from("<HHH", content, at + 28)
        yield content[at + 46 : at + 46 + name].decode("utf-8", "replace")
        at += 46 + name + extra + comment
