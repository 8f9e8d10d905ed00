"""Which names of one text are one person."""

import random

from hypothesis import given
from hypothesis import strategies as st

from amparo.extract.rules.clusters import gathered
from amparo.extract.rules.names import NameSpan

NAMES = ["Parviz Hakimov", "Odil Samadov", "Lola Rashidova", "Hakimov", "Samadov", "Parviz", "Kerim Annaev", "Annayev"]


def spans(*words: str) -> list[NameSpan]:
    return [NameSpan(at * 100, at * 100 + len(name), name, full=" " in name) for at, name in enumerate(words)]


def people(*words: str) -> list[list[str]]:
    return [[span.words for span in person] for person in gathered(spans(*words))]


def test_spellings_of_one_full_name() -> None:
    assert people("Kerim Annaev", "Kerim Annayev") == [["Kerim Annaev", "Kerim Annayev"]]


def test_other_people_stay_apart() -> None:
    assert people("Parviz Hakimov", "Odil Samadov") == [["Parviz Hakimov"], ["Odil Samadov"]]


def test_a_surname_goes_to_its_full_name() -> None:
    assert people("Parviz Hakimov", "Odil Samadov", "Hakimov") == [["Parviz Hakimov", "Hakimov"], ["Odil Samadov"]]


def test_a_surname_before_its_full_name() -> None:
    assert people("Hakimov", "Parviz Hakimov") == [["Hakimov", "Parviz Hakimov"]]


def test_of_two_that_fit_the_one_named_last_is_meant() -> None:
    assert people("Parviz Hakimov", "Odil Hakimov", "Hakimov") == [["Parviz Hakimov"], ["Odil Hakimov", "Hakimov"]]


def test_a_surname_alone_is_a_person() -> None:
    assert people("Parviz Hakimov", "Samadov") == [["Parviz Hakimov"], ["Samadov"]]


@given(st.lists(st.sampled_from(NAMES), max_size=12), st.randoms(use_true_random=False))
def test_no_name_is_lost_and_the_order_of_finding_does_not_matter(words: list[str], shuffle: random.Random) -> None:
    found = spans(*words)
    mixed = list(found)
    shuffle.shuffle(mixed)
    assert gathered(mixed) == gathered(found)
    assert sorted(span.start for person in gathered(found) for span in person) == [span.start for span in found]
