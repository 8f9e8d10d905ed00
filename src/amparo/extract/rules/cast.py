"""The people of one text: every name under all its forms, and what stands beside it (role, organisation, origin)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from amparo.vocabulary import roles

from .analysis import Analysis, Relation, Token
from .clusters import gathered
from .lexicon import words
from .names import NameSpan
from .scan import Found, Scan
from .spans import Spans

_PERSONS = "persons.en.toml"
_BESIDE = 14  # words read after a name for an apposition
_OF_PLACE = 8  # characters between a name and the place it is followed by, «from» and blanks included
_NOT_BESIDE = {"who", "which", "that", "whose", ";", "(", '"', ":"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A value read beside a name, with the characters that show it."""

    value: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One person or group of the text. ``spans`` are all places, in order; ``speaker`` marks those who speak or act for someone.

    ``key`` tells the parties of one text apart: from 0 for the named, below 0 for the unnamed.
    """

    key: int
    name: str
    named: bool
    spans: tuple[tuple[int, int], ...]
    count: int | None = None
    role: str | None = None
    speaker: bool = False
    quoted: bool = False  # subject of a verb of saying: a witness unless acts are told of them
    organisation: str | None = None
    origin: Hint | None = None
    affiliations: tuple[Hint, ...] = ()
    hosts: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """One place where a named party stands."""

    start: int
    end: int
    party: Party


@dataclass(frozen=True)
class Cast:
    """The named people of one text; ``pursued`` are the keys of those of whom an act is told by name."""

    parties: tuple[Party, ...]
    pursued: frozenset[int] = frozenset()

    @cached_property
    def _names(self) -> Spans[Name]:
        return Spans(Name(start, end, party) for party in self.parties for start, end in party.spans)

    @cached_property
    def _spoken_of(self) -> Spans[Name]:
        return Spans(
            name
            for name in self._names
            if name.party.key in self.pursued or not (name.party.speaker or name.party.quoted)
        )

    @cached_property
    def _pursued(self) -> Spans[Name]:
        return Spans(name for name in self._spoken_of if name.party.key in self.pursued)

    @property
    def first_pursued(self) -> int | None:
        """Where one of the pursued is first named."""
        return next((name.start for name in self._pursued), None)

    def at(self, token: Token) -> Party | None:
        """The party whose name ``token`` is part of."""
        name = self._names.at(token.start)
        return None if name is None else name.party

    def within(self, start: int, end: int) -> tuple[Party, ...]:
        """The parties with a name inside ``[start, end)``, in order of the text, each once."""
        return tuple({name.party.key: name.party for name in self._names.touching(start, end)}.values())

    def names_in(self, start: int, end: int) -> tuple["Name", ...]:
        """The names inside ``[start, end)``, in order of the text."""
        return self._names.inside(start, end)

    def last_before(self, offset: int, *, pursued: bool = False) -> Party | None:
        """The party named last before ``offset``, of those pursued if asked; people who only speak are passed over."""
        names = self._pursued if pursued else self._spoken_of
        return next((name.party for name in names.before(offset)), None)


def cast_of(analysis: Analysis, spans: Sequence[NameSpan], scan: Scan) -> Cast:
    """Gather the names of a text into persons: spelling variants together, bare surnames with the full name they stand for."""
    return Cast(tuple(_party(key, group, analysis, scan) for key, group in enumerate(gathered(spans))))


def _party(key: int, spans: list[NameSpan], analysis: Analysis, scan: Scan) -> Party:
    name = max(spans, key=lambda span: (len(span.words.split()), len(span.words))).words
    stretches = [stretch for span in spans for stretch in _beside(analysis, span)]
    role, speaker = _role(analysis, stretches)
    return Party(
        key=key,
        name=name,
        named=True,
        spans=tuple((span.start, span.end) for span in spans),
        role=role,
        speaker=speaker,
        quoted=_is_quoted(analysis, spans),
        organisation=_organisation(stretches, scan),
        origin=_origin(analysis, spans, stretches, scan),
        affiliations=_affiliations(stretches, scan),
    )


def _is_quoted(analysis: Analysis, spans: list[NameSpan]) -> bool:
    for span in spans:
        token = analysis.span_head(span.start, span.end)
        head = analysis.head(token) if token is not None and token.relation is Relation.SUBJECT else None
        if head is not None and head.lemma in words("speech.en.toml", "report"):
            return True
    return False


def _beside(analysis: Analysis, span: NameSpan) -> Iterable[tuple[int, int]]:
    """Stretches that describe the person named: the words before the name, and an apposition behind a comma."""
    inside = analysis.within(span.start, span.end)
    if not inside:
        return
    sentence = analysis.sentence(inside[0])
    before = _words_before(analysis, inside[0].index, sentence.first)
    if before:
        yield before
    after = inside[-1].index + 1
    if after < sentence.last and analysis.tokens[after].text == ",":
        end = _apposition_end(analysis, after + 1, sentence.last)
        if end > after + 1:
            yield analysis.tokens[after + 1].start, analysis.tokens[end - 1].end


def _words_before(analysis: Analysis, first: int, sentence_first: int) -> tuple[int, int] | None:
    """«Another Tajik activist,» or «Human Rights Watch researcher» straight before a name."""
    stop = first - 1
    if stop >= sentence_first and analysis.tokens[stop].text == ",":
        stop -= 1
        if stop < sentence_first or not _person_noun(analysis.tokens[stop]):
            return None
    start = stop
    while start >= sentence_first and (
        analysis.tokens[start].pos in {"NOUN", "PROPN", "ADJ", "NUM", "ADV"}
        or analysis.tokens[start].text in {"-", "'s", "and", "for"}
    ):
        start -= 1
    return (analysis.tokens[start + 1].start, analysis.tokens[stop].end) if start < stop else None


def _apposition_end(analysis: Analysis, first: int, last: int) -> int:
    """The end of «, Central Asia researcher at Human Rights Watch»: before the next verb, «who» or second comma; empty without a person noun."""
    noun = False
    for index in range(first, min(last, first + _BESIDE)):
        token = analysis.tokens[index]
        ends = token.pos in {"VERB", "AUX"} or token.text.lower() in _NOT_BESIDE
        if ends or (token.text == "," and (noun or index > first + 6)):
            return index if noun else first
        noun = noun or _person_noun(token)
    return min(last, first + _BESIDE) if noun else first


def _person_noun(token: Token) -> bool:
    return (
        token.lemma in words(_PERSONS, "target")
        or token.lemma in words(_PERSONS, "speaker")
        or token.lemma in words(_PERSONS, "kin")
    )


def _role(analysis: Analysis, stretches: list[tuple[int, int]]) -> tuple[str | None, bool]:
    """The role beside a name, and whether it is that of someone who speaks or acts for others."""
    for start, end in stretches:
        code = roles.role_of(analysis.lower[start:end])
        tokens = {token.lemma for token in analysis.within(start, end)}
        speaks = bool(tokens & words(_PERSONS, "speaker")) or (code is not None and roles.role(code).applies == "other")
        pursued = bool(tokens & words(_PERSONS, "modifier")) or "opposition" in tokens
        if code is not None or speaks:
            return code, speaks and not pursued
    return None, False


def _organisation(stretches: list[tuple[int, int]], scan: Scan) -> str | None:
    for start, end in stretches:
        found = scan.organisations.inside(start, end) or scan.agencies.inside(start, end)
        if found:
            return found[0].name
    return None


def _origin(analysis: Analysis, spans: list[NameSpan], stretches: list[tuple[int, int]], scan: Scan) -> Hint | None:
    """«Azat of Turkmenistan», «from Tajikistan», «a Tajik blogger»: the state a person comes from."""
    for start, end in stretches:
        for people in scan.places.inside(start, end):
            if people.kind == "demonym" and people.state:
                return Hint(value=people.state, start=people.start, end=people.end, rule="origin.demonym")
    for span in spans:
        if analysis.lower.startswith((" of ", " from "), span.end):
            place = next(scan.places.behind(span.end), None)
            if place is not None and place.state and place.kind == "name" and place.start - span.end <= _OF_PLACE:
                return Hint(value=place.state, start=place.start, end=place.end, rule="origin.of_place")
    return None


def _affiliations(stretches: list[tuple[int, int]], scan: Scan) -> tuple[Hint, ...]:
    movements: list[Found] = [
        f for start, end in stretches for f in scan.organisations.inside(start, end) if f.kind == "movement"
    ]
    unique = {found.name: found for found in reversed(movements)}
    return tuple(
        Hint(value=name, start=found.start, end=found.end, rule="affiliation.beside_name")
        for name, found in sorted(unique.items())
    )
