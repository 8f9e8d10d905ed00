"""The people of a Russian text: one person under all cases. All people are invented."""

import pytest
from tests.extract.reports import report

from amparo.extract.rules.cast import Party
from amparo.extract.rules.prepare import prepare


def people(text: str) -> dict[str, Party]:
    """The named people of a text, by name."""
    return {party.name: party for party in prepare(report(text, language="ru")).cast.parties}


def test_a_name_in_several_cases_is_one_person_called_by_the_nominative() -> None:
    text = "Суд отказал Дарье Лосевой. С Лосевой говорил адвокат. Дарью Лосеву вышлют."
    (party,) = people(text).values()
    assert party.name == "Дарья Лосева"
    assert [text[start:end] for start, end in party.spans] == ["Дарье Лосевой", "Лосевой", "Дарью Лосеву"]


def test_a_surname_alone_is_the_person_named_in_full() -> None:
    found = people("В Москве задержали Азиза Тураева. Тураеву грозит высылка, сообщил брат Тураева.")
    assert list(found) == ["Азиз Тураев"]
    assert len(found["Азиз Тураев"].spans) == 3


def test_words_that_open_a_sentence_are_no_part_of_a_name() -> None:
    assert "Азиз Тураев" in people("Когда Азиз Тураев вышел, его увезли.")
    assert "Азиз Тураев" in people("Судья Азиз Тураев отложил заседание.")


def test_places_are_no_people() -> None:
    assert not people("Суд в Душанбе отложил заседание, сообщили в Москве.")


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Задержан таджикский блогер Азиз Тураев.", "TJ"),
        ("Задержан гражданин Узбекистана Азиз Тураев.", "UZ"),
        ("Журналистка Дарья Лосева, высланная из Польши, молчит.", None),
    ],
)
def test_the_state_a_person_comes_from(text: str, origin: str | None) -> None:
    (party,) = people(text).values()
    assert (None if party.origin is None else party.origin.value) == origin


def test_a_lawyer_speaks_and_an_activist_does_not() -> None:
    found = people("Об этом сообщил адвокат Пётр Лосев. Активиста Азиза Тураева увезли.")
    assert {party.name.replace("ё", "е"): party.speaker for party in found.values()} == {
        "Петр Лосев": True,
        "Азиз Тураев": False,
    }


def test_whose_mother_it_is_does_not_make_a_relative() -> None:
    found = people("Мать Тураевой вызвали в милицию. Дарья Тураева живёт в Литве.")
    assert not found["Дарья Тураева"].speaker
