"""Files and folders → bytes with their hash, in a fixed order; what cannot be taken is a fault and the rest goes on."""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from amparo.model import Cause, Edtf, Fault, Source, WrongCall, sha256

from .media import media_type

SIZE_LIMIT = 200_000_000  # bytes; a larger file is not a report but a recording or an archive
CHUNK = 1 << 20

_LEFT_BY_PROGRAMS = frozenset(
    {"thumbs.db", "desktop.ini", "__macosx"}
)  # Windows and macOS; hidden files that do not begin with a dot
_SPECIAL = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)

_Folder = tuple[int, int]  # device and inode: what a folder is, by whatever path it was reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """Bytes as found. ``path`` is what is shown to the user, ``name`` the file's name alone, ``sha256`` of the content.

    ``path`` and ``name`` are printable: bytes of a file name that are not UTF-8 stand as U+FFFD.
    """

    path: str
    name: str
    content: bytes
    sha256: str
    media_type: str

    @classmethod
    def of(cls, content: bytes, *, path: str, name: str) -> "Collected":
        """``content`` under its hash, with its media type told from the bytes; used for attachments too."""
        return cls(path=path, name=name, content=content, sha256=sha256(content), media_type=media_type(content))


def take(
    collected: Collected,
    at: datetime,
    *,
    publisher: str | None = None,
    published: Edtf | None = None,
    parent: str | None = None,
) -> Source:
    """The record of ``collected`` as taken in at ``at`` (any zone; kept in UTC).

    ``publisher`` and ``published`` are what the collecting person says of it; ``parent`` is the SHA-256 of the e-mail it was
    attached to. Raises `WrongCall` for a time without zone.
    """
    if at.utcoffset() is None:
        raise WrongCall(f"The time {at.isoformat()} has no zone; the moment of collection needs one.")
    return Source(
        sha256=collected.sha256,
        name=collected.name,
        media_type=collected.media_type,
        size=len(collected.content),
        collected_at=at.astimezone(UTC),
        parent=parent,
        publisher=publisher,
        published=published,
    )


def collect(paths: Sequence[Path]) -> Iterator[Collected | Fault]:
    """The files at ``paths`` and in the folders there, in the order of ``paths`` and by name inside a folder.

    Passed over: hidden files and folders (unless named themselves) and what programs leave behind (``Thumbs.db``, ``~$…``).
    A folder is entered once, by whatever links it is reached; a link back to a folder that is being walked is a fault of
    cause LOOP. Files over `SIZE_LIMIT` are not read. Raises `WrongCall`, before anything is taken in, for paths that do not exist.
    """
    missing = [_printable(str(path)) for path in paths if not _exists(path)]
    if missing:
        raise WrongCall(f"There is nothing at: {', '.join(missing)}. Nothing was taken in; check the spelling.")
    return _walk(paths)


def _exists(path: Path) -> bool:
    """False when surely nothing is there; a path that may not be looked at, or loops, becomes a fault later."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a null byte in the path
        return False
    except OSError:
        return True
    return True


def _walk(paths: Sequence[Path]) -> Iterator[Collected | Fault]:
    """Depth first with a stack of its own: folders may be nested deeper than Python's recursion goes."""
    waiting: list[tuple[Path, tuple[_Folder, ...]]] = [(path, ()) for path in reversed(paths)]
    entered: set[_Folder] = set()
    while waiting:
        path, above = waiting.pop()
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                yield _file(path, status)
                continue
            folder = (status.st_dev, status.st_ino)
            if folder in above:
                yield _fault(
                    path, Cause.LOOP, "The link leads back to a folder above it and was not followed; remove it."
                )
            elif folder not in entered:
                entered.add(folder)
                waiting += [(inner, (*above, folder)) for inner in reversed(_visible(path))]
        except OSError as error:
            yield _refused(path, error)


def _visible(folder: Path) -> list[Path]:
    return sorted((inner for inner in folder.iterdir() if not _hidden(inner.name)), key=os.fsencode)


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _LEFT_BY_PROGRAMS


def _file(path: Path, status: os.stat_result) -> Collected | Fault:
    """One file's bytes. A pipe or device is not even opened: opening can hang or act on it."""
    kind = _special(status.st_mode)
    if kind is not None:
        return _fault(path, Cause.UNREADABLE, f"This is {kind} and not a file; it was passed over.")
    content = _content(path) if status.st_size <= SIZE_LIMIT else None
    if content is None:
        limit = f"{SIZE_LIMIT / 1e6:.0f} MB"
        return _fault(path, Cause.TOO_LARGE, f"The file is larger than {limit}, the most that is taken in; split it.")
    if not content:
        return _fault(path, Cause.EMPTY, "The file is empty; copy or download it again.")
    return Collected.of(content, path=_printable(str(path)), name=_printable(path.name))


def _special(mode: int) -> str | None:
    return next((kind for test, kind in _SPECIAL if test(mode)), None)


def _content(path: Path) -> bytes | None:
    """The bytes, or None when there are more than `SIZE_LIMIT`, whatever the size said (it may grow under our hands)."""
    descriptor = os.open(
        path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC
    )  # a pipe put there meanwhile must not hang us
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        chunks: list[bytes] = []
        size = 0
        while chunk := file.read(CHUNK):
            size += len(chunk)
            if size > SIZE_LIMIT:
                return None
            chunks.append(chunk)
    return b"".join(chunks)


def _refused(path: Path, error: OSError) -> Fault:
    if isinstance(error, PermissionError):
        return _fault(path, Cause.NO_PERMISSION, "You may not read this; change its permissions or ask its owner.")
    if error.errno == errno.ELOOP:
        return _fault(path, Cause.LOOP, "The link leads back to itself; remove it.")
    if isinstance(error, FileNotFoundError):
        return _fault(path, Cause.UNREADABLE, "The file is gone, or a link to nothing; put it back or remove the link.")
    return _fault(path, Cause.UNREADABLE, f"This cannot be read ({error.strerror}); check the disk, then try again.")


def _fault(path: Path, cause: Cause, message: str) -> Fault:
    return Fault(where=_printable(str(path)), cause=cause, message=message)


def _printable(name: str) -> str:
    """A file name as it can be shown and stored: a hostile one may hold bytes that are no text, or steer a terminal."""
    text = os.fsencode(name).decode("utf-8", "replace")
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
