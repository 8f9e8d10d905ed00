"""One run of an engine over annotated texts: what came of each text, the scores of any part, and the file that keeps them.

A text of the blind fifth keeps its figures only: nobody can read its incidents out of a run.
"""

from dataclasses import dataclass

from .annotation import Annotation, Event
from .folder import Annotated, Part
from .measures import Counts, counts, summed
from .misses import Miss, false, missed
from .pairing import Pair, Pairing, pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What came of one text. ``detail`` is None for a text of the blind fifth."""

    id: str
    lang: str | None
    genre: str | None
    counts: Counts
    detail: "Detail | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """The incidents of one text: pairs, the annotated ones that were missed and the found ones that are false, with reasons."""

    pairs: tuple[Pair, ...]
    missed: tuple[Miss, ...]
    false: tuple[Miss, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run. ``engine`` is the name and version that the claims carry, ``program`` the version of Amparo, ``folders`` are names."""

    engine: str
    program: str
    part: Part
    folders: tuple[str, ...]
    documents: tuple[Measured, ...]

    @property
    def total(self) -> Counts:
        """The counts of all texts together."""
        return summed(one.counts for one in self.documents)

    def by(self, key: str) -> dict[str, Counts]:
        """The counts by «lang» or «genre», in order of the alphabet; texts that do not say stand under «not said»."""
        parts = sorted({_part(one, key) for one in self.documents})
        return {part: summed(one.counts for one in self.documents if _part(one, key) == part) for part in parts}


def measure(one: Annotated, found: Annotation | None) -> Measured:
    """Compare what was found in a text with what is annotated; ``found`` is None where the text could not be read."""
    pairing = pair(one.gold, found) if found is not None else Pairing(pairs=(), missed=_wanted(one.gold), false=())
    detail = Detail(pairs=pairing.pairs, missed=missed(one.gold, found, pairing), false=false(one.gold, pairing))
    return Measured(
        id=one.gold.id,
        lang=one.gold.lang,
        genre=one.gold.genre,
        counts=counts(one.gold, found, pairing, one.text),
        detail=None if one.gold.blind else detail,
    )


def _wanted(gold: Annotation) -> tuple[Event, ...]:
    return tuple(event for event in gold.events if not event.optional)


def _part(one: Measured, key: str) -> str:
    return (one.lang if key == "lang" else one.genre) or "not said"
