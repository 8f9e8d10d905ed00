"""Whom an act befalls: read from the verb's place, from rows and appositions, through nouns, kin and participles."""

import pytest
from tests.extract.reports import acts, only, told

SAMADOV = ("Odil Samadov", "detention")


@pytest.mark.parametrize(
    "text",
    [
        "The Tajik activist Odil Samadov was detained in Moscow.",
        "Police detained the Tajik activist Odil Samadov in Moscow.",
        "Odil Samadov, a Tajik activist who was detained in Moscow, is a poet.",
        "The Tajik activist Odil Samadov, detained in Moscow in May 2019, is a poet.",
        "The detention of the Tajik activist Odil Samadov in Moscow drew protests.",
        "Odil Samadov's detention in Moscow drew protests, activists said.",
        "Another Tajik activist, Odil Samadov, was detained in Moscow.",
        "Moscow police seized papers and detained the Tajik activist Odil Samadov.",
        "The Tajik activist Odil Samadov was taken into custody in Moscow.",
        "Police are said to have detained the Tajik activist Odil Samadov in Moscow.",
    ],
)
def test_one_person_in_every_place_of_a_sentence(text: str) -> None:
    assert SAMADOV in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Parviz Hakimov, Odil Samadov and Lola Rashidova, three Tajik bloggers, were detained in Moscow.",
        "Moscow police detained the Tajik bloggers Parviz Hakimov, Odil Samadov and Lola Rashidova.",
        "The blogger Parviz Hakimov, the poet Odil Samadov and Lola Rashidova, a teacher, were detained in Moscow.",
    ],
)
def test_a_list_of_names_shares_one_act(text: str) -> None:
    names = ("Parviz Hakimov", "Odil Samadov", "Lola Rashidova")
    assert acts(text) == {(name, "detention") for name in names}


def test_verbs_in_a_row_share_their_object() -> None:
    assert acts("Russian police abducted and deported the Tajik activist Odil Samadov in May 2019.") == {
        ("Odil Samadov", "abduction"),
        ("Odil Samadov", "deportation"),
    }


def test_verbs_in_a_row_share_their_subject() -> None:
    assert acts("The Tajik activist Odil Samadov was abducted in Moscow and deported to Tajikistan.") == {
        ("Odil Samadov", "abduction"),
        ("Odil Samadov", "deportation"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Odil Samadov, a Tajik activist, lives in Poland. Police in Khujand detained his brother in March 2020.",
        "The activist Odil Samadov lives in Poland. Odil Samadov's wife was detained in Khujand.",
        "The brother of the exiled Tajik activist Odil Samadov was detained in Khujand.",
    ],
)
def test_harm_to_kin_is_a_reprisal_against_the_exile(text: str) -> None:
    claim = only(text)
    assert (claim.who, claim.act, claim.details["act"]) == ("Odil Samadov", "relatives", "detention")


def test_kin_who_are_questioned() -> None:
    claim = only("Police in Dushanbe interrogated the brother of the exiled activist Odil Samadov.")
    assert (claim.who, claim.act, claim.details["act"]) == ("Odil Samadov", "relatives", "interrogate")


def test_questioning_a_stranger_is_no_reprisal() -> None:
    assert acts("Police in Dushanbe interrogated the activist Odil Samadov and a taxi driver.") == set()


def test_whose_papers_they_are() -> None:
    assert acts("The Tajik embassy in Moscow cancelled the passport of the activist Odil Samadov in 2018.") == {
        ("Odil Samadov", "passport")
    }


def test_those_threatened_with_a_transfer() -> None:
    assert acts("Odil Samadov, a Tajik activist, was threatened with extradition to Tajikistan.") == {
        ("Odil Samadov", "extradition")
    }


def test_those_who_only_speak_are_no_targets() -> None:
    text = "Karim Holov, the lawyer of the Tajik activist Odil Samadov, said his client was detained in Moscow."
    assert "Karim Holov" not in {who for who, _ in acts(text)}


def test_a_banned_movement_is_what_is_designated() -> None:
    claim = only("In 2018 Tajikistan banned Group 24, an opposition movement.")
    assert (claim.who, claim.act, claim.host, claim.date) == ("Group 24", "designation", "TJ", "2018")


def test_unnamed_people() -> None:
    (claim,) = told("Thai police arrested five Vietnamese refugees in Bangkok in 2018.")
    assert (claim.who, claim.act, claim.origin) == ("five Vietnamese refugees", "detention", "VN")


def test_an_agent_is_no_patient() -> None:
    assert acts("Two activists accuse the general Karim Holov: he abducted the poet Lola Rashidova in Moscow.") == {
        ("Lola Rashidova", "abduction")
    }
