"""The text layer of a PDF by PDFium, page by page. Lines stay as they are set; nothing is joined.

The dates in a PDF's properties say when the file was made, not when the report was published, and are left alone.
"""

import re

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from amparo.model import Cause, Fault, Page

from .encoding import line_feeds
from .plain import too_long
from .reading import TEXT_LIMIT, Readout

NAME = "read.pdf/1"

_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY of fpdfview.h
_LINE_END_HYPHENS = str.maketrans(
    {"\ufffe": "-\n", "\x02": "-\n"}
)  # what PDFium writes for a hyphen with the line end after it
_NO_TITLE = re.compile(
    r"microsoft|untitled|^slide|^doc(ument)?\b|[\\/]|\.(docx?|odt|rtf|indd|qxd|pages|pdf|html?)$", re.IGNORECASE
)


def read_out(content: bytes, where: str) -> Readout | Fault:
    """The text of all pages with the offset of each, or a fault when the file is locked, broken, or pictures of pages."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        return _refused(error.err_code, where)
    with document:
        return _read_pages(document, content, where)


def _refused(code: int | None, where: str) -> Fault:
    if code in {_PASSWORD, _SECURITY}:
        return Fault(
            where=where,
            cause=Cause.ENCRYPTED,
            message="The PDF is locked with a password; open it, save a copy without one and add that.",
        )
    return Fault(
        where=where,
        cause=Cause.DAMAGED,
        message="The PDF is damaged and cannot be opened; download or copy it again.",
    )


def _read_pages(document: pypdfium2.PdfDocument, content: bytes, where: str) -> Readout | Fault:
    texts: list[str] = []
    pages: list[Page] = []
    broken: list[int] = []
    start = 0
    for number in range(1, len(document) + 1):
        text = _page_text(document, number)
        if text is None:
            broken.append(number)
        pages.append(Page(number=number, start=start))
        texts.append(text or "")
        start += len(texts[-1]) + 1  # the line feed between two pages
        if start > TEXT_LIMIT:
            return too_long(where)
    if not any(text.strip() for text in texts):
        return _no_text(where, broken)
    silent = [number for number, text in enumerate(texts, start=1) if not text.strip() and number not in broken]
    pictures = [number for number in silent if _has_picture(document, number)]
    return Readout(
        text="\n".join(texts),
        title=_title(document),
        pages=tuple(pages),
        faults=_faults(where, broken, pictures, cut=b"%%EOF" not in content[-2048:]),
    )


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str | None:
    """The text of page ``number``, or None when the page cannot be loaded."""
    try:
        page = document[number - 1]
        text: str = page.get_textpage().get_text_bounded()
    except pypdfium2.PdfiumError:
        return None
    return line_feeds(text).translate(_LINE_END_HYPHENS)


def _has_picture(document: pypdfium2.PdfDocument, number: int) -> bool:
    try:
        return any(True for _ in document[number - 1].get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=3))
    except pypdfium2.PdfiumError:
        return False


def _title(document: pypdfium2.PdfDocument) -> str | None:
    """The title in the properties where a person wrote one: most hold a program's name, a path or a file name."""
    words = " ".join(str(document.get_metadata_value("Title")).split())
    sane = " " in words and len(words) <= 300 and words.isprintable() and not _NO_TITLE.search(words)
    return words if sane else None


def _no_text(where: str, broken: list[int]) -> Fault:
    if broken:
        return Fault(
            where=where,
            cause=Cause.DAMAGED,
            message="The PDF is damaged and none of its pages can be read; download or copy it again.",
        )
    return Fault(
        where=where,
        cause=Cause.NO_TEXT,
        message="The PDF is a scan without a text layer; run text recognition (OCR) on it first and add the result.",
    )


def _faults(where: str, broken: list[int], pictures: list[int], *, cut: bool) -> tuple[Fault, ...]:
    """What to say beside the text that could be read."""
    faults: list[Fault] = []
    if broken:
        words = f"Damaged and left out: {_listed(broken)}; look for a better copy of the PDF."
        faults.append(Fault(where=where, cause=Cause.DAMAGED, message=words, page=broken[0]))
    elif cut:
        words = "The PDF breaks off before its end; what is there was read, but download or copy it again."
        faults.append(Fault(where=where, cause=Cause.DAMAGED, message=words))
    if pictures:
        words = (
            f"Pictures without text, left out: {_listed(pictures)}; run text recognition (OCR) on the PDF to read them."
        )
        faults.append(Fault(where=where, cause=Cause.NO_TEXT, message=words, page=pictures[0]))
    return tuple(faults)


def _listed(numbers: list[int]) -> str:
    """``page 1``, ``pages 1, 2, 3`` and, for many, how many more."""
    more = f" and {len(numbers) - 10} more" if len(numbers) > 10 else ""
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers[:10]))}{more}"
