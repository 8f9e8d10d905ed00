"""`charges`: the pretext that words name."""

import pytest

from amparo.model import UnknownCode
from amparo.vocabulary.charges import charge, charge_of, charges


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("sentenced to nine years on fraud charges", "fraud"),
        ("Terrorism", "terrorism"),
        ("public calls for a violent seizure of power", "overthrow_calls"),
        ("membership of an extremist organization", "extremist_org"),
        ("участие в деятельности запрещённой организации", "extremist_org"),
        ("мошенничество в особо крупном размере", "fraud"),
        ("a walk in the park", None),
    ],
)
def test_charge_of(words: str, code: str | None) -> None:
    assert charge_of(words) == code


def test_codes() -> None:
    assert charge("treason").code == "treason"
    assert len(charges()) == 31
    with pytest.raises(UnknownCode, match="Did you mean treason"):
        charge("treson")
