"""What the claims on one occasion say together: the value they agree on, or every reading side by side.

Nothing is averaged and no majority outvotes a text: disagreeing values give None and a `Contradiction`. A value that was read in
a text goes before one that was only inferred: guesses count where no text states the slot.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from amparo.model import Claim, Contradiction, Edtf, Reading, Slot, Status
from amparo.vocabulary.acts import roll_up

from . import dates

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Generic[T]):
    """The value of one slot, None where no claim gives one or claims disagree; then ``contradiction`` holds the readings."""

    value: T | None = None
    contradiction: Contradiction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where an occasion took place: a state, or (``host`` has no value then) the states among which the texts leave it open."""

    host: Agreement[str]
    hosts_any: tuple[str, ...] = ()


def act(claims: Sequence[Claim]) -> tuple[str, Contradiction | None]:
    """The act of an occasion; a finer code refines its parent. An incident cannot be without an act: where texts word it
    differently it bears the word that most claims use, of equals the first told, and the contradiction stands beside it.
    """
    readings = _readings(claims, lambda claim: claim.act)
    parents = {roll_up(code) for code in readings if roll_up(code) != code}
    finest = {code: ids for code, ids in readings.items() if code not in parents}
    chosen = max(finest, key=lambda code: len(finest[code]))  # max takes the first of equals: the first told
    return chosen, _contradiction("act", finest) if len(finest) > 1 else None


def status(claims: Sequence[Claim]) -> Agreement[Status]:
    """How far it went. A threat that was then tried or carried out is no contradiction: the later stage holds. A denial beside
    anything else is one, and so is «stopped» beside «carried out».
    """
    readings = _readings(claims, lambda claim: claim.status)
    later = [value for value in readings if value is not Status.THREATENED]
    if len(readings) == 1:
        return Agreement(value=next(iter(readings)))
    if len(later) == 1 and later[0] is not Status.DENIED:
        return Agreement(value=later[0])
    return Agreement(contradiction=_contradiction("status", readings))


def date(claims: Sequence[Claim]) -> Agreement[Edtf]:
    """When: the most precise date where all can mean the same day, else a contradiction. A threat is dated to the order or request
    (annotation rule 4), so that its date counts only where nothing more than the threat is told.
    """
    beyond_threat = [claim for claim in claims if claim.status.value is not Status.THREATENED]
    readings = _readings(beyond_threat or claims, lambda claim: claim.date)
    if dates.agree(readings):
        return Agreement(value=dates.most_precise(readings) if readings else None)
    return Agreement(contradiction=_contradiction("date", readings))


def places(claims: Sequence[Claim]) -> Places:
    """The host state. Several states named at once, undecided, are narrowed by every text that names fewer of them."""
    readings = _readings(claims, lambda claim: claim.host)
    if len(readings) > 1:
        return Places(host=Agreement(contradiction=_contradiction("host", readings)))
    if readings:
        return Places(host=Agreement(value=next(iter(readings))))
    undecided = [{slot.value for slot in claim.hosts_any} for claim in claims if claim.hosts_any]
    left = sorted(set.intersection(*undecided)) if undecided else []
    if len(left) == 1:
        return Places(host=Agreement(value=left[0]))
    return Places(host=Agreement(), hosts_any=tuple(left))


def state(slot: str, claims: Sequence[Claim]) -> Agreement[str]:
    """The state in the slot ``destination`` or ``origin``."""
    readings = _readings(claims, lambda claim: claim.destination if slot == "destination" else claim.origin)
    if len(readings) > 1:
        return Agreement(contradiction=_contradiction(slot, readings))
    return Agreement(value=next(iter(readings), None))


def _readings(claims: Sequence[Claim], slot_of: Callable[[Claim], Slot[T] | None]) -> dict[T, list[str]]:
    """Each value with the ids of the claims that give it, in the order of ``claims``; stated values, else guessed ones."""
    slots = [(slot, claim.id) for claim in claims if (slot := slot_of(claim)) is not None]
    stated = [(slot, identity) for slot, identity in slots if not slot.guessed]
    readings: dict[T, list[str]] = {}
    for slot, identity in stated or slots:
        readings.setdefault(slot.value, []).append(identity)
    return readings


def _contradiction(slot: str, readings: Mapping[T, Sequence[str]]) -> Contradiction:
    return Contradiction(
        slot=slot,
        readings=tuple(Reading(value=str(value), claims=tuple(ids)) for value, ids in readings.items()),
    )
