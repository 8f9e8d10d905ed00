"""The list of cases: which fit, and what of each stands in its line; a fixed number of statements for any number of cases."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, distinct, func, literal, or_, select, union

from amparo.model import Edtf, Person

from .fulltext import case_with, terms
from .mapping import in_parts
from .people import load_persons
from .records import CaseRow
from .schema import claims, incident_claims, incidents, mentions, person_mentions, persons, slots
from .sqlite import snapshot

_SEVERAL = literal("hosts_any", literal_execute=True)  # written out, else the index of these slots alone is not used
_ANY_HOST = and_(  # one of several states, of which the text does not say which
    slots.c.document == claims.c.document,
    slots.c.kind == claims.c.kind,
    slots.c.owner == claims.c.id,
    slots.c.slot == _SEVERAL,
)


@dataclass(slots=True)
class _Line:
    """What is gathered for one case."""

    dates: list[Edtf] = field(default_factory=list)
    acts: set[str] = field(default_factory=set)
    hosts: set[str] = field(default_factory=set)
    incidents: int = 0
    documents: int = 0

    def row(self, person: Person) -> CaseRow:
        return CaseRow(
            person=person,
            incidents=self.incidents,
            first=min(self.dates, default=None),
            last=max(self.dates, key=lambda date: (date.latest, date.earliest), default=None),
            acts=tuple(sorted(self.acts)),
            hosts=tuple(sorted(self.hosts)),
            documents=self.documents,
        )


def case_rows(
    connection: Connection, *, origin: str | None, host: str | None, act: str | None, text: str | None
) -> Iterator[CaseRow]:
    """The cases of `Cases.list`, in its order."""
    with snapshot(connection):
        ids = connection.execute(_ordered(_fitting(origin, host, act, text))).scalars().all()
        for part in in_parts(ids):
            people = {person.id: person for person in load_persons(connection, persons.c.id.in_(part))}
            lines = _lines(connection, part)
            yield from (lines[each].row(people[each]) for each in part)


def _fitting(origin: str | None, host: str | None, act: str | None, words: str | None) -> list[ColumnElement[bool]]:
    fitting: list[ColumnElement[bool]] = [persons.c.target.is_(True)]
    told = [*([_hosted(host)] if host else []), *([claims.c.act == act] if act else [])]
    if told:
        fitting.append(persons.c.id.in_(_told(*told)))
    if origin:
        fitting.append(or_(persons.c.origin == origin, persons.c.id.in_(_told(*told, claims.c.origin == origin))))
    if words and words.strip():
        fitting.append(case_with(persons.c.number, terms(words)))
    return fitting


def _hosted(host: str) -> ColumnElement[bool]:
    alone = select(claims.c.id).where(claims.c.host == host)
    among = select(slots.c.owner).where(slots.c.slot == _SEVERAL, slots.c.value == host)
    return claims.c.id.in_(union(alone, among))


def _told(*of_claim: ColumnElement[bool]) -> Select[Any]:
    """The persons who have a claim of that kind."""
    return _joined(select(incidents.c.person)).where(*of_claim)


def _joined(query: Select[Any]) -> Select[Any]:
    """From incidents to their claims."""
    return (
        query.select_from(incidents)
        .join(incident_claims, incident_claims.c.incident == incidents.c.id)
        .join(claims, claims.c.id == incident_claims.c.claim)
    )


def _ordered(fitting: Sequence[ColumnElement[bool]]) -> Select[Any]:
    latest = (
        select(func.max(incidents.c.date_latest))
        .where(incidents.c.person == persons.c.id)
        .correlate(persons)
        .scalar_subquery()
    )
    return select(persons.c.id).where(*fitting).order_by(latest.desc().nulls_last(), persons.c.name, persons.c.id)


def _lines(connection: Connection, ids: Sequence[str]) -> defaultdict[str, _Line]:
    lines: defaultdict[str, _Line] = defaultdict(_Line)
    mine = incidents.c.person.in_(ids)
    for person, act, date in connection.execute(
        select(incidents.c.person, incidents.c.act, incidents.c.date).where(mine)
    ):
        lines[person].incidents += 1
        lines[person].acts.add(act)
        lines[person].dates += [date] if date else []
    named = _joined(select(incidents.c.person, claims.c.host)).where(mine, claims.c.host.is_not(None))
    perhaps = _joined(select(incidents.c.person, slots.c.value)).join(slots, _ANY_HOST).where(mine)
    for person, host in connection.execute(union(named, perhaps)):
        lines[person].hosts.add(host)
    counted = (
        select(person_mentions.c.person, func.count(distinct(mentions.c.document)))
        .join(mentions, mentions.c.id == person_mentions.c.mention)
        .where(person_mentions.c.person.in_(ids))
        .group_by(person_mentions.c.person)
    )
    for person, count in connection.execute(counted):
        lines[person].documents = count
    return lines
