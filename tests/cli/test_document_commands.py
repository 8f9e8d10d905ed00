"""extract, explain and search."""

import json
from pathlib import Path

from tests.cli.program import Here, Ran, amparo
from tests.read.files import ENGLISH

GERMAN = "Der Anwalt sagte, sein Mandant sei nachts zum Flughafen gebracht worden, obwohl noch nicht über die Beschwerde entschieden war."


def test_what_a_report_tells_on_the_screen(demo: tuple[Ran, Path]) -> None:
    ran = amparo("extract", demo[1] / "reports" / "russia-transfers.txt", "--published", "2021-11-22")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("russia-transfers.txt: ")
    assert "Azat Isakov: Reported abduction, Russia, 20 October 2021\n    “" in ran.out
    assert "On whose word: Freedom for Eurasia\n" in ran.out
    assert "Also named: " in ran.out


def test_one_object_a_line_each_with_every_key(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    (tmp_path / "b.txt").write_text(GERMAN)
    (tmp_path / "c.txt").write_bytes(b"")
    ran = amparo("extract", tmp_path, "--json")
    english, german, unread = map(json.loads, ran.out.splitlines())
    assert ran.code == 1
    assert english.keys() == german.keys() == unread.keys()
    assert (english["id"], english["lang"], english["faults"]) == ("a.txt", "en", [])
    assert (german["id"], german["lang"], german["faults"][0]["cause"]) == ("b.txt", "de", "unsupported_language")
    assert (unread["id"], unread["lang"], unread["faults"][0]["cause"]) == ("c.txt", None, "empty")
    assert [line.partition(": ")[0] for line in ran.err.splitlines()] == [
        str(tmp_path / "b.txt"),
        str(tmp_path / "c.txt"),
    ]


def test_a_text_that_the_gate_passes_over_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "The central bank left its main interest rate unchanged on Thursday, as most economists had expected. Inflation slowed to "
        "three per cent in May, helped by cheaper fuel, but rents and wages are still rising. Shares in banks fell a little."
    )
    assert amparo("extract", tmp_path / "a.txt").out.split("\n\n")[1].startswith("Held nothing to read for incidents")
    assert json.loads(amparo("extract", tmp_path / "a.txt", "--json").out)["passed_over"]
    assert amparo("extract", tmp_path / "a.txt", "--no-gate").out.endswith("Nothing was found in it.\n\n")


def test_a_text_that_tells_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    assert amparo("extract", tmp_path / "a.txt").out.endswith("Nothing was found in it.\n\n")


REPORT = "reports/russia-transfers.txt"


def test_why_a_claim_is_read_as_it_is(demo: tuple[Ran, Path]) -> None:
    report = ("--published", "2021-11-22", demo[1] / REPORT)
    listed = amparo("extract", *report).out
    number = next(line for line in listed.splitlines() if "Azat Isakov: Reported abduction" in line).partition(".")[0]
    ran = amparo("explain", *report, "--claim", number)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{number}. Azat Isakov: Reported abduction, Russia, 20 October 2021\n")
    assert "\n    Seen by “" in ran.out
    assert (
        "\n    date: 20 October 2021\n        The date in the clause of the act. [date.of_clause]\n        “October 20"
        in ran.out
    )
    assert "(inferred)\n" in amparo("explain", *report).out


def test_a_document_of_a_casebook_is_explained_as_it_was_read(told: Path, tmp_path: Path) -> None:
    hit = json.loads(amparo("-c", told, "search", "Isakov", "--json").out.splitlines()[0])
    rows = [json.loads(line) for line in amparo("-c", told, "explain", hit["document"], "--json").out.splitlines()]
    assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
    assert {row["who"] for row in rows} >= {"Azat Isakov"}
    assert all(part["passages"][0]["document"] == hit["document"] for row in rows for part in row["slots"])


def test_what_cannot_be_explained(here: Here, demo: tuple[Ran, Path], told: Path, tmp_path: Path) -> None:
    report = demo[1] / REPORT
    for arguments, message in (
        ((demo[1],), "is a folder; name one document"),
        (("nowhere.txt",), "nowhere.txt"),
        ((report, "--claim", "999"), "There is no claim 999 in it"),
    ):
        ran = here("explain", *arguments)
        assert (ran.code, ran.out) == (2, "")
        assert message in ran.err
    ran = here("-c", told, "explain", "0123456789abcdef")
    assert (ran.code, "has no document of that id" in ran.err) == (2, True)


def test_a_text_without_claims_has_nothing_to_explain(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    (tmp_path / "b.txt").touch()
    assert amparo("explain", tmp_path / "a.txt").out == "Nothing was found in it.\n"
    ran = amparo("explain", tmp_path / "b.txt")
    assert (ran.code, ran.out, ran.err.count("b.txt")) == (1, "", 1)


def test_search_in_another_script(told: Path) -> None:
    ran = amparo("-c", told, "search", "Гадоев")
    assert (ran.code, ran.err) == (0, "")
    assert "22 November 2021" in ran.out
    assert ran.out.endswith("\n1 document.\n")


def test_search_that_finds_nothing(told: Path) -> None:
    ran = amparo("-c", told, "search", "zeppelin", "--limit", "3")
    assert (ran.code, ran.out) == (0, "No document has all these words.\n")
