from hypothesis import given, settings
from hypothesis import strategies as st
from tests import strategies

from amparo.casebook import Casebook
from amparo.model import Cause, Fault

from .stories import put, story


def fault(where: str, message: str = "It is empty.") -> Fault:
    return Fault(where=where, cause=Cause.EMPTY, message=message)


@settings(max_examples=25, deadline=None)
@given(found=st.lists(strategies.faults(), max_size=3, unique_by=lambda each: each.where))
def test_faults_come_back_as_they_were_put(lasting: Casebook, found: list[Fault]) -> None:
    lasting.clear_derived()
    before = [each for each in lasting.faults.all() if each.where not in {new.where for new in found}]
    lasting.faults.put(None, found, step="collect 1")
    assert list(lasting.faults.all()) == before + found


def test_faults_of_a_source_replace_those_of_the_same_source(book: Casebook) -> None:
    one, other = story("Davron Mirzoev", "Davron Mirzoev"), story("Another text", "Another")
    put(book, one, other)
    book.faults.put(one.source.sha256, [fault("one", "first"), fault("one", "second")], step="read 1")
    book.faults.put(other.source.sha256, [fault("other")], step="read 1")

    book.faults.put(one.source.sha256, [fault("one", "third")], step="read 2")

    assert {(each.where, each.message) for each in book.faults.all()} == {("one", "third"), ("other", "It is empty.")}


def test_faults_of_paths_replace_those_of_the_same_paths(book: Casebook) -> None:
    book.faults.put(None, [fault("a"), fault("b")], step="collect 1")
    book.faults.put(None, [fault("b", "It is gone.")], step="collect 1")
    assert [(each.where, each.message) for each in book.faults.all()] == [("a", "It is empty."), ("b", "It is gone.")]


def test_faults_of_a_path_survive_a_rebuild_and_those_of_a_source_do_not(book: Casebook) -> None:
    told = story("Davron Mirzoev", "Davron Mirzoev")
    put(book, told)
    book.faults.put(None, [fault("path")], step="collect 1")
    book.faults.put(told.source.sha256, [fault("source")], step="read 1")

    book.clear_derived()

    assert [each.where for each in book.faults.all()] == ["path"]
