import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.model import Edtf, LawCheck, LawClaim, LawSays, Outcome, Slot, Verdict
from amparo.protect import check
from amparo.protect.law import codes
from amparo.vocabulary import states


def slot(value: str) -> Slot[str]:
    return Slot(value=value, passages=(), rule="test")


def claim(instrument: str, says: LawSays, *named: str) -> LawClaim:
    return LawClaim(
        id="claim", document="document", instrument=slot(instrument), says=Slot(value=says, passages=(), rule="test"),
        passages=(), engine="test", states=tuple(map(slot, named)),
    )  # fmt: skip


def checked(instrument: str, says: LawSays, *named: str, on: str | None = None) -> LawCheck:
    return check(claim(instrument, says, *named), on=Edtf(on) if on else None)


def told(result: LawCheck) -> str:
    return " ".join(result.because)


@pytest.mark.parametrize("instrument", ["CAT", "ECHR"])
@pytest.mark.parametrize("on", ["2024-04-16", None])
def test_all_members_of_the_union_and_turkiye_are_party(instrument: str, on: str | None) -> None:
    result = checked(instrument, LawSays.PARTY, "EU", "TR", on=on)
    assert result.verdict is Verdict.CONFIRMED
    assert result.because[0].startswith("28 of 28 states were bound by the ")
    assert "27 states that were members" in told(result)
    assert len(result.findings) == 28
    assert {one.outcome for one in result.findings} == {Outcome.BOUND}
    assert "Lithuania" not in told(result)  # exceptions only
    assert result.claim == "claim"
    assert result.on == (Edtf(on) if on else None)


@pytest.mark.parametrize(
    ("on", "verdict"),
    [
        ("2021-03", Verdict.CONFIRMED),
        ("2021-10-20", Verdict.CONFIRMED),
        ("2022-09-15", Verdict.CONFIRMED),
        ("2022", Verdict.UNCERTAIN),
        ("2022-09-16", Verdict.CONTRADICTED),
        ("2023", Verdict.CONTRADICTED),
        (None, Verdict.UNCERTAIN),
    ],
)
def test_russia_and_the_convention_on_human_rights(on: str | None, verdict: Verdict) -> None:
    result = checked("ECHR", LawSays.PARTY, "RU", on=on)
    assert result.verdict is verdict
    if verdict is not Verdict.CONFIRMED:
        assert "Russia" in told(result)
        assert "2022-09-16" in told(result)


def test_the_age_of_the_rows_and_weak_rows_are_told() -> None:
    result = checked("CAT", LawSays.PARTY, "EU", on="2024-04-16")
    assert "Confidence is not high for: " in told(result)
    assert "Croatia" in told(result)
    assert "The oldest row was kept up to 2022-08" in told(result)
    assert "kept up to" not in told(checked("CAT", LawSays.PARTY, "EU", on="2021"))


def test_one_state_that_is_not_bound_contradicts_and_is_named() -> None:
    result = checked("CED", LawSays.PARTY, "LT", "TR", "PL", on="2024-04-16")
    assert result.verdict is Verdict.CONTRADICTED
    assert "1 of 3 states were bound" in told(result)
    assert "Türkiye was not bound" in told(result)
    assert "Poland was not bound" in told(result)
    assert "2025-01-29" in told(result)
    assert "Lithuania" not in told(result)


@pytest.mark.parametrize(
    ("instrument", "named", "on", "words"),
    [
        ("OAU69", ("TZ",), "2024", "Tanzania"),  # no row
        ("CHIS02", ("KG", "TJ"), "2024", "Tajikistan"),  # not confirmed
        ("CAT", ("AF",), "2023", "Afghanistan"),
        ("CAT", ("HK",), "2023", "Hong Kong"),
        ("GCIV", ("LT",), "2023", "unknown"),
    ],
)
def test_no_row_or_a_doubt_leaves_it_uncertain(instrument: str, named: tuple[str, ...], on: str, words: str) -> None:
    result = checked(instrument, LawSays.PARTY, *named, on=on)
    assert result.verdict is Verdict.UNCERTAIN
    assert "certainly bound" in result.because[0]
    assert words in told(result)


def test_members_for_part_of_the_time_are_left_out_and_named() -> None:
    result = checked("ECHR", LawSays.PARTY, "EU", on="2020")
    assert result.verdict is Verdict.CONFIRMED
    assert len(result.findings) == 27
    assert "United Kingdom" in told(result)
    assert len(checked("ECHR", LawSays.PARTY, "EU", on="2019").findings) == 28


def test_a_state_named_beside_the_union_counts_once() -> None:
    assert len(checked("CAT", LawSays.PARTY, "EU", "LT", on="2024").findings) == 27


def test_words_that_name_no_state() -> None:
    result = checked("CAT", LawSays.PARTY, "LT", "Transnistria", on="2024")
    assert result.verdict is Verdict.UNCERTAIN
    assert "Transnistria" in told(result)
    assert checked("CAT", LawSays.PARTY, "Transnistria").verdict is Verdict.NOT_COVERED


@pytest.mark.parametrize("says", [LawSays.PARTY, LawSays.PROHIBITS, LawSays.VIOLATES, LawSays.OTHER])
def test_an_instrument_that_is_not_in_the_data(says: LawSays) -> None:
    result = checked("Vienna Convention on Consular Relations", says, "LT", on="2024")
    assert result.verdict is Verdict.NOT_COVERED
    assert "Vienna Convention on Consular Relations" in told(result)


def test_a_claim_that_names_no_state() -> None:
    assert checked("CAT", LawSays.PARTY, on="2024").verdict is Verdict.NOT_COVERED


@pytest.mark.parametrize(
    ("instrument", "article"),
    [
        ("CAT", "article 3"),
        ("ECHR", "article 3"),
        ("ICCPR", "article 7"),
        ("REF51", "article 33"),
        ("EU-CFR", "article 19(2)"),
        ("TR-LFIP", "article 4"),
    ],
)
def test_what_an_instrument_forbids_is_cited(instrument: str, article: str) -> None:
    result = checked(instrument, LawSays.PROHIBITS, on="2024-04-16")
    assert result.verdict is Verdict.CONFIRMED
    assert f"{article}: " in result.because[0]


def test_custom_is_confirmed_with_its_limit() -> None:
    result = checked("CUSTOM-NR", LawSays.PROHIBITS, "TH", on="2024")
    assert result.verdict is Verdict.CONFIRMED
    assert "disputed" in told(result)


@pytest.mark.parametrize(
    ("instrument", "named", "on", "verdict"),
    [
        ("CAT", ("TR",), "2024", Verdict.CONFIRMED),
        ("CAT", ("MY",), "2024", Verdict.CONTRADICTED),
        ("REF51", ("TH",), "2024", Verdict.CONTRADICTED),
        ("ECHR", ("RU",), "2022", Verdict.UNCERTAIN),
        ("OAU69", ("TZ",), "2024", Verdict.UNCERTAIN),
        ("CAT", ("Ruritania",), "2024", Verdict.UNCERTAIN),
        ("EU-QR24", (), "2024-12", Verdict.CONTRADICTED),  # not yet applied
        ("EU-QD04", (), "2027", Verdict.CONTRADICTED),  # no longer law
        ("ECE", (), "2024", Verdict.UNCERTAIN),  # qualified
        ("INTERPOL-C", (), "2024", Verdict.UNCERTAIN),
        ("MINSK93", (), "2024", Verdict.NOT_COVERED),
        ("CAT-22", (), "2024", Verdict.NOT_COVERED),
    ],
)
def test_what_an_instrument_forbids_to_whom_and_when(
    instrument: str, named: tuple[str, ...], on: str, verdict: Verdict
) -> None:
    assert checked(instrument, LawSays.PROHIBITS, *named, on=on).verdict is verdict


@pytest.mark.parametrize(
    "words",
    [
        "domestic law",
        "Lithuanian, Polish, and Turkish domestic law",
        "national legislation",
        "их внутреннее законодательство",
        "CUSTOM-NR",
        "CAT",
    ],
)
def test_domestic_law_of_lithuania_poland_and_turkiye(words: str) -> None:
    result = checked(words, LawSays.DOMESTIC, "LT", "PL", "TR", on="2024-04-16")
    assert result.verdict is Verdict.CONFIRMED
    assert len(result.because) == 3
    for state, article in (("Lithuania", "130"), ("Poland", "348-350"), ("Türkiye", "4 (")):
        assert any(reason.startswith(f"{state}: in force") and article in reason for reason in result.because)
    assert {one.state for one in result.findings} == {"LT", "PL", "TR"}


@pytest.mark.parametrize(
    ("words", "named", "on", "verdict"),
    [
        ("TR-LFIP", ("TR",), "2024", Verdict.CONFIRMED),
        ("TR-LFIP", (), "2024", Verdict.CONFIRMED),  # the law tells its state
        ("TR-LFIP", ("TR",), "2013", Verdict.NOT_COVERED),  # not yet in force
        ("TR-LFIP", ("TR",), "2014", Verdict.UNCERTAIN),
        ("TR-LFIP", ("TR", "Ruritania"), "2024", Verdict.UNCERTAIN),
        ("TR-LFIP", ("PL",), "2024", Verdict.NOT_COVERED),
        ("domestic law", ("LT", "BR"), "2024", Verdict.NOT_COVERED),
        ("domestic law", ("IN",), "2024", Verdict.NOT_COVERED),  # the data record that there is none
        ("domestic law", ("TJ",), "2024", Verdict.NOT_COVERED),  # circumstances only
        ("domestic law", (), "2024", Verdict.NOT_COVERED),
        ("Code of Criminal Procedure", ("PL",), "2024", Verdict.NOT_COVERED),
        ("2016 law on deprivation of citizenship", ("KG",), "2024", Verdict.NOT_COVERED),
        ("Law on Asylum", ("RS",), "2024", Verdict.NOT_COVERED),
    ],
)
def test_domestic_law(words: str, named: tuple[str, ...], on: str, verdict: Verdict) -> None:
    assert checked(words, LawSays.DOMESTIC, *named, on=on).verdict is verdict


def test_a_state_without_such_a_law_is_named() -> None:
    result = checked("domestic law", LawSays.DOMESTIC, "LT", "BR", on="2024")
    assert "Brazil: the data hold no such law." in result.because


@pytest.mark.parametrize(
    ("instrument", "named", "on", "verdict"),
    [
        ("CAT", ("KZ",), "2024", Verdict.NOT_COVERED),
        ("REF51", ("TH",), "2024", Verdict.CONTRADICTED),
        ("ECHR", ("RU",), "2021", Verdict.NOT_COVERED),
        ("ECHR", ("RU",), "2022", Verdict.NOT_COVERED),
        ("ECHR", ("RU",), "2023", Verdict.UNCERTAIN),  # earlier acts stay judged
        ("ECHR", ("RU",), "1990", Verdict.CONTRADICTED),
        ("CED", ("RU", "LT"), "2023", Verdict.CONTRADICTED),
        ("CAT", (), "2023", Verdict.NOT_COVERED),
    ],
)
def test_a_breach_is_not_for_the_data_to_say(
    instrument: str, named: tuple[str, ...], on: str, verdict: Verdict
) -> None:
    assert checked(instrument, LawSays.VIOLATES, *named, on=on).verdict is verdict


def test_a_breach_by_a_state_that_had_left() -> None:
    assert "Acts before that day stay judged" in told(checked("ECHR", LawSays.VIOLATES, "RU", on="2023"))


def test_other_claims_are_not_covered_but_what_is_known_is_told() -> None:
    result = checked("REF51", LawSays.OTHER, "TH", on="2024")
    assert result.verdict is Verdict.NOT_COVERED
    assert "Thailand was not bound by the Convention relating to the Status of Refugees in 2024" in told(result)


@given(
    st.sampled_from([*codes(), "domestic law", "Slovak law", "a pact", ""]),
    st.sampled_from(list(LawSays)),
    st.lists(st.sampled_from([*(state.code for state in states.states()), "EU", "UNHCR", ""]), max_size=4),
    st.sampled_from(["1950", "2013-07", "2021-10-20", "2026-06-20", "1990/2026", "2024~", None]),
)
def test_any_claim_gets_a_verdict_with_reasons(
    instrument: str, says: LawSays, named: list[str], on: str | None
) -> None:
    result = checked(instrument, says, *named, on=on)
    assert result.because
    assert all(result.because)
    if result.verdict is Verdict.CONFIRMED and says is LawSays.PARTY:
        assert {one.outcome for one in result.findings} == {Outcome.BOUND}
    if result.verdict is Verdict.CONTRADICTED and says is LawSays.PARTY:
        assert Outcome.NOT_BOUND in {one.outcome for one in result.findings}
