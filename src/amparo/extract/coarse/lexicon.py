"""The words of one third-tier language, out of ``extract/data/coarse.LANGUAGE.toml``, and finding them in a row of words."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Generic, TypeVar

from amparo.vocabulary.states import names_in

from .words import Word, plain

T = TypeVar("T")

_BETWEEN = 3  # other words between two of a phrase
_INDEXED = 2  # letters by which phrases are looked up


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase met in a row of words: the places of its first and last word, its letters, the value stored with it."""

    first: int
    last: int
    letters: int
    value: T


class Phrases(Generic[T]):
    """Phrases with a value each; «*» at the end of a word stands for any ending."""

    def __init__(self, entries: Iterable[tuple[str, T]], language: str) -> None:
        self._by_beginning: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            words = tuple(_folded(word, language) for word in phrase.split())
            self._by_beginning.setdefault(words[0][:_INDEXED], []).append((words, value))

    def find(self, words: Sequence[Word]) -> Iterator[Found[T]]:
        """Every phrase in ``words``, in order; at one word the longest."""
        for place, word in enumerate(words):
            met = [
                Found(place, last, sum(map(len, phrase)), value)
                for phrase, value in self._by_beginning.get(word.plain[:_INDEXED], ())
                if (last := _last(phrase, words, place)) is not None
            ]
            if met:
                yield max(met, key=lambda one: (one.last - one.first, one.letters))

    def among(self, words: Sequence[Word]) -> bool:
        """Whether any phrase stands in ``words``."""
        return next(self.find(words), None) is not None


def _folded(word: str, language: str) -> str:
    return plain(word.rstrip("*"), language) + ("*" if word.endswith("*") else "")


def _last(phrase: tuple[str, ...], words: Sequence[Word], place: int) -> int | None:
    """Where the last word of ``phrase`` stands when its first stands at ``place``; None when it is not met there."""
    if not _is_form(words[place], phrase[0]):
        return None
    for part in phrase[1:]:
        reach = range(place + 1, min(len(words), place + 2 + _BETWEEN))
        following = next((other for other in reach if _is_form(words[other], part)), None)
        if following is None:
            return None
        place = following
    return place


def _is_form(word: Word, entry: str) -> bool:
    whole = word.plain + word.ending
    return whole.startswith(entry[:-1]) if entry.endswith("*") else entry in {word.plain, whole}


@dataclass(frozen=True, slots=True)
class Act:
    """One way of saying an act; ``toward`` and ``kin`` say what must stand in the sentence too."""

    code: str
    toward: bool
    kin: bool
    unless: Phrases[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Everything that the coarse engine knows of one language; the fields are explained at the head of the data file.

    ``cases`` gives the meaning (from, in, to, other) of an ending, ``before`` that of a word before a noun. ``places`` are names of states
    and cities by their folded words.
    """

    language: str
    acts: Phrases[Act]
    denied: Phrases[bool]
    threatened: Phrases[bool]
    attempted: Phrases[bool]
    institution: Phrases[bool]
    speaker: Phrases[bool]
    kin: Phrases[bool]
    say: Phrases[bool]
    risk: Phrases[bool]
    this: Phrases[bool]
    person: Phrases[bool]
    demonyms: Phrases[str]
    numbers: dict[str, int]
    cases: dict[str, str]
    before: dict[str, str]
    places: dict[tuple[str, ...], str]

    def stripped(self, word: str) -> Iterator[tuple[str, str]]:
        """``word`` (folded) with the meaning «» as it is, then without each ending it may have, the shortest first, with its meaning."""
        yield word, ""
        for cut in range(1, min(len(word) - 2, 6)):
            case = self.cases.get(word[-cut:])
            if case is not None:
                yield word[:-cut], case


@cache
def lexicon(language: str) -> Lexicon:
    """The words of ``language`` (ISO 639-1)."""
    name = f"coarse.{language}.toml"
    data: dict[str, Any] = tomllib.loads(resources.files("amparo.extract").joinpath("data", name).read_text("utf-8"))
    words: dict[str, list[str]] = data["words"]

    def listed(key: str) -> Phrases[bool]:
        return Phrases(((word, True) for word in words[key]), language)

    return Lexicon(
        language=language,
        acts=Phrases(_acts(data["act"], language), language),
        denied=listed("denied"),
        threatened=listed("threatened"),
        attempted=listed("attempted"),
        institution=listed("institution"),
        speaker=listed("speaker"),
        kin=listed("kin"),
        say=listed("say"),
        risk=listed("risk"),
        this=listed("this"),
        person=listed("person"),
        demonyms=Phrases(((word, code) for code, forms in data["demonyms"].items() for word in forms), language),
        numbers={plain(word, language): number for word, number in data["numbers"].items()},
        cases={plain(end, language): case for case in _CASES for end in data["case"].get(case, ())},
        before={plain(word, language): case for case in _CASES for word in data["case"].get(f"before_{case}", ())},
        places=_places(data["places"], language),
    )


_CASES = ("other", "to", "in", "from")  # where two share an ending, the later is meant


def _acts(entries: list[dict[str, Any]], language: str) -> Iterator[tuple[str, Act]]:
    for entry in entries:
        unless = Phrases(((word, True) for word in entry.get("unless", ())), language)
        act = Act(entry["code"], entry.get("toward", False), entry.get("kin", False), unless)
        yield from ((phrase, act) for phrase in entry["words"])


def _places(cities: dict[str, list[str]], language: str) -> dict[tuple[str, ...], str]:
    """States by their CLDR names, and what the data file adds."""
    named = [(name, code) for name, code in names_in(language)]
    named += [(name, code) for code, names in cities.items() for name in names]
    return {tuple(plain(word, language) for word in name.replace("-", " ").split()): code for name, code in named}
