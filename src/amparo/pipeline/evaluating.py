"""Annotated texts → how good an engine is on them: each is read and extracted as any other file, then compared."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from amparo.archive import collect
from amparo.extract.evaluate import (
    MEASURES,
    SLOTS,
    STRICT,
    Annotated,
    Comparison,
    Counts,
    Event,
    Fate,
    Measured,
    Miss,
    Pair,
    Part,
    Reason,
    Run,
    annotated,
    annotation,
    compare,
    evaluation_json,
    measure,
    read_run,
    run_json,
)
from amparo.model import Extraction, Fault
from amparo.read import Reader
from amparo.report import extraction_json

from .clock import now, tool
from .reading import AS_USUAL, Given, How, Taken, read_and_extract

# What the commands need of `amparo.extract.evaluate`, which they reach through the pipeline alone.
__all__ = [
    "MEASURES", "SLOTS", "STRICT", "Annotated", "Comparison", "Counts", "Evaluated", "Event", "Fate", "Measured", "Miss", "Pair",
    "Part", "Reason", "Run", "annotated", "compare", "evaluate", "evaluation_json", "read_run", "run_json",
    "run_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluated:
    """What came of one annotated text: its figures, the engine that read it (None where it could not be read), and the faults."""

    measured: Measured
    engine: str | None
    faults: tuple[Fault, ...]


def evaluate(texts: Sequence[Annotated], *, how: How = AS_USUAL) -> Iterator[Evaluated]:
    """Read and extract each text, given the date of publication that its annotation has, and compare. Nothing is stored.

    Raises UnknownCode when there is no such engine.
    """
    with Reader() as reader:
        for one in texts:
            (item,) = collect([one.path])
            if isinstance(item, Fault):
                yield Evaluated(measured=measure(one, None), engine=None, faults=(item,))
                continue
            given = Given(published=one.gold.published)
            yield _evaluated(one, next(read_and_extract(item, reader, now(), given=given, how=how)))


def run_of(evaluated: Iterable[Evaluated], *, part: Part, folders: Sequence[Path]) -> Run:
    """All of them as one run, to be scored, saved and compared; several engines are named, the one that read most texts first."""
    done = list(evaluated)
    engines = Counter(one.engine for one in done if one.engine is not None)
    return Run(
        engine=", ".join(engine for engine, _ in engines.most_common()),
        program=tool(),
        part=part,
        folders=tuple(folder.resolve().name for folder in folders),
        documents=tuple(one.measured for one in done),
    )


def _evaluated(one: Annotated, taken: Taken) -> Evaluated:
    if taken.document is None or taken.extraction is None or _failed(taken.extraction):
        return Evaluated(measured=measure(one, None), engine=None, faults=taken.faults)
    found = annotation(extraction_json(taken.document, taken.extraction), one.path.name, name=one.gold.id)
    return Evaluated(measured=measure(one, found), engine=taken.extraction.engine, faults=taken.faults)


def _failed(extraction: Extraction) -> bool:
    """Whether the engine looked for nothing in the text, which it does not read."""
    return bool(extraction.faults) and not (extraction.claims or extraction.mentions)
