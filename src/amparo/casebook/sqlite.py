"""SQLite and SQLCipher: how a casebook file is opened, what may go wrong with it, and what a transaction is there.

All that belongs to this database alone and is neither schema nor full-text search stands here; plain files use the same driver
without a key. Figures: SQLCipher 4.19, 500,000 rows of statements.
"""

import os
import stat
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, NullPool, create_engine, event, text
from sqlalchemy.engine import ExceptionContext

from amparo.model import CannotOpen, CannotWrite, CasebookBusy, NotACasebook

APPLICATION = 0x414D5052  # «AMPR»: what `PRAGMA application_id` says of a casebook
_PAGE = 4096  # bytes, SQLCipher's and SQLite's default; every casebook is a whole number of pages

# With the default cache of 2 MB SQLCipher decrypts the same pages again and again (look-ups and scans three times slower); 64 MB
# holds the inner pages of every index of 100,000 documents and leaves nine tenths of the 700 MB that Amparo may use.
_CACHE_KIB = 64 * 1024
_PLAIN = b"SQLite format 3\x00"
_CHUNK = 1 << 20


def is_plain(path: Path) -> bool | None:
    """Whether the file is an unencrypted SQLite file; None when it can be neither that nor an encrypted one. Raises OSError."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):  # a pipe would keep us waiting
        return None
    with path.open("rb") as file:
        if file.read(len(_PLAIN)) == _PLAIN:
            return True
    return False if status.st_size and status.st_size % _PAGE == 0 else None


@contextmanager
def connected(path: Path, passphrase: str | None, *, write: bool, wait: float) -> Iterator[Connection]:
    """The one connection to the file at ``path``, closed at the end; ``wait`` is in seconds, for another process to finish.

    Statements outside of `transaction` take effect at once. Raises the `CannotOpen` errors, here and from every statement.
    """
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: _dial(path, passphrase, write=write, wait=wait),
        poolclass=NullPool,  # one connection, ours; a second would derive the key again (0.1 s)
        hide_parameters=True,  # no error message may show what is stored
        isolation_level="AUTOCOMMIT",  # `transaction` says itself where one begins
    )
    event.listen(engine, "handle_error", _explaining(path, encrypted=passphrase is not None), retval=True)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _dial(path: Path, passphrase: str | None, *, write: bool, wait: float) -> Any:
    connection = driver.connect(
        f"{path.absolute().as_uri()}?{_mode(path)}",
        uri=True,
        isolation_level=None,
        timeout=wait,
        check_same_thread=False,  # a web server may open in one thread and go on in another, never in two at once
    )
    connection.execute("PRAGMA cipher_log_level = NONE")  # else a wrong passphrase prints to stderr
    if passphrase is not None:
        # a key handed over as bytes needs no quoting; composed alike on every keyboard (RFC 8265, OpaqueString: NFC)
        connection.set_key(unicodedata.normalize("NFC", passphrase))
        connection.execute("PRAGMA cipher_compatibility = 4")  # so that a later SQLCipher reads the same file
    for pragma in (
        f"cache_size = -{_CACHE_KIB}",
        "foreign_keys = ON",
        "secure_delete = ON",  # what was deleted must not be found in the file
        "temp_store = MEMORY",  # nothing of the content in temporary files
        "trusted_schema = OFF",  # a casebook may come from a stranger
        "synchronous = FULL",  # what was said to be stored survives a power cut
        f"query_only = {'OFF' if write else 'ON'}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _mode(path: Path) -> str:
    """Where the user may write, SQLite opens for writing even to read, so that it can clear its log away in the end.

    On a read-only medium it cannot lay its lock files beside the casebook, but nobody else writes there either.
    """
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return "mode=rw"
    return "mode=ro" if path.with_name(f"{path.name}-wal").exists() else "mode=ro&immutable=1"


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing, whatever ends it; inside another one it is part of that. Raises `CasebookBusy` when somebody else writes."""
    if _driver_connection(connection).in_transaction:
        yield
        return
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    finally:
        if _driver_connection(connection).in_transaction:  # a full disk makes SQLite roll back by itself
            connection.exec_driver_sql("ROLLBACK")


@contextmanager
def snapshot(connection: Connection) -> Iterator[None]:
    """Everything read inside is of one moment, while others go on writing."""
    if _driver_connection(connection).in_transaction:
        yield
        return
    connection.exec_driver_sql("BEGIN")
    try:
        yield
    finally:
        with suppress(CannotOpen):  # nothing was written; a damaged file may refuse even this
            connection.exec_driver_sql("ROLLBACK")


def prepare(connection: Connection) -> None:
    """What is said once in a file's life: whose it is, and that readers do not wait for a writer."""
    connection.execute(text(f"PRAGMA application_id = {APPLICATION}"))
    connection.execute(text("PRAGMA journal_mode = WAL"))


def is_ours(connection: Connection) -> bool:
    """Whether the file says that it is a casebook."""
    return connection.execute(text("PRAGMA application_id")).scalar() == APPLICATION


def chunks(connection: Connection, table: str, column: str, key: str, value: str) -> Iterator[bytes]:
    """The bytes in ``column`` of the row whose ``key`` is ``value``, piece by piece, so that memory stays flat.

    Raises `CannotOpen` where they cannot be read.
    """
    row = connection.execute(text(f"SELECT rowid FROM {table} WHERE {key} = :value"), {"value": value}).scalar_one()  # noqa: S608  # names of our own schema
    try:
        with _driver_connection(connection).open_blob(table, column, row, readonly=True) as blob:
            while piece := blob.read(_CHUNK):
                yield piece
    except driver.Error as error:
        raise CannotOpen(f"the file is damaged ({error}).") from error


def broken_pages(connection: Connection) -> Iterator[str]:
    """The pages of an encrypted file that were changed without its key; none for a plain file.

    To be asked before all else: once SQLCipher has met such a page, it reads nothing more through the same connection.
    """
    checked = connection.execute(text("PRAGMA cipher_integrity_check"))
    for (problem,) in checked if checked.returns_rows else ():
        yield f"The file was damaged or changed from outside: {problem}."


def damage(connection: Connection) -> Iterator[str]:
    """What SQLite's own checks find wrong with the file: pages, indexes, references."""
    for (problem,) in connection.execute(text("PRAGMA integrity_check")):
        if problem != "ok":
            yield f"The file is damaged: {problem}."
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"Row {row or ''} of «{table}» belongs to a row of «{parent}» that is not there."


def _driver_connection(connection: Connection) -> Any:
    return connection.connection.dbapi_connection


def _explaining(path: Path, *, encrypted: bool) -> Callable[[ExceptionContext], Exception | None]:
    """Errors of the driver in the words of `amparo.model.errors`; what is left is a fault of our own and passes as it is."""

    def explain(context: ExceptionContext) -> Exception | None:
        if isinstance(context.original_exception, ValueError):  # from a column's own conversion
            return ValueError(str(context.original_exception))
        code = getattr(context.original_exception, "sqlite_errorcode", 0) & 0xFF  # the low byte is the primary code
        where, why = str(path), _reason(context.original_exception)
        explained: dict[int, Exception] = {
            driver.SQLITE_BUSY: CasebookBusy(where),
            driver.SQLITE_LOCKED: CasebookBusy(where),
            driver.SQLITE_NOTADB: NotACasebook(where, encrypted=encrypted),
            driver.SQLITE_CANTOPEN: CannotOpen(f"{where} cannot be opened: no permission, or a link to nothing."),
            driver.SQLITE_CORRUPT: CannotOpen(
                f"{where} is damaged ({why}). Restore it from a copy; what can still be read is unchanged."
            ),
            driver.SQLITE_CONSTRAINT: ValueError(f"the record does not fit what is stored: {why}"),
        }
        if code in _UNWRITABLE:
            return CannotWrite(where, _UNWRITABLE[code])
        return explained.get(driver.SQLITE_CORRUPT if why == _NOT_TEXT else code)

    return explain


def _reason(error: BaseException) -> str:
    """The driver's own words, but never the content that it could not read."""
    return _NOT_TEXT if str(error).startswith("Could not decode") else str(error)


_NOT_TEXT = "a text is not UTF-8"
_UNWRITABLE = {  # primary result codes, https://www.sqlite.org/rescode.html
    13: "the disk is full",  # SQLITE_FULL, to which the driver gives no name
    driver.SQLITE_READONLY: "it is read-only",
    driver.SQLITE_PERM: "there is no permission to write",
    driver.SQLITE_IOERR: "the disk reports an error",
}
