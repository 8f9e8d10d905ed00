"""A text as the network is asked it in training: the windows of its outline, with the answers the annotation gives."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from amparo.extract.reader import network as run
from amparo.extract.reader.features import Features, features
from amparo.extract.reader.network import STATUSES
from amparo.extract.reader.outline import ACTS, UNNAMED
from amparo.extract.reader.pieces import Pieces
from amparo.extract.reader.pointers import date_stand, group_stand, place_stand
from amparo.extract.reader.windows import Window, windows
from labels import Label, compatible, labels
from texts import Text

_MOVES = ("extradition", "deportation", "rendition", "coerced_return", "return_to_safety")
# Share of windows in which the rules' findings are hidden, so that the network does not lean on them alone.
_WITHOUT_RULES = 0.15


@dataclass(frozen=True, slots=True)
class Choice:
    """Candidates of a pointer: where each stands in the window (first, last piece), how it stands to each finding, which are right (last: none
    of them), and whether the finding teaches anything at all (1 or 0).
    """

    pieces: list[tuple[int, int]]
    stand: np.ndarray
    right: np.ndarray
    teaches: np.ndarray


@dataclass(frozen=True, slots=True)
class Asked:
    """One window: the pieces, the matrices of `network.Heads.read`, the acts told (``acts``), whether they count (``weight``), their statuses
    (-1: none); and of each finding (row, sentence, act) the places, dates and noun phrases to choose among.
    """

    ids: list[int]
    lines: np.ndarray
    persons: np.ndarray
    known: np.ndarray
    acts: np.ndarray
    weight: np.ndarray
    status: np.ndarray
    findings: tuple[list[int], list[int], list[int]]
    places: Choice
    dates: Choice
    groups: Choice


class Task:
    """One text, ready to be asked again and again."""

    def __init__(self, text: Text) -> None:
        self.text, self.outline = text, text.outline
        self.labels = labels(text)
        self.known: Features = features(text.outline)
        self.unnamed = len(text.outline.persons)

    def windows(self, pieces: Pieces, rng: random.Random, hide: float) -> Iterator[Asked]:
        """The windows, persons' pieces drawn anew and a share ``hide`` of the other pieces hidden."""
        nameless = run.nameless(pieces, rng.randrange(len(pieces.nameless)))
        for window in windows(self.outline, pieces, nameless):
            yield self._asked(window, pieces, rng, hide)

    def _asked(self, window: Window, pieces: Pieces, rng: random.Random, hide: float) -> Asked:
        own = [stretch for stretch in window.lines if stretch.index in set(window.own)]
        lines = [stretch.index for stretch in own]
        told = {label.row for label in self.labels if label.row != self.unnamed and set(label.lines) & set(lines)}
        here = (person for _, person, _ in window.names)
        persons = list(dict.fromkeys([*here, *run.most_named(self.outline), *sorted(told)]))
        rows = {person: row for row, person in enumerate(persons)} | {self.unnamed: len(persons)}
        places = [
            (label, rows[label.row], lines.index(line), line)
            for label in self.labels
            for line in label.lines
            if line in lines and label.row in rows
        ]
        acts, weight, status = _answers(len(rows), len(lines), places)
        known = self.known.rows(persons, lines)
        if hide and rng.random() < _WITHOUT_RULES:
            known[:, :, -2 * len(ACTS) :] = 0
        return Asked(
            ids=_hidden(window, pieces, rng, hide),
            lines=run.spread(own, len(window.ids)),
            persons=run.whose(window, persons, own),
            known=known,
            acts=acts,
            weight=weight,
            status=status,
            findings=(
                [row for _, row, _, _ in places],
                [column for _, _, column, _ in places],
                [label.act for label, *_ in places],
            ),
            places=self._places(window, places),
            dates=self._dates(window, places),
            groups=self._groups(window, places),
        )

    def _places(self, window: Window, found: Sequence[tuple[Label, int, int, int]]) -> Choice:
        numbers = [stretch.index for stretch in window.places]
        states = [self.outline.places[number].state for number in numbers]
        right = np.zeros((len(found), len(numbers) + 1, 3), bool)
        teaches = np.zeros((len(found), 3), np.float32)
        for row, (label, *_) in enumerate(found):
            for slot, wanted in enumerate(((label.host, *label.hosts_any), (label.destination,), (label.origin,))):
                if slot == 1 and ACTS[label.act] not in _MOVES:
                    continue
                values = {state for state in wanted if state}
                right[row, :-1, slot] = [state in values for state in states]
                right[row, -1, slot] = not values
                teaches[row, slot] = right[row, :, slot].any()
        stand = place_stand(
            self.outline, numbers, run.lines_of(window, window.places), [line for *_, line in found],
            [UNNAMED if label.row == self.unnamed else label.row for label, *_ in found],
        )  # fmt: skip
        return Choice([(s.first, s.last) for s in window.places], stand, right, teaches)

    def _dates(self, window: Window, found: Sequence[tuple[Label, int, int, int]]) -> Choice:
        numbers = [stretch.index for stretch in window.dates]
        values = [self.outline.dates[number].date for number in numbers]
        right = np.zeros((len(found), len(numbers) + 1), bool)
        for row, (label, *_) in enumerate(found):
            exact = [value == label.date for value in values]
            near = [value is not None and label.date is not None and compatible(label.date, value) for value in values]
            right[row, :-1] = exact if any(exact) else near
            right[row, -1] = label.date is None
        stand = date_stand(self.outline, numbers, run.lines_of(window, window.dates), [line for *_, line in found])
        teaches = np.asarray(right.any(1), np.float32)
        return Choice([(s.first, s.last) for s in window.dates], stand, right, teaches)

    def _groups(self, window: Window, found: Sequence[tuple[Label, int, int, int]]) -> Choice:
        numbers = [stretch.index for stretch in window.groups]
        right = np.zeros((len(found), len(numbers) + 1), bool)
        for row, (label, *_) in enumerate(found):
            right[row, :-1] = [number in label.groups for number in numbers]
            right[row, -1] = bool(label.groups) and not right[row].any()
        stand = group_stand(self.outline, numbers, run.lines_of(window, window.groups), [line for *_, line in found])
        teaches = np.asarray(right.any(1), np.float32)
        return Choice([(s.first, s.last) for s in window.groups], stand, right, teaches)


def _answers(
    rows: int, lines: int, found: Sequence[tuple[Label, int, int, int]]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Acts, weights and statuses (rows, sentences, acts). What is right too, or may be left out, counts neither way."""
    acts = np.zeros((rows, lines, len(ACTS)), np.float32)
    weight = np.ones_like(acts)
    status = np.full(acts.shape, -1, np.int64)
    for label, row, column, _ in found:
        acts[row, column, label.act] = 1
        status[row, column, label.act] = STATUSES.index(label.status)
        if label.optional:
            weight[row, column, label.act] = 0
    for label, row, column, _ in found:
        for other in label.other_acts:
            if not acts[row, column, other]:
                weight[row, column, other] = 0
    return acts, weight, status


def _hidden(window: Window, pieces: Pieces, rng: random.Random, share: float) -> list[int]:
    """The window's pieces, some of them hidden; never a person's."""
    names = {piece for piece, _, _ in window.names}
    return [
        pieces.hidden if share and at and at not in names and rng.random() < share else piece
        for at, piece in enumerate(window.ids)
    ]
