"""The gate before the engines, seen from the pipeline: on unless turned off, said in the rows, kept by a rebuild."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from amparo.casebook import Casebook
from amparo.model import GATE
from amparo.pipeline import How, Outcome, add, extract, rebuild

NEWS = (
    "Firefighters brought a blaze in a hillside forest near the town of Redcliff under control on Sunday after rain fell overnight. "
    "About two hundred people who had left their homes were allowed back in the afternoon. The cause of the fire is not known. A "
    "spokeswoman for the county said that three houses were destroyed and that one of them was an inn."
)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(NEWS)
    return path


def engines(book: Casebook) -> Iterator[str]:
    """The engine that every document of the casebook was read by, without its version."""
    for document in book.documents.all():
        found = book.documents.extraction(document.id)
        assert found is not None
        yield found.engine.partition("/")[0]


def test_news_are_kept_and_said_to_hold_nothing(book: Casebook, news: Path) -> None:
    (row,) = add(book, [news], by="rosa")
    assert (row.outcome, row.passed_over, row.claims, row.faults) == (Outcome.ADDED, True, 0, ())
    assert list(engines(book)) == [GATE]
    assert book.search("Redcliff", limit=5)


def test_without_the_gate_an_engine_reads_them(book: Casebook, news: Path) -> None:
    (row,) = add(book, [news], by="rosa", how=How(gate=False))
    assert not row.passed_over
    assert list(engines(book)) == ["reader"]


@pytest.mark.parametrize(("gate", "engine"), [(True, GATE), (False, "reader")])
def test_a_rebuild_reads_again_what_was_read(book: Casebook, news: Path, *, gate: bool, engine: str) -> None:
    list(add(book, [news], by="rosa", how=How(gate=gate)))
    assert [row.passed_over for row in rebuild(book)] == [gate]
    assert list(engines(book)) == [engine]


@pytest.mark.parametrize("gate", [True, False])
def test_extracting_without_a_casebook(news: Path, *, gate: bool) -> None:
    (one,) = extract([news], how=How(gate=gate))
    assert one.extraction is not None
    assert one.extraction.passed_over == gate
