"""Two orders: in which documents told of things, and in which the things happened."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from amparo.model import Edtf, Incident
from amparo.vocabulary.acts import is_transfer, roll_up

Published = Mapping[str, Edtf | None]
"""Document id → when it was published, as far as known; a document that is missing counts as not known."""

Key = tuple[int, int, int, str, str]

STAGES = {
    "designation": 0, "charge": 0, "passport": 0, "interpol": 0, "threat": 0, "relatives": 0, "asylum_refusal": 0,
    "assault": 1, "abduction": 1, "detention": 1, "disappearance": 1,
    "interim_measure": 2, "extradition": 2, "deportation": 2, "rendition": 2, "coerced_return": 2,
    "torture": 3, "conviction": 3, "killing": 3,
    "release": 4, "asylum_grant": 4, "return_to_safety": 4,
}  # fmt: skip
"""The natural sequence of the 22 acts: what leads up, being seized, being sent back (or the stay that stops it), what follows
on return, the way out. Our own ordering; it only places what no document dates."""


_SEIZED, _ON_RETURN = 1, 3


def told(published: Published, document: str, record: str) -> tuple[bool, int, str, str]:
    """A sort key for the order of telling: by day of publication, documents of unknown date last, then by ids.

    Ids of persons and incidents hang on the record told first, so that they stay the same when later reports are added.
    """
    on = published.get(document)
    return (on is None, on.earliest.toordinal() if on else 0, document, record)


def timeline_key(incidents: Iterable[Incident]) -> Callable[[Incident], Key]:
    """A sort key that puts one person's ``incidents`` in order of time; give it all of them.

    A dated incident stands at the first day it can mean; contradicting dates at the earliest of them; on one day the natural
    sequence of acts (`STAGES`) decides. An undated one stands right after the last dated incident of an earlier stage, at
    the beginning where there is none: torture after the return, a charge before everything. Custody in the state that a transfer led to
    follows that transfer.
    """
    every = tuple(incidents)
    led_to = {one.destination for one in every if one.destination is not None and is_transfer(one.act)}
    dated = [(first, _stage(one, led_to)) for one in every if (first := _first_day(one)) is not None]

    def key(incident: Incident) -> Key:
        first, stage = _first_day(incident), _stage(incident, led_to)
        if first is None:
            first = max((day for day, earlier in dated if earlier < stage), default=date.min)
        last = incident.date.latest.toordinal() if incident.date else 0
        return (first.toordinal(), stage, last, incident.act, incident.id)

    return key


def _stage(incident: Incident, led_to: set[str]) -> int:
    stage = STAGES[roll_up(incident.act)]
    return _ON_RETURN if stage == _SEIZED and incident.host in led_to else stage


def _first_day(incident: Incident) -> date | None:
    dates = [
        Edtf(reading.value)
        for contradiction in incident.contradictions
        if contradiction.slot == "date"
        for reading in contradiction.readings
    ]
    if incident.date is not None:
        dates.append(incident.date)
    return min((value.earliest for value in dates), default=None)
