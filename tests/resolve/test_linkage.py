from collections.abc import Mapping
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from amparo.resolve.linkage import average_link

LEAST = 0.5


def linked(size: int, values: Mapping[tuple[int, int], float | None], rest: float = 0.0) -> list[tuple[int, ...]]:
    return average_link(size, lambda one, other: values.get((one, other), rest), least=LEAST)


def test_items_alike_join() -> None:
    assert linked(3, {(0, 2): 0.9}) == [(0, 2), (1,)]


def test_no_chain_through_the_one_in_the_middle() -> None:
    assert linked(3, {(0, 1): 0.9, (1, 2): 0.8}) == [(0, 1), (2,)]


def test_a_clash_keeps_apart_what_a_third_item_would_join() -> None:
    assert linked(3, {(0, 1): None, (0, 2): 1.0, (1, 2): 0.9}, rest=1.0) == [(0, 2), (1,)]


def test_a_clash_is_inherited_by_the_cluster() -> None:
    values = {(0, 1): 1.0, (2, 3): 1.0, (1, 3): None}
    assert linked(4, values, rest=0.9) == [(0, 1), (2, 3)]


def test_the_closest_join_first() -> None:
    assert linked(3, {(0, 1): 0.6, (1, 2): 0.7, (0, 2): None}) == [(0,), (1, 2)]


def test_nothing_gives_nothing() -> None:
    assert linked(0, {}) == []


@st.composite
def matrices(draw: st.DrawFn) -> tuple[int, dict[tuple[int, int], float | None]]:
    size = draw(st.integers(1, 9))
    value = st.one_of(st.none(), st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]))
    return size, {pair: draw(value) for pair in combinations(range(size), 2)}


@given(matrices())
def test_clusters_part_the_items_and_hold_no_clash(matrix: tuple[int, dict[tuple[int, int], float | None]]) -> None:
    size, values = matrix
    clusters = linked(size, values)
    assert sorted(item for cluster in clusters for item in cluster) == list(range(size))
    for cluster in clusters:
        assert None not in [values[pair] for pair in combinations(cluster, 2)]


@given(matrices())
def test_no_two_clusters_are_left_that_fit(matrix: tuple[int, dict[tuple[int, int], float | None]]) -> None:
    size, values = matrix
    for one, other in combinations(linked(size, values), 2):
        across = [values[min(i, j), max(i, j)] for i in one for j in other]
        known = [value for value in across if value is not None]
        assert len(known) < len(across) or sum(known) / len(known) < LEAST
