"""A document prepared for the search for acts: blocks, parse, lists, people and the pursuing state, in that order.

Whatever looks for acts (the rules, the trained reader) starts from the same `Telling`.
"""

from amparo.model import Document

from . import russian
from .blocks import Block, Kind, blocks, fold, plain
from .cast import cast_of
from .english import EnglishAnalyzer
from .names import name_spans
from .scan import scan
from .settings import pursuing_state
from .telling import Telling
from .user_lexicon import NO_WORDS, UserLexicon

__all__ = ["PREPARED", "prepare"]

PREPARED = frozenset({"en", "ru"})  # languages with a parser of their own


def prepare(document: Document, own: UserLexicon = NO_WORDS) -> Telling:
    """Parse the running text of ``document`` in its language (English where it is none of `PREPARED`) and look every list up in it;
    ``analysis.text`` has the document's own offsets.
    """
    language = document.language if document.language in PREPARED else "en"
    running = tuple(block for block in blocks(document.text, language) if block.kind is not Kind.FURNITURE)
    return _russian(document, running, own) if language == "ru" else _english(document, running, own)


def _english(document: Document, running: tuple[Block, ...], own: UserLexicon) -> Telling:
    text = fold(document.text)
    analysis = EnglishAnalyzer().analyse(text, tuple((block.start, block.end) for block in running))
    listed = scan(plain(document.text), language="en", published=document.published, own=own)
    cast = cast_of(analysis, name_spans(analysis, listed), listed)
    return Telling(analysis, listed, cast, tuple(block.kind for block in running), pursuing_state(text, listed))


def _russian(document: Document, running: tuple[Block, ...], own: UserLexicon) -> Telling:
    analysis = russian.RussianAnalyzer().analyse(
        fold(document.text), tuple((block.start, block.end) for block in running)
    )
    listed = scan(plain(document.text), language="ru", published=document.published, own=own)
    cast = russian.cast_of(analysis, russian.name_spans(analysis, listed), listed)
    pursuing = russian.pursuing_state(analysis, listed, cast)
    return russian.RussianTelling(analysis, listed, cast, tuple(block.kind for block in running), pursuing)
