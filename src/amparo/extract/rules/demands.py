"""What is asked for, and of whom: the infinitives, «that»-clauses and things that a verb of calling governs, addressee by addressee."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from .addressees import Addressee, addressees
from .analysis import Analysis, Form, Relation, Token
from .lexicon import words
from .scan import Scan
from .speech import Speaker

__all__ = ["Call", "Demand", "calling_phrase", "demanded", "opens_paragraph", "trimmed"]

_REACH = 32  # words between a verb of calling and what it asks for
_NAME = 16  # words of the phrase that names who is asked
_PARTED = {",", ";", "and", "&", "-", ":"}
_BEFORE_NAME = {"on", "upon", "to", "with", "and", "also", ",", "has", "again"}
_FINITE = {"VERB", "AUX"}


@dataclass(frozen=True, slots=True)
class Call:
    """A demand: who makes it, to whom (codes or names), what, each with its characters."""

    by: tuple[Speaker, ...]
    to: tuple[Addressee, ...]
    demand: tuple[int, int]
    passage: tuple[int, int]
    rule: str


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand: whom it is made of, its characters, and where its part of the sentence begins (with the name of who is asked)."""

    to: tuple[Addressee, ...]
    start: int
    end: int
    first: int
    thing: bool = False  # «demanded a trial», and nobody told to do it


def demanded(analysis: Analysis, verb: Token, stop: int, scan: Scan, *, thing_first: bool = False) -> list[Demand]:
    """The demands of a verb of calling, up to the character ``stop``: one for each addressee or «that».

    ``thing_first`` is for verbs that ask for a thing before they tell anyone what to do («called for the release of …»).
    """
    tokens = tuple(
        token for token in analysis.tokens[verb.index + 1 : analysis.sentence(verb).last] if token.end <= stop
    )
    starts = list(_things(analysis, verb, tokens, scan)) if thing_first else []
    starts = starts or list(_starts(analysis, verb, tokens, scan))
    thing = thing_first or not starts
    starts = starts or list(_things(analysis, verb, tokens, scan))
    if not starts:
        return []
    ends = [*(first for _, _, first in starts[1:]), stop]
    return [
        Demand(to, start, trimmed(analysis, start, end), first, thing)
        for (to, start, first), end in zip(starts, ends, strict=True)
        if start < end
    ]


def trimmed(analysis: Analysis, start: int, end: int) -> int:
    """The end of a demand without «, and on», quotation marks and stops."""
    kept = analysis.text[start:end].rstrip(' ,;.:"-')
    for word in (" and on", " and upon", " and to", " and", " or", " on"):
        kept = kept.removesuffix(word).rstrip(" ,;")
    return start + len(kept)


def _starts(
    analysis: Analysis, verb: Token, tokens: tuple[Token, ...], scan: Scan
) -> Iterator[tuple[tuple[Addressee, ...], int, int]]:
    """Where each demand begins: (who is asked, first character of what is asked, first character of its part)."""
    found = False
    for place, token in enumerate(tokens):
        if not found and place > _REACH:
            return
        opening = _infinitive(tokens, place) or _that(tokens, place)
        if opening is None or (not found and _is_anothers(analysis, verb, opening[0])):
            continue
        named = _name_before(tokens, opening[1]) if token.text.lower() != "that" else opening[2]
        if not found:
            region = tokens[:place] if token.text.lower() != "that" else opening[2]
            region = _without_not(region)
            to = addressees(analysis, region, scan) or addressees(analysis, tokens[:place], scan)
            to = to or _authority_before(analysis, verb, tokens[:place], scan)
            yield to, opening[0].start, verb.start
            found = True
        elif named and (to := addressees(analysis, named, scan)):
            yield to, opening[0].start, named[0].start


def _authority_before(analysis: Analysis, verb: Token, region: tuple[Token, ...], scan: Scan) -> tuple[Addressee, ...]:
    """«Write to the Minister of Interior, calling on him to …»: the authority named before, where only a pronoun stands."""
    if not any(token.pos == "PRON" for token in region):
        return ()
    return addressees(analysis, analysis.tokens[analysis.sentence(verb).first : verb.index], scan)


def _infinitive(tokens: tuple[Token, ...], place: int) -> tuple[Token, int, tuple[Token, ...]] | None:
    """«to release», «not to return», «to immediately disclose»: the first word of the demand and where «to» stands."""
    token = tokens[place]
    if token.text.lower() != "to" or place + 1 >= len(tokens):
        return None
    verbs = [word for word in tokens[place + 1 : place + 3] if word.pos in _FINITE]
    if not verbs or (verbs[0] is not tokens[place + 1] and tokens[place + 1].pos != "ADV"):
        return None
    negated = place > 0 and tokens[place - 1].text.lower() in {"not", "never"}
    return (tokens[place - 1] if negated else tokens[place + 1]), place - negated, ()


def _is_anothers(analysis: Analysis, verb: Token, opening: Token) -> bool:
    """«asks for terms for people preparing to flee»: what another verb between governs."""
    head = analysis.head(opening)
    if opening.pos not in _FINITE and head is not None:
        head = analysis.head(head)
    return head is not None and head.pos == "VERB" and verb.index < head.index < opening.index


def _that(tokens: tuple[Token, ...], place: int) -> tuple[Token, int, tuple[Token, ...]] | None:
    """«that Türkiye stop …»: the verb, and the words that name who is to do it."""
    if tokens[place].text.lower() != "that" or tokens[place].pos not in {"SCONJ", "PRON", "DET"}:
        return None
    for behind in range(place + 1, min(len(tokens), place + 1 + _NAME)):
        if tokens[behind].pos in _FINITE:
            named = tokens[place + 1 : behind]
            return (tokens[behind], place, named) if named else None
    return None


def _without_not(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    return tokens[:-1] if tokens and tokens[-1].text.lower() in {"not", "never"} else tokens


def _name_before(tokens: tuple[Token, ...], until: int) -> tuple[Token, ...]:
    """The words between the last comma or «and» and «to», when no verb stands among them: a new name of who is asked."""
    first = until
    while first > 0 and until - first < _NAME:
        word = tokens[first - 1]
        if word.pos in _FINITE:
            return ()
        if word.text.lower() in _PARTED and (first < until):
            following = tokens[first:until]
            if following[0].text.lower() in _BEFORE_NAME or following[0].pos in {"DET", "PROPN", "NOUN", "ADJ", "PRON"}:
                return following
            return ()
        first -= 1
    return ()


def _things(
    analysis: Analysis, verb: Token, tokens: tuple[Token, ...], scan: Scan
) -> Iterator[tuple[tuple[Addressee, ...], int, int]]:
    """«called for the release of …», «demanded a speedy trial»: a thing asked for, where no infinitive says what to do."""
    relief = words(f"calls.{analysis.language}.toml", "relief")
    for place, token in enumerate(tokens):
        if token.text.lower() == "for" and any(word.lemma.lower() in relief for word in tokens[place + 1 : place + 8]):
            yield addressees(analysis, tokens[:place], scan), tokens[place + 1].start, verb.start
            return
    wished = [word for word in analysis.children(verb, Relation.COMPLEMENT) if word.form is Form.PARTICIPLE]
    if verb.lemma == "want" and wished and tokens:  # «want the talks put on ice»
        yield (), tokens[0].start, verb.start
        return
    if tokens and tokens[0].text.lower() in {"on", "upon"}:
        named = tokens[:1] + tuple(takewhile(lambda token: token.pos not in {"VERB", "ADP"}, tokens[1:_NAME]))
        to = addressees(analysis, named, scan)
        rest = next((token for token in tokens if to and token.start > to[-1][2]), None)
        if rest is not None:
            yield to, rest.start, verb.start  # the «to» is lost, as in a misprint
            return
    for thing in analysis.children(verb, Relation.OBJECT):
        if thing.lemma.lower() in relief:
            start, _ = analysis.extent(thing)
            yield (), max(start, verb.end + 1), verb.start
            return


def calling_phrase(analysis: Analysis, verb: Token) -> str | None:
    """The phrase of calling that begins with ``verb``, the longest one."""
    listed = f"calls.{analysis.language}.toml"
    if verb.pos != "VERB" and not opens_paragraph(analysis, verb):
        return None
    following = {token.lemma for token in analysis.tokens[verb.index + 1 : verb.index + 7]}
    prepositions = {child.lemma for child in analysis.children(verb, Relation.PREPOSITION)} | {
        token.lemma for token in analysis.tokens[verb.index + 1 : verb.index + 2]
    }
    for phrase in sorted(words(listed, "strong") | words(listed, "weak"), key=len, reverse=True):
        head, _, rest = phrase.partition(" ")
        if verb.lemma.lower() == head and (not rest or (rest in prepositions and rest in following)):
            return phrase
    return None


def opens_paragraph(analysis: Analysis, word: Token) -> bool:
    """«3. Calls on Serbia to …»: a paragraph of a resolution, whose subject stands at its head; parsers take the verb for a noun."""
    if word.text not in words(f"calls.{analysis.language}.toml", "resolves"):
        return False
    before = analysis.tokens[analysis.sentence(word).first : word.index]
    return not any(token.text.isalpha() and len(token.text) > 1 for token in before)
