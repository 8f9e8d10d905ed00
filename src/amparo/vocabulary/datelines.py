"""Date and place at the head of a text: «(Vilnius, October 21, 2024) –», «Published: 2024-04-16», «16 апреля 2024 года» alone on a line.

Only the first fifteen lines count, and the last two, where letters and press cuttings carry their date; and only a date that stands
apart from the running sentence: after a place, a publisher or a label, or alone. A date without a year is no date here: nothing is
known yet that could complete it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from amparo.model import Edtf

from .date_words import date_words
from .dates import DateMatch, find_dates
from .places import find_places

_LINES, _CHARACTERS, _FOOT_LINES = 15, 1500, 2
_LONGEST_BEFORE, _LONGEST_CREDIT, _FIRST_LINES = 80, 130, 4

_LABEL = re.compile(
    r"(?i)\b(?:published|posted|issued|released|saved|prepared|publication date|release date|date|dated|status|(?:position )?as of|"
    r"опубликовано|дата публикации|дата|yayın tarihi|yayınlanma|tarih|чоп шуд)(?: on| at)?\s*[:|–-]?\s*$"
)
_UPDATED = re.compile(
    r"(?i)\b(?:(?:last )?(?:updated|modified)|обновлено|изменено|güncelleme)(?: on| at)?\s*[:|–-]?\s*$"
)
_PARTED = re.compile(r"[,–—(|:·•/.\-]\s*$")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\s*,?\s*$")
_NOTHING = " \t\u00a0(*[|·•–—-"
# What follows a date that stands alone: nothing, a time, a sign that parts it from the text, a publisher in quotation marks.
_AFTER = re.compile(r"\s*(?:$|[)\]|·•—–(*]|-\s|г\.?\s*$|,?\s*(?:at\s+)?\d{1,2}[:.]\d\d|[,.]\s*[«\"“„])")
_AFTER_PLACE = re.compile(r"\s*(?:[:/]|\.(?:\s|$)|\s+[«\"“„])")
_ENDS = re.compile(r"\s*[)\]]?\s*(?:\([^()]*\))?")
_SENTENCE = re.compile(r"\.\s+[^\W\d_a-zа-яё]")
_AGENCY = re.compile(
    r"^\(?(?P<place>[^\W\d_][^\W\d_ '’./-]*(?:[ '’./-]{1,2}[^\W\d_][^\W\d_'’.-]*){0,4})\s*\([^()\n]{2,40}\)\s*[-–—]"
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_SMALL = frozenset({
    "of", "and", "the", "de", "for", "in", "on", "by", "from", "with", "to", "du", "la", "le", "des", "und", "и", "по", "в", "на", "из",
})  # fmt: skip
_OPENERS = frozenset({
    "on", "in", "since", "until", "by", "from", "after", "before", "as", "at", "during", "when", "while", "в", "на", "с", "до", "по", "после",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """``text[start:end]`` is the dateline. ``date`` is None where it gives none or no year; ``place`` is as written, None where none."""

    start: int
    end: int
    date: Edtf | None
    place: str | None


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the head or foot: where it stands, and how many lines that are not empty stand before it (99 for the foot)."""

    start: int
    words: str
    number: int


# Ranks of candidates, the best first.
_LABELLED, _WITH_PLACE, _ALONE, _AT_FOOT, _UPDATE, _PLACE_ONLY = range(6)


def dateline(text: str, language: str = "en") -> Dateline | None:
    """The dateline of ``text``; ``language`` (ISO 639-1) says in which words its date is written. None where there is none.

    A label of publication wins over a date with a place, that over a date with a publisher or alone, that over one at the foot and
    over «updated»; a date with a year over all without; of equals, the first.
    """
    best = min(_candidates(text, language), key=lambda one: (one[1].date is None, one[0]), default=None)
    return None if best is None else best[1]


def _candidates(text: str, language: str) -> Iterator[tuple[int, Dateline]]:
    for line in _lines(text):
        dates = [one for one in find_dates(line.words, language) if one.kind in {"day", "month"}]
        for one in dates:
            rank, found = _dated(line, one, language)
            if found is not None:
                yield max(rank, _AT_FOOT) if line.number > _LINES else rank, found
        agency = None if dates else _AGENCY.match(line.words)
        if agency and line.number <= _LINES and (place := _place(agency["place"], language)):
            yield _PLACE_ONLY, Dateline(start=line.start, end=line.start + agency.end("place"), date=None, place=place)


def _lines(text: str) -> Iterator[_Line]:
    """The lines of the head, then those of the foot that are not in the head."""
    reached = 0
    for number, match in enumerate(_nonempty(text, 0, _CHARACTERS)):
        if number == _LINES:
            break
        reached = match.end()
        yield _Line(match.start(), match.group(), number)
    foot = list(_nonempty(text, max(reached, len(text) - _CHARACTERS), len(text)))[-_FOOT_LINES:]
    yield from (_Line(match.start(), match.group(), 99) for match in foot)


def _nonempty(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return re.compile(r"\S(?:[^\r\n\u2028\u2029\x85]*\S)?").finditer(text, start, end)


def _dated(line: _Line, one: DateMatch, language: str) -> tuple[int, Dateline | None]:
    """Rank and dateline that a date on this line makes, None where the date belongs to a sentence."""
    before = _CLOCK.sub("", _without_weekday(line.words[: one.start], language))
    after = line.words[one.end :]
    place, first = None, one.start
    if _UPDATED.search(before):
        rank = _UPDATE
    elif label := _LABEL.search(before):
        rank, first = _LABELLED, label.start()
    elif not before.strip(_NOTHING):
        if not _may_follow(after, line.number):
            return _ALONE, None
        rank, place = _ALONE, _place(after, language) if _is_credit(after) else None
    elif _ends_credit(line.words, before, after) or _opens_text(before, after):
        place, first = _place(before, language), len(before) - len(before.lstrip(_NOTHING))
        rank = _WITH_PLACE if place else _ALONE
    else:
        return _ALONE, None
    date = None if one.relative else one.date
    return rank, Dateline(start=line.start + first, end=line.start + one.end, date=date, place=place)


def _may_follow(after: str, number: int) -> bool:
    """Whether a date with nothing before it can be a dateline, by what follows; a sentence may, in the first lines only."""
    if _AFTER.match(after) or _is_credit(after):
        return True
    return number < _FIRST_LINES and _SENTENCE.match(after) is not None


def _ends_credit(line: str, before: str, after: str) -> bool:
    """Whether the date ends a short line of credit: «By A. B., culture desk, October 5, 2024»."""
    if len(line) > _LONGEST_CREDIT or not _PARTED.search(before):
        return False
    return _ENDS.fullmatch(after) is not None or _is_credit(after)


def _opens_text(before: str, after: str) -> bool:
    """Whether place or publisher, date and a sign stand before the text: «RIGA, 5 May 2024 – …»."""
    return _stands_apart(before) and (_AFTER.match(after) or _AFTER_PLACE.match(after)) is not None


@cache
def _weekday(language: str) -> re.Pattern[str]:
    names = date_words(language).weekdays
    short = {name[:3] for name in names} if language == "en" else set()
    words = "|".join(sorted({*names, *short}, key=len, reverse=True))
    return re.compile(rf"(?i)\b(?:{words})\.?,?\s*$" if words else r"(?!)")


def _without_weekday(before: str, language: str) -> str:
    return _weekday(language).sub("", before)


def _is_credit(words: str) -> bool:
    """Whether what follows a date on its line is only a place or a publisher: «, «Вестник»», «. РУСТАВИ.»."""
    return bool(words) and len(words) <= _LONGEST_BEFORE and words[0] in ",." and _in_capitals(words)


def _stands_apart(before: str) -> bool:
    """Whether the words before a date are a place or a publisher: short, parted from the date, in capitals but for small words."""
    return len(before) <= _LONGEST_BEFORE and bool(_PARTED.search(before)) and _in_capitals(before)


def _in_capitals(text: str) -> bool:
    words = _WORD.findall(text)
    if not words or words[0].lower() in _OPENERS:
        return False
    return all(word[0].isupper() or not word[0].islower() or word.lower() in _SMALL for word in words)


def _place(words: str, language: str) -> str | None:
    """The place among the words of a dateline as written: a known one, else what stands in capitals before the date."""
    for one in find_places(words, language):
        if one.kind in {"capital", "city", "region", "name"}:
            return one.words
    chunk = re.split(r"[,(–—|:]", words.strip(" (*[,."))[0].strip(" -/.")
    return chunk if chunk.isupper() and len(chunk) > 2 and len(chunk.split()) <= 4 else None
