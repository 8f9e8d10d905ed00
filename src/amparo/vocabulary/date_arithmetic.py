"""What «last Monday», «April 16» or «two weeks ago» mean in a text published on a given date. No precision is invented:
where the publication date is too coarse to decide, the answer is None.
"""

from datetime import date, timedelta
from typing import Literal

from amparo.model import BadDate, Edtf, day

Unit = Literal["day", "week", "month", "year"]


def edtf(value: str) -> Edtf | None:
    """The date, or None where there is no such day («2023-02-30»)."""
    try:
        return Edtf(value)
    except BadDate:
        return None


def only_day(published: Edtf | None) -> date | None:
    """The day of publication, None where it is not known to the day."""
    return published.earliest if published is not None and published.earliest == published.latest else None


def only_month(published: Edtf | None) -> date | None:
    """The first day of the month of publication, None where the month is not known."""
    if published is None:
        return None
    first, last = published.earliest, published.latest
    return first.replace(day=1) if (first.year, first.month) == (last.year, last.month) else None


def only_year(published: Edtf | None) -> int | None:
    """The year of publication, None where it is not known."""
    if published is None or published.earliest.year != published.latest.year:
        return None
    return published.earliest.year


def weekday(number: int, shift: int | None, published: Edtf | None) -> Edtf | None:
    """The day meant by a weekday (0 = Monday). ``shift`` None: the most recent one, the day of publication included; -1: «last», the day
    itself not included; 0: «this», in the week of publication; 1: «next».
    """
    today = only_day(published)
    if today is None:
        return None
    back = (today.weekday() - number) % 7
    if shift is None:
        return day(today - timedelta(days=back))
    if shift < 0:
        return day(today - timedelta(days=back or 7))
    if shift > 0:
        return day(today + timedelta(days=7 - back))
    return day(today - timedelta(days=today.weekday() - number))


def weekday_of_week(number: int, shift: int, published: Edtf | None) -> Edtf | None:
    """«Wednesday last week»: the weekday in the week before (-1), of (0) or after (1) publication."""
    today = only_day(published)
    return None if today is None else day(today + timedelta(days=number - today.weekday() + 7 * shift))


def shifted(unit: Unit, shift: int, published: Edtf | None) -> Edtf | None:
    """The day, week (as an interval from Monday to Sunday), month or year that lies ``shift`` units from publication."""
    if unit == "year":
        year = only_year(published)
        return None if year is None else edtf(f"{year + shift:04d}")
    if unit == "month":
        month = only_month(published)
        count = 0 if month is None else month.year * 12 + month.month - 1 + shift
        return None if month is None else edtf(f"{count // 12:04d}-{count % 12 + 1:02d}")
    today = only_day(published)
    return None if today is None else _shifted_day(today, shift, whole_week=unit == "week")


def _shifted_day(today: date, shift: int, *, whole_week: bool) -> Edtf | None:
    try:
        if not whole_week:
            return day(today + timedelta(days=shift))
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return edtf(f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}")
    except OverflowError:
        return None


def recurring(month_day: str, published: Edtf | None, *, ahead: bool = False) -> Edtf | None:
    """A day («04-16»), month («04») or season («21») without a year: the most recent one that begins not after publication, or with
    ``ahead`` the first one that ends not before it. Needs publication to the month.
    """
    if published is None or (published.latest - published.earliest).days > 31:
        return None
    step, first = (1, published.earliest.year - 1) if ahead else (-1, published.latest.year)
    for year in (first, first + step, first + 2 * step):
        found = edtf(f"{year:04d}-{month_day}")
        if found and (found.latest >= published.earliest if ahead else found.earliest <= published.latest):
            return found
    return None


def in_year(month_day: str, shift: int, published: Edtf | None) -> Edtf | None:
    """«May 6 last year»: the day, month or season in the year that lies ``shift`` years from publication."""
    year = only_year(published)
    return None if year is None else edtf(f"{year + shift:04d}-{month_day}")


def earlier(month_day: str, published: Edtf | None) -> Edtf | None:
    """«last October», «last spring»: the most recent one that was over before the month of publication began."""
    found = recurring(month_day, published)
    month = only_month(published)
    if found is None or month is None or found.latest < month:
        return found
    return edtf(f"{int(found.value[:4]) - 1:04d}-{month_day}")


def interval(first: Edtf, last: Edtf) -> Edtf | None:
    """The interval between the two, None where they stand in the wrong order."""
    return edtf(f"{first.value}/{last.value}") if first.earliest <= last.latest else None
