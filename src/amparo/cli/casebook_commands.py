"""Commands on a casebook as a whole: new, add, verify, rebuild."""

from pathlib import Path
from typing import Annotated

import typer

from amparo import pipeline
from amparo.casebook import Casebook
from amparo.model import TargetExists, VerificationFailed

from . import arguments, console, screens
from .opening import opened
from .settings import Settings, casebook_file


def register(app: typer.Typer) -> None:
    """Hang the commands of this module on ``app``."""
    for command in (new, add, verify, rebuild):
        app.command()(command)


def new(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="The file to make, for example cases.amparo.", metavar="FILE")],
    *,
    plain: Annotated[
        bool, typer.Option("--plain", help="Without encryption: for trials and public material only.")
    ] = False,
) -> None:
    """Make a new casebook, encrypted with a passphrase."""
    settings: Settings = context.obj
    path = casebook_file(file)
    if path.exists():
        raise TargetExists(file)
    passphrase = None if plain else settings.new_passphrase(path)
    Casebook.create(path, passphrase, at=pipeline.now(), by=settings.by)
    screens.made(path, encrypted=not plain)


def add(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(help="Files, or folders with all in them.", metavar="PATH...")],
    *,
    published: Annotated[
        str | None, typer.Option(help="When these were published: 2024-04-16, 2024-04, 2024.", metavar="DATE")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published these.", metavar="NAME")] = None,
    lexicon: Annotated[
        Path | None, typer.Option(help="Words and agencies of your own, in a TOML file.", metavar="FILE")
    ] = None,
    no_gate: Annotated[bool, typer.Option("--no-gate", help="Read texts too that can hold no incident.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a file, a line each.")] = False,
) -> None:
    """Take in files: archive, read, find what they tell.

    What they tell is joined to what is there. A killed run resumes: give the same command again. The same bytes twice are one source.
    """
    files = arguments.files(paths)
    given = pipeline.Given(publisher=publisher, published=arguments.date(published))
    how = arguments.how(gate=not no_gate, lexicon=lexicon)
    with opened(context.obj, write=True) as book:
        taken = pipeline.add(book, files, by=context.obj.by, given=given, how=how)
        rows = console.watched(taken, "adding")
        from . import import_screen  # noqa: PLC0415  # loads every room

        faults = import_screen.show(rows, as_json=as_json)
    _end(faults)


def verify(context: typer.Context) -> None:
    """See whether all is as it was stored.

    Every source is hashed again, every passage quoted again, the custody log followed; exit 4 when anything was changed.
    """
    with opened(context.obj) as book:
        with console.waiting("verifying"):
            problems = pipeline.verify(book)
        if problems:
            raise VerificationFailed(problems)
        console.row(f"All is as it was stored: {_contents(book)}.")


def rebuild(
    context: typer.Context,
    *,
    lexicon: Annotated[
        Path | None, typer.Option(help="Words and agencies of your own, in a TOML file.", metavar="FILE")
    ] = None,
) -> None:
    """Make all that was derived again from the sources.

    What was added with --lexicon needs it here too. Documents, claims, persons and incidents are thrown away first; a run that fails or is killed leaves everything as it was.
    """
    how = arguments.how(lexicon=lexicon)
    with opened(context.obj, write=True) as book:
        rows = list(console.watched(pipeline.rebuild(book, how=how), "rebuilding"))
        console.row(f"Rebuilt from the sources: {_contents(book)}.")
    _end(screens.faults(fault for row in rows for fault in row.faults))


def _contents(book: Casebook) -> str:
    sources = sum(1 for _ in book.sources.all())
    documents = sum(1 for _ in book.documents.all())
    cases = len(book.cases.persons())
    return f"sources {sources}, documents {documents}, cases {cases}"


def _end(faults: int) -> None:
    """Exit 1 where something could not be done."""
    if faults:
        raise typer.Exit(1)
