"""Where words go: results on stdout, what went wrong and progress on stderr. Text of documents is never read as markup.

Rich is loaded for a terminal only: a pipe gets the same words without colours, and sooner.
"""

import contextlib
import os
import sys
import textwrap
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

T = TypeVar("T")

_PIPED = 80  # columns when there is no screen
_WIDEST = 100  # columns; longer lines are hard to read


def prepare() -> None:
    """Before the first word: neither a closed stream nor a letter that the terminal cannot show must end the command."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # started with `>&-`
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  # open to the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def close() -> None:
    """After the last word: nothing is said when nobody reads any more, neither here nor when Python closes the streams."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def paragraph(words: str, *, indent: int = 0, hanging: int = 0, style: str = "") -> None:
    """Prose, broken to fit the screen; ``indent`` is in columns, ``hanging`` what all lines but the first have more of it."""
    lines = textwrap.wrap(
        words,
        min(_out().width, _WIDEST) if _shown() else _PIPED,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hanging),
        break_long_words=False,  # addresses and hashes can then be copied
        break_on_hyphens=False,
    )
    for each in lines:
        row(each, style=style)


def row(words: str, *, style: str = "") -> None:
    """One line that is never broken, so that a script finds it whole."""
    if _shown():
        _out().print(words, style=style, soft_wrap=True)
    else:
        sys.stdout.write(f"{words}\n")


def blank() -> None:
    """An empty line."""
    row("")


def raw(words: str) -> None:
    """Text for another program: exactly as it is, and in UTF-8 whatever the encoding of the screen; at once."""
    if _shown():
        row(words)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(f"{words}\n".encode())
    sys.stdout.buffer.flush()


def complain(words: str) -> None:
    """One line on stderr."""
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.flush()  # so that words come in their order where both streams go to one place
    sys.stderr.write(f"{words}\n")


def watched(items: Iterable[T], what: str) -> Iterator[T]:
    """The same items, while a terminal shows how many there were; a pipe sees nothing of it."""
    with _progress() as progress:
        task = progress.add_task(what) if progress else None
        for number, item in enumerate(items, start=1):
            if progress and task is not None:
                progress.update(task, description=f"{what}: {number}")
            yield item


@contextlib.contextmanager
def waiting(what: str) -> Iterator[None]:
    """A terminal shows that something is being done, and for how long."""
    with _progress() as progress:
        if progress:
            progress.add_task(what)
        yield


@contextlib.contextmanager
def _progress() -> "Iterator[Progress | None]":
    """On the screen for results if it is one, where `row` then prints above it, else on stderr; None where nobody looks."""
    if not (_shown() or sys.stderr.isatty()):
        yield None
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415  # see above

    columns = SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn()
    with Progress(
        *columns,
        console=_out() if _shown() else _err(),
        transient=True,
        redirect_stdout=False,  # what is piped must not come out with the progress
        redirect_stderr=False,
    ) as progress:
        yield progress


def _shown() -> bool:
    """Whether results go to a terminal."""
    return sys.stdout.isatty()


@cache  # one console a stream: only what a progress bar's own console prints comes out above the bar
def _out() -> "Console":
    return _console(stderr=False)


@cache
def _err() -> "Console":
    return _console(stderr=True)


def _console(*, stderr: bool) -> "Console":
    from rich.console import Console  # noqa: PLC0415  # see above

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)
