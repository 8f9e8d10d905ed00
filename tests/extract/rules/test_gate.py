"""Reports of ordinary crime, sport and cinema give no incidents."""

import pytest
from tests.extract.reports import found, parsed

from amparo.extract.rules.gate import is_about_pursuit


def is_pursuit(text: str) -> bool:
    analysis, listed = parsed(text)
    return is_about_pursuit(analysis.text, listed)


@pytest.mark.parametrize(
    "text",
    [
        "The opposition activist was arrested.",
        "The welder was arrested, Amnesty International said.",
        "The welder was put on a plane by officers of the MNB.",
        "The welder was deported in breach of the Convention against Torture.",
    ],
)
def test_signs_of_pursuit(text: str) -> None:
    assert is_pursuit(text)


@pytest.mark.parametrize(
    "text",
    [
        "The welder was arrested.",
        "A man was extradited over the smuggling of two tonnes of cocaine; his lawyer spoke of torture.",
        "The exiled striker was sent off for a foul; the coach and the fans were angry.",
    ],
)
def test_signs_of_something_else(text: str) -> None:
    assert not is_pursuit(text)


def test_behind_the_gate_law_and_calls_are_read_all_the_same() -> None:
    text = (
        "Marat Aliev was arrested in Dubai with two tonnes of cocaine and heroin from a gang of smugglers and robbers. "
        "The EU should act, Human Rights Watch said. Poland is party to the Convention against Torture."
    )
    extraction = found(text)
    assert extraction.claims == ()
    assert extraction.calls
    assert extraction.laws
