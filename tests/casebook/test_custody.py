from dataclasses import replace

import pytest
from sqlalchemy import text

from amparo.casebook import Casebook
from amparo.model import CustodyEntry

from .stories import next_line, put, story


@pytest.fixture
def log(book: Casebook) -> list[CustodyEntry]:
    """Three lines about two sources."""
    put(book, story("Davron Mirzoev", "Davron Mirzoev"), story("Another text", "Another"))
    book.custody.log(next_line(book, story("Another text", "Another").source.sha256, note="offered again"))
    return list(book.custody.entries())


def test_lines_come_back_as_they_were_logged(book: Casebook) -> None:
    told = story("Davron Mirzoev", "Davron Mirzoev")
    book.sources.put(told.source, told.content)
    line = next_line(book, told.source.sha256, note="a note\nof two lines")

    book.custody.log(line)

    assert book.custody.last() == line
    assert list(book.custody.entries()) == [line]


def test_an_empty_log_has_no_last_line(book: Casebook) -> None:
    assert book.custody.last() is None


def test_lines_of_one_source(book: Casebook, log: list[CustodyEntry]) -> None:
    assert list(book.custody.entries(log[1].source)) == log[1:]


@pytest.mark.parametrize(
    "change", [{"number": 5}, {"number": 3}, {"previous": "0" * 64}, {"note": "another"}, {"chain": "0" * 64}]
)
def test_a_line_that_does_not_follow_is_refused(
    book: Casebook, log: list[CustodyEntry], change: dict[str, object]
) -> None:
    right = next_line(book, log[0].source)
    with pytest.raises(ValueError, match="does not follow"):
        book.custody.log(replace(right, **change))  # type: ignore[arg-type]
    assert list(book.custody.entries()) == log


def test_a_line_about_nothing_that_is_stored_is_refused(book: Casebook) -> None:
    with pytest.raises(ValueError, match="FOREIGN KEY"):
        book.custody.log(next_line(book, "0" * 64))
    assert book.custody.last() is None


def test_within_a_transaction_the_line_may_come_before_the_bytes(book: Casebook) -> None:
    told = story("Davron Mirzoev", "Davron Mirzoev")
    with book.transaction():
        book.custody.log(next_line(book, told.source.sha256))
        book.sources.put(told.source, told.content)
    assert book.verify() == ()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE custody SET note = 'x'",
        "DELETE FROM custody WHERE number = 3",
        "UPDATE sources SET name = 'x'",
        "UPDATE sources SET content = zeroblob(8)",
        "DELETE FROM sources",
    ],
)
def test_the_file_itself_refuses_to_change_what_was_collected(
    book: Casebook, log: list[CustodyEntry], change: str
) -> None:
    with pytest.raises(ValueError, match="are never changed"):
        book._connection.execute(text(change))
    assert list(book.custody.entries()) == log
    assert book.verify() == ()
