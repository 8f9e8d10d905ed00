"""How well a network does on annotated texts, and from which probability on it should propose."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from amparo.extract.evaluate import Annotated, Annotation, Counts, annotation, measure, summed
from amparo.extract.reader.decisions import Limits, proposals
from amparo.extract.reader.network import Finding, Network, Sight
from amparo.extract.reader.outline import UNNAMED, Outline
from amparo.extract.reader.ranking import Rankers
from texts import Text

Floats = NDArray[np.float32]
_Ask = Callable[[Outline, Sight, Sequence[Finding]], Floats]

_NAMED = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
_UNNAMED = (0.1, 0.2, 0.3, 0.4)
_BESIDE = (0.3, 0.5)
_SHOWN = ("persons", "event", "strict", "exact", "unnamed")
_STRICT = 0.3  # how much the strict measure counts beside the events


class Remembering(Network):
    """A network that reads each text once, so that many limits can be tried. The texts must live as long as it does."""

    def __init__(self, network: Network) -> None:
        super().__init__(network._encode, network._weights, network.pieces)  # noqa: SLF001  the same class
        self._seen: dict[int, list[Sight]] = {}
        self._answers: dict[tuple[str, int, Finding], Floats] = {}

    def see(self, outline: Outline) -> Iterator[Sight]:
        """Every window of an outline, read the first time it is asked for."""
        if id(outline) not in self._seen:
            self._seen[id(outline)] = list(super().see(outline))
        return iter(self._seen[id(outline)])

    def places(self, outline: Outline, sight: Sight, findings: Sequence[Finding]) -> Floats:
        """As `Network.places`, worked out once."""
        return self._once("places", super().places, outline, sight, findings)

    def dates(self, outline: Outline, sight: Sight, findings: Sequence[Finding]) -> Floats:
        """As `Network.dates`, worked out once."""
        return self._once("dates", super().dates, outline, sight, findings)

    def groups(self, outline: Outline, sight: Sight, findings: Sequence[Finding]) -> Floats:
        """As `Network.groups`, worked out once."""
        return self._once("groups", super().groups, outline, sight, findings)

    def _once(self, what: str, ask: _Ask, outline: Outline, sight: Sight, findings: Sequence[Finding]) -> Floats:
        keys = [(what, id(sight), finding) for finding in findings]
        new = [key for key in dict.fromkeys(keys) if key not in self._answers]
        if new:
            self._answers.update(zip(new, ask(outline, sight, [finding for _, _, finding in new]), strict=True))
        return np.stack([self._answers[key] for key in keys])


def counts(network: Network, rankers: Rankers | None, texts: Sequence[Text], limits: Limits) -> Counts:
    """The counts of all measures over ``texts``."""
    given = [Annotated(gold=_gold(text), path=Path(text.name), text=text.text) for text in texts]
    return summed(
        measure(one, _found(network, rankers, text, limits)).counts for one, text in zip(given, texts, strict=True)
    )


def best_limits(network: Network, rankers: Rankers | None, texts: Sequence[Text]) -> Limits:
    """The limits that do best on ``texts``."""
    read = Remembering(network)
    tried = [
        Limits(named=named, unnamed=unnamed, beside=beside)
        for named, unnamed, beside in itertools.product(_NAMED, _UNNAMED, _BESIDE)
    ]
    return max(tried, key=lambda limits: _worth(counts(read, rankers, texts, limits)))


def _worth(found: Counts) -> float:
    return found.measures["event"].f1 + _STRICT * found.measures["strict"].f1


def scores(found: Counts) -> dict[str, Any]:
    """The figures that the model card shows."""
    tallies = {name: found.measures[name] for name in _SHOWN}
    return {
        **{n: {"p": round(t.precision, 3), "r": round(t.recall, 3), "f1": round(t.f1, 3)} for n, t in tallies.items()},
        "fields": {name: None if share.value is None else round(share.value, 3) for name, share in found.slots.items()},
    }


def _gold(text: Text) -> Annotation:
    return annotation(text.gold, text.name, name=text.name)


def _found(network: Network, rankers: Rankers | None, text: Text, limits: Limits) -> Annotation:
    outline = text.outline
    incidents = [
        {
            "target": None if one.person == UNNAMED else outline.persons[one.person].name,
            "unnamed": None if one.person != UNNAMED else "people",
            "act": one.act,
            "status": one.status,
            "host": one.host and one.host.value,
            "destination": one.destination and one.destination.value,
            "origin": one.origin and one.origin.value,
            "date": one.date and one.date.value,
            "quotes": [text.text[outline.lines[n].start : outline.lines[n].end] for n in one.lines],
        }
        for one in proposals(network, rankers, outline, limits)
    ]
    return annotation({"id": text.name, "incidents": incidents}, text.name, name=text.name)
