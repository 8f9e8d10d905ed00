from dataclasses import replace

from tests.report.cases import BOUND, EASES, NO_ROW, RESERVED, TREATY_CHECK

from amparo.report import law_check_json, law_lines


def test_findings_in_words() -> None:
    assert [str(line) for line in law_lines((BOUND, RESERVED, EASES, NO_ROW))] == [
        "Convention against Torture, article 3: Türkiye, between 2 and 3 March 2022: bound",
        (
            "Refugee Convention, article 33: Türkiye, between 2 and 3 March 2022: uncertain "
            "(confidence medium; recalled, check before citing)"
        ),
        (
            "Example Convention on Handing Over, articles 56-57 and 61: Türkiye, between 2 and 3 March 2022: "
            "not bound by this instrument"
        ),
        "Convention on Enforced Disappearance, article 16: Uzbekistan, date not known: unknown (no data)",
    ]


def test_a_reservation_stands_beside_its_line() -> None:
    (line,) = law_lines((RESERVED,))
    assert line.reservation == "Geographical limitation to events in Europe."


def test_agreements_that_ease_transfers_are_marked_as_risk() -> None:
    assert [line.risk for line in law_lines((BOUND, EASES))] == [False, True]


def test_a_row_from_memory_is_marked_even_when_confidence_is_high() -> None:
    (line,) = law_lines((replace(BOUND, basis="EU membership dates (recalled)"),))
    assert line.caution == "recalled, check before citing"


def test_a_check_as_json_carries_verdict_reasons_and_findings() -> None:
    written = law_check_json(TREATY_CHECK)
    assert (written["verdict"], written["because"]) == ("confirmed", ["every state named is bound on that date"])
    assert written["on"] == {"edtf": "2022-03-04", "earliest": "2022-03-04", "latest": "2022-03-04"}
