"""new, add, verify, rebuild: a casebook as a whole."""

import json
import stat
from email.message import EmailMessage
from pathlib import Path

from tests.cli.conftest import OPENING
from tests.cli.program import Here, amparo
from tests.read.files import ENGLISH, pdf

from amparo.model import sha256


def letter(*attachments: tuple[str, bytes]) -> bytes:
    """An e-mail with a text of its own and these files."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "rosa@example.org", "desk@example.org", "Two papers"
    message.set_content("The papers of which we spoke are attached.")
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def test_a_new_casebook_is_encrypted_and_says_what_to_type_next(tmp_path: Path) -> None:
    ran = amparo("new", "my cases.amparo", cwd=tmp_path, settings=OPENING)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Made my cases.amparo (encrypted).\n")
    assert ran.out.endswith("Next: amparo -c 'my cases.amparo' add PATH…\n")
    made = tmp_path / "my cases.amparo"
    assert b"SQLite format 3" not in made.read_bytes()
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_an_encrypted_casebook_takes_a_report_and_gives_it_back(sealed: Path, tmp_path: Path) -> None:
    report = tmp_path / "note.txt"
    report.write_text(ENGLISH)
    added = amparo("-c", sealed, "add", report, settings=OPENING)
    assert (added.code, added.err) == (0, "")
    assert added.out.endswith(f"  {report}\n1 file: 1 added, 0 already in, 0 not read.\n")
    found = amparo("search", "appeal", settings=OPENING | {"AMPARO_CASEBOOK": str(sealed)})
    assert "his appeal was still pending.”" in " ".join(found.out.split())
    assert (
        amparo("-c", sealed, "verify", settings=OPENING).out
        == "All is as it was stored: sources 1, documents 1, cases 0.\n"
    )
    assert ENGLISH.encode() not in sealed.read_bytes()


def test_rows_for_other_programs_and_what_was_given(empty: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(ENGLISH)
    (tmp_path / "in" / "b.txt").write_text(ENGLISH)
    given = ("--published", "2024-02", "--publisher", "The Example Courier")
    ran = amparo("-c", empty, "add", "in", *given, "--json", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    first, second = map(json.loads, ran.out.splitlines())
    digest = sha256(ENGLISH.encode())
    assert first == {
        "path": "in/a.txt", "outcome": "added", "sha256": digest, "document": digest[:16], "claims": 0,
        "passed_over": False, "same_as": None, "faults": [],
    }  # fmt: skip
    assert second == first | {"path": "in/b.txt", "outcome": "already_in", "document": None, "same_as": "a.txt"}
    hit = json.loads(amparo("-c", empty, "search", "lawyer", "--json").out)
    assert (hit["document"], hit["published"]) == (digest[:16], "2024-02")


def test_attachments_are_sources_of_their_own(empty: Path, tmp_path: Path) -> None:
    paper = pdf(ENGLISH)
    mail = tmp_path / "letter.eml"
    mail.write_bytes(letter(("paper.pdf", paper), ("again.pdf", paper), ("broken.pdf", paper[:300])))
    ran = amparo("-c", empty, "add", mail)
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert [line.split("  ")[0] for line in lines[:4]] == ["added", "added", "already in", "not read"]
    assert lines[1].endswith(f"{mail} > paper.pdf")
    assert lines[2].endswith(f"{mail} > again.pdf (as paper.pdf)")
    assert lines[4] == "4 files: 2 added, 1 already in, 1 not read."
    assert ran.err.startswith(f"{mail} > broken.pdf: ")
    assert ran.err.count("\n") == 1
    alone = tmp_path / "alone.pdf"
    alone.write_bytes(paper)
    assert amparo("-c", empty, "add", alone).out.startswith("already in")


def test_rebuilding_gives_the_same_to_the_last_byte(here: Here, casebook: Path) -> None:
    def everything() -> list[str]:
        listed = here("-c", casebook, "cases", "--json").out
        ids = [json.loads(line)["id"] for line in listed.splitlines()]
        return [listed, *(here("-c", casebook, "case", each, "--json").out for each in ids)]

    before = everything()
    assert len(before) > 3
    ran = amparo("-c", casebook, "rebuild")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Rebuilt from the sources: sources 2, documents 2, cases ")
    assert everything() == before
