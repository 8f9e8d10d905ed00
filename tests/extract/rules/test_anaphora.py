"""Whom «he», «the activist», «the two men» and «they» stand for."""

import pytest
from tests.extract.reports import acts, found, told

LEAD = "The Tajik activist Odil Samadov was arrested in Moscow in May 2019."


@pytest.mark.parametrize("word", ["He", "The activist", "Samadov", "The 34-year-old"])
def test_one_person(word: str) -> None:
    assert acts(f"{LEAD} {word} was deported to Tajikistan in June 2019.") == {
        ("Odil Samadov", "detention"),
        ("Odil Samadov", "deportation"),
    }


def test_whom_a_pronoun_stands_for_is_a_guess() -> None:
    claims = found(f"{LEAD} He was deported to Tajikistan in June 2019.").claims
    named_as = [dict(claim.details)["named_as"] for claim in claims]
    assert [(slot.value, slot.guessed) for slot in named_as] == [("activist", False), ("He", True)]


def test_not_the_lawyer_who_spoke_last() -> None:
    text = f"{LEAD} His lawyer Karim Holov was not told. He was deported to Tajikistan in June 2019."
    assert ("Odil Samadov", "deportation") in acts(text)
    assert "Karim Holov" not in {who for who, _ in acts(text)}


@pytest.mark.parametrize("words", ["They", "The two men", "The men", "Both"])
def test_a_list_of_two(words: str) -> None:
    text = (
        "The Tajik activists Parviz Hakimov and Odil Samadov were arrested in Moscow in May 2019. "
        f"{words} were deported to Tajikistan in June 2019."
    )
    assert {("Parviz Hakimov", "deportation"), ("Odil Samadov", "deportation")} <= acts(text)


def test_a_relative_pronoun() -> None:
    text = "Police are looking for the Tajik activist Odil Samadov, who was kidnapped in Istanbul in 2018."
    assert acts(text) == {("Odil Samadov", "abduction")}


def test_an_unnamed_person_told_of_again() -> None:
    text = "A 34-year-old Tajik blogger was arrested in Moscow in May 2019. He was deported in June 2019."
    claims = told(text)
    assert {claim.act for claim in claims} == {"detention", "deportation"}
    assert {claim.who for claim in claims} == {"A 34-year-old Tajik blogger"}
    assert len({claim.target for claim in found(text).claims}) == 1


def test_an_unnamed_group_told_of_again() -> None:
    text = "Five Vietnamese refugees were arrested in Bangkok in May 2019. They were deported in June 2019."
    assert {claim.who for claim in told(text)} == {"Five Vietnamese refugees"}
