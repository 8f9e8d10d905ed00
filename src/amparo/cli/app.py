"""The command line as a whole: its options, its commands, and how errors end it."""

import sys
from typing import Annotated

import typer
from rich.console import Console

from amparo import __version__
from amparo.model import AmparoError, VerificationFailed

from . import casebook_commands, case_commands, document_commands, help_commands
from .settings import read_settings

app = typer.Typer(
    name="amparo",
    help="Reports about exiled critics become a casebook in which every fact stands on quoted words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"amparo {__version__}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    casebook: Annotated[
        str | None, typer.Option("-c", "--casebook", metavar="FILE", help="The casebook; else AMPARO_CASEBOOK.")
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """Reports about exiled critics become a casebook in which every fact stands on quoted words.

    Exit codes: 0 done, 1 done with faults (listed), 2 wrong call, 3 cannot open, 4 verification failed.
    """
    context.obj = read_settings(casebook)


for commands in (help_commands, casebook_commands, document_commands, case_commands):
    commands.register(app)


def main() -> None:
    """Run the command line; every AmparoError becomes a message on stderr and its exit code, never a traceback."""
    screen = Console(stderr=True, soft_wrap=True, highlight=False)
    try:
        app()
    except VerificationFailed as error:
        for problem in error.problems:
            screen.print(problem, markup=False)
        screen.print(str(error), markup=False)
        sys.exit(error.exit_code)
    except AmparoError as error:
        screen.print(str(error), markup=False)
        sys.exit(error.exit_code)
    except BrokenPipeError:  # `amparo cases | head`: the reader has seen enough
        sys.stderr.close()
        sys.exit(0)
