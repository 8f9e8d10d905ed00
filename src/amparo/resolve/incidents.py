"""Claims on one person → incidents in order of time, with what they agree on and where they contradict one another."""

from collections.abc import Iterable, Sequence

from amparo.model import Claim, Incident, stable_id

from . import agreement
from .occasions import occasions
from .order import Published, timeline_key


def incidents_of(person: str, claims: Iterable[Claim], published: Published) -> tuple[Incident, ...]:
    """The incidents of the person with id ``person``, in the order of `timeline_key`; every claim stands in exactly one.

    ``claims`` are all claims on that person, in any order. Raises `UnknownCode` for an act that the vocabulary does not have.
    """
    found = [_incident(person, occasion) for occasion in occasions(claims, published)]
    return tuple(sorted(found, key=timeline_key(found)))


def _incident(person: str, claims: Sequence[Claim]) -> Incident:
    """One occasion's claims, in the order of telling, as an incident.

    Its id hangs on the claim told first, not on the person: it stays when persons are joined or parted, and when later reports are added.
    """
    act, act_contradiction = agreement.act(claims)
    status, date, places = agreement.status(claims), agreement.date(claims), agreement.places(claims)
    destination, origin = agreement.state("destination", claims), agreement.state("origin", claims)
    contradictions = (
        act_contradiction,
        status.contradiction,
        date.contradiction,
        places.host.contradiction,
        destination.contradiction,
        origin.contradiction,
    )
    return Incident(
        id=stable_id("incident", claims[0].id),
        person=person,
        act=act,
        claims=tuple(claim.id for claim in claims),
        status=status.value,
        date=date.value,
        host=places.host.value,
        hosts_any=places.hosts_any,
        destination=destination.value,
        origin=origin.value,
        contradictions=tuple(contradiction for contradiction in contradictions if contradiction is not None),
    )
