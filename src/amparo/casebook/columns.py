"""Column types that give back exactly the value that was put in.

Each is stored as text or JSON, which SQLite and PostgreSQL have alike; nothing here depends on the database.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import JSON, Dialect, String, TypeDecorator
from sqlalchemy.types import TypeEngine

from amparo.model import Edtf, Page, Reading

T = TypeVar("T")


class Kept(TypeDecorator[T]):
    """A value of the model kept as a plain one: ``write`` turns it into what is stored, ``read`` turns that back; None stays None."""

    impl = String
    cache_ok = True

    def __init__(self, stored: TypeEngine[Any], write: Callable[[T], Any], read: Callable[[Any], T]) -> None:
        super().__init__()
        self.stored = stored
        self.write = write
        self.read = read

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The plain type."""
        return dialect.type_descriptor(self.stored)

    def process_bind_param(self, value: T | None, dialect: Dialect) -> Any:  # noqa: ARG002  # SQLAlchemy's signature
        """What is stored."""
        return None if value is None else self.write(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> T | None:  # noqa: ARG002
        """The model's value; raises what ``read`` raises where the stored one was altered."""
        return None if value is None else self.read(value)


def instant() -> Kept[datetime]:
    """A point in time in UTC, as ISO 8601 text. Storing a time without a zone or in another zone raises ValueError."""
    return Kept(String(32), _utc, datetime.fromisoformat)


def edtf() -> Kept[Edtf]:
    """An EDTF date or interval as it is written, never padded."""
    return Kept(String(32), str, Edtf)


def code(codes: type[StrEnum]) -> Kept[StrEnum]:
    """A member of one of the model's enumerations, by its value. Any other value raises ValueError."""
    return Kept(String(32), codes, codes)


def words() -> Kept[tuple[str, ...]]:
    """Strings whose order counts (names, roles, reasons), as a JSON array."""
    return Kept(JSON(), list, tuple)


def pages() -> Kept[tuple[Page, ...]]:
    """Where the pages of the original begin, as JSON pairs of number and offset."""
    return Kept(JSON(), _pairs_of_pages, _pages)


def readings() -> Kept[tuple[Reading, ...]]:
    """The readings of one contradicted slot, as JSON pairs of value and claims."""
    return Kept(JSON(), _pairs_of_readings, _readings)


def _utc(moment: datetime) -> str:
    if moment.utcoffset() != timedelta(0):
        raise ValueError(f"{moment} is not in UTC")
    return moment.astimezone(UTC).isoformat()


def _pairs_of_pages(pages: tuple[Page, ...]) -> list[tuple[int, int]]:
    return [(page.number, page.start) for page in pages]


def _pages(pairs: list[tuple[int, int]]) -> tuple[Page, ...]:
    return tuple(Page(number=number, start=start) for number, start in pairs)


def _pairs_of_readings(readings: tuple[Reading, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(reading.value, reading.claims) for reading in readings]


def _readings(pairs: list[tuple[str, list[str]]]) -> tuple[Reading, ...]:
    return tuple(Reading(value=value, claims=tuple(claims)) for value, claims in pairs)
