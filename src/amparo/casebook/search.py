"""Searching all documents: the words in any spelling or script, with an exact quotation of where they stand."""

import re
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from amparo.model import Document, Passage
from amparo.vocabulary.names import sound_key

from .fulltext import Term, documents_with, fold_words, terms
from .mapping import columns_of
from .records import Hit
from .schema import documents
from .sqlite import snapshot

_WRITTEN = re.compile(r"\S+")
_WIDTH = 240  # characters of a snippet, about three lines
_LEAD = 60  # characters of it before the first word found
_NEAR = 50  # more words than this do not stand in one snippet


def search(connection: Connection, words: str, *, limit: int) -> tuple[Hit, ...]:
    """The best ``limit`` documents that have every word, or longer words that begin so, and every "phrase in quotation marks"."""
    asked = terms(words)
    if not asked:
        return ()
    with snapshot(connection):
        scores = {row.rowid: row.rank for row in connection.execute(documents_with(asked, limit))}
        query = select(documents.c.number, *columns_of(documents, Document)).where(documents.c.number.in_(scores))
        found = {row.pop("number"): Document(**row) for row in map(dict, connection.execute(query).mappings())}
    return tuple(_hit(found[number], asked, -score) for number, score in scores.items())


def snippet(document: Document, asked: Sequence[Term]) -> Passage:
    """The passage in which most of what was asked for stands together, the earliest of equals; else the beginning of the text.

    The passage is empty for a text of nothing but white space.
    """
    places = list(_places(_tokens(document.text), asked))
    best, start = 0, len(document.text) - len(document.text.lstrip())
    for index, (here, _) in enumerate(places):
        together = len({term for place, term in places[index : index + _NEAR] if place < here + _WIDTH - _LEAD})
        if together > best:
            best, start = together, here
    return _cut(document, start)


def _hit(document: Document, asked: Sequence[Term], rank: float) -> Hit:
    return Hit(
        document_id=document.id,
        title=document.title,
        published=document.published,
        snippet=snippet(document, asked),
        rank=rank,
    )


def _tokens(text: str) -> list[tuple[int, str]]:
    """Every word of the text, folded, with the offset of the written word that it is part of."""
    return [(match.start(), token) for match in _WRITTEN.finditer(text) for token in fold_words(match[0]).split()]


def _places(tokens: Sequence[tuple[int, str]], asked: Sequence[Term]) -> Iterator[tuple[int, int]]:
    """Where in the text which of the terms begins, in order."""
    sought = [(number, term, term.folded.split()) for number, term in enumerate(asked)]
    for index, (start, token) in enumerate(tokens):
        for number, term, parts in sought:
            following = [each for _, each in tokens[index : index + len(parts)]]
            if _reads(following, parts, term.open) or (term.sound and term.sound == sound_key(token)):
                yield start, number


def _reads(tokens: list[str], parts: list[str], begins: bool) -> bool:
    """Whether ``tokens`` are ``parts``; of the last one the beginning is enough where the term is open."""
    if not parts or len(tokens) < len(parts):
        return False
    *before, last = tokens
    return before == parts[:-1] and (last.startswith(parts[-1]) if begins else last == parts[-1])


def _cut(document: Document, start: int) -> Passage:
    """About `_WIDTH` characters around ``start``, from one space to another."""
    text = document.text
    begin = max(0, start - _LEAD)
    if begin:
        begin = text.find(" ", begin, start) + 1 or start
    end = min(len(text), begin + _WIDTH)
    if end < len(text):
        space = text.rfind(" ", start + 1, end)
        end = space if space > start else end
    try:
        return document.cite(begin, end)
    except ValueError:  # nothing but white space
        return Passage(document=document.id, start=0, end=0, exact="")
