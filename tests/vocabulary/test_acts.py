"""`acts`: codes, roll-up, transfers."""

from collections.abc import Callable

import pytest

from amparo.model import UnknownCode
from amparo.vocabulary.acts import act, acts, is_transfer, roll_up

SCHEMA_CODES = {
    "killing", "assault", "abduction", "disappearance", "detention", "torture", "charge", "conviction", "threat", "relatives",
    "designation", "interpol", "extradition", "deportation", "rendition", "coerced_return", "asylum_refusal", "passport", "release",
    "asylum_grant", "interim_measure", "return_to_safety",
}  # fmt: skip


def test_the_22_codes_of_the_schema_are_those_without_a_parent() -> None:
    assert {one.code for one in acts() if one.parent is None} == SCHEMA_CODES


def test_every_finer_code_rolls_up_to_a_code_of_the_schema_in_the_same_group() -> None:
    for one in acts():
        parent = act(roll_up(one.code))
        assert parent.code in SCHEMA_CODES
        assert parent.group == one.group


@pytest.mark.parametrize(
    ("code", "expected"), [("pushback", "deportation"), ("house_arrest", "detention"), ("charge", "charge")]
)
def test_roll_up(code: str, expected: str) -> None:
    assert roll_up(code) == expected


def test_transfers_are_the_acts_of_the_group_return() -> None:
    transfers = {one.code for one in acts() if is_transfer(one.code)}
    assert transfers == {"extradition", "deportation", "pushback", "rendition", "coerced_return", "lure"}


@pytest.mark.parametrize("ask", [act, roll_up, is_transfer])
def test_an_unknown_code_raises_with_suggestions(ask: Callable[[str], object]) -> None:
    with pytest.raises(UnknownCode, match="Did you mean deportation"):
        ask("deporation")
