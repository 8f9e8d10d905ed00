"""Slots and passages as rows: every slot keeps its own value, rule and quotations, whatever record it belongs to."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, insert, select

from amparo.model import Agent, CallClaim, Claim, Edtf, LawClaim, Mention, Passage, Side, Slot, WindowClaim

from .schema import passages, slots

T = TypeVar("T")
Owner = Mention | Claim | LawClaim | CallClaim | WindowClaim

WHOLE = ""  # stands for the record itself, in the column `slot` of its own passages


class Kind(StrEnum):
    """What kind of record slots and passages belong to."""

    MENTION = "mention"
    CLAIM = "claim"
    LAW = "law"
    CALL = "call"
    WINDOW = "window"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A slot and where it stands: the field's name, its place among others of that name, and the key of a detail."""

    name: str
    ordinal: int
    key: str | None
    slot: Slot[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The slots of one stored record, asked for by the name of their field, and the passages of the record as a whole."""

    places: dict[str, list[Place]] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()

    def one(self, name: str, read: Callable[[str], T]) -> Slot[T]:
        """The slot that must be there; raises KeyError when it is not. ``read`` makes the value of its text."""
        return _read(self.places[name][0].slot, read)

    def maybe(self, name: str, read: Callable[[str], T]) -> Slot[T] | None:
        """The slot, or None where the text does not say."""
        return self.one(name, read) if name in self.places else None

    def many(self, name: str, read: Callable[[str], T]) -> tuple[Slot[T], ...]:
        """All slots of that name in their order."""
        return tuple(_read(place.slot, read) for place in self.places.get(name, ()))

    def keyed(self, name: str) -> tuple[tuple[str, Slot[str]], ...]:
        """All slots of that name with their keys, in their order."""
        return tuple((place.key or "", place.slot) for place in self.places.get(name, ()))


def places_of(owner: Owner) -> Iterator[Place]:
    """Every slot of ``owner``, field by field."""
    for each in fields(owner):
        value = getattr(owner, each.name)
        items = value if isinstance(value, tuple) else (value,)
        for ordinal, item in enumerate(items):
            key, slot = item if isinstance(item, tuple) else (None, item)
            if isinstance(slot, Slot):
                yield Place(name=each.name, ordinal=ordinal, key=key, slot=slot)


def insert_slots(connection: Connection, kind: Kind, owners: Iterable[Owner]) -> None:
    """Store the slots and passages of ``owners``, which are all of one kind."""
    slot_rows: list[dict[str, object]] = []
    passage_rows: list[dict[str, object]] = []
    for owner in owners:
        of = {"document": owner.document, "kind": kind.value, "owner": owner.id}
        passage_rows += _quotes({**of, "slot": WHOLE, "ordinal": 0}, owner.passages)
        for place in places_of(owner):
            at = {**of, "slot": place.name, "ordinal": place.ordinal}
            said = {"key": place.key, "value": _text(place.slot.value), "rule": place.slot.rule}
            slot_rows.append({**at, **said, "guessed": place.slot.guessed})
            passage_rows += _quotes(at, place.slot.passages)
    for table, rows in ((slots, slot_rows), (passages, passage_rows)):
        if rows:
            connection.execute(insert(table), rows)


def load_slots(
    connection: Connection, owners: FromClause, kind: ColumnElement[str], *where: ColumnElement[bool]
) -> dict[str, Filled]:
    """The slots and passages of the rows of ``owners`` that fit ``where``, by the owner's id; ``kind`` says of what kind each is."""

    def of_owners(table: FromClause) -> Select[Any]:
        mine = and_(table.c.document == owners.c.document, table.c.kind == kind, table.c.owner == owners.c.id)
        return select(table).select_from(owners.join(table, mine)).where(*where)

    quotes: defaultdict[tuple[str, str, int], list[Passage]] = defaultdict(list)
    for row in connection.execute(of_owners(passages).order_by(*passages.primary_key.columns)):
        quotes[row.owner, row.slot, row.ordinal].append(_passage(row))
    places: defaultdict[str, dict[str, list[Place]]] = defaultdict(dict)
    for row in connection.execute(of_owners(slots).order_by(*slots.primary_key.columns)):
        carried = tuple(quotes[row.owner, row.slot, row.ordinal])
        slot = Slot(value=row.value, passages=carried, rule=row.rule, guessed=row.guessed)
        place = Place(name=row.slot, ordinal=row.ordinal, key=row.key, slot=slot)
        places[row.owner].setdefault(row.slot, []).append(place)
    ids = {owner for owner, _, _ in quotes} | places.keys()
    return {each: Filled(places=places[each], passages=tuple(quotes[each, WHOLE, 0])) for each in ids}


def agent(text: str) -> Agent:
    """The `Agent` whose JSON is ``text``."""
    name, state, side = json.loads(text)
    return Agent(name=name, state=state, side=Side(side))


def _text(value: object) -> str:
    """A slot's value as text: codes and words as they are, dates as EDTF, agents as JSON."""
    match value:
        case Agent():
            return json.dumps([value.name, value.state, value.side], ensure_ascii=False)
        case Edtf():
            return value.value
        case _:
            return str(value)


def _read(slot: Slot[str], read: Callable[[str], T]) -> Slot[T]:
    return Slot(value=read(slot.value), passages=slot.passages, rule=slot.rule, guessed=slot.guessed)


def _quotes(at: dict[str, object], quoted: Iterable[Passage]) -> Iterator[dict[str, object]]:
    for position, each in enumerate(quoted):
        words = {"exact": each.exact, "prefix": each.prefix, "suffix": each.suffix}
        yield {**at, "position": position, "start": each.start, "end": each.end, **words}


def _passage(row: Any) -> Passage:
    return Passage(
        document=row.document, start=row.start, end=row.end, exact=row.exact, prefix=row.prefix, suffix=row.suffix
    )
