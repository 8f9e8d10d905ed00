"""One case on the screen: who, what happened with the quotation under every fact, what binds, what is called for, the sources."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from amparo import report
from amparo.model import Case, Finding, Outcome, Status
from amparo.report.words import listed, on_date, state_name

from .console import blank, paragraph, row

_MAIN_LAW = ("CAT", "ECHR", "ICCPR", "CED", "REF51")  # shown with each incident; `amparo protect` shows every line
_RULE = "=" * 72
_DEEP = 4  # columns by which what belongs to a numbered entry stands in


def show(case: Case, *, shown: set[str] | None = None) -> None:
    """Print the case.

    ``shown`` holds the ids of calls, statements of law and windows that were printed with another case of the same reports: they are
    not printed again, and those printed here are added.
    """
    fresh = _without(case, shown if shown is not None else set())
    lines = report.case_lines(fresh)
    findings = dict(case.findings)
    _heading(case, lines)
    for entry, incident in zip(lines.timeline, case.incidents, strict=True):
        _entry(entry, findings.get(incident.id, ()), carried_out=incident.status is Status.OCCURRED)
    _calls(lines.calls)
    _laws(lines.laws)
    _windows(lines.windows)
    if (case.calls, case.laws, case.windows) != (fresh.calls, fresh.laws, fresh.windows):
        paragraph("What else these reports call for and say of the law stands above, with another case.")
        blank()
    _sources(lines.sources)


def legend(cases: Iterable[Case]) -> None:
    """What the codes of the main treaties stand for."""
    names = {one.instrument: one.name for case in cases for _, found in case.findings for one in found}
    told = [f"{code}: {names[code]}" for code in _MAIN_LAW if code in names]
    if told:
        paragraph(f"{'; '.join(told)}. `amparo protect` shows every line of law. Nothing here is legal advice.")
        blank()


def _without(case: Case, shown: set[str]) -> Case:
    fresh = replace(
        case,
        calls=tuple(call for call in case.calls if call.id not in shown),
        laws=tuple((law, check) for law, check in case.laws if law.id not in shown),
        windows=tuple(window for window in case.windows if window.id not in shown),
    )
    shown |= {call.id for call in fresh.calls}
    shown |= {law.id for law, _ in fresh.laws}
    shown |= {window.id for window in fresh.windows}
    return fresh


def _heading(case: Case, lines: report.CaseLines) -> None:
    row(_RULE)
    paragraph(lines.name, style="bold")
    row(_RULE)
    for fact in lines.about:
        paragraph(fact, hanging=2)
    row(f"id {case.person.id}")
    blank()


def _section(title: str) -> None:
    row(title, style="bold")
    blank()


def _entry(entry: report.TimelineEntry, findings: tuple[Finding, ...], *, carried_out: bool) -> None:
    paragraph(f"{entry.number}. {entry.date_words}: {entry.headline}", hanging=_DEEP, style="bold")
    facts = {
        "Where": entry.route,
        "How far it went": "" if carried_out else entry.status_label,  # the heading says «reported»
        "On behalf of": entry.pursued_by,
        "By whom": "; ".join(entry.agents),
    }
    for label, value in facts.items():
        if value:
            paragraph(f"{label}: {value}", indent=_DEEP, hanging=2)
    for said in (*(f"On whose word: {one}" for one in entry.said_by), *entry.details):
        paragraph(said, indent=_DEEP, hanging=2)
    _quotes(entry.quotes)
    if entry.evidence:
        paragraph(f"Also: {'; '.join(map(str, entry.evidence))}", indent=_DEEP, hanging=2)
    for doubt in entry.doubts:
        paragraph(f"? {doubt}", indent=_DEEP, hanging=2, style="yellow")
    if entry.unsaid:
        paragraph(f"Not said: {'; '.join(entry.unsaid)}.", indent=_DEEP, hanging=2)
    for law in _law(findings):
        paragraph(law, indent=_DEEP, hanging=2)
    blank()


def _quotes(quotes: Iterable[report.Quote]) -> None:
    for quote in quotes:
        paragraph(f"“{quote.words}” {quote.reference}", indent=_DEEP, hanging=1, style="italic")


def _law(findings: Iterable[Finding]) -> Iterator[str]:
    """The main treaties in a line, states of which the same is to be said together; then the reasons for what is uncertain."""
    found: dict[str, dict[str, Finding]] = {}
    for finding in findings:
        if finding.instrument in _MAIN_LAW:
            found.setdefault(finding.state, {}).setdefault(finding.instrument, finding)
    same: dict[str, list[str]] = {}
    for state, by_code in found.items():
        same.setdefault(_outcomes(by_code), []).append(state_name(state))
    when = next((_when(finding) for by_code in found.values() for finding in by_code.values()), "")
    for outcomes, hosts in same.items():
        yield f"Law that binds {listed(hosts)}, {when}: {outcomes}."
    for by_code in found.values():
        for finding in by_code.values():
            if finding.outcome is Outcome.UNCERTAIN:
                yield f"{finding.instrument} uncertain: {' '.join(finding.because)}"


def _outcomes(by_code: dict[str, Finding]) -> str:
    """«bound: CAT, ICCPR; not bound: ECHR; unknown: CED»."""
    groups: dict[Outcome, list[str]] = {}
    for code in _MAIN_LAW:
        if code in by_code:
            groups.setdefault(by_code[code].outcome, []).append(code)
    return "; ".join(f"{outcome.value.replace('_', ' ')}: {', '.join(codes)}" for outcome, codes in groups.items())


def _when(finding: Finding) -> str:
    return on_date(finding.on) if finding.on else "date not known"


def _calls(calls: tuple[report.CallLine, ...]) -> None:
    if calls:
        _section("What the reports call for")
    for call in calls:
        paragraph(f"- {call.by} to {call.to}: {call.demand}", hanging=2)
        _quotes(call.quotes)
        blank()


def _laws(laws: tuple[report.LawClaimLine, ...]) -> None:
    if laws:
        _section("What the reports say of the law, held against the data")
    for law in laws:
        paragraph(f"- {law.statement}, {law.said_by}", hanging=2)
        paragraph(law.verdict, indent=_DEEP, style="bold")
        for reason in law.because:
            paragraph(reason, indent=_DEEP, hanging=2)
        _quotes(law.quotes)
        blank()


def _windows(windows: tuple[report.WindowLine, ...]) -> None:
    if windows:
        _section("When the case can be raised")
    for window in windows:
        parties = f" ({listed(window.parties)})" if window.parties else ""
        paragraph(f"- {window.date_words}: {window.what}{parties}", hanging=2)
        _quotes(window.quotes)
        blank()


def _sources(sources: Iterable[report.SourceLine]) -> None:
    _section("Sources")
    for source in sources:
        paragraph(f"[{source.number}] {source.label}", hanging=_DEEP)
        paragraph(f"{source.name}, SHA-256 {source.sha256}", indent=_DEEP)
    blank()
