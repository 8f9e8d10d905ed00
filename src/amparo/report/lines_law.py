"""Findings and checks of the law in plain words."""

from collections.abc import Iterable, Mapping

from amparo.model import Finding, LawCheck, LawClaim

from .attribution import attributed
from .lines import LawClaimLine, LawLine
from .shelf import Shelf
from .words import article_words, law_statement, on_date, outcome_label, state_name, verdict_label, visible

_EASES_TRANSFER = "enabling"  # the kind that the law data give to agreements under which states hand people over


def law_lines(findings: Iterable[Finding]) -> tuple[LawLine, ...]:
    """What each finding says, in words and in the order given: bound, not bound, uncertain or unknown, and how far to trust it."""
    return tuple(_line(finding) for finding in findings)


def law_claim_line(law: LawClaim, check: LawCheck, names: Mapping[str, str], shelf: Shelf) -> LawClaimLine:
    """What a report says of the law and how the data stand to it. ``names`` gives an instrument's name for its code."""
    code = law.instrument.value
    return LawClaimLine(
        statement=law_statement(names.get(code, code), law.says.value, [slot.value for slot in law.states]),
        verdict=verdict_label(check.verdict),
        because=tuple(visible(reason) for reason in check.because),
        said_by=attributed(law.sources, law.document, shelf),
        quotes=shelf.quotes(law.passages),
        lines=law_lines(check.findings),
    )


def _line(finding: Finding) -> LawLine:
    article = article_words(finding.article)
    return LawLine(
        norm=visible(", ".join(filter(None, (finding.name, article)))),
        state=state_name(finding.state),
        on=on_date(finding.on) if finding.on else "date not known",
        outcome=outcome_label(finding.outcome),
        rule=visible(finding.rule),
        because=tuple(visible(reason) for reason in finding.because),
        reservation=visible(finding.reservation),
        source_url=visible(finding.source_url),
        caution=_caution(finding),
        as_of=visible(finding.as_of),
        risk=finding.kind == _EASES_TRANSFER,
    )


def _caution(finding: Finding) -> str:
    """How far a data row can be trusted: silent only for a row that was read in a source and is held with high confidence."""
    doubts = [f"confidence {visible(finding.confidence)}"] if finding.confidence not in ("", "high") else []
    if "recalled" in finding.basis:
        doubts.append("recalled, check before citing")
    return "; ".join(doubts)
