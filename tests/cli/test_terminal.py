"""What is different on a terminal: progress, the question for a passphrase; and what is not: the results."""

import json
import os
import pty
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.cli.conftest import OPENING
from tests.cli.program import PROGRAM, environment
from tests.read.files import ENGLISH


def on_terminal(*arguments: str | Path, typed: Sequence[str] = (), piped: bool = False) -> tuple[int, str, str]:
    """Run the program with standard input and error on a terminal, and standard output too unless it is ``piped``.

    ``typed`` are the answers to its questions.
    Gives the exit code, what the terminal showed, and what came through the pipe.
    """
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*PROGRAM, *map(str, arguments)],
        stdin=theirs,
        stdout=subprocess.PIPE if piped else theirs,
        stderr=theirs,
        env=environment() | {"TERM": "xterm", "COLUMNS": "90"},
        start_new_session=True,
        encoding="utf-8",
    ) as running:
        os.close(theirs)
        lines = iter(typed)
        shown = b""
        while piece := _read(ours):
            shown += piece
            if shown.endswith(b": "):  # what is typed before the question is thrown away
                os.write(ours, f"{next(lines)}\n".encode())
        out = running.stdout.read() if running.stdout else ""
    os.close(ours)
    return running.returncode, shown.decode(), out


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other side is closed
        return b""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text(ENGLISH)
    return path


def test_progress_is_shown_and_the_rows_stay(empty: Path, report: Path) -> None:
    code, shown, _ = on_terminal("-c", empty, "add", report)
    assert code == 0
    assert "adding" in shown
    assert f"added          0 claims  {report}\r\n" in shown
    assert "1 file: 1 added, 0 already in, 0 not read.\r\n" in shown


def test_progress_does_not_get_into_a_pipe(empty: Path, report: Path) -> None:
    code, shown, out = on_terminal("-c", empty, "add", report, "--json", piped=True)
    assert code == 0
    assert "adding" in shown
    assert json.loads(out)["outcome"] == "added"


def test_a_passphrase_is_asked_for_and_not_shown(sealed: Path) -> None:
    code, shown, _ = on_terminal("-c", sealed, "cases", typed=[OPENING["AMPARO_PASSPHRASE"]])
    assert code == 0
    assert f"Passphrase for {sealed}: " in shown
    assert OPENING["AMPARO_PASSPHRASE"] not in shown


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (("one two three", "one two three"), 0, "Made "),
        (("one two three", "one two four"), 2, "The two were not the same; nothing was made."),
        (("",), 2, "A new casebook needs a passphrase"),
    ],
)
def test_a_new_passphrase_is_asked_for_twice(tmp_path: Path, typed: tuple[str, ...], code: int, said: str) -> None:
    path = tmp_path / "new.amparo"
    ended, shown, _ = on_terminal("new", path, typed=typed)
    assert (ended, said in shown) == (code, True)
    assert path.exists() is (code == 0)
