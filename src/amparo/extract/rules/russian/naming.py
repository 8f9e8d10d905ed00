"""Whom a noun of a Russian text names: the person in apposition to it, or the one beside whose name it stood before."""

from amparo.extract.rules.analysis import Analysis, Relation, Token
from amparo.extract.rules.cast import Cast, Party

from .lemmas import is_animate
from .people import beside, is_kin, is_person_noun, speaks

_TITLES = ("г-н", "г-ж", "господин", "госпож")
_BESIDE = 7  # words between a noun and the name in apposition to it


def called(analysis: Analysis, token: Token, cast: Cast) -> Party | None:
    """«кардиолог»: the person beside whose name the same word stands."""
    if token.pos != "NOUN" or not token.has("Animacy=Anim"):
        return None
    for party in cast.parties:
        for start, end in party.spans[:3]:
            for first, last in beside(analysis, start, end):
                if any(word.lemma == token.lemma for word in analysis.within(first, last)):
                    return party
    return None


def named_beside(analysis: Analysis, token: Token, cast: Cast) -> Party | None:
    """«активист Х», «Х, активист,»: the noun's name."""
    head = analysis.head(token) if token.relation is Relation.APPOSITION else None
    if head is not None and cast.at(head) is not None:
        return cast.at(head)
    if token.pos not in {"NOUN", "PROPN", "ADJ", "NUM"} or token.relation is Relation.NUMBER:
        return None
    if token.text.lower().startswith(_TITLES):
        following = analysis.tokens[token.index + 1 : token.index + 3]
        return next((party for word in following if (party := cast.at(word)) is not None), None)
    if not (is_person_noun(token) or speaks(token) or is_kin(token) or is_animate(token.text.lower())):
        return None
    relations = (Relation.APPOSITION, Relation.COMPOUND, Relation.CONJUNCT)
    after = [child for child in analysis.children(token, *relations) if child.index > token.index]
    for other in (*after, *(inner for child in after for inner in analysis.children(child, Relation.APPOSITION))):
        party = cast.at(other)
        if party is not None and not is_kin(token) and other.index - token.index <= _BESIDE:
            return party
    return _named_behind(analysis, token, cast)


def _named_behind(analysis: Analysis, token: Token, cast: Cast) -> Party | None:
    """«ещё один турок, владелец пекарни Х», «активиста Х»: a name that the description runs up to."""
    last = min(analysis.sentence(token).last, token.index + 1 + _BESIDE)
    commas = 0
    for word in analysis.tokens[token.index + 1 : last]:
        party = cast.at(word)
        if party is not None:
            return None if not commas and _is_owner(word, token) else party
        commas += word.text == ","
        if commas > 1 or word.pos in {"VERB", "CCONJ", "PRON", "SCONJ"} or word.text in {";", ":", "(", "-"}:
            return None
    return None


def _is_owner(name: Token, noun: Token) -> bool:
    """Whether a name straight behind a noun tells whose that is: «мужа Каримовой», «адвокат Каримовой»."""
    if is_kin(noun):
        return True
    return name.has("Case=Gen") and (speaks(noun) or not noun.has("Case=Gen", "Case=Acc"))
