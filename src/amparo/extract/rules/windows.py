"""Meetings, hearings and deadlines still ahead when a text was written: when a case can be raised, or must be.

A sentence tells of one when it gives a day to come and names an occasion, or gives somebody so many days for a step.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from amparo.model import Edtf, day
from amparo.vocabulary.dates import DateMatch

from .addressees import named_states
from .analysis import Analysis, Relation, Sentence
from .lexicon import read, words
from .scan import Scan

__all__ = ["Window", "windows"]

When = tuple[Edtf | None, int, int]  # a day, and the characters that give it
_COMMA = re.compile(r"[,;:]\s|\s-\s")
_SOON = 200  # days after publication within which a day without a year, told as to come, lies
_FAR = 550  # days after publication behind which a day to come is no occasion but a term (a sentence, a ban)
_LATELY = 8  # days before publication within which states «met» is news of a meeting going on
_CLAUSE = 90  # characters before a weekday in which the clause must look ahead
_SHORTEST = 25
_LONGEST = 220  # characters of a sentence that may stand for its occasion


@dataclass(frozen=True, slots=True)
class Window:
    """An occasion on which a case can be raised, or a deadline: its words, its parties, its day if given, its sentence, the rule."""

    what: tuple[int, int]
    parties: tuple[tuple[str, int, int], ...]
    passage: tuple[int, int]
    when: When | None
    rule: str


def windows(analysis: Analysis, scan: Scan, published: Edtf | None) -> tuple[Window, ...]:
    """The occasions and deadlines ahead of ``published`` (where that is unknown: told as to come), each day once."""
    found: dict[object, Window] = {}
    for sentence in analysis.sentences:
        window = _in_sentence(analysis, sentence, scan, published)
        if window is not None:
            moment = window.when[0] if window.when is not None else None
            found.setdefault(moment or analysis.text[slice(*window.what)].lower(), window)
    return tuple(found.values())


def _in_sentence(analysis: Analysis, sentence: Sentence, scan: Scan, published: Edtf | None) -> Window | None:
    if _says(analysis, "behind", sentence):
        return None
    days = list(_days_to_come(analysis, sentence, scan, published))
    if days and _is_occasion(analysis, sentence):
        return _window(analysis, sentence, scan, min(days, key=_width), "window.day_to_come")
    term = pattern(analysis.language, "term").search(analysis.text, sentence.start, sentence.end)
    if term is not None and _is_step(analysis, sentence, term):
        return _window(analysis, sentence, scan, (None, term.start(), term.end()), "window.term")
    if _says(analysis, "following", sentence):
        return _window(analysis, sentence, scan, None, "window.next")
    return _meeting(analysis, sentence, scan, published)


def _days_to_come(analysis: Analysis, sentence: Sentence, scan: Scan, published: Edtf | None) -> Iterator[When]:
    """The days in a sentence that are still to come, with their characters; the day is None where the text does not settle the year."""
    for dated in scan.dates.inside(sentence.start, sentence.end):
        if _finds(analysis, "saying", analysis.text[sentence.start : dated.start]):
            continue
        if published is None and (dated.date is None or dated.relative) and dated.kind in {"day", "month"}:
            if _looks_ahead(analysis, sentence, dated):
                yield None, dated.start, dated.end
            continue
        moment = _to_come(analysis, sentence, dated, scan, published)
        if moment is not None:
            yield moment, dated.start, dated.end
    nth = pattern(analysis.language, "nth").search(analysis.text, sentence.start, sentence.end)
    before = analysis.text[sentence.start : nth.start() if nth else sentence.start]
    if (
        nth is not None
        and published is not None
        and any(_finds(analysis, key, before) for key in ("strong", "present"))
    ):
        yield _day_of_month(int(nth[1]), published), nth.start(), nth.end()


def _day_of_month(number: int, published: Edtf) -> Edtf | None:
    """The next day of that number after publication; None where that month has no such day."""
    first = published.latest.replace(day=1)
    if number <= published.latest.day:
        first = (first + timedelta(days=31)).replace(day=1)
    return day(first.replace(day=number)) if 1 <= number <= monthrange(first.year, first.month)[1] else None


def _width(when: When) -> timedelta:
    """How exactly a day is given."""
    return timedelta.max if when[0] is None else when[0].latest - when[0].earliest


@cache
def pattern(language: str, key: str) -> re.Pattern[str]:
    """The regular expression under ``key`` in the list of words of occasions in that language."""
    return re.compile(read(f"windows.{language}.toml")[key].replace("\n", ""), re.IGNORECASE)


def _says(analysis: Analysis, key: str, sentence: Sentence) -> bool:
    return pattern(analysis.language, key).search(analysis.text, sentence.start, sentence.end) is not None


def _finds(analysis: Analysis, key: str, words: str) -> bool:
    return pattern(analysis.language, key).search(words) is not None


def _is_step(analysis: Analysis, sentence: Sentence, term: re.Match[str]) -> bool:
    """«has 40 days to …» always is one; «within ten days» only beside a step of a procedure."""
    near = analysis.text[max(sentence.start, term.start() - _CLAUSE) : min(sentence.end, term.end() + _CLAUSE)]
    return not _finds(analysis, "open_term", term[0]) or _finds(analysis, "step", near)


def _is_occasion(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence names an occasion, or tells of a step that has one."""
    verbs = words(f"windows.{analysis.language}.toml", "verb")
    steps = (token.pos == "VERB" and token.lemma in verbs for token in analysis.words(sentence))
    return any(steps) or any(_says(analysis, key, sentence) for key in ("occasion", "strong"))


def _to_come(
    analysis: Analysis, sentence: Sentence, dated: DateMatch, scan: Scan, published: Edtf | None
) -> Edtf | None:
    """The day that a date means if that is still to come when the text is published; None if it is past or no day of an occasion."""
    value = dated.date
    if value is None or len(value.value) <= len("2024") or _finds(analysis, "gone", dated.words):
        return None
    if published is None:
        before = analysis.text[sentence.start : dated.start]
        told = _says(analysis, "strong", sentence) or _finds(analysis, "until", before)
        return value if told and not dated.relative else None
    if value.earliest > published.latest:
        return value if _is_meant(analysis, sentence, dated, value) and _within(value, published, _FAR) else None
    if not dated.relative or not _looks_ahead(analysis, sentence, dated) or _is_told_back(scan, sentence, published):
        return None
    later = value if value.latest == published.latest else _next(dated, value)
    return (
        later if later is not None and later.latest >= published.latest and _within(later, published, _SOON) else None
    )


def _is_told_back(scan: Scan, sentence: Sentence, published: Edtf) -> bool:
    """Whether a sentence tells of a past year («On 12 January 2022 … were set for 19 January»)."""
    return any(
        one.date is not None and not one.relative and one.date.latest < published.earliest
        for one in scan.dates.inside(sentence.start, sentence.end)
    )


def _within(value: Edtf, published: Edtf, days: int) -> bool:
    return value.earliest <= published.latest + timedelta(days=days)


def _is_meant(analysis: Analysis, sentence: Sentence, dated: DateMatch, value: Edtf) -> bool:
    """A day given in full is; «next spring», «this autumn», «the next month» only where the sentence looks ahead."""
    vague = dated.relative and not any(sign.isdecimal() for sign in dated.words)
    if not vague and value.value[5:7] < "21":
        return True
    passing = _finds(analysis, "passing", analysis.text[sentence.start : dated.start])
    return not passing and (_says(analysis, "ahead", sentence) or _says(analysis, "present", sentence))


def _looks_ahead(analysis: Analysis, sentence: Sentence, dated: DateMatch) -> bool:
    """Whether a day without a year («on July 9», «until Monday») is told as one to come."""
    before = analysis.text[sentence.start : dated.start]
    if _finds(analysis, "until", before):
        return not analysis.lower.startswith(", when", dated.end)
    clause = re.split(r"[,;]", before[-_CLAUSE:])[-1]
    if _finds(analysis, "strong", clause) or (dated.kind == "relative" and _finds(analysis, "present_day", clause)):
        return True
    by_number = any(sign.isdecimal() for sign in dated.words)
    return by_number and (_says(analysis, "present", sentence) or _says(analysis, "strong", sentence))


def _next(dated: DateMatch, value: Edtf) -> Edtf | None:
    """The same weekday a week later, the same day or month a year later; None for other kinds of date."""
    if "/" in value.value or dated.kind not in {"day", "month", "relative"}:
        return None
    if len(value.value) == len("2024-05"):
        return Edtf(f"{value.earliest.year + 1}{value.value[4:]}")
    if not any(sign.isdecimal() for sign in dated.words):
        return day(value.earliest + timedelta(days=7))
    first = value.earliest
    return day(date(first.year + 1, first.month, min(first.day, 28 if first.month == 2 else first.day)))


def _window(analysis: Analysis, sentence: Sentence, scan: Scan, when: When | None, rule: str) -> Window:
    parties = named_states(sentence.start, sentence.end, scan)
    return Window(_what(analysis, sentence, when), parties, (sentence.start, sentence.end), when, rule)


def _what(analysis: Analysis, sentence: Sentence, when: When | None) -> tuple[int, int]:
    """The words for the occasion: the clause that gives the day with its subject, else the words about the day between commas."""
    start, end = (sentence.start, sentence.end) if when is None else when[1:]
    for word in analysis.ancestors(analysis.within(start, end)[0]) if when is not None else ():
        if analysis.children(word, Relation.SUBJECT, Relation.PASSIVE_SUBJECT):
            first, last = analysis.extent(word)
            if last - first <= _LONGEST and first <= start and end <= last:
                return _trimmed(analysis, first, last)
            break
    first = max(
        [
            sentence.start,
            *(m.end() for m in _COMMA.finditer(analysis.text, sentence.start, max(sentence.start, start - _CLAUSE))),
        ]
    )
    stop = _COMMA.search(analysis.text, end, sentence.end)
    last = stop.start() if stop else sentence.end
    if last - first < _SHORTEST:  # «Next week: a hearing before …»
        first, last = sentence.start, sentence.end
    return _trimmed(analysis, first, min(last, first + _LONGEST))


def _trimmed(analysis: Analysis, start: int, end: int) -> tuple[int, int]:
    """Without a list sign before and a full stop behind."""
    words = analysis.text[start:end]
    return start + len(words) - len(words.lstrip(" \n,;:-•")), start + len(words.rstrip(" \n.,;:"))


def _meeting(analysis: Analysis, sentence: Sentence, scan: Scan, published: Edtf | None) -> Window | None:
    """States and a union or body that met in the days of the text: a meeting that may still go on, or be followed up."""
    parties = named_states(sentence.start, sentence.end, scan)
    met = pattern(analysis.language, "met").search(analysis.text, sentence.start, sentence.end)
    bodies = [name for name, _, _ in parties if len(name) > 2 or name == "EU"]
    if met is None or not bodies or not _says(analysis, "officials", sentence):
        return None
    dated = next(iter(scan.dates.inside(sentence.start, sentence.end)), None)
    if dated is None or (dated.date is not None and published is not None and not _is_late(dated.date, published)):
        return None
    named = pattern(analysis.language, "meeting").search(analysis.text)
    what = met.span() if named is None else named.span()
    return Window(what, parties, (sentence.start, sentence.end), (dated.date, dated.start, dated.end), "window.met")


def _is_late(value: Edtf, published: Edtf) -> bool:
    return published.earliest - timedelta(days=_LATELY) <= value.latest
