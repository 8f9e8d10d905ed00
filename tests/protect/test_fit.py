import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.model import Edtf, Finding, Outcome, UnknownCode
from amparo.protect import Kind, Scope, assess, instruments
from amparo.protect.fit import MAIN_TREATIES, NO_FIT, in_question, readings
from amparo.vocabulary import acts, states

STATES = [state.code for state in states.states()]
ACTS = [act.code for act in acts.acts()]
RETURNS = ("extradition", "deportation", "rendition", "coerced_return")
SPEAKS_TO = {(line.code, line.article): line.applies_to for line in instruments()}
ORDER = ["absolute", "refugee", "qualified", "procedural", "procedure", "context"]


def asked(state: str, act: str | None, on: str | None) -> dict[str, Finding]:
    """Findings by instrument and article."""
    return {f"{one.instrument} {one.article}": one for one in assess(state, act, Edtf(on) if on else None)}


def codes_of(found: dict[str, Finding]) -> set[str]:
    return {one.instrument for one in found.values()}


def test_what_binds_lithuania_on_an_extradition() -> None:
    found = asked("LT", "extradition", "2024-04-16")
    bound = {key for key, one in found.items() if one.outcome is Outcome.BOUND}
    assert bound >= {
        "CAT 3",
        "ECHR 2",
        "ECHR 3",
        "ECHR 6",
        "ICCPR 6",
        "ICCPR 7",
        "CED 16",
        "REF51 33",
        "ECE 3",
        "ECE 11",
        "ECST 5",
    }
    assert bound >= {"EU-CFR 19(2)", "EU-APD13 9;46", "LT-CPC CC 9; CPC 71", "CUSTOM-NR -"}
    assert "LT-FOREIGNERS 130" not in found  # speaks of removal by the migration authority
    assert {"ECHR-P4 4", "ECHR-P7 1", "EU-RD08 5;9;13"}.isdisjoint(found)
    assert found["EU-QR24 15;21"].outcome is Outcome.NOT_BOUND


def test_what_binds_turkiye_on_a_deportation() -> None:
    found = asked("TR", "deportation", "2024-03")
    assert {"TR-LFIP 4", "TR-LFIP 55", "TR-LFIP 53", "CAT 3", "ECHR 3", "REF51 33", "ECHR-P7 1"} <= set(found)
    assert not any(one.kind == "eu" for one in found.values())
    assert "ECE 3" not in found
    assert found["CED 16"].outcome is Outcome.NOT_BOUND
    assert found["ECHR-P4 4"].outcome is Outcome.NOT_BOUND  # signed, not ratified
    assert "GEOGRAPHICAL LIMITATION" in found["REF51 33"].reservation


def test_what_bound_russia_on_a_rendition() -> None:
    found = asked("RU", "rendition", "2021-10-20")
    assert [key for key, one in found.items() if one.outcome is Outcome.NOT_BOUND] == ["CED 16"]
    assert list(found)[-1] == "SHANGHAI01 2;7"
    assert asked("RU", "rendition", "2023")["ECHR 3"].outcome is Outcome.NOT_BOUND
    assert asked("RU", "rendition", "2022")["ECHR 3"].outcome is Outcome.UNCERTAIN
    assert asked("RU", "rendition", "2023")["CAT 3"].outcome is Outcome.BOUND


@given(
    st.sampled_from(STATES),
    st.sampled_from([None, *ACTS]),
    st.sampled_from(["1985", "2013-07", "2021-10-20", "2026-06-20", None]),
)
def test_findings_come_in_order_and_once(state: str, act: str | None, on: str | None) -> None:
    found = assess(state, act, Edtf(on) if on else None)
    ranks = [len(ORDER) if one.kind == "enabling" else ORDER.index(one.scope) for one in found]
    assert ranks == sorted(ranks)
    keys = [(one.instrument, one.article) for one in found]
    assert len(keys) == len(set(keys))
    assert {"CAT", "ICCPR", "REF51", "CED"} <= {one.instrument for one in found}
    assert all(one.state == state for one in found)
    assert all(one.because[0].startswith("Risk, not authority") for one in found if one.kind == "enabling")


@given(st.sampled_from(STATES), st.sampled_from(RETURNS))
def test_no_line_is_listed_that_its_row_does_not_give_for_the_act(state: str, act: str) -> None:
    read = {act, *(reading.read_as for reading in readings() if reading.act == act)}
    assert all(
        read.intersection(SPEAKS_TO[one.instrument, one.article]) for one in assess(state, act, Edtf("2024-04-16"))
    )


@given(st.sampled_from(STATES), st.sampled_from([None, *ACTS]))
def test_domestic_law_is_that_of_the_state_alone(state: str, act: str | None) -> None:
    lines = {line.code: line.state for line in instruments()}
    assert all(lines[one.instrument] in (None, state) for one in assess(state, act, None))


def test_within_a_scope_what_binds_comes_first() -> None:
    absolute = [one.outcome for one in assess("RU", "deportation", Edtf("2023")) if one.scope == "absolute"]
    rank = [Outcome.BOUND, Outcome.UNCERTAIN, Outcome.UNKNOWN, Outcome.NOT_BOUND]
    assert absolute == sorted(absolute, key=rank.index)
    assert set(absolute) == {Outcome.BOUND, Outcome.NOT_BOUND}


def test_no_act_means_every_return() -> None:
    every = set(asked("LT", None, "2024-04-16"))
    assert every == set().union(*(asked("LT", act, "2024-04-16") for act in RETURNS))


@pytest.mark.parametrize(
    ("finer", "whole"), [("pushback", "deportation"), ("lure", "coerced_return"), ("house_arrest", "detention")]
)
def test_finer_acts_roll_up(finer: str, whole: str) -> None:
    assert assess("PL", finer, Edtf("2024")) == assess("PL", whole, Edtf("2024"))


def test_a_coerced_return_is_also_read_as_a_deportation() -> None:
    found = asked("TR", "coerced_return", "2024")
    assert set(found) == set(asked("TR", "deportation", "2024"))
    assert "treated as a deportation" in found["TR-LFIP 4"].because[0]
    assert "treated as a deportation" not in found["CAT 3"].because[0]  # the line names the act itself


@pytest.mark.parametrize("act", ["abduction", "disappearance"])
def test_an_abduction_or_disappearance_is_read_like_a_rendition(act: str) -> None:
    found = asked("TR", act, "2024-02")
    assert set(found) == set(asked("TR", "rendition", "2024-02"))
    assert all("read like a rendition" in one.because[0] for one in found.values())


def test_the_line_on_detention_speaks_for_itself_and_the_main_treaties_claim_nothing() -> None:
    found = asked("LT", "detention", "2024")
    assert set(found) == {"ECHR 5(1)(f)", "CAT 3", "ICCPR 7", "ECHR 3", "CED 16", "REF51 33"}
    assert {key for key, one in found.items() if NO_FIT not in one.because} == {"ECHR 5(1)(f)"}


@pytest.mark.parametrize("act", ["conviction", "charge", "threat", "passport", "asylum_refusal", "killing"])
def test_other_acts_give_the_main_treaties_without_a_claim_of_fit(act: str) -> None:
    found = assess("KZ", act, Edtf("2024"))
    assert {one.instrument for one in found} == set(MAIN_TREATIES)
    assert all(one.because[0] == NO_FIT for one in found)


def test_an_interpol_notice_gives_the_rules_of_interpol() -> None:
    assert codes_of(asked("PL", "interpol", "2024")) == {"INTERPOL-C", "INTERPOL-RPD", "INTERPOL-REF", *MAIN_TREATIES}


@pytest.mark.parametrize(
    ("state", "on", "listed"),
    [
        ("HR", "2013-06-30", False),
        ("HR", "2013-07-01", True),
        ("GB", "2016", True),
        ("GB", "2020-06", True),  # the Charter applied until the end of the transition period
        ("GB", "2021", False),
        ("GB", "2024", False),
        ("TR", "2024", False),
        ("PL", None, True),
        ("GB", None, True),  # a text without a date may speak of the time before the withdrawal
    ],
)
def test_union_law_is_listed_while_it_applies(state: str, on: str | None, listed: bool) -> None:
    assert ("EU-CFR 19(2)" in asked(state, "deportation", on)) == listed


def test_union_law_that_applies_to_states_outside() -> None:
    assert {one for one in codes_of(asked("CH", "deportation", "2024")) if one.startswith("EU-")} == {"EU-RD08"}


def test_a_member_that_opted_out_is_told_so() -> None:
    assert asked("DK", "deportation", "2020")["EU-QD11 15;21"].outcome is Outcome.NOT_BOUND


@pytest.mark.parametrize(
    ("state", "listed", "left_out"),
    [
        ("TZ", {"OAU69", "ACHPR"}, {"ACHR", "ARAB04", "ECHR", "MINSK93"}),
        ("EG", {"OAU69", "ACHPR", "ARAB04"}, {"ACHR", "MINSK93"}),
        ("PE", {"ACHR", "IACPPT"}, {"OAU69", "ECHR"}),
        ("KG", {"MINSK93", "CHIS02", "SHANGHAI01", "CIS-CT99", "SCO-CT09", "ECHR"}, {"OAU69", "ECHR-P7", "ECE"}),
        ("LT", {"ECHR", "ECE"}, {"OAU69", "ACHPR", "ACHR", "IACPPT", "ARAB04", "MINSK93", "SHANGHAI01"}),
    ],
)
def test_treaties_of_a_closed_circle(state: str, listed: set[str], left_out: set[str]) -> None:
    found = codes_of(asked(state, None, "2020"))
    assert listed <= found
    assert not left_out & found


def test_treaties_whose_parties_are_not_recorded_are_unknown() -> None:
    found = asked("TZ", "deportation", "2020")
    assert found["OAU69 II(3)"].outcome is Outcome.UNKNOWN
    assert found["GCIV 45"].outcome is Outcome.UNKNOWN


def test_what_eases_a_transfer_is_last() -> None:
    found = assess("KZ", "extradition", Edtf("2020"))
    kinds = [one.kind for one in found]
    assert kinds.count("enabling") >= 3
    assert set(kinds[-kinds.count("enabling") :]) == {"enabling"}


def test_every_reading_names_acts_of_the_vocabulary() -> None:
    for reading in readings():
        assert acts.roll_up(reading.act) == reading.act
        assert acts.is_transfer(reading.read_as)
        assert reading.because.endswith(".")


def test_in_question() -> None:
    by_code = {line.code: line for line in instruments()}
    assert in_question(by_code["CAT"], "TJ", None)
    assert in_question(by_code["LT-CPC"], "LT", None)
    assert not in_question(by_code["LT-CPC"], "PL", None)
    assert not in_question(by_code["SCO-CT09"], "IN", Edtf("2010"))
    assert in_question(by_code["SCO-CT09"], "IN", Edtf("2018"))
    assert Kind("eu") is Kind.EU
    assert list(Scope)[-1] is Scope.ENABLES_TRANSFER


@pytest.mark.parametrize(("state", "act"), [("ZZ", "deportation"), ("LT", "deportations"), ("ZZ", None)])
def test_unknown_codes_are_wrong_calls(state: str, act: str | None) -> None:
    with pytest.raises(UnknownCode):
        assess(state, act, None)
