"""The incidents of a case in plain words."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from amparo.model import Agent, Case, Claim, Contradiction, Edtf, Finding, Incident, Side, Slot
from amparo.vocabulary import acts

from .attribution import attributed, inferred
from .lines import Difference, Evidence, TimelineEntry, numbers
from .lines_law import law_lines
from .order import incident_claims
from .shelf import Shelf, covers
from .words import (
    DIFFER,
    act_label,
    date_words,
    headline,
    slot_label,
    state_name,
    status_label,
    value_words,
    visible,
)

T = TypeVar("T")

_SIDES = {
    Side.ORIGIN: "pursuing state",
    Side.HOST: "host state",
    Side.THIRD: "third state",
    Side.UNKNOWN: "",
}
_NAMED_AS = "named_as"  # the detail that holds the words by which a place names the person; worth telling only where that is a guess
_RAW_DATE = "date_text"  # the detail that holds the words of a date whose year the text does not give
_NOWHERE = frozenset({"interpol", "designation"})  # acts for which nobody asks where
_BY_COURTS = frozenset({"charge", "conviction", *_NOWHERE})  # acts for which nobody asks by whom
_UNDATED = "date not stated"


def timeline(case: Case, shelf: Shelf) -> tuple[TimelineEntry, ...]:
    """An entry an incident, in the order of the case."""
    findings = dict(case.findings)
    return tuple(
        _entry(number, incident, incident_claims(incident, case), findings.get(incident.id, ()), shelf)
        for number, incident in enumerate(case.incidents, start=1)
    )


def _entry(
    number: int, incident: Incident, claims: list[Claim], findings: tuple[Finding, ...], shelf: Shelf
) -> TimelineEntry:
    return TimelineEntry(
        number=number,
        incident=incident.id,
        act=incident.act,
        headline=headline(incident.act, incident.status),
        date_words=_date(incident, claims),
        act_label=act_label(incident.act),
        status_label=status_label(incident.status),
        route=_route(incident, claims),
        pursued_by=_state(incident, "origin", claims),
        agents=_agents(claims),
        said_by=_once(attributed(claim.sources, claim.document, shelf) for claim in claims),
        details=_details(claims, shelf),
        quotes=shelf.quotes(passage for claim in claims for passage in claim.passages),
        evidence=_once(piece for claim in claims for piece in _evidence(claim, shelf)),
        inferred=tuple(_inferences(incident, claims)),
        differences=tuple(_difference(one, claims, shelf) for one in incident.contradictions),
        unsaid=_unsaid(incident, claims),
        law=law_lines(findings),
        documents=tuple(sorted({shelf.number(claim.document) for claim in claims})),
    )


def _date(incident: Incident, claims: list[Claim]) -> str:
    if incident.date:
        return inferred(date_words(incident.date), guessed=_guessed(incident.date, (claim.date for claim in claims)))
    if readings := _readings(incident, "date"):
        return f"{DIFFER}: {'; '.join(readings)}"
    words = _once(visible(slot.value) for claim in claims for key, slot in claim.details if key == _RAW_DATE)
    return f"{_UNDATED} ({', '.join(f'“{one}”' for one in words)})" if words else _UNDATED


def _route(incident: Incident, claims: list[Claim]) -> str:
    """Where it happened, and for a transfer where to: «Russia → Turkmenistan»."""
    target = _state(incident, "destination", claims)
    host = _state(incident, "host", claims)
    if not host and incident.hosts_any:
        several = "several states named, the text does not say which"
        names = ", ".join(_hosts(incident, claims))
        host = f"{several} ({names})" if target else f"{several}: {names}"
    return f"{host or 'state not said'} → {target}" if target else host


def _hosts(incident: Incident, claims: list[Claim]) -> Iterator[str]:
    slots = [slot for claim in claims for slot in claim.hosts_any]
    for code in incident.hosts_any:
        yield inferred(state_name(code), guessed=_guessed(code, slots))


def _state(incident: Incident, slot: str, claims: list[Claim]) -> str:
    """The state in one slot, marked where inferred; what accounts say where they differ; empty where none is said."""
    code: str | None = getattr(incident, slot)
    if code:
        return inferred(state_name(code), guessed=_guessed(code, (getattr(claim, slot) for claim in claims)))
    readings = _readings(incident, slot)
    return f"{DIFFER} ({'; '.join(readings)})" if readings else ""


def _readings(incident: Incident, slot: str) -> list[str]:
    return [
        value_words(slot, reading.value)
        for contradiction in incident.contradictions
        if contradiction.slot == slot
        for reading in contradiction.readings
    ]


def _guessed(value: object, slots: Iterable[Slot[Any] | None]) -> bool:
    """Whether a value was only inferred: some claim holds it, and none that does states it."""
    holding = [slot.guessed for slot in slots if slot is not None and slot.value == value]
    return bool(holding) and all(holding)


def _agents(claims: list[Claim]) -> tuple[str, ...]:
    found: dict[Agent, list[bool]] = {}
    for claim in claims:
        for slot in claim.agents:
            found.setdefault(slot.value, []).append(slot.guessed)
    return _once(inferred(_agent(agent), guessed=all(guesses)) for agent, guesses in found.items())


def _agent(agent: Agent) -> str:
    of = ", ".join(filter(None, (state_name(agent.state) if agent.state else "", _SIDES[agent.side])))
    return f"{visible(agent.name)} ({of})" if of else visible(agent.name)


def _details(claims: list[Claim], shelf: Shelf) -> tuple[str, ...]:
    """«Charge: fraud [1] [2]», a line a value, with the documents that give it."""
    found: dict[str, set[int]] = {}
    for claim in claims:
        for key, slot in claim.details:
            if key != _RAW_DATE and (slot.guessed or key != _NAMED_AS):
                words = inferred(f"{slot_label(key)}: {visible(slot.value)}", guessed=slot.guessed)
                found.setdefault(words[:1].upper() + words[1:], set()).add(shelf.number(claim.document))
    return tuple(f"{words} {numbers(tuple(sorted(documents)))}" for words, documents in found.items())


def _evidence(claim: Claim, shelf: Shelf) -> Iterator[Evidence]:
    """The words of each value that the claim's own passages do not hold, so that no value is shown without its words."""
    for name, slot in _slots(claim):
        for passage in slot.passages if slot else ():
            if not any(covers(own, passage) for own in claim.passages):
                yield Evidence(slot=slot_label(name), quote=shelf.quote(passage))


def _slots(claim: Claim) -> Iterator[tuple[str, Slot[Any] | None]]:
    for name in ("act", "status", "date", "host", "destination", "origin"):
        yield name, getattr(claim, name)
    for name in ("hosts_any", "agents", "sources"):
        yield from ((name, slot) for slot in getattr(claim, name))
    yield from claim.details


def _inferences(incident: Incident, claims: list[Claim]) -> Iterator[str]:
    for slot in ("status", "date", "host", "destination", "origin"):
        value = getattr(incident, slot)
        if value is not None and _guessed(value, (getattr(claim, slot) for claim in claims)):
            words = date_words(value) if isinstance(value, Edtf) else value_words(slot, value)
            yield f"The {slot_label(slot)} ({words}) is inferred, not stated."
    if _guessed(incident.act, (claim.act for claim in claims)):
        yield f"The act ({act_label(incident.act)}) is inferred, not stated."


def _difference(contradiction: Contradiction, claims: list[Claim], shelf: Shelf) -> Difference:
    numbered = {claim.id: shelf.number(claim.document) for claim in claims}
    readings = tuple(
        (
            value_words(contradiction.slot, reading.value),
            tuple(sorted({numbered[claim] for claim in reading.claims if claim in numbered})),
        )
        for reading in contradiction.readings
    )
    return Difference(slot=slot_label(contradiction.slot), readings=readings)


def _unsaid(incident: Incident, claims: list[Claim]) -> tuple[str, ...]:
    """What a reader would ask of such an act and no report answers."""
    base = acts.roll_up(incident.act)
    inflicted = acts.act(base).group in ("harm", "return") and base not in _BY_COURTS
    asked = {
        "when": _date(incident, claims) == _UNDATED,
        "in which state": base not in _NOWHERE and not (_state(incident, "host", claims) or incident.hosts_any),
        "to which state": acts.is_transfer(incident.act) and not _state(incident, "destination", claims),
        "by whom": inflicted and not _agents(claims),
        "on behalf of which state": not _state(incident, "origin", claims),
    }
    return tuple(question for question, open_ in asked.items() if open_)


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
