"""What the commands print: plain enough for a pipe, at most as wide as the screen, nothing that is not in the records."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.padding import Padding
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from amparo import pipeline, report
from amparo.casebook import CaseRow, Hit
from amparo.model import CannotWrite, Case, Document, Extraction, Fault, Finding, TargetExists
from amparo.vocabulary import acts, states

T = TypeVar("T")

_OUT = Console(highlight=False, markup=False)
_ERR = Console(stderr=True, highlight=False, markup=False)
_MAIN_LAW = ("CAT", "ECHR", "ICCPR", "CED", "REF51")  # shown with each incident; `amparo protect` shows every line


def say(words: str) -> None:
    """One line of prose."""
    _OUT.print(words, soft_wrap=True)


def line(words: str) -> None:
    """Text for another program: exactly as it is."""
    sys.stdout.write(words if words.endswith("\n") else words + "\n")


def with_progress(items: Iterable[T], what: str) -> list[T]:
    """Gather ``items``, showing on the terminal how many there are so far; a pipe sees nothing."""
    found: list[T] = []
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        console=_ERR,
        transient=True,
        disable=not _ERR.is_terminal,
    ) as progress:
        task = progress.add_task(what)
        for item in items:
            found.append(item)
            progress.update(task, description=f"{what}: {len(found)}")
    return found
