"""Candidates for unnamed people: which phrases are found, and what each says of itself."""

import pytest
from tests.extract.reports import report

from amparo.extract.rules.group_phrases import GroupPhrase, group_phrases
from amparo.extract.rules.prepare import prepare


def phrases(text: str) -> dict[str, GroupPhrase]:
    return {text[phrase.start : phrase.end]: phrase for phrase in group_phrases(prepare(report(text)))}


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("Police deported at least seven Uyghur students to China.", "at least seven Uyghur students", 7),
        ("More than 120 suspected members were flown home.", "More than 120 suspected members", 120),
        ("Two of them were deported on Friday.", "Two of them", 2),
        ("Fifty-two other Montagnards were rounded up in May.", "Fifty-two other Montagnards", 52),
        ("The court sentenced three of his co-defendants in March.", "three of his co-defendants", 3),
        ("Officers detained his wife and two sons at the airport.", "his wife and two sons", 3),
        ("Dozens of teachers were sent home.", "Dozens of teachers", None),
        ("The list, published on Monday, has 212 names.", "212 names", 212),
    ],
)
def test_groups_and_their_count(text: str, words: str, count: int | None) -> None:
    found = phrases(text)
    assert words in found
    assert found[words].count == count
    assert not found[words].single


def test_one_person_has_no_count_and_is_told_to_be_one() -> None:
    found = phrases("A 34-year-old blogger was arrested in Riga.")["A 34-year-old blogger"]
    assert (found.count, found.single, found.definite, found.noun) == (None, True, False, "blogger")


def test_people_told_of_before_are_definite() -> None:
    found = phrases("Nine men were arrested in Ankara. The others were released.")
    assert found["The others"].definite
    assert found["The others"].kind == "bare"
    assert not found["Nine men"].definite


def test_relatives_belong_to_the_person_named() -> None:
    text = "Farrukh Nosirov fled to Poland in 2021. Police in Dushanbe arrested his brother."
    telling = prepare(report(text))
    found = {text[phrase.start : phrase.end]: phrase for phrase in group_phrases(telling)}["his brother"]
    assert found.kin
    assert found.relative_of == next(party.key for party in telling.cast.parties if party.name == "Farrukh Nosirov")


def test_ages_years_and_named_people_are_no_groups() -> None:
    found = phrases("In 2019 Farrukh Nosirov, 34, left for Poland, where he paid 300 euros.")
    assert found == {}


def test_furniture_is_passed_over() -> None:
    assert phrases("Read more: five students deported\n\nThe weather in Riga stayed mild all week.\n") == {}
