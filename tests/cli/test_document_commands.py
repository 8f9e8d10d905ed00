"""extract and search."""

import json
from pathlib import Path

from tests.cli.program import Ran, amparo
from tests.read.files import ENGLISH, RUSSIAN


def test_what_a_report_tells_on_the_screen(demo: tuple[Ran, Path]) -> None:
    ran = amparo("extract", demo[1] / "reports" / "russia-transfers.txt", "--published", "2021-11-22")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("russia-transfers.txt: ")
    assert "Azat Isakov: Reported abduction, Russia, 20 October 2021\n    “" in ran.out
    assert "On whose word: Freedom for Eurasia\n" in ran.out
    assert "Also named: " in ran.out


def test_one_object_a_line_each_with_every_key(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    (tmp_path / "b.txt").write_text(f"{RUSSIAN} {RUSSIAN}")
    (tmp_path / "c.txt").write_bytes(b"")
    ran = amparo("extract", tmp_path, "--json")
    english, russian, unread = map(json.loads, ran.out.splitlines())
    assert ran.code == 1
    assert english.keys() == russian.keys() == unread.keys()
    assert (english["id"], english["lang"], english["faults"]) == ("a.txt", "en", [])
    assert (russian["id"], russian["lang"], russian["faults"][0]["cause"]) == ("b.txt", "ru", "unsupported_language")
    assert (unread["id"], unread["lang"], unread["faults"][0]["cause"]) == ("c.txt", None, "empty")
    assert [line.partition(": ")[0] for line in ran.err.splitlines()] == [
        str(tmp_path / "b.txt"),
        str(tmp_path / "c.txt"),
    ]


def test_a_text_that_tells_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    assert amparo("extract", tmp_path / "a.txt").out.endswith("Nothing was found in it.\n\n")


def test_search_in_another_script(told: Path) -> None:
    ran = amparo("-c", told, "search", "Гадоев")
    assert (ran.code, ran.err) == (0, "")
    assert "22 November 2021" in ran.out
    assert ran.out.endswith("\n1 document.\n")


def test_search_that_finds_nothing(told: Path) -> None:
    ran = amparo("-c", told, "search", "zeppelin", "--limit", "3")
    assert (ran.code, ran.out) == (0, "No document has all these words.\n")
