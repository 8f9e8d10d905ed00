"""The four kinds of claim as rows of one table; the columns that serve to find a claim repeat what its slots say."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, insert, select

from amparo.model import CallClaim, Claim, Edtf, Extraction, LawClaim, LawSays, Status, WindowClaim

from .mapping import in_parts
from .schema import claims
from .slots import Filled, Kind, agent, insert_slots, load_slots
from .sqlite import snapshot

AnyClaim = Claim | LawClaim | CallClaim | WindowClaim
Made = TypeVar("Made")


def insert_claims(connection: Connection, extraction: Extraction) -> None:
    """Store the claims of all four kinds, each kind in its order."""
    kinds: tuple[tuple[Kind, tuple[AnyClaim, ...]], ...] = (
        (Kind.CLAIM, extraction.claims),
        (Kind.LAW, extraction.laws),
        (Kind.CALL, extraction.calls),
        (Kind.WINDOW, extraction.windows),
    )
    for kind, made in kinds:
        rows = [{**_row(kind, claim), "ordinal": ordinal} for ordinal, claim in enumerate(made)]
        if rows:
            connection.execute(insert(claims), rows)
            insert_slots(connection, kind, made)


def load_claims(connection: Connection, *where: ColumnElement[bool]) -> tuple[Claim, ...]:
    """The claims of what happened that fit ``where``, by document and in their order there."""
    return _load(connection, Kind.CLAIM, _claim, *where)


def load_laws(connection: Connection, *where: ColumnElement[bool]) -> tuple[LawClaim, ...]:
    """The claims about the law that fit ``where``, in the same order."""
    return _load(connection, Kind.LAW, _law, *where)


def load_calls(connection: Connection, *where: ColumnElement[bool]) -> tuple[CallClaim, ...]:
    """The calls that fit ``where``, in the same order."""
    return _load(connection, Kind.CALL, _call, *where)


def load_windows(connection: Connection, *where: ColumnElement[bool]) -> tuple[WindowClaim, ...]:
    """The meetings, hearings and deadlines that fit ``where``, in the same order."""
    return _load(connection, Kind.WINDOW, _window, *where)


def claims_by_id(connection: Connection, ids: Iterable[str]) -> tuple[Claim, ...]:
    """The claims of these ids in the order asked for; ids that are not there are passed over."""
    asked = tuple(ids)
    found = {claim.id: claim for part in in_parts(asked) for claim in load_claims(connection, claims.c.id.in_(part))}
    return tuple(found[each] for each in asked if each in found)


def _load(
    connection: Connection, kind: Kind, make: Callable[[RowMapping, Filled], Made], *where: ColumnElement[bool]
) -> tuple[Made, ...]:
    fitting = (claims.c.kind == kind.value, *where)
    query = select(claims).where(*fitting).order_by(claims.c.document, claims.c.ordinal)
    with snapshot(connection):
        slots = load_slots(connection, claims, claims.c.kind, *fitting)
        return tuple(make(row, slots.get(row["id"], Filled())) for row in connection.execute(query).mappings())


def _row(kind: Kind, claim: AnyClaim) -> dict[str, object]:
    """One row; the columns by which claims of what happened are found stay empty for the other kinds."""
    row: dict[str, object] = dict.fromkeys(claims.c.keys())
    row |= {"id": claim.id, "document": claim.document, "kind": kind.value, "engine": claim.engine}
    if isinstance(claim, Claim):
        found_by = {name: getattr(claim, name) for name in ("act", "status", "host", "destination", "origin", "date")}
        row |= {name: slot.value for name, slot in found_by.items() if slot is not None}
        row["target"] = claim.target
        if claim.date is not None:
            row |= {"date_earliest": claim.date.value.earliest, "date_latest": claim.date.value.latest}
    return row


def _claim(row: RowMapping, slots: Filled) -> Claim:
    return Claim(
        id=row["id"],
        document=row["document"],
        target=row["target"],
        act=slots.one("act", str),
        status=slots.one("status", Status),
        passages=slots.passages,
        engine=row["engine"],
        host=slots.maybe("host", str),
        hosts_any=slots.many("hosts_any", str),
        destination=slots.maybe("destination", str),
        origin=slots.maybe("origin", str),
        date=slots.maybe("date", Edtf),
        agents=slots.many("agents", agent),
        sources=slots.many("sources", str),
        details=slots.keyed("details"),
    )


def _law(row: RowMapping, slots: Filled) -> LawClaim:
    return LawClaim(
        id=row["id"],
        document=row["document"],
        instrument=slots.one("instrument", str),
        says=slots.one("says", LawSays),
        passages=slots.passages,
        engine=row["engine"],
        states=slots.many("states", str),
        sources=slots.many("sources", str),
    )


def _call(row: RowMapping, slots: Filled) -> CallClaim:
    return CallClaim(
        id=row["id"],
        document=row["document"],
        by=slots.many("by", str),
        to=slots.many("to", str),
        demand=slots.one("demand", str),
        passages=slots.passages,
        engine=row["engine"],
    )


def _window(row: RowMapping, slots: Filled) -> WindowClaim:
    return WindowClaim(
        id=row["id"],
        document=row["document"],
        what=slots.one("what", str),
        passages=slots.passages,
        engine=row["engine"],
        date=slots.maybe("date", Edtf),
        parties=slots.many("parties", str),
    )
