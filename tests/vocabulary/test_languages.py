"""`languages`: codes and scripts."""

import pytest

from amparo.vocabulary.languages import LANGUAGES, script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Two men, and «один»", "Latin"),
        ("Двое мужчин, and one", "Cyrillic"),
        ("دو مرد", "Arabic"),
        ("两名男子", "Cjk"),
        ("ორი კაცი", "Georgian"),
        ("12.04.2021 – 5", None),
        ("", None),
    ],
)
def test_script_of(text: str, script: str | None) -> None:
    assert script_of(text) == script


def test_codes_are_two_small_letters_with_a_name() -> None:
    assert all(len(code) == 2 and code.islower() and name.istitle() for code, name in LANGUAGES.items())
    assert LANGUAGES["tg"] == "Tajik"
