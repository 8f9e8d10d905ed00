"""Every way in which a call can be wrong: one clear line on stderr and the right exit code."""

import resource
import shutil
import signal
import sqlite3
import subprocess
from pathlib import Path

import pytest
from tests.cli.program import PROGRAM, Here, amparo, environment

COMMANDS = (
    "demo", "doctor", "new", "add", "verify", "rebuild", "cases", "case", "dossier", "protect", "search", "extract",
)  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("cases",), "Which casebook? Name it with -c FILE or in AMPARO_CASEBOOK, or make one: amparo new FILE"),
        (("-c", "postgresql://desk/cases", "cases"), "keeps casebooks in files only and cannot open postgresql://"),
        (("new", "postgresql://desk/cases"), "keeps casebooks in files only"),
        (("new", "x.amparo"), "A new casebook needs a passphrase: set AMPARO_PASSPHRASE"),
        (("extract", "no-such-file.txt"), "There is nothing at: no-such-file.txt."),
        (("extract", "https://example.org/report"), "opens no network connection"),
        (("extract", "--engine", "oracle", __file__), "'oracle' is not in the vocabulary of engines"),
        (("protect", "--host", "Atlantis"), "'Atlantis' is not in the vocabulary of states"),
        (("protect", "--host", "Lithunia"), "Did you mean Lithuania"),
        (("protect", "--host", "LT", "--origin", "ZZ"), "'ZZ' is not in the vocabulary of states"),
        (("protect", "--host", "LT", "--act", "teleport"), "'teleport' is not in the vocabulary of acts"),
        (("protect", "--host", "LT", "--on", "16.4.2024"), "'16.4.2024' is not a date this command reads. Write 2021,"),
        (("protect",), "Missing option '--host'"),
        (("protect", "--host", "LT", "--colour"), "--colour"),
        (("cas",), "No such command 'cas'"),
    ],
)
def test_wrong_calls(here: Here, arguments: tuple[str, ...], said: str) -> None:
    ran = here(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("case", "Nobody Known"), "No case fits 'Nobody Known'. `amparo cases` lists what there is."),
        (("case", "Izzat Unknown"), "No case fits 'Izzat Unknown'. Near it: Izzat Amon ("),
        (("case", "Syinat", "Sultanalieva"), "No case fits"),
        (("cases", "--act", "teleport"), "'teleport' is not in the vocabulary of acts"),
        (("dossier", "Amon", "-o", "amon.pdf"), "amon.pdf: this version writes Markdown; name a file that ends in .md"),
        (("dossier", "Nobody Known", "-o", "x.md"), "No case fits"),
        (("add", "no-such-file.txt"), "There is nothing at: no-such-file.txt. Nothing was taken in"),
        (("add", __file__, "--published", "yesterday"), "'yesterday' is not a date this command reads."),
    ],
)
def test_wrong_calls_on_a_casebook(here: Here, casebook: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = here("-c", casebook, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_casebooks_that_cannot_be_opened(told: Path, sealed: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("No casebook at all.")
    newer = Path(shutil.copy(told, tmp_path / "newer.amparo"))
    with sqlite3.connect(newer) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = newer.read_bytes()
    for path, passphrase, said in (
        (tmp_path / "none.amparo", "", "There is no casebook at "),
        (tmp_path / "notes.txt", "", "is not a casebook of Amparo. Nothing was changed."),
        (tmp_path, "", "is not a casebook of Amparo. Nothing was changed."),
        (sealed, "", "is encrypted. Set AMPARO_PASSPHRASE or run the command in a terminal"),
        (
            sealed,
            "wrong",
            "cannot be opened: the passphrase is wrong, or the file is not a casebook. Nothing was changed.",
        ),
        (newer, "", "was made by a newer version of Amparo (layout 9999)."),
    ):
        ran = amparo("-c", path, "cases", settings={"AMPARO_PASSPHRASE": passphrase})
        assert (ran.code, ran.out) == (3, "")
        assert said in ran.err
        assert str(path) in ran.err
        assert ran.err.count("\n") == 1
    assert newer.read_bytes() == before


def test_no_file_is_written_over(told: Path, tmp_path: Path) -> None:
    taken = Path(shutil.copy(told, tmp_path / "taken.amparo"))
    before = taken.read_bytes()
    ran = amparo("new", taken, "--plain")
    assert (ran.code, ran.err) == (2, f"{taken} exists already and was left as it is. Name another file.\n")
    assert taken.read_bytes() == before


def test_places_that_are_not_there(told: Path, tmp_path: Path) -> None:
    for arguments in (
        ("new", tmp_path / "no" / "x.amparo", "--plain"),
        ("-c", told, "dossier", "Amon", "-o", tmp_path / "no" / "x.md"),
    ):
        ran = amparo(*arguments)
        assert (ran.code, ran.out) == (3, "")
        assert "could not be written: No such file or directory" in ran.err


def test_a_full_disk(casebook: Path, tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk; what was stored before is whole."""
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 4_000)  # kept, though nobody can read it
    room = casebook.stat().st_size + 100_000

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    ran = amparo("-c", casebook, "add", tmp_path / "noise.bin", before=limit)
    assert ran.code == 3
    assert f"{casebook} could not be written: " in ran.err
    assert "what was stored before is unharmed" in ran.err
    assert ran.out == ""
    assert amparo("-c", casebook, "verify").code == 0


def test_ctrl_c_is_a_short_line(empty: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(200):
        (many / f"{number:03}.txt").write_text(f"Number {number} says that nothing happened in Riga.")
    command = [*PROGRAM, "-c", str(empty), "add", str(many), "--no-gate", "--json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), encoding="utf-8"
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        rest, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert said == "Stopped. What was stored is whole; give the same command again to go on.\n"
    assert rest.count("\n") < 199


def test_help_names_every_command_and_exit_code() -> None:
    ran = amparo("--help")
    assert (ran.code, ran.err) == (0, "")
    for name in COMMANDS:
        assert f"\n  {name} " in ran.out
    assert "0 done, 1 done with faults (listed), 2 wrong call, 3 cannot open, 4" in " ".join(ran.out.split())
