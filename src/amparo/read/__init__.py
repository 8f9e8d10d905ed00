"""Bytes → `Document`: a module a format, the language, the date; nothing interpreted.

Every file may be hostile, so it is read in a child process with limits on memory, time and what it may touch; whatever the
file does to the child, the caller gets a `Reading` with a `Fault`. `Reader` keeps one child for a batch, `read` is for one
document. Importing this room loads none of the libraries that read formats: the child does, when a format first comes up.
"""

from .reader import Reader, read
from .reading import TEXT_LIMIT, Attachment, Reading

__all__ = ["TEXT_LIMIT", "Attachment", "Reader", "Reading", "read"]
