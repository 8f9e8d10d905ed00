"""Names in any case → the nominative. All people are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.extract.rules.russian.declension import Hints, Written, possible, readings


def nominative(name: str, *, before: str = "", case: str = "", gender: str = "") -> str:
    """The likeliest nominative of a name."""
    hints = Hints(before=before, case=case, gender=gender)
    return readings([Written(word, "") for word in name.split()], hints)[0].name


@pytest.mark.parametrize(
    ("written", "case", "meant"),
    [
        ("Дарье Лосевой", "Dat", "Дарья Лосева"),
        ("Петра Лосева", "Acc", "Пётр Лосев"),
        ("Петром Лосевым", "Ins", "Пётр Лосев"),
        ("Льва Озерского", "Gen", "Лев Озерский"),
        ("Анне Озерской", "Dat", "Анна Озерская"),
        ("Рустама Мирзозода", "Gen", "Рустам Мирзозода"),
        ("Азизом Тураевым", "Ins", "Азиз Тураев"),
        ("Ыкласа Бейшенова", "Gen", "Ыклас Бейшенов"),
    ],
)
def test_inflected_names_are_brought_to_the_nominative(written: str, case: str, meant: str) -> None:
    assert nominative(written, case=case).replace("ё", "е") == meant.replace("ё", "е")


@pytest.mark.parametrize("name", ["Дарья Лосева", "Азиз Тураев", "Гуля Мирзозода", "Лев Озерский"])
def test_a_nominative_stays(name: str) -> None:
    assert nominative(name, case="Nom") == name


def test_a_preposition_decides_the_case() -> None:
    assert nominative("Тураевой", before="о") == "Тураева"
    assert nominative("Тураеву", before="к") == "Тураев"


def test_a_feminine_noun_beside_the_name_decides_the_gender() -> None:
    assert nominative("Бибисоро Тураеву", case="Acc", gender="femn") == "Бибисоро Тураева"


def test_the_nominative_that_explains_other_words_of_the_text_is_meant() -> None:
    explains = {"Нурлан": 2, "Абдыев": 3}
    found = readings([Written("Нурлана", ""), Written("Абдыева", "")], Hints(explains=explains))
    assert found[0].name == "Нурлан Абдыев"


def test_possible_nominatives_hold_the_word_itself() -> None:
    assert {"Лосева", "Лосев"} <= possible("Лосева")


@given(st.text(alphabet="АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЬЭЮЯабвгдежзиклмнопрстуфхцчшщыьэюя-", min_size=1, max_size=14))
def test_whatever_is_written_has_a_reading_or_none_and_keeps_its_first_letter(word: str) -> None:
    for reading in readings([Written(word, "")], Hints()):
        assert reading.name[:1] == word[:1]
