"""PDFs, whole, locked, cut and scanned."""

import pytest
from tests.read.files import ENGLISH, RUSSIAN, pdf

from amparo.model import Cause, Fault, Page
from amparo.read.pdf import read_out
from amparo.read.reading import Readout


def _read(content: bytes) -> Readout:
    readout = read_out(content, "x.pdf")
    assert isinstance(readout, Readout), readout
    return readout


def _cause(content: bytes) -> Cause:
    readout = read_out(content, "x.pdf")
    assert isinstance(readout, Fault), readout
    return readout.cause


def test_pages_are_read_with_their_offsets() -> None:
    readout = _read(pdf(f"{ENGLISH}\nsecond line: Ҷӯра Ҳақ", RUSSIAN, "third"))
    assert readout.text == f"{ENGLISH}\nsecond line: Ҷӯра Ҳақ\n{RUSSIAN}\nthird"
    assert [page.number for page in readout.pages] == [1, 2, 3]
    assert readout.text[readout.pages[1].start :].startswith(RUSSIAN)
    assert readout.text[readout.pages[2].start :] == "third"
    assert readout.faults == ()


def test_a_hyphen_at_the_end_of_a_line_stays_what_it_is() -> None:
    assert _read(pdf("was extra-\ndited on a well-known day")).text == "was extra-\ndited on a well-known day"


def test_the_date_in_the_properties_is_no_date_of_publication() -> None:
    assert _read(pdf(ENGLISH)).published is None


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Exiles at risk: a report", "Exiles at risk: a report"),
        ("Microsoft Word - final report.doc", None),
        ("final report v2.docx", None),
        ("C:\\Users\\me\\final report", None),
        ("Untitled document", None),
        ("Report", None),
        ("", None),
    ],
)
def test_the_title_in_the_properties_is_taken_only_if_a_person_wrote_it(stated: str, title: str | None) -> None:
    assert _read(pdf(ENGLISH, title=stated)).title == title


def test_a_locked_file_is_a_fault() -> None:
    assert _cause(pdf(ENGLISH, password="secret")) == Cause.ENCRYPTED


def test_a_scan_is_a_fault() -> None:
    assert _cause(pdf(None, None)) == Cause.NO_TEXT


def test_pages_that_are_pictures_are_told_beside_the_text() -> None:
    readout = _read(pdf("one", None, "three", None, ""))
    assert readout.text == "one\n\nthree\n\n"
    assert [(fault.cause, fault.page) for fault in readout.faults] == [(Cause.NO_TEXT, 2)]
    assert "pages 2, 4;" in readout.faults[0].message


def test_a_page_that_cannot_be_read_is_told_beside_the_others() -> None:
    readout = _read(pdf("one", "two").replace(b"/Type /Page ", b"/Type /Gape ", 1))
    assert readout.text == "\ntwo"
    assert readout.pages == (Page(number=1, start=0), Page(number=2, start=1))
    assert [(fault.cause, fault.page) for fault in readout.faults] == [(Cause.DAMAGED, 1)]


def test_a_file_cut_in_the_middle_is_a_fault() -> None:
    content = pdf(ENGLISH, RUSSIAN)
    for length in (20, 500, len(content) // 2, len(content) - 200):
        assert _cause(content[:length]) == Cause.DAMAGED


def test_a_file_cut_just_before_its_end_is_read_and_told() -> None:
    content = pdf(ENGLISH)
    readout = _read(content[: content.rindex(b"%%EOF") - 4])
    assert readout.text == ENGLISH
    assert [fault.cause for fault in readout.faults] == [Cause.DAMAGED]
