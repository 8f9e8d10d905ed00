"""A run as JSON, and back: the file that ``--save`` writes and ``--against`` reads, and the scores that ``--json`` shows."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from amparo.model import WrongCall

from .annotation import Event, event
from .compare import Change, Comparison, Fate
from .folder import Part
from .measures import MEASURES, Counts, Share, Tally
from .misses import Miss, Reason
from .pairing import Pair
from .run import Detail, Measured, Run

_FORMAT = "amparo evaluation 1"


def run_json(run: Run) -> dict[str, Any]:
    """All of a run, as ``--save`` keeps it."""
    return {
        "format": _FORMAT,
        "engine": run.engine,
        "program": run.program,
        "part": run.part.value,
        "folders": list(run.folders),
        "scores": scores_json(run.total),
        "documents": [_measured_json(one) for one in run.documents],
    }


def read_run(path: Path) -> Run:
    """The run that ``--save`` wrote to ``path``. Raises WrongCall for any other file."""
    try:
        raw = json.loads(path.read_text("utf-8"))
        if raw["format"] != _FORMAT:
            raise WrongCall(f"{path} was saved in another format ({raw['format']}); measure anew and save again.")
        return Run(
            engine=raw["engine"],
            program=raw["program"],
            part=Part(raw["part"]),
            folders=tuple(raw["folders"]),
            documents=tuple(_measured(one, str(path)) for one in raw["documents"]),
        )
    except OSError as error:
        raise WrongCall(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WrongCall(f"{path} is not a run of amparo evaluate; make one with --save FILE.") from error


def scores_json(counts: Counts) -> dict[str, Any]:
    """The scores in the shape of the project's scorer (``eval/score.py --json``), with ``unnamed`` beside its measures."""
    return {
        "documents": counts.documents,
        "unread": counts.unread,
        **{name: _scored(counts.measures.get(name, Tally())) for name in MEASURES},
        "fields": {slot: _rounded(share, 3) for slot, share in counts.slots.items() if share.of},
        "acts": {act: _scored(tally) for act, tally in sorted(counts.acts.items())},
        "grounded": {
            "quotes_verbatim": _rounded(counts.quotes, 4),
            "quotes": counts.quotes.of,
            "incidents_with_quote": _rounded(counts.carried, 4),
        },
        "negatives": {"documents": counts.negatives, "false_incidents": counts.false_in_negatives},
    }


def miss_json(miss: Miss, document: str, kind: str) -> dict[str, Any]:
    """One missed or false incident: the text's id, the incident, the reason, and what stands on the same words instead."""
    instead = event_json(miss.instead) if miss.instead is not None else None
    return {
        "kind": kind,
        "document": document,
        "reason": miss.reason.value,
        **event_json(miss.event),
        "instead": instead,
    }


def pair_json(one: Pair, document: str) -> dict[str, Any]:
    """One pair: the text's id, the slots that are wrong, and both incidents."""
    return {
        "kind": "pair",
        "document": document,
        "wrong": list(one.wrong),
        "gold": event_json(one.gold),
        "found": event_json(one.found),
    }


def evaluation_json(
    run: Run, by: Sequence[str], comparison: Comparison | None = None, *, misses: bool = False
) -> dict[str, Any]:
    """What ``--json`` shows: the scores of all texts and of each part («lang», «genre»), with the misses and the comparison if asked for."""
    parts = {key: {name: scores_json(part) for name, part in run.by(key).items()} for key in by}
    listed = [row for one in run.documents for row in _incidents(one)] if misses else None
    return {
        "engine": run.engine,
        "program": run.program,
        "part": run.part.value,
        "folders": list(run.folders),
        "all": scores_json(run.total),
        **parts,
        **({} if listed is None else {"misses": [row for row in listed if row.get("wrong") != []]}),
        **({} if comparison is None else {"comparison": comparison_json(comparison)}),
    }


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """What two runs differ in: F1 before and after by measure and act, shares by slot, and the incidents that fared otherwise."""
    return {
        "before": comparison.before,
        "after": comparison.after,
        "documents": comparison.documents,
        "only_before": comparison.only_before,
        "only_after": comparison.only_after,
        "measures": {one.measure: _change_json(one) for one in comparison.measures},
        "acts": {one.measure: _change_json(one) for one in comparison.acts},
        "fields": {one.slot: {"before": one.before, "after": one.after} for one in comparison.slots},
        "better": [_fate_json(one) for one in comparison.better],
        "worse": [_fate_json(one) for one in comparison.worse],
    }


def event_json(one: Event) -> dict[str, Any]:
    """An incident under the keys of the annotation schema."""
    return {
        "target": one.target,
        "unnamed": one.unnamed,
        "act": one.act,
        "status": one.status,
        "host": one.host,
        "destination": one.destination,
        "origin": one.origin,
        "date": one.date,
        "agents": list(one.agents),
        "sources": list(one.sources),
        "quotes": list(one.quotes),
        "optional": one.optional,
        "act_alt": list(one.act_alt),
        "host_any": list(one.host_any),
    }


def _scored(tally: Tally) -> dict[str, Any]:
    return {
        "p": round(tally.precision, 3),
        "r": round(tally.recall, 3),
        "f1": round(tally.f1, 3),
        "gold": tally.gold,
        "predicted": tally.found,
    }


def _change_json(change: Change) -> dict[str, Any]:
    interval = None if change.interval is None else [round(end, 3) for end in change.interval]
    return {"before": _scored(change.before), "after": _scored(change.after), "interval": interval}


def _fate_json(fate: Fate) -> dict[str, Any]:
    return {"document": fate.document, "before": fate.before, "after": fate.after, **event_json(fate.event)}


def _rounded(share: Share, digits: int) -> float | None:
    return None if share.value is None else round(share.value, digits)


def _measured_json(one: Measured) -> dict[str, Any]:
    return {
        "id": one.id,
        "lang": one.lang,
        "genre": one.genre,
        "counts": _counts_json(one.counts),
        "incidents": None if one.detail is None else list(_incidents(one)),
    }


def _incidents(one: Measured) -> Iterator[dict[str, Any]]:
    if one.detail is not None:
        yield from (pair_json(pair, one.id) for pair in one.detail.pairs)
        yield from (miss_json(miss, one.id, "missed") for miss in one.detail.missed)
        yield from (miss_json(miss, one.id, "false") for miss in one.detail.false)


def _counts_json(counts: Counts) -> dict[str, Any]:
    return {
        "documents": counts.documents,
        "unread": counts.unread,
        "measures": {name: [tally.right, tally.found, tally.gold] for name, tally in counts.measures.items()},
        "acts": {name: [tally.right, tally.found, tally.gold] for name, tally in counts.acts.items()},
        "slots": {name: [share.right, share.of] for name, share in counts.slots.items()},
        "quotes": [counts.quotes.right, counts.quotes.of],
        "carried": [counts.carried.right, counts.carried.of],
        "negatives": counts.negatives,
        "false_in_negatives": counts.false_in_negatives,
    }


def _counts(raw: Mapping[str, Any]) -> Counts:
    return Counts(
        documents=raw["documents"],
        unread=raw["unread"],
        measures={name: Tally(*numbers) for name, numbers in raw["measures"].items()},
        acts={name: Tally(*numbers) for name, numbers in raw["acts"].items()},
        slots={name: Share(*numbers) for name, numbers in raw["slots"].items()},
        quotes=Share(*raw["quotes"]),
        carried=Share(*raw["carried"]),
        negatives=raw["negatives"],
        false_in_negatives=raw["false_in_negatives"],
    )


def _measured(raw: Mapping[str, Any], where: str) -> Measured:
    rows = raw["incidents"]
    detail = None if rows is None else Detail(
        pairs=tuple(
            Pair(gold=event(row["gold"], where), found=event(row["found"], where), wrong=tuple(row["wrong"]))
            for row in rows if row["kind"] == "pair"
        ),
        missed=tuple(_miss(row, where) for row in rows if row["kind"] == "missed"),
        false=tuple(_miss(row, where) for row in rows if row["kind"] == "false"),
    )  # fmt: skip
    return Measured(id=raw["id"], lang=raw["lang"], genre=raw["genre"], counts=_counts(raw["counts"]), detail=detail)


def _miss(row: Mapping[str, Any], where: str) -> Miss:
    instead = event(row["instead"], where) if row["instead"] is not None else None
    return Miss(event=event(row, where), reason=Reason(row["reason"]), instead=instead)
