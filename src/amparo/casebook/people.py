"""Persons and incidents as rows, each with what it was clustered from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, insert, select

from amparo.model import Contradiction, Incident, Person

from .mapping import columns_of, values_of
from .schema import contradictions, incident_claims, incidents, person_mentions, persons
from .sqlite import snapshot


def insert_persons(connection: Connection, found: Iterable[Person], *, block_of: Mapping[str, str], step: str) -> None:
    """Store persons in their order, each in the block that ``block_of`` has for its id."""
    rows, members = [], []
    for ordinal, person in enumerate(found):
        rows.append(values_of(persons, person, block=block_of[person.id], ordinal=ordinal, step=step))
        members += [
            {"person": person.id, "ordinal": place, "mention": mention} for place, mention in enumerate(person.mentions)
        ]
    _insert(connection, (persons, rows), (person_mentions, members))


def insert_incidents(
    connection: Connection, found: Iterable[Incident], *, block_of: Mapping[str, str], step: str
) -> None:
    """Store incidents in their order, each in the block of its person, which must be stored."""
    rows, members, disputed = [], [], []
    for ordinal, incident in enumerate(found):
        block = block_of.get(incident.person, "")  # a person that is not there is refused by the foreign key
        days = {
            "date_earliest": incident.date.earliest if incident.date else None,
            "date_latest": incident.date.latest if incident.date else None,
        }
        rows.append(values_of(incidents, incident, block=block, ordinal=ordinal, step=step, **days))
        members += [
            {"incident": incident.id, "ordinal": place, "claim": claim} for place, claim in enumerate(incident.claims)
        ]
        disputed += [
            {"incident": incident.id, "ordinal": place, "slot": each.slot, "readings": each.readings}
            for place, each in enumerate(incident.contradictions)
        ]
    _insert(connection, (incidents, rows), (incident_claims, members), (contradictions, disputed))


def load_persons(connection: Connection, *where: ColumnElement[bool]) -> tuple[Person, ...]:
    """The persons that fit ``where`` (on the table of persons), by block and in their order there."""
    query = select(*columns_of(persons, Person)).where(*where).order_by(persons.c.block, persons.c.ordinal)
    theirs = (
        select(person_mentions.c.person, person_mentions.c.mention)
        .join(persons, persons.c.id == person_mentions.c.person)
        .where(*where)
        .order_by(person_mentions.c.person, person_mentions.c.ordinal)
    )
    with snapshot(connection):
        members = _members(connection, theirs)
        rows = connection.execute(query).mappings()
        return tuple(Person(**row, mentions=tuple(members[row["id"]])) for row in rows)


def load_incidents(connection: Connection, *where: ColumnElement[bool]) -> tuple[Incident, ...]:
    """The incidents that fit ``where`` (on the table of incidents), by block and in their order there."""
    query = select(*columns_of(incidents, Incident)).where(*where).order_by(incidents.c.block, incidents.c.ordinal)
    theirs = _of_incidents(incident_claims, incident_claims.c.claim).where(*where)
    unsettled = _of_incidents(contradictions, contradictions.c.slot, contradictions.c.readings).where(*where)
    with snapshot(connection):
        members = _members(connection, theirs)
        disputed: defaultdict[str, list[Contradiction]] = defaultdict(list)
        for row in connection.execute(unsettled):
            disputed[row.incident].append(Contradiction(slot=row.slot, readings=row.readings))
        return tuple(
            Incident(**row, claims=tuple(members[row["id"]]), contradictions=tuple(disputed[row["id"]]))
            for row in connection.execute(query).mappings()
        )


def _of_incidents(table: Table, *columns: Column[Any]) -> Select[Any]:
    return (
        select(table.c.incident, *columns)
        .join(incidents, incidents.c.id == table.c.incident)
        .order_by(table.c.incident, table.c.ordinal)
    )


def _members(connection: Connection, query: Select[Any]) -> defaultdict[str, list[str]]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for owner, member in connection.execute(query):
        members[owner].append(member)
    return members


def _insert(connection: Connection, *tables: tuple[Table, list[dict[str, object]]]) -> None:
    for table, rows in tables:
        if rows:
            connection.execute(insert(table), rows)
