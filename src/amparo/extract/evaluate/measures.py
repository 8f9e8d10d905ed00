"""The figures: what was right, found and annotated, text by text; sums of these give the scores of any set of texts.

persons    a found target is right when its name fits one of an annotated target's names
event      one incident = target and act, paired one to one inside a text
strict     event, with status, host, destination and date all right
exact      strict, with the origin right and the date exactly the annotated one
unnamed    the incidents of people whom the text does not name, of the events
agents, sources        names, over the paired incidents
law        pairs of instrument and state
calls, windows         by quotation: half of the words of the shorter one are shared
slots      the share that is right over the paired incidents
grounded   the share of quotations that stand verbatim in the text, and of found incidents that have one
negatives  incidents found in texts of which none is annotated
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .annotation import Annotation, Event
from .fitting import name_fits, overlap, squeeze
from .pairing import SLOTS, Pair, Pairing

MEASURES = ("persons", "event", "strict", "exact", "unnamed", "agents", "sources", "law", "calls", "windows")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, of how many found and how many annotated."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of the found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the annotated that was found; 0 where nothing is annotated."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two; 0 where nothing is right."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many were right of how many."""

    right: int = 0
    of: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.of + other.of)

    @property
    def value(self) -> float | None:
        """The share from 0 to 1; None of nothing."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """All that is counted in one text, or summed over several: tallies by measure and by act, shares by slot.

    ``quotes`` are quotations that stand in their text, ``carried`` incidents with at least one. ``negatives`` are texts in which no
    incident is annotated, ``false_in_negatives`` the incidents found in them. ``unread`` are texts that gave no extraction.
    """

    documents: int = 0
    unread: int = 0
    measures: Mapping[str, Tally] = field(default_factory=dict)
    acts: Mapping[str, Tally] = field(default_factory=dict)
    slots: Mapping[str, Share] = field(default_factory=dict)
    quotes: Share = Share()
    carried: Share = Share()
    negatives: int = 0
    false_in_negatives: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            documents=self.documents + other.documents,
            unread=self.unread + other.unread,
            measures=_tallied((*self.measures.items(), *other.measures.items())),
            acts=_tallied((*self.acts.items(), *other.acts.items())),
            slots={slot: self.slots.get(slot, Share()) + other.slots.get(slot, Share()) for slot in SLOTS},
            quotes=self.quotes + other.quotes,
            carried=self.carried + other.carried,
            negatives=self.negatives + other.negatives,
            false_in_negatives=self.false_in_negatives + other.false_in_negatives,
        )


def summed(counts: Iterable[Counts]) -> Counts:
    """The counts of several texts together."""
    return sum(counts, start=Counts())


def counts(gold: Annotation, found: Annotation | None, pairing: Pairing, text: str) -> Counts:
    """What is counted in one text; ``found`` is None when the text could not be read, and ``pairing`` then pairs nothing."""
    told = (*(one.found for one in pairing.pairs), *pairing.false)
    quotes = [quote for event in told for quote in event.quotes]
    words = squeeze(text)
    empty = not gold.events
    return Counts(
        documents=1,
        unread=int(found is None),
        measures=_measures(gold, found, pairing),
        acts=_tallied(_of_acts(pairing)),
        slots={slot: Share(sum(slot not in one.wrong for one in pairing.pairs), len(pairing.pairs)) for slot in SLOTS},
        quotes=Share(sum(squeeze(quote) in words for quote in quotes), len(quotes)),
        carried=Share(sum(bool(event.quotes) for event in told), len(told)),
        negatives=int(empty),
        false_in_negatives=len(found.events) if empty and found is not None else 0,
    )


def _measures(gold: Annotation, found: Annotation | None, pairing: Pairing) -> dict[str, Tally]:
    pairs = pairing.pairs
    told, wanted = len(pairs) + len(pairing.false), len(pairs) + len(pairing.missed)
    laws = frozenset[tuple[str, str | None]]() if found is None else found.laws
    calls, windows = ((), ()) if found is None else (found.calls, found.windows)
    unnamed = [one.gold for one in pairs if one.gold.target is None]
    missed = sum(event.target is None for event in pairing.missed)
    false = sum(event.target is None for event in pairing.false)
    return {
        "persons": _persons(gold, () if found is None else found.events),
        "event": Tally(len(pairs), told, wanted),
        "strict": Tally(sum(one.strict for one in pairs), told, wanted),
        "exact": Tally(sum(one.exact for one in pairs), told, wanted),
        "unnamed": Tally(len(unnamed), len(unnamed) + false, len(unnamed) + missed),
        "agents": _names(pairs, "agents"),
        "sources": _names(pairs, "sources"),
        "law": Tally(len(gold.laws & laws), len(laws), len(gold.laws)),
        "calls": _quoted(gold.calls, calls),
        "windows": _quoted(gold.windows, windows),
    }


def _persons(gold: Annotation, events: Sequence[Event]) -> Tally:
    """Named targets of incidents, each once; a person without an incident is no target."""
    found = sorted({event.target for event in events if event.target})
    targets = {event.target for event in gold.events if event.target}
    wanted = [(name, *forms) for name, forms in gold.persons.items() if name in targets]
    hit = sum(any(name_fits(form, name) for name in found for form in forms) for forms in wanted)
    right = sum(any(name_fits(form, name) for forms in wanted for form in forms) for name in found)
    return Tally(min(hit, right), len(found), len(wanted))


def _names(pairs: Iterable[Pair], slot: str) -> Tally:
    total = Tally()
    for one in pairs:
        gold, found = getattr(one.gold, slot), getattr(one.found, slot)
        total += Tally(sum(any(name_fits(a, b) for b in found) for a in gold), len(found), len(gold))
    return total


def _quoted(gold: Sequence[str], found: Sequence[str]) -> Tally:
    free = list(found)
    right = 0
    for quote in gold:
        hit = next((one for one in free if overlap(squeeze(quote), squeeze(one)) >= 0.5), None)
        if hit is not None:
            right += 1
            free.remove(hit)
    return Tally(right, len(found), len(gold))


def _of_acts(pairing: Pairing) -> Iterator[tuple[str, Tally]]:
    for one in pairing.pairs:
        yield one.gold.act, Tally(right=1, gold=1)
        yield one.found.act, Tally(found=1)
    for event in pairing.missed:
        yield event.act, Tally(gold=1)
    for event in pairing.false:
        yield event.act, Tally(found=1)


def _tallied(named: Iterable[tuple[str, Tally]]) -> dict[str, Tally]:
    total: dict[str, Tally] = {}
    for name, tally in named:
        total[name] = total.get(name, Tally()) + tally
    return total
