"""Average-link clustering with a veto: no chains, and nothing beside what clashes with it.

Connected components chain strangers through one vague record (measured on 11,943 mentions of 4,002 people: 8,637 of them in
one cluster); here two clusters join only while the mean over *all* pairs across them stays high enough and no pair clashes.
"""

import heapq
from collections.abc import Callable
from itertools import combinations

Affinity = Callable[[int, int], float | None]


def average_link(size: int, affinity: Affinity, *, least: float) -> list[tuple[int, ...]]:
    """Clusters of the items 0 … ``size`` - 1, each in ascending order, by their first items.

    ``affinity(i, j)`` for i < j is 0 … 1, or None where the two must never share a cluster. The pair of clusters with the highest mean
    affinity joins first, down to ``least`` (above 0); equals join in the order of their first items. So the result depends
    only on the numbering of the items: give them in an order that their content decides. Time grows with size² log size.
    """
    state = _Clusters(size, affinity, least)
    while state.join_next():
        pass
    return sorted(tuple(sorted(members)) for members in state.members.values())


class _Clusters:
    """The clusters so far, each known by its first item; pairs of affinity 0 are not stored."""

    def __init__(self, size: int, affinity: Affinity, least: float) -> None:
        self.members: dict[int, list[int]] = {item: [item] for item in range(size)}
        self._least = least
        self._sums: dict[int, dict[int, float]] = {item: {} for item in range(size)}
        self._vetoes: dict[int, set[int]] = {item: set() for item in range(size)}
        self._queue: list[tuple[float, int, int]] = []
        for one, other in combinations(range(size), 2):
            value = affinity(one, other)
            if value is None:
                self._veto(one, other)
            elif value > 0:
                self._sums[one][other] = self._sums[other][one] = value
                self._offer(one, other)

    def join_next(self) -> bool:
        """Join the two clusters that fit best; False when none are left that fit."""
        while self._queue:
            negative, one, other = heapq.heappop(self._queue)
            if self._mean(one, other) == -negative:  # else one of the two has changed since, or is gone
                self._join(one, other)
                return True
        return False

    def _mean(self, one: int, other: int) -> float | None:
        total = self._sums.get(one, {}).get(other)
        if total is None or other in self._vetoes[one]:
            return None
        return total / (len(self.members[one]) * len(self.members[other]))

    def _join(self, kept: int, gone: int) -> None:
        self.members[kept] += self.members.pop(gone)
        for third in self._vetoes.pop(gone):
            self._vetoes[third].discard(gone)
            self._veto(kept, third)
        for third, total in self._sums.pop(gone).items():
            del self._sums[third][gone]
            if third != kept:
                joint = self._sums[kept].get(third, 0.0) + total
                self._sums[kept][third] = self._sums[third][kept] = joint
        for third in self._sums[kept]:
            self._offer(kept, third)

    def _offer(self, one: int, other: int) -> None:
        mean = self._mean(one, other)
        if mean is not None and mean >= self._least:
            heapq.heappush(self._queue, (-mean, min(one, other), max(one, other)))

    def _veto(self, one: int, other: int) -> None:
        self._vetoes[one].add(other)
        self._vetoes[other].add(one)
