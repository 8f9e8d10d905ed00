"""Proposals of the reader → drafts as the rules make them, so that both become claims in the same way.

What the rules read of the same act on the same person stays: its word, agents, sources and details; the reader's status, states and date
stand above theirs.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from amparo.extract.rules.analysis import Relation, Sentence, Token
from amparo.extract.rules.cast import Party
from amparo.extract.rules.details import Detail
from amparo.extract.rules.drafts import Draft
from amparo.extract.rules.settings import State, of_hint
from amparo.extract.rules.status import Standing
from amparo.extract.rules.telling import Telling
from amparo.extract.rules.triggers import Match
from amparo.extract.rules.when import When
from amparo.model import Edtf, Status
from amparo.vocabulary import acts

from .decisions import RETURNS, Pointed, Proposal
from .outline import UNNAMED, GroupAt, Outline

__all__ = ["AGREED", "READER", "drafts_of", "together"]

READER = "reader"  # found by the trained reader alone
AGREED = "both"  # found by the reader and by the rules
_BEHIND = 40  # characters behind a noun phrase in which a name that it belongs to may begin and end
_SURE = 0.6  # probability below which a slot is marked as guessed


@dataclass(frozen=True, slots=True)
class _Maker:
    """What is needed to make a draft of a proposal."""

    telling: Telling
    outline: Outline
    told: Mapping[
        tuple[int, str], Sequence[Draft]
    ]  # by the party's key and the act; a finer one is under that it belongs to
    occasions: Mapping[tuple[int, str], int]  # how many of a person and an act are proposed
    unnamed: Mapping[tuple[int, int], Party]  # those whom the rules found, by their noun phrase

    def draft(self, proposal: Proposal) -> Draft | None:
        party = self._party(proposal)
        if party is None:
            return None
        sentences = [self.telling.analysis.sentences[line] for line in proposal.lines]
        best = self.telling.analysis.sentences[proposal.line]
        rules = self._rules(party, proposal, sentences)
        levels = self._levels(proposal, sentences)
        if rules is None and levels and not any(levels):
            return None  # «no evidence that X was deported», «was X deported?»: the words are there, and the text reports no act
        denial = next((level for level in levels if level is not None and level.status is Status.DENIED), None)
        match = self._match(proposal, [best, *sentences])
        token = match.token if match is not None else self._token(best)
        standing = denial or Standing(Status(proposal.status), "reader.status", token)
        spans = tuple((sentence.start, sentence.end) for sentence in sentences)
        read = self._alone(proposal, party, match, standing)
        return replace(read if rules is None else _agreed(read, rules), spans=spans)

    def _alone(self, proposal: Proposal, party: Party, match: Match | None, standing: Standing) -> Draft:
        """What the reader alone says; of what it does not choose, what the sentence shows."""
        token = match.token if match is not None else self._token(self.telling.analysis.sentences[proposal.line])
        host, origin = self._state(proposal.host, "host", proposal), self._state(proposal.origin, "origin", proposal)
        if party.origin is not None:
            origin = of_hint(party.origin)  # «X of Turkmenistan», «the Tajik blogger X»
        said, named = self.telling.sources(token), self._named(proposal)
        denied = standing.status is Status.DENIED  # who denies an act is not a source for it
        deniers = [Detail("denied_by", one.name, one.start, one.end) for one in said[:1]] if denied else []
        return Draft(
            act=proposal.act,
            party=party,
            standing=standing,
            word=match.span if match is not None else (token.start, token.end),
            spans=(),
            rule="reader.person",
            guessed=named is None,
            found_by=READER,
            named_as=named,
            host=host,
            destination=self._state(proposal.destination, "destination", proposal),
            origin=origin,
            when=self._when(proposal),
            agents=() if match is None else self.telling.agents(match, origin, host),
            sources=() if denied else said,
            details=(*(() if match is None else self.telling.details(match)), *deniers),
        )

    def _party(self, proposal: Proposal) -> Party | None:
        if proposal.person != UNNAMED:
            key = self.outline.persons[proposal.person].key
            return next(party for party in self.telling.cast.parties if party.key == key)
        if proposal.group is None:
            return None
        phrase = self.outline.groups[proposal.group]
        if phrase.single and not phrase.kin and self._names_someone(phrase):
            return None  # «the activist X» is X
        known = self.unnamed.get((phrase.start, phrase.end))
        if known is not None:
            return known
        # A key of its own for each phrase, below those that the rules give to the unnamed they find (the negative of a token's index).
        return Party(
            key=-(len(self.telling.analysis.tokens) + 1 + proposal.group),
            name=self.telling.analysis.text[phrase.start : phrase.end],
            named=False,
            spans=((phrase.start, phrase.end),),
            count=phrase.count,
        )

    def _names_someone(self, phrase: GroupAt) -> bool:
        """Whether a name stands in the noun phrase or straight behind it."""
        names = self.telling.cast.names_in(max(0, phrase.start - 1), phrase.end + _BEHIND)
        return any(name.start <= phrase.end + 1 for name in names)

    def _rules(self, party: Party, proposal: Proposal, sentences: Sequence[Sentence]) -> Draft | None:
        """What the rules read of the act on the party in one of the sentences, else anywhere, where the text tells one occasion of it. For
        transfers another word for one counts, since the rules go by the text's own (annotation reading 5).
        """
        keys = [party.key] if party.named else [key for key, _ in self.told if key < 0]
        alike = RETURNS if proposal.act in RETURNS else {proposal.act}
        told = [draft for key in dict.fromkeys(keys) for act in alike for draft in self.told.get((key, act), ())]
        inside = [d for d in told if any(s.start <= d.word[0] < s.end for s in sentences)]
        once = party.named and self.occasions[proposal.person, proposal.act] == 1
        same = [d for d in told if acts.roll_up(d.act) == proposal.act]
        found = inside or (same if once else [])
        return min(found, key=lambda draft: (acts.roll_up(draft.act) != proposal.act, draft.word), default=None)

    def _levels(self, proposal: Proposal, sentences: Iterable[Sentence]) -> list[Standing | None]:
        """What the rules make of each of the lexicon's words for the act in the sentences that carry it."""
        found = (match for sentence in sentences for match in self.telling.matches(sentence))
        alike = RETURNS if proposal.act in RETURNS else {proposal.act}
        return [self.telling.standing(match) for match in found if acts.roll_up(match.act) in alike]

    def _match(self, proposal: Proposal, sentences: Iterable[Sentence]) -> Match | None:
        """The lexicon's words for the act in the sentences that carry it, the surest first."""
        found = (match for sentence in sentences for match in self.telling.matches(sentence))
        return next((match for match in found if acts.roll_up(match.act) == proposal.act), None)

    def _token(self, sentence: Sentence) -> Token:
        """The main verb of a sentence in which no word of the lexicon says the act: below «said that», what is said."""
        analysis = self.telling.analysis
        words = analysis.words(sentence)
        token = next((word for word in words if word.head == word.index), words[0])
        for _ in words:  # a parse may go round in a circle
            said = analysis.children(token, Relation.COMPLEMENT)
            if not said or said[0].pos not in {"VERB", "AUX"}:
                break
            token = said[0]
        return token

    def _named(self, proposal: Proposal) -> tuple[int, int] | None:
        """Where the sentences name whom they tell of."""
        if proposal.person == UNNAMED:
            phrase = None if proposal.group is None else self.outline.groups[proposal.group]
            return None if phrase is None else (phrase.start, phrase.end)
        for line in (proposal.line, *proposal.lines):
            for name in self.outline.lines[line].names:
                if name.person == proposal.person:
                    return name.start, name.end
        return None

    def _state(self, pointed: Pointed | None, slot: str, proposal: Proposal) -> State | None:
        if pointed is None:
            return None
        place = self.outline.places[pointed.index]
        guessed = pointed.sure < _SURE or not self._inside(place.start, proposal)
        return State(pointed.value, place.start, place.end, f"ranker.{slot}", guessed=guessed)

    def _when(self, proposal: Proposal) -> When | None:
        if proposal.date is not None:
            one = self.outline.dates[proposal.date.index]
            guessed = proposal.date.sure < _SURE or not self._inside(one.start, proposal)
            return When(Edtf(proposal.date.value), one.start, one.end, f"ranker.date.{one.shape}", guessed=guessed)
        if proposal.open_date is not None:
            one = self.outline.dates[proposal.open_date]
            return When(None, one.start, one.end, "ranker.date.open")
        return None

    def _inside(self, offset: int, proposal: Proposal) -> bool:
        return any(self.outline.lines[n].start <= offset < self.outline.lines[n].end for n in proposal.lines)


def _agreed(read: Draft, rules: Draft) -> Draft:
    """What reader and rules both found: the rules' words and details and what they read in so many words, else the reader's choice."""
    stated = rules.host is not None and not rules.host.guessed
    same_day = rules.when is not None and read.when is not None and rules.when.date == read.when.date
    deniers = (
        () if any(d.key == "denied_by" for d in rules.details) else (d for d in read.details if d.key == "denied_by")
    )
    return replace(
        rules,
        party=read.party,
        found_by=AGREED,
        standing=rules.standing if rules.standing.status is read.standing.status else read.standing,
        host=rules.host if stated else read.host,
        hosts_any=() if stated or read.host is not None else rules.hosts_any,
        destination=read.destination,
        origin=read.origin,
        when=rules.when if same_day else read.when,
        agents=rules.agents or read.agents,
        sources=read.sources,
        details=(*rules.details, *deniers),
    )


def drafts_of(
    telling: Telling, outline: Outline, told: Iterable[Draft], proposals: Iterable[Proposal]
) -> Iterator[Draft]:
    """A draft for each proposal whose target the text names or describes; ``told`` is what the rules read."""
    by: dict[tuple[int, str], list[Draft]] = {}
    unnamed: dict[tuple[int, int], Party] = {}
    for draft in told:
        by.setdefault((draft.party.key, acts.roll_up(draft.act)), []).append(draft)
        if not draft.party.named:
            unnamed[draft.party.spans[0]] = draft.party
    proposed = tuple(proposals)
    occasions = Counter((proposal.person, proposal.act) for proposal in proposed)
    maker = _Maker(telling, outline, by, occasions, unnamed)
    for proposal in proposed:
        made = maker.draft(proposal)
        if made is not None:
            yield made


def together(read: Iterable[Draft], rules: Iterable[Draft]) -> list[Draft]:
    """What the reader proposes, and what the rules alone found: the third tier, which the reader did not see."""
    found = list(read)
    return found + [draft for draft in rules if not any(_same(draft, one) for one in found)]


def _same(a: Draft, b: Draft) -> bool:
    """Whether two drafts tell one act on one person; of the unnamed, at one sentence. Two words for one transfer are one act."""
    returns = a.act in RETURNS and b.act in RETURNS
    if a.act != b.act and not returns:
        return False
    if a.party.named or b.party.named:
        return a.party.key == b.party.key
    return bool(set(a.spans) & set(b.spans))
