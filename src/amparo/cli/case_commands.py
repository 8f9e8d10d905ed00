"""Commands on cases and the law: cases, case, dossier, protect."""

from pathlib import Path
from typing import Annotated

import typer

from amparo import __version__, pipeline, report
from amparo.model import VerificationFailed, WrongCall
from amparo.vocabulary import acts

from . import arguments, case_screen, console, screens
from .opening import opened
from .writing import write_new

Who = Annotated[
    list[str], typer.Argument(help="A name in any spelling or script, or an id of `amparo cases`.", metavar="NAME|ID")
]
_SCREEN = Path("-")


def register(app: typer.Typer) -> None:
    """Hang the commands of this module on ``app``."""
    for command in (cases, case, dossier, protect):
        app.command()(command)


def cases(
    context: typer.Context,
    *,
    origin: Annotated[str | None, typer.Option(help="The pursuing state: TJ, Tajikistan, …", metavar="STATE")] = None,
    host: Annotated[str | None, typer.Option(help="The state where it happened.", metavar="STATE")] = None,
    act: Annotated[str | None, typer.Option(help="An act: abduction, extradition, …", metavar="CODE")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a case, a line each.")] = False,
) -> None:
    """List the cases, the latest incident first."""
    code = None if act is None else acts.act(act).code
    pursuing, hosting = arguments.state_if_given(origin), arguments.state_if_given(host)
    with opened(context.obj) as book:
        found = book.cases.list(origin=pursuing, host=hosting, act=code)
    screens.case_list(found, as_json=as_json)


def case(
    context: typer.Context,
    who: Who,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="The whole case as JSON (docs/json.md).")] = False,
) -> None:
    """Show one case: a timeline with the quote under every fact."""
    with opened(context.obj) as book:
        found = pipeline.case(book, pipeline.find_person(book, " ".join(who)))
    if as_json:
        console.raw(report.json_text(report.case_json(found)))
    else:
        case_screen.show(found)
        case_screen.legend([found])


def dossier(
    context: typer.Context,
    who: Who,
    *,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE.md", help="The file to write; - for the screen.")
    ],
) -> None:
    """Write the dossier of one case as Markdown. A casebook that fails verification gives none."""
    if output != _SCREEN and output.suffix != ".md":
        raise WrongCall(f"{output}: this version writes Markdown; name a file that ends in .md")
    with opened(context.obj) as book:
        person = pipeline.find_person(book, " ".join(who))
        with console.waiting("verifying"):
            problems = pipeline.verify(book)
        if problems:
            raise VerificationFailed(problems)
        found = pipeline.case(book, person)
        sources = [source for each in found.documents if (source := book.sources.get(each.source)) is not None]
    text = report.dossier_markdown(found, generated_on=pipeline.now().date(), version=__version__, sources=sources)
    if output == _SCREEN:
        console.raw(text)
        return
    write_new(output, text)
    console.row(f"Wrote {output}.")


def protect(
    *,
    host: Annotated[
        str, typer.Option(help="The state that holds or sends the person: LT, Lithuania, …", metavar="STATE")
    ],
    origin: Annotated[str | None, typer.Option(help="The pursuing state.", metavar="STATE")] = None,
    on: Annotated[str | None, typer.Option(help="The day: 2024-04-16, 2021-10, 2023.", metavar="DATE")] = None,
    act: Annotated[
        str | None, typer.Option(help="extradition, deportation, rendition, coerced_return, …", metavar="CODE")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="A JSON list of findings.")] = False,
) -> None:
    """Show which law binds a state on a day, and which does not.

    Every line comes with its reasons and its source. Not legal advice.
    """
    code = None if act is None else acts.act(act).code
    findings = pipeline.protect(
        host=arguments.state(host), origin=arguments.state_if_given(origin), act=code, on=arguments.date(on)
    )
    if as_json:
        console.raw(report.json_text([report.finding_json(finding) for finding in findings]))
    else:
        screens.findings(findings)
