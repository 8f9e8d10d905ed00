"""What the network sees → proposals: who suffered which act, told in which sentences, with status, states and date.

One (person, act) is one proposal, unless its sentences surely give dates that cannot be the same occasion.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from amparo.model import BadDate, Edtf

from .network import STATUSES, Finding, Network, Sight
from .outline import ACTS, UNNAMED, Outline
from .pointers import PLACE_SLOTS
from .ranking import Asked, Rankers
from .windows import Window

__all__ = ["RETURNS", "Limits", "Pointed", "Proposal", "proposals"]

Floats = NDArray[np.float32]

_LEAST = 1e-3  # probability of what an opinion does not know

RETURNS = {"extradition", "deportation", "rendition", "coerced_return"}
_MOVES = RETURNS | {"return_to_safety"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Where proposals begin; fitted on texts kept from training. Probabilities in 0..1."""

    named: float = 0.3
    unnamed: float = 0.3
    beside: float = 0.3  # share of the best at the same sentence that another act or person must reach
    evidence: float = 0.4  # share of the best that another sentence must reach to carry the proposal too
    host_trees: float = 0.5  # how much the trees' opinion of a host counts, and of a date
    date_trees: float = 0.5
    second: float = 0.5  # how sure a date must be to tell a second occasion


@dataclass(frozen=True, slots=True)
class Pointed:
    """A slot's value, and which place or date of the outline it was read at; ``sure`` is the probability."""

    value: str
    index: int
    sure: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One proposed incident. ``person`` is a number of the outline or `UNNAMED`; ``lines`` are in order of the text, ``line`` the surest."""

    person: int
    act: str
    status: str
    lines: tuple[int, ...]
    line: int
    sure: float
    host: Pointed | None = None
    destination: Pointed | None = None
    origin: Pointed | None = None
    date: Pointed | None = None
    group: int | None = None  # the noun phrase that names an unnamed target
    open_date: int | None = None  # the date of the outline that was meant, where its year is not known


@dataclass(frozen=True, slots=True)
class _Told:
    """An act on a person at one sentence."""

    finding: Finding
    sight: Sight
    sure: float


def proposals(network: Network, rankers: Rankers | None, outline: Outline, limits: Limits) -> tuple[Proposal, ...]:
    """The proposals for a text, in order of their surest sentences. Without ``rankers`` the network alone chooses hosts and dates."""
    told: dict[tuple[int, int], list[_Told]] = {}
    for sight in network.see(outline):
        for one in _told(sight, min(limits.named, limits.unnamed) * limits.evidence):
            told.setdefault((one.finding.person, one.finding.act), []).append(one)
    groups = [group for (person, _), found in told.items() for group in _groups(person, found)]
    kept = _settled([group for group in groups if _best(group).sure >= _limit(group, limits)], limits)
    carry = [[one for one in group if one.sure >= limits.evidence * _best(group).sure] for group in kept]
    slots = _slots(network, outline, [one for group in carry for one in group])
    reading = _Reading(rankers, outline, limits)
    found = [proposal for group in carry for proposal in _proposed(reading, group, [slots[id(one)] for one in group])]
    return tuple(sorted(found, key=lambda proposal: (proposal.line, proposal.person, proposal.act)))


def _told(sight: Sight, least: float) -> Iterator[_Told]:
    sure = 1 / (1 + np.exp(-sight.acts))
    for row, line, act in np.argwhere(sure >= least):
        person = sight.persons[row] if row < len(sight.persons) else UNNAMED
        yield _Told(Finding(person, int(act), sight.lines[line]), sight, float(sure[row, line, act]))


def _groups(person: int, found: list[_Told]) -> Iterator[list[_Told]]:
    """All of a named person is one group; of the unnamed what stands in neighbouring sentences."""
    if person != UNNAMED:
        yield found
        return
    group: list[_Told] = []
    for one in sorted(found, key=lambda told: told.finding.line):
        if group and one.finding.line - group[-1].finding.line > 2:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _best(group: Sequence[_Told]) -> _Told:
    return max(group, key=lambda told: told.sure)


def _limit(group: Sequence[_Told], limits: Limits) -> float:
    return limits.unnamed if group[0].finding.person == UNNAMED else limits.named


def _settled(groups: list[list[_Told]], limits: Limits) -> list[list[_Told]]:
    """Without what a surer proposal at the same sentence makes unlikely: another act for the person, another person for the act."""
    kept: list[list[_Told]] = []
    surer: dict[int, list[_Told]] = {}  # by sentence: what was kept before
    for group in sorted(groups, key=lambda g: -_best(g).sure):
        best = _best(group)
        beside = surer.setdefault(best.finding.line, [])
        if not any(_outdone(best, other, limits) for other in beside):
            kept.append(group)
            beside.append(best)
    return kept


def _outdone(one: _Told, surer: _Told, limits: Limits) -> bool:
    """Whether ``surer`` at the same sentence makes ``one`` unlikely."""
    a, b = one.finding, surer.finding
    if a.person == b.person and {ACTS[a.act], ACTS[b.act]} <= RETURNS:
        return True
    rivals = a.person == b.person or (a.act == b.act and UNNAMED not in {a.person, b.person})
    return rivals and one.sure < limits.beside * surer.sure


@dataclass(frozen=True, slots=True)
class _Reading:
    """What decides about one text."""

    rankers: Rankers | None
    outline: Outline
    limits: Limits


@dataclass(frozen=True, slots=True)
class _Slots:
    """Probabilities read at one sentence: of each state and slot, of each date; key None is none of them. With each value where it stands
    most surely, as a number of the outline's places or dates.
    """

    states: tuple[dict[str | None, float], ...]
    dates: dict[str | None, float]
    place_of: dict[tuple[int, str | None], int]
    date_of: dict[str | None, int]
    groups: dict[int | None, float]


def _proposed(reading: _Reading, carry: list[_Told], slots: list[_Slots]) -> Iterator[Proposal]:
    """The proposal of a group, or several where its sentences tell of different days."""
    for members in _occasions(carry, slots, reading.limits):
        yield _joined(reading, [carry[n] for n in members], [slots[n] for n in members])


def _slots(network: Network, outline: Outline, told: Sequence[_Told]) -> dict[int, _Slots]:
    """What the network points at for each of ``told``, by its id; asked once a window, which is faster than one by one."""
    of_window: dict[int, list[_Told]] = {}
    for one in told:
        of_window.setdefault(id(one.sight), []).append(one)
    found: dict[int, _Slots] = {}
    for asked in of_window.values():
        sight, findings = asked[0].sight, [one.finding for one in asked]
        unnamed = [finding for finding in findings if finding.person == UNNAMED]
        groups = dict(zip(unnamed, network.groups(outline, sight, unnamed), strict=True)) if unnamed else {}
        places, dates = network.places(outline, sight, findings), network.dates(outline, sight, findings)
        for one, of_places, of_dates in zip(asked, places, dates, strict=True):
            found[id(one)] = _pointed_at(outline, sight.window, of_places, of_dates, groups.get(one.finding))
    return found


def _pointed_at(outline: Outline, window: Window, places: Floats, dates: Floats, groups: Floats | None) -> _Slots:
    """The probabilities of one finding (places + 1, slots), (dates + 1) and (noun phrases + 1), by value."""
    states: tuple[dict[str | None, float], ...] = tuple({None: float(none)} for none in places[-1])
    place_of: dict[tuple[int, str | None], int] = {}
    best: dict[tuple[int, str | None], float] = {}
    for row, stretch in zip(places, window.places, strict=False):
        state = outline.places[stretch.index].state
        for slot, sure in enumerate(row):
            states[slot][state] = states[slot].get(state, 0.0) + float(sure)
            if sure > best.get((slot, state), -1.0):
                best[slot, state], place_of[slot, state] = float(sure), stretch.index
    told: dict[str | None, float] = {None: float(dates[-1])}
    date_of: dict[str | None, int] = {}
    surest: dict[str | None, float] = {}
    for sure, stretch in zip(dates, window.dates, strict=False):
        value = outline.dates[stretch.index].date
        told[value] = told.get(value, 0.0) + float(sure)
        if sure > surest.get(value, 0.0 if value is not None else float(dates[-1])):
            surest[value], date_of[value] = float(sure), stretch.index
    numbers = [*(stretch.index for stretch in window.groups), None]
    named_by = {} if groups is None else dict(zip(numbers, map(float, groups), strict=True))
    return _Slots(states, told, place_of, date_of, named_by)


def _occasions(carry: list[_Told], slots: list[_Slots], limits: Limits) -> list[list[int]]:
    """Numbers of the sentences that tell of one occasion each: those with a sure date of their own part from those with another."""
    found: list[tuple[Edtf | None, list[int]]] = []
    for number in sorted(range(len(carry)), key=lambda n: -carry[n].sure):
        date = _sure_date(carry[number], slots[number], limits)
        place = next(
            (i for i, (other, _) in enumerate(found) if date is None or other is None or other.overlaps(date)), None
        )
        if place is None:
            found.append((date, [number]))
        else:
            other, numbers = found[place]
            found[place] = (other or date, [*numbers, number])
    return [sorted(numbers) for _, numbers in found]


def _sure_date(one: _Told, slots: _Slots, limits: Limits) -> Edtf | None:
    """The date of a sentence that tells the act beyond doubt."""
    value = max(slots.dates, key=lambda v: slots.dates[v])
    if value is None or one.sure < limits.second or slots.dates[value] < limits.second:
        return None
    try:
        return Edtf(value)
    except BadDate:
        return None


def _joined(reading: _Reading, members: list[_Told], slots: list[_Slots]) -> Proposal:
    """One proposal out of the sentences that tell it, each counted as it is sure."""
    outline, rankers = reading.outline, reading.rankers
    best = _best(members)
    act = ACTS[best.finding.act]
    weights = [one.sure for one in members]
    status = sum(weight * _status(one) for weight, one in zip(weights, members, strict=True))
    lines = tuple(sorted({one.finding.line for one in members}))
    kind = STATUSES[int(np.argmax(status))]
    asked = Asked(act=act, status=kind, person=best.finding.person, line=best.finding.line, lines=lines)
    host, destination, origin = (
        _mean([one.states[slot] for one in slots], weights) for slot in range(len(PLACE_SLOTS))
    )
    dates = _mean([one.dates for one in slots], weights)
    if rankers is not None:
        led = _likeliest(destination) if act in _MOVES else None
        host = _mixed(host, rankers.hosts(outline, asked, _likeliest(origin), led), reading.limits.host_trees)
        dates = _mixed(dates, rankers.dates(outline, asked), reading.limits.date_trees)
    date = _pointed(dates, lambda value: _date_of(reading, slots, value, best.finding.line))
    return Proposal(
        person=best.finding.person,
        act=act,
        status=kind,
        lines=lines,
        line=best.finding.line,
        sure=best.sure,
        host=None if act == "interpol" else _pointed(host, lambda value: _place_of(reading, slots, 0, value)),
        destination=_pointed(destination, lambda value: _place_of(reading, slots, 1, value)) if act in _MOVES else None,
        origin=_pointed(origin, lambda value: _place_of(reading, slots, 2, value)),
        date=date,
        group=_pointed_group(slots, weights),
        open_date=next((s.date_of[None] for s in slots if date is None and None in s.date_of), None),
    )


def _status(one: _Told) -> Floats:
    row, line = one.sight.row(one.finding.person), one.sight.lines.index(one.finding.line)
    logits = one.sight.statuses[row, line, one.finding.act]
    shares = np.exp(logits - logits.max())
    found: Floats = shares / shares.sum()
    return found


def _mean(shares: Sequence[Mapping[str | None, float]], weights: Sequence[float]) -> dict[str | None, float]:
    """The probabilities of several sentences in one, each counted as it is sure."""
    total: dict[str | None, float] = {}
    for one, weight in zip(shares, weights, strict=True):
        for value, sure in one.items():
            total[value] = total.get(value, 0.0) + weight * sure / sum(weights)
    return total


def _mixed(
    network: Mapping[str | None, float], trees: Mapping[str | None, float], share: float
) -> dict[str | None, float]:
    """Two opinions multiplied, the trees' to the power ``share``, the network's to the rest."""
    values = {**network, **trees}
    logs = {
        v: (1 - share) * math.log(network.get(v, 0.0) + _LEAST) + share * math.log(trees.get(v, 0.0) + _LEAST)
        for v in values
    }
    most = max(logs.values())
    total = sum(math.exp(log - most) for log in logs.values())
    return {value: math.exp(log - most) / total for value, log in logs.items()}


def _likeliest(shares: Mapping[str | None, float]) -> str | None:
    return max(shares, key=lambda value: shares[value])


def _pointed(shares: Mapping[str | None, float], place: Callable[[str], int]) -> Pointed | None:
    value = _likeliest(shares)
    return None if value is None else Pointed(value, place(value), shares[value])


def _place_of(reading: _Reading, slots: Sequence[_Slots], slot: int, state: str) -> int:
    """Where the state stands: the place the network pointed at most surely, else its first mention."""
    pointed = next((one.place_of[slot, state] for one in slots if (slot, state) in one.place_of), None)
    return pointed if pointed is not None else next(n for n, p in enumerate(reading.outline.places) if p.state == state)


def _date_of(reading: _Reading, slots: Sequence[_Slots], date: str, line: int) -> int:
    """Where the date stands: where the network pointed at it, else nearest to the sentence."""
    pointed = next((one.date_of[date] for one in slots if date in one.date_of), None)
    if pointed is not None:
        return pointed
    start = reading.outline.lines[line].start
    alike = [n for n, one in enumerate(reading.outline.dates) if one.date == date]
    return min(alike, key=lambda n: abs(reading.outline.dates[n].start - start))


def _pointed_group(slots: list[_Slots], weights: list[float]) -> int | None:
    """The noun phrase most likely meant; the text must hold one, so that «none» does not win."""
    total: dict[int, float] = {}
    for one, weight in zip(slots, weights, strict=True):
        for group, sure in one.groups.items():
            if group is not None:
                total[group] = total.get(group, 0.0) + weight * sure
    return max(total, key=lambda g: total[g]) if total else None
