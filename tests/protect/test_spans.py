from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.model import Edtf, Outcome, day
from amparo.protect.spans import Span, Window, later, window

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2030, 12, 31))


@st.composite
def windows(draw: st.DrawFn) -> Window:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Window(first=first, last=last)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    starts = draw(windows())
    gap, length = draw(st.integers(1, 9000)), draw(st.integers(0, 900))
    ends = Window(first=starts.last + timedelta(gap), last=starts.last + timedelta(gap + length))
    return Span(starts=starts, ends=draw(st.sampled_from([None, ends])))


@st.composite
def intervals(draw: st.DrawFn) -> Edtf:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Edtf(f"{first}/{last}")


def exact(first: str, end: str | None = None) -> Span:
    return Span(starts=window(Edtf(first)), ends=window(Edtf(end)) if end else None)


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        ("1998-05-04", Outcome.NOT_BOUND),
        ("1998-05-05", Outcome.BOUND),
        ("2022-09-15", Outcome.BOUND),
        ("2022-09-16", Outcome.NOT_BOUND),
        ("1998-04", Outcome.NOT_BOUND),
        ("1998-05", Outcome.UNCERTAIN),
        ("1998-06", Outcome.BOUND),
        ("2022-08", Outcome.BOUND),
        ("2022-09", Outcome.UNCERTAIN),
        ("2022-10", Outcome.NOT_BOUND),
        ("2021-22", Outcome.BOUND),  # summer of 2021
        ("2022-23", Outcome.UNCERTAIN),  # autumn of 2022
        ("1990/2030", Outcome.UNCERTAIN),
        ("2022-09-16/2023", Outcome.NOT_BOUND),
        ("2022-09-15/2022-09-16", Outcome.UNCERTAIN),
    ],
)
def test_a_span_with_known_ends(on: str, outcome: Outcome) -> None:
    assert exact("1998-05-05", "2022-09-16").outcome(Edtf(on)) is outcome


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        ("2016-12-31", Outcome.NOT_BOUND),
        ("2017-01-01", Outcome.UNCERTAIN),
        ("2017-12-30", Outcome.UNCERTAIN),
        ("2017-12-31", Outcome.BOUND),
        ("2017", Outcome.UNCERTAIN),
        ("2018", Outcome.BOUND),
    ],
)
def test_a_first_day_known_only_by_its_year(on: str, outcome: Outcome) -> None:
    assert exact("2017").outcome(Edtf(on)) is outcome


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        ("2026-06-11", Outcome.BOUND),
        ("2026-06-12", Outcome.UNCERTAIN),
        ("2026-06-30", Outcome.UNCERTAIN),
        ("2026-07-01", Outcome.NOT_BOUND),
    ],
)
def test_an_end_known_only_within_an_interval(on: str, outcome: Outcome) -> None:
    assert exact("2013-12-21", "2026-06-12/2026-07-01").outcome(Edtf(on)) is outcome


def test_an_approximate_date_reaches_a_year_further() -> None:
    about = window(Edtf("2023~"))
    assert about == Window(first=date(2022, 1, 1), last=date(2024, 12, 30))
    assert not about.exact


def test_unbroken_needs_the_whole_month_up_to_which_the_row_was_kept() -> None:
    as_of = Edtf("2025-01")
    assert exact("2020").unbroken_up_to(as_of)
    assert exact("2025-01-01").unbroken_up_to(as_of)
    assert not exact("2025-01-29").unbroken_up_to(as_of)
    assert not exact("1998", "2022-09-16").unbroken_up_to(as_of)
    assert exact("2013", "2026-06-12").unbroken_up_to(as_of)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Window(first=date(2022, 9, 16), last=date(2022, 9, 16)), "2022-09-16"),
        (Window(first=date(2022, 1, 1), last=date(2022, 12, 31)), "a day between 2022-01-01 and 2022-12-31"),
        (Window(first=date.min, last=date(2025, 1, 31)), "a day up to 2025-01-31"),
    ],
)
def test_a_window_in_words(found: Window, words: str) -> None:
    assert str(found) == words


@given(spans(), intervals())
def test_an_outcome_on_an_interval_holds_for_each_day_in_it(span: Span, on: Edtf) -> None:
    outcome = span.outcome(on)
    days = {on.earliest, on.latest, on.earliest + (on.latest - on.earliest) / 2}
    if outcome is not Outcome.UNCERTAIN:
        assert {span.outcome(day(one)) for one in days} == {outcome}


@given(spans(), intervals(), intervals())
def test_a_date_within_another_is_at_least_as_certain(span: Span, one: Edtf, other: Edtf) -> None:
    whole = Edtf(f"{min(one.earliest, other.earliest)}/{max(one.latest, other.latest)}")
    if span.outcome(whole) is not Outcome.UNCERTAIN:
        assert span.outcome(one) is span.outcome(whole)


@given(spans())
def test_the_edges_of_a_span(span: Span) -> None:
    assert span.outcome(day(span.starts.first - timedelta(1))) is Outcome.NOT_BOUND
    assert span.outcome(day(span.starts.last)) is Outcome.BOUND
    if span.ends:
        assert span.outcome(day(span.ends.first - timedelta(1))) is Outcome.BOUND
        assert span.outcome(day(span.ends.last)) is Outcome.NOT_BOUND


@given(windows(), windows())
def test_the_later_of_two_days_is_never_earlier_than_either(one: Window, other: Window) -> None:
    both = later(one, other)
    assert both == later(other, one)
    assert both.first >= max(one.first, other.first)
    assert both.first <= both.last
