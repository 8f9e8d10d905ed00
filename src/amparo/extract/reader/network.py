"""The trained reader at run time: the encoder's vectors through the heads, in numpy. `training/network.py` holds the same heads for training."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .features import Features, features
from .outline import UNNAMED, Outline
from .pieces import Pieces
from .pointers import PLACE_SLOTS, date_stand, group_stand, place_stand
from .windows import Stretch, Window, windows

__all__ = ["STATUSES", "Finding", "Network", "Sight", "nameless"]

Floats = NDArray[np.float32]
_Stand = Callable[[Outline, Sequence[int], Sequence[int], Sequence[int]], Floats]

STATUSES = ("occurred", "threatened", "attempted", "denied")
_EVERYWHERE = 2  # persons named most in the whole text, asked for in every window


@dataclass(frozen=True, slots=True)
class Finding:
    """An act told of a person (number, or `UNNAMED`) at a sentence."""

    person: int
    act: int
    line: int


@dataclass(frozen=True, slots=True)
class Sight:
    """What the heads see in one window. ``acts`` (persons + 1, sentences, 22) and ``statuses`` (…, 22, 4) are logits over ``lines``; the last
    row is that of the unnamed. ``read`` are the vectors they were made of, ``hidden`` those of the pieces.
    """

    window: Window
    persons: tuple[int, ...]
    lines: tuple[int, ...]
    acts: Floats
    statuses: Floats
    read: Floats
    hidden: Floats

    def row(self, person: int) -> int | None:
        """The row of a person; None where the window does not ask for them."""
        if person == UNNAMED:
            return len(self.persons)
        return self.persons.index(person) if person in self.persons else None


def nameless(pieces: Pieces, shift: int = 0) -> Callable[[int], int]:
    """Gives the piece that stands for a person; ``shift`` turns the numbers, so that training sees each piece for anyone."""
    return lambda person: pieces.nameless[(person * 7 + shift) % len(pieces.nameless)]


class Network:
    """The heads, and an encoder that gives (pieces, width) for the ids of a window."""

    def __init__(
        self, encode: Callable[[Sequence[int]], Floats], weights: Mapping[str, Floats], pieces: Pieces
    ) -> None:
        self._encode, self._weights, self.pieces = encode, weights, pieces

    def see(self, outline: Outline) -> Iterator[Sight]:
        """Every window of an outline, read."""
        if not outline.lines:
            return
        known = features(outline)
        most = most_named(outline)
        for window in windows(outline, self.pieces, nameless(self.pieces)):
            yield self._sight(window, known, most)

    def _sight(self, window: Window, known: Features, most: Sequence[int]) -> Sight:
        hidden = self._encode(window.ids)
        persons = tuple(dict.fromkeys([*(person for _, person, _ in window.names), *most]))
        own = [stretch for stretch in window.lines if stretch.index in set(window.own)]
        lines = tuple(stretch.index for stretch in own)
        read = self._read(hidden, spread(own, len(window.ids)), whose(window, persons, own), known.rows(persons, lines))
        acts = self._linear("act", read)
        statuses = self._linear("status", read).reshape(*acts.shape, len(STATUSES))
        return Sight(window, persons, lines, acts, statuses, read, hidden)

    def _read(self, hidden: Floats, lines: Floats, persons: Floats, known: Floats) -> Floats:
        weights = self._weights
        mean = (lines @ hidden) / np.maximum(lines.sum(1, keepdims=True), 1)
        who = persons @ hidden + (1 - persons.sum(-1, keepdims=True)) * weights["absent"]
        who = np.concatenate([who, np.broadcast_to(weights["unnamed"], (1, len(lines), hidden.shape[1]))])
        asked = self._linear("ask", np.concatenate([who, known], -1)) @ self._linear("offer", hidden).T
        asked = np.where(lines[None] == 0, -1e4, asked / math.sqrt(weights["offer.weight"].shape[0]))
        found = _softmax(asked) @ hidden
        everywhere = np.broadcast_to(mean[None], found.shape)
        mixed = np.concatenate([found, everywhere, who, found * who, known], -1).astype(np.float32)
        return _gelu(self._linear("mix", mixed))

    def places(self, outline: Outline, sight: Sight, findings: Sequence[Finding]) -> Floats:
        """Probabilities (findings, places of the window + 1, slots); the last is none of them."""
        read, code = self._asked(sight, findings)
        asked = np.concatenate([read, code], -1)
        offered = self._linear("place_offer", gathered(sight.hidden, sight.window.places))
        ask = self._linear("place_ask", asked).reshape(len(findings), len(PLACE_SLOTS), -1)
        match = np.einsum("fsd,pd->fps", ask, offered) / math.sqrt(offered.shape[1])
        numbers = [stretch.index for stretch in sight.window.places]
        stand = place_stand(
            outline, numbers, lines_of(sight.window, sight.window.places), [f.line for f in findings], [f.person for f in findings]
        )  # fmt: skip
        beside = self._beside("place_stand", stand, code)
        return _softmax(np.concatenate([match + beside, self._linear("place_none", asked)[:, None]], 1), axis=1)

    def dates(self, outline: Outline, sight: Sight, findings: Sequence[Finding]) -> Floats:
        """Probabilities (findings, dates of the window + 1)."""
        return self._one("date", date_stand, outline, sight, sight.window.dates, findings)

    def groups(self, outline: Outline, sight: Sight, findings: Sequence[Finding]) -> Floats:
        """Probabilities (findings, noun phrases of the window + 1)."""
        return self._one("group", group_stand, outline, sight, sight.window.groups, findings)

    def _one(
        self,
        kind: str,
        stand: _Stand,
        outline: Outline,
        sight: Sight,
        offers: Sequence[Stretch],
        findings: Sequence[Finding],
    ) -> Floats:
        read, code = self._asked(sight, findings)
        asked = np.concatenate([read, code], -1)
        offered = self._linear(f"{kind}_offer", gathered(sight.hidden, offers))
        match = self._linear(f"{kind}_ask", asked) @ offered.T / math.sqrt(offered.shape[1])
        stood = stand(outline, [s.index for s in offers], lines_of(sight.window, offers), [f.line for f in findings])
        beside = self._beside(f"{kind}_stand", stood, code)[..., 0]
        return _softmax(np.concatenate([match + beside, self._linear(f"{kind}_none", asked)], 1), axis=1)

    def _asked(self, sight: Sight, findings: Sequence[Finding]) -> tuple[Floats, Floats]:
        rows = [(sight.row(finding.person), sight.lines.index(finding.line)) for finding in findings]
        read = np.stack([sight.read[row, line] for row, line in rows])
        return read, self._weights["act_code.weight"][[finding.act for finding in findings]]

    def _beside(self, name: str, stand: Floats, code: Floats) -> Floats:
        together = np.concatenate([stand, np.broadcast_to(code[:, None], (*stand.shape[:2], code.shape[1]))], -1)
        return self._linear(f"{name}.2", _gelu(self._linear(f"{name}.0", together.astype(np.float32))))

    def _linear(self, name: str, x: Floats) -> Floats:
        return x @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]


def most_named(outline: Outline) -> tuple[int, ...]:
    """The persons named most in the whole text, at most `_EVERYWHERE`, the most first."""
    counts = np.zeros(len(outline.persons), int)
    for line in outline.lines:
        for name in line.names:
            counts[name.person] += 1
    return tuple(int(n) for n in np.argsort(-counts, kind="stable")[:_EVERYWHERE])


def spread(lines: Sequence[Stretch], pieces: int) -> Floats:
    """(sentences, pieces): 1 where a piece belongs to a sentence."""
    found = np.zeros((len(lines), pieces), np.float32)
    for row, stretch in enumerate(lines):
        found[row, stretch.first : stretch.last] = 1
    return found


def whose(window: Window, persons: Sequence[int], lines: Sequence[Stretch]) -> Floats:
    """(persons, sentences, pieces): the pieces that name a person last at or before a sentence, else first behind it; rows sum to 1 or 0."""
    at: dict[int, dict[int, list[int]]] = {}
    for piece, person, line in window.names:
        at.setdefault(person, {}).setdefault(line, []).append(piece)
    found = np.zeros((len(persons), len(lines), len(window.ids)), np.float32)
    for row, person in enumerate(persons):
        named = at.get(person)
        if not named:
            continue
        known = sorted(named)
        for column, stretch in enumerate(lines):
            last = max((n for n in known if n <= stretch.index), default=known[0])
            found[row, column, named[last]] = 1 / len(named[last])
    return found


def gathered(hidden: Floats, stretches: Sequence[Stretch]) -> Floats:
    """(stretches, width): the mean vector of each."""
    if not stretches:
        return np.zeros((0, hidden.shape[1]), np.float32)
    return np.stack([hidden[stretch.first : stretch.last].mean(0) for stretch in stretches])


def lines_of(window: Window, stretches: Sequence[Stretch]) -> list[int]:
    """The sentence in which each stretch stands."""
    return [
        next(line.index for line in window.lines if line.first <= stretch.first < line.last) for stretch in stretches
    ]


def _softmax(x: Floats, axis: int = -1) -> Floats:
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    found: Floats = (e / e.sum(axis=axis, keepdims=True)).astype(np.float32)
    return found


def _gelu(x: Floats) -> Floats:
    """The Gaussian error linear unit, with the error function of Abramowitz and Stegun 7.1.26 (error below 2e-7)."""
    z = np.abs(x) / math.sqrt(2)
    t = 1 / (1 + 0.3275911 * z)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1 - poly * np.exp(-z * z))
    found: Floats = (0.5 * x * (1 + erf)).astype(np.float32)
    return found
