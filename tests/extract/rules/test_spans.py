"""Things looked up by where they stand, held against the plain way of asking each of them."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from amparo.extract.rules.spans import Spans


@dataclass(frozen=True)
class Thing:
    start: int
    end: int


THINGS = st.lists(st.builds(lambda at, size: Thing(at, at + size), st.integers(0, 30), st.integers(1, 8)), max_size=8)
STRETCH = st.tuples(st.integers(0, 40), st.integers(1, 10)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def in_order(things: list[Thing]) -> list[Thing]:
    return sorted(things, key=lambda thing: thing.start)


@given(THINGS, STRETCH)
def test_inside(things: list[Thing], stretch: tuple[int, int]) -> None:
    start, end = stretch
    assert list(Spans(things).inside(start, end)) == [t for t in in_order(things) if start <= t.start and t.end <= end]


@given(THINGS, STRETCH)
def test_touching(things: list[Thing], stretch: tuple[int, int]) -> None:
    start, end = stretch
    touching = [t for t in in_order(things) if t.start < end and start < t.end]
    assert list(Spans(things).touching(start, end)) == touching
    assert Spans(things).touch(start, end) == bool(touching)


@given(THINGS, st.integers(0, 40))
def test_at(things: list[Thing], offset: int) -> None:
    covering = [t for t in in_order(things) if t.start <= offset < t.end]
    assert Spans(things).at(offset) == (covering[-1] if covering else None)


@given(THINGS, st.integers(0, 40))
def test_before_and_behind(things: list[Thing], offset: int) -> None:
    ordered = in_order(things)
    assert list(Spans(things).before(offset)) == [t for t in reversed(ordered) if t.end <= offset]
    assert list(Spans(things).behind(offset)) == [t for t in ordered if t.start >= offset]


def test_nothing() -> None:
    empty: Spans[Thing] = Spans()
    assert (len(empty), empty.touch(0, 9), empty.at(3), empty.inside(0, 9)) == (0, False, None, ())
