"""States and cities named in a third-tier sentence, with what their case says: from, in, to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from amparo.vocabulary.tables import rows

from .lexicon import Lexicon
from .words import Sentence, Word, plain

_LONGEST = 4  # words of a name
# How much a place says that its state is the pursuing one: people are brought «to» it, and taken or hiding «from» and «in» others.
_WEIGHTS = {"to": 6, "from": 1, "in": 1}
_NAMED, _SHOWN = 2, 4  # a place in any other case; a word for a state's people or things


@dataclass(frozen=True, slots=True)
class Place:
    """A place at the words ``[first, last]`` and the characters ``[start, end)``; ``case`` is from, in, to, other or «» (bare)."""

    state: str
    case: str
    first: int
    last: int
    start: int
    end: int


def places(sentence: Sentence, words: Lexicon) -> list[Place]:
    """The places of a sentence in order, the longest at each word."""
    found: list[Place] = []
    place = 0
    while place < len(sentence.words):
        met = _at(sentence.words, place, words)
        if met is not None:
            found.append(met)
        place = place + 1 if met is None else met.last + 1
    return found


def _at(row: Sequence[Word], first: int, words: Lexicon) -> Place | None:
    if not row[first].capital:
        return None
    for last in range(min(len(row), first + _LONGEST) - 1, first - 1, -1):
        leading = tuple(word.plain for word in row[first:last])
        for stem, case in words.stripped(row[last].plain):
            state = words.places.get((*leading, stem))
            if state is None and (row[last].ending or case) and row[last].latin:
                state = _cities().get((*leading, stem))
            if state is not None:
                ending = words.cases.get(row[last].ending, "other") if row[last].ending else case
                before = words.before.get(row[first - 1].plain) if first else None
                return Place(state, before or ending, first, last, row[first].start, row[last].stem_end)
    return None


@cache
def _cities() -> dict[tuple[str, ...], str]:
    """Cities of the English gazetteer, which are places here only with a case ending: bare, many are names of people and things."""
    return {tuple(plain(word, "tr") for word in row["name"].split()): row["state"] for row in rows("cities.csv")}


@dataclass(frozen=True, slots=True)
class Origin:
    """The state a text is about, with a word that shows it."""

    state: str
    start: int
    end: int


def pursuing_state(told: Iterable[Sentence], there: Iterable[Sequence[Place]], words: Lexicon) -> Origin | None:
    """The state that most speaks for; None where no state is named."""
    weights: Counter[str] = Counter()
    shown: dict[str, Origin] = {}
    for sentence, found in zip(told, there, strict=True):
        for place in found:
            weights[place.state] += _WEIGHTS.get(place.case, _NAMED)
            shown.setdefault(place.state, Origin(place.state, place.start, place.end))
        for people in _people(sentence, found, words):
            weights[people.state] += _SHOWN
            shown.setdefault(people.state, people)
    best = max(weights, key=lambda state: (weights[state], -shown[state].start), default=None)
    return None if best is None else shown[best]


def _people(sentence: Sentence, there: Sequence[Place], words: Lexicon) -> Iterator[Origin]:
    taken = {number for place in there for number in range(place.first, place.last + 1)}
    for found in words.demonyms.find(sentence.words):
        if found.first not in taken:
            word = sentence.words[found.first]
            yield Origin(found.value, word.start, word.stem_end)
