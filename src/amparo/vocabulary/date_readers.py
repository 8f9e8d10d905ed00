"""What a date says: readers turn a match of one rule of the grammar (`date_grammar`) into a `Reading`, or None where there is no such day.

The groups of a match are M (month), D (day), Y (year), Z (season), W (weekday), N (number), each with 1 and 2 for the ends of an
interval; ``dir`` and ``unit`` hold «last», «this», «week» and so on.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from amparo.model import Edtf

from . import date_arithmetic as reckon
from .date_words import DateWords

Kind = Literal["day", "month", "season", "year", "interval", "relative"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a date says: its kind, its value (None: unresolved), and whether it needed the date of publication."""

    kind: Kind
    date: Edtf | None
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What a reader may use beside the match: the words of the language, the publication, whether the sentence looks ahead."""

    words: DateWords
    published: Edtf | None
    ahead: bool


Reader = Callable[[re.Match[str], Given], Reading | None]


# Words that tie a date without a year to another date of the text.
_THAT_YEAR = re.compile(r",?\s+(?:(?:of\s+)?(?:that|the same)\s+year|(?:того|этого) же года|того года)")
_THAT = re.compile(r"(?:[Tt]hat|[Ff]ollowing|[Nn]ext|[Pp]revious|[Ss]ame|того же|следующего)\s$")


def _group(match: re.Match[str], name: str) -> str | None:
    """The words of a group, None where the expression has no such group or it is empty."""
    return match.groupdict().get(name)


def _month(match: re.Match[str], given: Given, mark: str = "") -> str:
    """Two digits for the month of group ``M`` (or ``M1`` …); empty where there is none."""
    words = _group(match, f"M{mark}")
    return "" if words is None else f"{given.words.months[words.lower()]:02d}"


def _day(match: re.Match[str], mark: str = "") -> str:
    words = _group(match, f"D{mark}")
    return "" if words is None else f"{int(re.sub(r'[^0-9]', '', words)):02d}"


def _season(match: re.Match[str], given: Given) -> str:
    words = _group(match, "Z")
    return "" if words is None else str(given.words.seasons[words.lower()])


def _known(kind: Kind, value: str) -> Reading | None:
    found = reckon.edtf(value)
    return None if found is None else Reading(kind, found)


def read_day(match: re.Match[str], given: Given) -> Reading | None:
    """A day with its year."""
    return _known("day", f"{match['Y']}-{_month(match, given)}-{_day(match)}")


def read_numeric(match: re.Match[str], given: Given) -> Reading | None:
    """«20.10.2021», «2021-10-20»; «03/04/2021» could be two days in English and gives its year only."""
    first, second, year = int(match["D"]), int(match["m"]), match["Y"]
    if match.groupdict().get("slash"):
        if given.words.language == "en" and first <= 12 and second <= 12 and first != second:
            return _known("year", year)
        if second > 12:
            first, second = second, first
    return _known("day", f"{year}-{second:02d}-{first:02d}")


def read_month(match: re.Match[str], given: Given) -> Reading | None:
    """A month with its year."""
    return _known("month", f"{match['Y']}-{_month(match, given)}")


def read_season(match: re.Match[str], given: Given) -> Reading | None:
    """A season with its year; «winter of 2020–21» begins in 2020."""
    return _known("season", f"{match['Y']}-{_season(match, given)}")


def read_year(match: re.Match[str], given: Given) -> Reading | None:  # noqa: ARG001 - all readers are called alike
    """A year alone."""
    return _known("year", match["Y"])


def read_interval(match: re.Match[str], given: Given) -> Reading | None:
    """Two ends; what the first leaves out is taken from the second, a month of the second from the first."""
    ends = _ends(match, given)
    if ends is None:
        return None
    start, end = ends
    first_year, last_year = _group(match, "Y1"), _group(match, "Y2")
    if last_year is None:
        return _yearless_interval(start, end, given) if start and first_year is None else None
    if first_year is None:
        first_year = last_year if start <= end else str(int(last_year) - 1)
    low, high = reckon.edtf(_joined(first_year, start)), reckon.edtf(_joined(last_year, end))
    if low is None or high is None or low == high:
        return None
    whole = reckon.interval(low, high)
    return None if whole is None else Reading("interval", whole)


def _ends(match: re.Match[str], given: Given) -> tuple[str, str] | None:
    """Month and day of both ends («05-03»), each empty where only years are given; None where the two are of unlike precision."""
    first_month, last_month = _month(match, given, "1"), _month(match, given, "2")
    first_day, last_day = _day(match, "1"), _day(match, "2")
    if first_day and last_day:
        first_month, last_month = first_month or last_month, last_month or first_month
    if bool(first_day) != bool(last_day) or bool(first_month) != bool(last_month):
        return None
    return _joined(first_month, first_day), _joined(last_month, last_day)


def _joined(*parts: str) -> str:
    return "-".join(part for part in parts if part)


def _yearless_interval(start: str, end: str, given: Given) -> Reading | None:
    if any(reckon.edtf(_joined("2024", one)) is None for one in (start, end)):
        return None
    first = reckon.recurring(start, given.published, ahead=given.ahead)
    if first is None:
        return Reading("interval", None, relative=True)
    year = int(first.value[:4])
    last = reckon.edtf(_joined(str(year if start <= end else year + 1), end))
    return Reading("interval", None if last is None else reckon.interval(first, last), relative=True)


def read_yearless(match: re.Match[str], given: Given) -> Reading | None:
    """A day, month or season without a year; «of that year» leaves it open, since the year stands elsewhere."""
    season, month, number = _season(match, given), _month(match, given), _day(match)
    when = season or _joined(month, number)
    if reckon.edtf(_joined("2024", when)) is None:  # a leap year: only days that never exist are refused
        return None
    kind: Kind = "season" if season else "day" if number else "month"
    if _THAT_YEAR.match(match.string, match.end()) or _THAT.search(
        match.string, max(0, match.start() - 16), match.start()
    ):
        return Reading(kind, None, relative=True)
    return Reading(kind, reckon.recurring(when, given.published, ahead=given.ahead), relative=True)


# The first letters of what says before (-1), in (0) or after (1) the present one.
_SHIFTS = {
    "last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1,
    "прошл": -1, "минувш": -1, "предыдущ": -1, "эт": 0, "нынешн": 0, "текущ": 0, "следующ": 1, "будущ": 1,
    "geçen": -1, "o'tgan": -1, "o’tgan": -1, "oʻtgan": -1, "ўтган": -1, "өткен": -1, "өткөн": -1, "гузашта": -1, "bu": 0, "shu": 0, "биыл": 0, "быйыл": 0,
}  # fmt: skip
_UNITS: dict[str, reckon.Unit] = {
    "day": "day", "week": "week", "month": "month", "year": "year",
    "д": "day", "сут": "day", "недел": "week", "месяц": "month", "год": "year", "лет": "year", "yıl": "year", "yil": "year", "йил": "year", "жыл": "year", "ýyl": "year", "сол": "year",
}  # fmt: skip
_NEAR = {
    "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1,
    "вчера": -1, "сегодня": 0, "завтра": 1, "позавчера": -2, "послезавтра": 2,
}  # fmt: skip


def _begins(words: str, table: dict[str, int]) -> int:
    return next(value for start, value in table.items() if words.lower().startswith(start))


def _unit(words: str) -> reckon.Unit:
    return next(value for start, value in _UNITS.items() if words.lower().startswith(start))


def read_weekday(match: re.Match[str], given: Given) -> Reading | None:
    """«Monday», «last Monday», «Wednesday last week»."""
    number = given.words.weekdays[match["W"].lower()]
    if week := _group(match, "week"):
        return Reading(
            "relative", reckon.weekday_of_week(number, _begins(week, _SHIFTS), given.published), relative=True
        )
    direction = _group(match, "dir")
    shift = None if direction is None else _begins(direction, _SHIFTS)
    if shift is None and given.ahead:
        shift = 1
    return Reading("relative", reckon.weekday(number, shift, given.published), relative=True)


def read_shifted(match: re.Match[str], given: Given) -> Reading | None:
    """«last month», «this year»."""
    shift = _begins(match["dir"], _SHIFTS)
    return Reading("relative", reckon.shifted(_unit(match["unit"]), shift, given.published), relative=True)


def read_ago(match: re.Match[str], given: Given) -> Reading | None:
    """«two weeks ago»."""
    words = re.sub(r"\s+", " ", _group(match, "N") or "")
    count = int(words) if words.isdigit() else given.words.numbers.get(words.lower(), 1)
    return Reading("relative", reckon.shifted(_unit(match["unit"]), -count, given.published), relative=True)


def read_near(match: re.Match[str], given: Given) -> Reading | None:
    """«yesterday»."""
    shift = _NEAR[re.sub(r"\s+", " ", match["near"]).lower()]
    return Reading("relative", reckon.shifted("day", shift, given.published), relative=True)


def read_last(match: re.Match[str], given: Given) -> Reading | None:
    """«last October», «this spring»."""
    when = _season(match, given) or _month(match, given)
    shift = _begins(match["dir"], _SHIFTS)
    if shift < 0:
        found = reckon.earlier(when, given.published)
    else:
        found = (
            reckon.recurring(when, given.published, ahead=True) if shift else reckon.in_year(when, 0, given.published)
        )
    return Reading("relative", found, relative=True)


def read_of_year(match: re.Match[str], given: Given) -> Reading | None:
    """«May 6 last year», «in July of this year»."""
    when = _season(match, given) or _joined(_month(match, given), _day(match))
    if reckon.edtf(_joined("2024", when)) is None:
        return None
    return Reading("relative", reckon.in_year(when, _begins(match["dir"], _SHIFTS), given.published), relative=True)
