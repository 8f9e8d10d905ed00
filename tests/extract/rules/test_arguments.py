"""The words in the place of those whom an act befalls, reading by reading."""

import pytest
from tests.extract.reports import acts, all_matches, parsed

from amparo.extract.rules.arguments import is_passive, readings


def first_reading(text: str, trigger: str) -> list[str]:
    """The words of the first reading that has any."""
    analysis, listed = parsed(text)
    match = next(match for match in all_matches(analysis, listed) if match.token.text == trigger)
    return next(([token.text for token, _ in found] for found in readings(analysis, match) if found), [])


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("Police arrested a blogger.", "arrested", ["blogger"]),
        ("A blogger was arrested.", "arrested", ["blogger"]),
        ("The blogger arrested in May spoke.", "arrested", ["blogger"]),
        ("The blogger, abducted in May and deported to Iran in June, spoke.", "deported", ["blogger"]),
        ("Police seized and deported two men.", "deported", ["men"]),
        ("Police arrested a blogger and a poet.", "arrested", ["blogger", "poet"]),
        ("The arrest of a blogger was a shock.", "arrest", ["blogger"]),
        ("Prosecutors opened a criminal case against a blogger.", "opened", ["blogger"]),
        ("A court ordered two months' custody for a blogger.", "custody", ["months"]),
        ("A blogger vanished.", "vanished", ["blogger"]),
    ],
)
def test_the_likeliest_place(text: str, trigger: str, words: list[str]) -> None:
    assert first_reading(text, trigger) == words


def test_where_the_likeliest_place_names_nobody_the_next_is_read() -> None:
    """«two months' custody for X»: the months are nobody."""
    text = "A court ordered two months' custody for the Tajik activist Odil Samadov."
    assert acts(text) == {("Odil Samadov", "detention")}


def test_one_who_is_ordered_held() -> None:
    assert acts("The Tajik activist Odil Samadov was ordered jailed by a court in Minsk.") == {
        ("Odil Samadov", "detention")
    }


def test_those_who_do_an_act_are_not_those_whom_the_next_befalls() -> None:
    text = "The Tajik activist Odil Samadov was abducted by men believed to be officers of the FSB and forcibly flown to Tajikistan."
    assert {who for who, _ in acts(text)} == {"Odil Samadov"}


def test_a_case_against_nobody_is_guessed_to_be_against_nobody() -> None:
    assert acts("Opening the case, the lawyer Karim Holov said that the activists were in good health.") == set()


@pytest.mark.parametrize("list_", ["a wanted list", "the wanted list"])
def test_articles_do_not_matter(list_: str) -> None:
    assert acts(f"In 2018 Tajikistan put the activist Odil Samadov on {list_}.") == {("Odil Samadov", "charge")}


def test_papers_that_are_not_renewed() -> None:
    text = "The Tajik consulate in Istanbul has not renewed the passport of the activist Odil Samadov since 2018."
    assert acts(text) == {("Odil Samadov", "passport")}
    assert acts("The Tajik consulate in Istanbul renewed the passport of the activist Odil Samadov in 2018.") == set()


def test_the_home_of_kin_is_theirs() -> None:
    text = "Odil Samadov, a Tajik activist, lives in Poland. Police in Khujand searched his parents' flat in May 2019."
    assert acts(text) == {("Odil Samadov", "relatives")}


def test_nobody_is_nobody() -> None:
    assert acts("The ministry said that no Tajik activist had been detained in Moscow.") == set()


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("A blogger was arrested.", "arrested", True),
        ("Police arrested a blogger.", "arrested", False),
        ("A blogger was abducted and deported.", "deported", True),
        ("Police abducted and deported a blogger.", "deported", False),
        ("He repeated that he had been arrested.", "arrested", True),
    ],
)
def test_passive(text: str, verb: str, passive: bool) -> None:
    analysis, _ = parsed(text)
    assert is_passive(analysis, next(token for token in analysis.tokens if token.text == verb)) is passive
