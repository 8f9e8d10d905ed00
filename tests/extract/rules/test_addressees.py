"""Who is asked, and who takes part."""

import pytest
from tests.extract.reports import parsed

from amparo.extract.rules.addressees import addressees, named_states


def asked(text: str) -> list[str]:
    analysis, listed = parsed(text)
    return [name for name, _, _ in addressees(analysis, analysis.tokens, listed)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Azerbaijani authorities", ["AZ"]),
        ("Turkey and the European Union", ["TR", "EU"]),
        ("Seoul", ["KR"]),
        ("UNHCR", ["UNHCR"]),
        ("the attorney-general", ["attorney-general"]),
        ("host countries", ["host countries"]),
        ("you", ["you"]),
        ("the greengrocer", []),
    ],
)
def test_addressees(text: str, names: list[str]) -> None:
    assert asked(text) == names


def test_it_is_the_state_named_last() -> None:
    analysis, listed = parsed("Iran threatens them. Germany knows. They called on it to act.")
    it = tuple(token for token in analysis.tokens if token.text == "it")
    assert [name for name, _, _ in addressees(analysis, it, listed)] == ["DE"]


def test_brussels_stands_for_the_union() -> None:
    text = "Ministers met in Brussels."
    _, listed = parsed(text)
    assert [name for name, _, _ in named_states(0, len(text), listed)] == ["EU"]
