"""What was collected: bytes under their hash, and the log of who had them in hand."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from .edtf import Edtf


def sha256(data: bytes) -> str:
    """Lower-case hexadecimal SHA-256 of ``data``."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Bytes as collected, never altered: the evidentiary copy of the Berkeley Protocol (OHCHR 2020, § VI).

    ``name`` is the file name as found (no folder: paths can name people); ``media_type`` is told from the bytes;
    ``parent`` is the SHA-256 of the e-mail this was attached to. ``publisher`` and ``published`` are what the person who
    collected it said of it, and win over what the bytes show. ``collected_at`` is in UTC.
    """

    sha256: str
    name: str
    media_type: str
    size: int
    collected_at: datetime
    parent: str | None = None
    publisher: str | None = None
    published: Edtf | None = None


class CustodyAction(StrEnum):
    """What happened to a source."""

    COLLECTED = "collected"
    OFFERED_AGAIN = "offered_again"
    READ = "read"
    COULD_NOT_READ = "could_not_read"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyEntry:
    """One line of the custody log. ``chain`` covers the line and, through ``previous``, all lines before it.

    ``number`` counts from 1 without a gap; ``at`` is in UTC; ``by`` is the name the user goes by in this casebook; ``tool`` is the
    name and version of what acted.
    """

    number: int
    at: datetime
    by: str
    action: CustodyAction
    source: str
    tool: str
    note: str
    previous: str
    chain: str


def chain_hash(previous: str, *parts: str) -> str:
    """SHA-256 that binds ``parts`` to the line before: each part is preceded by its length, so none can borrow from the next."""
    framed = "".join(f"{len(part)}:{part}" for part in (previous, *parts))
    return sha256(framed.encode("utf-8"))


def custody_hash(
    previous: str, number: int, at: datetime, by: str, action: CustodyAction, source: str, tool: str, note: str
) -> str:
    """The ``chain`` of a line of the custody log; the first line's ``previous`` is empty.

    The time is hashed in UTC to the microsecond, so that it does not matter in which zone a store gives it back.
    """
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    return chain_hash(previous, str(number), moment, by, action.value, source, tool, note)
