"""The command that measures: evaluate."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from amparo import report
from amparo.model import TargetExists, WrongCall

from . import arguments, console, screens
from .writing import write_new

if TYPE_CHECKING:
    from amparo.pipeline.evaluating import Comparison, Run


class By(StrEnum):
    """What the figures are told apart by."""

    LANG = "lang"
    GENRE = "genre"
    ACT = "act"


def register(app: typer.Typer) -> None:
    """Hang the command of this module on ``app``."""
    app.command()(evaluate)


def evaluate(  # noqa: PLR0913  # the options of one command
    folders: Annotated[
        list[str], typer.Argument(help="Folders of annotated texts: ID.json beside ID.txt.", metavar="GOLD_DIR...")
    ],
    *,
    engine: Annotated[
        str, typer.Option(help="Which engine reads: reader (trained, with the rules as evidence) or rules.")
    ] = "reader",
    blind: Annotated[
        bool, typer.Option("--blind", help="Only the blind fifth (number ends in 0 or 5), on which nobody tunes.")
    ] = False,
    open_: Annotated[bool, typer.Option("--open", help="Only the others, whose misses may be read.")] = False,
    lexicon: Annotated[
        Path | None, typer.Option(help="Words and agencies of your own, in a TOML file.", metavar="FILE")
    ] = None,
    no_gate: Annotated[bool, typer.Option("--no-gate", help="Read texts too that can hold no incident.")] = False,
    by: Annotated[
        list[By] | None, typer.Option(help="A table for each; may be given again.", show_choices=True)
    ] = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="List what was missed, false or wrong, with quote and reason.")
    ] = False,
    save: Annotated[Path | None, typer.Option(help="Keep the run in a new file.", metavar="FILE")] = None,
    against: Annotated[
        Path | None, typer.Option(help="Compare with a run that was kept: what got better, what worse.", metavar="FILE")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object with all of it.")] = False,
) -> None:
    """Measure an engine on annotated texts.

    Each text is read as any other file, with the date of publication of its annotation. docs/evaluation.md explains the measures.
    """
    from amparo.pipeline import evaluating  # noqa: PLC0415  # loads every room

    if save is not None and save.exists():
        raise TargetExists(str(save))
    part = evaluating.Part(_part(blind=blind, open_=open_, misses=misses))
    before = evaluating.read_run(against) if against is not None else None
    how = arguments.how(engine=engine, gate=not no_gate, lexicon=lexicon)
    paths = [Path(folder) for folder in folders]
    texts = evaluating.annotated(paths, part)
    done = list(console.watched(evaluating.evaluate(texts, how=how), f"reading {len(texts)} texts"))
    run = evaluating.run_of(done, part=part, folders=paths)
    if save is not None:
        write_new(save, report.json_text(evaluating.run_json(run)) + "\n")
    _show(
        run, by or [], evaluating.compare(before, run) if before is not None else None, misses=misses, as_json=as_json
    )
    if screens.faults(fault for one in done for fault in one.faults):
        raise typer.Exit(1)


def _part(*, blind: bool, open_: bool, misses: bool) -> str:
    """Which texts were asked for. Raises WrongCall for what excludes each other."""
    if blind and misses:
        raise WrongCall("Nobody reads the misses of the blind fifth, or it would be blind no more. Leave out --blind.")
    if blind and open_:
        raise WrongCall("--blind and --open exclude each other; leave out both for all texts.")
    return "blind" if blind else "open" if open_ else "all"


def _show(run: "Run", by: list[By], compared: "Comparison | None", *, misses: bool, as_json: bool) -> None:
    from amparo.pipeline import evaluating  # noqa: PLC0415  # see above

    from . import evaluation_screen  # noqa: PLC0415  # the same

    if as_json:
        parts = [one.value for one in by if one is not By.ACT]  # acts stand in every part
        console.raw(report.json_text(evaluating.evaluation_json(run, parts, compared, misses=misses)))
        return
    evaluation_screen.show(run, [one.value for one in by], misses=misses)
    if compared is not None:
        evaluation_screen.comparison(compared)
