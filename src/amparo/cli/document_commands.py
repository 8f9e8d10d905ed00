"""Commands on documents: extract (without a casebook) and search."""

from typing import Annotated

import typer

from amparo import pipeline
from amparo.model import Fault

from . import arguments, console, extraction_screen, rows, screens
from .opening import opened


def register(app: typer.Typer) -> None:
    """Hang the commands of this module on ``app``."""
    for command in (search, extract):
        app.command()(command)


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(help="Words, in any spelling or script.", metavar="WORDS...")],
    *,
    limit: Annotated[int, typer.Option(help="At most so many documents.", min=1)] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a document, a line each.")] = False,
) -> None:
    """Find documents by words, in every spelling and script."""
    with opened(context.obj) as book:
        hits = book.search(" ".join(words), limit=limit)
    screens.hits(hits, as_json=as_json)


def extract(
    paths: Annotated[list[str], typer.Argument(help="Files, or folders with all in them.", metavar="PATH...")],
    *,
    engine: Annotated[str, typer.Option(help="Which engine reads: rules.")] = "rules",
    published: Annotated[
        str | None, typer.Option(help="When these were published: 2024-04-16, 2024-04, 2024.", metavar="DATE")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a document, a line each.")] = False,
) -> None:
    """Show what texts tell, without a casebook."""
    given = pipeline.Given(published=arguments.date(published))
    faults: list[Fault] = []
    for one in console.watched(pipeline.extract(arguments.files(paths), given=given, engine=engine), "reading"):
        faults += one.faults
        if as_json:
            console.raw(rows.extracted(one))
        elif one.document is not None and one.extraction is not None:
            extraction_screen.show(one.document, one.extraction)
    if screens.faults(faults):
        raise typer.Exit(1)
