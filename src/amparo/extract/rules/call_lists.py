"""Calls that no sentence makes by itself: the items under «X calls on:», and pleas in posts («@UNHCR please act now»)."""

import re
from collections.abc import Iterator
from functools import cache

from .addressees import Addressee, addressees
from .analysis import Sentence
from .callers import caller
from .demands import Call, calling_phrase, trimmed
from .lexicon import read
from .speech import Speaker
from .telling import Telling

__all__ = ["in_list", "pleas"]

_LISTED = "calls.en.toml"
_HANDLE = re.compile(r"@\w+")
_HANDLES = 120  # characters before a plea in which those may be named that it is made to
_LONGEST_LIST = 120  # sentences of a list of demands


def pleas(telling: Telling, sentence: Sentence) -> Iterator[Call]:
    """«@UNHCR please act now»: a post to those who are named at its head."""
    text = telling.analysis.text
    plea = _pattern("plea").search(text, sentence.start, sentence.end)
    if plea is None:
        return
    start = max(telling.analysis.block_start(sentence), plea.start() - _HANDLES)
    to = tuple((m[0], m.start(), m.end()) for m in _HANDLE.finditer(text, start, plea.start()))
    end = trimmed(telling.analysis, plea.end() + 1, sentence.end)
    if to and end > plea.end() + 1:
        yield Call((), to, (plea.end() + 1, end), (to[0][1], end), "call.plea")


def in_list(telling: Telling, sentence: Sentence, before: tuple[Speaker, ...], used: set[int]) -> Iterator[Call]:
    """«X calls on:» and the items under it, each a demand; ``used`` takes the sentences that were items."""
    analysis = telling.analysis
    header = _pattern("header").search(analysis.text[sentence.start : sentence.end].rstrip())
    if header is None:
        return
    items = list(_items(telling, sentence))
    if not items:
        return
    verbs = [token for token in analysis.words(sentence) if calling_phrase(analysis, token) is not None]
    speaker = caller(analysis, verbs[-1], telling.cast, telling.scan, before) if verbs else None
    asked = addressees(analysis, analysis.words(sentence), telling.scan)
    for numbers, start, end in items:
        used.update(numbers)
        to, first = _item(telling, start, end)
        if not to and not _is_order(telling, start):
            continue
        yield Call(
            speaker.by if speaker else (),
            to or asked,
            (first, trimmed(analysis, first, end)),
            (start, trimmed(analysis, start, end)),
            "call.list",
        )


def _is_order(telling: Telling, start: int) -> bool:
    """Whether an item begins like an order: «quash …», «do not remove …», «end …»."""
    opening = telling.analysis.within(start, start + 40)[:3]
    words_ = [token for token in opening if token.text.isalpha()]
    return bool(words_) and (words_[0].text.lower() == words_[0].lemma.lower()) and words_[0].pos in {"VERB", "AUX"}


def _items(telling: Telling, header: Sentence) -> Iterator[tuple[tuple[int, ...], int, int]]:
    """The items of the list under a line: the numbers of their sentences, and their characters without the sign before them."""
    analysis = telling.analysis
    sentences = analysis.sentences[header.index + 1 : header.index + 1 + _LONGEST_LIST]
    place = 0
    while place < len(sentences):
        sentence = sentences[place]
        mark = _pattern("item").match(analysis.text, sentence.start, sentence.end)
        if mark is None:
            return
        numbers, end = [sentence.index], sentence.end
        while place + 1 < len(sentences) and (mark.end() >= end or sentences[place + 1].block == sentence.block):
            following = sentences[place + 1]
            if mark.end() < end and _pattern("item").match(analysis.text, following.start, following.end):
                break
            numbers.append(following.index)
            end = following.end
            place += 1
        yield tuple(numbers), mark.end(), end
        place += 1


def _item(telling: Telling, start: int, end: int) -> tuple[tuple[Addressee, ...], int]:
    """Whom an item is meant for, and where what it asks begins: «the Government to free …», «To MEPs: meet her», «quash the decision»."""
    analysis = telling.analysis
    meant = _pattern("to_whom").match(analysis.text, start, end)
    if meant is not None:
        named = analysis.within(meant.start(1), meant.end(1))
        return addressees(analysis, named, telling.scan) or ((meant[1], meant.start(1), meant.end(1)),), meant.end()
    tokens = analysis.within(start, end)
    for place, token in enumerate(tokens):
        if token.text.lower() == "to" and place + 1 < len(tokens) and tokens[place + 1].pos in {"VERB", "AUX"}:
            negated = place > 0 and tokens[place - 1].text.lower() == "not"
            to = addressees(analysis, tokens[: place - negated], telling.scan)
            return (to, (tokens[place - 1] if negated else tokens[place + 1]).start) if to else ((), start)
        if token.pos in {"VERB", "AUX"}:
            break
    return (), start


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(read(_LISTED)[key], re.IGNORECASE)
