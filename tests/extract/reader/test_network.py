"""The heads in numpy: shapes, probabilities, and the same answers as those that are trained."""

import importlib
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.reader import made

from amparo.extract.reader.features import features
from amparo.extract.reader.network import (
    STATUSES,
    Finding,
    Sight,
    _gelu,
    lines_of,
    most_named,
    nameless,
    spread,
    whose,
)
from amparo.extract.reader.outline import ACTS, UNNAMED, Outline
from amparo.extract.reader.pointers import PLACE_SLOTS, date_stand, group_stand, place_stand
from amparo.extract.reader.windows import Stretch, windows

TRAINING = Path(__file__).parents[3] / "training"


def findings(sight: Sight) -> list[Finding]:
    return [Finding(0, 0, sight.lines[0]), Finding(1, 5, sight.lines[-1]), Finding(UNNAMED, 21, sight.lines[-1])]


def test_every_person_and_sentence_is_answered() -> None:
    outline = made.outline()
    (sight,) = made.network().see(outline)
    assert set(sight.persons) == {0, 1, 2}
    assert sight.lines == tuple(range(len(outline.lines)))
    assert sight.acts.shape == (4, len(outline.lines), len(ACTS))
    assert sight.statuses.shape == (4, len(outline.lines), len(ACTS), len(STATUSES))
    assert np.isfinite(sight.acts).all()
    assert np.isfinite(sight.statuses).all()
    assert sight.row(UNNAMED) == 3
    assert sight.row(99) is None


def test_a_long_text_is_answered_once_for_each_sentence() -> None:
    outline = made.outline(made.REPORT * 12)
    sights = list(made.network().see(outline))
    assert len(sights) > 1
    assert [line for sight in sights for line in sight.lines] == list(range(len(outline.lines)))


def test_no_text_is_not_read() -> None:
    assert list(made.network().see(made.outline(""))) == []


@pytest.mark.parametrize("text", [made.REPORT, "Odil Samadov and Lola Rashidova were held."])
def test_the_choices_sum_to_one(text: str) -> None:
    outline = made.outline(text)
    network = made.network()
    (sight,) = network.see(outline)
    asked = findings(sight)
    window = sight.window
    places, dates = network.places(outline, sight, asked), network.dates(outline, sight, asked)
    groups = network.groups(outline, sight, asked)
    assert places.shape == (3, len(window.places) + 1, len(PLACE_SLOTS))
    assert dates.shape == (3, len(window.dates) + 1)
    assert groups.shape == (3, len(window.groups) + 1)
    for found in (places, dates, groups):
        assert (found >= 0).all()
        assert found.sum(1) == pytest.approx(np.ones_like(found.sum(1)), abs=1e-5)


def test_a_finding_is_answered_alike_alone_and_among_others() -> None:
    outline = made.outline()
    network = made.network()
    (sight,) = network.see(outline)
    together = network.places(outline, sight, findings(sight))
    alone = [network.places(outline, sight, [finding])[0] for finding in findings(sight)]
    assert together == pytest.approx(np.stack(alone), abs=1e-6)


def test_the_name_itself_decides_nothing() -> None:
    first, second = (
        made.outline(f"Police in Riga detained {name} on 3 May 2019.") for name in ("Odil Samadov", "Lola Rashidova")
    )
    (one,), (other,) = made.network().see(first), made.network().see(second)
    assert (one.acts == other.acts).all()


def test_whose_pieces_are_those_of_the_last_naming() -> None:
    outline = made.listed([["Odil"], [], ["Lola", "Odil"]])
    (window,) = windows(outline, made.word_pieces(), nameless(made.word_pieces()))
    at = {(person, line): piece for piece, person, line in window.names}
    found = whose(window, [0, 1, 2], window.lines)
    assert found[0].argmax(1).tolist() == [at[0, 0], at[0, 0], at[0, 2]]
    assert found[1].argmax(1).tolist() == [at[1, 2]] * 3
    assert found[:2].sum(-1).tolist() == [[1, 1, 1]] * 2
    assert found[2].sum() == 0  # not named in the window


def test_pieces_belong_to_their_sentence() -> None:
    outline = made.outline()
    (window,) = windows(outline, made.word_pieces(), nameless(made.word_pieces()))
    found = spread(window.lines, len(window.ids))
    assert found.sum(0).tolist() == [0, *[1] * (len(window.ids) - 1)]
    places = lines_of(window, window.places)
    for place, line in zip(outline.places, places, strict=True):
        assert outline.lines[line].start <= place.start < outline.lines[line].end


def test_who_is_named_most() -> None:
    assert most_named(made.listed([["A", "B"], ["B", "C"], ["C", "B"]])) == (1, 2)
    assert most_named(made.listed([[]])) == ()


@settings(max_examples=50)
@given(st.lists(st.floats(-30, 30, width=32), min_size=1, max_size=30))
def test_gelu_is_that_of_the_error_function(values: list[float]) -> None:
    right = [0.5 * x * (1 + math.erf(x / math.sqrt(2))) for x in values]
    assert _gelu(np.array(values, np.float32)).tolist() == pytest.approx(right, abs=1e-5)


def test_the_heads_answer_as_those_that_are_trained(monkeypatch: pytest.MonkeyPatch) -> None:
    torch = pytest.importorskip("torch", reason="torch trains the heads; it is no part of what Amparo runs on")
    monkeypatch.syspath_prepend(str(TRAINING))
    torch.manual_seed(0)
    heads = importlib.import_module("network").Heads(made.WIDE).eval()
    network = made.network({name: tensor.numpy() for name, tensor in heads.state_dict().items()})
    outline = made.outline(made.REPORT * 6)
    with torch.no_grad():
        for sight in network.see(outline):
            answers = _asked_of_torch(torch, heads, outline, sight)
            asked = findings(sight)
            given = (
                network.places(outline, sight, asked),
                network.dates(outline, sight, asked),
                network.groups(outline, sight, asked),
            )
            for right, found in zip(answers, (sight.acts, sight.statuses, *given), strict=True):
                assert found == pytest.approx(right.numpy(), abs=1e-4)


def _asked_of_torch(torch: Any, heads: Any, outline: Outline, sight: Sight) -> list[Any]:
    """Acts, statuses, places, dates and noun phrases of one window, as the heads under training answer them."""
    window = sight.window
    own = [stretch for stretch in window.lines if stretch.index in window.own]
    known = features(outline).rows(sight.persons, sight.lines)
    hidden = torch.from_numpy(sight.hidden)
    matrices = (spread(own, len(window.ids)), whose(window, sight.persons, own), known)
    read = heads.read(hidden, *map(torch.from_numpy, matrices))
    asked = findings(sight)
    found = read[[sight.row(one.person) for one in asked], [sight.lines.index(one.line) for one in asked]]
    act, at, person = (
        torch.tensor([one.act for one in asked]),
        [one.line for one in asked],
        [one.person for one in asked],
    )

    def stand(make: Callable[..., made.Floats], stretches: Sequence[Stretch], *more: object) -> tuple[Any, Any]:
        numbers = [stretch.index for stretch in stretches]
        vectors = [hidden[s.first : s.last].mean(0) for s in stretches]
        offered = torch.stack(vectors) if vectors else hidden[:0]
        return offered, torch.from_numpy(make(outline, numbers, lines_of(window, stretches), at, *more))

    return [
        *heads.acts(read),
        heads.places(found, act, *stand(place_stand, window.places, person)).softmax(1),
        heads.one("date", found, act, *stand(date_stand, window.dates)).softmax(1),
        heads.one("group", found, act, *stand(group_stand, window.groups)).softmax(1),
    ]
