"""On whose word a claim stands."""

import pytest
from tests.extract.reports import only

HELD = "the Tajik activist Odil Samadov was detained in Moscow"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (f"Rights groups said on Monday that {HELD}.", ("Rights groups",)),
        (f"Human Rights Watch said that {HELD}.", ("Human Rights Watch",)),
        (f"On Monday {HELD}, Human Rights Watch said.", ("Human Rights Watch",)),
        (f"According to Human Rights Watch, {HELD}.", ("Human Rights Watch",)),
        (
            f"On Monday {HELD}, Human Rights Watch and Amnesty International said.",
            ("Human Rights Watch", "Amnesty International"),
        ),
        (f"Human Rights Watch researcher Jane Fielding said that {HELD}.", ("Human Rights Watch",)),
        (f"Samadov's lawyer Karim Holov said that {HELD}.", ("Karim Holov",)),
        (f"On Monday {HELD}.", ()),
    ],
)
def test_who_says_so(text: str, sources: tuple[str, ...]) -> None:
    assert only(text).sources == sources


@pytest.mark.parametrize("words", ["the group said", "according to the statement", "the statement says"])
def test_the_group_and_the_statement_are_of_the_one_that_spoke_last(words: str) -> None:
    text = f"Human Rights Watch published a statement on Monday. On Sunday {HELD}, {words}."
    assert only(text).sources == ("Human Rights Watch",)


def test_inside_a_quotation_its_speaker_is_meant() -> None:
    text = (
        '"We saw it happen. On Sunday the Tajik activist Odil Samadov was detained in Moscow. '
        'Nobody helped," Human Rights Watch said.'
    )
    assert only(text).sources == ("Human Rights Watch",)


def test_who_denies_is_no_source_of_the_act() -> None:
    text = "The Russian interior ministry denied that the Tajik activist Odil Samadov had been kidnapped in Moscow."
    claim = only(text)
    assert (claim.sources, claim.details["denied_by"]) == ((), "The Russian interior ministry")


def test_a_far_statement_is_not_meant() -> None:
    filler = "He spoke of the weather. " * 80
    text = f"Human Rights Watch published a statement on Monday. {filler}On Sunday {HELD}, according to the statement."
    assert "Human Rights Watch" not in only(text).sources
