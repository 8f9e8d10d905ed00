"""What a text says of treaties and domestic law: which instrument, which states, and whether they are party, forbidden, in breach."""

import re
from dataclasses import dataclass
from itertools import islice

from amparo.model import LawSays

from .analysis import Analysis, Sentence
from .scan import Scan

_PARTY = re.compile(
    r"\b(part(?:y|ies) to|state part(?:y|ies)|signator(?:y|ies)|ratified|ratif|acceded|bound by|has signed|have signed|member of)\b",
    re.IGNORECASE,
)
_PROHIBITS = re.compile(
    r"\b(prohibit|forbid|ban|bars|protect|guarantee|oblig|require|must not|may not|incorporat|principle of|prevents?|enshrin)\w*",
    re.IGNORECASE,
)
_VIOLATES = re.compile(r"\b(violat|breach|contrary to|in contravention|flout|in defiance|infring)\w*", re.IGNORECASE)
_DOMESTIC = re.compile(r"\b(?:domestic|national) (?:law|legislation)s?\b", re.IGNORECASE)
_NAMED_BACK = 100  # instruments named before that «both treaties» may mean
_BACK = re.compile(
    r"\b(both|the two|these|all three|the) (treaties|conventions|instruments|covenants)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Law:
    """One statement about one instrument. ``states`` are (code, start, end); «EU» stands for its member states."""

    instrument: str
    start: int
    end: int
    says: LawSays
    cue: tuple[int, int]
    states: tuple[tuple[str, int, int], ...]
    sentence: tuple[int, int]


def laws(analysis: Analysis, scan: Scan) -> tuple[Law, ...]:
    """All statements about the law in a text, a sentence and an instrument each."""
    found: list[Law] = []
    for sentence in analysis.sentences:
        text = analysis.text[sentence.start : sentence.end]
        domestic = _DOMESTIC.search(text)
        if domestic is not None:
            found.append(
                _law(
                    "domestic law",
                    sentence,
                    domestic.span(),
                    LawSays.DOMESTIC,
                    domestic.span(),
                    _states(sentence, scan),
                )
            )
            continue
        for code, start, end in _instruments(analysis, sentence, scan):
            says, cue = _says(text)
            about = _states(sentence, scan) if says in {LawSays.PARTY, LawSays.VIOLATES} else ()
            found.append(_law(code, sentence, (start - sentence.start, end - sentence.start), says, cue, about))
    return tuple(found)


def _law(
    code: str,
    sentence: Sentence,
    at: tuple[int, int],
    says: LawSays,
    cue: tuple[int, int],
    states: tuple[tuple[str, int, int], ...],
) -> Law:
    base = sentence.start
    return Law(
        code, base + at[0], base + at[1], says, (base + cue[0], base + cue[1]), states, (sentence.start, sentence.end)
    )


def _instruments(analysis: Analysis, sentence: Sentence, scan: Scan) -> list[tuple[str, int, int]]:
    """The instruments that a sentence names, or means by «both treaties»: the last ones named before."""
    named = [m for m in scan.instruments.touching(sentence.start, sentence.end) if m.start >= sentence.start]
    if named:
        unique = {m.code: m for m in reversed(named)}
        return [(m.code, m.start, m.end) for m in sorted(unique.values(), key=lambda m: m.start)]
    back = _BACK.search(analysis.text[sentence.start : sentence.end])
    if back is None:
        return []
    before = (m.code for m in islice(scan.instruments.before(sentence.start), _NAMED_BACK))
    last = list(dict.fromkeys(before))[: 3 if back[1].lower() == "all three" else 2]
    return [(code, sentence.start + back.start(), sentence.start + back.end()) for code in reversed(last)]


def _says(text: str) -> tuple[LawSays, tuple[int, int]]:
    for says, pattern in ((LawSays.PARTY, _PARTY), (LawSays.VIOLATES, _VIOLATES), (LawSays.PROHIBITS, _PROHIBITS)):
        match = pattern.search(text)
        if match is not None:
            return says, match.span()
    return LawSays.OTHER, (0, len(text))


def _states(sentence: Sentence, scan: Scan) -> tuple[tuple[str, int, int], ...]:
    """The states (and the EU for its members) that a sentence names."""
    found = {
        p.state: (p.state, p.start, p.end)
        for p in reversed(scan.places.inside(sentence.start, sentence.end))
        if p.state
    }
    union = [o for o in scan.organisations.inside(sentence.start, sentence.end) if o.name == "European Union"]
    first = (("EU", union[0].start, union[0].end),) if union else ()
    return (*first, *sorted(found.values(), key=lambda state: state[1]))
