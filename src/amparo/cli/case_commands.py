"""Commands on cases and the law: cases, case, protect, dossier."""

from pathlib import Path
from typing import Annotated

import typer

from amparo import __version__, pipeline, report
from amparo.model import Edtf, UnknownCode, VerificationFailed, WrongCall
from amparo.vocabulary import acts, states

from . import screens
from .opening import opened


def register(app: typer.Typer) -> None:
    """Hang the commands of this module on ``app``."""
    for command in (cases, case, dossier, protect):
        app.command()(command)


def cases(
    context: typer.Context,
    *,
    origin: Annotated[str | None, typer.Option(help="The pursuing state: TJ, Tajikistan, …")] = None,
    host: Annotated[str | None, typer.Option(help="The state where it happened.")] = None,
    act: Annotated[str | None, typer.Option(help="An act: abduction, extradition, …")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a case, a line each.")] = False,
) -> None:
    """List the cases, the latest incident first."""
    with opened(context.obj) as book:
        rows = book.cases.list(
            origin=_state(origin), host=_state(host), act=None if act is None else acts.act(act).code
        )
        screens.case_list(rows, as_json=as_json)


def case(
    context: typer.Context,
    who: Annotated[str, typer.Argument(help="A name in any spelling or script, or an id of `amparo cases`.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="The whole case as JSON (docs/json.md).")] = False,
) -> None:
    """Show one case: a dated timeline with the quote under every fact."""
    with opened(context.obj) as book:
        found = pipeline.case(book, pipeline.find_person(book, who))
    if as_json:
        screens.line(report.json_text(report.case_json(found)))
    else:
        screens.case(found)


def dossier(
    context: typer.Context,
    who: Annotated[str, typer.Argument(help="A name in any spelling or script, or an id of `amparo cases`.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE.md", help="The file to write; - for the screen.")
    ],
) -> None:
    """Write the dossier of one case as Markdown. A casebook that fails verification gives none."""
    if output.suffix != ".md" and str(output) != "-":
        raise WrongCall(f"{output}: this version writes Markdown; name a file that ends in .md")
    with opened(context.obj) as book:
        problems = pipeline.verify(book)
        if problems:
            raise VerificationFailed(problems)
        found = pipeline.case(book, pipeline.find_person(book, who))
        sources = [source for d in found.documents if (source := book.sources.get(d.source)) is not None]
    text = report.dossier_markdown(found, generated_on=pipeline.now().date(), version=__version__, sources=sources)
    if str(output) == "-":
        screens.line(text)
        return
    screens.write_new(output, text)
    screens.say(f"Wrote {output}.")


def protect(
    *,
    host: Annotated[str, typer.Option(help="The state that holds or sends the person: LT, Lithuania, …")],
    origin: Annotated[str | None, typer.Option(help="The pursuing state.")] = None,
    on: Annotated[str | None, typer.Option(help="The day, in EDTF: 2024-04-16, 2021-10, 2023.")] = None,
    act: Annotated[str | None, typer.Option(help="extradition, deportation, rendition or coerced_return.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="A JSON list of findings.")] = False,
) -> None:
    """Show what binds a state on a day, and what does not, with sources. Not legal advice."""
    findings = pipeline.protect(host=host, origin=origin, act=act, on=Edtf(on) if on else None)
    if as_json:
        screens.line(report.json_text([report.finding_json(finding) for finding in findings]))
    else:
        screens.findings(findings)


def _state(words: str | None) -> str | None:
    if words is None:
        return None
    code = states.code_of(words)
    if code is None:
        raise UnknownCode("states", words)
    return code
