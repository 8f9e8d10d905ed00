"""Boosted trees: arrays in, probabilities out."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.extract.reader.trees import Forest

COLUMNS = ("feature", "threshold", "left", "right", "value")
# Two trees as they are written: feature (-1: a leaf), threshold, left, right, value; the second has one node fewer.
NODES = (
    ((0, 0.5, 1, 2, 0), (-1, 0, 0, 0, -1.0), (1, 2.0, 3, 4, 0), (-1, 0, 0, 0, 0.5), (-1, 0, 0, 0, 2.0)),
    ((1, 1.0, 1, 2, 0), (-1, 0, 0, 0, 0.25), (-1, 0, 0, 0, -0.25), (-1, 0, 0, 0, 0), (-1, 0, 0, 0, 0)),
)


def forest() -> Forest:
    arrays = np.array(NODES, np.float32)
    held = {f"host.{name}": arrays[:, :, number] for number, name in enumerate(COLUMNS)}
    whole = {
        name: array.astype(np.int16) if name.split(".")[1] in {"feature", "left", "right"} else array
        for name, array in held.items()
    }
    return Forest.of({**whole, "host.base": np.array(-0.5, np.float32)}, "host")


def walked(row: list[float]) -> float:
    """The same, node by node."""
    total = -0.5
    for tree in NODES:
        at = 0
        while tree[at][0] >= 0:
            feature, threshold, left, right, _ = tree[at]
            at = int(left if row[int(feature)] <= threshold else right)
        total += tree[at][4]
    return 1 / (1 + math.exp(-total))


@given(st.lists(st.lists(st.floats(-3, 3, width=32), min_size=2, max_size=2), min_size=1, max_size=20))
def test_a_forest_says_what_its_trees_say_together(rows: list[list[float]]) -> None:
    found = forest().sure(np.array(rows, np.float32))
    assert found.tolist() == pytest.approx([walked(row) for row in rows], abs=1e-6)


def test_a_number_on_the_threshold_goes_left() -> None:
    assert forest().sure(np.array([[0.5, 1.0]], np.float32))[0] == pytest.approx(1 / (1 + math.exp(1.25)), abs=1e-6)
