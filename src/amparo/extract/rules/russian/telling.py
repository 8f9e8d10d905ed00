"""The acts told in a Russian text, place by place: each trigger with its status, the people it befalls, and what is said around it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from amparo.extract.rules.agents import Named
from amparo.extract.rules.analysis import Sentence, Token
from amparo.extract.rules.blocks import Kind
from amparo.extract.rules.cast import Cast
from amparo.extract.rules.details import Detail
from amparo.extract.rules.drafts import Draft
from amparo.extract.rules.frames import Patient
from amparo.extract.rules.group_phrases import GroupPhrase
from amparo.extract.rules.settings import State
from amparo.extract.rules.speech import Speaker
from amparo.extract.rules.status import Standing
from amparo.extract.rules.telling import Telling
from amparo.extract.rules.triggers import Match
from amparo.model import Status

from .agents import agents
from .details import details
from .frames import patients
from .group_phrases import group_phrases
from .places import setting
from .speech import sources
from .status import standing
from .triggers import matches
from .when import when

_AMONG = re.compile(r"\bод(?:ин|на|ного|ну) из (?:них|\w+)|\bсреди (?:них|\w+)|\bв (?:их|том) числе\b|\bвключая\b")
_LEAD = 2  # blocks from the first in which one not yet named may be who is named straight after
_NAMED_WITHIN = 2  # sentences behind a group in which its members are named
_NAMED_NEAR = 130  # characters
# Done to a relative, these are done to reach the exile.
_HARM = {
    "detention", "assault", "killing", "abduction", "disappearance", "charge", "conviction", "torture", "threat", "passport", "deportation", "extradition",
}  # fmt: skip


class RussianTelling(Telling):
    """A parsed Russian text with all that was found in it before acts are looked for."""

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
        """Every act told in the running text and its title, place by place; headings inside the text repeat it."""
        first = next((block for block, kind in enumerate(self.kinds) if kind is Kind.TEXT), 0)
        told = [
            (match, sentence, level)
            for sentence in self.analysis.sentences
            if self.kinds[sentence.block] is Kind.TEXT or sentence.block < first
            for match in self.matches(sentence)
            if (level := standing(self.analysis, match)) is not None
        ]
        pursued = {
            patient.party.key
            for match, _, _ in told
            for patient in patients(self.analysis, match, self.cast, self.scan)
            if patient.party.named
            and not patient.guessed
            and patient.kin_of is None
            and _is_plausible(match, patient, self.cast)
        }
        knowing = replace(self, cast=replace(self.cast, pursued=frozenset(pursued)))
        for match, sentence, level in told:
            yield from knowing._told(match, sentence, level)  # noqa: SLF001  the same class

    def _told(self, match: Match, sentence: Sentence, level: Standing) -> Iterator[Draft]:
        for patient in patients(self.analysis, match, self.cast, self.scan):
            if not _is_plausible(match, patient, self.cast):
                continue
            draft = self._named_later(self._made(match, level, patient, sentence), sentence)
            if draft is not None and draft.has_occasion:
                yield draft
                yield from self._members(draft, sentence)

    def _named_later(self, draft: Draft, sentence: Sentence) -> Draft | None:
        """«Белград выслал телеоператора. Х, 40 лет, …»: one whom the title or lead does not name is the pursued person named first behind
        it; people whom only a title counts are told again by the text (None).
        """
        title = self.kinds[sentence.block] is not Kind.TEXT
        if draft.party.named:
            return draft
        if draft.party.count != 1:
            return None if title else draft
        first = self.cast.first_pursued
        if not title and (
            first is None or first < sentence.start or self.analysis.sentences[0].block + _LEAD < sentence.block
        ):
            return draft
        party = next((p for p in self.cast.parties if p.key in self.cast.pursued and p.spans[0][0] == first), None)
        if party is None:
            return None if title else draft
        return replace(draft, party=party, guessed=True, rule="patient.lead_and_body")

    def _members(self, draft: Draft, sentence: Sentence) -> Iterator[Draft]:
        """«выслали троих. Один из них, Х, …»: the same act of those of a group who are then named."""
        if draft.party.named or draft.party.count == 1:
            return
        last = self.analysis.sentences[min(len(self.analysis.sentences) - 1, sentence.index + _NAMED_WITHIN)]
        among = _AMONG.search(self.analysis.lower, draft.word[0], last.end)
        if among is None:
            return
        here = self.analysis.sentence_at(among.start()) or sentence
        for party in self.cast.within(among.end(), min(among.end() + _NAMED_NEAR, here.end)):
            if not party.speaker:
                spans = tuple(dict.fromkeys((*draft.spans, (here.start, here.end))))
                yield replace(draft, party=party, guessed=True, rule="patient.one_of_group", spans=spans)

    def _made(self, match: Match, level: Standing, patient: Patient, sentence: Sentence) -> Draft:
        act = "relatives" if patient.kin_of is not None else match.act
        where = setting(self.analysis, match, self.scan, act, patient.party, self.pursuing)
        said = sources(self.analysis, match.token, self.cast, self.scan)
        deniers = said if level.status is Status.DENIED else ()  # who denies an act is not a source for it
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
        found += [Detail("denied_by", speaker.name, speaker.start, speaker.end) for speaker in deniers[:1]]
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
            destination=where.destination if act == match.act else None,
            origin=where.origin,
            when=when(self.analysis, match, self.scan),
            agents=agents(self.analysis, match, self.scan, where.origin, where.host),
            sources=() if deniers else said,
            details=tuple(found),
        )


def _is_plausible(match: Match, patient: Patient, cast: Cast) -> bool:
    """People who only speak are targets when the text plainly says so of them; harm to a relative counts for the exile."""
    if patient.kin_of is not None:
        return match.act in _HARM or match.trigger.toward == "kin"
    if match.trigger.toward == "kin":
        return False
    if match.trigger.weak and (not patient.party.named or patient.rule == "patient.spoken_of"):
        return False
    if patient.party.key in cast.pursued:
        return True
    return not (patient.party.speaker and (patient.guessed or match.trigger.weak or patient.party.role == "official"))
