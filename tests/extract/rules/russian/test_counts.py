"""Russian numbers: their value in all cases, and what they count."""

import pytest
from tests.extract.reports import report

from amparo.extract.rules.prepare import prepare
from amparo.extract.rules.russian.counts import numbers


def read(text: str) -> list[tuple[int | None, str | None]]:
    """(value, noun counted) of every number of a text."""
    told = prepare(report(text, language="ru"))
    analysis = told.analysis
    return [
        (number.value, None if number.noun is None else analysis.tokens[number.noun].text)
        for sentence in analysis.sentences
        for number in numbers(analysis, sentence, told.scan)
    ]


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("Сто семь сторонников партии возвращены домой.", 107, "сторонников"),
        ("Поговорили с двадцатью пятью соседями.", 25, "соседями"),
        ("Опросили две тысячи триста рабочих.", 2300, "рабочих"),
        ("Депортировали 1 250 мигрантов.", 1250, "мигрантов"),
        ("Полтора десятка лет назад это сделали три десятка солдат.", 30, "солдат"),
        ("Задержаны обе журналистки.", 2, "журналистки"),
        ("Сотни рабочих вышли на площадь.", None, "рабочих"),
        ("Выдали одиннадцать возвращавшихся домой граждан.", 11, "граждан"),
        ("Отпустили двоих.", 2, None),
        ("Троих КГБ не тронул.", 3, None),
    ],
)
def test_value_and_noun(text: str, value: int | None, noun: str | None) -> None:
    assert (value, noun) in read(text)


def test_a_collective_numeral_is_a_number_of_its_own() -> None:
    assert [value for value, _ in read("Из этих восьми шестеро уже осуждены.")] == [8, 6]


def test_dates_years_and_families_are_no_numbers() -> None:
    assert read("В 2019 году, 5 мая, семью Носировых выслали.") == []
