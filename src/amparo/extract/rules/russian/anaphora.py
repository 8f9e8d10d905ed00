"""Whom «он», «активист», «их» and silence stand for in Russian: a sieve from sure to less sure, nearest first, by gender and number."""

from functools import lru_cache

from amparo.extract.rules.analysis import Analysis, Relation, Token
from amparo.extract.rules.cast import Cast, Party

from .lemmas import genders

HE = {"он", "его", "ему", "него", "нему", "ним", "нем", "им", "себя", "себе"}
SHE = {"она", "ее", "ей", "нее", "ней", "ею", "нею"}
THEY = {"они", "их", "ими", "них", "нам"}
PRONOUNS = HE | SHE | THEY
_FEMININE = ("ова", "ева", "ина", "ына", "ская", "цкая", "вна", "чна")
_MASCULINE = ("ов", "ев", "ин", "ын", "ский", "цкий", "вич")
_WINDOW = 6  # sentences looked back for a list


@lru_cache(maxsize=10_000)
def gender_of(name: str) -> str:
    """«masc» or «femn» as the words of a name show it, «» if none does."""
    for word in name.split():
        small = word.lower().replace("ё", "е")
        known = genders(word)
        if len(known) == 1:
            return next(iter(known))
        if small.endswith(_FEMININE):
            return "femn"
        if small.endswith(_MASCULINE):
            return "masc"
    return ""


def antecedent(analysis: Analysis, token: Token, cast: Cast) -> tuple[Party, ...]:
    """The parties that a pronoun stands for; empty when nobody fits."""
    small = token.text.lower().replace("ё", "е")
    if small in THEY and not (small == "им" and token.has("Number=Sing")):
        return several(analysis, token, cast, None)
    gender = "femn" if small in SHE else "masc" if small in HE else ""
    person = salient(analysis, token, cast, gender)
    return (person,) if person is not None else ()


def salient(analysis: Analysis, token: Token, cast: Cast, gender: str = "") -> Party | None:
    """The person spoken of where nobody is named: named before in the sentence, else last pursued, else whom the text names most; those
    whose name shows the gender asked for before those whose name shows none.
    """
    for sure in (True, False) if gender else (False,):
        found = _nearest(analysis, token, cast, gender, sure=sure)
        if found is not None:
            return found
    return main_person(cast, gender)


def _nearest(analysis: Analysis, token: Token, cast: Cast, gender: str, *, sure: bool) -> Party | None:
    sentence = analysis.sentence(token)
    here = [
        p for p in cast.within(sentence.start, token.start) if _may_be(p, gender, sure=sure) and is_told_of(p, cast)
    ]
    if here:
        pursued = [party for party in here if party.key in cast.pursued]
        return (pursued or here)[-1]
    for pursued_only in (True, False):
        start = token.start
        for _ in range(4):
            party = cast.last_before(start, pursued=pursued_only)
            if party is None:
                break
            if _may_be(party, gender, sure=sure) and (pursued_only or not party.quoted):
                return party
            start = max((s for s, _ in party.spans if s < start), default=0)
    return None


def main_person(cast: Cast, gender: str = "") -> Party | None:
    """The person whom a text names most often, of those pursued if any is; they come first where headings leave them out."""
    told = [party for party in cast.parties if party.key in cast.pursued and _may_be(party, gender)]
    return max(told, key=lambda party: (len(party.spans), -party.key), default=None)


def is_told_of(party: Party, cast: Cast) -> bool:
    """Whether a party may be one of whom acts are told: pursued, or at least no speaker."""
    return party.key in cast.pursued or not (party.speaker or party.quoted)


def _may_be(party: Party, gender: str, *, sure: bool = False) -> bool:
    """Whether a party may have the gender; ``sure``: only when the name shows it."""
    shown = gender_of(party.name)
    return not gender or shown == gender or (not shown and not sure)


def several(analysis: Analysis, token: Token, cast: Cast, wanted: int | None) -> tuple[Party, ...]:
    """The last people named together before ``token``, as many as asked for; nearest sentence first."""
    here = analysis.sentence(token)
    for back in range(_WINDOW):
        if here.index - back < 0:
            break
        sentence = analysis.sentences[here.index - back]
        listed = tuple(
            party
            for party in cast.within(sentence.start, min(sentence.end, token.start))
            if not party.speaker and not party.quoted
        )
        if len(listed) >= 2 and wanted in (None, len(listed)):
            return listed
    return ()


def relative_head(analysis: Analysis, token: Token) -> Token | None:
    """The noun that «который» stands for."""
    for word in (token, *analysis.ancestors(token)):
        if word.relation is Relation.RELATIVE:
            return analysis.head(word)
    return None
