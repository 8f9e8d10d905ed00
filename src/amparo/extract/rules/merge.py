"""Drafts of one party and act that tell the same occasion become one; what two tellings of one transfer call it is settled."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from amparo.model import Status
from amparo.vocabulary import acts

from .drafts import Draft
from .settings import State
from .when import AS_BEFORE, When

T = TypeVar("T")

_MOST_PASSAGES = 6
# Acts that happen where the person is, so that the place told of last may be theirs too.
_ABROAD = {
    "abduction", "detention", "disappearance", "release", "assault", "torture", "extradition", "deportation", "rendition",
    "asylum_refusal", "passport",
}  # fmt: skip
# Of two tellings of one transfer the more definite word stands (annotation reading 5): force and secrecy over a bare «deported».
_DEFINITE = {"rendition": 3, "extradition": 2, "coerced_return": 2, "deportation": 1}


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """The occasions, in order of their first telling; with each sought extradition the charge it rests on."""
    by_party: dict[int, list[Draft]] = {}
    for draft in drafts:
        occasions = by_party.setdefault(draft.party.key, [])
        place = next((i for i, known in enumerate(occasions) if _one_occasion(known, draft)), None)
        if place is None:
            occasions.append(draft)
        else:
            occasions[place] = _joined(occasions[place], draft)
    return sorted((draft for told in by_party.values() for draft in _settled(told)), key=lambda d: d.word)


def _settled(told: list[Draft]) -> list[Draft]:
    """The occasions of one party, without those that say nothing more than another, with their places and grounds filled in."""
    kept = _followed([draft for draft in told if not _outdone(draft, told)])
    return kept + [charge for draft in kept for charge in _grounds(draft, kept)]


def _one_occasion(a: Draft, b: Draft) -> bool:
    """Whether two drafts of one party tell the same occasion of the same act."""
    transfers = acts.is_transfer(a.act) and acts.is_transfer(b.act)
    if a.act != b.act and not (
        transfers
        and Status.OCCURRED in {a.standing.status, b.standing.status}
        and a.standing.status is b.standing.status
    ):
        return False
    if not _statuses_meet(a.standing.status, b.standing.status):
        return False
    return _dates_meet(a, b) and _hosts_meet(a, b) and _same_detail(a, b)


def _statuses_meet(a: Status, b: Status) -> bool:
    """A denial and what it denies, a request and its refusal are one occasion; an order and a later removal are two."""
    return a is b or {a, b} in ({Status.OCCURRED, Status.DENIED}, {Status.THREATENED, Status.ATTEMPTED})


def _dates_meet(a: Draft, b: Draft) -> bool:
    if a.when is None or b.when is None or a.when.date is None or b.when.date is None:
        return True
    return a.when.date.overlaps(b.when.date)


def _hosts_meet(a: Draft, b: Draft) -> bool:
    if a.host is None or b.host is None or a.host.code == b.host.code:
        return True
    return a.host.guessed or b.host.guessed


def _same_detail(a: Draft, b: Draft) -> bool:
    """Harm to a relative is told apart by what was done."""
    if a.act != "relatives":
        return True
    return {d.value for d in a.details if d.key == "act"} == {d.value for d in b.details if d.key == "act"}


def _joined(a: Draft, b: Draft) -> Draft:
    """One draft that holds what either says: stated values win over guesses, precise dates over coarse ones."""
    lead = b if _DEFINITE.get(b.act, 0) > _DEFINITE.get(a.act, 0) and not b.guessed else a
    named = b if a.guessed and not b.guessed else a
    standing = b.standing if _further(b.standing.status) > _further(a.standing.status) else a.standing
    return replace(
        a,
        act=lead.act,
        word=lead.word,
        found_by=lead.found_by,
        rule=named.rule,
        guessed=named.guessed,
        named_as=named.named_as,
        standing=standing,
        spans=tuple(dict.fromkeys((*a.spans, *b.spans)))[:_MOST_PASSAGES],
        host=_better(a.host, b.host),
        hosts_any=() if _better(a.host, b.host) else a.hosts_any or b.hosts_any,
        destination=_better(a.destination, b.destination),
        origin=_better(a.origin, b.origin),
        when=_better_date(a, b),
        agents=_union(a.agents, b.agents, key=lambda item: item[0].name),
        sources=_union(a.sources, b.sources, key=lambda item: item.name),
        details=_union(a.details, b.details, key=lambda item: item.key),
    )


def _further(status: Status) -> int:
    return [Status.THREATENED, Status.OCCURRED, Status.ATTEMPTED, Status.DENIED].index(status)


def _better(a: State | None, b: State | None) -> State | None:
    if a is None or (a.guessed and b is not None and not b.guessed):
        return b
    return a


def _better_date(a: Draft, b: Draft) -> When | None:
    choices = [when for when in (a.when, b.when) if when is not None]
    return min(
        choices,
        key=lambda w: (w.date is None, w.guessed, (w.date.latest - w.date.earliest).days if w.date else 0),
        default=None,
    )


def _union(a: tuple[T, ...], b: tuple[T, ...], *, key: Callable[[T], str]) -> tuple[T, ...]:
    first = {key(item): item for item in reversed((*a, *b))}
    return tuple(item for item in (*a, *b) if first[key(item)] is item)


def _followed(drafts: list[Draft]) -> list[Draft]:
    """What the text does not repeat: an act happened where the person was told of last (after a transfer, where it led), and «that day» is
    the day told last.
    """
    known: State | None = None
    day: When | None = None
    found: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.word):
        placed = _dated(_placed(draft, known), day)
        found.append(placed)
        if placed.when is not None and placed.when.date is not None:
            day = placed.when
        moved = acts.is_transfer(draft.act) and draft.standing.status is Status.OCCURRED
        place = placed.destination if moved else placed.host
        if place is not None and place.rule != "host.told_before" and (moved or draft.act in _ABROAD):
            known = place
    return found


def _dated(draft: Draft, day: When | None) -> Draft:
    if draft.when is None or draft.when.rule != AS_BEFORE or day is None:
        return draft
    return replace(draft, when=replace(draft.when, date=day.date, guessed=True))


def _placed(draft: Draft, known: State | None) -> Draft:
    """The draft with the place told of last as its host, where it has none of its own."""
    homeless = draft.host is None or draft.host.rule == "host.told_before"
    if known is None or not homeless or draft.hosts_any or draft.act not in _ABROAD:
        return draft
    if acts.is_transfer(draft.act) and draft.destination is not None and draft.destination.code == known.code:
        return draft
    return replace(draft, host=replace(known, rule="host.as_before", guessed=True))


def _outdone(draft: Draft, all_: list[Draft]) -> bool:
    """A mere risk of a transfer that the same text tells as done, or a guess from the lead that the body tells better, says nothing more."""
    if not acts.is_transfer(draft.act):
        return False
    others = [other for other in all_ if other is not draft and acts.is_transfer(other.act)]
    if draft.standing.status is Status.THREATENED and draft.standing.stage in {"risk", None}:
        return any(other.standing.status is not Status.THREATENED for other in others)
    return draft.rule == "patient.lead_and_body" and any(not other.guessed for other in others)


def _grounds(draft: Draft, all_: list[Draft]) -> list[Draft]:
    """An accusation given as the ground of a sought extradition is a charge at home (annotation reading 2)."""
    ground = next((d for d in draft.details if d.key == "charge"), None)
    if draft.act != "extradition" or ground is None or draft.standing.stage != "requested" or draft.origin is None:
        return []
    if any(other.act == "charge" for other in all_):
        return []
    return [
        replace(
            draft, act="charge", word=(ground.start, ground.end), standing=replace(draft.standing, status=Status.OCCURRED, stage=None),
            host=replace(draft.origin, rule="host.pursuing_state", guessed=True), hosts_any=(), destination=None, details=(ground,),
        )
    ]  # fmt: skip
