"""`russian`: case forms by ending."""

import pytest

from amparo.vocabulary.russian import adjective_forms, case_forms, people_forms


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Турция", {"Турции", "Турцию", "Турцией"}),
        ("Таджикистан", {"Таджикистана", "Таджикистану", "Таджикистаном", "Таджикистане"}),
        ("Литва", {"Литвы", "Литве", "Литву", "Литвой"}),
        ("Беларусь", {"Беларуси", "Беларусью"}),
        ("Китай", {"Китая", "Китаю", "Китаем", "Китае"}),
        ("Южная Корея", {"Южной Кореи", "Южной Корее", "Южную Корею", "Южной Кореей"}),
        ("Нидерланды", {"Нидерландов", "Нидерландам", "Нидерландах"}),
        ("Филиппины", {"Филиппин"}),
        ("Российская Федерация", {"Российской Федерации", "Российскую Федерацию"}),
        ("Нижний Новгород", {"Нижнего Новгорода"}),
    ],
)
def test_case_forms(name: str, forms: set[str]) -> None:
    assert case_forms(name)[0] == name
    assert forms <= set(case_forms(name))


@pytest.mark.parametrize("name", ["США", "Сомали", "КНДР", "Баку", "Перу"])
def test_names_that_are_not_declined(name: str) -> None:
    assert case_forms(name) == (name,)


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("таджик", {"таджика", "таджики", "таджиков", "таджикам"}),
        ("казахстанец", {"казахстанца", "казахстанцы", "казахстанцев"}),
        ("россиянин", {"россиянина", "россияне", "россиян", "россиянам"}),
        ("украинка", {"украинки", "украинку"}),
        ("учитель", {"учителя", "учителей"}),
        ("русский", {"русского", "русские"}),
    ],
)
def test_people_forms(noun: str, forms: set[str]) -> None:
    assert {noun, *forms} <= set(people_forms(noun))


def test_adjective_forms() -> None:
    assert {"таджикский", "таджикской", "таджикские", "таджикскими"} <= set(adjective_forms("таджикск"))
