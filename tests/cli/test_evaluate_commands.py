"""evaluate"""

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.program import Here, amparo

TEXTS = Path(__file__).parents[1] / "extract" / "evaluate" / "texts"
OPEN, BLIND = "022-zvartnots-varanovich", "g05-invented"


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one open text and one of the blind fifth."""
    folder = tmp_path_factory.mktemp("gold")
    for name in (OPEN, BLIND):
        for path in TEXTS.glob(f"{name}.*"):
            shutil.copy(path, folder)
    return folder


def test_the_tables_on_the_screen(gold: Path) -> None:
    ran = amparo("evaluate", gold, "--by", "lang", "--by", "genre", "--by", "act")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0].endswith(" on 2 annotated texts")
    for label in (
        "event  ",
        "strict ",
        "unnamed ",
        "By language ",
        "By genre ",
        "By act ",
        "Quotations that stand in their text: 1.000 of",
    ):
        assert f"\n{label}" in ran.out


def test_misses_are_listed_with_quote_and_reason_but_not_those_of_the_blind_fifth(gold: Path) -> None:
    ran = amparo("evaluate", gold, "--misses", "--engine", "rules")
    assert f"\nmissed in {OPEN}: " in ran.out
    assert "\n    “" in ran.out
    assert BLIND not in ran.out
    assert "Incidents of the blind fifth (number ending in 0 or 5) are not listed." in ran.out


def test_a_run_is_kept_and_the_next_held_against_it(gold: Path, tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    assert amparo("evaluate", gold, "--save", file).code == 0
    kept = json.loads(file.read_text("utf-8"))
    hit = next(row for row in kept["documents"][0]["incidents"] if row["kind"] == "pair" and row["wrong"] == [])
    kept["documents"][0]["incidents"].remove(hit)  # as if an older engine had missed it
    kept["documents"][0]["incidents"].append(
        {"kind": "missed", "document": OPEN, "reason": "no_act", "instead": None, **hit["gold"]}
    )
    file.write_text(json.dumps(kept))
    ran = amparo("evaluate", gold, "--against", file)
    assert "\nBetter: 1\n" in ran.out
    assert "\n      missed → right\n" in ran.out
    assert ran.out.rstrip().endswith("Worse: 0")
    again = amparo("evaluate", gold, "--save", file)
    assert (again.code, again.out) == (2, "")
    assert "exists already" in again.err


def test_one_object_with_all_of_it(gold: Path) -> None:
    ran = amparo("evaluate", gold, "--json", "--by", "lang", "--misses")
    whole = json.loads(ran.out)
    assert whole["all"]["documents"] == whole["lang"]["en"]["documents"] == 2
    assert whole["all"]["event"].keys() == {"p", "r", "f1", "gold", "predicted"}
    assert {row["document"] for row in whole["misses"]} == {OPEN}


def test_the_blind_fifth_and_the_others(gold: Path) -> None:
    texts = [
        json.loads(amparo("evaluate", gold, part, "--json").out)["all"]["documents"] for part in ("--blind", "--open")
    ]
    assert texts == [1, 1]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--blind", "--misses"], "Nobody reads the misses of the blind fifth"),
        (["--blind", "--open"], "exclude each other"),
        (["--engine", "oracle"], "is not in the vocabulary of engines"),
        (["--against", "nowhere.json"], "nowhere.json cannot be read"),
    ],
)
def test_a_wrong_call_says_so(here: Here, gold: Path, options: list[str], message: str) -> None:
    ran = here("evaluate", gold, *options)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_an_annotation_that_does_not_fit_is_told_with_its_file(here: Here, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"incidents": [{"act": "held"}]}')
    ran = here("evaluate", tmp_path)
    assert ran.code == 2
    assert ran.err.startswith(f"{tmp_path / 'a.json'}: incidents 1, act has 'held'")
