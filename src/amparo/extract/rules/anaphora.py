"""Whom «he», «the activist», «the two men» and «they» stand for: a sieve from sure to less sure, nearest first."""

from . import groups
from .analysis import Analysis, Relation, Sentence, Token
from .cast import Cast, Party
from .scan import Scan

_PLURAL = {"they", "them", "their", "theirs", "all"}
_BRINGS_IN = {"a", "an", "another", "one"}  # words by which a text brings in someone new
_WINDOW = 6  # sentences looked back for a list or group


def antecedent(analysis: Analysis, token: Token, cast: Cast, scan: Scan) -> tuple[Party, ...]:
    """The parties that a pronoun or definite noun stands for; empty when nobody fits."""
    lower = token.text.lower()
    if lower in {"who", "whom", "whose"}:
        return _relative(analysis, token, cast, scan)
    wanted = _wanted(analysis, token)
    if wanted == 1:
        person = (
            cast.last_before(token.start, pursued=True)
            or _subject_before(analysis, token, cast)
            or cast.last_before(token.start)
        )
        return (person,) if person is not None else _last_unnamed(analysis, token, scan)
    return _several(analysis, token, cast, scan, wanted)


def _wanted(analysis: Analysis, token: Token) -> int | None:
    """How many people a word asks for; None for any number above one."""
    lower = token.text.lower()
    if lower == "both":
        return 2
    if lower in _PLURAL:
        return None
    return groups.count_of(analysis, token) if token.pos in {"NOUN", "PROPN", "NUM"} else 1


def _relative(analysis: Analysis, token: Token, cast: Cast, scan: Scan) -> tuple[Party, ...]:
    for word in analysis.ancestors(token):
        if word.relation is Relation.RELATIVE:
            head = analysis.head(word)
            if head is None:
                return ()
            party = cast.at(head)
            if party is not None:
                return (party,)
            group = groups.party_of(analysis, head, scan)
            return (group,) if group is not None else ()
    return ()


def _subject_before(analysis: Analysis, token: Token, cast: Cast) -> Party | None:
    """A person named as subject earlier in the sentence, else as subject of the sentence before: what «he» usually means."""
    sentence = analysis.sentence(token)
    for place in (sentence.index, sentence.index - 1):
        if place < 0:
            break
        subjects = [
            party
            for word in analysis.words(analysis.sentences[place])
            if word.relation in {Relation.SUBJECT, Relation.PASSIVE_SUBJECT} and word.index < token.index
            and (party := cast.at(word)) is not None and not party.speaker
        ]  # fmt: skip
        if subjects:
            return subjects[-1]
    return None


def _last_unnamed(analysis: Analysis, token: Token, scan: Scan) -> tuple[Party, ...]:
    """«A blogger was arrested. He …», «The blogger …»: the last unnamed person brought in shortly before."""
    here = analysis.sentence(token)
    first = analysis.sentences[max(0, here.index - _WINDOW)].first
    for word in reversed(analysis.tokens[first : token.index]):
        brought_in = any(child.text.lower() in _BRINGS_IN for child in analysis.children(word))
        if (brought_in or word.lemma == token.lemma) and groups.count_of(analysis, word) == 1:
            person = groups.party_of(analysis, word, scan)
            if person is not None:
                return (person,)
    return ()


def _several(analysis: Analysis, token: Token, cast: Cast, scan: Scan, wanted: int | None) -> tuple[Party, ...]:
    """The last list of named people before ``token``, of the size asked for if one is; nearest sentence first."""
    here = analysis.sentence(token)
    for back in range(_WINDOW):
        if here.index - back < 0:
            break
        sentence = analysis.sentences[here.index - back]
        listed = _listed(analysis, sentence, cast, token.start)
        if len(listed) >= 2 and wanted in (None, len(listed)):
            return listed
    first = analysis.sentences[max(0, here.index - _WINDOW)]
    named = tuple(party for party in cast.within(first.start, token.start) if not party.speaker and not party.quoted)
    if wanted is not None and len(named) == wanted:
        return named
    return _last_group(analysis, token, scan, wanted)


def _last_group(analysis: Analysis, token: Token, scan: Scan, wanted: int | None) -> tuple[Party, ...]:
    """The last unnamed group before ``token``, in its sentence or the one before."""
    here = analysis.sentence(token)
    first = analysis.sentences[max(0, here.index - 1)].first
    for word in reversed(analysis.tokens[first : token.index]):
        if groups.is_person_noun(word) and groups.is_plural(word) and word.lemma not in {"child", "family"}:
            group = groups.party_of(analysis, word, scan)
            if group is not None and wanted in (None, group.count):
                return (group,)
    return ()


def _listed(analysis: Analysis, sentence: Sentence, cast: Cast, before: int) -> tuple[Party, ...]:
    """People named in one row («A, B and C») of a sentence, up to the character ``before``."""
    row = {
        party.key: party
        for token in analysis.words(sentence)
        if token.start < before and _in_a_row(analysis, token)
        and (party := cast.at(token)) is not None and not party.speaker
    }  # fmt: skip
    return tuple(row.values()) if len(row) >= 2 else ()


def _in_a_row(analysis: Analysis, token: Token) -> bool:
    in_row = {Relation.CONJUNCT, Relation.APPOSITION}
    return token.relation in in_row or bool(analysis.children(token, Relation.CONJUNCT))
