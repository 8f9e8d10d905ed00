"""What is known of a person at a sentence without reading the words: how they stand to each other, and what lists and rules found there."""

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .outline import ACTS, PARTS, UNNAMED, GroupAt, Outline

__all__ = ["WIDTH", "Features", "features"]

Floats = NDArray[np.float32]
Lines = NDArray[np.intp]  # numbers of sentences, or a number for each

_ONE = re.compile(
    r"\b(he|she|him|his|her|hers|himself|herself|the (?:man|woman|activist|journalist|blogger|dissident|critic|defendant|applicant|lawyer|"
    r"businessman|writer|student|father|mother|exile|refugee|detainee|prisoner|suspect|complainant|author)|он|она|его|её|ее|ему|ей|им|него|"
    r"неё|нее|нему|ней|ним)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(they|them|their|both|neither|the (?:two|three|four|five|six|men|women|brothers|couple|pair|trio|group|others)|each|"
    r"all (?:two|three|four|five|six)|они|их|им|ими|них|оба|обе|обоих|двое|трое|четверо|пятеро|шестеро|семеро|все)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten|dozen|several|some|dozens|hundreds|others|another|нескольк\w+|двое|трое|четверо|"
    r"пятеро|шестеро|семеро|двоих|троих|десят\w+|сотн\w+|групп\w+)\b",
    re.IGNORECASE,
)
_FAR = 6  # sentences; farther back is all the same
_PARTS = len(PARTS) + 3  # parts played; of the unnamed also: counted, kin, spoken of before
_OWN = 28 + _PARTS
WIDTH = _OWN + 2 * len(ACTS)  # numbers for each person and sentence
_ACT = {act: number for number, act in enumerate(ACTS)}


@dataclass(frozen=True, slots=True)
class Features:
    """What is known of each person at each sentence of one outline, made on demand: a long list of names is never laid out whole."""

    outline: Outline
    _named: tuple[Lines, ...]  # of each person the sentences that name them, in order
    _here: Lines  # how many persons each sentence names
    _lines: Floats  # (sentences, WIDTH): what holds for everyone there
    _last: Lines  # the last sentence, up to each, in which anyone is named; 0 before the first
    _told: dict[tuple[int, int], tuple[int, ...]]  # (person, sentence): acts read there by the rules
    _parts: dict[tuple[int, int], set[int]]  # (person, sentence): parts played there
    _total: int  # how often anyone is named, a sentence each
    _most: int  # how often the one is who is named most

    def rows(self, persons: Sequence[int], lines: Sequence[int]) -> Floats:
        """An array (persons + 1, sentences, `WIDTH`); the last row is that of the unnamed."""
        at = np.asarray(lines, np.intp)
        found = np.repeat(self._lines[None, at], len(persons) + 1, 0)
        found[-1, :, :4] = (0, 1, 1, 0)
        found[-1, :, 18] = self._here[at] > 0
        found[-1, :, 19] = 1
        for row, number in enumerate(persons):
            named = self._named[number]
            found[row, :, :4] = _stand(named, at, self._last)
            found[row, :, 9:16] = self._person(number)
            found[row, :, 16] = np.isin(at + 1, named)
            found[row, :, 17] = np.isin(at - 1, named)
            found[row, :, 18] = self._here[at] > np.isin(at, named)
        for row, number in enumerate([*persons, UNNAMED]):
            for column, line in enumerate(lines):
                for part in self._parts.get((number, line), ()):
                    found[row, column, _OWN - _PARTS + part] = 1
                for act in self._told.get((number, line), ()):
                    found[row, column, _OWN + len(ACTS) + act] = 1
        return found

    def _person(self, number: int) -> Floats:
        person, times = self.outline.persons[number], len(self._named[number])
        first = int(np.argmax(self._here > 0))  # the first sentence in which anyone is named
        return np.array(
            [
                times / max(1, self._total),
                times == self._most,
                first in self._named[number],
                person.speaker,
                person.quoted,
                person.role is not None and not person.speaker,
                " " not in person.name,
            ],
            np.float32,
        )


def features(outline: Outline) -> Features:
    """The features of an outline with at least one sentence."""
    named: list[dict[int, None]] = [{} for _ in outline.persons]
    told: dict[tuple[int, int], tuple[int, ...]] = {}
    parts: dict[tuple[int, int], set[int]] = {}
    starts = [line.start for line in outline.lines]
    for group in outline.groups:
        parts.setdefault((UNNAMED, bisect_right(starts, group.head) - 1), set()).update(_of_group(group))
    for number, line in enumerate(outline.lines):
        for name in line.names:
            named[name.person][number] = None
            parts.setdefault((name.person, number), set()).add(PARTS.index(name.part))
        for one in line.told:
            told[one.person, number] = (*told.get((one.person, number), ()), _ACT[one.act])
    here = np.array([len({name.person for name in line.names}) for line in outline.lines], np.intp)
    return Features(
        outline=outline,
        _named=tuple(np.fromiter(numbers, np.intp) for numbers in named),
        _here=here,
        _lines=_of_lines(outline, here),
        _last=np.maximum.accumulate(np.where(here > 0, np.arange(len(here)), 0)),
        _told=told,
        _parts=parts,
        _total=sum(map(len, named)),
        _most=max(map(len, named), default=0),
    )


def _of_group(group: GroupAt) -> Iterator[int]:
    """Numbers of what a noun phrase for unnamed people shows in its sentence."""
    yield PARTS.index(group.part)
    marks = (group.count is not None, group.kin, group.definite)
    yield from (len(PARTS) + number for number, mark in enumerate(marks) if mark)


def _stand(named: Lines, at: Lines, last_named: Lines) -> Floats:
    """Of one person at the sentences ``at``: named there, how far back named last, not named yet, among those named last."""
    before = np.searchsorted(named, at, "right") - 1
    last = np.where(before < 0, -1, named[before]) if len(named) else np.full(len(at), -1)
    away = np.where(last < 0, _FAR, np.minimum(at - last, _FAR)) / _FAR
    return np.stack([last == at, away, last < 0, np.isin(last_named[at], named)], 1).astype(np.float32)


def _of_lines(outline: Outline, here: Lines) -> Floats:
    """What all rows share: columns 4-8 and 20 on; 9-19 are filled by person. ``here`` is how many persons each sentence names."""
    lines, text = outline.lines, outline.text
    found = np.zeros((len(lines), WIDTH), np.float32)
    for number, line in enumerate(lines):
        words = text[line.start : line.end]
        before = lines[max(0, number - 1)]
        found[number, 4:9] = (
            math.log1p(int(here[number])),
            _ONE.search(words) is not None,
            _SEVERAL.search(words) is not None,
            _NUMBER.search(words) is not None,
            math.log1p(len(outline.persons)),
        )
        found[number, 20 : _OWN - _PARTS] = (
            number == 0,
            line.heading,
            line.paragraph == before.paragraph,
            '"' in words,
            outline.pursuit,
            number / len(lines),
            math.log1p(len(lines)) / 5,
            line.end - line.start > 250,
        )
        for said in line.said:
            found[number, _OWN + _ACT[said.act]] = 1
    return found
