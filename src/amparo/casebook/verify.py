"""Holding everything that is stored against what it claims to be: bytes, quotations, the custody chain, references, the file."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, String, Table, and_, exists, literal, select, type_coerce

from amparo.model import CannotOpen, text_hash

from . import sqlite
from .custody import entry, recomputed
from .quoting import is_quoted
from .schema import claims, custody, documents, incident_claims, mentions, passages, person_mentions, slots, sources
from .slots import WHOLE, Kind

_UNREADABLE = (CannotOpen, AttributeError, TypeError, ValueError)  # SQLite keeps anything in any column, if made to
_FOUND_BY = ("act", "status", "host", "destination", "origin", "date")


def problems(connection: Connection, *, rehash: bool) -> Iterator[str]:
    """Every problem found, a sentence each; ``rehash`` False leaves out the bytes of the sources, which takes the longest.

    Reads row by row, all of one moment. What cannot be read at all is a problem too, and the rest goes on.
    """
    checks = (_sources, _custody, _documents, _uncarried, _misfiled, _dangling, sqlite.damage)
    with sqlite.snapshot(connection):
        broken = tuple(sqlite.broken_pages(connection))
        if broken:
            yield from broken
            yield "Nothing else was checked, for what stands on these pages cannot be decrypted. Restore the file from a copy."
            return
        for check in checks if rehash else checks[1:]:
            try:
                yield from check(connection)
            except CannotOpen as error:
                yield str(error)


def _sources(connection: Connection) -> Iterator[str]:
    yield from _each(connection, sources.c.sha256, "Source", _source)


def _documents(connection: Connection) -> Iterator[str]:
    yield from _each(connection, documents.c.id, "Document", _document)


def _each(
    connection: Connection, key: Column[str], noun: str, check: Callable[[Connection, str], Iterator[str]]
) -> Iterator[str]:
    """What ``check`` finds wrong with each row; one that cannot be read is named and the next one is looked at."""
    for each in connection.execute(select(key).order_by(key)).scalars():
        try:
            yield from check(connection, each)
        except _UNREADABLE as error:
            yield f"{noun} {each} cannot be read any more: {error}"


def _source(connection: Connection, sha: str) -> Iterator[str]:
    digest, size = hashlib.sha256(), 0
    for chunk in sqlite.chunks(connection, "sources", "content", "sha256", sha):
        digest.update(chunk)
        size += len(chunk)
    name, recorded = connection.execute(select(sources.c.name, sources.c.size).where(sources.c.sha256 == sha)).one()
    if digest.hexdigest() != sha:
        yield f"The bytes of source {sha} ({name}) are not those that were collected."
    elif size != recorded:
        yield f"Source {sha} ({name}) has {size} bytes, but {recorded} were recorded."


def _custody(connection: Connection) -> Iterator[str]:
    """Lines changed, missing or out of order, and sources without one: lines cut off at the end show in nothing else."""
    last, may_follow = (
        0,
        frozenset({""}),
    )  # the first line follows nothing; empty when it cannot be told what a line follows
    for number in connection.execute(select(custody.c.number).order_by(custody.c.number)).scalars():
        if number != last + 1:
            yield f"Custody line {last + 1} is missing: the next one found is line {number}."
            may_follow = frozenset()
        try:
            line = entry(connection, number)
            right = recomputed(line)
        except _UNREADABLE as error:
            yield f"Custody line {number} was changed after it was written: {error}"
            may_follow = frozenset()
        else:
            if line.chain != right:
                yield f"Custody line {number} was changed after it was written."
            elif may_follow and line.previous not in may_follow:
                yield f"Custody line {number} does not follow from the line before it."
            may_follow = frozenset({line.chain, right})
        last = number
    logged = exists().where(custody.c.source == sources.c.sha256)
    for sha, name in connection.execute(select(sources.c.sha256, sources.c.name).where(~logged)):
        yield f"Source {sha} ({name}) has no line in the custody log."


def _document(connection: Connection, document: str) -> Iterator[str]:
    """Text and quotations of one document."""
    text, hashed = connection.execute(
        select(documents.c.text, documents.c.text_sha256).where(documents.c.id == document)
    ).one()
    if text_hash(text) != hashed:
        yield f"The text of document {document} is not the one that was read out of its source."
    for row in connection.execute(select(passages).where(passages.c.document == document)):
        if not is_quoted(row.start, row.end, row.exact, text):
            yield f"{_slot_of(row)} quotes {row.exact!r}, which does not stand at {row.start}:{row.end} of the text."


def _uncarried(connection: Connection) -> Iterator[str]:
    """Claims and slots without a passage; slots and passages without the record they belong to."""
    for owners, kind in ((claims, claims.c.kind), (mentions, literal(Kind.MENTION.value))):
        quoted = _belonging(passages, owners.c.document, kind, owners.c.id, passages.c.slot == WHOLE)
        for row in connection.execute(select(kind.label("kind"), owners.c.id, owners.c.document).where(~quoted)):
            yield f"{row.kind.capitalize()} {row.id} of document {row.document} has no passage."
    at = (passages.c.slot == slots.c.slot, passages.c.ordinal == slots.c.ordinal)
    quoted = _belonging(passages, slots.c.document, slots.c.kind, slots.c.owner, *at)
    for row in connection.execute(select(slots).where(~quoted)):
        yield f"{_slot_of(row)} has no passage."
    for table in (slots, passages):
        of_claim = exists().where(claims.c.id == table.c.owner, claims.c.kind == table.c.kind)
        of_mention = exists().where(mentions.c.id == table.c.owner, table.c.kind == Kind.MENTION.value)
        for row in connection.execute(select(table).where(~of_claim, ~of_mention)):
            yield f"{_slot_of(row)} belongs to no record that is stored."


def _misfiled(connection: Connection) -> Iterator[str]:
    """Claims that are found under something else than what their slots say."""
    for name in _FOUND_BY:
        mine = and_(
            slots.c.document == claims.c.document,
            slots.c.kind == claims.c.kind,
            slots.c.owner == claims.c.id,
            slots.c.slot == name,
        )
        differs = type_coerce(claims.c[name], String).is_distinct_from(slots.c.value)
        query = select(claims.c.id, claims.c.document).outerjoin(slots, mine)
        for row in connection.execute(query.where(claims.c.kind == Kind.CLAIM.value, differs)):
            yield f"Claim {row.id} of document {row.document} is filed under another {name} than its slot says."


def _dangling(connection: Connection) -> Iterator[str]:
    """Persons and incidents that name a mention or claim which is not stored."""
    for person, mention in connection.execute(
        select(person_mentions.c.person, person_mentions.c.mention).where(
            ~exists().where(mentions.c.id == person_mentions.c.mention)
        )
    ):
        yield f"Person {person} consists of mention {mention}, which is not stored."
    for incident, claim in connection.execute(
        select(incident_claims.c.incident, incident_claims.c.claim).where(
            ~exists().where(claims.c.id == incident_claims.c.claim)
        )
    ):
        yield f"Incident {incident} consists of claim {claim}, which is not stored."


def _belonging(
    table: Table,
    document: ColumnElement[str],
    kind: ColumnElement[str],
    owner: ColumnElement[str],
    *more: ColumnElement[bool],
) -> ColumnElement[bool]:
    """Whether ``table`` (of slots or passages) has a row of that owner."""
    return exists().where(table.c.document == document, table.c.kind == kind, table.c.owner == owner, *more)


def _slot_of(row: Any) -> str:
    where = f"Slot «{row.slot}» ({row.ordinal + 1}) of" if row.slot != WHOLE else "The"
    return f"{where} {row.kind} {row.owner} of document {row.document}"
