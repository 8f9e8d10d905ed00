"""Which found incident is which annotated one: equal target and act, one to one inside a text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .annotation import Annotation, Event
from .fitting import name_fits, slot_fits

SLOTS = ("status", "host", "destination", "origin", "date", "date_exact")  # measured over the pairs
STRICT = ("status", "host", "destination", "date")  # all right: the incident is right in the strict sense
EXACT = (*STRICT, "origin", "date_exact")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An annotated incident and the found one that stands for it; ``wrong`` are the slots, in the order of `SLOTS`, that differ."""

    gold: Event
    found: Event
    wrong: tuple[str, ...]

    @property
    def strict(self) -> bool:
        """Whether status, host, destination and date are all right."""
        return not set(STRICT) & set(self.wrong)

    @property
    def exact(self) -> bool:
        """The same, with the origin right and the date to the letter."""
        return not set(EXACT) & set(self.wrong)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """The incidents of one text: those that pair, the annotated ones that were missed, the found ones that are false.

    Pairs with an annotated incident that is optional are left out on both sides.
    """

    pairs: tuple[Pair, ...]
    missed: tuple[Event, ...]
    false: tuple[Event, ...]


def pair(gold: Annotation, found: Annotation) -> Pairing:
    """Pair the incidents of one text, those that agree in most slots first."""
    rated = sorted(
        (-len(SLOTS) + len(_wrong(g, f)), i, j)
        for i, g in enumerate(gold.events)
        for j, f in enumerate(found.events)
        if f.act in (g.act, *g.act_alt) and target_fits(g, f, gold.persons)
    )
    of_gold: dict[int, int] = {}
    of_found: dict[int, int] = {}
    for _, i, j in rated:
        if i not in of_gold and j not in of_found:
            of_gold[i], of_found[j] = j, i
    paired = [(gold.events[i], found.events[j]) for i, j in of_gold.items() if not gold.events[i].optional]
    return Pairing(
        pairs=tuple(Pair(gold=g, found=f, wrong=_wrong(g, f)) for g, f in paired),
        missed=_left(gold.events, of_gold),
        false=_left(found.events, of_found),
    )


def target_fits(gold: Event, found: Event, persons: Mapping[str, Sequence[str]]) -> bool:
    """Whether two incidents befall the same one: a name fits one of the target's names, or neither is named."""
    if gold.target is None or found.target is None:
        return gold.target is None and found.target is None
    return any(name_fits(form, found.target) for form in (*persons.get(gold.target, ()), gold.target))


def _wrong(gold: Event, found: Event) -> tuple[str, ...]:
    return tuple(slot for slot in SLOTS if not slot_fits(slot, gold, found))


def _left(events: Sequence[Event], paired: Mapping[int, int]) -> tuple[Event, ...]:
    return tuple(event for i, event in enumerate(events) if i not in paired and not event.optional)
