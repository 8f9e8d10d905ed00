"""Boosted trees at run time: arrays in, probabilities out (Friedman 2001). `training/rank.py` grows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Forest"]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as rows (trees, nodes): the feature asked at a node (-1 at a leaf), the threshold, where to go, and the leaf's value."""

    feature: NDArray[np.int16]
    threshold: NDArray[np.float32]
    left: NDArray[np.int16]
    right: NDArray[np.int16]
    value: NDArray[np.float32]
    base: float

    @classmethod
    def of(cls, held: Mapping[str, NDArray[Any]], name: str) -> "Forest":
        """The forest called ``name`` among the arrays of a file."""
        return cls(
            feature=held[f"{name}.feature"],
            threshold=held[f"{name}.threshold"],
            left=held[f"{name}.left"],
            right=held[f"{name}.right"],
            value=held[f"{name}.value"],
            base=float(held[f"{name}.base"]),
        )

    def sure(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """The probability of each row (rows, features) to be right."""
        trees = np.arange(len(self.feature))[:, None]
        at = np.zeros((len(self.feature), len(rows)), np.intp)
        while True:
            asked = self.feature[trees, at]
            if (asked < 0).all():
                break
            low = rows[np.arange(len(rows))[None, :], np.maximum(asked, 0)] <= self.threshold[trees, at]
            following = np.where(low, self.left[trees, at], self.right[trees, at])
            at = np.where(asked < 0, at, following)
        total = self.base + self.value[trees, at].sum(0)
        found: NDArray[np.float32] = (1 / (1 + np.exp(-total))).astype(np.float32)
        return found
