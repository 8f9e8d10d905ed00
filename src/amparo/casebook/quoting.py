"""The first rule of the casebook: no passage, no claim; what is stored quotes its document character by character."""

from collections.abc import Iterator
from itertools import chain

from amparo.model import Document, Extraction, text_hash

from .slots import Owner, places_of


def refuse_unquoted(document: Document, extraction: Extraction) -> None:
    """Raise ValueError, naming the record, when one of ``extraction`` is not carried by the text of ``document``.

    That is: it belongs to another document, it or one of its slots has no passage, or a passage does not stand in the text.
    """
    if text_hash(document.text) != document.text_sha256:
        raise ValueError(f"the text of document {document.id} is not the one that was hashed")
    if extraction.document != document.id:
        raise ValueError(f"the extraction is of document {extraction.document}, not of {document.id}")
    for owner in _owners(extraction):
        if owner.document != document.id:
            raise ValueError(f"{_named(owner)} is of document {owner.document}, not of {document.id}")
        quoted = [owner.passages, *(place.slot.passages for place in places_of(owner))]
        if not all(quoted):
            raise ValueError(f"{_named(owner)} has a value without a passage")
        for passage in chain.from_iterable(quoted):
            stands = is_quoted(passage.start, passage.end, passage.exact, document.text)
            if passage.document != document.id or not stands:
                raise ValueError(f"{_named(owner)} quotes {passage.exact!r}, which its document does not say there")


def is_quoted(start: int, end: int, exact: str, text: str) -> bool:
    """Whether ``exact`` stands in ``text`` from ``start`` to ``end``, in code points."""
    return 0 <= start <= end and text[start:end] == exact


def _owners(extraction: Extraction) -> Iterator[Owner]:
    yield from extraction.mentions
    yield from extraction.claims
    yield from extraction.laws
    yield from extraction.calls
    yield from extraction.windows


def _named(owner: Owner) -> str:
    return f"{type(owner).__name__} {owner.id}"
