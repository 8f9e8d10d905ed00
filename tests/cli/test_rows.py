"""The lines of JSON that only the commands write; those of the records are tests/report's."""

import json
from pathlib import Path

from tests.report.cases import COURIER, EXTRACTION
from tests.report.test_json_case import documented_keys

from amparo.casebook import CaseRow, Hit
from amparo.cli import rows
from amparo.model import Cause, Edtf, Fault, Passage, Person
from amparo.pipeline import Extracted, ImportRow, Outcome

FAULT = Fault(where="in/a.eml > b.pdf", cause=Cause.DAMAGED, message="It breaks off; ask for it again.")


def test_docs_and_output_hold_the_same_keys() -> None:
    imported = rows.imported(ImportRow(path="in/a.txt", outcome=Outcome.ADDED, faults=(FAULT,)))
    case = rows.case(
        CaseRow(
            person=Person(id="p", name="Someone", named=True, names=("Someone",), mentions=("m",), target=True),
            incidents=2,
            first=Edtf("2021"),
            last=None,
            acts=("detention",),
            hosts=("TR",),
            documents=1,
        )
    )
    hit = rows.hit(
        Hit(
            document_id="d",
            title=None,
            published=Edtf("2024-02"),
            snippet=Passage(document="d", start=3, end=8, exact="words"),
            rank=1.5,
        )
    )
    emitted = {"Import row": imported, "Case row": case, "Hit": hit}
    documented = documented_keys()
    assert {section: documented[section] for section in emitted} == {
        section: list(json.loads(line)) for section, line in emitted.items()
    }
    assert documented["Fault"] == list(json.loads(imported)["faults"][0])
    assert all("\n" not in line for line in emitted.values())


def test_a_file_that_was_not_read_has_every_key_of_one_that_was() -> None:
    read = Extracted(path=str(Path("in") / "courier.txt"), document=COURIER, extraction=EXTRACTION, faults=(FAULT,))
    unread = Extracted(path=FAULT.where, document=None, extraction=None, faults=(FAULT,))
    known, unknown = json.loads(rows.extracted(read)), json.loads(rows.extracted(unread))
    assert list(unknown) == list(known)
    assert (known["id"], unknown["id"]) == ("courier.txt", "b.pdf")
    assert known["faults"] == unknown["faults"]
    for key, value in unknown.items():
        assert key in {"id", "faults"} or value == ([] if isinstance(known[key], list) else None)
