"""Everything derived, anew from the sources; and whether what is stored is what was recorded."""

from collections.abc import Iterator
from dataclasses import replace

from amparo.casebook import Casebook
from amparo.model import VerificationFailed, sha256
from amparo.read import Reader

from .adding import ImportRow, row_of
from .reading import AS_USUAL, How, read_source
from .resolving import place, resolve_blocks


def rebuild(book: Casebook, *, how: How = AS_USUAL) -> Iterator[ImportRow]:
    """Throw away all documents, claims, persons and incidents and make them again; a row for each source.

    Sources, custody and their dates are untouched. It is one transaction, which ends with the iteration: a run that fails, is killed
    or is not iterated to its end leaves everything as it was. What was read before is read again, whatever the gate says of it now, so
    that no claim that was judged is lost. Raises VerificationFailed for a source whose bytes were changed.
    """
    with Reader() as reader, book.transaction():
        read_whole = book.documents.read_whole()
        book.clear_derived()
        for source in tuple(book.sources.all()):
            content = book.sources.content(source.sha256) or b""
            if sha256(content) != source.sha256:
                raise VerificationFailed(
                    [f"The bytes of source {source.sha256} ({source.name}) are not those that were collected."]
                )
            gated = replace(how, gate=how.gate and source.sha256 not in read_whole)
            reading = read_source(source, content, source.name, reader, how=gated)
            one = next(reading)  # attachments are sources too
            place(book, one)
            yield row_of(one, source.name)
        resolve_blocks(book, book.resolutions.blocks())


def verify(book: Casebook) -> tuple[str, ...]:
    """Every record that is not what was stored, in plain words; empty when all is as it was."""
    return book.verify()
