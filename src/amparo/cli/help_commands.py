"""Commands for a newcomer: demo and doctor."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from amparo import pipeline
from amparo.casebook import Casebook, create

from . import screens


def register(app: typer.Typer) -> None:
    """Hang the commands of this module on ``app``."""
    for command in (demo, doctor):
        app.command()(command)


def demo(
    folder: Annotated[
        Path | None,
        typer.Argument(help="Where to put the example reports and demo.amparo; else a new temporary folder."),
    ] = None,
) -> None:
    """Turn the two example reports into a casebook and show its cases."""
    folder = folder or Path(tempfile.mkdtemp(prefix="amparo-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "demo.amparo"
    if not file.exists():
        create(file, None, at=pipeline.now(), by="demo")
    rows: list[pipeline.ImportRow] = []
    with Casebook.open(file, None) as book:
        for path, example in pipeline.write_examples(folder / "reports"):
            rows += screens.with_progress(
                pipeline.add(book, [path], by="demo", given=example.given), f"reading {path.name}"
            )
        screens.import_report(rows)
        found = [pipeline.case(book, row.person) for row in book.cases.list()]
    for one in sorted(found, key=lambda case: (not case.person.named, case.person.name)):
        screens.case(one)
    screens.where_next(file)


def doctor() -> None:
    """Look whether this installation can do its work."""
    checks = list(pipeline.doctor(Path.cwd()))
    screens.checks(checks)
    if not all(check.well for check in checks):
        raise typer.Exit(1)
