"""What a parser says of a text, in the few terms that the rules need, whichever parser it was.

A back end (`english`, `russian.parser`) maps its own labels to `Relation`; nothing behind this module knows spaCy or slovnet.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Protocol


class Relation(StrEnum):
    """How a word hangs on its head."""

    ROOT = "root"
    SUBJECT = "subject"
    PASSIVE_SUBJECT = "passive_subject"
    OBJECT = "object"
    RECIPIENT = "recipient"  # in the dative: «отказали Латипову»
    OBLIQUE = "oblique"  # noun with its own preposition or case, on a verb or noun: «из Москвы»
    AGENT = "agent"  # «by», or the agent itself
    PREPOSITION = "preposition"
    AFTER_PREPOSITION = "after_preposition"
    MARK = "mark"  # preposition or conjunction that hangs on its own noun or clause
    CONJUNCT = "conjunct"
    APPOSITION = "apposition"
    RELATIVE = "relative"  # relative clause, on the noun
    PARTICIPLE = "participle"  # «activists deported in May», on the noun
    COMPLEMENT = "complement"  # clause that is said, thought, wanted
    ADVERBIAL = "adverbial"  # clause of time, cause, condition
    POSSESSOR = "possessor"
    COMPOUND = "compound"
    MODIFIER = "modifier"
    NEGATION = "negation"
    AUXILIARY = "auxiliary"
    PASSIVE_AUXILIARY = "passive_auxiliary"
    NUMBER = "number"
    OTHER = "other"


class Form(StrEnum):
    """The forms of a verb that matter for who did what."""

    PARTICIPLE = "participle"  # «taken», «detained»
    GERUND = "gerund"  # «taking»
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Token:
    """One word: where it stands in the text, its dictionary form, part of speech (Universal Dependencies) and place in the parse."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    relation: Relation
    head: int
    sentence: int
    entity: str  # the model's label (PERSON, ORG, GPE ...) or ""
    form: Form
    features: frozenset[str] = (
        frozenset()
    )  # Universal Dependencies features («Case=Gen»), where the back end gives them

    def has(self, *features: str) -> bool:
        """Whether the word has one of the features («Case=Dat»)."""
        return any(feature in self.features for feature in features)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its characters, its tokens ``[first, last)`` and the block it stands in."""

    index: int
    start: int
    end: int
    first: int
    last: int
    block: int


@dataclass(frozen=True)
class Analysis:
    """A parsed text. ``text`` has the same length as the document's, with quotes, dashes and line breaks folded to plain ones."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    language: str = "en"  # ISO 639-1: whose words the lists are asked for

    @cached_property
    def _children(self) -> dict[int, tuple[Token, ...]]:
        found: dict[int, list[Token]] = {}
        for token in self.tokens:
            if token.head != token.index:
                found.setdefault(token.head, []).append(token)
        return {head: tuple(children) for head, children in found.items()}

    @cached_property
    def _token_ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _block_starts(self) -> dict[int, int]:
        return {sentence.block: sentence.start for sentence in reversed(self.sentences)}

    @cached_property
    def lower(self) -> str:
        """The text in small letters, of the same length: «İ» alone would become two characters."""
        return self.text.replace("İ", "i").lower()

    def children(self, token: Token, *relations: Relation) -> tuple[Token, ...]:
        """Words that hang on ``token``, in order of the text; only those of the given relations if any are given."""
        children = self._children.get(token.index, ())
        return tuple(child for child in children if child.relation in relations) if relations else children

    def head(self, token: Token) -> Token | None:
        """The word that ``token`` hangs on; None for the root of a sentence."""
        return None if token.head == token.index else self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The heads of ``token``, nearest first."""
        seen = {token.index}
        current = self.head(token)
        while current is not None and current.index not in seen:
            seen.add(current.index)
            yield current
            current = self.head(current)

    def subtree(self, token: Token) -> Iterator[Token]:
        """``token`` and everything that hangs on it, in no particular order."""
        stack, seen = [token], {token.index}
        while stack:
            current = stack.pop()
            yield current
            for child in self.children(current):
                if child.index not in seen:
                    seen.add(child.index)
                    stack.append(child)

    def extent(self, token: Token) -> tuple[int, int]:
        """The characters from the first to the last word of what hangs on ``token``."""
        words = list(self.subtree(token))
        return min(word.start for word in words), max(word.end for word in words)

    def doers(self, verb: Token) -> tuple[Token, ...]:
        """The subject of an active verb: its own, else that of the verb it stands in a row with («seized and deported»)."""
        for word in (verb, *self.ancestors(verb)):
            own = self.children(word, Relation.SUBJECT)
            if own or word.relation is not Relation.CONJUNCT or self.children(word, Relation.PASSIVE_SUBJECT):
                return own
        return ()

    def sentence(self, token: Token) -> Sentence:
        """The sentence in which ``token`` stands."""
        return self.sentences[token.sentence]

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers the character at ``offset``; None between two of them."""
        place = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[place] if place >= 0 and offset < self.sentences[place].end else None

    def block_start(self, sentence: Sentence) -> int:
        """Where the first sentence of the paragraph of ``sentence`` begins."""
        return self._block_starts[sentence.block]

    def within(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that touch the characters ``[start, end)``."""
        return self.tokens[bisect_right(self._token_ends, start) : bisect_left(self._token_starts, end)]

    def span_head(self, start: int, end: int) -> Token | None:
        """The word of ``[start, end)`` on which the others hang: the one whose head lies outside."""
        inside = self.within(start, end)
        indexes = {token.index for token in inside}
        return next((t for t in reversed(inside) if t.head not in indexes or t.head == t.index), None)


class Analyzer(Protocol):
    """A parser for one language."""

    def analyse(self, text: str, blocks: tuple[tuple[int, int], ...]) -> Analysis:
        """Parse each block ``[start, end)`` of the folded ``text`` on its own; offsets in the result are those of the whole text."""
        ...
