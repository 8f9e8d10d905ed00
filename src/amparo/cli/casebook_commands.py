"""Commands on a casebook as a whole: new, add, verify, rebuild."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from amparo import pipeline
from amparo.casebook import Casebook, create
from amparo.model import Edtf, VerificationFailed

from . import screens
from .opening import opened
from .settings import Settings


def register(app: typer.Typer) -> None:
    """Hang the commands of this module on ``app``."""
    for command in (new, add, verify, rebuild):
        app.command()(command)


def new(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The file to make, for example cases.amparo.")],
    *,
    plain: Annotated[
        bool, typer.Option("--plain", help="Without encryption: for trials and public material only.")
    ] = False,
) -> None:
    """Make a new casebook, encrypted with a passphrase."""
    settings: Settings = context.obj
    passphrase = None if plain else settings.ask_passphrase(file, twice=True)
    create(file, passphrase, at=pipeline.now(), by=settings.by)
    kind = "unencrypted" if plain else "encrypted"
    screens.say(f"Made {file} ({kind}). Next: amparo -c {file} add PATH…")


def add(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders with all in them.")],
    *,
    published: Annotated[
        str | None, typer.Option(help="When these were published, in EDTF: 2024-04-16, 2024-04, 2024.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published these.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a file.")] = False,
) -> None:
    """Archive files, read them, find what they tell, and join it to what is there.

    A killed run resumes: give the same command again. The same bytes twice are one source.
    """
    given = pipeline.Given(publisher=publisher, published=Edtf(published) if published else None)
    with opened(context.obj, write=True) as book:
        rows = screens.with_progress(pipeline.add(book, paths, by=context.obj.by, given=given), "adding")
        screens.import_report(rows, as_json=as_json)
    _end(rows)


def verify(context: typer.Context) -> None:
    """Re-hash every source, re-quote every passage, follow the custody log; exit 4 when anything was changed."""
    with opened(context.obj) as book:
        problems = pipeline.verify(book)
        counted = _contents(book)
    if problems:
        raise VerificationFailed(problems)
    screens.say(f"All is as it was stored: {counted}.")


def rebuild(context: typer.Context) -> None:
    """Throw away what was derived (documents, claims, persons, incidents) and make it again from the sources."""
    with opened(context.obj, write=True) as book:
        rows = screens.with_progress(pipeline.rebuild(book), "rebuilding")
        screens.say(f"Rebuilt from the sources: {_contents(book)}.")
    screens.faults(fault for row in rows for fault in row.faults)
    _end(rows)


def _contents(book: Casebook) -> str:
    sources = sum(1 for _ in book.sources.all())
    documents = sum(1 for _ in book.documents.all())
    people = len(book.cases.persons())
    return f"{sources} sources, {documents} documents, {people} cases"


def _end(rows: Iterable[pipeline.ImportRow]) -> None:
    if any(row.faults for row in rows):
        raise typer.Exit(1)
