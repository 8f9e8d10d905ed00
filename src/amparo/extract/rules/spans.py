"""Things that stand in a text, looked up by where they stand: inside a stretch, at a character, before or behind it.

Every rule asks such questions at every word, so that none may cost more in a long text than in a short one.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class Spanned(Protocol):
    """Anything that stands at the characters ``[start, end)`` of a text."""

    @property
    def start(self) -> int:
        """The first character."""
        ...

    @property
    def end(self) -> int:
        """The character behind the last."""
        ...


T = TypeVar("T", bound=Spanned)


class Spans(Generic[T]):
    """Things in order of the text. They may overlap."""

    __slots__ = ("_reach", "_starts", "_things")

    def __init__(self, things: Iterable[T] = ()) -> None:
        self._things = tuple(sorted(things, key=lambda thing: thing.start))
        self._starts = [thing.start for thing in self._things]
        self._reach = list(accumulate((thing.end for thing in self._things), max))  # how far any thing so far stretches

    def __iter__(self) -> Iterator[T]:
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)

    def inside(self, start: int, end: int) -> tuple[T, ...]:
        """The things that lie wholly within ``[start, end)``."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(thing for thing in self._things[first:last] if thing.end <= end)

    def touch(self, start: int, end: int) -> bool:
        """Whether a thing shares a character with ``[start, end)``."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start

    def touching(self, start: int, end: int) -> tuple[T, ...]:
        """The things that share a character with ``[start, end)``."""
        last = bisect_left(self._starts, end)
        first = last
        while first > 0 and self._reach[first - 1] > start:
            first -= 1
        return tuple(thing for thing in self._things[first:last] if thing.end > start)

    def at(self, offset: int) -> T | None:
        """The thing that covers the character at ``offset``; of several the one that begins last."""
        covering = self.touching(offset, offset + 1)
        return covering[-1] if covering else None

    def before(self, offset: int) -> Iterator[T]:
        """The things that end at or before ``offset``, the one that begins last first."""
        for place in range(bisect_left(self._starts, offset) - 1, -1, -1):
            if self._things[place].end <= offset:
                yield self._things[place]

    def behind(self, offset: int) -> Iterator[T]:
        """The things that begin at or after ``offset``, in order."""
        for place in range(bisect_left(self._starts, offset), len(self._things)):
            yield self._things[place]
