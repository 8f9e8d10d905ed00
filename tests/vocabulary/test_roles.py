"""`roles`: codes, and the role that a noun phrase gives."""

import pytest

from amparo.model import UnknownCode
from amparo.vocabulary.roles import role, role_of, roles


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("opposition activist", "activist"),
        ("several activists", "activist"),
        ("Central Asia researcher", "researcher"),
        ("his lawyer", "lawyer"),
        ("foreign minister", "official"),
        ("a human rights lawyer", "lawyer"),
        ("former minister", "former_official"),
        ("interior ministry spokesman", "official"),
        ("spokeswoman", "researcher"),
        ("Opposition Politician", "opposition_politician"),
        ("wives", "relative"),
        ("families", "relative"),
        ("two policemen", "official"),
        ("a table", None),
        ("", None),
    ],
)
def test_the_longest_known_phrase_decides(phrase: str, code: str | None) -> None:
    assert role_of(phrase) == code


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("журналистка", "journalist"),
        ("двое активистов", "activist"),
        ("бывший министр", "former_official"),
        ("учёный", "academic"),
        ("стол", None),
    ],
)
def test_russian_phrases_in_their_cases(phrase: str, code: str | None) -> None:
    assert role_of(phrase, "ru") == code


def test_codes() -> None:
    assert role("lawyer").applies == "both"
    assert {one.applies for one in roles()} == {"target", "other", "both"}
    with pytest.raises(UnknownCode, match="Did you mean lawyer"):
        role("lawer")
