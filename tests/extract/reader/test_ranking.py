"""Which state and which date of the text belong to an act, in the trees' opinion."""

import numpy as np
import pytest
from tests.extract.reader import made

from amparo.extract.reader.outline import UNNAMED
from amparo.extract.reader.ranking import Asked, date_rows, state_rows

DETAINED = Asked(act="detention", status="occurred", person=0, line=0, lines=(0,))
DEPORTED = Asked(act="deportation", status="occurred", person=UNNAMED, line=3, lines=(2, 3))


@pytest.mark.parametrize("asked", [DETAINED, DEPORTED])
def test_a_row_for_each_state_and_each_date(asked: Asked) -> None:
    outline = made.outline()
    states, of_states = state_rows(outline, asked, "TJ", None)
    dates, of_dates = date_rows(outline, asked)
    assert states == list(dict.fromkeys(place.state for place in outline.places))
    assert dates == [one.date for one in outline.dates]
    assert len(of_states) == len(states) > 2
    assert len(of_dates) == len(dates) > 2
    assert np.isfinite(of_states).all()
    assert np.isfinite(of_dates).all()


def test_what_was_chosen_before_tells_the_states_apart() -> None:
    outline = made.outline()
    states, plain = state_rows(outline, DETAINED, None, None)
    _, known = state_rows(outline, DETAINED, "TJ", "UZ")
    differ = {state for state, one, other in zip(states, plain, known, strict=True) if (one != other).any()}
    assert {"TJ", "UZ"} <= differ


def test_opinions_sum_to_one() -> None:
    outline = made.outline()
    rankers = made.rankers()
    for found in (rankers.hosts(outline, DETAINED, "TJ", None), rankers.dates(outline, DETAINED)):
        assert None in found
        assert len(found) > 2
        assert sum(found.values()) == pytest.approx(1)


def test_where_nothing_stands_there_is_nothing_to_choose() -> None:
    outline = made.listed([["Odil Samadov"]])
    assert made.rankers().hosts(outline, DETAINED, None, None) == {None: 1}
    assert made.rankers().dates(outline, DETAINED) == {None: 1}
