"""Dates as candidates: as they stand, and as they lean on what was told before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.extract.reader.occasions import SHAPES, Occasion, occasions
from amparo.model import Edtf
from amparo.vocabulary.dates import find_dates


def read(text: str, *, language: str = "en", published: str | None = None) -> tuple[Occasion, ...]:
    day = None if published is None else Edtf(published)
    return occasions(text, find_dates(text, language, day))


def told(text: str, *, language: str = "en", published: str | None = None) -> list[tuple[str, str | None, str]]:
    return [(text[o.start : o.end], o.date, o.shape) for o in read(text, language=language, published=published)]


@pytest.mark.parametrize(
    ("text", "date", "shape"),
    [
        ("on 3 May 2019", "2019-05-03", "day"),
        ("in May 2019", "2019-05", "month"),
        ("in 2019", "2019", "year"),
        ("in the spring of 2019", "2019-21", "season"),
    ],
)
def test_a_whole_date_is_read_once_as_it_stands(text: str, date: str, shape: str) -> None:
    assert [(o.date, o.shape) for o in read(text)] == [(date, shape)]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("The next day", "2019-05-04"),
        ("The following month", "2019-06"),
        ("That same night", "2019-05-03"),
        ("That month", "2019-05"),
        ("The same year", "2019"),
        ("The previous day", "2019-05-02"),
        ("Ten days later", "2019-05-13"),
        ("2 months later", "2019-07"),
        ("A year earlier", "2018"),
        ("Two weeks later", "2019-05"),
        ("Four weeks later", "2019-05-31"),
    ],
)
def test_words_that_lean_on_the_date_told_last(words: str, date: str) -> None:
    text = f"He was held on 3 May 2019. {words} he was freed."
    assert told(text)[1:] == [(words, date, "shifted")]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("На следующий день", "2019-05-04"),
        ("В тот же день", "2019-05-03"),
        ("Через два месяца", "2019-07"),
        ("Пять дней спустя", "2019-05-08"),
        ("Годом ранее", "2018"),
    ],
)
def test_the_same_in_russian(words: str, date: str) -> None:
    text = f"Его задержали 3 мая 2019 года. {words} его отпустили."
    assert (date, "shifted") in [(found, shape) for _, found, shape in told(text, language="ru")[1:]]


def test_nothing_leans_where_no_date_was_told() -> None:
    assert told("Two weeks later he was freed.") == []


def test_a_month_without_a_year_has_two_readings() -> None:
    text = "He fled in 2017. In March he was held."
    assert told(text, published="2021-06-01")[1:] == [
        ("March", "2021-03", "yearless"),
        ("March", "2017-03", "context"),
    ]


def test_a_date_that_the_text_leaves_open_is_kept_as_such() -> None:
    assert told("He was held on 3 May.") == [("3 May", None, "open")]


@pytest.mark.parametrize(
    "words", ["\u017fix days later", "The next n\u0130ght", "N\u0131ne weeks later", "wee\u212as before"]
)
def test_letters_that_only_look_like_the_words_cost_nothing(words: str) -> None:
    text = f"He was held on 3 May 2019. {words} he was freed."
    assert read(text)[0].date == "2019-05-03"


@given(
    st.lists(
        st.sampled_from(
            ("3 May 2019", "in March", "the next day", "two weeks later", "9 years earlier", "99 years later", "that month", "9998",
             "yesterday", "between 2019 and 2020", "spring 2018", "31 December 9999", "a week before", "the previous year")
        ),
        max_size=6,
    ),
    st.sampled_from((None, "2021", "2021-06", "2021-06-01")),
)  # fmt: skip
def test_every_candidate_is_a_date_and_stands_in_the_text(parts: list[str], published: str | None) -> None:
    text = ", ".join(parts)
    starts = []
    for one in read(text, published=published):
        assert text[one.start : one.end].strip()
        assert one.shape in SHAPES
        assert one.date is None or Edtf(one.date).value == one.date
        assert (one.date is None) == (one.shape == "open")
        starts.append(one.start)
    assert starts == sorted(starts)
