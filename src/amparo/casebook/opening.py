"""Making a casebook, and opening one whose layout may be older or newer than ours."""

import contextlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, insert, select, text

import amparo
from amparo.model import (
    CannotOpen,
    CannotWrite,
    CasebookTooNew,
    NoCasebook,
    NotACasebook,
    PassphraseNeeded,
    TargetExists,
    WrongCall,
)

from . import sqlite
from .records import About
from .schema import LAYOUTS, meta

_OLDER = "it has an older layout, which opening it for writing brings up to date"


def create(path: Path, passphrase: str | None, *, at: datetime, by: str) -> None:
    """Make an empty casebook at ``path``, encrypted unless ``passphrase`` is None; ``at`` (kept in UTC) and ``by`` are kept in it.

    It is made beside ``path`` and put there when whole, readable by its owner alone. Raises `TargetExists`, `CannotWrite` for a
    place that cannot be written, `WrongCall` for an empty passphrase.
    """
    if passphrase == "":
        raise WrongCall("The passphrase is empty. Give one, or ask for a plain casebook.")
    try:
        if path.exists() or path.is_symlink():
            raise TargetExists(str(path))
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
            made = Path(folder, "new")
            made.touch(mode=0o600)
            _fill(made, passphrase, at=at, by=by)
            _put(made, path)
    except (OSError, CannotWrite) as error:
        reason = error.strerror if isinstance(error, OSError) else "the disk is full or broken"
        raise CannotWrite(str(path), str(reason)) from error


def _fill(path: Path, passphrase: str | None, *, at: datetime, by: str) -> None:
    with sqlite.connected(path, passphrase, write=True, wait=0) as connection:
        sqlite.prepare(connection)
        with sqlite.transaction(connection):
            _upgrade(connection)
            facts = {
                "created_at": at.astimezone(UTC).isoformat(),
                "created_by": by,
                "made_with": f"amparo {amparo.__version__}",
            }
            connection.execute(insert(meta), [{"key": key, "value": value} for key, value in facts.items()])


def _put(made: Path, path: Path) -> None:
    """Under its name at once and whole. Claiming the name first keeps a casebook that another process makes at the same moment."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise TargetExists(str(path)) from None
    try:
        made.replace(path)
    except OSError:
        path.unlink()
        raise
    with contextlib.suppress(OSError):  # some file systems do not sync folders; the file itself is on the disk
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextmanager
def opened(path: Path, passphrase: str | None, *, write: bool, wait: float) -> Iterator[Connection]:
    """The connection to the casebook at ``path``, in the newest layout. A plain one needs no passphrase and heeds none.

    Raises `NoCasebook`, `NotACasebook`, `PassphraseNeeded`, `CasebookTooNew`, `CasebookBusy`, `CannotWrite`, `CannotOpen`.
    """
    key = None if _is_plain(path, passphrase) else passphrase
    with sqlite.connected(path, key, write=write, wait=wait) as connection:
        if not sqlite.is_ours(connection):
            raise NotACasebook(str(path), encrypted=key is not None)
        if is_older(path, layout(connection)):
            if not write:
                raise CannotWrite(str(path), _OLDER)
            with sqlite.transaction(connection):
                _upgrade(connection)
        yield connection


def about(connection: Connection) -> About:
    """What the casebook says of itself."""
    facts = {row.key: row.value for row in connection.execute(select(meta))}
    return About(
        created_at=datetime.fromisoformat(facts["created_at"]),
        created_by=facts["created_by"],
        made_with=facts["made_with"],
        layout=layout(connection),
    )


def layout(connection: Connection) -> str:
    """The Alembic revision of the casebook, read without Alembic; empty for none."""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


def is_older(path: Path, revision: str, *, layouts: Sequence[str] = LAYOUTS) -> bool:
    """Whether ``revision`` comes before the newest layout that we know. Raises `CasebookTooNew` for one that we do not know."""
    if revision not in layouts:
        raise CasebookTooNew(str(path), revision)
    return revision != layouts[-1]


def _is_plain(path: Path, passphrase: str | None) -> bool:
    try:
        plain = sqlite.is_plain(path)
    except (FileNotFoundError, NotADirectoryError):
        raise NoCasebook(str(path)) from None
    except OSError as error:
        raise CannotOpen(f"{path} cannot be read: {error.strerror}.") from error
    if plain is None:
        raise NotACasebook(str(path), encrypted=False)
    if not plain and not passphrase:
        raise PassphraseNeeded(str(path))
    return plain


def _upgrade(connection: Connection) -> None:
    from .migrations import upgrade  # noqa: PLC0415  # Alembic is slow to import, and hardly ever needed

    upgrade(connection)
