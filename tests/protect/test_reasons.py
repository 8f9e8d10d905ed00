import pytest

from amparo.model import Edtf
from amparo.protect import reasons
from amparo.protect.spans import Span, window


def span(first: str, end: str | None = None) -> Span:
    return Span(starts=window(Edtf(first)), ends=window(Edtf(end)) if end else None)


def test_the_history_of_a_party_that_left() -> None:
    assert reasons.history(reasons.PARTY, "Ruritania", span("1998-05-05", "2022-09-16")) == (
        "Ruritania was a party from 1998-05-05.",
        "It ceased to be one on 2022-09-16.",
    )


def test_the_history_of_a_party_whose_first_day_is_not_known() -> None:
    assert reasons.history(reasons.PARTY, "Ruritania", span("2017")) == (
        "Ruritania has been a party since a day between 2017-01-01 and 2017-12-31; the day is not known more exactly.",
    )


@pytest.mark.parametrize(
    ("found", "on", "words"),
    [
        (span("1998-05-05", "2022-09-16"), "2021-10-20", "2021-10-20 lies between the two."),
        (span("1998-05-05"), "2021-10-20", "2021-10-20 lies after that day."),
        (span("1998-05-05"), "1998-05-05", "1998-05-05 lies within that time, from its first day on."),
        (span("1998-05-05"), "1990", "1990 lies outside that time, before its first day."),
        (span("1998-05-05", "2022-09-16"), "2023", "2023 lies outside that time, after its end."),
        (
            span("1998-05-05", "2022-09-16"),
            "2022",
            "2022 reaches over 2022-09-16, the first day no longer bound: before it bound, from it on not bound.",
        ),
        (
            span("1998-05-05"),
            "1998-05",
            "1998-05 reaches over 1998-05-05, the first day bound: before it not bound, from it on bound.",
        ),
        (
            span("2017"),
            "2017-06",
            "The first day bound is not known exactly (a day between 2017-01-01 and 2017-12-31), and 2017-06 may lie before it or after it.",
        ),
        (
            span("2000-01-01", "2017"),
            "2017-06",
            "The first day no longer bound is not known exactly (a day between 2017-01-01 and 2017-12-31), and 2017-06 may lie before it or after it.",
        ),
    ],
)
def test_where_a_date_lies(found: Span, on: str, words: str) -> None:
    assert reasons.place(found, Edtf(on)) == (words,)


def test_a_date_that_reaches_over_both_ends_names_both() -> None:
    told = reasons.place(span("1998-05-05", "2022-09-16"), Edtf("1990/2023"))
    assert len(told) == 2
    assert "1998-05-05" in told[0]
    assert "2022-09-16" in told[1]


def test_a_text_without_a_date() -> None:
    as_of = Edtf("2025-01")
    assert reasons.undated(span("1998-05-05"), as_of) == (
        "The text gives no date. The answer holds for every day from 1998-05-05 to 2025-01, up to which the row was kept."
    )
    assert "hangs on it" in reasons.undated(span("1998-05-05", "2022-09-16"), as_of)
