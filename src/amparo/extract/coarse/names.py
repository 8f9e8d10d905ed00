"""Who is named in a third-tier text: runs of capitalised words that are no place and no institution, and their parts wherever they stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from amparo.extract.rules.lexicon import words as words_of_rules

from .lexicon import Lexicon
from .places import Place
from .words import Sentence, Word

_BEFORE, _MOST, _SHORT = 3, 4, 3  # words before a name that say who it is; words of a name; letters of a telling word
_NAMESAKES = 20  # people of one surname that a new name is compared with
_GAP = re.compile(r"[ \u00a0]*\n?[ \u00a0]*|-")
# Endings of family names in the languages concerned: what stands behind one is a case ending.
_FAMILY = re.compile(
    r".{2,}(?:ov|ova|ev|eva|yev|yeva|ow|owa|ew|ewa|ýew|ýewa|zoda|zade|oglu|ogly|uly|gyzy|qizi|ов|ова|ев|ева|зода|заде|ұлы|қызы|уулу|кызы)"
)


def _english() -> frozenset[str]:
    """English words that belong to the names of bodies («Human Rights Watch»), which stand untranslated in many texts."""
    return words_of_rules("persons.en.toml", "never")


@dataclass(slots=True)
class Person:
    """One person named in a text. ``words`` are the folded words of the name; ``speaker`` says whether such a role stands beside it."""

    key: int
    words: tuple[str, ...]
    name: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    speaker: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """One place where a person is named: the words ``[first, last]`` of a sentence; ``kin`` when a word for a relative stands before it."""

    person: Person
    first: int
    last: int
    kin: bool


class Cast:
    """The people named in a text, sentence by sentence."""

    def __init__(self, text: str, told: Sequence[Sentence], places: Sequence[Sequence[Place]], words: Lexicon) -> None:
        self.people: list[Person] = []
        self._lexicon = words
        self._by_word: dict[str, list[Person]] = {}
        self._by_name: dict[tuple[str, ...], Person] = {}
        self._stems = {word.plain for sentence in told for word in sentence.words if word.capital}
        latin = 2 * sum(word.latin for one in told for word in one.words) > sum(len(one.words) for one in told)
        runs = [list(_runs(text, one, there, words, latin=latin)) for one, there in zip(told, places, strict=True)]
        self._know(text, told, runs, words_of_a_name=range(2, 3))
        runs = [list(self._parted(one, found)) for one, found in zip(told, runs, strict=True)]
        self._know(text, told, runs, words_of_a_name=range(2, _MOST + 1))
        self.names = [self._named(text, one, found) for one, found in zip(told, runs, strict=True)]

    def _know(
        self, text: str, told: Sequence[Sentence], runs: Sequence[list[tuple[int, int]]], *, words_of_a_name: range
    ) -> None:
        """Know the people whose full names are so long: first those of two words, by which longer rows are parted."""
        for sentence, found in zip(told, runs, strict=True):
            for first, last in found:
                if last + 1 - first in words_of_a_name:
                    self._full(text, sentence.words[first : last + 1])

    def _full(self, text: str, words: Sequence[Word]) -> None:
        """Know the person of a full name; the same words in another order or case are the same person."""
        folded = (*(word.plain for word in words[:-1]), self._base(words[-1].plain))
        if folded in self._by_name:
            return
        known = next((one for one in self._by_word.get(folded[-1], ())[:_NAMESAKES] if _agree(one.words, folded)), None)
        if known is None:
            cut = len(words[-1].plain) - len(folded[-1])
            name = " ".join(text[words[0].start : words[-1].stem_end - cut].split())
            known = Person(len(self.people), folded, name)
            self.people.append(known)
            for word in folded:
                if len(word) > _SHORT:
                    self._by_word.setdefault(word, []).append(known)
        self._by_name[folded] = known

    def _parted(self, sentence: Sentence, runs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The rows, those parted that are two names side by side: a full one, and one known from elsewhere («lawyer Olena Hrytsenko Serikbayev»)."""
        for first, last in runs:
            words = tuple(word.plain for word in sentence.words[first : last + 1])
            known = self._by_word.get(self._base(words[-1]), ()) if len(words) > 2 else ()
            if known and known[0].words[-1] == self._base(words[-1]) and not set(known[0].words[:-1]) & set(words):
                yield first, last - 1
                yield last, last
            else:
                yield first, last

    def _base(self, word: str) -> str:
        """A name without its case ending: where the bare form stands elsewhere, or ends as family names do."""
        if _FAMILY.fullmatch(word):
            return word
        for stem, case in self._lexicon.stripped(word):
            if case and (stem in self._stems or _FAMILY.fullmatch(stem)):
                return stem
        return word

    def _named(self, text: str, sentence: Sentence, runs: Iterable[tuple[int, int]]) -> list[Name]:
        found = []
        for first, last in runs:
            person = self._person(tuple(word.plain for word in sentence.words[first : last + 1]))
            if person is not None:
                person.spans.append((sentence.words[first].start, sentence.words[last].stem_end))
                before = _beside(text, sentence.words, first)
                if last > first:  # before a surname alone, «experts» may be those who speak of that person
                    person.speaker = person.speaker or self._lexicon.speaker.among(before)
                found.append(Name(person, first, last, kin=self._lexicon.kin.among(before)))
        return found

    def _person(self, words: tuple[str, ...]) -> Person | None:
        folded = (*words[:-1], self._base(words[-1]))
        if folded in self._by_name:
            return self._by_name[folded]
        if len(words) > 1:
            return None
        for stem, _ in self._lexicon.stripped(words[0]):
            if stem in self._by_word:
                return self._by_word[stem][0]
        return None


def _beside(text: str, words: Sequence[Word], first: int) -> Sequence[Word]:
    """The few words straight before a name, up to a comma or the like or another name; a capital may stand at the head of a sentence."""
    start = first
    while (
        start > max(0, first - _BEFORE)
        and (start == 1 or not words[start - 1].capital)
        and _GAP.fullmatch(text, words[start - 1].end, words[start].start)
    ):
        start -= 1
    return words[start:first]


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are one person's: all words of the shorter stand in the longer."""
    short, long = sorted((set(one), set(other)), key=len)
    return short <= long


def _runs(
    text: str, sentence: Sentence, places: Sequence[Place], words: Lexicon, *, latin: bool
) -> Iterator[tuple[int, int]]:
    """Rows of capitalised words (places of the first and last) that may be a name; a word with an ending behind an apostrophe ends one.

    Words of the other script than the text's («Human Rights Watch» in a Cyrillic one) are no names of people here.
    """
    taken = _no_names(sentence, places, words)
    first: int | None = None
    for place, word in enumerate(sentence.words):
        fits = word.capital and place not in taken and len(word.plain) > 1 and word.latin == latin
        joined = first is not None and fits and _joined(text, sentence.words[place - 1], word)
        if first is not None and (not joined or place - first >= _MOST):
            yield first, place - 1
            first = None
        if fits and first is None:
            first = place
    if first is not None:
        yield first, len(sentence.words) - 1


def _no_names(sentence: Sentence, places: Sequence[Place], words: Lexicon) -> set[int]:
    """The words that are no part of a name: places, institutions, roles, peoples, numbers. A word that is a given name too («Döwlet», «state»)
    is one before a family name, though not at the head of a sentence.
    """
    row = sentence.words
    taken = {place for place, word in enumerate(row) if word.plain in _english() or word.plain in words.numbers}
    for never in (words.institution, words.speaker, words.kin, words.person, words.demonyms):
        taken |= {one.first for one in never.find(row)}
    given = {place for place in taken if 0 < place < len(row) - 1 and _is_family(row[place + 1], words)}
    taken -= given
    return taken | {place for one in places for place in range(one.first, one.last + 1)}


def _is_family(word: Word, words: Lexicon) -> bool:
    return word.capital and any(_FAMILY.fullmatch(stem) for stem, _ in words.stripped(word.plain))


def _joined(text: str, before: Word, word: Word) -> bool:
    return not before.ending and _GAP.fullmatch(text, before.end, word.start) is not None
