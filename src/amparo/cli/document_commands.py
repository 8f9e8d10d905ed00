"""Commands on documents: extract and explain (without a casebook, explain with one too) and search."""

from pathlib import Path
from typing import Annotated

import typer

from amparo import pipeline, report
from amparo.model import Extraction, Fault, WrongCall

from . import arguments, console, explanation_screen, extraction_screen, rows, screens
from .opening import opened


def register(app: typer.Typer) -> None:
    """Hang the commands of this module on ``app``."""
    for command in (search, extract, explain):
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
    engine: Annotated[
        str, typer.Option(help="Which engine reads: reader (trained, with the rules as evidence) or rules.")
    ] = "reader",
    published: Annotated[
        str | None, typer.Option(help="When these were published: 2024-04-16, 2024-04, 2024.", metavar="DATE")
    ] = None,
    lexicon: Annotated[
        Path | None, typer.Option(help="Words and agencies of your own, in a TOML file.", metavar="FILE")
    ] = None,
    no_gate: Annotated[bool, typer.Option("--no-gate", help="Read texts too that can hold no incident.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a document, a line each.")] = False,
) -> None:
    """Show what texts tell, without a casebook."""
    given = pipeline.Given(published=arguments.date(published))
    how = arguments.how(engine=engine, gate=not no_gate, lexicon=lexicon)
    faults: list[Fault] = []
    found = pipeline.extract(arguments.files(paths), given=given, how=how)
    for one in console.watched(found, "reading"):
        faults += one.faults
        if as_json:
            console.raw(rows.extracted(one))
        elif one.document is not None and one.extraction is not None:
            extraction_screen.show(one.document, one.extraction)
    if screens.faults(faults):
        raise typer.Exit(1)


def explain(
    context: typer.Context,
    document: Annotated[
        str, typer.Argument(help="A file, or with -c the id of a document of the casebook.", metavar="DOCUMENT")
    ],
    *,
    claim: Annotated[int | None, typer.Option(help="Only the claim of this number.", min=1)] = None,
    engine: Annotated[
        str, typer.Option(help="Which engine reads a file: reader (trained, with the rules as evidence) or rules.")
    ] = "reader",
    published: Annotated[
        str | None, typer.Option(help="When a file was published: 2024-04-16, 2024-04, 2024.", metavar="DATE")
    ] = None,
    lexicon: Annotated[
        Path | None, typer.Option(help="Words and agencies of your own, in a TOML file.", metavar="FILE")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a claim, a line each.")] = False,
) -> None:
    """Show why a text is read as it is: for every value the rule and the words.

    Claims have the numbers that amparo extract shows. What no text states is marked as inferred.
    """
    if Path(document).is_dir():
        raise WrongCall(f"{document} is a folder; name one document.")
    faults: tuple[Fault, ...] = ()
    extraction = _stored(context, document) if not Path(document).exists() else None
    if extraction is None:
        with console.waiting("reading"):
            given = pipeline.Given(published=arguments.date(published))
            how = arguments.how(engine=engine, gate=False, lexicon=lexicon)
            one = next(pipeline.extract(arguments.files([document]), given=given, how=how))
        extraction, faults = one.extraction, one.faults
    explained = report.explanations(extraction) if extraction is not None else ()
    if claim is not None:
        explained = _chosen(explained, claim)
    if as_json:
        for each in explained:
            console.raw(report.json_text(report.explanation_json(each), indent=None))
    elif explained:
        explanation_screen.show(explained)
    elif not faults:
        console.row("Nothing was found in it.")
    if screens.faults(faults):
        raise typer.Exit(1)


def _stored(context: typer.Context, document: str) -> Extraction | None:
    """What the casebook has of the document of that id; None where no casebook is named."""
    if not context.obj.casebook:
        return None
    with opened(context.obj) as book:
        found = book.documents.extraction(document)
    if found is None:
        raise WrongCall(
            f"{document} is no file, and the casebook has no document of that id. `amparo search` shows ids."
        )
    return found


def _chosen(explained: tuple[report.Explanation, ...], number: int) -> tuple[report.Explanation, ...]:
    if number > len(explained):
        raise WrongCall(f"There is no claim {number} in it; it has {len(explained)}.")
    return explained[number - 1 : number]
