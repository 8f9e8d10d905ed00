"""Meetings, hearings and deadlines at which a case can be raised."""

import re
from dataclasses import dataclass

from .analysis import Analysis, Sentence
from .calls import named_states
from .scan import Scan

_WINDOW = re.compile(
    r"\b(?:(?:[A-Z][\w-]+|ministerial|annual|next|upcoming|human rights|bilateral|appeal|court|review) ){0,4}"
    r"(?:meeting|summit|dialogue|session|hearing|talks|conference|negotiations|visit|review|deadline)\b",
)
_WINDOW_CUE = re.compile(
    r"\b(met|meet|meets|will|ahead of|upcoming|next|scheduled|due|opens?|begins?|during|visit|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|foreign ministers)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:ministerial|annual|bilateral|human rights|foreign ministers') (?:meeting|summit|dialogue|talks)\b"
)
_METS = re.compile(r"\bmet\b|\bmeets\b|\bwill meet\b|\bto meet\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:upcoming|next)\b")


@dataclass(frozen=True, slots=True)
class Window:
    """An occasion on which a case can be raised: its words, its parties, the characters of its sentence."""

    what: tuple[int, int]
    parties: tuple[tuple[str, int, int], ...]
    passage: tuple[int, int]


def windows(analysis: Analysis, scan: Scan) -> tuple[Window, ...]:
    """Meetings, hearings and deadlines of states and international bodies, each occasion once."""
    found: list[Window] = []
    seen: set[frozenset[str]] = set()
    meeting = _MEETING.search(analysis.text)
    for sentence in analysis.sentences:
        what = _occasion(analysis.text, sentence)
        if what is None or not _is_dated(analysis.text, sentence, scan):
            continue
        parties = named_states(sentence.start, sentence.end, scan)
        bodies = frozenset(name for name, _, _ in parties if len(name) > 2 or name == "EU")
        if not bodies or bodies in seen:
            continue
        seen.add(bodies)
        if _WINDOW.search(analysis.text, *what) is None and meeting is not None:
            what = meeting.span()  # «X met Y»: what the meeting is called may stand elsewhere
        found.append(Window(what, parties, (sentence.start, sentence.end)))
    return tuple(found)


def _occasion(text: str, sentence: Sentence) -> tuple[int, int] | None:
    """The words that name a meeting, else those that say that some met."""
    named = _WINDOW.search(text, sentence.start, sentence.end) or _METS.search(text, sentence.start, sentence.end)
    return None if named is None else named.span()


def _is_dated(text: str, sentence: Sentence, scan: Scan) -> bool:
    """Whether the sentence says when: a date, or that it is to come."""
    if not _WINDOW_CUE.search(text, sentence.start, sentence.end):
        return False
    dated = bool(scan.dates.inside(sentence.start, sentence.end))
    return dated or _TO_COME.search(text, sentence.start, sentence.end) is not None
