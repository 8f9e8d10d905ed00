"""What two mentions of fitting names share besides the name, and what sets them apart; each fact in words that a user reads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amparo.model import Claim, Mention
from amparo.vocabulary import acts, names

from . import dates
from .occasions import one_occasion
from .order import Published

YEAR = 366
"""Days of the longest date that can tie an incident of one text to that of another: «in 2021 or 2022» fits too many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one document tells of one named person, made ready for comparing.

    ``origin`` is the state that the mention gives, else the one on whose behalf all claims say (not guess) they are pursued. ``bodies`` are
    affiliations and the organisation they speak for: folded name → the name as written. ``claims`` are those on the mention.
    """

    mention: Mention
    origin: str | None
    bodies: dict[str, str]
    claims: tuple[Claim, ...]


def profile(mention: Mention, claims: Sequence[Claim]) -> Profile:
    """The profile of ``mention``, on which ``claims`` are made."""
    pursuing = {claim.origin.value for claim in claims if claim.origin is not None and not claim.origin.guessed}
    inferred = next(iter(pursuing)) if len(pursuing) == 1 else None
    return Profile(
        mention=mention,
        origin=mention.origin.value if mention.origin is not None else inferred,
        bodies={names.fold(body): body for body in bodies(mention)},
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
    )


def bodies(mention: Mention) -> list[str]:
    """The affiliations of a mention and the organisation it speaks for, as written."""
    written = [slot.value for slot in mention.affiliations]
    return [*written, mention.organisation] if mention.organisation else written


def clash(one: Profile, other: Profile) -> bool:
    """Whether two mentions cannot be one person whatever they share: both in one document, in which the extractor has already brought
    together what is one, or from different states.
    """
    if one.mention.document == other.mention.document:
        return True
    return one.origin is not None and other.origin is not None and one.origin != other.origin


def second_facts(one: Profile, other: Profile, published: Published) -> Iterator[str]:
    """What the two share besides the name, in words, the cheapest to find first; where there is nothing the name must not join them.

    A role is such a fact only between people of whom no act is told: spokespeople, officials, lawyers.
    """
    if one.origin is not None and one.origin == other.origin:
        yield f"same state of origin ({one.origin})"
    for shared in sorted(one.bodies.keys() & other.bodies.keys()):
        yield f"same affiliation ({min(one.bodies[shared], other.bodies[shared])})"
    if (
        not one.mention.target
        and not other.mention.target
        and one.mention.role
        and one.mention.role == other.mention.role
    ):
        yield f"same role ({one.mention.role})"
    incident = _shared_incident(one, other, published)
    if incident is not None:
        yield f"same incident ({incident})"


def _same_role_of_speakers(one: Mention, other: Mention) -> bool:
    only_speak = not one.target and not other.target
    return only_speak and one.role is not None and one.role == other.role


def _shared_incident(one: Profile, other: Profile, published: Published) -> str | None:
    """The label of the first act that both texts tell of the person, at dates that meet or on the same way from state to state."""
    for mine in one.claims:
        for theirs in other.claims:
            if (_dates_meet(mine, theirs) or _same_way(mine, theirs)) and one_occasion(mine, theirs, published):
                return acts.act(min(mine.act.value, theirs.act.value)).label
    return None


def _dates_meet(one: Claim, other: Claim) -> bool:
    if one.date is None or other.date is None:
        return False
    longest = max(dates.length(one.date.value), dates.length(other.date.value))
    return longest <= YEAR and dates.gap(one.date.value, other.date.value) == 0


def _same_way(one: Claim, other: Claim) -> bool:
    """Whether both give the state left and the state reached, and give the same."""
    if one.host is None or other.host is None or one.destination is None or other.destination is None:
        return False
    return one.host.value == other.host.value and one.destination.value == other.destination.value
