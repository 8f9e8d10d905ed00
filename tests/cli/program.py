"""The program as a user runs it: another process, with nothing of this one's environment but what it needs to start."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = (sys.executable, "-m", "amparo.cli")
NOTHING_ODD = ("Traceback", "object at 0x", "Error(", "<class", "sqlalchemy")  # what no message may show


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """How the program ended, and what it said where."""

    code: int
    out: str
    err: str


Here = Callable[..., Ran]  # `amparo` in this process, without the second that starting another one takes


def environment() -> dict[str, str]:
    """This process's, without settings of Amparo."""
    return {key: value for key, value in os.environ.items() if not key.startswith("AMPARO_")}


def amparo(
    *arguments: str | Path,
    cwd: Path | None = None,
    before: Callable[[], Any] | None = None,
    settings: dict[str, str] | None = None,
) -> Ran:
    """Run the program; ``settings`` are added to its environment, ``before`` is called in the child first."""
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        cwd=cwd,
        env=environment() | (settings or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        preexec_fn=before,
        check=False,
    )
    return seemly(Ran(code=done.returncode, out=done.stdout, err=done.stderr))


def seemly(ran: Ran) -> Ran:
    """The same; raises AssertionError for a message that no user should see."""
    assert not [odd for odd in NOTHING_ODD if odd in ran.err], ran.err
    return ran
