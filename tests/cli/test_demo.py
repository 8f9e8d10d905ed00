"""`amparo demo`: what a newcomer sees first."""

import re
import subprocess
from pathlib import Path

import pytest
from tests.cli.program import PROGRAM, Ran, amparo, environment

NAMED = ("Azat Isakov", "Izzat Amon", "Sharofiddin Gadoev")


@pytest.fixture(scope="module")
def screen(demo: tuple[Ran, Path]) -> str:
    ran, _ = demo
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def case_of(screen: str, name: str) -> str:
    """What stands between the heading of that case and the next one."""
    rule = "=" * 72
    headings = screen.split(rule)
    return headings[headings.index(f"\n{name}\n") + 1]


def test_both_reports_are_taken_in(screen: str) -> None:
    first, second, summary = screen.splitlines()[:3]
    assert first.startswith("added ")
    assert first.endswith("amparo-demo/reports/group-24.txt")
    assert second.endswith("amparo-demo/reports/russia-transfers.txt")
    assert summary == "2 files: 2 added, 0 already in, 0 not read."


@pytest.mark.parametrize("name", NAMED)
def test_a_case_is_a_dated_timeline_with_the_quotation_under_every_fact(screen: str, name: str) -> None:
    case = case_of(screen, name)
    entries = case.split("\n1. ", 1)[1].split("\n\n")
    told = [entry for entry in entries if "Where: " in entry]
    assert told
    for entry in told:
        assert "“" in entry
        assert "[1]" in entry
        assert "On whose word: " in entry
        assert "Law that binds " in entry
    assert "[1] AFP, " in case
    assert "22 November 2021" in case


def test_what_binds_russia_hangs_on_the_day(screen: str) -> None:
    taken = case_of(screen, "Azat Isakov").replace("\n", " ")
    assert "Law that binds Russia, on 20 October 2021: bound: CAT, ECHR" in " ".join(taken.split())


def test_people_without_a_name_have_the_states_in_which_the_text_puts_them(screen: str) -> None:
    unnamed = screen.split("=" * 72 + "\nSharofiddin Gadoev\n")[1]  # they come after those with a name
    for state in ("Lithuania", "Poland", "Türkiye", "Austria", "Germany", "Slovakia"):
        assert state in unnamed


def test_calls_and_statements_of_law_are_shown_once_with_the_check(screen: str) -> None:
    assert "to the European Union" in screen
    words = " ".join(screen.split())
    party = "Convention against Torture: said to bind the European Union and Türkiye"
    assert words.count(party) == 1
    assert "confirmed by the law data 28 of 28 states were bound" in words
    assert "stands above, with another case" in words


def test_it_says_what_to_type_next(screen: str) -> None:
    ending = screen.split("What to type next\n")[1]
    suggested = re.search(r"^      amparo -c amparo-demo/demo\.amparo case '(.+)'$", ending, re.MULTILINE)
    assert suggested is not None
    assert suggested[1] in NAMED
    assert "amparo protect --host RU --origin TJ --on 2021-10\n" in ending
    assert "amparo protect --host RU --origin TJ --on 2023\n" in ending


def test_no_line_is_wider_than_80_columns_or_ends_in_blanks(screen: str) -> None:
    lines = screen.splitlines()
    assert [line for line in lines if line != line.rstrip()] == []
    commands = [line for line in lines if line.startswith("      amparo ")]  # to be copied whole
    assert [line for line in lines if len(line) > 80 and line not in commands and " (as " not in line] == []


def test_the_second_time_it_is_already_in(demo: tuple[Ran, Path]) -> None:
    first, folder = demo
    again = amparo("demo", cwd=folder.parent)
    assert again.code == 0
    lines = again.out.splitlines()
    assert lines[2] == "2 files: 0 added, 2 already in, 0 not read."
    assert again.out.splitlines()[3:] == first.out.splitlines()[3:]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    ran = amparo("demo", tmp_path / "taken")
    assert ran.code == 3
    assert "could not be written" in ran.err


def test_a_reader_that_goes_away_ends_it_quietly(told: Path) -> None:
    command = " ".join((*PROGRAM, "-c", str(told), "case", "Isakov"))
    done = subprocess.run(
        ["/bin/sh", "-c", f"{{ {command}; echo $? >&2; }} | head -c 1"],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "="
    assert done.stderr in {"0\n", "141\n"}
