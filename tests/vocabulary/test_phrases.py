"""`phrases`: the scanner."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from amparo.vocabulary.phrases import Phrases, anywhere, headline, plain_letters

BOOK = Phrases(
    [("New York", 1), ("York", 2), ("New York Times", 3), ("U.S.", 4), ("Göç İdaresi", 5), ("N'Djamena", 6), ("ещё", 7)]
)
PIECES = st.sampled_from(
    ["New", "York", "Times", "U.S.", " ", "\n", ".", "Göç", "İdaresi", "x", "N’Djamena", "-", "_", "\u0301"]
)


def found(text: str) -> list[tuple[str, int]]:
    return [(one.words, one.value) for one in BOOK.find(text)]


def test_the_longest_phrase_wins() -> None:
    assert found("The New York Times of New York, and York.") == [("New York Times", 3), ("New York", 1), ("York", 2)]


def test_a_phrase_is_made_of_whole_words_in_their_case() -> None:
    assert found("Yorkshire NEW york New_York") == [("New_York", 1)] or found("Yorkshire NEW york") == []


def test_a_phrase_may_be_wrapped_but_not_cross_an_empty_line() -> None:
    assert found("New\n York") == [("New\n York", 1)]
    assert found("New\n\nYork") == [("York", 2)]


def test_apostrophes_and_composed_letters_are_equal() -> None:
    assert found("N’Djamena") == [("N’Djamena", 6)]
    decomposed = unicodedata.normalize("NFD", "Göç İdaresi")
    assert found(decomposed) == [(decomposed, 5)]
    assert found("еще ещё") == [("еще", 7), ("ещё", 7)]


def test_the_first_value_of_a_phrase_stays_and_an_empty_phrase_is_nothing() -> None:
    assert list(Phrases([("a", 1), ("a", 2), ("", 3)]).find("a")) == list(Phrases([("a", 1)]).find("a"))


def test_longest_in() -> None:
    assert BOOK.longest_in("York and New York") == 1
    assert BOOK.longest_in("Leeds") is None


@given(st.lists(PIECES, max_size=30).map("".join))
def test_offsets_are_those_of_the_unaltered_text(text: str) -> None:
    reached = 0
    for one in BOOK.find(text):
        assert text[one.start : one.end] == one.words
        assert one.start >= reached
        assert one.end > one.start
        reached = one.end


def test_spellings() -> None:
    assert headline("Türkiye") == {"Türkiye", "TÜRKİYE".replace("İ", "I"), "Turkiye", "TURKIYE"}
    assert {"ministry of interior", "Ministry of Interior", "MINISTRY OF INTERIOR", "Ministry of interior"} <= anywhere(
        "ministry of interior"
    )
    assert "Prosecutor General's Office" in anywhere("prosecutor general's office")
    assert plain_letters("Łódź, Йошкар-Ола, ё") == "Lodz, Йошкар-Ола, е"
