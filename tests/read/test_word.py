"""Word files, and other files that say they are."""

import io
import zipfile

import docx
import pytest
from tests.read.files import ENGLISH, RUSSIAN, repacked, word, word_with

from amparo.model import Cause, Fault
from amparo.read.reading import Readout
from amparo.read.word import MEMBERS_LIMIT, read_out


def _read(content: bytes) -> Readout:
    readout = read_out(content, "x.docx")
    assert isinstance(readout, Readout), readout
    return readout


def _cause(content: bytes) -> Cause:
    readout = read_out(content, "x.docx")
    assert isinstance(readout, Fault), readout
    return readout.cause


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_paragraphs_and_tables_in_their_order() -> None:
    document = docx.Document()
    document.add_heading("A heading")
    document.add_paragraph(ENGLISH)
    table = document.add_table(2, 2)
    for cell, text in zip([cell for row in table.rows for cell in row.cells], ("Name", "Day", "One", "2"), strict=True):
        cell.text = text
    document.add_paragraph(RUSSIAN)
    document.sections[0].header.paragraphs[0].text = "A header that is no text"
    buffer = io.BytesIO()
    document.save(buffer)
    assert _read(buffer.getvalue()).text == f"A heading\n\n{ENGLISH}\n\nName\tDay\nOne\t2\n\n{RUSSIAN}"


def test_text_under_revision_in_controls_and_in_boxes_is_read_and_deleted_text_is_not() -> None:
    body = (
        f"<w:p>{_run('Kept')}<w:ins>{_run(' and inserted')}</w:ins><w:del><w:r><w:delText> not</w:delText></w:r></w:del></w:p>"
        f"<w:sdt><w:sdtContent><w:p>{_run('In a control')}</w:p></w:sdtContent></w:sdt>"
        f"<w:p>{_run('Around')}<w:r><mc:AlternateContent><mc:Choice><w:p>{_run('in a box')}</w:p></mc:Choice>"
        f"<mc:Fallback><w:p>{_run('in a box')}</w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{_run('a')}<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>"
    )
    assert _read(word_with(body)).text == "Kept and inserted\n\nIn a control\n\nAround\n\nin a box\n\na\tb\nc"


def test_a_page_laid_out_as_a_table_keeps_its_paragraphs() -> None:
    cell = f"<w:tc><w:p>{_run('One')}</w:p><w:p>{_run('Two')}</w:p></w:tc>"
    body = f"<w:tbl><w:tr><w:tc><w:p>{_run('a')}</w:p></w:tc><w:tc><w:p>{_run('b')}</w:p></w:tc></w:tr><w:tr>{cell}</w:tr></w:tbl>"
    assert _read(word_with(body)).text == "a\tb\n\nOne\n\nTwo"


def test_files_with_macros_and_templates_are_read() -> None:
    for kind in (
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ):
        assert _read(word_with(f"<w:p>{_run('text')}</w:p>", content_type=kind)).text == "text"


def test_title_is_taken_when_a_person_wrote_it_and_dates_are_not() -> None:
    readout = _read(word(ENGLISH, title="Exiles at risk"))
    assert (readout.title, readout.published) == ("Exiles at risk", None)
    assert _read(word(ENGLISH, title="Report1")).title is None


def test_another_packed_file_is_a_fault_that_says_so() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("photo.jpg", b"x")
    assert _cause(buffer.getvalue()) == Cause.UNKNOWN_FORMAT
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    assert _cause(word_with("<w:p/>", content_type=sheet)) == Cause.UNKNOWN_FORMAT


@pytest.mark.parametrize("length", [30, 3000, -1000, -30])
def test_a_cut_file_is_a_fault(length: int) -> None:
    assert _cause(word(ENGLISH)[:length]) == Cause.DAMAGED


@pytest.mark.parametrize(
    "members",
    [
        {"word/document.xml": b"<w:document"},
        {"word/document.xml": b"<w:document xmlns:w='x'>" + b"<w:p>" * 400 + b"</w:p>" * 400 + b"</w:document>"},
        {"_rels/.rels": b"<Relationships/>"},
        {"[Content_Types].xml": b"<Types/>"},
        {"word/document.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"},
    ],
)
def test_a_broken_file_is_a_fault(members: dict[str, bytes]) -> None:
    assert _cause(repacked(word(ENGLISH), members)) in {Cause.DAMAGED, Cause.NO_TEXT, Cause.UNKNOWN_FORMAT}


def test_entities_of_the_file_system_are_not_resolved() -> None:
    body = (
        b"<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><w:document xmlns:w="
        b"'http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>A &x; B</w:t></w:r></w:p></w:body></w:document>"
    )
    assert "root:" not in str(read_out(repacked(word("x"), {"word/document.xml": body}), "x.docx"))


@pytest.mark.parametrize(
    "members",
    [
        {"word/document.xml": b" " * 70_000_000},
        {"word/media/x.bin": bytes(30_000_000)},
        {f"x/{number}": b"" for number in range(MEMBERS_LIMIT)},
    ],
)
def test_a_bomb_is_not_unpacked(members: dict[str, bytes]) -> None:
    assert _cause(repacked(word(ENGLISH), members)) == Cause.TOO_LARGE


def test_an_empty_file_is_a_fault() -> None:
    assert _cause(word("", " ")) == Cause.NO_TEXT
