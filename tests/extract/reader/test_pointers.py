"""How places, dates and noun phrases stand to the sentence that tells an act."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.reader import made

from amparo.extract.reader.outline import UNNAMED
from amparo.extract.reader.pointers import (
    DATE_WIDTH,
    GROUP_WIDTH,
    PLACE_WIDTH,
    date_stand,
    group_stand,
    place_stand,
)

HERE, NEXT, BEFORE, BEHIND, FIRST, LATER = range(6)


def test_shapes_and_finite_numbers() -> None:
    outline = made.outline()
    lines = range(len(outline.lines))
    many = len(lines)
    for found, wide, things in (
        (place_stand(outline, range(len(outline.places)), [0] * len(outline.places), lines, [UNNAMED] * many), PLACE_WIDTH, outline.places),
        (date_stand(outline, range(len(outline.dates)), [0] * len(outline.dates), lines), DATE_WIDTH, outline.dates),
        (group_stand(outline, range(len(outline.groups)), [0] * len(outline.groups), lines), GROUP_WIDTH, outline.groups),
    ):  # fmt: skip
        assert found.shape == (many, len(things), wide)
        assert len(things) > 0
        assert np.isfinite(found).all()


def test_nothing_to_choose_among() -> None:
    outline = made.listed([["Odil Samadov"]])
    assert place_stand(outline, [], [], [0], [0]).shape == (1, 0, PLACE_WIDTH)
    assert date_stand(outline, [], [], [0]).shape == (1, 0, DATE_WIDTH)
    assert group_stand(outline, [], [], [0]).shape == (1, 0, GROUP_WIDTH)


@given(st.integers(0, 30), st.integers(0, 30))
def test_distance(at: int, stands: int) -> None:
    outline = made.listed([["Odil Samadov"]] * 31, groups=["two men"])
    row = group_stand(outline, [stands], [stands], [at])[0, 0]
    assert row[HERE] == (at == stands)
    assert row[NEXT] == (abs(at - stands) == 1)
    assert row[BEFORE] == min(max(at - stands, 0), 8) / 8
    assert row[BEHIND] == min(max(stands - at, 0), 8) / 8
    assert row[FIRST] == (stands == 0)
    assert row[LATER] == (at > stands)


def test_a_place_is_known_by_the_words_around_it_and_by_the_person() -> None:
    outline = made.outline("Polish border guards took the Tajik activist Odil Samadov from Riga to Tajikistan.")
    numbers = range(len(outline.places))
    of_him, of_nobody = place_stand(outline, numbers, [0] * len(numbers), [0, 0], [0, UNNAMED])
    states = [place.state for place in outline.places]
    assert states == ["PL", "TJ", "LV", "TJ"]
    assert of_him[:, -1].tolist() == [0, 1, 0, 1]
    assert of_nobody[:, -1].tolist() == [0, 0, 0, 0]
    assert (of_him[:, :-1] == of_nobody[:, :-1]).all()
    polish, _, riga, tajikistan = of_him[:, 6:-1]
    authority = len(polish) - 4
    assert (polish[authority], riga[authority]) == (1, 0)
    assert (riga != tajikistan).any()
    assert tajikistan[-2] == 0.5  # half of all mentions of states


def test_a_date_is_known_by_its_shape_and_the_day_of_publication() -> None:
    outline = made.outline("He was held in May 2019. It was reported on 3 June 2019.", published="2019-06-03")
    month, day = date_stand(outline, [0, 1], [0, 1], [0])[0]
    assert (month[-3], day[-3]) == (0, 1)
    assert (month[6:] != day[6:]).any()
