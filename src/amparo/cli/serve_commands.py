"""The command that shows a casebook in the browser: serve."""

from typing import Annotated

import typer

from amparo.report.words import visible

from . import console
from .opening import opened


def register(app: typer.Typer) -> None:
    """Hang the command of this module on ``app``."""
    app.command()(serve)


def serve(
    context: typer.Context,
    *,
    port: Annotated[int, typer.Option(help="Where on this computer; 0 for any free port.", min=0, max=65535)] = 8000,
) -> None:
    """Show the casebook in the browser, on this computer only, to read and not to change."""
    from amparo import web  # noqa: PLC0415  # half a second, which no other command must pay

    name = visible(context.obj.path().name)

    def ready(address: str) -> None:
        console.row(f"{name} is at {address}")
        console.row("Whoever uses this computer can read it there. Ctrl-C ends it.")

    with opened(context.obj) as book:
        web.serve(book, name=name, port=port, ready=ready)
    console.row("Stopped.")
