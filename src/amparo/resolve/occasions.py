"""Which claims on one person tell of one occasion of one act.

Claims that name days come first: they form occasions by `average_link`. What is vague (a month, a year, no date) is then
attached to the one occasion that it fits, and stays alone where it fits several: it must not bridge them.
"""

from collections.abc import Iterable, Sequence

from amparo.model import Claim, Slot, Status
from amparo.vocabulary.acts import is_transfer, roll_up

from . import dates
from .linkage import average_link
from .order import Published, told

NEARER = 0.1
"""What each day of distance takes from the closeness of two claims, so that the nearest join first; any value below 1 / (2 × `dates.SLIP`) does."""


def occasions(claims: Iterable[Claim], published: Published) -> list[list[Claim]]:
    """``claims`` on one person, parted by occasion; every claim in exactly one part, each part in the order of telling.

    Independent of the order of ``claims``. Raises `UnknownCode` for an act that the vocabulary does not have.
    """
    families: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: told(published, claim.document, claim.id)):
        families.setdefault(_family(claim), []).append(claim)
    parts = [part for family in families.values() for part in _part(family, published)]
    return [sorted(part, key=lambda claim: told(published, claim.document, claim.id)) for part in parts]


def one_occasion(one: Claim, other: Claim, published: Published) -> bool:
    """Whether two claims on one person can tell of one occasion: every condition is a reason against, and what is not told speaks
    against nothing.

    Two claims of one document are two occasions, since the extractor has already brought together what the text tells as one;
    the exception is one transfer that a text tells in two words (a state's «deported», a lawyer's «abducted and flown out»).
    """
    if _family(one) != _family(other):
        return False
    if one.document == other.document and not _told_in_two_words(one, other):
        return False
    if _told_after(one, other, published) or _told_after(other, one, published):
        return False
    return _acts_fit(one, other) and _dates_fit(one, other) and _places_fit(one, other) and _stages_fit(one, other)


def _part(family: Sequence[Claim], published: Published) -> list[list[Claim]]:
    """Occasions of one family of acts, whose claims come in the order of telling."""
    named = [claim for claim in family if _names_days(claim)]
    clusters = average_link(len(named), lambda i, j: _closeness(named[i], named[j], published), least=0.5)
    parts = [[named[item] for item in cluster] for cluster in clusters]
    vague = sorted((claim for claim in family if not _names_days(claim)), key=_vagueness)
    alone = _attach(vague, parts, published)
    return [*parts, *alone]


def _attach(vague: Sequence[Claim], parts: list[list[Claim]], published: Published) -> list[list[Claim]]:
    """Put each vague claim into the one of ``parts`` that it fits, or into a new one there; the claims that fit several come back, each
    alone, and are not among ``parts``: what fits several occasions must not draw others.
    """
    alone = []
    for claim in vague:
        choice = _choice(claim, parts, published)
        if len(choice) == 1:
            choice[0].append(claim)
        elif choice:
            alone.append([claim])
        else:
            parts.append([claim])
    return alone


def _choice(claim: Claim, parts: Sequence[list[Claim]], published: Published) -> list[list[Claim]]:
    """The parts all of whose claims fit ``claim``; where some of them tell of its own stage (a threat of the threat), these alone."""
    fitting = [part for part in parts if all(one_occasion(claim, member, published) for member in part)]
    stage = claim.status.value
    return [part for part in fitting if any(member.status.value is stage for member in part)] or fitting


def _family(claim: Claim) -> str:
    """The act to which the claim's rolls up; all four ways of being sent back are one, as texts word one transfer differently."""
    return "return" if is_transfer(claim.act.value) else roll_up(claim.act.value)


def _names_days(claim: Claim) -> bool:
    return claim.date is not None and dates.exact(claim.date.value)


def _vagueness(claim: Claim) -> tuple[bool, int, bool]:
    """Sorts the vague claims: the shorter the date the sooner, undated last; of equals those that name a state first."""
    undated = claim.date is None
    return (undated, dates.length(claim.date.value) if claim.date else 0, claim.host is None)


def _closeness(one: Claim, other: Claim, published: Published) -> float | None:
    """For two claims that name days: 1 on the same day, less for each day between, None where they are not one occasion."""
    if one.date is None or other.date is None or not one_occasion(one, other, published):
        return None
    return 1 - NEARER * dates.gap(one.date.value, other.date.value)


def _told_in_two_words(one: Claim, other: Claim) -> bool:
    """Whether one text tells one transfer under two acts: the same way from state to state, at dates that meet."""
    same_way = _same(one.host, other.host) and _same(one.destination, other.destination)
    return is_transfer(one.act.value) and same_way and not _worded_alike(one, other) and _days_between(one, other) == 0


def _acts_fit(one: Claim, other: Claim) -> bool:
    """Different words are one act only where dates tie them, and never for a threat: an extradition that is asked for while the
    person is deported is two.
    """
    threatened = Status.THREATENED in (one.status.value, other.status.value)
    return _worded_alike(one, other) or (_days_between(one, other) is not None and not threatened)


def _worded_alike(one: Claim, other: Claim) -> bool:
    codes = {one.act.value, other.act.value}
    return len(codes) == 1 or any({roll_up(code)} == codes - {code} for code in codes)


def _days_between(one: Claim, other: Claim) -> int | None:
    """Days between the two dates; None where one of the two has no date."""
    if one.date is None or other.date is None:
        return None
    return dates.gap(one.date.value, other.date.value)


def _dates_fit(one: Claim, other: Claim) -> bool:
    if one.date is None or other.date is None:
        return True
    return dates.gap(one.date.value, other.date.value) == 0 or dates.near(one.date.value, other.date.value)


def _places_fit(one: Claim, other: Claim) -> bool:
    """Hosts, destinations and pursuing states that differ are other occasions, but for a transfer on one and the same day: nobody is sent
    away twice on it, so that where one end of the way is given alike a difference at the other is a contradiction.
    """
    differing = [
        _hosts_differ(one, other),
        _differ(one.destination, other.destination),
        _differ(one.origin, other.origin),
    ]
    if not any(differing):
        return True
    tied = _same(one.host, other.host) or _same(one.destination, other.destination)
    same_day = _names_days(one) and _names_days(other) and _days_between(one, other) == 0
    return is_transfer(one.act.value) and same_day and tied and sum(differing) == 1


def _hosts_differ(one: Claim, other: Claim) -> bool:
    hosts, others = _possible_hosts(one), _possible_hosts(other)
    return bool(hosts) and bool(others) and not hosts & others


def _possible_hosts(claim: Claim) -> set[str]:
    return {claim.host.value} if claim.host else {slot.value for slot in claim.hosts_any}


def _differ(one: Slot[str] | None, other: Slot[str] | None) -> bool:
    return one is not None and other is not None and one.value != other.value


def _same(one: Slot[str] | None, other: Slot[str] | None) -> bool:
    return one is not None and other is not None and one.value == other.value


def _told_after(threat: Claim, other: Claim, published: Published) -> bool:
    """Whether ``threat`` is an undated threat in a text that came out after ``other`` had been tried or carried out: then it is a new one."""
    on = published.get(threat.document)
    if threat.status.value is not Status.THREATENED or threat.date is not None or on is None or other.date is None:
        return False
    return other.status.value is not Status.THREATENED and on.earliest > other.date.value.latest


def _stages_fit(one: Claim, other: Claim) -> bool:
    """What was stopped and what was carried out are two occasions, unless both are dated and the dates meet."""
    stages = {one.status.value, other.status.value}
    return stages != {Status.ATTEMPTED, Status.OCCURRED} or _days_between(one, other) is not None
