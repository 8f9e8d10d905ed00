"""Words that tell an act, in the place and company in which they mean it."""

import pytest
from tests.extract.reports import all_matches, parsed, triggered, word

from amparo.extract.rules.triggers import clause, is_aside, towards


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("He was killed in Istanbul.", "killing"),
        ("He was beaten by strangers on his way home.", "assault"),
        ("He was bundled into a van.", "abduction"),
        ("He was taken away by masked men.", "abduction"),
        ("He disappeared in Moscow.", "disappearance"),
        ("He has not been heard from since Monday.", "disappearance"),
        ("He was arrested in Minsk.", "detention"),
        ("He was taken into custody.", "detention"),
        ("He was tortured.", "torture"),
        ("He was beaten in custody.", "torture"),
        ("He was charged with extremism.", "charge"),
        ("Prosecutors issued an arrest warrant against him.", "charge"),
        ("He was sentenced to nine years.", "conviction"),
        ("He was given nine years in prison.", "conviction"),
        ("He was threatened.", "threat"),
        ("The court designated the movement as terrorist.", "designation"),
        ("A red notice was issued for him.", "interpol"),
        ("He was extradited.", "extradition"),
        ("He was deported.", "deportation"),
        ("He was sent back.", "deportation"),
        ("He was forcibly taken to Tajikistan.", "rendition"),
        ("He was lured home.", "coerced_return"),
        ("He was denied asylum.", "asylum_refusal"),
        ("They revoked his passport.", "passport"),
        ("He was released.", "release"),
        ("He was granted asylum.", "asylum_grant"),
        ("The court applied Rule 39.", "interim_measure"),
        ("He was allowed to return to the Netherlands.", "return_to_safety"),
    ],
)
def test_each_act_has_its_words(text: str, act: str) -> None:
    assert act in {found for found, _ in triggered(text)}


def test_words_of_a_phrase_may_stand_apart() -> None:
    assert triggered("Police handed the two young men over to Tajikistan.") == [("deportation", "handed")]


@pytest.mark.parametrize(
    "text",
    [
        "The statement was released on Monday.",
        "The video was released.",
        "The court held a hearing in prison matters.",
        "He took office in an armed country.",
        "The deportation of the diplomat was a scandal.",
        "The Committee against Torture met.",
    ],
)
def test_the_same_words_in_other_company(text: str) -> None:
    assert triggered(text) == []


def test_the_more_demanding_reading_wins() -> None:
    """«taken to Tajikistan» alone says nothing; «forcibly» makes it a transfer outside the law."""
    assert triggered("He was taken to Tajikistan.") == []
    assert triggered("He was forcibly taken to Tajikistan.") == [("rendition", "taken")]


def test_at_one_word_one_act() -> None:
    analysis, listed = parsed("He was forcibly returned to Tajikistan, detained, and tortured in custody.")
    tokens = [match.token.index for match in all_matches(analysis, listed)]
    assert len(tokens) == len(set(tokens))


def test_a_clause_ends_at_the_next_verb() -> None:
    analysis, _ = parsed("He was arrested in Moscow, and officials said that he fled from Minsk.")
    around = clause(analysis, word(analysis, "arrested"))
    words = " ".join(token.text for token in around)
    assert "Moscow" in words
    assert "Minsk" not in words


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("He was deported to Tajikistan.", "TJ"),
        ("He was deported from Russia to Tajikistan.", "TJ"),
        ("He was deported back to his home in Tajikistan.", "TJ"),
        ("He was deported to Dushanbe.", "TJ"),
        ("They were deported back to their homelands.", None),
        ("He was sent home from Almaty.", None),
    ],
)
def test_where_a_movement_leads(text: str, state: str | None) -> None:
    analysis, listed = parsed(text)
    verb = next(token for token in analysis.tokens if token.text in {"deported", "sent"})
    found = towards(analysis, verb, listed)
    assert found is not None
    assert found[2] == state


def test_a_movement_that_leads_nowhere() -> None:
    analysis, listed = parsed("He was deported on Monday.")
    assert towards(analysis, word(analysis, "deported"), listed) is None


def test_an_aside_is_of_another_act() -> None:
    analysis, listed = parsed("The blogger, who was freed in Minsk in 2018, was arrested in Moscow in 2019.")
    arrested = next(match for match in all_matches(analysis, listed) if match.token.text == "arrested")
    assert is_aside(analysis, arrested, analysis.text.index("Minsk"))
    assert not is_aside(analysis, arrested, analysis.text.index("Moscow"))
