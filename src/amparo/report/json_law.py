"""Findings and checks of the law as JSON."""

from amparo.model import Finding, LawCheck

from .json_values import JSON, date_json


def finding_json(finding: Finding) -> dict[str, JSON]:
    """Whether one line of law binds one state on one date: the keys of ``docs/json.md``, «Finding»."""
    return {
        "instrument": finding.instrument,
        "name": finding.name,
        "article": finding.article,
        "rule": finding.rule,
        "kind": finding.kind,
        "scope": finding.scope,
        "state": finding.state,
        "on": date_json(finding.on),
        "outcome": finding.outcome.value,
        "because": list(finding.because),
        "reservation": finding.reservation,
        "source_url": finding.source_url,
        "confidence": finding.confidence,
        "basis": finding.basis,
        "as_of": finding.as_of,
    }


def law_check_json(check: LawCheck) -> dict[str, JSON]:
    """A text's claim about the law held against the data: the keys of ``docs/json.md``, «Law check»."""
    return {
        "claim": check.claim,
        "verdict": check.verdict.value,
        "on": date_json(check.on),
        "because": list(check.because),
        "findings": [finding_json(finding) for finding in check.findings],
    }
