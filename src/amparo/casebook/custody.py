"""The custody log. Lines are added, never changed; each must follow from the one before."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, insert, select

from amparo.model import CustodyEntry, custody_hash

from .mapping import columns_of, records, values_of
from .schema import custody
from .sqlite import transaction

_ENTRY = select(*columns_of(custody, CustodyEntry))


class Custody:
    """The custody log of one open casebook."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last(self) -> CustodyEntry | None:
        """The newest line, to which the next must be chained. Ask inside the transaction in which that one is logged."""
        newest = select(func.max(custody.c.number)).scalar_subquery()
        return next(records(self._connection, CustodyEntry, _ENTRY.where(custody.c.number == newest)), None)

    def log(self, entry: CustodyEntry) -> None:
        """Add the next line. Raises ValueError when it does not follow from the last one or its hash is not its own."""
        with transaction(self._connection):
            last = self.last()
            follows = (last.number + 1, last.chain) if last else (1, "")
            if (entry.number, entry.previous) != follows or entry.chain != recomputed(entry):
                raise ValueError(f"line {entry.number} does not follow from the custody log")
            self._connection.execute(insert(custody), values_of(custody, entry))

    def entries(self, source: str | None = None) -> Iterator[CustodyEntry]:
        """The log, or the lines about one source (its SHA-256), in order; read one by one."""
        of_source = () if source is None else (custody.c.source == source,)
        yield from records(self._connection, CustodyEntry, _ENTRY.where(*of_source).order_by(custody.c.number))


def entry(connection: Connection, number: int) -> CustodyEntry:
    """The line of that number, which is there; raises ValueError where it was altered into something that is no line."""
    return next(records(connection, CustodyEntry, _ENTRY.where(custody.c.number == number)))


def recomputed(line: CustodyEntry) -> str:
    """The hash that the line must bear if nothing in it was changed."""
    return custody_hash(line.previous, line.number, line.at, line.by, line.action, line.source, line.tool, line.note)
