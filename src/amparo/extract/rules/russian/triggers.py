"""Where a Russian text says an act: words of the lexicon, in any order, in company in which they mean it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from amparo.extract.rules.analysis import Analysis, Relation, Sentence, Token
from amparo.extract.rules.lexicon import Trigger, triggers
from amparo.extract.rules.scan import Scan
from amparo.extract.rules.triggers import Match

from .people import is_kin

_TRIGGERS = "triggers.ru.toml"
_REACH = 6  # words within which the rest of a verb's phrase stands, before or behind it
_BEFORE, _BEHIND = 90, 120  # characters about a trigger in which the words stand that it asks for
_KIN_NEAR = 5  # words
_TO_PLACE = 9  # words about a verb of movement within which the place stands that it leads to
_HOME = re.compile(r"\bна родину\b|\bдомой\b|\bна историческую родину\b")


def matches(analysis: Analysis, sentence: Sentence, scan: Scan) -> Iterator[Match]:
    """The triggers of a sentence in order; at each word only the most demanding one that is met."""
    index = triggers(_TRIGGERS, scan.own)
    used: set[int] = set()
    for token in analysis.words(sentence):
        if token.index in used or token.lemma not in index or scan.covers(token.start, token.end):
            continue
        for trigger in index[token.lemma]:
            match = _match(analysis, sentence, token, trigger, scan)
            if match is not None:
                used.update(word.index for word in match.tokens if word.lemma in index)
                yield match
                break


def _match(analysis: Analysis, sentence: Sentence, token: Token, trigger: Trigger, scan: Scan) -> Match | None:
    found = _phrase(analysis, sentence, token, trigger)
    if found is None or not _company_fits(analysis, sentence, token, trigger):
        return None
    if trigger.negated and not any(is_negated(analysis, word) for word in found):
        return None
    if token.lemma == "быть" and token.relation in {Relation.AUXILIARY, Relation.PASSIVE_AUXILIARY}:
        return None
    if trigger.toward == "state" and towards(analysis, token, scan) is None:
        return None
    if trigger.toward == "kin" and kin_of(analysis, token) is None:
        return None
    return Match(trigger, token, found)


def is_negated(analysis: Analysis, token: Token) -> bool:
    """Whether «не», «ни», «нет» stands with a word."""
    if analysis.children(token, Relation.NEGATION):
        return True
    before = analysis.tokens[token.index - 1] if token.index else None
    if before is not None and before.lemma == "быть" and token.index > 1:
        before = analysis.tokens[token.index - 2]
    return before is not None and before.lemma in {"не", "ни"} and before.sentence == token.sentence


def _phrase(analysis: Analysis, sentence: Sentence, token: Token, trigger: Trigger) -> tuple[Token, ...] | None:
    """The tokens of the whole phrase, its head first, or None."""
    found = [token]
    if not trigger.verb:
        for back, word in enumerate(reversed(trigger.words[:-1]), start=1):
            before = analysis.tokens[token.index - back] if token.index - back >= sentence.first else None
            if before is None or word not in (before.lemma, before.text.lower()):
                return None
            found.append(before)
        return tuple(found)
    near = analysis.tokens[max(sentence.first, token.index - _REACH) : min(sentence.last, token.index + _REACH + 1)]
    for word in trigger.words[1:]:
        any_of = word.split("|")
        hits = [o for o in near if o.index != token.index and (o.lemma in any_of or o.text.lower() in any_of)]
        if not hits:
            return None
        found.append(min(hits, key=lambda other: abs(other.index - token.index)))
    return tuple(found)


def _company_fits(analysis: Analysis, sentence: Sentence, token: Token, trigger: Trigger) -> bool:
    start, end = max(sentence.start, token.start - _BEFORE), min(sentence.end, token.end + _BEHIND)
    near = analysis.lower[start:end].replace("ё", "е")
    if trigger.manner and not _any_begins(trigger.manner).search(near):
        return False
    return not (trigger.unless and _any_begins(trigger.unless).search(near))


@cache
def _any_begins(words: frozenset[str]) -> re.Pattern[str]:
    spelled = (re.escape(word[:-1]) + r"\b" if word.endswith("$") else re.escape(word) for word in words)
    return re.compile(r"\b(?:" + "|".join(sorted(spelled)) + ")")


def towards(analysis: Analysis, token: Token, scan: Scan) -> tuple[int, int, str | None] | None:
    """The place that a transfer leads to: characters and state, or state None for «на родину»; None if nowhere."""
    sentence = analysis.sentence(token)
    behind = analysis.tokens[token.index + 1 : min(sentence.last, token.index + 1 + _TO_PLACE)]
    before = analysis.tokens[max(sentence.first, token.index - _TO_PLACE) : token.index]
    for words in (_of_clause(behind), _of_clause(reversed(before))):
        for word in words:
            if word.lemma in {"в", "на", "во"} and word.pos == "ADP":
                reached = _reached(analysis, word, scan)
                if reached is not None:
                    return reached
    home = _HOME.search(analysis.lower, max(sentence.start, token.start - 60), min(sentence.end, token.end + 60))
    return None if home is None else (home.start(), home.end(), None)


def _of_clause(words: Iterable[Token]) -> Iterator[Token]:
    """The words up to the next finite verb of another clause."""
    for word in words:
        if word.text in {";", ":"} or (
            word.pos == "VERB" and word.relation in {Relation.RELATIVE, Relation.COMPLEMENT, Relation.ADVERBIAL}
        ):
            return
        yield word


def _reached(analysis: Analysis, preposition: Token, scan: Scan) -> tuple[int, int, str | None] | None:
    """The place in the accusative behind «в» or «на»."""
    place = next(scan.places.behind(preposition.end), None)
    if place is None or place.state is None or place.start - preposition.end > 25 or place.kind == "demonym":
        return None
    tokens = analysis.within(place.start, place.end)
    if not tokens or tokens[0].sentence != preposition.sentence or tokens[-1].index - preposition.index > 3:
        return None
    return (
        None if tokens[-1].has("Case=Loc") and tokens[-1].text[-1] not in "еуиоэ" else _not_inside(tokens, place.state)
    )


def _not_inside(tokens: tuple[Token, ...], state: str) -> tuple[int, int, str] | None:
    """The place unless its ending says «in» and not «into»: «в Минске», «в Турции»; names that are not declined lead anywhere."""
    last = tokens[-1]
    if last.has("Case=Loc") and last.lemma != last.text.lower().replace("ё", "е"):
        return None
    return tokens[0].start, last.end, state


def kin_of(analysis: Analysis, token: Token) -> Token | None:
    """The word for a relative to whom an act is done or whose thing it is done to («обыскали дом родителей», «брату угрожали»)."""
    relations = (Relation.OBJECT, Relation.RECIPIENT, Relation.OBLIQUE, Relation.PASSIVE_SUBJECT, Relation.POSSESSOR)
    arguments = analysis.children(token, *relations)
    if token.has("Voice=Pass"):
        arguments = (*arguments, *analysis.children(token, Relation.SUBJECT))
    for argument in arguments:
        for word in (
            argument,
            *analysis.children(argument, Relation.POSSESSOR, Relation.CONJUNCT, Relation.APPOSITION),
        ):
            if is_kin(word):
                return word
    return _kin_near(analysis, token)


def _kin_near(analysis: Analysis, token: Token) -> Token | None:
    """A relative who stands close to the verb in a case in which things are done to people, however the parse hung them."""
    sentence = analysis.sentence(token)
    before = reversed(analysis.tokens[max(sentence.first, token.index - _KIN_NEAR) : token.index])
    behind = analysis.tokens[token.index + 1 : min(sentence.last, token.index + 1 + _KIN_NEAR)]
    for words in (before, behind):
        for word in words:
            if word.text in {",", ";", ":", '"'} or (word.pos == "VERB" and word.relation is not Relation.MODIFIER):
                break
            if is_kin(word) and word.has("Case=Acc", "Case=Dat", "Case=Gen") and not word.has("Case=Nom"):
                return word
    return None
