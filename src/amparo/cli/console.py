"""Where words go: results on stdout, what went wrong and progress on stderr. Text of documents is never read as markup."""

import sys
import textwrap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

T = TypeVar("T")

_PIPED = 80  # columns when nobody says how wide the screen is
_WIDEST = 100  # columns; longer lines are hard to read


class _Screen(Console):
    """A console that lets a closed pipe be seen by whoever called."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


@cache
def out() -> Console:
    """The screen for results; 80 columns when it is none."""
    return _screen(stderr=False)


@cache
def err() -> Console:
    """The screen for what went wrong, and for progress when results go elsewhere."""
    return _screen(stderr=True)


def _screen(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    if hasattr(stream, "reconfigure"):  # a letter that the terminal cannot show must not end the command
        stream.reconfigure(errors="backslashreplace")
    screen = _Screen(stderr=stderr, highlight=False, markup=False, emoji=False)
    screen.width = min(screen.width, _WIDEST) if screen.is_terminal else _PIPED
    return screen


def paragraph(words: str, *, indent: int = 0, hanging: int = 0, style: str = "") -> None:
    """Prose, broken to fit the screen; ``indent`` is in columns, ``hanging`` what all lines but the first have more of it."""
    lines = textwrap.wrap(
        words,
        out().width,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hanging),
        break_long_words=False,  # addresses and hashes can then be copied
        break_on_hyphens=False,
    )
    for each in lines:
        row(each, style=style)


def row(words: str, *, style: str = "") -> None:
    """One line that is never broken, so that a script finds it whole."""
    out().print(Text(words, style=style), soft_wrap=True)


def blank() -> None:
    """An empty line."""
    out().print()


def raw(words: str) -> None:
    """Text for another program: exactly as it is, in UTF-8 whatever the terminal's encoding."""
    if out().is_terminal:
        row(words)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(words.encode("utf-8") + (b"" if words.endswith("\n") else b"\n"))
    sys.stdout.buffer.flush()  # whoever reads along sees each object when it is there


def complain(words: str) -> None:
    """One line on stderr."""
    err().print(Text(words), soft_wrap=True)


def watched(items: Iterable[T], what: str) -> Iterator[T]:
    """The same items, while a terminal shows how many there were; a pipe sees nothing of it."""
    with _progress() as progress:
        task = progress.add_task(what)
        for number, item in enumerate(items, start=1):
            progress.update(task, description=f"{what}: {number}")
            yield item


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """A terminal shows that something is being done, and for how long."""
    with _progress() as progress:
        progress.add_task(what)
        yield


def _progress() -> Progress:
    """On the screen for results if it is one, where `row` then prints above it, else on stderr."""
    console = out() if out().is_terminal else err()
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
        disable=not console.is_terminal,
    )
