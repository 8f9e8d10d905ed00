"""Two runs over the same invented text, the second with other errors than the first."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.extract.evaluate.test_measures import measured
from tests.extract.evaluate.test_misses import FLOWN, HELD, told
from tests.report.test_json_case import documented_keys

from amparo.extract.evaluate import (
    Annotated,
    Part,
    Run,
    annotation,
    compare,
    evaluation_json,
    measure,
    read_run,
    run_json,
)
from amparo.model import WrongCall

GOLD: dict[str, Any] = {
    "lang": "en",
    "persons": [{"name": "Anvar Holiqov"}],
    "incidents": [
        {**told("detention"), "host": "LV", "date": "2023-05-03"},
        {**told("rendition", FLOWN), "host": "LV"},
    ],
}


def run(*found: dict[str, Any], name: str = "001-a", engine: str = "rules/1") -> Run:
    """A run over one text, in which ``found`` was found."""
    one = Annotated(gold=annotation(GOLD, "gold", name=name), path=Path("a.txt"), text=f"{HELD} {FLOWN}")
    part = measure(one, annotation({"incidents": list(found)}, "found", name=name))
    return Run(engine=engine, program="amparo/0", part=Part.ALL, folders=("gold",), documents=(part,))


def fates(before: Run, after: Run) -> tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]:
    found = compare(before, after)
    better, worse = ([(one.event.act, one.before, one.after) for one in part] for part in (found.better, found.worse))
    return better, worse


RIGHT = {**told("detention"), "host": "LV", "date": "2023-05"}


def test_what_got_better_and_what_got_worse() -> None:
    before = run({**RIGHT, "host": "RU"}, told("torture"))
    after = run(RIGHT, told("killing"), {**told("rendition"), "host": "RU"})
    better = [
        ("detention", "wrong in host", "right"),
        ("rendition", "missed", "wrong in host"),
        ("torture", "false", "not found"),
    ]
    assert fates(before, after) == (better, [("killing", "not found", "false")])
    assert fates(after, before)[1] == [
        ("detention", "right", "wrong in host"), ("rendition", "wrong in host", "missed"), ("torture", "not found", "false"),
    ]  # fmt: skip


def test_a_run_against_itself_changes_nothing() -> None:
    one = run(RIGHT)
    found = compare(one, one)
    assert (found.better, found.worse) == ((), ())
    assert all(change.before == change.after for change in found.measures)
    assert {change.interval for change in found.measures} == {(0.0, 0.0), None}


def test_the_figures_before_and_after_and_how_sure_they_are() -> None:
    found = compare(run(), run(RIGHT))
    event = next(change for change in found.measures if change.measure == "event")
    assert (event.before.f1, round(event.after.f1, 3)) == (0.0, 0.667)
    assert event.interval is not None
    assert event.interval[0] <= 0.667 <= round(event.interval[1], 3)
    assert {one.measure for one in found.acts} == {"detention", "rendition"}


def test_only_texts_of_both_runs_count() -> None:
    one, other = run(RIGHT), run(name="002-b")
    both = replace(one, documents=(*one.documents, *other.documents))
    found = compare(both, other)
    assert (found.documents, found.only_before, found.only_after) == (1, 1, 0)
    assert next(iter(found.measures)).before == next(iter(found.measures)).after
    assert compare(one, other).documents == 0


def test_of_the_blind_fifth_a_run_keeps_and_a_comparison_shows_figures_only() -> None:
    before, after = run(name="005-a"), run(RIGHT, name="005-a")
    assert (before.documents[0].detail, run_json(before)["documents"][0]["incidents"]) == (None, None)
    assert fates(before, after) == ([], [])
    assert any(change.before != change.after for change in compare(before, after).measures)
    assert "Holiqov" not in json.dumps(
        [run_json(after), evaluation_json(after, ["lang"], compare(before, after), misses=True)]
    )


def test_a_run_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    whole = replace(run(RIGHT, told("torture")), documents=(*run(RIGHT, told("torture")).documents, *measured()))
    file = tmp_path / "run.json"
    file.write_text(json.dumps(run_json(whole)), encoding="utf-8")
    assert read_run(file) == whole


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read"),
        ("{", "is not a run of amparo evaluate"),
        ("[]", "is not a run of amparo evaluate"),
        ('{"id": 1}', "is not a run of amparo evaluate"),
        ('{"format": "amparo evaluation 9"}', "was saved in another format"),
        ('{"format": "amparo evaluation 1", "engine": "x", "program": "y", "part": "half"}', "is not a run"),
    ],
)
def test_another_file_is_a_wrong_call(tmp_path: Path, content: str | None, message: str) -> None:
    file = tmp_path / "run.json"
    if content is not None:
        file.write_text(content)
    with pytest.raises(WrongCall, match=message):
        read_run(file)


def test_the_keys_of_the_json_are_those_of_the_page() -> None:
    documented = documented_keys()
    whole = evaluation_json(run(RIGHT), ["lang", "genre"], compare(run(), run(RIGHT)), misses=True)
    assert list(whole) == documented["Evaluation"]
    assert list(whole["all"]) == documented["Scores"]


def test_the_parts_of_a_run_by_language() -> None:
    whole = replace(run(), documents=tuple(measured()))
    parts = whole.by("lang")
    assert list(parts) == ["en", "ru"]
    assert sum(part.documents for part in parts.values()) == whole.total.documents == 3
    shown = evaluation_json(whole, ["lang"], misses=True)
    assert shown["lang"].keys() == {"en", "ru"}
    assert {row["document"] for row in shown["misses"]} == {"022-zvartnots-varanovich", "d41-ru-gknb-oproverzhenie"}
    assert {row["kind"] for row in shown["misses"]} == {"missed", "false", "pair"}
