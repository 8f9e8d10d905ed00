"""The measure of the project on its two annotated reports, where the annotations lie beside the checkout."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.extract.reports import report

from amparo.extract import extract
from amparo.report import extraction_json

SHARED = Path(__file__).resolve().parents[3] / "shared"
SEEDS, SCORER = SHARED / "seeds", SHARED / "eval" / "score.py"

pytestmark = pytest.mark.skipif(
    not (SEEDS.is_dir() and SCORER.is_file()), reason="the annotated reports are not beside this checkout (../shared)"
)


@pytest.fixture(scope="module")
def score(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the scorer says of the extractions of all annotated reports."""
    predicted = tmp_path_factory.mktemp("measure") / "predicted.jsonl"
    with predicted.open("w", encoding="utf-8") as lines:
        for path in sorted(SEEDS.glob("*.txt")):
            gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
            document = report(path.read_text("utf-8"), published=gold["published"])
            row = {**extraction_json(document, extract(document)), "id": path.stem}
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    command = [sys.executable, str(SCORER), str(SEEDS), str(predicted), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    whole: dict[str, Any] = json.loads(done.stdout)["all"]
    return whole


def test_all_reports_are_scored(score: dict[str, Any]) -> None:
    assert score["documents"] >= 2
    assert score["missing"] == []


def test_every_person_and_nobody_else(score: dict[str, Any]) -> None:
    assert score["persons"]["f1"] == 1.0


def test_events(score: dict[str, Any]) -> None:
    assert score["event"]["f1"] >= 0.80


def test_every_quotation_is_verbatim(score: dict[str, Any]) -> None:
    assert score["grounded"]["quotes_verbatim"] == 1.0
    assert score["grounded"]["incidents_with_quote"] == 1.0
