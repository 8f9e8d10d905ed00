"""A Word file (Office Open XML): paragraphs and tables in the order of the body, opened by python-docx.

The body is walked here and not through python-docx's paragraphs, which pass over inserted text under revision, content
controls and text boxes. Deleted text, headers, footers, footnotes and comments are left out. The dates in the properties are
those of the file, not of publication.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from docx.opc.exceptions import OpcError
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml
from docx.package import Package
from lxml import etree  # type: ignore[import-untyped]

from amparo.model import Cause, Fault

from .reading import Readout

NAME = "read.docx/1"

UNPACKED_LIMIT = 400_000_000  # bytes of all members together
XML_LIMIT = 60_000_000  # bytes of XML, which takes some ten times that in memory
RATIO_LIMIT = 200  # unpacked to packed; XML of people's documents stays under 50, bombs reach 1,000
MEMBERS_LIMIT = 10_000
_SMALL = 20_000_000  # bytes; below it a high ratio does no harm (a form with a thousand empty rows packs well)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT, _PARAGRAPH, _TABLE, _ROW, _CELL = (_W + name for name in ("t", "p", "tbl", "tr", "tc"))
_MARKS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_LEFT_OUT = frozenset(
    {
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",  # says again what stands in Choice
        _W + "del",
        _W + "moveFrom",
        _W + "pPr",  # tab stops are no tabs
        _W + "rPr",
        _W + "instrText",
    }
)
_MAIN_TYPES = re.compile(r"wordprocessingml\.(document|template)\.main|ms-word\.(document|template)\.macroEnabled")
# What zipfile, zlib and python-docx raise on broken files; the last trusts the structure and fails wherever it is not so.
_DAMAGE = (
    AttributeError,
    TypeError,
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
)


def read_out(content: bytes, where: str) -> Readout | Fault:
    """The text of the Word file, rows of tables as lines with tabs, or a fault when it is none, broken, locked or a bomb."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            fault = _refused(archive.infolist(), where)
        if fault is not None:
            return fault
        package = Package.open(io.BytesIO(content))
        main = package.main_document_part
        if not _MAIN_TYPES.search(main.content_type):
            return _not_word(where)
        # a file with macros or a template is of a type that python-docx keeps unparsed
        text = "\n\n".join(_blocks(main.element if isinstance(main, XmlPart) else parse_xml(main.blob)))
        title = " ".join((package.core_properties.title or "").split())
    except (OpcError, etree.XMLSyntaxError, *_DAMAGE) as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        return Fault(
            where=where,
            cause=Cause.DAMAGED,
            message="The Word file is damaged and cannot be opened; open it in Word or LibreOffice, repair it and save it again.",
        )
    if not text:
        words = "The Word file holds no text in its body; if it holds pictures of pages, run text recognition (OCR) on them first."
        return Fault(where=where, cause=Cause.NO_TEXT, message=words)
    return Readout(text=text, title=title if " " in title and len(title) <= 300 else None)


def _refused(members: list[zipfile.ZipInfo], where: str) -> Fault | None:
    """A fault for what must not be unpacked: another kind of zip file, a bomb, a locked file."""
    if not any(member.filename == "[Content_Types].xml" for member in members):
        return _not_word(where)
    if any(member.flag_bits & 1 for member in members):
        words = "The Word file is locked with a password; open it, save a copy without one and add that."
        return Fault(where=where, cause=Cause.ENCRYPTED, message=words)
    xml = sum(member.file_size for member in members if member.filename.endswith((".xml", ".rels")))
    if (
        len(members) > MEMBERS_LIMIT
        or sum(member.file_size for member in members) > UNPACKED_LIMIT
        or xml > XML_LIMIT
        or any(member.file_size > max(_SMALL, RATIO_LIMIT * member.compress_size) for member in members)
    ):
        words = "The Word file unpacks to far more than a document holds and was not opened; check where it comes from."
        return Fault(where=where, cause=Cause.TOO_LARGE, message=words)
    return None


def _not_word(where: str) -> Fault:
    words = "This is a packed file but not a Word document; unpack it, or save what it holds as DOCX, PDF or text, and add that."
    return Fault(where=where, cause=Cause.UNKNOWN_FORMAT, message=words)


def _blocks(container: etree._Element) -> Iterator[str]:
    """The paragraphs and tables under ``container`` in their order, empty ones left out.

    Functions here recurse as deep as the XML is nested, which libxml2 bounds at 256 levels.
    """
    for child in container:
        if child.tag == _PARAGRAPH:
            yield from _paragraph(child)
        elif child.tag == _TABLE:
            yield from _table(child)
        elif child.tag not in _LEFT_OUT:
            yield from _blocks(child)


def _paragraph(paragraph: etree._Element) -> Iterator[str]:
    """The paragraph's text, then that of the text boxes anchored in it."""
    boxes: list[etree._Element] = []
    text = "".join(_inline(paragraph, boxes)).strip()
    if text:
        yield text
    for box in boxes:
        yield from _paragraph(box) if box.tag == _PARAGRAPH else _table(box)


def _inline(element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag in {_PARAGRAPH, _TABLE}:
            boxes.append(child)
        elif child.tag not in _LEFT_OUT:
            yield from _inline(child, boxes)


def _table(table: etree._Element) -> Iterator[str]:
    """Rows as lines with tabs between cells; a row whose cells hold several paragraphs (a page laid out as a table) as these."""
    lines: list[str] = []
    for row in _nearest(table, _ROW):
        cells = [list(_blocks(cell)) for cell in _nearest(row, _CELL)]
        if all(len(cell) <= 1 for cell in cells):
            lines.append("\t".join(" ".join(cell) for cell in cells))
            continue
        if any(map(str.strip, lines)):
            yield "\n".join(lines)
        lines = []
        yield from (block for cell in cells for block in cell)
    if any(map(str.strip, lines)):
        yield "\n".join(lines)


def _nearest(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _nearest(child, tag)
