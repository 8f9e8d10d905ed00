"""`organisations`: institutions in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.model import UnknownCode
from amparo.vocabulary.organisations import Organisation, find_organisations, organisation, organisations


def found(text: str) -> list[tuple[str, str]]:
    return [(one.words, one.organisation.code) for one in find_organisations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Human Rights Watch (HRW)", [("Human Rights Watch", "hrw"), ("HRW", "hrw")]),
        ("told AFP and RFE/RL", [("AFP", "afp"), ("RFE/RL", "rferl")]),
        ("Group 24's members", [("Group 24", "group24")]),
        ("the UN Committee against Torture", [("UN Committee against Torture", "cat_committee")]),
        ("the European Union (EU)", [("European Union", "eu"), ("EU", "eu")]),
        ("the ECtHR in Strasbourg", [("ECtHR", "ecthr")]),
        ("Islamic Renaissance Party of Tajikistan", [("Islamic Renaissance Party of Tajikistan", "irpt")]),
        ("Хизб ут-Тахрир и Интерпол", [("Хизб ут-Тахрир", "hizb_ut_tahrir"), ("Интерпол", "interpol")]),
        ("«Группы 24»", [("«Группы 24»", "group24")]),
        ("Asia-Plus reported", [("Asia-Plus", "asiaplus")]),
    ],
)
def test_organisations_are_found(text: str, expected: object) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", ["europe", "eu", "UNIQUE", "a group of 24 people", "human rights watch", ""])
def test_what_is_none(text: str) -> None:
    assert found(text) == []


def test_a_movement_has_the_state_that_pursues_it() -> None:
    assert organisation("group24").state == "TJ"
    assert organisation("gulen").state == "TR"
    assert organisation("hizb_ut_tahrir").state is None
    with pytest.raises(UnknownCode, match="Did you mean interpol"):
        organisation("interpole")


@pytest.mark.parametrize("one", organisations(), ids=lambda one: one.code)
def test_every_form_finds_its_organisation(one: Organisation) -> None:
    for form in one.forms:
        assert [match.organisation.code for match in find_organisations(f"x {form} y")][:1] == [one.code], form


FORMS = [form for one in organisations() for form in one.forms]


@given(st.lists(st.sampled_from(FORMS) | st.text(max_size=4), max_size=12).map(" ".join))
def test_offsets_hold_in_any_text(text: str) -> None:
    reached = 0
    for one in find_organisations(text):
        assert text[one.start : one.end] == one.words
        assert reached <= one.start < one.end
        reached = one.end
