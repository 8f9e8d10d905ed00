from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import strategies

from amparo.casebook import Casebook
from amparo.casebook.fulltext import terms
from amparo.casebook.search import snippet
from amparo.model import Edtf

from .stories import put, story

FILLER = "Nothing of note was said about the weather that day. " * 12


@pytest.fixture
def told(book: Casebook) -> Casebook:
    """Two reports of one man in two scripts, one of another."""
    put(
        book,
        story(f"{FILLER}Дилшода Каримзоду задержали в Москве.", "Дилшода Каримзоду", title="Задержание", block="k"),
        story(
            f'{FILLER}Dilshod Karimzoda is on a "red notice", his lawyer said.',
            "Dilshod Karimzoda",
            published="2021-03",
            block="k",
        ),
        story(
            f"{FILLER}Sabri İnandır gave notice; the O‘g‘li Café was red.", "Sabri İnandır", title="A man", block="i"
        ),
    )
    return book


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("karimzoda", {"Dilshod Karimzoda", "Дилшода Каримзоду"}),
        ("Каримзода", {"Dilshod Karimzoda", "Дилшода Каримзоду"}),
        ("Каримзод", {"Dilshod Karimzoda", "Дилшода Каримзоду"}),
        ("karimzod", {"Dilshod Karimzoda", "Дилшода Каримзоду"}),
        ("Qarimzoda", {"Dilshod Karimzoda", "Дилшода Каримзоду"}),
        ("inandir", {"Sabri İnandır"}),
        ("INANDIR cafe", {"Sabri İnandır"}),
        ("o'g'li", {"Sabri İnandır"}),
        ("red notice", {"Dilshod Karimzoda", "Sabri İnandır"}),
        ('"red notice"', {"Dilshod Karimzoda"}),
        ("lawy", {"Dilshod Karimzoda"}),
        ("law", set()),
        ("задержание", {"Дилшода Каримзоду"}),
        ("karimzoda inandir", set()),
        ("weather", {"Dilshod Karimzoda", "Дилшода Каримзоду", "Sabri İnandır"}),
    ],
)
def test_words_find_documents_in_any_spelling_and_script(told: Casebook, words: str, found: set[str]) -> None:
    names = set()
    for hit in told.search(words):
        extraction = told.documents.extraction(hit.document_id)
        assert extraction is not None
        names.add(extraction.mentions[0].name)
    assert names == found


def test_a_hit_says_what_and_when_and_quotes_the_place(told: Casebook) -> None:
    (hit,) = told.search('"red notice"')
    document = told.documents.get(hit.document_id)
    assert document is not None
    assert (hit.title, hit.published) == (None, Edtf("2021-03"))
    assert document.text[hit.snippet.start : hit.snippet.end] == hit.snippet.exact
    assert '"red notice"' in hit.snippet.exact
    assert len(hit.snippet.exact) < 300


def test_a_word_in_the_title_ranks_above_one_in_passing(book: Casebook) -> None:
    put(
        book,
        story(f"{FILLER} Mirzoev was detained.", "Mirzoev", block="a"),
        story("Mirzoev spoke.", "Mirzoev", title="Detained again", block="a"),
    )
    hits = book.search("detained")
    assert [hit.title for hit in hits] == ["Detained again", None]
    assert hits[0].rank > hits[1].rank


def test_no_more_than_the_limit(told: Casebook) -> None:
    assert len(told.search("weather", limit=2)) == 2


@pytest.mark.parametrize(
    "words",
    [
        '"',
        '""',
        "*",
        "-",
        "NEAR(a b, 2)",
        "a AND",
        "OR",
        "NOT x",
        "title:x",
        "{title}:",
        "^a",
        "a + b",
        "(",
        "'",
        "\x00",
        "a\x00b",
        "; DROP TABLE sources",
        "%",
        "½",
        "🕊",
    ],
)
def test_no_sign_of_the_query_language_has_a_meaning(told: Casebook, words: str) -> None:
    told.search(words)
    told.cases.list(text=words)
    assert len(list(told.sources.all())) == 3


def test_words_of_the_query_language_are_words(book: Casebook) -> None:
    put(book, story("Mirzoev is near and NOT far, or so they say.", "Mirzoev"))
    for words in ("NOT", "NEAR AND", "OR", "near(and", "-far*"):
        assert len(book.search(words)) == 1, words


@pytest.mark.parametrize("words", ["", "   ", "***", "« — »"])
def test_signs_alone_find_nothing(told: Casebook, words: str) -> None:
    assert told.search(words) == ()


@settings(max_examples=150, deadline=None)
@given(words=st.text(max_size=30))
def test_any_words_can_be_searched(lasting: Casebook, words: str) -> None:
    assert lasting.search(words) == ()


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_snippet_is_a_true_quotation(data: st.DataObject) -> None:
    document = data.draw(strategies.documents())
    words = data.draw(st.sampled_from(document.text.split()) | st.text(max_size=10))
    quoted = snippet(document, terms(words))
    assert quoted.exact
    assert document.text[quoted.start : quoted.end] == quoted.exact


@settings(max_examples=100, deadline=None)
@given(before=st.integers(0, 60), after=st.integers(0, 60))
def test_a_snippet_shows_what_was_found(before: int, after: int) -> None:
    told = story(f"{'so it goes ' * before}Davron Mirzoev{' so it goes' * after}", "Davron Mirzoev")
    quoted = snippet(told.document, terms("мирзоева"))
    assert "Mirzoev" in quoted.exact


def test_of_several_places_the_one_with_most_words_is_quoted() -> None:
    text = f"Mirzoev. {FILLER}Mirzoev was detained in Moscow. {FILLER}Moscow."
    quoted = snippet(story(text, "Mirzoev").document, terms("moscow mirzoev detained"))
    assert "Mirzoev was detained in Moscow" in quoted.exact


def test_a_word_that_is_only_in_the_title_is_shown_by_the_beginning() -> None:
    quoted = snippet(story(f"Mirzoev. {FILLER}", "Mirzoev").document, terms("elsewhere"))
    assert quoted.exact.startswith("Mirzoev.")


def test_white_space_before_the_text_is_not_quoted() -> None:
    document = replace(story("Mirzoev", "Mirzoev").document, text=" " * 1000 + "Mirzoev")
    assert snippet(document, terms("elsewhere")).exact == "Mirzoev"


def test_data_without_spaces_is_no_word(book: Casebook) -> None:
    put(book, story(f"Mirzoev {'QUJD' * 1000}", "Mirzoev"))
    assert len(book.search("mirzoev")) == 1
    assert len(book.search("QUJD" * 1000)) == 1


def test_nothing_but_white_space_is_quoted_as_nothing() -> None:
    blank = replace(story("Mirzoev", "Mirzoev").document, text=" \n ")
    assert snippet(blank, terms("x")).exact == ""


def test_what_was_replaced_is_found_no_more(book: Casebook) -> None:
    told = story("Davron Mirzoev was detained.", "Davron Mirzoev", title="Old words")
    put(book, told)
    newer = replace(told.document, title="New words")
    book.documents.put(newer, told.extraction, blocks=told.blocks)
    assert book.search("old words") == ()
    assert len(book.search("new words")) == 1
