"""Mentions as rows."""

from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, Connection, insert, literal, select

from amparo.model import Mention

from .mapping import columns_of, in_parts, values_of
from .schema import mentions
from .slots import Filled, Kind, insert_slots, load_slots
from .sqlite import snapshot


def insert_mentions(
    connection: Connection, found: tuple[Mention, ...], *, engine: str, blocks: Mapping[str, str]
) -> None:
    """Store the mentions of one document in their order, each in its block. Raises KeyError for one without a block."""
    rows = [
        values_of(mentions, mention, ordinal=ordinal, engine=engine, block=blocks[mention.id])
        for ordinal, mention in enumerate(found)
    ]
    if rows:
        connection.execute(insert(mentions), rows)
        insert_slots(connection, Kind.MENTION, found)


def load_mentions(connection: Connection, *where: ColumnElement[bool]) -> tuple[Mention, ...]:
    """The mentions that fit ``where``, by document and in their order there."""
    query = select(*columns_of(mentions, Mention)).where(*where).order_by(mentions.c.document, mentions.c.ordinal)
    with snapshot(connection):
        slots = load_slots(connection, mentions, literal(Kind.MENTION.value), *where)
        rows = connection.execute(query).mappings()
        return tuple(_mention(dict(row), slots.get(row["id"], Filled())) for row in rows)


def mentions_by_id(connection: Connection, ids: Iterable[str]) -> tuple[Mention, ...]:
    """The mentions of these ids in the order asked for; ids that are not there are passed over."""
    asked = tuple(ids)
    found = {
        mention.id: mention
        for part in in_parts(asked)
        for mention in load_mentions(connection, mentions.c.id.in_(part))
    }
    return tuple(found[each] for each in asked if each in found)


def _mention(row: dict[str, object], slots: Filled) -> Mention:
    return Mention(
        **row,  # type: ignore[arg-type]  # the columns of these names, as `columns_of` selected them
        passages=slots.passages,
        origin=slots.maybe("origin", str),
        affiliations=slots.many("affiliations", str),
    )
