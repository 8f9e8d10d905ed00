"""How likely each state or date of a text is that of an act: trees over what stands where, beside the network's own choice.

The features are those of the experiment that found the rankers (prepositions, authorities, possessives, distances to the act's words, what was
told before, how often the text names a state), with what the rules chose.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from amparo.model import BadDate, Edtf

from .occasions import SHAPES, Occasion
from .outline import ACTS, UNNAMED, Outline, PlaceAt, Told
from .trees import Forest

__all__ = ["SLOTS", "Asked", "Rankers", "date_rows", "state_rows"]

Floats = NDArray[np.float32]
_T = TypeVar("_T", PlaceAt, Occasion)

SLOTS = (
    "host",
    "date",
)  # where trees do as well as the network, and both together better; origin and destination it finds alone
STATUSES = ("occurred", "threatened", "attempted", "denied")
_IN = ("in", "at", "near", "inside", "в", "во", "на")
_TO = ("to", "back", "into", "toward", "towards", "в", "во", "на")
_FROM = ("from", "out", "из", "от")
_BY = ("by",)
_DATE_WORDS = ("on", "in", "since", "of", "from", "until", "by", "after", "before", "for", "and", "last", "between", "в", "с", "до", "после", "на", "к")  # fmt: skip
_AUTHORITY = (
    "authorit", "police", "court", "government", "official", "prosecutor", "border", "security", "ministr", "migration", "immigration",
    "intelligence", "judge", "embass", "consul", "agent", "investigat", "служб", "полици", "суд", "власт", "прокур", "министерств", "посольств", "погран",
)  # fmt: skip
_SAYING = re.compile(
    r"\b(?:said|told|statement|reported|wrote|published|says|сообщ\w+|заяв\w+|рассказ\w+|опубликова\w+)\b",
    re.IGNORECASE,
)
_LIFE = re.compile(r"\b(?:born|years? old|GMT|родил\w+|года рождения)\b", re.IGNORECASE)
_FAR = 300  # characters; farther is all the same
_FAR_LINES = 20
_UNKNOWN_AGE = -99
_NEAR = 100  # sentences before and behind in which candidates are sought; no text of the training was so long
_NO_HOST, _NO_DATE = 0.12, 0.5  # what the surest candidate leaves for none counts so much: a host is nearly always told


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An act whose slots are sought: on ``person`` (or `UNNAMED`), told in ``lines``, most surely in ``line``."""

    act: str
    status: str
    person: int
    line: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rankers:
    """The trees of each slot."""

    forests: Mapping[str, Forest]

    def hosts(
        self, outline: Outline, asked: Asked, origin: str | None, destination: str | None
    ) -> dict[str | None, float]:
        """Probabilities of the states of the text to be the host, and of none (key None)."""
        states, rows = state_rows(outline, asked, origin, destination)
        return _shared(states, self.forests["host"].sure(rows) if states else np.zeros(0, np.float32), _NO_HOST)

    def dates(self, outline: Outline, asked: Asked) -> dict[str | None, float]:
        """Probabilities of the dates of the text, and of none of them (key None)."""
        values, rows = date_rows(outline, asked)
        return _shared(values, self.forests["date"].sure(rows) if values else np.zeros(0, np.float32), _NO_DATE)


def _shared(values: Sequence[str | None], sure: Floats, none: float) -> dict[str | None, float]:
    """The candidates' probabilities, the same value's highest, and what the surest leaves for none, made to sum to one."""
    best: dict[str | None, float] = {}
    for value, one in zip(values, sure, strict=True):
        best[value] = max(best.get(value, 0.0), float(one))
    best[None] = best.get(None, 0.0) + none * (1 - max(best.values(), default=0.0))
    total = sum(best.values()) or 1.0
    return {value: one / total for value, one in best.items()}


def _at(outline: Outline, asked: Asked) -> int:
    """The character of the sentence at which the act is said: the lexicon's word for it, else the person's name, else the middle."""
    line = outline.lines[asked.line]
    said = next((one.start for one in line.said if one.act == asked.act), None)
    named = next((name.start for name in line.names if name.person == asked.person), None)
    return said if said is not None else named if named is not None else (line.start + line.end) // 2


@dataclass(frozen=True, slots=True)
class _Part:
    """The sentences ``[first, last)`` around the one asked of, and the characters they reach over: what is farther is no candidate, so that
    a long text costs no more a page than a short one.
    """

    first: int
    last: int
    start: int
    end: int
    starts: tuple[int, ...]

    @classmethod
    def around(cls, outline: Outline, line: int) -> "_Part":
        """The part of ``outline`` around sentence ``line``; of a text of fewer than `_NEAR` sentences the whole."""
        first, last = max(0, line - _NEAR), min(len(outline.lines), line + _NEAR + 1)
        return cls(
            first=first,
            last=last,
            start=outline.lines[first].start if first else 0,
            end=outline.lines[last].start if last < len(outline.lines) else len(outline.text) + 1,
            starts=tuple(one.start for one in outline.lines[first:last]),
        )

    def of(self, things: Sequence[_T]) -> Sequence[_T]:
        """Those of ``things``, which stand in order, that begin in it."""
        return things[bisect_left(things, self.start, key=_start) : bisect_left(things, self.end, key=_start)]

    def line(self, offset: int) -> int:
        """The sentence in or behind which a character stands."""
        return self.first + max(0, bisect_right(self.starts, offset) - 1)


def _start(one: PlaceAt | Occasion) -> int:
    return one.start


def state_rows(outline: Outline, asked: Asked, origin: str | None, destination: str | None) -> tuple[list[str], Floats]:
    """The states named around the act in order of their first mention, and a row of features for each."""
    part = _Part.around(outline, asked.line)
    seen = [_Place(one, part.line(one.start), *_around(outline.text, one)) for one in part.of(outline.places)]
    at = _at(outline, asked)
    counts = Counter(one.place.state for one in seen)
    ranks = {state: rank for rank, (state, _) in enumerate(counts.most_common())}
    running = _running(seen, at, asked.line)
    beside = _demonyms_beside(outline, asked, part, seen)
    person = outline.persons[asked.person].origin if asked.person != UNNAMED else None
    rules = _told_by_rules(outline, asked)
    rows = []
    for state in counts:
        mine = [one for one in seen if one.place.state == state]
        rows.append([
            *_act(asked), *_where(mine, asked, at), counts[state] / len(seen), counts[state], ranks[state],
            sum(one.line == 0 for one in mine), beside[state], beside[state] / max(1, sum(beside.values())), state == running,
            *_in_the_text(mine, asked.line), len(counts), asked.line, state == person, _kind(mine, "demonym"),
            state == origin, state == destination, _kind([one for one in mine if one.line == asked.line], "agency"),
            *(sum(getattr(told, slot) == state for told in rules) for slot in ("host", "destination", "origin")), len(rules),
        ])  # fmt: skip
    return list(counts), np.array(rows, np.float32)


def _where(mine: Sequence["_Place"], asked: Asked, at: int) -> list[float]:
    """How a state stands in the sentence of the act, in those that carry it, and how far from the words for it."""
    line, lines = asked.line, set(asked.lines)
    here = [one for one in mine if one.line == line]
    among = [one for one in mine if one.line in lines]
    signed = min((one.place.start - at for one in here), key=abs, default=_FAR)
    return [
        len(here), *(_share(here, words) for words in (_IN, _TO, _FROM, _BY)), _kind(here, "demonym"), _authorities(here),
        sum(one.owner for one in here), _kind(here, "city") + _kind(here, "capital"),
        len(among), *(_share(among, words) for words in (_IN, _TO, _FROM)), _authorities(among),
        min((line - one.line for one in mine if one.line <= line), default=_FAR_LINES),
        min((one.line - line for one in mine if one.line >= line), default=_FAR_LINES),
        min(abs(signed), _FAR), max(-_FAR, min(signed, _FAR)),
    ]  # fmt: skip


def _in_the_text(mine: Sequence["_Place"], line: int) -> list[float]:
    """How a state stands in the whole text, and in the two sentences before the act."""
    shortly = [one for one in mine if line - 2 <= one.line < line]
    return [
        *(_share(mine, words) for words in (_IN, _TO, _FROM)), _authorities(mine),
        len(shortly), *(_share(shortly, words) for words in (_IN, _FROM, _TO)),
    ]  # fmt: skip


def _running(seen: Sequence["_Place"], at: int, line: int) -> str | None:
    """The state of the last place that the text says it happens «in», up to just behind the act's words."""
    before = [
        one.place.state
        for one in seen
        if one.before in _IN and one.place.kind != "demonym" and one.place.start <= at + 80 and one.line <= line
    ]
    return before[-1] if before else None


def _told_by_rules(outline: Outline, asked: Asked) -> list[Told]:
    """What the rules read of the act on the person in the sentences that carry it."""
    told = (one for line in asked.lines for one in outline.lines[line].told)
    return [one for one in told if one.act == asked.act and one.person == asked.person]


def date_rows(outline: Outline, asked: Asked) -> tuple[list[str | None], Floats]:
    """The dates around the act in order, and a row of features for each."""
    part = _Part.around(outline, asked.line)
    at, line, lines = _at(outline, asked), asked.line, set(asked.lines)
    dates = part.of(outline.dates)
    places = [part.line(one.start) for one in dates]
    here = sorted((n for n, place in enumerate(places) if place == line), key=lambda n: abs(dates[n].start - at))
    last = max((n for n, one in enumerate(dates) if one.start <= at), default=None)
    rules = [told.date for told in _told_by_rules(outline, asked)]
    rows = []
    for number, one in enumerate(dates):
        words = outline.text[max(0, one.start - 16) : one.start].lower().split()
        around = outline.text[max(0, one.start - 40) : one.end + 40]
        signed = one.start - at
        rows.append([
            *_act(asked), SHAPES.index(one.shape), places[number] == line, places[number] in lines, line - places[number],
            abs(line - places[number]), here.index(number) if places[number] == line else 9, len(here),
            min(_FAR, abs(signed)) if places[number] == line else _FAR + 100, max(-_FAR, min(_FAR, signed)) if places[number] == line else 0,
            number == last, places[number] == 0, len(one.date or ""), _DATE_WORDS.index(words[-1]) + 1 if words and words[-1] in _DATE_WORDS else 0,
            _SAYING.search(around) is not None, _LIFE.search(around) is not None, _age(one.date, outline.published), len(dates),
            one.date == outline.published, outline.lines[places[number]].paragraph == outline.lines[line].paragraph,
            sum(date == one.date for date in rules), len(rules),
        ])  # fmt: skip
    return [one.date for one in dates], np.array(rows, np.float32)


@dataclass(frozen=True, slots=True)
class _Place:
    """A place with its sentence, the word before it, and whether an authority or a possessive ending follows."""

    place: PlaceAt
    line: int
    before: str
    authority: bool
    owner: bool


def _around(text: str, place: PlaceAt) -> tuple[str, bool, bool]:
    words = text[max(0, place.start - 16) : place.start].lower().split()
    if words and words[-1] in {"the", "a", "an"}:
        words.pop()
    behind = text[place.end : place.end + 40].lower()
    authority = any(word.startswith(_AUTHORITY) for word in behind.split()[:3])
    return words[-1] if words else "", authority or place.kind == "agency", behind.startswith("'s")


def _share(places: Sequence[_Place], words: tuple[str, ...]) -> int:
    return sum(one.before in words for one in places)


def _authorities(places: Sequence[_Place]) -> int:
    return sum(one.authority for one in places)


def _kind(places: Sequence[_Place], kind: str) -> int:
    return sum(one.place.kind == kind for one in places)


def _demonyms_beside(outline: Outline, asked: Asked, part: _Part, seen: Sequence[_Place]) -> Counter[str]:
    """How often each people stands near the person's name."""
    found: Counter[str] = Counter()
    for number in range(part.first, part.last):
        for name in outline.lines[number].names:
            if name.person == asked.person:
                near = (one for one in seen if one.line == number and one.place.kind == "demonym")
                found.update(one.place.state for one in near if abs(one.place.start - name.start) < 60)
    return found


def _act(asked: Asked) -> tuple[int, int, bool]:
    return ACTS.index(asked.act), STATUSES.index(asked.status), asked.person == UNNAMED


def _age(date: str | None, published: str | None) -> int:
    """Days from the date to publication, where both are known."""
    try:
        return min(3000, (Edtf(published or "").earliest - Edtf(date or "").earliest).days)
    except BadDate:
        return _UNKNOWN_AGE
