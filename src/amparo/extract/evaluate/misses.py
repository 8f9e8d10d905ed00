"""Why an annotated incident was missed and why a found one is false: what the text's other incidents show."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from .annotation import Annotation, Event
from .fitting import name_fits, overlap
from .pairing import Pairing, target_fits

_SAME_PLACE = 0.5  # of the words of the shorter of two quotations


class Reason(StrEnum):
    """Why one incident has no counterpart. The value is the code shown in ``--json``."""

    UNREAD = "unread"
    PASSED_OVER = "passed_over"
    PERSON_NOT_FOUND = "person_not_found"
    NO_UNNAMED = "no_unnamed"
    OTHER_ACT = "other_act"
    OTHER_TARGET = "other_target"
    OTHER_OCCASION = "other_occasion"
    NOTHING_TOLD = "nothing_told"
    NO_ACT = "no_act"
    NOTHING_ANNOTATED = "nothing_annotated"
    NO_TARGET = "no_target"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One incident without a counterpart: why, and ``instead`` the incident of the other side on the same words, where there is one."""

    event: Event
    reason: Reason
    instead: Event | None = None


def missed(gold: Annotation, found: Annotation | None, pairing: Pairing) -> tuple[Miss, ...]:
    """The annotated incidents that were not found, each with its reason."""
    return tuple(_missed(event, gold, found, pairing) for event in pairing.missed)


def false(gold: Annotation, pairing: Pairing) -> tuple[Miss, ...]:
    """The found incidents that nobody annotated, each with its reason."""
    return tuple(_false(event, gold, pairing) for event in pairing.false)


def _missed(event: Event, gold: Annotation, found: Annotation | None, pairing: Pairing) -> Miss:
    if found is None or found.passed_over:
        return Miss(event=event, reason=Reason.UNREAD if found is None else Reason.PASSED_OVER)
    if any(event.act == one.gold.act and target_fits(event, one.gold, gold.persons) for one in pairing.pairs):
        return Miss(event=event, reason=Reason.OTHER_OCCASION)
    own = [other for other in found.events if target_fits(event, other, gold.persons)]
    return _instead(event, own, pairing.false) or Miss(event=event, reason=_unseen(event, gold, found, own))


def _unseen(event: Event, gold: Annotation, found: Annotation, own: Sequence[Event]) -> Reason:
    """How much was found of the one whom the event befell, of whom ``own`` are the found incidents."""
    if own:
        return Reason.NO_ACT
    if event.target is None:
        return Reason.NO_UNNAMED
    return Reason.NOTHING_TOLD if _is_seen(event.target, gold, found) else Reason.PERSON_NOT_FOUND


def _false(event: Event, gold: Annotation, pairing: Pairing) -> Miss:
    if not gold.events:
        return Miss(event=event, reason=Reason.NOTHING_ANNOTATED)
    own = [other for other in gold.events if target_fits(other, event, gold.persons)]
    if any(event.act in (other.act, *other.act_alt) for other in own):
        return Miss(event=event, reason=Reason.OTHER_OCCASION)
    instead = _instead(event, own, pairing.missed)
    if instead is not None:
        return instead
    if own:
        return Miss(event=event, reason=Reason.NO_ACT)
    return Miss(event=event, reason=Reason.UNNAMED if event.target is None else Reason.NO_TARGET)


def _instead(event: Event, own: Sequence[Event], unpaired: Sequence[Event]) -> Miss | None:
    """What the other side has on the same words: another act on this target, else this act on another target."""
    another = _at_place(event, own)
    if another is not None:
        return Miss(event=event, reason=Reason.OTHER_ACT, instead=another)
    beside = _at_place(event, [one for one in unpaired if one.act == event.act and one not in own])
    return None if beside is None else Miss(event=event, reason=Reason.OTHER_TARGET, instead=beside)


def _is_seen(target: str, gold: Annotation, found: Annotation) -> bool:
    """Whether the target is found as a person at all, if only as one who speaks."""
    forms = (target, *gold.persons.get(target, ()))
    return any(name_fits(form, name) for form in forms for name in (*found.persons, *found.others))


def _at_place(event: Event, others: Sequence[Event]) -> Event | None:
    """The one of ``others`` that stands on the same words."""
    best = max(others, key=lambda other: _shared(event, other), default=None)
    return best if best is not None and _shared(event, best) >= _SAME_PLACE else None


def _shared(event: Event, other: Event) -> float:
    return max((overlap(a, b) for a in event.quotes for b in other.quotes), default=0.0)
