import json
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.report.cases import COURIER, EXTRACTION, JOURNALIST, UNNAMED

from amparo.model import Case
from amparo.report import case_json, extraction_json, json_text

DOCS = Path(__file__).parents[2] / "docs" / "json.md"


@pytest.mark.parametrize("case", [JOURNALIST, UNNAMED], ids=["journalist", "unnamed"])
def test_case_as_json(case: Case, snapshot: SnapshotAssertion) -> None:
    assert json_text(case_json(case)) == snapshot


def test_same_json_in_whatever_order_the_records_come() -> None:
    expected = json_text(case_json(JOURNALIST))
    for documents in permutations(JOURNALIST.documents):
        shuffled = replace(
            JOURNALIST,
            documents=documents,
            claims=JOURNALIST.claims[::-1],
            mentions=JOURNALIST.mentions[::-1],
            speakers=JOURNALIST.speakers[::-1],
        )
        assert json_text(case_json(shuffled)) == expected


def test_every_passage_quotes_its_document() -> None:
    for case in (JOURNALIST, UNNAMED):
        texts = {document.id: document.text for document in case.documents}
        passages = [found for found in objects(case_json(case)) if "exact" in found]
        assert passages
        for passage in passages:
            assert texts[passage["document"]][passage["start"] : passage["end"]] == passage["exact"]


def test_page_of_a_passage_is_that_of_the_original() -> None:
    pages = {found["exact"]: found["page"] for found in objects(case_json(JOURNALIST)) if "exact" in found}
    assert pages["3 March 2022"] == 1
    assert pages["fraud"] == 2
    assert pages["2 March 2022"] is None


def test_contradicted_date_is_null_with_both_readings() -> None:
    first = plain(case_json(JOURNALIST))["incidents"][0]
    assert first["date"] is None
    assert first["contradictions"] == [
        {
            "slot": "date",
            "readings": [{"value": "2022-03-02", "claims": ["c1"]}, {"value": "2022-03-03", "claims": ["c2"]}],
        }
    ]


def test_docs_and_output_hold_the_same_keys() -> None:
    case = plain(case_json(JOURNALIST))
    extraction = plain(extraction_json(COURIER, EXTRACTION))
    claim = case["incidents"][0]["claims"][0]
    emitted = {
        "Case": case,
        "Person": case["person"],
        "Mention": case["mentions"][0],
        "Incident": case["incidents"][0],
        "Contradiction": case["incidents"][0]["contradictions"][0],
        "Reading": case["incidents"][0]["contradictions"][0]["readings"][0],
        "Claim": claim,
        "Slot": claim["act"],
        "Detail": claim["details"][0],
        "Agent": claim["agents"][0]["value"],
        "Passage": claim["passages"][0],
        "Date": case["documents"][0]["published"],
        "Incident findings": case["findings"][0],
        "Finding": case["findings"][0]["findings"][0],
        "Law statement": case["laws"][0],
        "Law check": case["laws"][0]["check"],
        "Call": case["calls"][0],
        "Window": case["windows"][0],
        "Document": case["documents"][0],
        "Extraction": extraction,
        "Extracted person": extraction["persons"][0],
        "Extracted other": extraction["others"][0],
        "Extracted incident": extraction["incidents"][0],
        "Extracted law": extraction["law"][0],
        "Extracted call": extraction["calls"][0],
        "Extracted window": extraction["windows"][0],
        "Fault": extraction["faults"][0],
    }
    documented = documented_keys()
    assert {section: documented[section] for section in emitted} == {key: list(found) for key, found in emitted.items()}
    held = {"Import row", "Case row", "Hit"}  # by tests/cli/test_rows.py
    held |= {"Explanation", "Explained slot"}  # by test_explanation.py
    held |= {"Evaluation", "Scores"}  # by tests/extract/evaluate/test_compare.py
    assert set(documented) - set(emitted) == held
    shapes = {tuple(found) for found in emitted.values()} | {tuple(extraction["incidents"][0]["details"])}
    assert {tuple(found) for found in objects(case) + objects(extraction)} <= shapes | {()}


def documented_keys() -> dict[str, list[str]]:
    """Keys in the first column of each section's table in docs/json.md."""
    sections: dict[str, list[str]] = {}
    for section in DOCS.read_text(encoding="utf-8").split("\n## ")[1:]:
        heading, _, body = section.partition("\n")
        sections[heading] = [line.split("`")[1] for line in body.splitlines() if line.startswith("| `")]
    return sections


def objects(value: Any) -> list[dict[str, Any]]:
    """Every JSON object inside ``value``, itself included."""
    if isinstance(value, dict):
        return [value, *(found for inner in value.values() for found in objects(inner))]
    return [found for inner in value for found in objects(inner)] if isinstance(value, list) else []


def plain(value: object) -> Any:
    """What a reader of the written JSON gets."""
    return json.loads(json_text(value))  # type: ignore[arg-type]
