"""The figures are those of the project's scorer: on three texts by a copy of what it says, on any annotation where it is at hand."""

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.evaluate.annotations import TEXT, annotations

from amparo.extract.evaluate import Annotation, Measured, annotated, annotation, measure, scores_json, summed
from amparo.extract.evaluate.folder import Annotated
from amparo.extract.evaluate.pairing import pair, target_fits

HERE = Path(__file__).parent
SCORER = HERE.parents[3] / "shared" / "eval" / "score.py"
NOT_OURS = {"missing"}  # the scorer lists ids there; `unread` counts them

Score = Callable[[dict[str, Any], dict[str, Any], dict[str, str]], dict[str, Any]]


def predicted() -> dict[str, Annotation]:
    """Extractions of the three texts, with errors of many kinds put in."""
    rows = [json.loads(line) for line in (HERE / "predicted.jsonl").read_text("utf-8").splitlines()]
    named = [(row["id"].removesuffix(".txt"), row) for row in rows]
    return {name: annotation(row, "predicted.jsonl", name=name) for name, row in named}


def measured() -> list[Measured]:
    found = predicted()
    return [measure(one, found[one.gold.id]) for one in annotated([HERE / "texts"])]


@pytest.fixture(scope="session")
def score() -> Score:
    """The function of the scorer that scores."""
    if not SCORER.is_file():
        pytest.skip("the scorer is not beside this checkout (../shared/eval/score.py)")
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Score = module.score
    return found


@pytest.mark.parametrize("part", ["all", "en", "ru"])
def test_three_texts_score_as_the_scorer_scored_them(part: str) -> None:
    expected = json.loads((HERE / "expected.json").read_text("utf-8"))[part]
    scores = scores_json(summed(one.counts for one in measured() if part in ("all", one.lang)))
    assert {key: scores[key] for key in expected.keys() - NOT_OURS} == {
        key: value for key, value in expected.items() if key not in NOT_OURS
    }


def test_the_copy_is_what_the_scorer_says_today(score: Score) -> None:
    texts = annotated([HERE / "texts"])
    golds = {one.gold.id: json.loads(one.path.with_suffix(".json").read_text("utf-8")) for one in texts}
    rows = [json.loads(line) for line in (HERE / "predicted.jsonl").read_text("utf-8").splitlines()]
    said = score(golds, {row["id"].removesuffix(".txt"): row for row in rows}, {one.gold.id: one.text for one in texts})
    assert said == json.loads((HERE / "expected.json").read_text("utf-8"))["all"]


@settings(deadline=None, max_examples=150)
@given(gold=annotations(), found=st.none() | annotations(annotated=False))
def test_any_annotation_scores_as_the_scorer_scores_it(
    score: Score, gold: dict[str, Any], found: dict[str, Any] | None
) -> None:
    said = score({"a": gold}, {} if found is None else {"a": found}, {"a": TEXT})
    ours = scores_json(of(gold, found).counts)
    assert {key: ours[key] for key in said.keys() - NOT_OURS} == {
        key: value for key, value in said.items() if key not in NOT_OURS
    }
    assert ours["unread"] == len(said["missing"])


@settings(deadline=None)
@given(gold=annotations())
def test_what_is_annotated_found_again_is_all_right(gold: dict[str, Any]) -> None:
    gold["incidents"] = [
        {**one, "act_alt": [], "host_any": [], "optional": False} for one in gold["incidents"]
    ]  # what leaves something open may pair across
    counts = of(gold, gold).counts
    for measure_ in ("event", "strict", "exact", "unnamed", "law"):
        tally = counts.measures[measure_]
        assert tally.right == tally.found == tally.gold


@settings(deadline=None)
@given(gold=annotations(), found=annotations(annotated=False))
def test_pairs_are_one_to_one_and_nothing_is_left_that_would_pair(gold: dict[str, Any], found: dict[str, Any]) -> None:
    one, other = annotation(gold, "gold", name="a"), annotation(found, "found", name="a")
    pairing = pair(one, other)
    wanted = [event for event in one.events if not event.optional]
    assert len(pairing.pairs) + len(pairing.missed) == len(wanted)
    assert len(pairing.pairs) + len(pairing.false) <= len(other.events)
    for event in pairing.missed:
        alike = [left for left in pairing.false if left.act in (event.act, *event.act_alt)]
        assert not any(target_fits(event, left, one.persons) for left in alike)


@settings(deadline=None)
@given(parts=st.lists(st.tuples(annotations(), annotations(annotated=False)), min_size=1, max_size=4))
def test_scores_are_sums_over_texts(parts: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    counts = [of(*part).counts for part in parts]
    total = summed(counts)
    assert total.documents == len(parts)
    for name, tally in total.measures.items():
        assert tally.right == sum(one.measures[name].right for one in counts)
        assert tally.right <= min(tally.gold, tally.found) or name in {"agents", "sources"}
    assert summed([summed(counts[:1]), summed(counts[1:])]) == total


def test_the_share_of_unnamed_people_that_was_found() -> None:
    tally = summed(one.counts for one in measured()).measures["unnamed"]
    golds = [event for one in annotated([HERE / "texts"]) for event in one.gold.events]
    assert tally.gold == sum(event.target is None and not event.optional for event in golds)
    assert 0 < tally.right < tally.gold


def of(gold: dict[str, Any], found: dict[str, Any] | None) -> Measured:
    """One text measured."""
    one = Annotated(gold=annotation(gold, "gold", name="a"), path=Path("a.txt"), text=TEXT)
    return measure(one, None if found is None else annotation(found, "found", name="a"))
