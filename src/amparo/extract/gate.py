"""Whether a text can hold an incident at all: a pass over its words, before any parser or model is loaded.

Words that name an act («extradited», «vanished») or a sign of pursuit (exile, embassy, prosecutor, visa) or a state count for a text,
words of sport, weather, markets and war against it; their weights and the threshold stand in ``data/gate.LANGUAGE.toml``, with where
they come from. A long text is looked at in windows, so that one passage of an annual report is weighed like a news item of its own.

What the gate passes over is kept and can be searched, and its `Extraction` says so (`Extraction.passed_over`).
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from math import inf

from amparo.model import GATE, Document, Extraction

from .coarse.words import plain

__all__ = ["LANGUAGES", "Gate", "Group", "Window", "load", "may_hold_incidents", "passed_over", "windows"]

VERSION = "1"
LANGUAGES = ("en", "kk", "ky", "ru", "tg", "tk", "tr", "uz")

_HALF = 125  # words; a window is two halves, about the length of a news item, which the weights were learned from
_FULL = 200  # words from which the whole threshold is asked for; a post of few words holds few signs
_LEAST = 0.4  # of the threshold, for the shortest texts: measured on the first 30 to 250 words of the texts the weights were fitted to
_ALWAYS = 40  # words; a shorter text is let in whatever it says: it costs next to nothing to read
_SHORTEST = 3  # letters of a stem
# Characters that show nothing: soft hyphens, zero-width and direction marks, combining marks.
_HIDDEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0300-\u036f"
# A word; an apostrophe parts words («Kampala'da», «court's») except in the Uzbek letters oʻ and gʻ.
_WORD = re.compile(rf"(?:[^\W\d_][{_HIDDEN}]*(?:(?<=[oOgG])['’ʻʼ`](?=[^\W\d_]))?)+")

Entry = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of text: the different entries met in it, and how many words it has."""

    met: frozenset[Entry]
    words: int

    @property
    def asks(self) -> float:
        """The part of the threshold that its entries must weigh."""
        return max(_LEAST, min(1.0, self.words / _FULL))


@dataclass(frozen=True, slots=True)
class Group:
    """Words of one kind; a stem ends in «*». Each different one met counts ``weight``, or its own; ``most`` of them count at the most,
    and with fewer than ``least`` nothing gets through.
    """

    kind: str
    weight: float
    least: int
    most: int | None
    words: tuple[str, ...]


@dataclass(frozen=True)
class Gate:
    """The words of one language. An entry is the number of a group and a word of it."""

    language: str
    threshold: float
    groups: tuple[Group, ...]
    weights: dict[str, float]

    @cached_property
    def _places(self) -> dict[str, Entry]:
        return {
            _stem(word, self.language): (number, word)
            for number, group in enumerate(self.groups)
            for word in group.words
        }

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._places))

    def entry(self, word: str) -> Entry | None:
        """The entry that ``word`` is a form of: itself, else the longest stem it begins with; None for a word that says nothing."""
        word = plain(word, self.language)
        stems = (f"{word[:end]}*" for end in range(min(len(word), self._longest), _SHORTEST - 1, -1))
        return next((self._places[form] for form in (word, *stems) if form in self._places), None)

    def score(self, met: frozenset[Entry]) -> float:
        """The weight of the different entries met in one window; minus infinity without the least number of each kind."""
        total = 0.0
        for number, group in enumerate(self.groups):
            own = [self.weights.get(word, group.weight) for place, word in met if place == number]
            if len(own) < group.least:
                return -inf
            total += sum(own) if group.most is None else group.weight * min(len(own), group.most)
        return total


def may_hold_incidents(text: str, language: str) -> bool:
    """Whether ``text`` can hold an incident; True for a language (ISO 639-1) the gate has no words of."""
    if language not in LANGUAGES:
        return True
    gate = load(language)
    return any(
        window.words < _ALWAYS or gate.score(window.met) >= gate.threshold * window.asks
        for window in windows(text, language)
    )


def passed_over(document: Document) -> Extraction | None:
    """What is said of a document in which there is nothing to read for incidents; None where an engine must read it.

    A document whose language is not known is weighed as English, as it would be read.
    """
    if may_hold_incidents(document.text, document.language or "en"):
        return None
    return Extraction(document=document.id, engine=f"{GATE}/{VERSION}")


def windows(text: str, language: str) -> Iterator[Window]:
    """Each stretch of two halves, each half once first and once last; at the end, and in a short text, what there is."""
    before: set[Entry | None] = set()
    now: set[Entry | None] = set()
    count = 0
    for count, found in enumerate(_WORD.finditer(text), start=1):
        now.add(_entry(language, found.group()))
        if count % _HALF == 0:
            if count > _HALF:
                yield Window(_known(before | now), 2 * _HALF)
            before, now = now, set()
    if count < 2 * _HALF or count % _HALF:
        yield Window(_known(before | now), min(count, _HALF + count % _HALF))


def _known(met: set[Entry | None]) -> frozenset[Entry]:
    return frozenset(entry for entry in met if entry is not None)


@cache
def load(language: str) -> Gate:
    """The words of one of `LANGUAGES`."""
    data = tomllib.loads(resources.files(__package__).joinpath("data", f"gate.{language}.toml").read_text("utf-8"))
    groups = (
        Group(one["kind"], one["weight"], one.get("least", 0), one.get("most"), tuple(one["words"]))
        for one in data["group"]
    )
    return Gate(language, data["threshold"], tuple(groups), data.get("weights", {}))


@lru_cache(maxsize=65_536)
def _entry(language: str, word: str) -> Entry | None:
    return load(language).entry(word)


def _stem(word: str, language: str) -> str:
    return plain(word.rstrip("*"), language) + ("*" if word.endswith("*") else "")
