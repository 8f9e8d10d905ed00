"""Documents into their place in the casebook, and the blocks they touch resolved anew: the cost does not grow with the casebook."""

from collections.abc import Iterable
from dataclasses import replace

from amparo.casebook import Casebook
from amparo.resolve import block, resolve

from .clock import tool
from .reading import Taken

_TOGETHER = 200  # blocks resolved in one go: few statements for a document, little memory for a rebuild


def place(book: Casebook, one: Taken) -> frozenset[str]:
    """Store what was read and extracted, and the faults. Returns the blocks to resolve anew.

    Faults are stored under the source's name and not under its path, which can name people; a rebuild gives the same ones.
    """
    name = one.source.name
    unread = [replace(fault, where=name + fault.where.removeprefix(one.path)) for fault in one.unread]
    book.faults.put(one.source.sha256, unread, step=tool("read"))
    if one.document is None or one.extraction is None:
        return frozenset()
    return book.documents.put(
        one.document, one.extraction, blocks={mention.id: block(mention) for mention in one.extraction.mentions}
    )


def resolve_blocks(book: Casebook, blocks: Iterable[str]) -> None:
    """Bring persons and incidents of ``blocks`` up to date with the mentions and claims in them."""
    keys = sorted(blocks)
    for start in range(0, len(keys), _TOGETHER):
        part = keys[start : start + _TOGETHER]
        contents = book.resolutions.contents(part)
        resolution = resolve(contents.mentions, contents.claims, published=contents.published)
        book.resolutions.put(resolution, blocks=part, step=tool("resolve"))
