"""Commands for a newcomer: demo and doctor."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from amparo import pipeline
from amparo.casebook import Casebook
from amparo.model import Case

from . import case_screen, console, screens

_BY = "demo"  # the name under which the custody log of the demo keeps what is done


def register(app: typer.Typer) -> None:
    """Hang the commands of this module on ``app``."""
    for command in (demo, doctor):
        app.command()(command)


def demo(
    folder: Annotated[
        Path, typer.Argument(help="Where to put the example reports and demo.amparo.", metavar="FOLDER")
    ] = Path("amparo-demo"),
) -> None:
    """Turn two example reports into a casebook and show its cases."""
    reports = pipeline.write_examples(folder / "reports")
    file = folder / "demo.amparo"
    if not file.exists():
        Casebook.create(file, None, at=pipeline.now(), by=_BY)
    with Casebook.open(file, None) as book:
        from . import import_screen  # noqa: PLC0415  # loads every room

        faults = import_screen.show(console.watched(_added(book, reports), "reading the example reports"))
        found = [pipeline.case(book, row.person) for row in book.cases.list()]
    shown: set[str] = set()
    for one in sorted(found, key=_named_first):
        case_screen.show(one, shown=shown)
    case_screen.legend(found)
    screens.where_next(file, _most_told(found))
    if faults:
        raise typer.Exit(1)


def doctor() -> None:
    """See whether this installation can do its work."""
    checks = list(console.watched(pipeline.doctor(Path()), "looking"))
    screens.checks(checks)
    if not all(check.well for check in checks):
        raise typer.Exit(1)


def _added(book: Casebook, reports: "tuple[tuple[Path, pipeline.Example], ...]") -> "Iterator[pipeline.ImportRow]":
    """The rows of all reports, each added with what its collector says of it."""
    for path, example in reports:
        yield from pipeline.add(book, [path], by=_BY, given=example.given)


def _most_told(cases: list[Case]) -> str:
    """The name of the person of whom most is told: the case to look at first."""
    named = [case for case in cases if case.person.named] or cases
    return max(named, key=lambda case: (len(case.incidents), case.person.name)).person.name


def _named_first(case: Case) -> tuple[bool, str]:
    return not case.person.named, case.person.name
