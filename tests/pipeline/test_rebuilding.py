from pathlib import Path

import pytest
from tests.casebook.stories import put, story
from tests.read.files import ENGLISH, pdf

from amparo.casebook import Casebook
from amparo.model import Edtf
from amparo.pipeline import Given, Outcome, add, rebuild, verify


@pytest.fixture
def filled(book: Casebook, tmp_path: Path) -> Casebook:
    """With a text, a paper that breaks off, and what was said of both."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "note.txt").write_text(ENGLISH)
    (folder / "broken.pdf").write_bytes(pdf(ENGLISH)[:300])
    given = Given(publisher="The Example Courier", published=Edtf("2024-02"))
    assert len(list(add(book, [folder], by="rosa", given=given))) == 2
    return book


def test_everything_is_made_again_as_it_was(filled: Casebook) -> None:
    documents, faults = list(filled.documents.all()), filled.faults.all()
    log = list(filled.custody.entries())
    rows = sorted(rebuild(filled), key=lambda row: row.path)
    assert [(row.path, row.outcome) for row in rows] == [
        ("broken.pdf", Outcome.ARCHIVED_UNREAD),
        ("note.txt", Outcome.ADDED),
    ]
    assert list(filled.documents.all()) == documents
    assert filled.faults.all() == faults
    assert list(filled.custody.entries()) == log
    assert verify(filled) == ()


def test_what_the_sources_do_not_give_goes(filled: Casebook) -> None:
    """A claim that no engine finds in the text does not outlive a rebuild."""
    text = "Number Nine was held in Riga."
    put(filled, story(text, "Number Nine"))
    assert filled.cases.persons()
    list(rebuild(filled))
    assert filled.cases.persons() == ()
    assert len(list(filled.documents.all())) == 2


def test_a_run_that_is_broken_off_leaves_everything_as_it_was(filled: Casebook) -> None:
    documents = list(filled.documents.all())
    rows = rebuild(filled)
    next(rows)
    rows.close()  # type: ignore[attr-defined]  # a generator is more than an iterator
    assert list(filled.documents.all()) == documents
    assert verify(filled) == ()
