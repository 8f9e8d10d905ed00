"""Every noun phrase of a text that can denote unnamed people: «seven students», «a 34-year-old blogger», «two of them», «the others».

Candidates only: whether an act befell them is for others to say. Nothing is left out for being unlikely, so that a chooser behind
this module (rules or trained) can find whom the text means; what tells candidates apart stands on each.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from . import groups
from .analysis import Analysis, Relation, Token
from .anaphora import antecedent
from .blocks import Kind
from .counts import YEARS, number_in, value_of
from .lexicon import words
from .parsed import Parsed
from .scan import Scan

__all__ = ["GroupPhrase", "group_phrases"]

_GROUPS, _PERSONS = "groups.en.toml", "persons.en.toml"
_TIME = {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"}
_PLACES = {
    Relation.SUBJECT, Relation.PASSIVE_SUBJECT, Relation.OBJECT, Relation.AFTER_PREPOSITION, Relation.AGENT, Relation.ROOT,
    Relation.CONJUNCT, Relation.APPOSITION, Relation.POSSESSOR, Relation.OTHER,
}  # fmt: skip
_DOERS = ("er", "or", "ist", "ian", "ant", "ent", "ee", "man", "ic")
_SEVERAL = {
    "others",
    "those",
    "rest",
    "many",
    "several",
    "some",
    "most",
    "few",
    "all",
    "half",
    "majority",
    "dozens",
    "hundreds",
    "thousands",
    "scores",
}
_THEM = {"them", "these", "those", "whom", "us", "who"}


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPhrase:
    """One candidate: the characters of its noun phrase and what the phrase itself says.

    ``head`` is the index of the head word in the analysis and ``noun`` the word that tells what they are («clients» in «three of our
    clients», the head itself where nothing else does). ``count`` is the number in the text («at least seven», «a dozen»); None where it
    gives none, also for one person. ``single`` is true for one person, ``definite`` where the phrase speaks of people told of before,
    ``relative_of`` the key of the named party whose relatives they are, ``kin`` whether the noun is one of kin at all, ``kind`` one of
    «people», «body» (a movement, a company: what is listed as a whole), «bare» (a number or «others» alone) and «stand_in» («212
    names»); ``official`` marks those who mostly speak or act for others.
    """

    start: int
    end: int
    head: int
    noun: str
    count: int | None
    single: bool
    definite: bool
    kin: bool
    relative_of: int | None
    kind: str
    official: bool


def group_phrases(telling: Parsed) -> tuple[GroupPhrase, ...]:
    """All candidates in the running text, in order; rows («his wife and two sons») both whole and member by member."""
    return tuple(sorted(_candidates(telling), key=lambda phrase: (phrase.start, phrase.end)))


def _candidates(telling: Parsed) -> Iterator[GroupPhrase]:
    analysis = telling.analysis
    seen: set[tuple[int, int, int | None]] = set()
    for sentence in analysis.sentences:
        if telling.kinds[sentence.block] is not Kind.TEXT:
            continue
        for token in analysis.words(sentence):
            for phrase in _of_token(telling, token):
                place = phrase.start, phrase.end, phrase.count
                if place not in seen:
                    seen.add(place)
                    yield phrase


def _of_token(telling: Parsed, token: Token) -> Iterator[GroupPhrase]:
    """The phrase whose head is ``token``, if it can denote people or a body, and the row that it opens."""
    kind = _kind(telling, token)
    if kind is None:
        return
    phrase = _phrase(telling, token, kind)
    yield phrase
    row = [token, *_row(telling, token)]
    if len(row) > 1 and token.relation is not Relation.CONJUNCT and kind == "people":
        yield _joined(telling, phrase, row)


def _kind(telling: Parsed, token: Token) -> str | None:
    analysis, scan = telling.analysis, telling.scan
    if token.relation in {Relation.COMPOUND, Relation.NUMBER} or _is_named(telling, token):
        return None
    if _names_people(analysis, token, scan):
        return "people"
    if _is_bare(token, scan):
        return "bare"
    if token.pos in {"NOUN", "PROPN"} and token.relation in _PLACES:
        if _is_body(telling, token):
            return "body"
        if token.lemma in words(_GROUPS, "stand_in") and _count(analysis, token) is not None:
            return "stand_in"
    return None


def _is_named(telling: Parsed, token: Token) -> bool:
    """Part of a person's name; what stands behind a number («4,000 Lao Hmong») is none, whatever the model says."""
    return telling.cast.at(token) is not None and not _is_counted(telling.analysis, token)


def _is_counted(analysis: Analysis, token: Token) -> bool:
    """Whether a number of things, and no year, stands before a noun."""
    numbers = (value_of(child.text.lower()) for child in analysis.children(token, Relation.NUMBER))
    return any(number is not None and number not in YEARS for number in numbers)


def _names_people(analysis: Analysis, token: Token, scan: Scan) -> bool:
    """A listed noun for people, a people's name used as a noun, or a counted plural that ends like a noun of doers."""
    if token.pos not in {"NOUN", "PROPN", "ADJ"}:
        return token.pos in {"VERB", "PRON"} and token.lemma in {"accused", "deceased"}
    lemma = token.lemma.lower()
    if any(lemma in words(_PERSONS, key) for key in ("target", "kin", "speaker")) or lemma in _people():
        return token.pos != "ADJ" or token.relation in _PLACES
    place = scan.places.at(token.start)
    if place is not None:
        return place.kind == "demonym" and token.relation in _PLACES and token.pos != "ADJ"
    if not _is_counted(analysis, token) or token.entity in _TIME:
        return False
    if token.pos == "PROPN":
        return not scan.covers(token.start, token.end) and not scan.dates.touch(token.start, token.end)  # «4,000 Hmong»
    return token.pos == "NOUN" and lemma != token.text.lower() and lemma.endswith(_DOERS)


def _people() -> frozenset[str]:
    return words(_GROUPS, "person") | words(_GROUPS, "collective") | words(_GROUPS, "official") | words(_GROUPS, "kin")


def _is_bare(token: Token, scan: Scan) -> bool:
    """«the others», «two of them», «four were released»: a number or quantity without a noun, where a noun would stand."""
    if token.relation not in _PLACES or token.entity in _TIME or scan.dates.touch(token.start, token.end):
        return False
    lower = token.text.lower()
    if token.pos == "NUM" or value_of(lower) is not None:
        value = value_of(lower)
        return value is not None and value not in YEARS
    return lower in words(_GROUPS, "bare")


def _is_body(telling: Parsed, token: Token) -> bool:
    """A movement that a list knows, a noun for a body, or a proper name where the sentence speaks of a listing."""
    listed = telling.scan.organisations.at(token.start)
    if listed is not None:
        return listed.kind == "movement"
    if token.pos == "NOUN":
        return token.lemma in words(_GROUPS, "body")
    sentence = telling.analysis.sentence(token)
    covered = telling.scan.covers(token.start, token.end) or token.entity in _TIME
    return not covered and any(
        word.lemma.lower() in words(_GROUPS, "listing") for word in telling.analysis.words(sentence)
    )


def _phrase(telling: Parsed, token: Token, kind: str) -> GroupPhrase:
    analysis = telling.analysis
    start, end = groups.phrase(analysis, token)
    inner = _of_whom(analysis, token)
    if inner is not None:
        end = max(end, inner.end)
    noun = (inner if inner is not None and inner.text.lower() not in _THEM else token).lemma.lower()
    possessor = _possessor(telling, token if inner is None else inner)
    count = _count(analysis, token)
    before = {word.text.lower() for word in analysis.within(start, token.start)}
    return GroupPhrase(
        start=start,
        end=end,
        head=token.index,
        noun=noun,
        count=count,
        single=count is None and not _is_several(token, noun),
        definite=bool(before & words(_GROUPS, "definite")) or kind == "bare" or possessor is not None,
        kin=noun in words(_GROUPS, "kin"),
        relative_of=possessor if noun in words(_GROUPS, "kin") else None,
        kind=kind,
        official=noun in words(_GROUPS, "official"),
    )


def _of_whom(analysis: Analysis, token: Token) -> Token | None:
    """The noun behind «of» in «three of our clients», «one of them», «a group of students»."""
    partitive = token.pos == "NUM" or token.lemma in words(_GROUPS, "bare") | words(_GROUPS, "collective")
    for of in analysis.children(token, Relation.PREPOSITION) if partitive else ():
        for noun in analysis.children(of, Relation.AFTER_PREPOSITION):
            if of.lemma in {"of", "among"}:
                return noun
    return None


def _possessor(telling: Parsed, token: Token) -> int | None:
    """The named party of «Keo's son», «his brother», «the wife of Keo»; None where it is nobody named."""
    analysis = telling.analysis
    owners = list(analysis.children(token, Relation.POSSESSOR))
    for of in analysis.children(token, Relation.PREPOSITION):
        owners += analysis.children(of, Relation.AFTER_PREPOSITION) if of.lemma == "of" else ()
    for owner in owners:
        party = telling.cast.at(owner)
        if party is None and owner.text.lower() in {"his", "her", "their"}:
            party = next(iter(antecedent(analysis, owner, telling.cast, telling.scan)), None)
        if party is not None and party.named:
            return party.key
    return None


def _count(analysis: Analysis, token: Token) -> int | None:
    """The number that a phrase gives: before its head, as its head, or behind it in «a group of 23 people»."""
    start, _ = groups.phrase(analysis, token)
    own = number_in(analysis.text[start : token.end])
    if own is None and token.lemma in words(_GROUPS, "collective"):
        inner = _of_whom(analysis, token)
        return None if inner is None else _count(analysis, inner)
    return own


def _is_several(token: Token, noun: str) -> bool:
    if token.lemma == "one" or (token.pos == "NUM" and token.text.lower() == "one"):
        return False
    return groups.is_plural(token) or noun in words(_GROUPS, "collective") or token.text.lower() in _SEVERAL


def _row(telling: Parsed, token: Token) -> Iterator[Token]:
    """The people that stand in one row behind ``token`` («his wife and infant son»)."""
    for child in telling.analysis.children(token, Relation.CONJUNCT):
        if _kind(telling, child) == "people":
            yield child
            yield from _row(telling, child)


def _joined(telling: Parsed, first: GroupPhrase, row: list[Token]) -> GroupPhrase:
    """The row as one group; its count is the sum where each member is counted or one person."""
    members = [_phrase(telling, token, "people") for token in row]
    known = [one.count or (1 if one.single else None) for one in members]
    total = sum(number for number in known if number is not None) if None not in known else None
    return replace(first, end=max(one.end for one in members), count=total, single=False)
