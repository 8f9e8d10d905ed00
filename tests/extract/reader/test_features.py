"""What is known of a person at a sentence before the words are read."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.reader import made

from amparo.extract.reader.features import WIDTH, features
from amparo.extract.reader.outline import ACTS, PARTS

NAMED, AWAY, NOT_YET, AMONG_LAST = range(4)
FIRST_TOLD = WIDTH - len(ACTS)
FIRST_SAID = FIRST_TOLD - len(ACTS)
FIRST_PART = FIRST_SAID - len(PARTS) - 3

names = st.lists(st.lists(st.sampled_from(("Odil Samadov", "Lola", "Kerim Annaev")), max_size=3, unique=True), min_size=1, max_size=8)  # fmt: skip


@given(names, st.data())
def test_one_row_for_each_person_and_one_for_the_unnamed(rows: list[list[str]], data: st.DataObject) -> None:
    outline = made.listed(rows)
    known = features(outline)
    every = known.rows(range(len(outline.persons)), range(len(rows)))
    assert every.shape == (len(outline.persons) + 1, len(rows), WIDTH)
    assert every.dtype == np.float32
    assert np.isfinite(every).all()
    persons = data.draw(st.permutations(range(len(outline.persons))))
    lines = data.draw(st.lists(st.integers(0, len(rows) - 1), min_size=1, unique=True))
    assert (known.rows(persons, lines) == every[[*persons, -1]][:, lines]).all()


@given(names)
def test_how_a_person_stands_to_each_sentence(rows: list[list[str]]) -> None:
    outline = made.listed(rows)
    found = features(outline).rows(range(len(outline.persons)), range(len(rows)))
    for number, person in enumerate(outline.persons):
        named = [person.name in row for row in rows]
        assert found[number, :, NAMED].tolist() == named
        for line in range(len(rows)):
            before = [n for n in range(line + 1) if named[n]]
            assert found[number, line, NOT_YET] == (not before)
            assert found[number, line, AWAY] == pytest.approx(min(line - before[-1], 6) / 6 if before else 1)
            last = max((n for n in range(line + 1) if rows[n]), default=0)
            assert found[number, line, AMONG_LAST] == named[last]
            assert found[number, line, 16] == (line + 1 < len(rows) and named[line + 1])
            assert found[number, line, 17] == (line > 0 and named[line - 1])
            assert found[number, line, 18] == bool(set(rows[line]) - {person.name})


def test_what_lists_and_rules_found_stands_in_the_rows() -> None:
    outline = made.outline()
    found = features(outline).rows(range(3), range(len(outline.lines)))
    detention, deportation = ACTS.index("detention"), ACTS.index("deportation")
    assert found[:, 0, FIRST_SAID + detention].all()
    assert found[0, 0, FIRST_TOLD + detention] == 1
    assert found[0, 3, FIRST_TOLD + deportation] == 0
    assert found[3, 3, FIRST_TOLD + deportation] == 1
    assert found[0, 0, FIRST_PART + PARTS.index("object")] == 1
    assert found[3, 3, FIRST_PART + PARTS.index("passive_subject")] == 1


def test_a_text_without_names() -> None:
    outline = made.outline("Two men were held. Nobody knows where.")
    found = features(outline).rows((), range(len(outline.lines)))
    assert found.shape == (1, 2, WIDTH)
    assert found[0, :, 18].tolist() == [0, 0]
