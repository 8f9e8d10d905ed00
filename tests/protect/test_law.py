from collections import Counter
from itertools import pairwise

import pytest

from amparo.model import UnknownCode
from amparo.protect import InstrumentLine, Kind, Scope, instrument, instruments
from amparo.protect.law import AS_OF, codes, main_line
from amparo.protect.tables import rows
from amparo.vocabulary import acts, states
from amparo.vocabulary.instruments import instrument_names

LINES = instruments()
BODIES = {"CIS", "SCO", "CSTO", *(row["circle"] for row in rows("circles.csv"))}


def named(line: InstrumentLine) -> str:
    return f"{line.code} {line.article}"


def test_a_line_is_named_by_code_and_article() -> None:
    assert len(LINES) == 100
    assert [key for key, count in Counter(map(named, LINES)).items() if count > 1] == []


def test_one_line_stands_for_each_instrument() -> None:
    assert len(codes()) == 85
    for code in codes():
        assert [line.main for line in instrument(code)].count(True) == 1, code


def test_lines_of_one_instrument_agree_on_the_instrument() -> None:
    for code in codes():
        facts = {
            (line.name, line.kind, line.state, line.circle, line.adopted, line.in_force, line.until)
            for line in instrument(code)
        }
        assert len(facts) == 1, code


@pytest.mark.parametrize("line", LINES, ids=named)
def test_each_line_is_whole(line: InstrumentLine) -> None:
    assert line.name
    assert line.rule
    assert line.source_url.startswith(("https://", "http://"))
    assert line.confidence in {"high", "medium", "low"}
    assert all(acts.roll_up(act) == act for act in line.applies_to)
    assert (line.state is not None) == (line.kind is Kind.DOMESTIC)
    assert line.circle is None or line.circle in BODIES
    assert line.is_risk == (line.kind is Kind.ENABLING)
    assert not (line.is_risk and line.bars_transfer)


@pytest.mark.parametrize("line", [line for line in LINES if line.kind is Kind.DOMESTIC], ids=named)
def test_domestic_law_is_that_of_the_state_in_its_code(line: InstrumentLine) -> None:
    assert line.state is not None
    assert states.state(line.state).code == line.state
    assert line.code.removeprefix("NONE-").startswith(line.state)
    assert line.says_there_is_none == line.code.startswith("NONE-")


@pytest.mark.parametrize("line", [line for line in LINES if line.kind is Kind.ENABLING], ids=named)
def test_what_eases_a_transfer_says_that_it_is_a_risk(line: InstrumentLine) -> None:
    assert line.rule.startswith("RISK")
    assert line.scope in {Scope.ENABLES_TRANSFER, Scope.CONTEXT}


def test_dates_of_an_instrument_come_in_order() -> None:
    for line in LINES:
        found = [one for one in (line.adopted, line.in_force, line.applies_from, line.until) if one]
        assert all(one.earliest <= other.latest for one, other in pairwise(found)), named(line)


def test_only_custom_and_laws_of_unknown_age_lack_a_first_day() -> None:
    without = {line.code for line in LINES if line.begins is None}
    assert without == {"CUSTOM-NR", "FR-CESEDA", "NONE-IN", "NONE-MY", "NONE-AE"}


def test_a_union_act_that_applies_later_begins_then() -> None:
    assert {line.code: str(line.begins) for line in LINES if line.applies_from} == {
        "EU-QR24": "2026-07-01",
        "EU-APR24": "2026-06-12",
        "EU-RBP24": "2026-06-12",
    }


def test_circles_name_states() -> None:
    for row in rows("circles.csv"):
        members = row["states"].split(";")
        assert len(members) == len(set(members))
        assert row["source_url"].startswith("http")
        assert [states.state(code).code for code in members] == members


def test_names_in_texts_and_the_law_data_have_the_same_codes() -> None:
    assert [(one.code, one.name) for one in instrument_names()] == [(code, main_line(code).name) for code in codes()]


@pytest.mark.parametrize(
    ("code", "article"), [("ECHR", "3"), ("ICCPR", "7"), ("CAT", "3"), ("TR-LFIP", "4"), ("EU-CFR", "19(2)")]
)
def test_the_line_that_stands_for_an_instrument(code: str, article: str) -> None:
    assert main_line(code).article == article


def test_lines_of_an_instrument_in_the_order_of_the_data() -> None:
    assert [line.article for line in instrument("ECHR")] == ["2", "3", "5(1)(f)", "6", "13", "34"]
    assert all(line.code == "ECHR" for line in instrument("ECHR"))


def test_an_unknown_code_is_a_wrong_call_and_names_what_is_near() -> None:
    with pytest.raises(UnknownCode, match="ICCPR"):
        instrument("ICCP")


def test_the_table_says_up_to_when_it_was_kept() -> None:
    assert str(AS_OF) == "2025-01"
