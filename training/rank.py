"""Grow the trees that rank hosts and dates, on the annotated incidents themselves. Which state of the text is the host of this act, which date its day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped]

from amparo.extract.reader.outline import ACTS, UNNAMED
from amparo.extract.reader.ranking import SLOTS, Asked, date_rows, state_rows
from labels import Label, compatible
from targets import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """How the trees grow."""

    trees: int = 200
    rate: float = 0.06
    leaves: int = 15
    smallest: int = 15  # rows of a leaf
    shrink: float = 1.0
    seed: int = 0


def grow(tasks: Sequence[Task], growth: Growth) -> dict[str, np.ndarray]:
    """The arrays of `trees.Forest` for every slot, under its name."""
    held: dict[str, np.ndarray] = {}
    for slot in SLOTS:
        pairs = list(_rows(tasks, slot))
        model = HistGradientBoostingClassifier(
            max_iter=growth.trees, learning_rate=growth.rate, max_leaf_nodes=growth.leaves, min_samples_leaf=growth.smallest,
            l2_regularization=growth.shrink, random_state=growth.seed, early_stopping=False,
        )  # fmt: skip
        model.fit(np.vstack([rows for rows, _ in pairs]), np.concatenate([right for _, right in pairs]))
        held |= _arrays(model, slot)
    return held


def _rows(tasks: Sequence[Task], slot: str) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    for task in tasks:
        for label in task.labels:
            if not label.lines:
                continue
            for line in dict.fromkeys((label.lines[0], label.lines[-1])):
                rows, right = _row(task, label, line, slot)
                if len(rows):
                    yield rows, right


def _row(task: Task, label: Label, line: int, slot: str) -> tuple[np.ndarray, np.ndarray]:
    person = UNNAMED if label.row == task.unnamed else label.row
    asked = Asked(act=ACTS[label.act], status=label.status, person=person, line=line, lines=label.lines)
    if slot == "date":
        dates, rows = date_rows(task.outline, asked)
        exact = [date is not None and date == label.date for date in dates]
        near = [date is not None and label.date is not None and compatible(label.date, date) for date in dates]
        return rows, np.array(exact if any(exact) else near)
    states, rows = state_rows(task.outline, asked, label.origin, label.destination)
    return rows, np.array([state in {label.host, *label.hosts_any} for state in states])


def _arrays(model: HistGradientBoostingClassifier, slot: str) -> dict[str, np.ndarray]:
    """The grown trees, as wide as the widest."""
    grown = [predictors[0].nodes for predictors in model._predictors]  # noqa: SLF001  the library has no door for it
    wide = max(map(len, grown))
    held: dict[str, np.ndarray] = {
        "feature": np.full((len(grown), wide), -1, np.int16), "threshold": np.zeros((len(grown), wide), np.float32),
        "left": np.zeros((len(grown), wide), np.int16), "right": np.zeros((len(grown), wide), np.int16),
        "value": np.zeros((len(grown), wide), np.float32),
    }  # fmt: skip
    for row, nodes in enumerate(grown):
        leaf = nodes["is_leaf"].astype(bool)
        held["feature"][row, : len(nodes)] = np.where(leaf, -1, nodes["feature_idx"])
        held["threshold"][row, : len(nodes)] = np.where(leaf, 0, nodes["num_threshold"])
        held["left"][row, : len(nodes)], held["right"][row, : len(nodes)] = nodes["left"], nodes["right"]
        held["value"][row, : len(nodes)] = nodes["value"]
    base = np.array(model._baseline_prediction.ravel()[0], np.float32)  # noqa: SLF001
    return {f"{slot}.{name}": array for name, array in held.items()} | {f"{slot}.base": base}
