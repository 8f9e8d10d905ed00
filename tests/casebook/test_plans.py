"""Adding a document costs the same in a casebook of 100 and of 100,000: no statement on the way reads through a table."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from amparo.casebook import Casebook
from amparo.casebook.schema import metadata
from amparo.model import Cause, Fault

from .stories import next_line, put, story

TOLD = story("Davron Mirzoev was detained in Moscow.", "Davron Mirzoev", block="m", hosts_any=("TR", "LT"))
DOCUMENT = TOLD.document.id
CLAIM, MENTION = TOLD.extraction.claims[0].id, TOLD.extraction.mentions[0].id
PERSON = TOLD.resolutions["m"].persons[0].id
FAULT = Fault(where="a.txt", cause=Cause.EMPTY, message="It is empty.")


def _replaced(book: Casebook) -> None:
    for block in book.documents.put(TOLD.document, TOLD.extraction, blocks=TOLD.blocks):
        book.resolutions.put(TOLD.resolutions[block], blocks=[block], step="resolve 1")


HOT: dict[str, Callable[[Casebook], object]] = {
    "add a document": lambda book: put(book, story("Sabri İnandır was taken.", "Sabri İnandır", block="m")),
    "replace a document": _replaced,
    "contents of a block": lambda book: book.resolutions.contents(["m"]),
    "get a resolution": lambda book: book.resolutions.get("m"),
    "blocks of a document": lambda book: book.documents.blocks(DOCUMENT),
    "get a document": lambda book: book.documents.get(DOCUMENT),
    "get an extraction": lambda book: book.documents.extraction(DOCUMENT),
    "has a document": lambda book: book.documents.has(TOLD.source.sha256),
    "get a source": lambda book: (book.sources.get(TOLD.source.sha256), book.sources.content(TOLD.source.sha256)),
    "custody of a source": lambda book: list(book.custody.entries(TOLD.source.sha256)),
    "log": lambda book: book.custody.log(next_line(book, TOLD.source.sha256)),
    "faults of a source": lambda book: book.faults.put(TOLD.source.sha256, [FAULT], step="read 1"),
    "faults of a path": lambda book: book.faults.put(None, [FAULT], step="collect 1"),
    "read a case": lambda book: (book.cases.person(PERSON), book.cases.incidents(PERSON)),
    "claims and mentions": lambda book: (book.cases.claims([CLAIM]), book.cases.mentions([MENTION])),
    "what else the documents say": lambda book: (
        book.cases.laws([DOCUMENT]),
        book.cases.calls([DOCUMENT]),
        book.cases.windows([DOCUMENT]),
        book.cases.persons_in([DOCUMENT]),
    ),
    "a person by name": lambda book: book.cases.called("mirzoev"),
    "search": lambda book: book.search("mirzoev"),
}


@contextmanager
def plans(book: Casebook) -> Iterator[list[tuple[str, str]]]:
    """Each step of the plan of each statement that is executed meanwhile, with the statement."""
    steps: list[tuple[str, str]] = []
    cursor = book._connection.connection.cursor()

    def explain(_: object, __: object, statement: str, parameters: Any, ___: object, many: bool) -> None:
        if statement.split(maxsplit=1)[0] in {"SELECT", "INSERT", "UPDATE", "DELETE"}:
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters[0] if many else parameters)
            steps.extend((row[3], statement) for row in cursor.fetchall())

    event.listen(book._connection, "before_cursor_execute", explain)
    yield steps
    event.remove(book._connection, "before_cursor_execute", explain)


def scans(steps: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The steps that read through a whole table or index of ours."""
    return [
        (step, statement) for step, statement in steps if step.startswith("SCAN") and step.split()[1] in metadata.tables
    ]


@pytest.mark.parametrize("what", HOT)
def test_no_hot_path_reads_through_a_table(book: Casebook, what: str) -> None:
    put(book, TOLD)
    with plans(book) as steps:
        HOT[what](book)
    assert steps
    assert scans(steps) == []


def test_a_scan_would_be_noticed(book: Casebook) -> None:
    put(book, TOLD)
    with plans(book) as steps:
        list(book.cases.list())
    assert {step.split()[1] for step, _ in scans(steps)} == {"persons"}


@pytest.mark.parametrize("asked", [{"host": "RU"}, {"act": "detention"}, {"text": "mirzoev"}])
def test_a_narrowed_list_reads_only_what_fits(book: Casebook, asked: dict[str, str]) -> None:
    put(book, TOLD)
    with plans(book) as steps:
        assert len(book.cases.list(**asked)) == 1
    assert scans(steps) == []
