"""The dates a text gives, as EDTF with the precision of the words and no more.

Absolute dates («October 20, 2021», «весной 2020 года») need nothing else. Those that lean on the day of writing («on Monday»,
«April 16» without a year) are found too, and get a value only where the date of publication settles it. Durations, ages and
numbers of articles are not dates. Rules: `date_grammar`; words: ``data/date_words.csv``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amparo.model import Edtf

from .date_grammar import rules
from .date_readers import Given, Kind
from .date_words import date_words

# A sentence that looks ahead turns «on Monday» and «April 16» to the next one.
_AHEAD = re.compile(
    r"\b(?:will|shall|is to|are to|be held|is due|are due|due to|scheduled|set for|upcoming|deadline|expires?|no later than|ahead of|"
    r"состоится|состоятся|будет|будут|намечен[аоы]?|назначен[аоы]?|предстоящ\w+|истекает|не позднее)\b"
)
_SENTENCE_END = re.compile(r"[.!?…]['\"”»)]?\s|\n\s*\n")
_LOOK_BACK = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMatch:
    """One date: ``text[start:end] == words``.

    ``kind`` is the shape of the words: day, month, season, year, interval, or relative («last week», «Monday»). ``relative`` says
    that the value leans on the day of publication (also «April 16»); ``date`` is None where that is not known well enough.
    """

    start: int
    end: int
    words: str
    date: Edtf | None
    relative: bool
    kind: Kind


def find_dates(text: str, language: str = "en", published: Edtf | None = None) -> tuple[DateMatch, ...]:
    """The dates in ``text``, in order, none overlapping another: of two that do, the longer one.

    ``language`` is an ISO 639-1 code (full grammar for en and ru, plain dates for the others of ``date_words.csv``, numeric dates for
    any); ``published`` is when the text was written, to whatever precision is known.
    """
    taken: list[DateMatch] = []
    longest_first = sorted(_all_matches(text, language, published), key=lambda one: (one.start - one.end, one.start))
    covered = bytearray(len(text))
    for one in longest_first:
        if not any(covered[one.start : one.end]):
            covered[one.start : one.end] = b"\x01" * (one.end - one.start)
            taken.append(one)
    return tuple(sorted(taken, key=lambda one: one.start))


def _all_matches(text: str, language: str, published: Edtf | None) -> Iterator[DateMatch]:
    words = date_words(language)
    for rule in rules(language):
        for match in rule.expression.finditer(text):
            start, end = match.span("w" if "w" in match.groupdict() else 0)
            reading = rule.read(match, Given(words, published, _looks_ahead(text, start)))
            if reading is not None:
                yield DateMatch(
                    start=start,
                    end=end,
                    words=text[start:end],
                    date=reading.date,
                    relative=reading.relative,
                    kind=reading.kind,
                )


def _looks_ahead(text: str, start: int) -> bool:
    """Whether the sentence, up to the date, speaks of what is to come."""
    before = text[max(0, start - _LOOK_BACK) : start]
    return _AHEAD.search(_SENTENCE_END.split(before)[-1]) is not None
