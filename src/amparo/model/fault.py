"""What went wrong with one document: a value that is kept and shown, never an exception that ends the batch."""

from dataclasses import dataclass
from enum import StrEnum


class Cause(StrEnum):
    """Why a document, or a part of it, could not be used. The value is the code shown in ``--json``."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"
    NO_PERMISSION = "no_permission"
    LOOP = "loop"
    TOO_LARGE = "too_large"
    UNKNOWN_FORMAT = "unknown_format"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    NO_TEXT = "no_text"
    TOO_SLOW = "too_slow"
    CRASHED = "crashed"
    BAD_ATTACHMENT = "bad_attachment"
    UNSUPPORTED_LANGUAGE = "unsupported_language"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that could not be done: where, why in a closed code, and in words what to do about it.

    ``where`` is the path or name the user gave (with ``> part`` for an attachment); ``message`` is one sentence
    that says what was wrong and what to do; ``page`` is set when the place inside the document is known.
    """

    where: str
    cause: Cause
    message: str
    page: int | None = None

    def __str__(self) -> str:
        page = f", page {self.page}" if self.page is not None else ""
        return f"{self.where}{page}: {self.message}"
