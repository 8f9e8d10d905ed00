"""The bytes as collected. They are added and read, never changed: a trigger in the file refuses anything else."""

from collections.abc import Iterator

from sqlalchemy import Connection, insert, select

from amparo.model import Source, sha256

from .mapping import columns_of, records, values_of
from .schema import sources
from .sqlite import transaction

_SOURCE = select(*columns_of(sources, Source))


class Sources:
    """The sources of one open casebook."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, source: Source, content: bytes) -> bool:
        """Store ``content`` under its hash; False, and nothing changed, when it is there already.

        Raises ValueError when ``source`` does not describe ``content`` (hash, size).
        """
        if (source.sha256, source.size) != (sha256(content), len(content)):
            raise ValueError(f"the record of source {source.sha256} does not describe these bytes")
        with transaction(self._connection):
            if self.get(source.sha256) is not None:
                return False
            self._connection.execute(insert(sources), values_of(sources, source, content=content))
        return True

    def get(self, sha: str) -> Source | None:
        """The source whose SHA-256 is ``sha``."""
        return next(records(self._connection, Source, _SOURCE.where(sources.c.sha256 == sha)), None)

    def content(self, sha: str) -> bytes | None:
        """The bytes themselves."""
        return self._connection.execute(select(sources.c.content).where(sources.c.sha256 == sha)).scalar()

    def all(self) -> Iterator[Source]:
        """Every source, in order of time collected, then hash; read one by one."""
        yield from records(self._connection, Source, _SOURCE.order_by(sources.c.collected_at, sources.c.sha256))
