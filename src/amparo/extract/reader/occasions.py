"""The dates of a text as candidates for an act: those that stand there, and those that lean on what was told before («two weeks later»,
«in May» after «2019»). The reader chooses; nothing is decided here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amparo.model import Edtf
from amparo.vocabulary import date_arithmetic as reckon
from amparo.vocabulary.dates import DateMatch

__all__ = ["SHAPES", "Occasion", "occasions"]

SHAPES = ("day", "month", "season", "year", "interval", "relative", "yearless", "context", "shifted", "open")
_ONE = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_ONE_RU = {"два": 2, "две": 2, "двумя": 2, "три": 3, "тремя": 3, "четыре": 4, "четырьмя": 4, "пять": 5, "пятью": 5, "шесть": 6, "семь": 7, "десять": 10}  # fmt: skip
_NUMBERS = {**_ONE, **_ONE_RU}
_NUMBER = r"(?P<number>\d{1,2}|" + "|".join(_NUMBERS) + ")"
_UNITS: dict[str, reckon.Unit] = {
    "day": "day", "night": "day", "morning": "day", "evening": "day", "afternoon": "day", "week": "week", "month": "month", "year": "year",
    "д": "day", "сут": "day", "утр": "day", "ноч": "day", "вечер": "day", "недел": "week", "месяц": "month", "год": "year", "лет": "year",
}  # fmt: skip
_UNIT = r"(?P<unit>day|night|morning|evening|afternoon|week|month|year)s?"
_UNIT_RU = r"(?P<unit>дн(?:я|ей|ями|ём|ем)|день|суток|сутками|недел(?:ю|и|ь|ей|ями)|месяц(?:а|ев|ем|ами)?|год(?:а|ом|ами)?|лет)"
# What leans on the date told last: the words, and how far they move it.
_LEANING = (
    (re.compile(rf"\bthe (?:next|following|very next) {_UNIT}\b", re.IGNORECASE), 1),
    (re.compile(rf"\b(?:that|the same|that same) {_UNIT}\b", re.IGNORECASE), 0),
    (re.compile(rf"\bthe (?:previous|preceding) {_UNIT}\b", re.IGNORECASE), -1),
    (re.compile(rf"\b{_NUMBER} {_UNIT} (?:later|after\b(?! the present))", re.IGNORECASE), 1),
    (re.compile(rf"\b{_NUMBER} {_UNIT} (?:earlier|before|previously)\b", re.IGNORECASE), -1),
    (re.compile(r"\bна следующ(?:ий|ее|ую|ей) (?P<unit>день|утро|ночь|неделе|недел\w+|месяц)", re.IGNORECASE), 1),
    (re.compile(r"\b(?:в )?(?:тот|ту|того|том|той|то) же (?P<unit>день|ночь|дня|вечер|утро|неделе|неделю|месяце|месяц|году)\b", re.IGNORECASE), 0),
    (re.compile(rf"\b(?:через|спустя) (?:{_NUMBER} )?{_UNIT_RU}\b", re.IGNORECASE), 1),
    (re.compile(rf"\b(?:{_NUMBER} )?{_UNIT_RU} (?:спустя|позже)\b", re.IGNORECASE), 1),
    (re.compile(rf"\b(?:{_NUMBER} )?{_UNIT_RU} (?:ранее|раньше)\b", re.IGNORECASE), -1),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Occasion:
    """One reading of the words at ``[start, end)``: an EDTF date, None where the text leaves it open. ``shape`` is one of `SHAPES`."""

    start: int
    end: int
    date: str | None
    shape: str


@dataclass(frozen=True, slots=True)
class _Leaning:
    """Words that lean on the date told last, and how far they move it."""

    start: int
    end: int
    unit: reckon.Unit
    shift: int


def occasions(text: str, dates: Iterable[DateMatch]) -> tuple[Occasion, ...]:
    """All candidates in order of the text; words with two readings give two."""
    return tuple(_read(text, tuple(dates)))


def _read(text: str, matches: tuple[DateMatch, ...]) -> Iterator[Occasion]:
    told: Edtf | None = None  # the date told last: what «the next day» and «in May» lean on
    both: list[DateMatch | _Leaning] = [*matches, *_leaning(text, matches)]
    for one in sorted(both, key=lambda one: (one.start, one.end)):
        start, end = one.start, one.end
        if isinstance(one, DateMatch):
            shape = one.kind if not one.relative or one.kind in {"relative", "interval"} else "yearless"
            yield Occasion(start, end, None if one.date is None else str(one.date), shape if one.date else "open")
            again = _in_year_told(one, told)
            if again is not None and again != one.date:
                yield Occasion(start, end, str(again), "context")
            told = one.date or again or told
        else:
            moved = None if told is None else _moved(told, one.unit, one.shift)
            if moved is not None:
                yield Occasion(start, end, str(moved), "shifted")
                told = moved


def _leaning(text: str, matches: tuple[DateMatch, ...]) -> Iterator[_Leaning]:
    resolved = bytearray(len(text))
    for one in matches:
        if one.date is not None:
            resolved[one.start : one.end] = b"\x01" * (one.end - one.start)
    for expression, sign in _LEANING:
        for match in expression.finditer(text):
            if any(resolved[match.start() : match.end()]):
                continue
            count, unit = _count(match.groupdict().get("number")), _unit(match["unit"])
            if count is not None and unit is not None:
                yield _Leaning(match.start(), match.end(), unit, sign * count)


# Letters such as «ſ» and «İ», which count as «s» and «i» where capitals are ignored, stand in words that are in no table: these give None.
def _count(words: str | None) -> int | None:
    if not words:
        return 1
    return int(words) if words.isdigit() else _NUMBERS.get(words.lower())


def _unit(words: str) -> reckon.Unit | None:
    return next((unit for start, unit in _UNITS.items() if words.lower().startswith(start)), None)


def _in_year_told(one: DateMatch, told: Edtf | None) -> Edtf | None:
    """A day or month without a year, in the year told last."""
    if told is None or not one.relative or one.kind not in {"day", "month", "season"}:
        return None
    return None if one.date is None else reckon.edtf(told.value[:4] + one.date.value[4:])


def _moved(told: Edtf, unit: reckon.Unit, shift: int) -> Edtf | None:
    """``told`` moved on; a week's step from a day gives the month, where the week around the day lies in one."""
    if unit == "week" and shift != 0:
        return _around(reckon.shifted("day", 7 * shift, told))
    if shift == 0:
        return told if unit == "day" else reckon.edtf(told.value[: 4 if unit == "year" else 7])
    return reckon.shifted(unit, shift, told)


def _around(day: Edtf | None) -> Edtf | None:
    if day is None:
        return None
    before, after = reckon.shifted("day", -3, day), reckon.shifted("day", 3, day)
    month = day.value[:7]
    same = before is not None and after is not None and before.value[:7] == after.value[:7]
    return reckon.edtf(month) if same else day
