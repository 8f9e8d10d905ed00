"""`agencies`: services and authorities in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.vocabulary.agencies import Agency, agencies, find_agencies


def found(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.words, one.agency.name, one.agency.states) for one in find_agencies(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the FSB's men", [("FSB", "FSB", ("RU",))]),
        ("GKNB officers", [("GKNB", "GKNB", ("TJ", "KG"))]),
        ("MİT and MIT", [("MİT", "MIT", ("TR",)), ("MIT", "MIT", ("TR",))]),
        ("Federal Security Service", [("Federal Security Service", "FSB", ("RU",))]),
        ("ГКНБ и МВД", [("ГКНБ", "GKNB", ("TJ", "KG")), ("МВД", "MVD", ("RU", "TJ", "TM", "UZ", "KZ", "KG", "BY", "AZ"))]),
        ("Police said", [("Police", "police", ())]),
        ("Prosecutor General's Office", [("Prosecutor General's Office", "prosecutor general's office", ())]),
        ("сотрудники полиции и спецслужб", [("полиции", "police", ()), ("спецслужб", "security services", ())]),
        ("the security services and border guards", [("security services", "security services", ()),
                                                     ("border guards", "border guards", ())]),
        ("the Ministry\nof the Interior", [("Ministry\nof the Interior", "interior ministry", ())]),
    ],
)  # fmt: skip
def test_agencies_are_found(text: str, expected: object) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", ["mit dem Zug", "permit", "a raw deal", "ice cream", "MITX", "fsb", ""])
def test_acronyms_keep_their_case_and_borders(text: str) -> None:
    assert found(text) == []


def test_a_name_that_several_states_use_has_no_state_of_its_own() -> None:
    by_name = {one.name: one for one in agencies()}
    assert by_name["FSB"].state == "RU"
    assert by_name["GKNB"].state is None
    assert by_name["police"].state is None


FORMS = [form for one in agencies() for form in one.forms]


@given(st.lists(st.sampled_from(FORMS) | st.text(max_size=4), max_size=12).map(" ".join))
def test_offsets_hold_in_any_text(text: str) -> None:
    reached = 0
    for one in find_agencies(text):
        assert text[one.start : one.end] == one.words
        assert reached <= one.start < one.end
        reached = one.end


@pytest.mark.parametrize("agency", agencies(), ids=lambda one: one.name)
def test_every_form_finds_its_agency(agency: Agency) -> None:
    for form in agency.forms:
        assert [one.agency.name for one in find_agencies(f"x {form} y")][:1] == [agency.name], form
