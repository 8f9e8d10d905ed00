"""An engine that fails on a text must not end the import of a thousand others."""

from datetime import UTC, datetime

import pytest
from tests.read.files import ENGLISH

from amparo.archive import Collected
from amparo.extract import ENGINES, NO_WORDS, UserLexicon
from amparo.model import Cause, Document, Extraction, UnknownCode
from amparo.pipeline.reading import How, read_and_extract
from amparo.read import Reader

NOON = datetime(2024, 5, 6, 12, 0, tzinfo=UTC)
NOTE = Collected.of(ENGLISH.encode(), path="in/note.txt", name="note.txt")


class Failing:
    """An engine with a fault of its own."""

    name = "failing"
    version = "7"

    def extract(self, document: Document, lexicon: UserLexicon = NO_WORDS) -> Extraction:  # noqa: ARG002  # of the protocol
        raise KeyError(document.text[:10])


def test_a_failing_engine_is_a_fault_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENGINES, "failing", Failing())
    with Reader() as reader:
        (taken,) = read_and_extract(NOTE, reader, NOON, how=How(engine="failing"))
    assert taken.document is not None
    assert taken.document.text == ENGLISH
    assert taken.extraction is not None
    assert (taken.extraction.engine, taken.extraction.claims) == ("failing/7", ())
    (fault,) = taken.faults
    assert (fault.where, fault.cause) == ("in/note.txt", Cause.CRASHED)
    assert "(KeyError)" in fault.message
    assert ENGLISH[:10] not in fault.message


def test_an_engine_that_is_not_there_is_a_wrong_call() -> None:
    with Reader() as reader, pytest.raises(UnknownCode, match="engines"):
        list(read_and_extract(NOTE, reader, NOON, how=How(engine="oracle")))
