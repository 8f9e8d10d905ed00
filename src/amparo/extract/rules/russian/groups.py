"""Unnamed people in Russian texts: «двое активистов», «34-летний блогер», «граждане Туркменистана», and what their noun phrase says."""

from amparo.extract.rules.analysis import Analysis, Relation, Token
from amparo.extract.rules.cast import Hint, Party
from amparo.extract.rules.lexicon import words
from amparo.extract.rules.scan import Scan
from amparo.vocabulary import roles

from .lemmas import is_animate
from .people import PERSONS, count_of, is_person_noun

_LONGEST = 14  # words of a noun phrase
_NOBODY = {"никто", "никакой", "любой", "каждый", "всякий", "такой"}
_BREAKS = {Relation.RELATIVE, Relation.ADVERBIAL, Relation.COMPLEMENT, Relation.SUBJECT, Relation.ROOT}
_NEW = {"один", "некий", "другой", "еще", "очередной", "неизвестный", "какой-то"}


def party_of(analysis: Analysis, token: Token, scan: Scan) -> Party | None:
    """The unnamed party whose noun is ``token``; None when the noun names nobody who could be a target."""
    if not (is_person_noun(token) or _is_someone(token) or _is_people(token, scan)):
        return None
    lemmas = {child.lemma for child in analysis.children(token)}
    if lemmas & _NOBODY:
        return None
    counted = any(child.pos == "NUM" for child in analysis.children(token))
    if token.lemma in words(PERSONS, "needs_modifier") and not (counted or lemmas & words(PERSONS, "modifier")):
        return None
    start, end = phrase(analysis, token)
    return Party(
        key=-1 - token.index,
        name=analysis.text[start:end],
        named=False,
        spans=((start, end),),
        count=count_of(analysis, token),
        role=roles.role_of(analysis.lower[start:end], "ru"),
        origin=_origin(start, end, scan),
        affiliations=tuple(
            Hint(value=f.name, start=f.start, end=f.end, rule="affiliation.in_phrase")
            for f in scan.organisations.inside(start, end)
            if f.kind == "movement"
        ),
    )


def _is_someone(token: Token) -> bool:
    """Whether a word is a noun for someone alive, which no list of people need know: «кардиолога», «майора»."""
    return token.pos == "NOUN" and not token.text[0].isupper() and is_animate(token.text.lower())


def is_new(analysis: Analysis, token: Token) -> bool:
    """Whether a singular noun brings in someone not yet spoken of: «один активист», «ещё один блогер»."""
    return any(child.lemma in _NEW for child in analysis.children(token))


def _is_people(token: Token, scan: Scan) -> bool:
    """«четверо таджиков», «белоруса»: a people's name as a noun."""
    place = scan.places.at(token.start)
    return place is not None and place.kind == "demonym" and token.pos in {"NOUN", "PROPN"}


def phrase(analysis: Analysis, token: Token) -> tuple[int, int]:
    """The characters of the noun phrase of ``token``: its attributes before, what narrows it behind, without clauses and names."""
    first = last = token.index
    inside = {token.index}
    head = analysis.head(token)
    if head is not None and head.pos == "NUM" and head.index < token.index:
        inside.add(head.index)
    for word in analysis.subtree(token):
        if abs(word.index - token.index) <= _LONGEST and _belongs(analysis, word, token):
            inside.add(word.index)
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return analysis.tokens[first].start, analysis.tokens[last].end


def _belongs(analysis: Analysis, word: Token, noun: Token) -> bool:
    """Whether a word that hangs on the noun is part of its phrase."""
    for one in (word, *analysis.ancestors(word)):
        if one.index == noun.index:
            return True
        if one.relation in _BREAKS or one.text in {",", "(", ")", ":", ";", "-"} or one.pos == "VERB":
            return False
        if one.relation in {Relation.CONJUNCT, Relation.APPOSITION} and one.index > noun.index:
            return False
        if one.relation is Relation.MARK and one.head == noun.index:
            return False
    return False


def _origin(start: int, end: int, scan: Scan) -> Hint | None:
    place = next((p for p in scan.places.inside(start, end) if p.state and (p.kind in {"demonym", "name"})), None)
    if place is None or place.state is None:
        return None
    return Hint(value=place.state, start=place.start, end=place.end, rule="origin.in_phrase")
