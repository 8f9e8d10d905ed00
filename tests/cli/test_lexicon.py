"""--lexicon: a user adds a verb and an agency, and sees them work."""

import json
from pathlib import Path

import pytest
from tests.cli.program import Here, amparo

from amparo.casebook import Casebook

OWN = '[[trigger]]\nact = "abduction"\nverb = ["frogmarch"]\n\n[[agency]]\nname = "Ninth Bureau"\nstate = "TM"\n'
TEXT = "The Turkmen activist Odil Samadov was frogmarched out of his hostel in Istanbul by officers of the Ninth Bureau on 3 May 2019."


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A lexicon, and a folder with an annotated text."""
    own, gold = tmp_path / "own.toml", tmp_path / "gold"
    own.write_text(OWN)
    gold.mkdir()
    (gold / "001-a.txt").write_text(TEXT)
    incident = {"target": "Odil Samadov", "act": "abduction", "status": "occurred", "host": "TR", "date": "2019-05-03"}
    (gold / "001-a.json").write_text(json.dumps({"persons": [{"name": "Odil Samadov"}], "incidents": [incident]}))
    return own, gold


def test_a_verb_and_an_agency_of_ones_own_are_seen_at_work(files: tuple[Path, Path]) -> None:
    own, gold = files
    text = gold / "001-a.txt"
    assert amparo("explain", text, "--engine", "rules").out == "Nothing was found in it.\n"
    ran = amparo("explain", text, "--engine", "rules", "--lexicon", own)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("1. Odil Samadov: Reported abduction, Türkiye, 3 May 2019\n")
    assert "+lexicon:" in ran.out
    assert "Seen by “frogmarched”" in ran.out
    assert "lexicon given with --lexicon" in ran.out
    assert "who did it: Ninth Bureau, Turkmenistan" in ran.out


def test_with_every_command_that_reads(files: tuple[Path, Path], empty: Path) -> None:
    own, gold = files
    text = gold / "001-a.txt"
    by_rules = ("--engine", "rules", "--lexicon", own)
    assert json.loads(amparo("extract", text, "--json", *by_rules).out)["incidents"][0]["act"] == "abduction"
    scores = json.loads(amparo("evaluate", gold, "--json", *by_rules).out)
    assert (scores["all"]["strict"]["f1"], "+lexicon:" in scores["engine"]) == (1.0, True)
    assert "added " in amparo("-c", empty, "add", text, "--lexicon", own).out
    assert amparo("-c", empty, "rebuild", "--lexicon", own).out.endswith("cases 1.\n")
    with Casebook.open(empty, None, write=False) as book:
        (document,) = book.documents.all()
        kept = book.documents.extraction(document.id)
        assert kept is not None
        assert "own.abduction" in {claim.act.rule for claim in kept.claims}
        assert kept.engine.endswith(scores["engine"].partition("+")[2])
    amparo("-c", empty, "rebuild")
    with Casebook.open(empty, None, write=False) as book:
        kept = book.documents.extraction(document.id)
        assert kept is not None
        assert "own.abduction" not in {claim.act.rule for claim in kept.claims}


def test_a_lexicon_that_does_not_fit_ends_the_command_before_anything_is_read(
    here: Here, files: tuple[Path, Path], empty: Path
) -> None:
    own, gold = files
    own.write_text(OWN.replace("abduction", "abductoin"))
    for command in (("extract", gold), ("explain", gold / "001-a.txt"), ("evaluate", gold), ("-c", empty, "add", gold)):
        ran = here(*command, "--lexicon", own)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"{own}, trigger 1, act: 'abductoin' is not in the vocabulary of acts.")
