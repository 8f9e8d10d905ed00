"""Blocks of mentions that may be the same person, and the persons and incidents that each block was resolved into."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, and_, delete, select

from amparo.model import Person, Resolution

from .claims import load_claims
from .fulltext import forget_cases, index_cases
from .mapping import in_parts
from .mentions import load_mentions
from .people import insert_incidents, insert_persons, load_incidents, load_persons
from .records import BlockContents
from .schema import claims, documents, incident_claims, incidents, mentions, passages, persons
from .slots import WHOLE
from .sqlite import snapshot, transaction


class Resolutions:
    """The blocks of one open casebook and what they were resolved into."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def blocks(self) -> frozenset[str]:
        """Every block in which a mention stands."""
        return frozenset(self._connection.execute(select(mentions.c.block).distinct()).scalars())

    def contents(self, blocks: Iterable[str]) -> BlockContents:
        """The mentions of these blocks with all claims told of them."""
        inside = mentions.c.block.in_(frozenset(blocks))
        targets = select(mentions.c.id).where(inside)
        dates = select(documents.c.id, documents.c.published).where(
            documents.c.id.in_(select(mentions.c.document).where(inside))
        )
        with snapshot(self._connection):
            return BlockContents(
                mentions=load_mentions(self._connection, inside),
                claims=load_claims(self._connection, claims.c.target.in_(targets)),
                published={row.id: row.published for row in self._connection.execute(dates)},
            )

    def put(self, resolution: Resolution, *, blocks: Iterable[str], step: str) -> None:
        """Store what ``blocks`` were resolved into, in place of what they had; ``step`` is the resolver's name and version.

        Raises ValueError for a person without a mention in these blocks, and for an incident whose person is not among the persons.
        """
        replaced = frozenset(blocks)
        with transaction(self._connection):
            drop_blocks(self._connection, replaced)
            block_of = self._block_of(resolution.persons, replaced)
            insert_persons(self._connection, resolution.persons, block_of=block_of, step=step)
            insert_incidents(self._connection, resolution.incidents, block_of=block_of, step=step)
            _index(self._connection, resolution.persons)

    def get(self, block: str) -> Resolution:
        """The persons and incidents of ``block``, exactly as they were put in; empty when it was not resolved."""
        with snapshot(self._connection):
            return Resolution(
                persons=load_persons(self._connection, persons.c.block == block),
                incidents=load_incidents(self._connection, incidents.c.block == block),
            )

    def _block_of(self, found: Iterable[Person], blocks: frozenset[str]) -> dict[str, str]:
        """The block of each person, which is that of the mentions."""
        firsts = {person.id: next(iter(person.mentions), "") for person in found}
        stands: dict[str, str] = {}
        for part in in_parts(firsts.values()):
            query = select(mentions.c.id, mentions.c.block).where(mentions.c.id.in_(part))
            stands |= {row.id: row.block for row in self._connection.execute(query)}
        block_of = {person: stands.get(first, "") for person, first in firsts.items()}
        for person, block in block_of.items():
            if block not in blocks:
                raise ValueError(f"person {person} has no mention in the blocks that were resolved")
        return block_of


def drop_blocks(connection: Connection, blocks: Iterable[str]) -> None:
    """Delete the persons of these blocks, with them their incidents (foreign keys cascade) and their entries in the index."""
    for part in in_parts(blocks):
        inside = persons.c.block.in_(part)
        forget_cases(connection, connection.execute(select(persons.c.number).where(inside)).scalars().all())
        connection.execute(delete(persons).where(inside))


def _index(connection: Connection, found: tuple[Person, ...]) -> None:
    """Make each case findable by its names and by the words that carry its claims."""
    carried = and_(
        passages.c.document == claims.c.document, passages.c.kind == claims.c.kind, passages.c.owner == claims.c.id
    )
    quoted = (
        select(incidents.c.person, passages.c.exact)
        .distinct()
        .join(incident_claims, incident_claims.c.incident == incidents.c.id)
        .join(claims, claims.c.id == incident_claims.c.claim)
        .join(passages, and_(carried, passages.c.slot == WHOLE))
    )
    for part in in_parts(found):
        ids = [person.id for person in part]
        quotes: defaultdict[str, list[str]] = defaultdict(list)
        for person, exact in connection.execute(quoted.where(incidents.c.person.in_(ids))):
            quotes[person].append(exact)
        numbers = connection.execute(select(persons.c.id, persons.c.number).where(persons.c.id.in_(ids)))
        number_of = {row.id: row.number for row in numbers}
        index_cases(connection, [(number_of[person.id], person, quotes[person.id]) for person in part])
