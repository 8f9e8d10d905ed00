"""Hidden characters and look-alike letters: read over, and quoted as they stand. All people are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.reports import report

from amparo.extract import extract
from amparo.extract.clean import clean

TOLD = "The Tajik activist Odil Samadov was detained in Moscow on 3 May 2019."


@pytest.mark.parametrize(
    "text",
    [
        TOLD.replace("Samadov", "Sama\u200bdov"),
        TOLD.replace("Odil Samadov", "\u202bOdil\u200f Sama\u00addov\u202c"),
        TOLD.replace("Samadov", "Samadov\u2060").replace("detained", "de\u200dtained"),
        TOLD.replace("Odil", "Od\x07il").replace("Moscow", "\ufeffMoscow"),
        TOLD.replace("Samadov", "Sаmаdоv").replace("detained", "dеtained"),  # Cyrillic а, о, е
    ],
)
def test_names_and_acts_are_found_and_quoted_as_they_stand(text: str) -> None:
    document = report(text)
    found = extract(document)
    (claim,) = found.claims
    (target,) = (mention for mention in found.mentions if mention.target)
    assert (target.name, claim.act.value, claim.host and claim.host.value) == ("Odil Samadov", "detention", "RU")
    for passage in (*claim.passages, *claim.act.passages, *target.passages):
        assert document.text[passage.start : passage.end] == passage.exact
        assert passage.document == document.id
    assert clean(report(target.passages[0].exact)).document.text == "Odil Samadov"


def test_a_letter_written_as_two_characters_is_one() -> None:
    read = clean(report("O\u0308zku\u0308r"))
    assert read.document.text == "Özkür"
    assert (read.starts, read.ends) == ((0, 2, 3, 4, 6), (2, 3, 4, 6, 7))


def test_a_text_with_nothing_to_clean_is_the_same() -> None:
    document = report(TOLD)
    assert clean(document).document == document
    assert clean(document).restored(extract(document)) == extract(document)


def test_words_of_two_alphabets_follow_the_text_and_others_stay() -> None:
    assert clean(report("Сарафон and Tajik: Каrimov", language="en")).document.text == "Сарафон and Tajik: Karimov"
    assert clean(report("Активист Kаримов и BBC", language="ru")).document.text == "Активист Каримов и BBC"


@given(st.text(max_size=300))
def test_every_character_kept_stands_where_it_is_said_to(text: str) -> None:
    read = clean(report(text))
    if read.starts:
        assert len(read.starts) == len(read.ends) == len(read.document.text)
        assert all(start < end for start, end in zip(read.starts, read.ends, strict=True))
        assert list(read.starts) == sorted(read.starts)
    assert len(read.document.text) <= len(text)


def test_a_text_of_hidden_characters_alone() -> None:
    found = extract(report("\u200b\u200f" * 20))
    assert (found.claims, found.mentions) == ((), ())
