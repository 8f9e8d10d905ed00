"""Drafts and findings of the rules → the frozen records of `amparo.model`, every value with its passages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from amparo.model import (
    CallClaim,
    Claim,
    Document,
    LawClaim,
    Mention,
    Passage,
    Slot,
    WindowClaim,
    stable_id,
)  # fmt: skip

from .calls import Call
from .cast import Hint, Party
from .drafts import Draft
from .law import Law
from .settings import State
from .speech import Speaker
from .windows import Window

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Recorder:
    """Makes records for one document; ``engine`` is the name and version stored with each."""

    document: Document
    engine: str

    def cite(self, start: int, end: int) -> Passage:
        """The passage at ``[start, end)``."""
        return self.document.cite(start, end)

    def slot(self, value: T, start: int, end: int, rule: str, *, guessed: bool = False) -> Slot[T]:
        """A slot whose value was read at ``[start, end)``."""
        return Slot(value=value, passages=(self.cite(start, end),), rule=rule, guessed=guessed)

    def mention(self, party: Party, *, target: bool) -> Mention:
        """The mention of a party, with all its places."""
        forms = tuple(dict.fromkeys(_squeeze(self.document.text[start:end]) for start, end in party.spans))
        name = (
            _squeeze(self.document.text[party.spans[0][0] : party.spans[0][1]])
            if not party.named
            else _squeeze(party.name)
        )
        return Mention(
            id=stable_id(self.document.id, "mention", party.spans[0][0], name),
            document=self.document.id,
            name=name,
            named=party.named,
            passages=tuple(self.cite(start, end) for start, end in party.spans),
            forms=forms,
            count=party.count,
            target=target,
            role=party.role,
            organisation=party.organisation,
            origin=self._hint(party.origin),
            affiliations=tuple(slot for hint in party.affiliations if (slot := self._hint(hint)) is not None),
        )

    def _hint(self, hint: Hint | None) -> Slot[str] | None:
        return None if hint is None else self.slot(hint.value, hint.start, hint.end, hint.rule)

    def _state(self, state: State | None) -> Slot[str] | None:
        return (
            None if state is None else self.slot(state.code, state.start, state.end, state.rule, guessed=state.guessed)
        )

    def _speakers(self, speakers: Iterable[Speaker]) -> tuple[Slot[str], ...]:
        return tuple(self.slot(_squeeze(s.name), s.start, s.end, s.rule) for s in speakers)

    def claim(self, draft: Draft, target: str) -> Claim:
        """The claim that a merged draft makes of the mention ``target``."""
        details = [(d.key, self.slot(_squeeze(d.value), d.start, d.end, f"detail.{d.key}")) for d in draft.details]
        if draft.named_as is not None:
            named = _squeeze(self.document.text[slice(*draft.named_as)])
            details.append(("named_as", self.slot(named, *draft.named_as, draft.rule, guessed=draft.guessed)))
        when = draft.when
        if when is not None and when.date is None:
            words = _squeeze(self.document.text[when.start : when.end])
            details.append(("date_text", self.slot(words, when.start, when.end, when.rule)))
        date = (
            self.slot(when.date, when.start, when.end, when.rule, guessed=when.guessed)
            if when is not None and when.date is not None
            else None
        )
        level = draft.standing
        return Claim(
            id=stable_id(
                self.document.id,
                "claim",
                target,
                draft.act,
                level.status,
                *draft.word,
                draft.host.code if draft.host else "",
            ),
            document=self.document.id,
            target=target,
            act=self.slot(draft.act, *draft.word, f"{draft.found_by}.{draft.act}"),
            status=self.slot(level.status, level.token.start, level.token.end, level.rule),
            passages=tuple(self.cite(start, end) for start, end in draft.spans),
            engine=self.engine,
            host=self._state(draft.host),
            hosts_any=tuple(slot for state in draft.hosts_any if (slot := self._state(state)) is not None),
            destination=self._state(draft.destination),
            origin=self._state(draft.origin),
            date=date,
            agents=tuple(self.slot(agent, start, end, "agent.named") for agent, start, end in draft.agents),
            sources=self._speakers(draft.sources),
            details=tuple(details),
        )

    def law(self, law: Law, sources: Sequence[Speaker]) -> LawClaim:
        """The claim that a text makes about an instrument."""
        return LawClaim(
            id=stable_id(self.document.id, "law", law.instrument, law.start, law.says),
            document=self.document.id,
            instrument=self.slot(law.instrument, law.start, law.end, "law.named"),
            says=self.slot(law.says, *law.cue, f"law.{law.says}"),
            passages=(self.cite(*law.sentence),),
            engine=self.engine,
            states=tuple(self.slot(code, start, end, "law.state") for code, start, end in law.states),
            sources=self._speakers(sources),
        )

    def call(self, call: Call) -> CallClaim:
        """Who calls on whom to do what."""
        start, end = call.demand
        return CallClaim(
            id=stable_id(self.document.id, "call", start, end),
            document=self.document.id,
            by=self._speakers(call.by),
            to=tuple(self.slot(name, at, until, "call.addressee") for name, at, until in call.to),
            demand=self.slot(_squeeze(self.document.text[start:end]), start, end, call.rule),
            passages=(self.cite(*call.passage),),
            engine=self.engine,
        )

    def window(self, window: Window) -> WindowClaim:
        """An occasion on which a case can be raised, or a deadline."""
        moment, start, end = window.when or (None, 0, 0)
        return WindowClaim(
            id=stable_id(self.document.id, "window", *window.what),
            document=self.document.id,
            what=self.slot(_squeeze(self.document.text[slice(*window.what)]), *window.what, window.rule),
            passages=(self.cite(*window.passage),),
            engine=self.engine,
            date=None if moment is None else self.slot(moment, start, end, "date.to_come"),
            parties=tuple(self.slot(name, at, until, "window.party") for name, at, until in window.parties),
        )


def _squeeze(words: str) -> str:
    return " ".join(words.split())
