"""The date of an act: its own clause's, never that of saying so, never padded."""

import pytest
from tests.extract.reports import found, only, told

WHO = "the Tajik activist Odil Samadov"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"On 3 May 2019 {WHO} was arrested in Moscow.", "2019-05-03"),
        (f"Last week {WHO} was arrested in Moscow in May 2019.", "2019-05"),
        (f"Reportedly {WHO} was arrested in Moscow in 2019.", "2019"),
        (f"Reportedly {WHO} was arrested in Moscow in May\n2019.", "2019-05"),
        (f"Reportedly {WHO} was arrested in Moscow.", None),
    ],
)
def test_as_precise_as_the_words(text: str, date: str | None) -> None:
    assert only(text).date == date


@pytest.mark.parametrize(
    "text",
    [
        f"Rights groups said on 4 June 2020 that {WHO} was arrested in Moscow in May 2019.",
        f"In May 2019 {WHO} was arrested in Moscow, his lawyer Karim Holov told reporters on 4 June 2020.",
    ],
)
def test_the_date_of_saying_is_not_the_date_of_the_act(text: str) -> None:
    assert only(text).date == "2019-05"


def test_only_the_date_of_saying_is_no_date() -> None:
    assert only(f"Rights groups said on 4 June 2020 that {WHO} was arrested in Moscow.").date is None


def test_each_act_has_the_date_of_its_clause() -> None:
    text = f"On 3 May 2019 {WHO} was sentenced in Moscow after he was arrested in June 2018."
    assert {(claim.act, claim.date) for claim in told(text)} == {("conviction", "2019-05-03"), ("detention", "2018-06")}


def test_a_date_in_an_aside_is_of_something_else() -> None:
    text = "The Tajik activist Odil Samadov, who moved to Moscow in 2015, was arrested at home in 2019."
    assert only(text).date == "2019"


def test_a_request_is_dated_to_the_day_it_was_made() -> None:
    assert only(f"Tajikistan requested the extradition of {WHO} from Poland in 2020.").date == "2020"


def test_without_a_year_the_words_are_kept() -> None:
    claim = only(f"Reportedly {WHO} was arrested in Moscow on 3 May.")
    assert (claim.date, claim.details["date_text"]) == (None, "3 May")


@pytest.mark.parametrize(("words", "date"), [("3 May", "2021-05-03"), ("Monday", "2021-05-31")])
def test_with_the_day_of_publication_the_year_is_known(words: str, date: str) -> None:
    text = f"Reportedly {WHO} was arrested in Moscow on {words}."
    claim = only(text, published="2021-06-03")
    assert (claim.date, "date_text" in claim.details) == (date, False)


def test_a_duration_is_no_date() -> None:
    claim = only(f"Reportedly {WHO} was detained in Moscow for three weeks.")
    assert (claim.date, claim.details["duration"]) == (None, "three weeks")


def test_a_date_quotes_its_words() -> None:
    (claim,) = found(f"On 3 May 2019 {WHO} was arrested in Moscow.").claims
    assert claim.date is not None
    assert [passage.exact for passage in claim.date.passages] == ["3 May 2019"]
