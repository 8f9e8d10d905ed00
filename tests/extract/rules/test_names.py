"""Where persons are named, and what only looks like a name."""

import pytest
from tests.extract.reports import parsed

from amparo.extract.rules.names import name_spans


def names(text: str) -> list[str]:
    analysis, listed = parsed(text)
    return [" ".join(span.words.split()) for span in name_spans(analysis, listed)]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested the Tajik blogger Parviz Hakimov on Monday.",
        "Parviz Hakimov, a Tajik blogger, was arrested on Monday.",
        "Parviz Hakimov, 34, was arrested on Monday.",
        "Parviz Hakimov was arrested on Monday.",
        "The lawyer of Parviz Hakimov was not let in.",
    ],
)
def test_full_names_wherever_they_stand(text: str) -> None:
    assert "Parviz Hakimov" in names(text)


@pytest.mark.parametrize(
    "name", ["Salim al-Harthi", "Ulan Jumabai uulu", "Lau Cheuk-lam", "Nguyen Van Thanh", "Ayşe Öztürk"]
)
def test_particles_hyphens_and_letters_of_all_kinds(name: str) -> None:
    assert name in names(f"Police arrested the blogger {name} on Monday.")


def test_titles_are_no_part_of_a_name() -> None:
    assert names("The court heard Judge Parviz Hakimov on Monday.") == ["Parviz Hakimov"]


def test_surnames_of_those_named_in_full() -> None:
    assert names("The blogger Parviz Hakimov was arrested. Hakimov is 34.") == ["Parviz Hakimov", "Hakimov"]


def test_a_name_across_a_line_break() -> None:
    assert names("Police arrested the Tajik blogger Parviz \nHakimov on Monday.") == ["Parviz Hakimov"]


def test_a_title_makes_a_name_of_one_word() -> None:
    assert names("The court heard that Mr Hakimov had been held.") == ["Hakimov"]


@pytest.mark.parametrize(
    "text",
    [
        "The Interior Ministry said so on Monday.",
        "He was taken from Moscow to Tajikistan by the State Committee.",
        "Human Rights Watch and Amnesty International wrote to the European Court of Human Rights.",
        "The Convention against Torture forbids it.",
        "Activist Held In Moscow By Police",
    ],
)
def test_places_bodies_treaties_and_headlines_are_no_persons(text: str) -> None:
    assert names(text) == []


def test_what_stands_after_in_or_at_is_a_place_everywhere() -> None:
    assert names("He was born in Tamarind Bay. The Tamarind Bay court held the blogger Parviz Hakimov.") == [
        "Parviz Hakimov"
    ]


def test_a_father_s_name_alone_belongs_to_the_full_name() -> None:
    analysis, listed = parsed("Police held the blogger Ulan Jumabai uulu on Monday. Jumabai uulu was freed.")
    assert [span.full for span in name_spans(analysis, listed)] == [True, False]


def test_kin_and_role_nouns_with_a_capital_are_no_names() -> None:
    assert names("Uncle of blogger held, Activist tells court.") == []
