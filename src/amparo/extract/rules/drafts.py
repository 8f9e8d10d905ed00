"""One act told at one place of a text, with all that the place says of it; `merge` makes claims of them."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from amparo.model import Agent, Status
from amparo.vocabulary import acts

from . import settings
from .agents import agents
from .analysis import Analysis, Relation, Sentence, Token
from .blocks import Kind
from .cast import Cast, Party
from .details import Detail, details
from .frames import Patient, patients
from .lexicon import words
from .scan import Scan
from .settings import State, When
from .speech import Speaker, sources
from .status import Standing, standing
from .triggers import Match, matches

_HARM = {
    "detention",
    "assault",
    "killing",
    "abduction",
    "disappearance",
    "charge",
    "conviction",
    "torture",
    "threat",
    "passport",
    "deportation",
    "extradition",
}
_LEAD_REACH = 4  # sentences behind a counted group within which a list of that many names tells who they are


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What one place of the text says of one act on one party. ``spans`` are the sentences that carry it, ``word`` the trigger."""

    act: str
    party: Party
    standing: Standing
    word: tuple[int, int]
    spans: tuple[tuple[int, int], ...]
    rule: str
    guessed: bool = False
    named_as: tuple[int, int] | None = None  # the words by which this place names the party («he», «the two men»)
    host: State | None = None
    hosts_any: tuple[State, ...] = ()
    destination: State | None = None
    origin: State | None = None
    when: When | None = None
    agents: tuple[tuple[Agent, int, int], ...] = ()
    sources: tuple[Speaker, ...] = ()
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """A parsed text with all that was found in it before acts are looked for."""

    analysis: Analysis
    scan: Scan
    cast: Cast
    kinds: tuple[Kind, ...]
    pursuing: State | None

    def drafts(self) -> Iterator[Draft]:
        """Every act told in the running text, place by place; headings repeat the text and furniture belongs to other articles."""
        told = [
            (match, sentence, level)
            for sentence in self.analysis.sentences
            if self.kinds[sentence.block] is Kind.TEXT
            for match in matches(self.analysis, sentence, self.scan)
            if (level := standing(self.analysis, match)) is not None
        ]
        pursued = {
            patient.party.key
            for match, _, _ in told
            for patient in patients(self.analysis, match, self.cast, self.scan)
            if patient.party.named and not patient.guessed and self._plausible(match, patient)
        }
        knowing = replace(self, cast=replace(self.cast, pursued=frozenset(pursued)))
        for match, sentence, level in told:
            yield from knowing._at(match, sentence, level)  # noqa: SLF001  the same class

    def _at(self, match: Match, sentence: Sentence, level: Standing) -> Iterator[Draft]:
        for patient in patients(self.analysis, match, self.cast, self.scan):
            if not self._plausible(match, patient):
                continue
            draft = self._draft(match, level, patient, sentence)
            named = self._named_later(draft, patient, sentence)
            for one in (named,) if named is not None else self._by_state(draft, match):
                if _has_occasion(one):
                    yield one
                    yield from self._members(one, match, sentence)

    def _plausible(self, match: Match, patient: Patient) -> bool:
        """People who only speak are targets when the text plainly says so of them; a common word needs a named or described target."""
        if patient.kin_of is not None:
            return match.act in _HARM or match.trigger.toward == "kin"
        if match.trigger.toward == "kin":
            return False
        if patient.party.speaker and (patient.guessed or match.trigger.weak or patient.party.role == "official"):
            return False
        return not (match.trigger.weak and not patient.party.named and patient.party.role is None)

    def _draft(self, match: Match, level: Standing, patient: Patient, sentence: Sentence) -> Draft:
        origin = settings.origin(self.analysis, match, self.scan, patient.party, self.pursuing)
        destination = settings.destination(self.analysis, match, self.scan, origin)
        host = settings.host(self.analysis, match, self.scan, origin, destination, named=patient.party.named)
        act = "relatives" if patient.kin_of is not None else match.act
        if act == "return_to_safety" and host is None and origin is not None:
            host = replace(origin, rule="host.state_left", guessed=True)
        lived_in = tuple(State(h.value, h.start, h.end, h.rule) for h in patient.party.hosts)
        if host is None and len(lived_in) == 1:
            host = lived_in[0]
        found = [*details(self.analysis, match)]
        if patient.kin_of is not None:
            found.append(
                Detail(
                    "act",
                    match.act if match.act != "relatives" else match.token.lemma,
                    match.token.start,
                    match.token.end,
                )
            )
        if level.stage is not None:
            found.append(Detail("stage", level.stage, level.token.start, level.token.end))
        return Draft(
            act=act,
            party=patient.party,
            standing=level,
            word=match.span,
            spans=((sentence.start, sentence.end),),
            rule=patient.rule,
            guessed=patient.guessed,
            named_as=(patient.token.start, patient.token.end),
            host=host,
            hosts_any=lived_in if host is None and len(lived_in) > 1 else (),
            destination=destination if act == match.act else None,
            origin=origin,
            when=settings.when(self.analysis, match, self.scan),
            agents=agents(self.analysis, match, self.scan, origin, host),
            sources=sources(self.analysis, match.token, self.cast, self.scan),
            details=tuple(found),
        )

    def _by_state(self, draft: Draft, match: Match) -> Iterator[Draft]:
        """«Austria, Germany and Slovakia have returned …»: an act of each state that is the verb's subject."""
        if not acts.is_transfer(match.act) or draft.party.named:
            yield draft
            return
        subjects = self._subjects(match)
        states = {
            place.state: place
            for token in subjects
            for inside in (sorted(self.analysis.subtree(token), key=lambda t: t.index),)
            for place in self.scan.places.inside(inside[0].start, inside[-1].end)
            if place.state is not None
            and place.kind == "name"
            and (draft.destination is None or place.state != draft.destination.code)
        }
        if len(states) < 2:
            yield draft
            return
        for code, place in states.items():
            yield replace(draft, host=State(code, place.start, place.end, "host.one_of_acting_states"), hosts_any=())

    def _subjects(self, match: Match) -> tuple[Token, ...]:
        own = self.analysis.children(match.token, Relation.SUBJECT)
        head = self.analysis.head(match.token)
        while (
            not own and head is not None and head.pos == "VERB" and head.lemma not in words("speech.en.toml", "report")
        ):
            own = self.analysis.children(head, Relation.SUBJECT)
            head = self.analysis.head(head)
        return own

    def _named_later(self, draft: Draft, patient: Patient, sentence: Sentence) -> Draft | None:
        """«A preacher was shot … X, 51, died»: one whom the lead does not name is the one person named straight after it. A guess."""
        article = next((c.text.lower() for c in self.analysis.children(patient.token) if c.pos == "DET"), "")
        if (
            draft.party.named
            or draft.party.count != 1
            or article not in {"a", "an", "the"}
            or (self.cast.first_pursued is not None and self.cast.first_pursued < sentence.start)
        ):
            return None
        last = self.analysis.sentences[min(len(self.analysis.sentences) - 1, sentence.index + _LEAD_REACH)]
        named = [
            p
            for p in self.cast.within(sentence.end, last.end)
            if not p.speaker and (not p.quoted or p.key in self.cast.pursued)
        ]
        if not named:
            return None
        spans = (*draft.spans, _sentence_of(self.analysis, named[0], sentence.end))
        return replace(draft, party=named[0], guessed=True, rule="patient.lead_and_body", spans=spans)

    def _members(self, draft: Draft, match: Match, sentence: Sentence) -> Iterator[Draft]:
        """The lead counts («two activists»), the body names: the act is told of each of the named, as a guess."""
        count = draft.party.count
        if draft.party.named or count is None or count < 2:
            return
        last = min(len(self.analysis.sentences), sentence.index + 1 + _LEAD_REACH)
        for following in self.analysis.sentences[sentence.index + 1 : last]:
            named = [p for p in self.cast.within(following.start, following.end) if not p.speaker]
            if len(named) != count:
                continue
            for party in named:
                origin = (
                    State(party.origin.value, party.origin.start, party.origin.end, party.origin.rule)
                    if party.origin
                    else draft.origin
                )
                destination = settings.destination(self.analysis, match, self.scan, origin)
                yield replace(
                    draft, party=party, origin=origin, destination=destination, guessed=True, rule="patient.lead_and_body",
                    spans=(*draft.spans, (following.start, following.end)),
                )  # fmt: skip
            return


def _sentence_of(analysis: Analysis, party: Party, after: int) -> tuple[int, int]:
    """The sentence that names a party first behind the character ``after``."""
    start, end = party.spans[bisect_left(party.spans, (after, after))]
    sentence = analysis.sentence_at(start)
    return (sentence.start, sentence.end) if sentence is not None else (start, end)


def _has_occasion(draft: Draft) -> bool:
    """Uncounted people without a date, place or movement are a pattern, not an occasion (annotation rules)."""
    party = draft.party
    return bool(
        party.named or party.count or draft.when or party.affiliations or draft.hosts_any
        or (draft.host is not None and not draft.host.guessed and draft.standing.status is Status.OCCURRED and draft.act != "torture")
    )  # fmt: skip
