"""Commands on documents: extract (without a casebook) and search."""

from pathlib import Path
from typing import Annotated

import typer

from amparo import pipeline, report
from amparo.model import Edtf

from . import screens
from .opening import opened


def register(app: typer.Typer) -> None:
    """Hang the commands of this module on ``app``."""
    for command in (extract, search):
        app.command()(command)


def extract(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders with all in them.")],
    *,
    engine: Annotated[str, typer.Option(help="Which engine reads: rules.")] = "rules",
    published: Annotated[str | None, typer.Option(help="When these were published, in EDTF.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a document, a line each.")] = False,
) -> None:
    """Show what texts tell, without a casebook; nothing is stored."""
    given = pipeline.Given(published=Edtf(published) if published else None)
    found = []
    for one in screens.with_progress(pipeline.extract(paths, given=given, engine=engine), "reading"):
        found += one.faults
        if one.document is not None and one.extraction is not None:
            if as_json:
                screens.line(report.json_text(report.extraction_json(one.document, one.extraction), indent=None))
            else:
                screens.extraction(one.document, one.extraction)
        elif as_json:
            screens.line(
                report.json_text({"id": one.path, "faults": [report.fault_json(f) for f in one.faults]}, indent=None)
            )
    screens.faults(found)
    if found:
        raise typer.Exit(1)


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(help="Words, in any spelling or script.")],
    *,
    limit: Annotated[int, typer.Option(help="At most so many documents.", min=1)] = 20,
) -> None:
    """Find documents by their words: titles, texts, names under every spelling."""
    with opened(context.obj) as book:
        hits = book.search(" ".join(words), limit=limit)
        screens.hits(hits)
