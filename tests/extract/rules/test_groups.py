"""Unnamed people: what counts as one, their number, their words, their states."""

import pytest
from tests.extract.reports import only, parsed, word

from amparo.extract.rules import groups
from amparo.extract.rules.cast import Party


def party(text: str, noun: str) -> Party | None:
    analysis, listed = parsed(text)
    return groups.party_of(analysis, word(analysis, noun), listed)


@pytest.mark.parametrize(
    ("text", "noun", "count"),
    [
        ("Two activists were deported.", "activists", 2),
        ("More than 30 activists were deported.", "activists", 30),
        ("A blogger was deported.", "blogger", 1),
        ("Several people were deported.", "people", None),
        ("Dozens were deported.", "Dozens", None),
        ("A couple was deported.", "couple", 2),
        ("In 2023 members of a family were deported.", "members", None),
    ],
)
def test_counts(text: str, noun: str, count: int | None) -> None:
    analysis, _ = parsed(text)
    assert groups.count_of(analysis, word(analysis, noun)) == count


@pytest.mark.parametrize(
    ("text", "noun", "words"),
    [
        ("Two Tajik activists were deported.", "activists", "Two Tajik activists"),
        ("Five refugees from Vietnam were held.", "refugees", "Five refugees from Vietnam"),
        ("Several people linked to Group 24 have been held.", "people", "Several people linked to Group 24"),
        ("A 34-year-old blogger was deported.", "blogger", "A 34-year-old blogger"),
    ],
)
def test_the_words_of_a_group(text: str, noun: str, words: str) -> None:
    found = party(text, noun)
    assert found is not None
    assert found.name == words


@pytest.mark.parametrize(
    ("text", "noun", "origin"),
    [
        ("Two Tajik activists were deported.", "activists", "TJ"),
        ("Five refugees from Vietnam were held.", "refugees", "VN"),
        ("Four Cambodians were deported.", "Cambodians", "KH"),
        ("Two activists were deported.", "activists", None),
    ],
)
def test_the_origin_of_a_group(text: str, noun: str, origin: str | None) -> None:
    found = party(text, noun)
    assert found is not None
    assert (found.origin.value if found.origin else None) == origin


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("No person may be returned to torture.", "person"),
        ("A minister was arrested.", "minister"),
        ("The ministry was closed.", "ministry"),
    ],
)
def test_who_is_no_target(text: str, noun: str) -> None:
    assert party(text, noun) is None


def test_a_fallen_minister_may_be_one() -> None:
    assert party("A former minister was arrested.", "minister") is not None


def test_one_noun_is_one_party() -> None:
    """Asked twice, a noun gives the same key, and another noun another."""
    analysis, listed = parsed("Two activists and a poet were deported.")
    activists, poet = (groups.party_of(analysis, word(analysis, noun), listed) for noun in ("activists", "poet"))
    assert activists == groups.party_of(analysis, word(analysis, "activists"), listed)
    assert activists is not None
    assert poet is not None
    assert activists.key != poet.key
    assert activists.key < 0


def test_where_people_live_is_where_it_may_have_happened() -> None:
    claim = only(
        "Several people based in Lithuania and Poland, linked to Group 24, have been arrested, activists said."
    )
    assert (claim.host, claim.hosts_any, claim.act) == (None, ("LT", "PL"), "detention")


def test_letters_that_change_their_length_do_not_shift_offsets() -> None:
    claim = only("İİİİ activists: two Turkmen activists living in Turkey have been arrested.")
    assert claim.host == "TR"
