"""A prepared text as the trained reader sees it: its sentences, who is named where, and what the lists and the rules found in each.

Plain values only, so that training needs no parser once the outlines are made.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amparo.extract.rules.analysis import Analysis, Relation, Token
from amparo.extract.rules.blocks import Kind
from amparo.extract.rules.drafts import Draft
from amparo.extract.rules.gate import is_about_pursuit
from amparo.extract.rules.telling import Telling
from amparo.model import Document
from amparo.vocabulary import acts

from .occasions import Occasion, occasions

__all__ = [
    "ACTS",
    "PARTS",
    "UNNAMED",
    "GroupAt",
    "Line",
    "NameAt",
    "Outline",
    "Person",
    "PlaceAt",
    "Said",
    "Told",
    "outline_of",
]

ACTS = tuple(act.code for act in acts.acts() if act.parent is None)  # the 22 of the annotation schema
# The parts that people play in a sentence, as the parser sees it.
PARTS = ("subject", "passive_subject", "object", "agent", "possessor", "after_preposition", "other")
_ROW = 20  # names of a row followed back to the first
UNNAMED = -1  # stands for whoever a sentence tells of without a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A named party: how the text presents them. ``key`` is the key of the party in the cast."""

    key: int
    name: str
    speaker: bool
    quoted: bool
    role: str | None
    origin: str | None


@dataclass(frozen=True, slots=True)
class PlaceAt:
    """A listed place, people or agency at characters ``[start, end)`` of the text, with the state it belongs to."""

    start: int
    end: int
    state: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAt:
    """A noun phrase ``[start, end)`` for people without a name, and what it says of them; ``head`` is its head word's first character."""

    start: int
    end: int
    head: int
    count: int | None
    single: bool
    definite: bool
    kin: bool
    of_named: bool
    kind: str
    official: bool
    part: str


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name of ``person`` (index into `Outline.persons`) at characters ``[start, end)``, and the part it plays in its sentence (`PARTS`)."""

    start: int
    end: int
    person: int
    part: str


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the lexicon for ``act``, the first at character ``start``."""

    act: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the rules read at a sentence: an act on ``person`` (index into `Outline.persons` or `UNNAMED`), with the states and the date they chose."""

    person: int
    act: str
    host: str | None = None
    destination: str | None = None
    origin: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence. ``names`` stand in order, none overlapping; ``said`` are the lexicon's words for acts, ``told`` what the rules read in it."""

    start: int
    end: int
    heading: bool
    paragraph: int
    names: tuple[NameAt, ...]
    said: tuple[Said, ...]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A whole text. ``text`` has the document's own offsets; ``published`` is the EDTF day, month or year of publication."""

    text: str
    published: str | None
    pursuit: bool
    persons: tuple[Person, ...]
    lines: tuple[Line, ...]
    places: tuple[PlaceAt, ...]
    dates: tuple[Occasion, ...]
    groups: tuple[GroupAt, ...]


def outline_of(document: Document, telling: Telling, drafts: Iterable[Draft]) -> Outline:
    """The outline of a prepared document; ``drafts`` are what the rules read in it, evidence for the reader."""
    analysis, scan = telling.analysis, telling.scan
    persons = [party for party in telling.cast.parties if party.named]
    place_of = {party.key: index for index, party in enumerate(persons)}
    told: dict[int, list[Told]] = {}
    for draft in drafts:
        sentence = analysis.sentence_at(draft.word[0])
        if sentence is not None:
            told.setdefault(sentence.index, []).append(_told(draft, place_of.get(draft.party.key, UNNAMED)))
    lines = tuple(
        Line(
            start=sentence.start,
            end=sentence.end,
            heading=telling.kinds[sentence.block] is not Kind.TEXT,
            paragraph=sentence.block,
            names=_apart(
                NameAt(
                    max(name.start, sentence.start),
                    min(name.end, sentence.end),
                    place_of[name.party.key],
                    _part(analysis, analysis.span_head(name.start, name.end)),
                )
                for name in telling.cast.names_in(sentence.start, sentence.end)
                if name.party.key in place_of
            ),
            said=tuple(Said(acts.roll_up(match.act), match.span[0]) for match in telling.matches(sentence)),
            told=tuple(told.get(sentence.index, ())),
        )
        for sentence in analysis.sentences
    )
    published = document.published
    return Outline(
        text=analysis.text,
        published=None if published is None else str(published),
        pursuit=is_about_pursuit(analysis.text, scan, analysis.language),
        persons=tuple(
            Person(
                key=party.key,
                name=party.name,
                speaker=party.speaker,
                quoted=party.quoted,
                role=party.role,
                origin=None if party.origin is None else party.origin.value,
            )
            for party in persons
        ),
        lines=lines,
        places=tuple(sorted(_places(telling), key=lambda place: place.start)),
        dates=occasions(analysis.text, scan.dates),
        groups=tuple(
            GroupAt(
                start=phrase.start,
                end=phrase.end,
                head=analysis.tokens[phrase.head].start,
                count=phrase.count,
                single=phrase.single,
                definite=phrase.definite,
                kin=phrase.kin,
                of_named=phrase.relative_of is not None,
                kind=phrase.kind,
                official=phrase.official,
                part=_part(analysis, analysis.tokens[phrase.head]),
            )
            for phrase in telling.group_phrases()
        ),
    )


def _places(telling: Telling) -> Iterator[PlaceAt]:
    for place in telling.scan.places:
        if place.state is not None:
            yield PlaceAt(place.start, place.end, place.state, place.kind)
    for agency in telling.scan.agencies:
        if agency.code is not None:
            yield PlaceAt(agency.start, agency.end, agency.code, "agency")


def _told(draft: Draft, person: int) -> Told:
    return Told(
        person=person,
        act=acts.roll_up(draft.act),
        host=draft.host.code if draft.host else None,
        destination=draft.destination.code if draft.destination else None,
        origin=draft.origin.code if draft.origin else None,
        date=str(draft.when.date) if draft.when and draft.when.date else None,
    )


def _part(analysis: Analysis, token: Token | None) -> str:
    """The part a word plays; of a row of names or an apposition the part of the first."""
    steps = 0
    while token is not None and token.relation in {Relation.CONJUNCT, Relation.APPOSITION} and steps < _ROW:
        token, steps = analysis.head(token), steps + 1
    relation = "other" if token is None else str(token.relation)
    return relation if relation in PARTS else "other"


def _apart(names: Iterator[NameAt]) -> tuple[NameAt, ...]:
    """The names in order, without those that overlap one before them."""
    kept: list[NameAt] = []
    for name in sorted(names, key=lambda name: (name.start, name.end)):
        if name.start < name.end and (not kept or name.start >= kept[-1].end):
            kept.append(name)
    return tuple(kept)
