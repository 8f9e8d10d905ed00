"""The acts told in a text, place by place: each trigger with its status, the people it befalls, and what is said around it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from amparo.model import Status
from amparo.vocabulary import acts
from amparo.vocabulary.places import PlaceMatch

from .agents import Named, agents
from .analysis import Relation, Sentence, Token
from .blocks import Kind
from .details import Detail, details
from .drafts import Draft
from .frames import Patient, patients
from .group_phrases import GroupPhrase, group_phrases
from .lead import members, named_later
from .lexicon import words
from .parsed import Parsed
from .settings import State, setting
from .speech import Speaker, sources
from .status import Standing, standing
from .triggers import Match, matches
from .when import when

# Done to a relative, these are done to reach the exile.
_HARM = {
    "detention", "assault", "killing", "abduction", "disappearance", "charge", "conviction", "torture", "threat", "passport", "deportation",
    "extradition",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Telling(Parsed):
    """A parsed text with all that was found in it before acts are looked for."""

    pursuing: State | None

    def matches(self, sentence: Sentence) -> Iterator[Match]:
        """The words of the lexicon for acts in a sentence, in order."""
        return matches(self.analysis, sentence, self.scan)

    def standing(self, match: Match) -> Standing | None:
        """How far the act of ``match`` went; None where the text reports no act (a call, a rule, a supposition, a negation)."""
        return standing(self.analysis, match)

    def agents(self, match: Match, origin: State | None, host: State | None) -> tuple[Named, ...]:
        """Who did the act of ``match``, as the text names them."""
        return agents(self.analysis, match, self.scan, origin, host)

    def sources(self, token: Token) -> tuple[Speaker, ...]:
        """Whom the clause of ``token`` is attributed to, outermost first."""
        return sources(self.analysis, token, self.cast, self.scan)

    def details(self, match: Match) -> tuple[Detail, ...]:
        """What the sentence of ``match`` states beside the slots."""
        return details(self.analysis, match)

    def group_phrases(self) -> tuple[GroupPhrase, ...]:
        """The noun phrases that can denote people without a name, in order."""
        return group_phrases(self)

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
            named = named_later(draft, self.analysis, self.cast, sentence)
            for one in (named,) if named is not None else self._by_state(draft, match):
                if one.has_occasion:
                    yield one
                    yield from members(one, match, self.analysis, self.cast, self.scan, sentence)

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
        where = setting(self.analysis, match, self.scan, patient.party, self.pursuing)
        act = "relatives" if patient.kin_of is not None else match.act
        said = sources(self.analysis, match.token, self.cast, self.scan)
        deniers = said if level.status is Status.DENIED else ()  # who denies an act is not a source for it
        return Draft(
            act=act,
            party=patient.party,
            standing=level,
            word=match.span,
            spans=((sentence.start, sentence.end),),
            rule=patient.rule,
            guessed=patient.guessed,
            found_by=match.found_by,
            named_as=(patient.token.start, patient.token.end),
            host=where.host,
            hosts_any=where.hosts_any,
            destination=where.destination if act == match.act else None,
            origin=where.origin,
            when=when(self.analysis, match, self.scan),
            agents=agents(self.analysis, match, self.scan, where.origin, where.host),
            sources=() if deniers else said,
            details=(
                *self._details(match, level, patient),
                *(Detail("denied_by", speaker.name, speaker.start, speaker.end) for speaker in deniers[:1]),
            ),
        )

    def _details(self, match: Match, level: Standing, patient: Patient) -> tuple[Detail, ...]:
        """What the sentence states beside the slots; for harm to a relative what was done, for a threat how near it is."""
        found = [*details(self.analysis, match)]
        if patient.kin_of is not None:
            done = match.act if match.act != "relatives" else match.token.lemma
            found.append(Detail("act", done, match.token.start, match.token.end))
        if level.stage is not None:
            found.append(Detail("stage", level.stage, level.token.start, level.token.end))
        return tuple(found)

    def _by_state(self, draft: Draft, match: Match) -> Iterator[Draft]:
        """«Austria, Germany and Slovakia have returned …»: an act of each state that is the verb's subject."""
        if not acts.is_transfer(match.act) or draft.party.named:
            yield draft
            return
        states: dict[str, PlaceMatch] = {}
        for token in self._subjects(match):
            for place in self.scan.places.inside(*self.analysis.extent(token)):
                if place.state is not None and place.kind == "name":
                    states[place.state] = place
        if draft.destination is not None:
            states.pop(draft.destination.code, None)
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
