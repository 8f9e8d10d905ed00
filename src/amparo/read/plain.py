"""Plain text in any encoding. Line ends become line feeds and a byte order mark is taken off; nothing else is altered."""

from amparo.model import Cause, Fault

from .encoding import decode, line_feeds
from .reading import TEXT_LIMIT, Readout

NAME = "read.plain/1"


def read_out(content: bytes, where: str) -> Readout | Fault:
    """The text of ``content``, or a fault when it is not text or too much of it. Broken places are told in a fault beside it."""
    if len(content) > 4 * TEXT_LIMIT:  # no encoding needs more than four bytes a character
        return too_long(where)
    decoded = decode(content)
    if decoded is None:
        return Fault(
            where=where,
            cause=Cause.UNKNOWN_FORMAT,
            message="The file is not text in an encoding known here; save it as UTF-8 text and add it again.",
        )
    faults = () if not decoded.damaged else (_damaged(where, decoded.damaged),)
    return Readout(text=line_feeds(decoded.text), faults=faults)


def too_long(where: str) -> Fault:
    """The fault of a document whose text exceeds `TEXT_LIMIT`."""
    millions = TEXT_LIMIT // 1_000_000
    return Fault(
        where=where,
        cause=Cause.TOO_LARGE,
        message=f"The text is longer than {millions} million characters; split it into the documents it consists of.",
    )


def _damaged(where: str, places: int) -> Fault:
    return Fault(
        where=where,
        cause=Cause.DAMAGED,
        message=f"The text was read, but {places} place(s) in it are broken and stand as \ufffd; look for a better copy.",
    )
