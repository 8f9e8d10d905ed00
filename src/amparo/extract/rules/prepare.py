"""A document prepared for the search for acts: blocks, parse, lists, people and the pursuing state, in that order.

Whatever looks for acts (the rules, the trained reader) starts from the same `Telling`.
"""

from amparo.model import Document

from .blocks import Kind, blocks, fold, plain
from .cast import cast_of
from .english import EnglishAnalyzer
from .names import name_spans
from .scan import scan
from .settings import pursuing_state
from .telling import Telling

__all__ = ["prepare"]


def prepare(document: Document) -> Telling:
    """Parse the running text of ``document`` and look every list up in it; ``analysis.text`` has the document's own offsets."""
    text = fold(document.text)
    running = tuple(block for block in blocks(document.text) if block.kind is not Kind.FURNITURE)
    analysis = EnglishAnalyzer().analyse(text, tuple((block.start, block.end) for block in running))
    listed = scan(plain(document.text), language="en", published=document.published)
    cast = cast_of(analysis, name_spans(analysis, listed), listed)
    return Telling(analysis, listed, cast, tuple(block.kind for block in running), pursuing_state(text, listed))
