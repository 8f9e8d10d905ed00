"""The command line as a whole: its options, its commands, and how errors end it."""

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from amparo import __version__
from amparo.model import AmparoError, VerificationFailed

from . import (
    case_commands,
    casebook_commands,
    console,
    document_commands,
    evaluate_commands,
    help_commands,
    serve_commands,
)
from .settings import read_settings

_STOPPED = 130  # what shells give for a program ended by Ctrl-C, 128 + SIGINT
_UNHEARD = 141  # 128 + SIGPIPE: nobody reads our output any more


class Commands(TyperGroup):
    """The commands, and the one place where their errors end: a message on stderr and an exit code, never a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for. Raises typer.Exit with the code of DESIGN section 7 where it failed."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except AmparoError as error:
            for problem in error.problems if isinstance(error, VerificationFailed) else ():
                console.complain(problem)
            console.complain(str(error))
            raise typer.Exit(error.exit_code) from None
        except KeyboardInterrupt:
            console.complain("Stopped. What was stored is whole; give the same command again to go on.")
            raise typer.Exit(_STOPPED) from None
        except BrokenPipeError:  # `amparo cases | head`: the reader has seen enough
            raise typer.Exit(_UNHEARD) from None
        return result


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
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
    version: Annotated[  # noqa: ARG001  # its callback acts
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """Reports about exiled critics become a casebook in which every fact stands on quoted words.

    AMPARO_PASSPHRASE opens an encrypted casebook, else a prompt; AMPARO_USER is the name under which you act in it.

    Exit codes: 0 done, 1 done with faults (listed), 2 wrong call, 3 cannot open, 4 verification failed.
    """
    context.obj = read_settings(casebook)


for commands in (
    help_commands,
    casebook_commands,
    case_commands,
    document_commands,
    evaluate_commands,
    serve_commands,
):
    commands.register(app)


def run() -> None:
    """Read the command line and do what it says; ends the program."""
    console.prepare()
    try:
        app(prog_name="amparo")
    finally:
        console.close()
