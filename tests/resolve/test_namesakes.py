"""Names of the region in pairs; every one is invented or as common as Ivan Ivanov."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import strategies

from amparo.resolve.namesakes import Likeness, compare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jamshed Qurbonov", "Ҷамшед Қурбонов"),
        ("Jamshed Qurbonov", "Dzhamshed Kurbonov"),
        ("Gulnora Rahmataliyeva", "Гулнора Рахматалиева"),
        ("Farhod Nazarov", "Nazarov Farhod"),
        ("Farhod Nazarov", "Фарҳод Каримович Назаров"),
        ("Aliaksandr Karalevich", "Александр Королевич"),
        ("Abdul Rahman Saidov", "Abdulrahman Saidov"),
        ("Husam Abd al-Karim Farouk", "Hossam Farouk"),
        ("Rustam Nazar ogly Karimov", "Рустам Назарович Каримов"),
        ("Maria J. Mendes", "Maria Joana Mendes"),
        ("Maria Joana Costa Mendes", "Maria Costa Mendes"),
        ("Alexandra Petrova", "Alexandra Petrov"),
    ],
)
def test_same(one: str, other: str) -> None:
    assert compare(one, other) is Likeness.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("F. Nazarov", "Farhod Nazarov"),
        ("Ф. Назаров", "Farhod Nazarov"),
        ("Nazarov", "Farhod Nazarov"),
        ("Farhod", "Farhod Nazarov"),
        ("Rustam Rahmon", "Рустам Рахмонов"),
        ("Farhod Nazarov", "Farhod Nazarzoda"),
        ("Farhod Karimov", "Farhod Karamov"),
    ],
)
def test_perhaps(one: str, other: str) -> None:
    assert compare(one, other) is Likeness.PERHAPS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Firuz Nazarov", "Firdavs Nazarov"),
        ("Hasan Nazarov", "Husan Nazarov"),
        ("Karim Rahmon", "Karima Rahmon"),
        ("Zarif Nazarov", "Zarifa Nazarova"),
        ("Gulnar Rahmataliev", "Gulnora Rahmatalieva"),
        ("Rustam Nazarovich Karimov", "Rustam Rustamovich Karimov"),
        ("Husam Abd al-Karim Farouk", "Husam Abd al-Ghani Farouk"),
        ("Maria Costa Mendes", "Joana Costa Mendes"),
        ("K. Nazarov", "Farhod Nazarov"),
        ("Karimov", "Farhod Nazarov"),
        ("Farhod Nazarov", "Farhod Nazarshoev"),
    ],
)
def test_other(one: str, other: str) -> None:
    assert compare(one, other) is Likeness.OTHER


@given(strategies.words(), strategies.words())
def test_symmetric(one: str, other: str) -> None:
    assert compare(one, other) is compare(other, one)


@given(st.sampled_from(("Farhod Nazarov", "Ҷамшед Қурбонов", "Aliaksandr Karalevich", "Maria Joana Mendes")))
def test_a_name_is_the_same_as_itself(name: str) -> None:
    assert compare(name, name) is Likeness.SAME
    assert compare(name, name.upper()) is Likeness.SAME
