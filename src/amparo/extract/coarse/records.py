"""What a third-tier text tells → the records of `amparo.model`: one claim for one person and act, every slot marked as a guess."""

from dataclasses import replace
from typing import TypeVar

from amparo.model import Agent, Claim, Document, Extraction, Mention, Passage, Slot, Status, stable_id
from amparo.vocabulary import acts

from .names import Person
from .places import Origin, Place
from .telling import Group, Telling, Told

T = TypeVar("T")

_MOST_PASSAGES = 6
_FURTHER = (Status.THREATENED, Status.OCCURRED, Status.ATTEMPTED, Status.DENIED)


def extraction(document: Document, engine: str, telling: Telling) -> Extraction:
    """The mentions of all people and a claim for each act; several tellings of one occasion are one claim."""
    merged: dict[tuple[object, ...], list[Told]] = {}
    for one in telling.told():
        told = merged.setdefault(_whom(one.target, one.act), [])
        place = next((i for i, known in enumerate(told) if _one_occasion(known, one)), None)
        if place is None:
            told.append(one)
        else:
            told[place] = _joined(told[place], one)
    occasions = sorted((one for told in merged.values() for one in told), key=lambda one: one.word)
    targets = {one.target.key for one in occasions if isinstance(one.target, Person)}
    recorder = _Recorder(document, engine, telling.pursuing)
    people = {one.key: recorder.person(one, target=one.key in targets) for one in telling.cast.people if one.spans}
    groups = {(g.start, g.end): recorder.group(g) for o in occasions if isinstance(g := o.target, Group)}
    claims = [
        recorder.claim(
            one, people[one.target.key] if isinstance(one.target, Person) else groups[one.target.start, one.target.end]
        )
        for one in occasions
    ]
    return Extraction(
        document=document.id,
        engine=engine,
        mentions=(*people.values(), *groups.values()),
        claims=tuple({claim.id: claim for claim in claims}.values()),
    )


def _whom(target: Person | Group, act: str) -> tuple[object, ...]:
    return (target.key, act) if isinstance(target, Person) else (target.start, target.end, act)


def _one_occasion(a: Told, b: Told) -> bool:
    """Whether two tellings of one act on one person may be one occasion: no two dates, hosts or stages speak against it."""
    dates = a.date is None or b.date is None or _overlap(a, b)
    hosts = a.host is None or b.host is None or a.host.state == b.host.state
    stages = a.status is b.status or not acts.is_transfer(a.act) or Status.DENIED in {a.status, b.status}
    return dates and hosts and stages


def _overlap(a: Told, b: Told) -> bool:
    one, other = (told.date.date if told.date is not None else None for told in (a, b))
    return one is None or other is None or one.overlaps(other)


def _joined(a: Told, b: Told) -> Told:
    further = max((a, b), key=lambda one: _FURTHER.index(one.status))
    return replace(
        a,
        status=further.status,
        cue=further.cue,
        sentences=tuple(dict.fromkeys((*a.sentences, *b.sentences)))[:_MOST_PASSAGES],
        host=a.host or b.host,
        destination=a.destination or b.destination,
        date=a.date or b.date,
        agents=tuple({one.agency.name: one for one in (*a.agents, *b.agents)}.values()),
    )


class _Recorder:
    """Makes records for one document."""

    def __init__(self, document: Document, engine: str, pursuing: Origin | None) -> None:
        self._document = document
        self._engine = engine
        self._pursuing = pursuing

    def _cite(self, start: int, end: int) -> Passage:
        return self._document.cite(start, end)

    def _slot(self, value: T, start: int, end: int, rule: str) -> Slot[T]:
        return Slot(value=value, passages=(self._cite(start, end),), rule=f"coarse.{rule}", guessed=True)

    def _place(self, place: Place | None, rule: str) -> Slot[str] | None:
        return None if place is None else self._slot(place.state, place.start, place.end, rule)

    def _words(self, start: int, end: int) -> str:
        return " ".join(self._document.text[start:end].split())

    def person(self, person: Person, *, target: bool) -> Mention:
        """The mention of a named person with all places."""
        forms = tuple(dict.fromkeys(self._words(*span) for span in person.spans))
        return Mention(
            id=stable_id(self._document.id, "mention", person.spans[0][0], person.name),
            document=self._document.id,
            name=person.name,
            named=True,
            passages=tuple(self._cite(*span) for span in person.spans),
            forms=forms,
            target=target,
        )

    def group(self, group: Group) -> Mention:
        """The mention of people who are counted and not named."""
        name = self._words(group.start, group.end)
        return Mention(
            id=stable_id(self._document.id, "mention", group.start, name),
            document=self._document.id,
            name=name,
            named=False,
            passages=(self._cite(group.start, group.end),),
            forms=(name,),
            count=group.count,
            target=True,
        )

    def claim(self, told: Told, target: Mention) -> Claim:
        """The claim that one occasion makes of the mention ``target``."""
        origin = self._pursuing
        destination = self._place(told.destination, "destination")
        if destination is None and acts.is_transfer(told.act) and origin is not None:
            host = told.host.state if told.host is not None else None
            if host != origin.state:
                destination = self._slot(origin.state, origin.start, origin.end, "destination.origin")
        dated = told.date
        return Claim(
            id=stable_id(self._document.id, "claim", target.id, told.act, told.status, *told.word),
            document=self._document.id,
            target=target.id,
            act=self._slot(told.act, *told.word, f"act+{told.rule}"),
            status=self._slot(told.status, *told.cue, "status"),
            passages=tuple(self._cite(*span) for span in told.sentences),
            engine=self._engine,
            host=self._place(told.host, "host"),
            destination=destination,
            origin=None if origin is None else self._slot(origin.state, origin.start, origin.end, "origin.whole_text"),
            date=None
            if dated is None or dated.date is None
            else self._slot(dated.date, dated.start, dated.end, "date"),
            agents=tuple(
                self._slot(Agent(name=" ".join(one.words.split()), state=one.agency.state), one.start, one.end, "agent")
                for one in told.agents
            ),
        )
