"""What a text says of treaties and domestic law: which instrument, which states, and whether they are party, forbidden, in breach."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from amparo.model import LawSays

from .analysis import Analysis, Sentence
from .law_names import Reference, State, cited, owner_of, pattern, references
from .law_states import Whose
from .scan import Scan

__all__ = ["Law", "laws"]

# Between two names that are spoken of together: «the Convention against Torture and article 33 of the Refugee Convention».
_TOGETHER = re.compile(
    r"(?:and|or|the|to|its|both|of|by|with|under|in|articles?|arts?\.|section|и|или|стать[а-яё]+|ст\.|а также|[§\d\s,()])*",
    re.IGNORECASE,
)
_NEAR = 20  # characters before a breach in which «no» turns it round: «no violation», «had not been breached»
_WISHED = 40  # characters before a name in which «to ratify the» makes of it a demand
_REACH = 60  # the same before other cues
# What is said: the list of words that say so, and the list of those that turn it round.
_CUES = {
    LawSays.VIOLATES: ("violates", "unviolated"),
    LawSays.PARTY: ("party", "unbound"),
    LawSays.PROHIBITS: ("prohibits", "unforbidden"),
}


@dataclass(frozen=True, slots=True)
class Law:
    """One statement about one instrument. ``states`` are (code, start, end); «EU» stands for its member states."""

    instrument: str
    start: int
    end: int
    says: LawSays
    cue: tuple[int, int]
    states: tuple[State, ...]
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Statement:
    """What is said of an instrument by the words at ``cue``; ``unturned`` is what they would say without a «not»."""

    says: LawSays
    unturned: LawSays
    cue: tuple[int, int]


def laws(analysis: Analysis, scan: Scan) -> tuple[Law, ...]:
    """All statements about the law in a text, in order; each statement about one instrument once."""
    found: dict[tuple[str, LawSays], Law] = {}
    whose = Whose(analysis, scan)
    for sentence, spoken_of in references(analysis, scan):
        for law in _said(analysis, sentence, spoken_of, whose):
            first = found.setdefault((law.instrument, law.says), law)
            if law.states and not first.states and law.says is LawSays.OTHER:  # mentioned in passing before
                found[law.instrument, law.says] = law
    return tuple(sorted(found.values(), key=lambda law: (law.sentence, law.start)))


def _said(analysis: Analysis, sentence: Sentence, spoken_of: tuple[Reference, ...], whose: Whose) -> Iterator[Law]:
    """What one sentence says of each instrument: by the words around the row of names in which it stands."""
    rows = list(_rows(analysis, spoken_of))
    cuts = [_cut(analysis, left[-1].end, right[0].start) for left, right in pairwise(rows)]
    for row, start, end in zip(rows, (sentence.start, *cuts), (*cuts, sentence.end), strict=True):
        for reference in row:
            for one in _statements(analysis, reference, row, start, end):
                states = whose.states(reference, one.unturned, one.cue, (start, end))
                at = reference.start, reference.end
                name = cited(reference, states, analysis.text)
                yield Law(name, *at, one.says, one.cue, states, (sentence.start, sentence.end))


def _cut(analysis: Analysis, start: int, end: int) -> int:
    """Where between two instruments the words about the first end: at «but» or the like, behind a clause with «which», else at once."""
    relative = pattern(analysis.language, "relative").match(analysis.text, start, end)
    turn = pattern(analysis.language, "turn").search(analysis.text, relative.end() if relative else start, end)
    if turn is not None:
        return turn.start()
    return end if relative else start


def _statements(
    analysis: Analysis, reference: Reference, row: list[Reference], start: int, end: int
) -> list[_Statement]:
    """What is said of one reference in its stretch ``[start, end)``; «other» where nothing else is, nothing where it is only wished."""
    at = reference.start, reference.end
    if _is_domestic(reference):
        return [_Statement(LawSays.DOMESTIC, LawSays.DOMESTIC, at)]
    if reference.kind == "measure":
        return [_Statement(LawSays.OTHER, LawSays.OTHER, at)]
    found = _claims(analysis, row, reference, start, end)
    if reference.kind == "general" or reference.instrument == "CUSTOM-NR":  # binds without being signed
        found = [one for one in found if one.says is not LawSays.PARTY]
    if not found and pattern(analysis.language, "wished").search(
        analysis.text, max(start, row[0].start - _WISHED), row[0].start
    ):
        return []
    return found or [_Statement(LawSays.OTHER, LawSays.OTHER, at)]


def _rows(analysis: Analysis, spoken_of: tuple[Reference, ...]) -> Iterator[list[Reference]]:
    """References that stand in one row, of which the same is said."""
    row: list[Reference] = []
    for reference in spoken_of:
        if (
            row
            and row[-1].end <= reference.start
            and _TOGETHER.fullmatch(analysis.text, row[-1].end, reference.start) is None
        ):
            yield row
            row = []
        row.append(reference)
    if row:
        yield row


def _is_domestic(reference: Reference) -> bool:
    return reference.kind == "domestic" or owner_of(reference.instrument) is not None


def _claims(analysis: Analysis, row: list[Reference], reference: Reference, start: int, end: int) -> list[_Statement]:
    """The statements that the words of a stretch make, each once: bound, broken, forbidden; what is turned round by «not» is «other»."""
    found: list[_Statement] = []
    for says, (key, turned) in _CUES.items():
        match = pattern(analysis.language, key).search(analysis.text, start, end)
        if match is None or (found and says is not LawSays.PROHIBITS):
            continue
        if says is LawSays.PROHIBITS and (_is_broken(found) or not _reaches(analysis, row, reference, match.start())):
            continue
        turns = _turned(analysis, turned, (start, end), match, says)
        found.append(_Statement(LawSays.OTHER if turns else says, says, match.span()))
    return found


def _turned(analysis: Analysis, words: str, stretch: tuple[int, int], cue: re.Match[str], says: LawSays) -> bool:
    """Whether a word near a cue turns it round: «no violation», «does not oblige», «has signed but not ratified»."""
    party = says is LawSays.PARTY
    reach = _NEAR if says is LawSays.VIOLATES else _REACH
    near = analysis.text[max(stretch[0], cue.start() - reach) : cue.end() if party else cue.start()].rstrip()
    if party and pattern(analysis.language, "unratified").search(analysis.text, cue.end(), stretch[1]):
        return True
    return pattern(analysis.language, words).search(near) is not None


def _is_broken(found: list[_Statement]) -> bool:
    return any(one.says is LawSays.VIOLATES for one in found)


def _reaches(analysis: Analysis, row: list[Reference], reference: Reference, cue: int) -> bool:
    """«A and B, which forbids»: said of B alone; «A and B forbid», «both of which forbid»: of both."""
    between = analysis.lower[row[-1].end : cue].split() if cue > row[-1].end else []
    relative = bool({"which", "whose"} & set(between)) and "both" not in between
    return reference is row[-1] or not relative
