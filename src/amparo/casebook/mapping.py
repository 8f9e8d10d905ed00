"""Records and rows that name their values alike: a column bears the name of the field it keeps."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Select, Table

Item = TypeVar("Item")
Record = TypeVar("Record")
_AT_ONCE = 500  # ids in one statement: few round trips, and a statement that the database still plans quickly


def columns_of(table: Table, record: type) -> list[Column[Any]]:
    """The columns of ``table`` that keep fields of ``record``, to be selected and handed to its constructor by name."""
    return [table.c[field.name] for field in fields(record) if field.name in table.c]


def values_of(table: Table, record: Any, **more: object) -> dict[str, object]:
    """What ``table`` keeps of the fields of ``record``, with ``more`` columns beside them, as a row to insert."""
    kept = {field.name: getattr(record, field.name) for field in fields(record) if field.name in table.c}
    return {**kept, **more}


def records(connection: Connection, record: type[Record], query: Select[Any]) -> Iterator[Record]:
    """One ``record`` of each row that ``query`` gives, whose columns are exactly the record's fields; read one by one."""
    for row in connection.execute(query).mappings():
        yield record(**row)


def in_parts(items: Iterable[Item]) -> Iterator[tuple[Item, ...]]:
    """The items in order, so many at a time as one statement may ask for."""
    rest = iter(items)
    while part := tuple(islice(rest, _AT_ONCE)):
        yield part
