"""Meetings and deadlines at which a case can be raised."""

import pytest
from tests.extract.reports import found


def windows(text: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [
        (
            window.what.value,
            window.date.value.value if window.date else None,
            tuple(party.value for party in window.parties),
        )
        for window in found(text).windows
    ]


def test_a_meeting_with_its_day_and_parties() -> None:
    text = "EU foreign ministers will meet those of Kazakhstan at a ministerial meeting on 22 November 2021."
    assert windows(text) == [("ministerial meeting", "2021-11-22", ("EU", "KZ"))]


def test_each_occasion_once() -> None:
    text = (
        "EU ministers will hold a summit on 22 November 2021 in Kazakhstan. "
        "At the summit on 22 November 2021 the EU will sign papers with Kazakhstan."
    )
    assert len(windows(text)) == 1


def test_what_a_meeting_is_called_may_stand_elsewhere() -> None:
    text = (
        "EU envoy Jane Fielding met ministers from Kazakhstan on Monday. "
        "Activists hope that the ministerial meeting helps."
    )
    assert [what for what, _, _ in windows(text)] == ["ministerial meeting"]


@pytest.mark.parametrize(
    "text",
    [
        "The activists met on Monday.",
        "Poland and Latvia will hold a meeting on 22 November 2021.",
        "The EU likes meetings.",
    ],
)
def test_what_is_no_occasion(text: str) -> None:
    assert windows(text) == []
