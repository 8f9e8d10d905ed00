"""Two runs held against each other on the texts that both measured: what got better, what got worse, and how sure that is."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .annotation import Event
from .measures import MEASURES, Counts, Tally, summed
from .pairing import SLOTS, STRICT
from .run import Detail, Measured, Run

_DRAWS = 1000  # samples of the bootstrap; the ends of a 95 % interval then move by about .005
_SEED = 0  # the same two runs always give the same interval
_SURE = ("persons", "event", "strict")  # measures with an interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One measure before and after. ``interval`` holds 95 % of the differences in F1 over texts drawn anew (paired bootstrap)."""

    measure: str
    before: Tally
    after: Tally
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotChange:
    """One slot over the paired incidents, before and after: shares from 0 to 1, None where nothing was paired."""

    slot: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """One annotated or false incident that fared otherwise: «missed» or «not found», «wrong in: host» or «right», before and after."""

    document: str
    event: Event
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What two runs differ in. ``documents`` is the number of texts that both measured; the others are left out of every figure.

    Incidents of the blind fifth are not listed.
    """

    before: str
    after: str
    documents: int
    only_before: int
    only_after: int
    measures: tuple[Change, ...]
    acts: tuple[Change, ...]
    slots: tuple[SlotChange, ...]
    better: tuple[Fate, ...]
    worse: tuple[Fate, ...]


def compare(before: Run, after: Run) -> Comparison:
    """Hold the run ``after`` against the run ``before``."""
    olds = {one.id: one for one in before.documents}
    common = [(olds[one.id], one) for one in after.documents if one.id in olds]
    counts = [(old.counts, new.counts) for old, new in common]
    old, new = summed(one for one, _ in counts), summed(one for _, one in counts)
    fates = [(fate, rank) for pair in common for fate, rank in _fates(*pair)]
    return Comparison(
        before=before.engine,
        after=after.engine,
        documents=len(common),
        only_before=len(before.documents) - len(common),
        only_after=len(after.documents) - len(common),
        measures=tuple(_change(name, old, new, counts) for name in MEASURES),
        acts=tuple(
            Change(measure=act, before=old.acts.get(act, Tally()), after=new.acts.get(act, Tally()))
            for act in sorted({*old.acts, *new.acts})
        ),
        slots=tuple(
            SlotChange(slot=slot, before=old.slots[slot].value, after=new.slots[slot].value)
            for slot in SLOTS
            if slot in old.slots and slot in new.slots
        ),
        better=tuple(fate for fate, rank in fates if rank > 0),
        worse=tuple(fate for fate, rank in fates if rank < 0),
    )


def _change(name: str, old: Counts, new: Counts, counts: Sequence[tuple[Counts, Counts]]) -> Change:
    tallies = [(a.measures.get(name, Tally()), b.measures.get(name, Tally())) for a, b in counts]
    return Change(
        measure=name,
        before=old.measures.get(name, Tally()),
        after=new.measures.get(name, Tally()),
        interval=_interval(tallies) if name in _SURE and tallies else None,
    )


def _interval(tallies: Sequence[tuple[Tally, Tally]]) -> tuple[float, float]:
    """Between which differences in F1 95 of 100 draws of as many texts lie, both runs on the same draw."""
    dice = random.Random(_SEED)  # noqa: S311  # a sample, no secret
    drawn = sorted(_difference(dice.choices(tallies, k=len(tallies))) for _ in range(_DRAWS))
    return drawn[round(_DRAWS * 0.025)], drawn[round(_DRAWS * 0.975) - 1]


def _difference(tallies: Iterable[tuple[Tally, Tally]]) -> float:
    old, new = zip(*tallies, strict=True)
    return _sum(new).f1 - _sum(old).f1


def _sum(tallies: Sequence[Tally]) -> Tally:
    return Tally(sum(t.right for t in tallies), sum(t.found for t in tallies), sum(t.gold for t in tallies))


def _fates(old: Measured, new: Measured) -> Iterator[tuple[Fate, int]]:
    """The incidents of one text that fared otherwise, each with how much better (positive) or worse."""
    if old.detail is None or new.detail is None:
        return
    before, after = dict(_annotated(old.detail)), dict(_annotated(new.detail))
    for key, (event, words, rank) in after.items():
        if key in before and before[key][1] != words:
            yield Fate(document=new.id, event=event, before=before[key][1], after=words), rank - before[key][2]
    gone, come = (_spare(*pair) for pair in ((old.detail, new.detail), (new.detail, old.detail)))
    for event in gone:
        yield Fate(document=new.id, event=event, before="false", after="not found"), 1
    for event in come:
        yield Fate(document=new.id, event=event, before="not found", after="false"), -1


_Key = tuple[object, ...]


def _annotated(detail: Detail) -> Iterator[tuple[_Key, tuple[Event, str, int]]]:
    """Every annotated incident with how it fared, in words and as a rank; equal ones are numbered."""
    seen: Counter[_Key] = Counter()
    fared = [(one.gold, *_paired(one.wrong)) for one in detail.pairs]
    for event, words, rank in (*fared, *((one.event, "missed", -1) for one in detail.missed)):
        key = (
            event.target,
            event.unnamed,
            event.act,
            event.status,
            event.host,
            event.destination,
            event.date,
            event.quotes,
        )
        seen[key] += 1
        yield (*key, seen[key]), (event, words, rank)


def _paired(wrong: Sequence[str]) -> tuple[str, int]:
    strict = [slot for slot in wrong if slot in STRICT]
    return (f"wrong in {', '.join(strict)}" if strict else "right"), len(STRICT) - len(strict)


def _spare(detail: Detail, other: Detail) -> list[Event]:
    """The false incidents of ``detail`` that ``other`` does not have: by target and act."""
    left = Counter((one.event.who, one.event.act) for one in other.false)
    found = []
    for one in detail.false:
        key = (one.event.who, one.event.act)
        left[key] -= 1
        if left[key] < 0:
            found.append(one.event)
    return found
