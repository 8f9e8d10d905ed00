"""What could not be done, as rows: of a path that gave no source, of a source that gave no text, of a document's extraction."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from amparo.model import Fault

from .mapping import columns_of, in_parts, records, values_of
from .schema import faults
from .sqlite import transaction


class Faults:
    """The faults kept in one open casebook."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, source: str | None, found: Iterable[Fault], *, step: str) -> None:
        """Store what ``step`` (name and version) could not do with the source of that SHA-256, in place of what was stored of it.

        With None, for paths that gave no source: in place of what was stored of the same paths.
        """
        new = tuple(found)
        with transaction(self._connection):
            if source is not None:
                self._connection.execute(delete(faults).where(faults.c.source == source))
            else:
                for part in in_parts({fault.where for fault in new}):
                    same = faults.c.where.in_(part) & faults.c.source.is_(None) & faults.c.document.is_(None)
                    self._connection.execute(delete(faults).where(same))
            insert_faults(self._connection, new, source=source, step=step)

    def all(self) -> tuple[Fault, ...]:
        """Every fault, in the order in which they were stored."""
        return load_faults(self._connection)


def insert_faults(
    connection: Connection, found: Iterable[Fault], *, step: str, source: str | None = None, document: str | None = None
) -> None:
    """Add faults, of a source, of a document's extraction, or of neither."""
    rows = [values_of(faults, fault, source=source, document=document, step=step) for fault in found]
    if rows:
        connection.execute(insert(faults), rows)


def load_faults(connection: Connection, *where: ColumnElement[bool]) -> tuple[Fault, ...]:
    """The faults that fit ``where``, in the order in which they were stored."""
    query = select(*columns_of(faults, Fault)).where(*where).order_by(faults.c.number)
    return tuple(records(connection, Fault, query))
