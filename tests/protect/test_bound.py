import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.model import Edtf, Finding, Outcome, UnknownCode, day
from amparo.protect import binding, instrument
from amparo.protect.bound import finding
from amparo.protect.law import codes
from amparo.protect.parties import DateKind, Participation, PartyStatus, participations

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2030, 12, 31))
ROWS = st.sampled_from(participations())
EXACT = {DateKind.ENTRY_INTO_FORCE, DateKind.COMPUTED, DateKind.APPLICATION}
SOUND = [
    one
    for one in participations()
    if one.status in {PartyStatus.PARTY, PartyStatus.FORMER_PARTY}
    and one.date_kind in EXACT
    and one.state not in {"AF", "SY", "TW", "GE", "MD", "GR"}
]


def asked(state: str, code: str, on: str | None) -> Finding:
    return binding(state, code, Edtf(on) if on else None)


@st.composite
def intervals(draw: st.DrawFn) -> Edtf:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Edtf(f"{first}/{last}")


def test_a_former_party_between_its_first_and_last_day() -> None:
    found = asked("RU", "ECHR", "2021-10-20")
    assert found.outcome is Outcome.BOUND
    assert found.because[:3] == (
        "Russia was a party from 1998-05-05.",
        "It ceased to be one on 2022-09-16.",
        "2021-10-20 lies between the two.",
    )
    assert "2022-09-16" in found.reservation
    assert (found.instrument, found.article, found.state, found.on) == ("ECHR", "3", "RU", Edtf("2021-10-20"))
    assert (found.kind, found.scope, found.confidence, found.as_of) == ("regional", "absolute", "high", "2025-01")
    assert found.source_url.startswith("https://www.coe.int/")
    assert "recalled" in found.basis


@pytest.mark.parametrize(
    ("state", "code", "on", "outcome"),
    [
        ("RU", "ECHR", "1998-05-04", Outcome.NOT_BOUND),
        ("RU", "ECHR", "1998-05-05", Outcome.BOUND),
        ("RU", "ECHR", "2021-03", Outcome.BOUND),
        ("RU", "ECHR", "2022-09-15", Outcome.BOUND),
        ("RU", "ECHR", "2022-09-16", Outcome.NOT_BOUND),
        ("RU", "ECHR", "2022", Outcome.UNCERTAIN),
        ("RU", "ECHR", "2023", Outcome.NOT_BOUND),
        ("RU", "ECHR-P7", "1998-06", Outcome.NOT_BOUND),
        ("RU", "CAT", "2021-10-20", Outcome.BOUND),
        ("RU", "REF51", "2021-10-20", Outcome.BOUND),
        ("RU", "CED", "2021-10-20", Outcome.NOT_BOUND),
        ("PL", "CED", "2025-01-28", Outcome.NOT_BOUND),
        ("PL", "CED", "2025-01-29", Outcome.BOUND),
        ("LT", "CED", "2013-09-13", Outcome.BOUND),
        ("LT", "CED", "2013-09-12", Outcome.NOT_BOUND),
        ("BY", "ICCPR-OP1", "2023-02-07", Outcome.BOUND),
        ("BY", "ICCPR-OP1", "2023-02-08", Outcome.NOT_BOUND),
        ("GR", "ECHR", "1960", Outcome.BOUND),
        ("GR", "ECHR", "1972", Outcome.NOT_BOUND),
        ("GR", "ECHR", "1969/1975", Outcome.UNCERTAIN),
        ("GR", "ECHR", "2020", Outcome.BOUND),
        ("HR", "CAT", "1991-11", Outcome.UNCERTAIN),  # counted from the succession of states
        ("HR", "CAT", "1992", Outcome.BOUND),
        ("CY", "REF51", "1961", Outcome.UNCERTAIN),  # a succession notified in 1963 may reach back
        ("CY", "REF51", "1964", Outcome.BOUND),
        ("TR", "CRC-OPIC", "2018-02", Outcome.UNCERTAIN),  # ratified in 2017, three months to come on top
        ("TR", "CRC-OPIC", "2018-05", Outcome.BOUND),
        ("EG", "ACHPR", "1985", Outcome.NOT_BOUND),  # ratified, but the Charter was not yet law
        ("EG", "ACHPR", "1987", Outcome.BOUND),
        ("CL", "ECE", "2010", Outcome.UNCERTAIN),  # a party, date not in the data
        ("CL", "ECE", "1950", Outcome.NOT_BOUND),
        ("CL", "ECE", "2025-02", Outcome.BOUND),
        ("UA", "MINSK93", "2021", Outcome.BOUND),
        ("UA", "MINSK93", "2023", Outcome.UNCERTAIN),
        ("UA", "MINSK93", "2025-02", Outcome.NOT_BOUND),
        ("GE", "MINSK93", "2005", Outcome.BOUND),
        ("GE", "MINSK93", "2015", Outcome.UNCERTAIN),
        ("TJ", "CHIS02", "2020", Outcome.UNCERTAIN),
        ("IN", "SHANGHAI01", "2020", Outcome.UNCERTAIN),
        ("AF", "CAT", "2020", Outcome.BOUND),
        ("AF", "CAT", "2023", Outcome.UNCERTAIN),
        ("AF", "CAT", "1980", Outcome.NOT_BOUND),
        ("XK", "ECHR", "2020", Outcome.UNCERTAIN),
        ("XK", "ECHR", "2000", Outcome.NOT_BOUND),
        ("HK", "CAT", "2020", Outcome.UNCERTAIN),
        ("HK", "REF51", "2020", Outcome.NOT_BOUND),
        ("TW", "CAT", "2020", Outcome.NOT_BOUND),
        ("IN", "CAT", "2020", Outcome.NOT_BOUND),
        ("DK", "EU-QD11", "2020", Outcome.NOT_BOUND),
        ("IE", "EU-QD04", "2020", Outcome.BOUND),
        ("LT", "EU-QD04", "2013-12-20", Outcome.BOUND),
        ("LT", "EU-QD04", "2013-12-21", Outcome.NOT_BOUND),
        ("LT", "EU-QD11", "2013-12-21", Outcome.BOUND),
        ("LT", "EU-QR24", "2024-12", Outcome.NOT_BOUND),  # adopted and in force, not yet applied
        ("LT", "EU-APD13", "2026-06-11", Outcome.BOUND),
        ("LT", "EU-APR24", "2026-06-12", Outcome.BOUND),
        ("GB", "EU-CFR", "2020-12-31", Outcome.BOUND),
        ("GB", "EU-CFR", "2021-01-01", Outcome.NOT_BOUND),
        ("LT", "EU-RBP24", "2024", Outcome.NOT_BOUND),  # no row, but law for nobody yet
        ("LT", "EU-RBP24", "2027", Outcome.UNKNOWN),
        ("PE", "ECHR", "2020", Outcome.UNKNOWN),
        ("LT", "GCIV", "2020", Outcome.UNKNOWN),
        ("LT", "INTERPOL-C", "2020", Outcome.UNKNOWN),
        ("PE", "CUSTOM-NR", "2020", Outcome.BOUND),
        ("TR", "TR-LFIP", "2014-04-10", Outcome.NOT_BOUND),
        ("TR", "TR-LFIP", "2014-04-11", Outcome.BOUND),
        ("TR", "TR-LFIP", "2014", Outcome.UNCERTAIN),
        ("PL", "TR-LFIP", "2020", Outcome.NOT_BOUND),
        ("KG", "KG-REF", "2002", Outcome.UNCERTAIN),
        ("FR", "FR-CESEDA", "2023", Outcome.UNCERTAIN),  # since when is not in the data
        ("FR", "FR-CESEDA", "2025-03", Outcome.BOUND),
        ("IN", "NONE-IN", "2020", Outcome.NOT_BOUND),
    ],
)
def test_outcomes(state: str, code: str, on: str, outcome: Outcome) -> None:
    assert asked(state, code, on).outcome is outcome


@pytest.mark.parametrize(
    ("state", "code", "outcome"),
    [
        ("LT", "CAT", Outcome.BOUND),
        ("RU", "ECHR", Outcome.UNCERTAIN),
        ("PL", "CED", Outcome.UNCERTAIN),  # bound only since the month up to which the row was kept
        ("LT", "EU-QR24", Outcome.UNCERTAIN),
        ("LT", "EU-QD11", Outcome.BOUND),
        ("CL", "ECE", Outcome.UNCERTAIN),
        ("IN", "CAT", Outcome.NOT_BOUND),
        ("PE", "ECHR", Outcome.UNKNOWN),
        ("TJ", "CHIS02", Outcome.UNCERTAIN),
        ("LT", "CUSTOM-NR", Outcome.BOUND),
        ("LT", "LT-FOREIGNERS", Outcome.BOUND),
        ("FR", "FR-CESEDA", Outcome.UNCERTAIN),
    ],
)
def test_outcomes_without_a_date(state: str, code: str, outcome: Outcome) -> None:
    found = asked(state, code, None)
    assert found.outcome is outcome
    assert found.on is None


def test_a_text_without_a_date_is_told_so() -> None:
    told = " ".join(asked("LT", "CAT", None).because)
    assert "The text gives no date." in told
    assert "1996-03-02" in told
    assert "2022-08" in told


@pytest.mark.parametrize(
    ("state", "code", "on", "words"),
    [
        ("IN", "CAT", "2020", "signed on 1997-10-14|signature does not bind"),
        ("RU", "CED", "2020", "Russia is not a party"),
        ("DK", "EU-QD11", "2020", "not bound by this act of the Union"),
        ("XK", "ECHR", "2020", "constitution of Kosovo"),
        ("HK", "CAT", "2020", "through China since 1997-07-01"),
        ("TJ", "CHIS02", "2020", "believed to be a party"),
        ("IN", "SHANGHAI01", "2020", r"believed to be a party \(since 2017\)"),
        ("PE", "ECHR", "2020", "unknown, which is not the same as not bound"),
        ("PL", "TR-LFIP", "2020", "law of Türkiye; it does not bind Poland"),
        ("IN", "NONE-IN", "2020", "no law of this kind as far as the data go"),
        ("LT", "EU-QR24", "2024", "was not law then: its first day is 2026-07-01"),
        ("LT", "LT-FOREIGNERS", "2024", "This law of Lithuania has been in force since 2004-04-30"),
        ("GB", "EU-CFR", "2019", "United Kingdom was bound from 2009-12-01"),
        ("AF", "CAT", "2023", "de facto authorities"),
        ("LT", "CUSTOM-NR", "2024", "Custom binds every state"),
    ],
)
def test_reasons(state: str, code: str, on: str, words: str) -> None:
    told = " ".join(asked(state, code, on).because)
    assert re.search(words, told), told


@given(ROWS, intervals())
def test_not_bound_by_a_treaty_is_never_called_no_obligation(row: Participation, on: Edtf) -> None:
    found = binding(row.state, row.instrument, on)
    if found.outcome is Outcome.NOT_BOUND:
        assert any("says nothing of custom" in reason for reason in found.because)
    assert not any("no obligation" in reason for reason in found.because)


@given(ROWS, intervals())
def test_an_outcome_on_an_interval_holds_for_each_day_in_it(row: Participation, on: Edtf) -> None:
    outcome = binding(row.state, row.instrument, on).outcome
    middle = on.earliest + (on.latest - on.earliest) / 2
    if outcome is Outcome.BOUND:
        for one in (on.earliest, middle, on.latest):
            assert binding(row.state, row.instrument, day(one)).outcome is Outcome.BOUND


@given(ROWS, intervals())
def test_a_pair_with_a_row_is_never_unknown(row: Participation, on: Edtf) -> None:
    assert binding(row.state, row.instrument, on).outcome is not Outcome.UNKNOWN


@given(st.sampled_from(["LT", "PE", "TH", "RU"]), st.sampled_from(codes()), intervals())
def test_every_finding_gives_reasons_and_a_place_to_check(state: str, code: str, on: Edtf) -> None:
    found = binding(state, code, on)
    assert found == binding(state, code, on)
    assert found.because
    assert all(reason.endswith((".", ".)")) for reason in found.because)
    assert found.source_url.startswith("http")
    assert Edtf(found.as_of)


@pytest.mark.parametrize("code", sorted({one.instrument for one in SOUND}))
def test_the_edges_of_every_row_with_known_days(code: str) -> None:
    def on(when: date) -> Outcome:
        return binding(row.state, code, day(when)).outcome

    for row in (one for one in SOUND if one.instrument == code):
        assert row.from_ is not None
        assert on(row.from_.earliest - timedelta(1)) is Outcome.NOT_BOUND, row
        assert on(row.from_.earliest) is Outcome.BOUND, row
        if row.ends:
            assert on(row.ends.first - timedelta(1)) is Outcome.BOUND, row
            assert on(row.ends.last) is Outcome.NOT_BOUND, row
        else:
            assert on(date(2027, 1, 1)) is Outcome.BOUND, row


@pytest.mark.parametrize("status", [PartyStatus.SIGNATORY, PartyStatus.NOT_PARTY, PartyStatus.NOT_BOUND])
def test_who_never_took_part_is_bound_on_no_day(status: PartyStatus) -> None:
    found = [one for one in participations() if one.status is status][:40]
    for row in found:
        for on in ("1990", "2024-04-16", None):
            assert asked(row.state, row.instrument, on).outcome is Outcome.NOT_BOUND


def test_a_date_after_the_month_up_to_which_the_row_was_kept() -> None:
    kept = "The row was kept up to 2022-08; later changes would not show in it."
    assert kept in asked("LT", "CAT", "2024-04-16").because
    assert kept not in asked("LT", "CAT", "2022-08").because
    assert kept in asked("RU", "CED", "2024").because


def test_weak_rows_say_so() -> None:
    assert any("recalled, not read (confidence low)" in one for one in asked("LT", "ECST", "2020").because)
    assert any("Confidence in the line is low" in one for one in asked("LT", "LT-CPC", "2020").because)
    assert not any("onfidence" in one for one in asked("LT", "CAT", "2020").because)


def test_reservations_are_printed_beside_the_line() -> None:
    assert "GEOGRAPHICAL LIMITATION" in asked("TR", "REF51", "2024").reservation
    assert "more likely than not" in asked("US", "CAT", "2024").reservation
    assert asked("LT", "CAT", "2024").reservation == ""


def test_a_treaty_that_eases_transfers_is_labelled_first_of_all() -> None:
    found = asked("RU", "MINSK93", "2021")
    assert found.outcome is Outcome.BOUND
    assert found.because[0].startswith("Risk, not authority")


def test_circumstances_are_not_taken_for_protection() -> None:
    assert asked("PL", "PL-ASYLSUSP", "2025-06").because[0].startswith("This line describes circumstances")


def test_a_date_marked_as_approximate_is_answered_as_written_and_told() -> None:
    assert any("approximate or uncertain" in one for one in asked("LT", "CAT", "2024-04~").because)
    assert asked("LT", "CAT", "2024-04~").outcome is Outcome.BOUND


def test_an_unknown_answer_claims_no_confidence() -> None:
    found = asked("PE", "ECHR", "2020")
    assert (found.confidence, found.basis) == ("", "")


def test_each_line_of_an_instrument_gives_the_same_outcome() -> None:
    found = [finding(line, "RU", Edtf("2021-10-20")) for line in instrument("ECHR")]
    assert {one.outcome for one in found} == {Outcome.BOUND}
    assert [one.article for one in found] == ["2", "3", "5(1)(f)", "6", "13", "34"]


@pytest.mark.parametrize(("state", "code"), [("ZZ", "CAT"), ("LT", "CATS"), ("EU", "CAT")])
def test_unknown_codes_are_wrong_calls(state: str, code: str) -> None:
    with pytest.raises(UnknownCode):
        binding(state, code, None)
