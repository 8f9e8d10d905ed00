"""cases, case, dossier, protect."""

import json
import stat
from pathlib import Path

import pytest
from tests.cli.program import Here, amparo

from amparo.model import Edtf


def test_the_list_of_cases(here: Here, told: Path) -> None:
    ran = here("-c", told, "cases")
    assert (ran.code, ran.err) == (0, "")
    entries = ran.out.split("\n\n")
    isakov = next(entry for entry in entries if entry.startswith("Azat Isakov, Turkmenistan\n"))
    assert "Abduction" in isakov
    assert "20 October 2021" in isakov
    assert " in 1 report; id " in isakov
    assert entries[-1].endswith(" cases.\n")


@pytest.mark.parametrize(
    ("filters", "inside", "outside"),
    [
        (("--origin", "Turkmenistan"), "Azat Isakov", "Izzat Amon"),
        (("--origin", "TJ", "--host", "Россия"), "Izzat Amon", "Azat Isakov"),
        (("--act", "abduction"), "Azat Isakov", "Sharofiddin Gadoev"),
        (("--host", "deutschland"), None, "Izzat Amon"),
    ],
)
def test_cases_by_state_and_act(
    here: Here, told: Path, filters: tuple[str, ...], inside: str | None, outside: str
) -> None:
    ran = here("-c", told, "cases", "--json", *filters)
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert rows
    names = {row["name"] for row in rows}
    assert inside is None or inside in names
    assert outside not in names
    for row in rows:
        assert row["first"] is None or Edtf(row["first"]) <= Edtf(row["last"])


@pytest.mark.parametrize("asked", [("Izzat", "Amon"), ("izzat amon",), ("Иззат Амон",)])
def test_a_case_by_name_in_any_script(here: Here, told: Path, asked: tuple[str, ...]) -> None:
    ran = here("-c", told, "case", *asked)
    assert (ran.code, ran.err) == (0, "")
    assert "\nIzzat Amon\n" in ran.out
    assert "“" in ran.out
    assert "Sources\n\n[1] AFP, " in ran.out


def test_a_case_as_json_by_its_id(here: Here, told: Path) -> None:
    listed = [json.loads(line) for line in here("-c", told, "cases", "--json").out.splitlines()]
    row = next(row for row in listed if row["name"] == "Sharofiddin Gadoev")
    ran = here("-c", told, "case", row["id"], "--json")
    case = json.loads(ran.out)
    assert (case["schema"], case["person"]["name"]) == ("amparo-case/1", "Sharofiddin Gadoev")
    assert len(case["incidents"]) == row["incidents"]
    for incident in case["incidents"]:
        assert incident["claims"]
        assert all(claim["passages"] for claim in incident["claims"])


def test_a_dossier_is_written_once(told: Path, tmp_path: Path) -> None:
    output = tmp_path / "amon.md"
    ran = amparo("-c", told, "dossier", "Amon", "-o", output)
    assert (ran.code, ran.out, ran.err) == (0, f"Wrote {output}.\n", "")
    assert output.read_text("utf-8").startswith("# Dossier: Izzat Amon\n")
    assert stat.S_IMODE(output.stat().st_mode) == 0o600
    again = amparo("-c", told, "dossier", "Amon", "-o", output)
    assert (again.code, again.err) == (2, f"{output} exists already and was left as it is. Name another file.\n")
    assert list(tmp_path.iterdir()) == [output]


def test_a_dossier_on_the_screen(here: Here, told: Path) -> None:
    ran = here("-c", told, "dossier", "Isakov", "-o", "-")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# Dossier: Azat Isakov\n")


@pytest.mark.parametrize(("on", "outcome"), [("2021-03", "bound"), ("2021-10", "bound"), ("2023", "not bound")])
def test_what_binds_russia_before_and_after_it_left(here: Here, on: str, outcome: str) -> None:
    ran = here("protect", "--host", "RU", "--origin", "Tajikistan", "--on", on)
    assert (ran.code, ran.err) == (0, "")
    lines = [
        line for line in ran.out.splitlines() if line.startswith("European Convention on Human Rights, article 3: ")
    ]
    assert len(lines) == 1
    assert lines[0].split(": ")[1].startswith(outcome)
    assert "Nothing here is legal advice." in ran.out


def test_findings_for_other_programs(here: Here) -> None:
    ran = here("protect", "--host", "lt", "--act", "extradition", "--on", "2024-04-16", "--json")
    findings = json.loads(ran.out)
    bound = {finding["instrument"] for finding in findings if finding["outcome"] == "bound"}
    assert {"CAT", "ECHR"} <= bound
    assert {finding["state"] for finding in findings} == {"LT"}
