"""How the dates that documents give stand to one another: whether they can mean one occasion, and which is the most precise.

All distances are in whole days. Nothing here makes up a date: what comes out is one of the dates that went in.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from amparo.model import Edtf

SLIP = 3
"""Days by which two texts that each name a day may differ and still tell of one occasion.

Night flights, the day of a ruling against the day of its publication, local time: in the 23 corpus pairs of claims on one
occasion whose days differ, the distance is 1 to 3 days; no two occasions of one person, act and host lie that close.
"""

_CACHED = 65_536  # different dates kept parsed: in one block the same few are compared again and again


def gap(one: Edtf, other: Edtf) -> int:
    """Days from the end of the earlier to the beginning of the later; 0 where both can mean the same day.

    An approximate or uncertain date (``~ ? %``) reaches its own length to both sides: EDTF says «about», not how far.
    """
    first, second = _reach(one), _reach(other)
    return max(0, max(first[0], second[0]) - min(first[1], second[1]))


def near(one: Edtf, other: Edtf) -> bool:
    """Whether both name days that differ by no more than `SLIP`."""
    return exact(one) and exact(other) and gap(one, other) <= SLIP


@lru_cache(maxsize=_CACHED)
def exact(value: Edtf) -> bool:
    """Whether the date names a day, or an interval from one day to another, rather than a month, season or year."""
    return all(len(end.rstrip("~?%")) == len("2021-03-25") for end in value.value.split("/"))


@lru_cache(maxsize=_CACHED)
def length(value: Edtf) -> int:
    """The number of days that the date can mean."""
    return (value.latest - value.earliest).days + 1


def agree(values: Iterable[Edtf]) -> bool:
    """Whether some day is meant by all of them (days on a line: it is enough that each two overlap)."""
    return all(gap(one, other) == 0 for one, other in combinations(values, 2))


def most_precise(values: Iterable[Edtf]) -> Edtf:
    """The shortest of the dates, an unqualified one before a qualified, then the earliest. Raises ValueError for none."""
    return min(values, key=lambda value: (length(value), value.qualified, value))


@lru_cache(maxsize=_CACHED)
def _reach(value: Edtf) -> tuple[int, int]:
    """First and last day as ordinals (numbers, so that a margin cannot leave the calendar)."""
    margin = length(value) if value.qualified else 0
    return value.earliest.toordinal() - margin, value.latest.toordinal() + margin
