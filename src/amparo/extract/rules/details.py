"""Details that a sentence states of an act: sentence, charge, duration, notice, the words of an unresolved date."""

import re
from dataclasses import dataclass

from .analysis import Analysis
from .triggers import Match

_NUMBER = r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:-\w+)?|thirty|life)"
_SENTENCE = re.compile(
    rf"\b(?P<value>(?:a )?life (?:sentence|imprisonment|in prison)|(?:{_NUMBER}(?: and a half)?)[ -](?:years?|months?)(?:'? ?(?:in (?:prison|jail|a \w+ colony)|imprisonment|of imprisonment|prison|jail))?)\b",
    re.IGNORECASE,
)
_CHARGE = re.compile(
    r"\b(?:on|of|with|over|for|face|faces|facing)\s+(?:(?:trumped-up|bogus|fabricated|politically motivated|several|criminal)\s+)*"
    r"(?:(?:charges?|counts?|suspicion|allegations?|accusations?) of\s+(?P<after>[a-z][a-z '-]{3,80}?)(?=[.,;)\"]| in | by | after | and (?:was|is|has|sentenced)|$)"
    r"|(?P<before>[a-z][a-z -]{3,60}?) charges?\b)",
    re.IGNORECASE,
)
_DURATION = re.compile(
    rf"\bfor (?P<value>(?:more than |about |almost |nearly )?(?:{_NUMBER}|several|a few) (?:hours?|days?|weeks?|months?|years?))\b",
    re.IGNORECASE,
)
_BAN = re.compile(rf"\b(?P<value>{_NUMBER}[ -]years?)[ -](?:entry |re-entry |travel )?ban\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail: its key in the annotation schema, its words and their characters."""

    key: str
    value: str
    start: int
    end: int


def details(analysis: Analysis, match: Match) -> tuple[Detail, ...]:
    """What the sentence states of the act, each detail once."""
    sentence = analysis.sentence(match.token)
    text = analysis.text[sentence.start : sentence.end]
    found: list[Detail] = []
    if match.act == "conviction":
        found += _first(_SENTENCE, "sentence", text, sentence.start)
    if match.act in {"conviction", "charge", "extradition", "detention"}:
        found += _first(_CHARGE, "charge", text, sentence.start)
    if match.act == "detention":
        found += _first(_DURATION, "duration", text, sentence.start)
    if match.act == "passport":
        found += _first(_BAN, "ban", text, sentence.start)
    if match.act == "interpol":
        found += _first(
            re.compile(r"\b(?P<value>(?:red|blue) notice|diffusion)\b", re.IGNORECASE), "notice", text, sentence.start
        )
    return tuple(found)


def _first(pattern: re.Pattern[str], key: str, text: str, offset: int) -> list[Detail]:
    match = pattern.search(text)
    if match is None:
        return []
    group = next(name for name in match.groupdict() if match[name])
    return [Detail(key, match[group], offset + match.start(group), offset + match.end(group))]
