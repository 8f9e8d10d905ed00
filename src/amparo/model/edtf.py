"""Dates as they are known: Extended Date/Time Format (ISO 8601-2:2019, EDTF levels 0 and 1), never padded.

Read here: ``2021``, ``2021-03``, ``2021-03-25``, a season ``2021-21`` … ``2021-24`` (spring, summer, autumn,
winter of the northern hemisphere), an interval of two of these ``2024-02/2024-04``, and a trailing ``~``, ``?``
or ``%`` (approximate, uncertain, both). Not read: open intervals, unspecified digits, times.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

from .errors import BadDate

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


@total_ordering
@dataclass(frozen=True, slots=True)
class Edtf:
    """One date or interval, with the precision that the source gave and no more.

    ``value`` is the EDTF string. Ordering is by earliest, then latest day, so that a list of dated incidents
    sorts in time. Raises `BadDate` for anything else.
    """

    value: str

    def __post_init__(self) -> None:
        _bounds(self.value)

    @property
    def earliest(self) -> date:
        """First day that the date can mean."""
        return _bounds(self.value)[0]

    @property
    def latest(self) -> date:
        """Last day that the date can mean."""
        return _bounds(self.value)[1]

    @property
    def qualified(self) -> bool:
        """Whether the date is marked as uncertain or approximate."""
        return self.value[-1] in "~?%"

    def overlaps(self, other: "Edtf") -> bool:
        """Whether the two can mean the same day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def within(self, other: "Edtf") -> bool:
        """Whether every day this can mean is one the other can mean (``2021-10-20`` lies within ``2021-10``)."""
        return other.earliest <= self.earliest and self.latest <= other.latest

    def __lt__(self, other: "Edtf") -> bool:
        return (self.earliest, self.latest, self.value) < (other.earliest, other.latest, other.value)

    def __str__(self) -> str:
        return self.value


def day(value: date) -> Edtf:
    """The EDTF date of one calendar day."""
    return Edtf(value.isoformat())


def _bounds(value: str) -> tuple[date, date]:
    first, slash, last = value.partition("/")
    start = _point(first, value)
    if not slash:
        return start
    end = _point(last, value)
    if end[1] < start[0]:
        raise BadDate(value)
    return start[0], end[1]


def _point(words: str, whole: str) -> tuple[date, date]:
    match = _POINT.fullmatch(words.rstrip("~?%")) if len(words) - len(words.rstrip("~?%")) <= 1 else None
    if match is None:
        raise BadDate(whole)
    year, month, day_ = int(match["year"]), match["month"], match["day"]
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day_ is not None:
            only = date(year, int(month), int(day_))
            return only, only
        if int(month) in _SEASON_MONTHS:
            return _season(year, int(month))
        return date(year, int(month), 1), date(year, int(month), calendar.monthrange(year, int(month))[1])
    except (ValueError, calendar.IllegalMonthError) as error:
        raise BadDate(whole) from error


def _season(year: int, code: int) -> tuple[date, date]:
    """A season's days; winter runs from December into the following year."""
    first, last = _SEASON_MONTHS[code]
    end_year = year + 1 if last < first else year
    return date(year, first, 1), date(end_year, last, calendar.monthrange(end_year, last)[1])
