import json
import shutil
from pathlib import Path

import pytest

from amparo.model import UnknownCode
from amparo.pipeline import How
from amparo.pipeline.evaluating import Part, annotated, evaluate, run_of

TEXTS = Path(__file__).parents[1] / "extract" / "evaluate" / "texts"


def test_annotated_texts_are_read_as_any_other_file_with_the_date_of_their_annotation(tmp_path: Path) -> None:
    (tmp_path / "001-a.txt").write_text("The Tajik activist Odil Samadov was detained in Moscow last March.")
    incident = {
        "target": "Odil Samadov",
        "act": "detention",
        "status": "occurred",
        "host": "RU",
        "origin": "TJ",
        "date": "2022-03",
    }
    gold = {"lang": "en", "published": "2022-11-01", "persons": [{"name": "Odil Samadov"}], "incidents": [incident]}
    (tmp_path / "001-a.json").write_text(json.dumps(gold))
    (one,) = evaluate(annotated([tmp_path]))
    assert (one.measured.id, one.faults) == ("001-a", ())
    assert one.engine is not None
    assert one.engine.startswith("reader/")
    assert one.measured.detail is not None
    assert [pair.exact for pair in one.measured.detail.pairs] == [True]


def test_what_no_engine_reads_counts_as_missed(tmp_path: Path) -> None:
    incident = {"target": "Odil Samadov", "act": "detention", "status": "occurred"}
    for name, text in (
        ("001-a", "\0\1\2\3" * 99),
        ("002-b", "Den norske aktivisten ble arrestert i går og satt i fengsel."),
    ):
        (tmp_path / f"{name}.txt").write_text(text)
        (tmp_path / f"{name}.json").write_text(json.dumps({"incidents": [incident]}))
    done = list(evaluate(annotated([tmp_path])))
    assert all(one.faults and one.engine is None for one in done)
    total = run_of(done, part=Part.ALL, folders=[tmp_path]).total
    assert (total.documents, total.unread, total.measures["event"].gold) == (2, 2, 2)


def test_a_run_names_its_engine_its_program_and_its_folders(tmp_path: Path) -> None:
    for path in TEXTS.glob("g05-*"):
        shutil.copy(path, tmp_path)
    run = run_of(evaluate(annotated([tmp_path])), part=Part.BLIND, folders=[tmp_path])
    assert run.engine.startswith("reader/")
    assert (run.program.partition("/")[0], run.folders, run.part) == ("amparo", (tmp_path.name,), Part.BLIND)
    assert run.documents[0].detail is None
    assert run.total.quotes.value == 1.0


def test_an_unknown_engine_is_a_wrong_call() -> None:
    with pytest.raises(UnknownCode, match="engines"):
        list(evaluate(annotated([TEXTS]), how=How(engine="oracle")))
