"""The number that a noun phrase gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.extract.rules.counts import number_in, value_of


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        ("at least seven students", 7),
        ("more than 4,000 people", 4000),
        ("Fifty-two others", 52),
        ("a dozen exiles", 12),
        ("two dozen teachers", 24),
        ("both women", 2),
        ("In 2019 four students", 4),
        ("a 34-year-old blogger", None),
        ("a woman of 26", None),
        ("dozens of teachers", None),
        ("one of them", None),
        ("since 2023 members", None),
    ],
)
def test_numbers(phrase: str, number: int | None) -> None:
    assert number_in(phrase) == number


@given(st.integers(min_value=2, max_value=1899))
def test_a_figure_before_a_noun_is_its_count(number: int) -> None:
    assert number_in(f"{number} people") == number
    assert number_in(f"{number:,} people") == number


def test_words_that_give_no_number() -> None:
    assert value_of("several") is None
