# ruff: noqa: PLC0415
"""A casebook that is open: one object over parts that each know one thing.

Imports of the room stand inside the functions here: SQLAlchemy takes a quarter of a second, which commands that open no casebook
must not pay.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from .records import About, Hit

if TYPE_CHECKING:
    from sqlalchemy import Connection

WAIT = 10.0  # seconds for another process to finish what it is writing; storing one document takes far less


class Casebook:
    """An open casebook: ``sources``, ``custody``, ``documents``, ``faults``, ``resolutions`` and ``cases``, and what concerns them all.

    Every method that writes does so wholly or not at all; `transaction` binds several together. Not for two threads at once.
    Methods raise `CannotOpen` errors when the file cannot be read or written (`CasebookBusy`, `CannotWrite`), and
    ValueError for a record that does not fit what is stored.
    """

    def __init__(self, connection: "Connection", *, encrypted: bool) -> None:
        from .cases import Cases
        from .custody import Custody
        from .documents import Documents
        from .faults import Faults
        from .resolutions import Resolutions
        from .sources import Sources

        self._connection = connection
        self._encrypted = encrypted
        self.sources = Sources(connection)
        self.custody = Custody(connection)
        self.documents = Documents(connection)
        self.faults = Faults(connection)
        self.resolutions = Resolutions(connection)
        self.cases = Cases(connection)

    @staticmethod
    def create(path: Path, passphrase: str | None, *, at: datetime, by: str) -> None:
        """Make an empty casebook at ``path``, encrypted unless ``passphrase`` is None; ``at`` (UTC) and ``by`` are kept in it.

        Raises `TargetExists`, `CannotWrite`, and `WrongCall` for an empty passphrase.
        """
        from .opening import create

        create(path, passphrase, at=at, by=by)

    @classmethod
    @contextmanager
    def open(
        cls, path: Path, passphrase: str | None, *, write: bool = True, wait: float = WAIT
    ) -> Iterator["Casebook"]:
        """The casebook at ``path``, closed at the end. A plain one needs no passphrase and heeds none; ``wait`` is in seconds.

        An older layout is brought up to date when opened for writing. Raises `NoCasebook`, `NotACasebook`, `PassphraseNeeded`,
        `CasebookTooNew`, `CasebookBusy`, `CannotWrite`, `CannotOpen`.
        """
        from .opening import opened
        from .sqlite import is_plain

        with opened(path, passphrase, write=write, wait=wait) as connection:
            yield cls(connection, encrypted=not is_plain(path))

    @property
    def encrypted(self) -> bool:
        """Whether the file is kept under a passphrase."""
        return self._encrypted

    def transaction(self) -> AbstractContextManager[None]:
        """What is written inside is stored wholly at the end, or not at all: by an exception, a full disk or ``kill -9``.

        Raises `CasebookBusy` when another process is writing and does not end in time. Inside another one it is part of that.
        """
        from .sqlite import transaction

        return transaction(self._connection)

    def about(self) -> About:
        """What the casebook says of itself."""
        from .opening import about

        return about(self._connection)

    def search(self, words: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """The best ``limit`` documents that have all ``words``, in any spelling or script, the best first.

        A word of four letters or more also finds longer ones that begin so; a "phrase in quotation marks" is one word. No sign has a
        meaning beyond that; words without a letter or digit find nothing.
        """
        from .search import search

        return search(self._connection, words, limit=limit)

    def verify(self, *, rehash: bool = True) -> tuple[str, ...]:
        """Every problem of what is stored, a sentence each; none when all is as it was put in.

        Bytes under their hash (unless ``rehash`` is False), the custody log, texts, quotations, references and the file itself.
        """
        from .verify import problems

        return tuple(problems(self._connection, rehash=rehash))

    def clear_derived(self) -> None:
        """Delete all that steps made (documents, claims, persons, incidents, indexes), keep sources, custody and what the casebook is.

        Faults of paths that never became a source are kept: nothing stored could give them again.
        """
        from .fulltext import forget_all
        from .schema import clear

        with self.transaction():
            forget_all(self._connection)
            clear(self._connection)
