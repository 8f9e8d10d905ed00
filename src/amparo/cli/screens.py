"""What the commands print: plain enough for a pipe, at most as wide as the screen, nothing that is not in the records."""

import shlex
from collections.abc import Iterable, Sequence
from pathlib import Path

from amparo import pipeline, report
from amparo.casebook import CaseRow, Hit
from amparo.model import Fault, Finding
from amparo.report import words
from amparo.report.words import visible

from . import console, rows
from .console import blank, paragraph, row


def faults(found: Iterable[Fault]) -> int:
    """Each fault on a line of its own on stderr; gives their number."""
    listed = [visible(str(fault)) for fault in found]
    for each in listed:
        console.complain(each)
    return len(listed)


def case_list(found: Sequence[CaseRow], *, as_json: bool = False) -> None:
    """The cases, three lines each, or an object a line."""
    if as_json:
        for each in found:
            console.raw(rows.case(each))
        return
    for each in found:
        _case_entry(each)
    row(
        f"{words.counted(len(found), 'case')}."
        if found
        else "No case fits. `amparo add` takes in reports that tell of some."
    )


def _case_entry(each: CaseRow) -> None:
    person = each.person
    origin = f", {words.state_name(person.origin)}" if person.origin else ""
    count = f" ({person.count} people)" if person.count else ""
    paragraph(f"{visible(person.name)}{count}{origin}", hanging=4, style="bold")
    acts = words.listed(words.act_label(act) for act in each.acts)
    hosts = f" in {words.listed(map(words.state_name, each.hosts))}" if each.hosts else ""
    paragraph(f"{acts}{hosts}; {_period(each)}", indent=4)
    incidents = words.counted(each.incidents, "incident")
    paragraph(f"{incidents} in {words.counted(each.documents, 'report')}; id {person.id}", indent=4)
    blank()


def _period(each: CaseRow) -> str:
    if each.first is None or each.last is None:
        return "no date stated"
    first, last = words.date_words(each.first), words.date_words(each.last)
    return first if first == last else f"{first} to {last}"


def hits(found: Sequence[Hit], *, as_json: bool = False) -> None:
    """The documents found, each with the words around the place, or an object a line."""
    if as_json:
        for each in found:
            console.raw(rows.hit(each))
        return
    for each in found:
        published = f", {words.date_words(each.published)}" if each.published else ""
        paragraph(f"{visible(each.title or 'No title')}{published}", hanging=4, style="bold")
        paragraph(f"“{visible(each.snippet.exact)}”", indent=4)
        row(f"    document {each.document_id}")
        blank()
    row(f"{words.counted(len(found), 'document')}." if found else "No document has all these words.")


def findings(found: Sequence[Finding]) -> None:
    """What binds one state on one date: each line of law with its outcome and reasons, what eases a transfer last."""
    lines = report.law_lines(found)
    if lines:
        paragraph(f"{lines[0].state}, {lines[0].on}", style="bold")
    for line in lines:
        if not line.risk:
            _law(line)
    risks = [line for line in lines if line.risk]
    if risks:
        paragraph("Agreements that ease transfers: a risk, not an authority", style="bold")
        blank()
    for line in risks:
        _law(line)
    paragraph(
        "A state that is not bound by one instrument may be bound by another, by its own law or by custom. Nothing here is legal advice."
    )


def _law(line: report.LawLine) -> None:
    caution = f" ({line.caution})" if line.caution else ""
    paragraph(f"{line.norm}: {line.outcome}{caution}", hanging=4)
    paragraph(line.rule, indent=4)
    for reason in line.because:
        paragraph(reason, indent=4)
    if line.reservation:
        paragraph(f"Note: {line.reservation}", indent=4, hanging=2)
    source = f"{line.source_url}, " if line.source_url else ""
    paragraph(f"Source: {source}as of {line.as_of}" if line.as_of else f"Source: {source}", indent=4, hanging=2)
    blank()


def checks(found: "Iterable[pipeline.Check]") -> None:
    """What `amparo doctor` found, a line each."""
    for each in found:
        paragraph(f"{'well' if each.well else 'NOT WELL':<10}{each.what}: {each.found}", hanging=10)


def made(path: Path, *, encrypted: bool) -> None:
    """After `amparo new`: what there is now, and what to type next."""
    row(f"Made {path} ({'encrypted' if encrypted else 'not encrypted'}).")
    if encrypted:
        row("Nobody can open it without its passphrase, and nobody can recover that. Keep it safe.")
    row(f"Next: amparo -c {_quoted(path)} add PATH…")


def where_next(file: Path, name: str) -> None:
    """After `amparo demo`: commands to try on its casebook, with the name of one of its cases."""
    casebook = f"amparo -c {_quoted(file)}"
    row("What to type next", style="bold")
    blank()
    for what, command in (
        ("the list of cases", f"{casebook} cases"),
        ("one of them, by name", f"{casebook} case {_quoted(name)}"),
        ("the same for other programs", f"{casebook} case {_quoted(name)} --json"),
        ("search, in any spelling", f"{casebook} search {_quoted(name.rsplit(maxsplit=1)[-1])}"),
        ("a dossier to give to a lawyer", f"{casebook} dossier {_quoted(name)} -o dossier.md"),
        ("what bound Russia then", "amparo protect --host RU --origin TJ --on 2021-10"),
        ("and after it left the Council of Europe", "amparo protect --host RU --origin TJ --on 2023"),
        ("whether all is as it was stored", f"{casebook} verify"),
        ("a casebook of your own", "amparo new my.amparo"),
    ):
        row(f"  {what}:")
        row(f"      {command}")
    blank()


def _quoted(words: Path | str) -> str:
    return shlex.quote(str(words))
