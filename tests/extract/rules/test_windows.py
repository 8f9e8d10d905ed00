"""Meetings, hearings and deadlines ahead of a text: when a case can be raised, or must be."""

import pytest
from tests.extract.reports import found


def windows(text: str, published: str | None = "2024-05-14") -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [
        (
            window.what.value,
            window.date.value.value if window.date else None,
            tuple(party.value for party in window.parties),
        )
        for window in found(text, published=published).windows
    ]


def days(text: str, published: str | None = "2024-05-14") -> list[str | None]:
    return [date for _, date, _ in windows(text, published)]


def test_a_meeting_with_its_day_and_parties() -> None:
    text = "EU foreign ministers will meet those of Kazakhstan on 22 November 2024."
    assert windows(text) == [(text.rstrip("."), "2024-11-22", ("EU", "KZ"))]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The public prosecutor has until Friday to appeal.", "2024-05-17"),
        ("A court in Vilnius will rule on May 20.", "2024-05-20"),
        ("The ministers meet in Brussels on June 6.", "2024-06-06"),
        ("The ministers meet on the 27th.", "2024-05-27"),
        ("The ministers meet on the 3rd.", "2024-06-03"),
        ("The hearing was adjourned to 17 May.", "2024-05-17"),
        ("Poland must submit its observations by 19 September 2024.", "2024-09-19"),
        ("His remand runs until June 3.", "2024-06-03"),
        ("A decision is due in June.", "2024-06"),
        ("The next round of talks will be held in Ankara in spring 2025.", "2025-21"),
    ],
)
def test_the_day_to_come(text: str, day: str) -> None:
    assert days(text) == [day]


def test_the_most_exact_day_of_a_sentence_counts() -> None:
    assert days("Next week: a hearing in the case will open on 22 May 2024.") == ["2024-05-22"]


@pytest.mark.parametrize(
    "text",
    [
        "He has seven days to appeal.",
        "The ruling can be appealed within ten days.",
        "It may be referred to the Grand Chamber within three months.",
    ],
)
def test_a_term_is_a_window_whose_day_is_not_counted_out(text: str) -> None:
    """From which day it runs is often not in the text; a wrong last day would be worse than none."""
    assert days(text) == [None]


def test_without_a_date_of_publication_only_what_is_told_as_to_come() -> None:
    assert days("The verdict is expected on 6 December 2024.", None) == ["2024-12-06"]
    assert days("The case is listed for 17 February.", None) == [None]
    assert days("The verdict was given on 6 December 2024.", None) == []


def test_each_day_once() -> None:
    text = (
        "EU ministers will hold a summit on 22 November 2024 in Kazakhstan. "
        "At the summit on 22 November 2024 the EU will sign papers with Kazakhstan."
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
        "The EU likes meetings.",
        "The hearing took place on 3 May.",
        "He was sentenced to nine years, until 2033.",
        "He had been due to fly to Melbourne in July.",
        "He will not be expelled, the ministry said on Sunday.",
        "The two were driven to the border within 48 hours.",
        "No request had been received by Monday.",
        "A court annulled the order the next month.",
    ],
)
def test_what_is_no_occasion_to_come(text: str) -> None:
    assert windows(text) == []
