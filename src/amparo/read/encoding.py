"""Bytes → text in whatever encoding they are; said of the bytes, declared beside them, or found out."""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from charset_normalizer import CharsetMatch, from_bytes

REPLACEMENT = "\ufffd"

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")

# Labels that mean a larger encoding in practice (WHATWG Encoding standard, section 4.2).
_MEANT = {
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "utf-16": "utf-8",  # a page that could be read as far as this label is not in UTF-16
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_NOT_OF_FILES = {
    "utf-7",
    "punycode",
    "idna",
    "unicode_escape",
    "raw_unicode_escape",
    "undefined",
}  # no file is kept in these

_UNMEANT = {"ascii", "iso8859-1"}  # written by software without looking, over Russian text too

# Tried when nothing is declared; where two fit equally well the earlier is taken. cp1254 (Turkish) is cp1252 (Western)
# but for six letters that outside Turkish only Icelandic needs, and is tried wherever cp1252 fits.
_CANDIDATES = (
    "cp1254", "cp1252", "cp1251", "koi8_r", "koi8_u", "cp1250", "cp1257", "cp866", "iso8859_5", "mac_cyrillic",
)  # fmt: skip
_NON_ASCII = re.compile(rb"[^\n]{0,60}[\x80-\xff][^\n]{0,60}")
_SAMPLE = 20_000  # bytes around non-ASCII letters that the guess is made from


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text without byte order mark, and how many places in it could not be decoded and stand as U+FFFD."""

    text: str
    encoding: str
    damaged: int = 0


def decode(content: bytes, declared: str | None = None) -> Decoded | None:
    """``content`` as text; None when it is not text in an encoding known here.

    A byte order mark wins; then ``declared`` (a label from a header or tag, trusted only if every byte fits); then UTF-8,
    with a few broken places at most; then UTF-16 or UTF-32 without a mark; then the likeliest of the eight-bit encodings.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _lenient(content[len(mark) :], encoding)
    label = _label(declared)
    for encoding in (label, "utf-8") if label else ("utf-8",):
        text = _strict(content, encoding)
        if text is not None and "\0" not in text:
            return Decoded(text=text, encoding=encoding)
    if b"\0" in content:
        return _wide(content)
    return _broken_utf8(content) or _guess(content)


def line_feeds(text: str) -> str:
    """``text`` with line feeds for the line ends of Windows and old Macs."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _label(declared: str | None) -> str | None:
    """The codec that a declared label means, or None for an unknown one."""
    try:
        name = codecs.lookup((declared or "").strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    return None if name in _NOT_OF_FILES | _UNMEANT else _MEANT.get(name, name)


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):  # LookupError: a codec that is not for text, such as base64
        return None


def _lenient(content: bytes, encoding: str) -> Decoded | None:
    """Decoded with U+FFFD for what does not fit, unless that is more than a tenth."""
    text = content.decode(encoding, "replace")
    damaged = text.count(REPLACEMENT) - content.count(REPLACEMENT.encode(encoding))
    if damaged * 10 > len(text):
        return None
    return Decoded(text=text, encoding=encoding, damaged=max(0, damaged))


def _broken_utf8(content: bytes) -> Decoded | None:
    """UTF-8 with a few broken places, as when a file was cut: at least nine of ten letters beyond ASCII must be whole."""
    decoded = _lenient(content, "utf-8")
    if decoded is None:
        return None
    whole = sum(character > "\x7f" for character in decoded.text) - decoded.damaged
    return decoded if whole >= 9 * decoded.damaged else None


def _wide(content: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without a mark: printable throughout, and with the spaces that CJK read out of ASCII lacks."""
    for encoding in _WIDE:
        width = 4 if "32" in encoding else 2
        text = _strict(content[: len(content) // width * width], encoding)
        if text is None:
            continue
        sample = text[:_SAMPLE]
        plain = sum(character < "\u0100" for character in sample)
        printable = sum(character.isprintable() or character in "\t\n\r\f" for character in sample)
        if plain * 20 >= len(sample) and printable * 100 >= len(sample) * 99:
            return Decoded(text=text, encoding=encoding)
    return None


def _guess(content: bytes) -> Decoded | None:
    """The likeliest eight-bit encoding, judged on the surroundings of the letters that differ between them.

    Fewest capitals after small letters first (Russian in KOI8-R read as cp1251 has its case turned round), then
    charset-normalizer's measures of disorder and of likeness to a language, each with a little play, then `_CANDIDATES`.
    """

    def turned(match: CharsetMatch) -> int:
        text = str(match)
        return sum(left.islower() and right.isupper() for left, right in pairwise(text))

    sample = b"\n".join(_first(_NON_ASCII.finditer(content)))
    matches = list(from_bytes(sample, cp_isolation=list(_CANDIDATES)))
    for measure, play in ((turned, 0.0), (lambda match: match.chaos, 0.002), (lambda match: -match.coherence, 0.02)):
        best = min(map(measure, matches), default=0.0)
        matches = [match for match in matches if measure(match) <= best + play]
    names = {name for match in matches for name in (match.encoding, *match.could_be_from_charset)}
    if "cp1252" in names:
        names.add("cp1254")
    for encoding in _CANDIDATES:
        text = _strict(content, encoding) if encoding in names else None
        if text is not None:
            return Decoded(text=text, encoding=encoding)
    return None


def _first(found: Iterable[re.Match[bytes]]) -> list[bytes]:
    pieces: list[bytes] = []
    size = 0
    for match in found:
        pieces.append(match[0])
        size += len(match[0])
        if size > _SAMPLE:
            break
    return pieces
