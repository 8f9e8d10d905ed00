"""How a place or a date stands to a sentence that tells an act: what the rankers know beside the words."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .occasions import SHAPES, Occasion
from .outline import Outline, PlaceAt

__all__ = ["DATE_WIDTH", "GROUP_WIDTH", "PLACE_SLOTS", "PLACE_WIDTH", "date_stand", "group_stand", "place_stand"]

Floats = NDArray[np.float32]

PLACE_SLOTS = ("host", "destination", "origin")
_KINDS = ("name", "demonym", "capital", "city", "region", "agency")
_BEFORE = ("in", "at", "from", "to", "by", "of", "into", "near", "back", "for", "в", "во", "на", "из", "от")
_AUTHORITY = (
    "authorit", "police", "court", "government", "official", "prosecutor", "border", "security", "ministr", "migration", "immigration",
    "intelligence", "judge", "embass", "consul", "agent", "служб", "полици", "суд", "власт", "прокур", "министерств", "посольств", "погран",
)  # fmt: skip
_FAR = 8  # sentences
_AWAY = 6  # numbers for the distance
_WORDS = len(_KINDS) + len(_BEFORE) + 1 + 4
PLACE_WIDTH = _AWAY + _WORDS + 1
DATE_WIDTH = _AWAY + len(SHAPES) + len(_BEFORE) + 1 + 5
_GROUPS = ("people", "body", "bare", "stand_in")
GROUP_WIDTH = _AWAY + len(_GROUPS) + 8


def place_stand(
    outline: Outline, places: Sequence[int], lines: Sequence[int], at: Sequence[int], person: Sequence[int]
) -> Floats:
    """An array (findings, places, `PLACE_WIDTH`). ``places`` are numbers of places, ``lines`` the sentences they stand in; a finding is the
    sentence ``at`` and the person (number, or -1 for the unnamed) it tells of.
    """
    total = len(outline.places)
    shares: dict[str, float] = {}
    for place in outline.places:
        shares[place.state] = shares.get(place.state, 0.0) + 1 / total
    own = np.array([_words(outline, outline.places[n], shares) for n in places], np.float32).reshape(
        len(places), _WORDS
    )
    found = np.zeros((len(at), len(places), PLACE_WIDTH), np.float32)
    found[:, :, :_AWAY] = _away(np.asarray(at), np.asarray(lines))
    found[:, :, _AWAY : _AWAY + _WORDS] = own
    for row, number in enumerate(person):
        origin = outline.persons[number].origin if number >= 0 else None
        found[row, :, -1] = [outline.places[n].state == origin for n in places]
    return found


def date_stand(outline: Outline, dates: Sequence[int], lines: Sequence[int], at: Sequence[int]) -> Floats:
    """An array (findings, dates, `DATE_WIDTH`), as `place_stand`."""
    own = np.zeros((len(dates), DATE_WIDTH - _AWAY), np.float32)
    for row, number in enumerate(dates):
        one = outline.dates[number]
        own[row, SHAPES.index(one.shape)] = 1
        own[row, len(SHAPES) : len(SHAPES) + len(_BEFORE) + 1] = _preposition(outline.text, one)
        own[row, -5:] = (
            number == 0,
            number + 1 == len(outline.dates),
            one.date is not None and one.date == outline.published,
            len(one.date or "") / 10,
            min(len(dates), 10) / 10,
        )
    found = np.zeros((len(at), len(dates), DATE_WIDTH), np.float32)
    found[:, :, :_AWAY] = _away(np.asarray(at), np.asarray(lines))
    found[:, :, _AWAY:] = own
    return found


def group_stand(outline: Outline, groups: Sequence[int], lines: Sequence[int], at: Sequence[int]) -> Floats:
    """An array (findings, noun phrases, `GROUP_WIDTH`), as `place_stand`."""
    own = np.zeros((len(groups), GROUP_WIDTH - _AWAY), np.float32)
    for row, number in enumerate(groups):
        one = outline.groups[number]
        own[row, _GROUPS.index(one.kind)] = 1
        own[row, len(_GROUPS) :] = (
            one.count is not None,
            math.log1p(one.count or 0) / 5,
            one.single,
            one.definite,
            one.kin,
            one.of_named,
            one.official,
            (one.end - one.start) / 50,
        )
    found = np.zeros((len(at), len(groups), GROUP_WIDTH), np.float32)
    found[:, :, :_AWAY] = _away(np.asarray(at), np.asarray(lines))
    found[:, :, _AWAY:] = own
    return found


def _away(at: NDArray[np.intp], lines: NDArray[np.intp]) -> Floats:
    """(findings, things, 6): in the sentence, next to it, how far before, how far behind, in the first sentence, before or behind."""
    step = at[:, None] - lines[None, :]
    return np.stack(
        [
            step == 0,
            np.abs(step) == 1,
            np.clip(step, 0, _FAR) / _FAR,
            np.clip(-step, 0, _FAR) / _FAR,
            np.broadcast_to(lines[None, :] == 0, step.shape),
            step > 0,
        ],
        -1,
    ).astype(np.float32)


def _words(outline: Outline, place: PlaceAt, shares: dict[str, float]) -> list[float]:
    behind = outline.text[place.end : place.end + 40].lower()
    authority = any(word.startswith(_AUTHORITY) for word in behind.split()[:3])
    return [
        *(place.kind == kind for kind in _KINDS),
        *_preposition(outline.text, place),
        authority,
        behind.startswith("'s"),
        shares[place.state],
        shares[place.state] == max(shares.values()),
    ]


def _preposition(text: str, one: PlaceAt | Occasion) -> list[float]:
    """Which small word stands before it; the last number says none of them."""
    words = text[max(0, one.start - 16) : one.start].lower().split()
    if words and words[-1] in {"the", "a", "an"}:
        words.pop()
    hits = [float(bool(words) and words[-1] == word) for word in _BEFORE]
    return [*hits, float(not any(hits))]
