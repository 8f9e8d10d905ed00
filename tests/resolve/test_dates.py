from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.model import Edtf, day
from amparo.resolve import dates

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 1, 1))
VALUES = st.one_of(
    DAYS.map(day),
    DAYS.map(lambda at: Edtf(f"{at:%Y-%m}")),
    DAYS.map(lambda at: Edtf(f"{at:%Y}~")),
    st.tuples(DAYS, DAYS).map(lambda ends: Edtf("/".join(at.isoformat() for at in sorted(ends)))),
)


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2021-10-20", "2021-10", 0),
        ("2021-10-14", "2021-10-15", 1),
        ("2021-12-30", "2022", 2),
        ("2021-03~", "2021-04-20", 0),
        ("2021-03", "2021-04-20", 20),
        ("0001~", "0001-01-01", 0),
    ],
)
def test_gap(one: str, other: str, days: int) -> None:
    assert dates.gap(Edtf(one), Edtf(other)) == days


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        ("2021-10-14", "2021-10-17", True),
        ("2021-10-14", "2021-10-18", False),
        ("2021-10-14/2021-10-20", "2021-10-21", True),
        ("2021", "2022-01-01", False),
        ("2021-10", "2021-11", False),
    ],
)
def test_near_holds_for_days_only(one: str, other: str, is_near: bool) -> None:
    assert dates.near(Edtf(one), Edtf(other)) is is_near


def test_most_precise_is_one_of_the_dates_given() -> None:
    values = [Edtf("2021"), Edtf("2021-10-20~"), Edtf("2021-10"), Edtf("2021-10-20")]
    assert dates.most_precise(values) == Edtf("2021-10-20")


@given(VALUES, VALUES)
def test_gap_is_symmetric_and_zero_where_dates_overlap(one: Edtf, other: Edtf) -> None:
    assert dates.gap(one, other) == dates.gap(other, one)
    if one.overlaps(other):
        assert dates.gap(one, other) == 0


@given(st.lists(VALUES, min_size=1, max_size=5))
def test_dates_agree_when_all_contain_one_day(values: list[Edtf]) -> None:
    common = max(value.earliest for value in values) <= min(value.latest for value in values)
    if common:
        assert dates.agree(values)
    if not any(value.qualified for value in values):
        assert dates.agree(values) is common
