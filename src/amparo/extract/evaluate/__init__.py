"""How good an engine is: its extractions held against texts that people annotated.

`measure` compares one text, a `Run` holds all of them with their scores, `compare` holds two runs against each other. The figures are
those of the project's scorer (``eval/score.py``), which a test holds equal.
"""

from .annotation import Annotation, Event, annotation
from .compare import Change, Comparison, Fate, compare
from .folder import Annotated, Part, annotated
from .measures import MEASURES, Counts, Share, Tally, summed
from .misses import Miss, Reason
from .pairing import SLOTS, STRICT, Pair
from .record import evaluation_json, event_json, miss_json, pair_json, read_run, run_json, scores_json
from .run import Detail, Measured, Run, measure

__all__ = [
    "MEASURES", "SLOTS", "STRICT", "Annotated", "Annotation", "Change", "Comparison", "Counts", "Detail", "Event", "Fate", "Measured",
    "Miss", "Pair", "Part", "Reason", "Run", "Share", "Tally", "annotated", "annotation", "compare", "evaluation_json", "event_json", "measure",
    "miss_json", "pair_json", "read_run", "run_json", "scores_json", "summed",
]  # fmt: skip
