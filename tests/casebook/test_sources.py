from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests import strategies

from amparo.casebook import Casebook
from amparo.model import Source

from .stories import story


@settings(max_examples=40, deadline=None)
@given(found=strategies.collected())
def test_source_and_bytes_come_back_as_they_were_put(lasting: Casebook, found: tuple[Source, bytes]) -> None:
    source, content = found
    if lasting.sources.put(source, content):
        assert lasting.sources.get(source.sha256) == source
    assert lasting.sources.content(source.sha256) == content


def test_the_same_bytes_again_change_nothing(book: Casebook) -> None:
    told = story("Davron Mirzoev", "Davron Mirzoev")
    assert book.sources.put(told.source, told.content)

    assert not book.sources.put(replace(told.source, name="other.txt"), told.content)

    assert list(book.sources.all()) == [told.source]


def test_a_record_of_other_bytes_is_refused(book: Casebook) -> None:
    told = story("Davron Mirzoev", "Davron Mirzoev")
    for source, content in ((told.source, b"other"), (replace(told.source, size=1), told.content)):
        with pytest.raises(ValueError, match="does not describe these bytes"):
            book.sources.put(source, content)
    assert list(book.sources.all()) == []


def test_what_is_not_there_is_none(book: Casebook) -> None:
    assert book.sources.get("0" * 64) is None
    assert book.sources.content("0" * 64) is None


def test_a_time_in_another_zone_than_utc_is_refused(book: Casebook) -> None:
    told = story("Davron Mirzoev", "Davron Mirzoev")
    with pytest.raises(ValueError, match="is not in UTC"):
        book.sources.put(replace(told.source, collected_at=told.source.collected_at.replace(tzinfo=None)), told.content)
