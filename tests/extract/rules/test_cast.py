"""Who is named in a text, with role, organisation, origin and movement; who only speaks."""

import pytest
from tests.extract.reports import cast, parsed, person, word

from amparo.extract.rules.cast import Party


def party(text: str, name: str) -> Party:
    (found,) = (one for one in cast(text).parties if one.name == name)
    return found


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Police arrested the Tajik journalist Odil Samadov.", "journalist"),
        ("Odil Samadov, an opposition activist, was arrested.", "activist"),
        ("Another Tajik activist, Odil Samadov, was arrested.", "activist"),
        ("Police arrested Odil Samadov.", None),
    ],
)
def test_roles_stand_before_a_name_or_behind_a_comma(text: str, role: str | None) -> None:
    assert party(text, "Odil Samadov").role == role


@pytest.mark.parametrize(
    "text",
    [
        "Odil Samadov's lawyer Karim Holov spoke to reporters.",
        "The foreign minister Karim Holov spoke to reporters.",
        "Karim Holov, a researcher at Human Rights Watch, spoke to reporters.",
        "Human Rights Watch researcher Karim Holov spoke to reporters.",
    ],
)
def test_those_who_speak_for_others(text: str) -> None:
    assert party(text, "Karim Holov").speaker


def test_a_pursued_official_is_no_speaker() -> None:
    assert not party("The exiled former minister Karim Holov was arrested.", "Karim Holov").speaker


def test_whom_they_speak_for() -> None:
    text = "Jane Fielding, a researcher at Human Rights Watch, said so."
    assert party(text, "Jane Fielding").organisation == "Human Rights Watch"


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Police arrested the Tajik blogger Odil Samadov.", "TJ"),
        ("Odil Samadov, a Tajik blogger, was arrested.", "TJ"),
        ("Odil Samadov of Tajikistan was arrested.", "TJ"),
        ("The blogger Odil Samadov from Tajikistan was arrested.", "TJ"),
        ("Poland refused the extradition of the Tajik blogger Odil Samadov from Warsaw.", "TJ"),
        ("Police arrested Odil Samadov.", None),
    ],
)
def test_origin(text: str, origin: str | None) -> None:
    found = party(text, "Odil Samadov").origin
    assert (found.value if found else None) == origin


def test_the_movement_someone_belongs_to() -> None:
    text = "Odil Samadov, a member of Group 24, was detained in Moscow in 2018, activists said."
    assert [slot.value for slot in person(text, "Odil Samadov").affiliations] == ["Group 24"]


def test_forms_and_places_of_a_name() -> None:
    text = "The activist Odil Samadov was held in Moscow. Samadov is 34, and Samadov's wife is 30."
    mention = person(text, "Odil Samadov")
    assert mention.forms == ("Odil Samadov", "Samadov")
    assert len(mention.passages) == 3


def test_who_was_named_last() -> None:
    text = "The blogger Odil Samadov and the poet Lola Rashidova met the lawyer Karim Holov. He was held."
    analysis, _ = parsed(text)
    before_he = word(analysis, "He").start
    found = cast(text)
    assert [one.name for one in [found.last_before(before_he)] if one] == ["Lola Rashidova"]
    assert found.last_before(before_he, pursued=True) is None
    assert found.last_before(0) is None


def test_the_keys_of_named_parties_are_their_places() -> None:
    parties = cast("Odil Samadov met Lola Rashidova and the lawyer Karim Holov.").parties
    assert [one.key for one in parties] == [0, 1, 2]
