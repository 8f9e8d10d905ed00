"""Where a text says an act: words of the lexicon in a place and company in which they mean it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .analysis import Analysis, Relation, Sentence, Token
from .lexicon import Trigger, triggers, words
from .scan import Scan

_REACH = 8  # words within which the rest of a phrase follows its head («handed the two young men over»)
_MOVES = 14  # words behind a verb of movement read for where it leads
_TO_PLACE = 9  # words behind «to» within which the place stands
_CLAUSE_BREAK = {";", ":", '"'}
_CLAUSES = {
    Relation.CONJUNCT, Relation.COMPLEMENT, Relation.RELATIVE, Relation.ADVERBIAL, Relation.ROOT,
}  # fmt: skip
_HOME_IN = re.compile(r"\s+(?:(?:in|of)\s+)?(?:the\s+)?")
_HOME = {"homeland", "homelands", "home", "country", "countries"}


@dataclass(frozen=True, slots=True)
class Match:
    """One trigger at one word. ``tokens`` are the words of the phrase, its head first."""

    trigger: Trigger
    token: Token
    tokens: tuple[Token, ...]

    @property
    def act(self) -> str:
        """The act said."""
        return self.trigger.act

    @property
    def found_by(self) -> str:
        """Whose lexicon has the trigger: «act» for the one that comes with Amparo, «own» for the user's."""
        return "own" if self.trigger.own else "act"

    @property
    def span(self) -> tuple[int, int]:
        """The characters from the first to the last word of the phrase."""
        return min(t.start for t in self.tokens), max(t.end for t in self.tokens)


def matches(analysis: Analysis, sentence: Sentence, scan: Scan) -> Iterator[Match]:
    """The triggers of a sentence in order; at each word only the most demanding one that is met."""
    index = triggers(own=scan.own)
    used: set[int] = set()
    for token in analysis.words(sentence):
        if token.index in used or scan.covers(token.start, token.end):
            continue
        for trigger in index.get(token.lemma, ()):
            match = _match(analysis, sentence, token, trigger, scan)
            if match is not None:
                used.update(word.index for word in match.tokens)
                yield match
                break


def clause(analysis: Analysis, token: Token) -> tuple[Token, ...]:
    """The words around ``token`` up to the next verb of another clause, quotation mark or semicolon."""
    sentence = analysis.sentence(token)
    over = {word.index for word in analysis.ancestors(token)}
    first = last = token.index
    while first > sentence.first and not _breaks(analysis, analysis.tokens[first - 1], token, over):
        first -= 1
    while last + 1 < sentence.last and not _breaks(analysis, analysis.tokens[last + 1], token, over):
        last += 1
    return analysis.tokens[first : last + 1]


def is_aside(analysis: Analysis, match: Match, offset: int) -> bool:
    """Whether what stands at ``offset`` belongs to a clause put in beside the act («X, who was freed in May, is in prison»)."""
    over = {match.token.index, *(word.index for word in analysis.ancestors(match.token))}
    for token in analysis.within(offset, offset + 1):
        verb = next((word for word in analysis.ancestors(token) if word.pos == "VERB" or word.index in over), None)
        if verb is not None and verb.index not in over and verb.relation in {Relation.RELATIVE, Relation.PARTICIPLE}:
            return True
    return False


def _breaks(analysis: Analysis, other: Token, token: Token, over: set[int]) -> bool:
    """Whether the clause of ``token`` ends at ``other``; ``over`` are the words that ``token`` hangs on."""
    if other.text in _CLAUSE_BREAK:
        return other.text != '"' or not _scare_quote(analysis, other)
    if other.pos != "VERB" or other.index == token.index:
        return False
    if other.head == token.index and other.relation is not Relation.ADVERBIAL:
        return False
    return other.relation in _CLAUSES and (other.index not in over or other.index < token.index)


def _scare_quote(analysis: Analysis, mark: Token) -> bool:
    """Whether a quotation mark only sets off a word or two («was "abducted" by»)."""
    near = analysis.tokens[max(0, mark.index - 5) : mark.index + 6]
    return sum(token.text == '"' and token.sentence == mark.sentence for token in near) == 2


def _match(analysis: Analysis, sentence: Sentence, token: Token, trigger: Trigger, scan: Scan) -> Match | None:
    if trigger.verb != (token.pos in {"VERB", "AUX"}) and not _adjectival_verb(token, trigger):
        return None
    phrase = _phrase(analysis, sentence, token, trigger)
    if phrase is None:
        return None
    if (trigger.manner or trigger.unless) and not _company_fits(analysis, sentence, token, trigger):
        return None
    return Match(trigger, token, phrase) if _frame_fits(analysis, token, trigger, scan) else None


def _frame_fits(analysis: Analysis, token: Token, trigger: Trigger, scan: Scan) -> bool:
    """Whether voice, object and direction are those that the trigger asks for."""
    if trigger.passive and token.relation is not Relation.PARTICIPLE:
        return bool(analysis.children(token, Relation.PASSIVE_AUXILIARY))
    if trigger.toward == "kin":
        return _on_kin(analysis, token)
    return trigger.toward != "state" or towards(analysis, token, scan) is not None


def _on_kin(analysis: Analysis, token: Token) -> bool:
    """Whether the act is done to a relative or to what is theirs («searched his parents' flat»)."""
    kin = words("persons.en.toml", "kin")
    for thing in analysis.children(token, Relation.OBJECT, Relation.PASSIVE_SUBJECT):
        if thing.lemma in kin or any(owner.lemma in kin for owner in analysis.children(thing, Relation.POSSESSOR)):
            return True
    return False


def _adjectival_verb(token: Token, trigger: Trigger) -> bool:
    """Taggers often take a participle («the detained man», «was "abducted"») for an adjective."""
    return trigger.verb and token.pos == "ADJ" and token.text.lower().endswith(("ed", "en", "wn"))


def _phrase(analysis: Analysis, sentence: Sentence, token: Token, trigger: Trigger) -> tuple[Token, ...] | None:
    """The tokens of the whole phrase, or None. After a verb its other words may stand some words off; a noun's stand straight before it."""
    found = [token]
    if trigger.verb:
        place = token.index
        for word in trigger.words[1:]:
            reach = analysis.tokens[place + 1 : min(sentence.last, place + 1 + _REACH)]
            hit = next(
                (
                    other
                    for other in reach
                    if word in (other.lemma, other.text.lower())
                    and (other.index == place + 1 or token in analysis.ancestors(other))
                ),
                None,
            )
            if hit is None:
                return None
            found.append(hit)
            place = hit.index
        return tuple(found)
    for back, word in enumerate(reversed(trigger.words[:-1]), start=1):
        before = analysis.tokens[token.index - back] if token.index - back >= sentence.first else None
        if before is None or word not in (before.lemma, before.text.lower()):
            return None
        found.append(before)
    return tuple(found)


def _company_fits(analysis: Analysis, sentence: Sentence, token: Token, trigger: Trigger) -> bool:
    around = clause(analysis, token)
    near = analysis.lower[around[0].start : around[-1].end]
    lemmas = {word.lemma for word in around}
    if any(word in lemmas or (" " in word and word in near) for word in trigger.unless):
        return False
    wide = analysis.lower[max(sentence.start, token.start - 60) : min(sentence.end, token.end + 90)]
    return not trigger.manner or any(word in wide for word in trigger.manner)


def towards(analysis: Analysis, token: Token, scan: Scan) -> tuple[int, int, str | None] | None:
    """The place that the movement of ``token`` leads to: characters and state, or state None for «back to their homelands»; None if nowhere."""
    sentence = analysis.sentence(token)
    for word in analysis.tokens[token.index + 1 : min(sentence.last, token.index + _MOVES)]:
        own = token.index in (word.head, word.index - 1) or word.lemma == token.lemma
        if word.pos == "VERB" and not own and word.relation is not Relation.PARTICIPLE:
            return None
        if word.text.lower() in {"to", "into", "home"}:
            reached = _reached(analysis, word, scan)
            if reached is not None:
                return reached
    return None


def _reached(analysis: Analysis, word: Token, scan: Scan) -> tuple[int, int, str | None] | None:
    """The place behind «to», «into» or «home», or the home itself, with the state where the text says it."""
    behind = analysis.tokens[word.index + 1 : min(analysis.sentence(word).last, word.index + _TO_PLACE)]
    for other in behind:
        found = scan.places.at(other.start)
        if found is not None and found.state:
            return found.start, found.end, found.state
        if other.lemma in _HOME or other.text.lower() in _HOME:
            beside = next(scan.places.behind(other.end), None)
            if beside is not None and _HOME_IN.fullmatch(analysis.text, other.end, beside.start):
                return beside.start, beside.end, beside.state
            return word.start, other.end, None
        if other.pos == "VERB" or other.text.lower() in {",", ".", "from"}:
            break
    return (word.start, word.end, None) if word.text.lower() == "home" else None
