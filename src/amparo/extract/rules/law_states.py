"""Whose statement of law it is: the states that are bound, forbidden, in breach, or whose own law is told.

A state counts where the words make it the subject («Poland is party»), the bearer of a duty («Lebanon may not», «binds Thailand») or the
owner of a law; a ban told of everybody has none. Where a breach or a domestic law is told without any state, it is the respondent of the
case, else the state that the text names most often: reports keep to one host, and say its name in every other paragraph.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from amparo.model import LawSays

from .analysis import Analysis, Sentence
from .law_names import Reference, State, pattern
from .lexicon import read
from .scan import Scan

__all__ = ["Whose"]

_BACK = 3  # sentences before, in which the states are named that «it» and «they» stand for
_PAIR_BACK = 12  # the same for «the two countries», which may have been named far apart
_BEFORE = 12  # characters before a place in which «to», «from» or «v.» stands
_UNION = "European Union"
_OFFICIAL = re.compile(
    r"[\w ]{0,20}\b(?:government|authorit|state|court|parliament|law|ministr|police|prosecut|side)\w*", re.IGNORECASE
)


@dataclass(frozen=True)
class Whose:
    """The states of a parsed text, asked for statement by statement."""

    analysis: Analysis
    scan: Scan

    def states(
        self, reference: Reference, says: LawSays, cue: tuple[int, int], stretch: tuple[int, int]
    ) -> tuple[State, ...]:
        """The states that a statement about ``reference`` is about, in the order of the text, the EU (for its members) first.

        ``says`` is what the words at ``cue`` would say unturned: «has not ratified» is asked for as PARTY. ``stretch`` are the
        characters in which the statement stands.
        """
        if reference.states or reference.instrument.startswith("INTERPOL"):  # Interpol's rules bind Interpol
            return reference.states
        if reference.kind == "measure":
            return self._told(cue)
        if says is LawSays.PROHIBITS and reference.kind != "treaty":
            return self._bearers(cue, stretch)
        if says is LawSays.DOMESTIC:
            return self._owner(cue, stretch)
        if says is LawSays.VIOLATES:
            return self._in_breach(cue, stretch)
        return self._parties(reference, says, cue, stretch)

    def _parties(
        self, reference: Reference, says: LawSays, cue: tuple[int, int], stretch: tuple[int, int]
    ) -> tuple[State, ...]:
        """Both parties of a treaty between two; the subjects of «is party»; else those that «the two countries» or «it» stand for."""
        sentence = self._sentence(cue)
        pair = self._last_two(sentence.index) if self._has("pair", *stretch) else ()
        own = set(self._named(reference.start, reference.end))  # «the Riyadh Agreement» is no word of Saudi Arabia
        found = pair or self._without(own, *stretch) or self._without(own, sentence.start, sentence.end)
        if not found and says is LawSays.PARTY and not self._has("anyone", *stretch):
            return (self._before(sentence.index) if self._has("pronoun", *stretch) else ()) or self._main
        if says is LawSays.OTHER and self._has("surrendered", sentence.start, sentence.end):
            return self._both_ends(found)
        return found if reference.kind == "treaty" or says is LawSays.OTHER else self._subjects(found, cue)

    def _told(self, cue: tuple[int, int]) -> tuple[State, ...]:
        """Whom the court at Strasbourg told not to remove someone: the state that its sentence names first, else the respondent."""
        sentence = self._sentence(cue)
        named = (one for one in self._named(sentence.start, sentence.end) if not self._is_court(one))
        return next(((one,) for one in named), ()) or self._respondent(cue)

    def _is_court(self, state: State) -> bool:
        return pattern(self.analysis.language, "body.ECHR").match(self.analysis.text, state[1]) is not None

    def _respondent(self, at: tuple[int, int]) -> tuple[State, ...]:
        """The respondent of the last case named before a place, else the state that the text names most often."""
        return tuple([one for one in self._respondents if one[1] < at[0]][-1:]) or self._main

    def _subjects(self, found: tuple[State, ...], cue: tuple[int, int]) -> tuple[State, ...]:
        """Of the states beside «is party» those before it, of the states beside «binds» those behind it; not those told as places."""
        behind = pattern(self.analysis.language, "binds").match(self.analysis.text, cue[0]) is not None
        subjects = tuple(one for one in found if (one[1] >= cue[0] if behind else one[1] < cue[1]))
        return tuple(one for one in subjects if not self._follows("place", one)) or subjects or found

    def _both_ends(self, found: tuple[State, ...]) -> tuple[State, ...]:
        """Someone was handed over under a treaty: between the states named, else between those that the text names most often."""
        if len(found) > 1:
            return found
        others = [code for code in self._most_named[:2] if code not in {one[0] for one in found}]
        return (*found, *(self._shown(code) for code in others[: 2 - len(found)]))

    def _before(self, index: int) -> tuple[State, ...]:
        """The states of the last sentence before one that names any."""
        before = reversed(self.analysis.sentences[max(0, index - _BACK) : index])
        return next((states for one in before if (states := self._named(one.start, one.end))), ())

    def _last_two(self, index: int) -> tuple[State, ...]:
        """The two states named last before the end of a sentence; nothing where there are not two."""
        first = self.analysis.sentences[max(0, index - _PAIR_BACK)]
        last: dict[str, State] = {}
        for place in reversed(self.scan.places.inside(first.start, self.analysis.sentences[index].end)):
            if place.state and place.kind != "demonym" and len(last) < 2:
                last.setdefault(place.state, (place.state, place.start, place.end))
        return tuple(sorted(last.values(), key=lambda state: self._shown(state[0])[1])) if len(last) == 2 else ()

    def _bearers(self, cue: tuple[int, int], stretch: tuple[int, int]) -> tuple[State, ...]:
        """Whom a ban is told of: «Lebanon may not …», «forbids Poland to …»; a deed found unlawful is the deed of the host."""
        text, language = self.analysis.text, self.analysis.language
        if pattern(language, "found_unlawful").match(text, cue[0]):
            return self._main
        found = self._named(*stretch)
        upon = {match.end() for match in pattern(language, "upon").finditer(text, *stretch)}
        told = tuple(one for one in found if one[1] in upon)
        if told or not pattern(language, "duty").match(text, cue[0]):
            return told
        before = [one for one in found if one[2] <= cue[0] and not self._follows("place", one)]
        return () if not before or self._has("which", before[-1][2], cue[0]) else (before[-1],)

    def _owner(self, at: tuple[int, int], stretch: tuple[int, int]) -> tuple[State, ...]:
        """Whose law a law without an owner is: of the one state of its sentence, else of the one that the text is about."""
        sentence = self._sentence(at)
        for start, end in (stretch, (sentence.start, sentence.end)):
            found = tuple(one for one in self._named(start, end) if not self._follows("whither", one))
            if len(found) == 1:
                return found
        return self._main

    def _in_breach(self, cue: tuple[int, int], stretch: tuple[int, int]) -> tuple[State, ...]:
        """The states named before a breach, or after it as its authors; else the respondent, unless it is told of any state."""
        found = tuple(one for one in self._named(*stretch) if not self._follows("whither", one))
        if found:
            return tuple(one for one in found if one[1] < cue[0]) or found
        sentence = self._sentence(cue)
        if self._has("anyone", sentence.start, sentence.end):
            return ()
        return self._respondent(cue)

    def _named(self, start: int, end: int) -> tuple[State, ...]:
        """The states of a stretch by name, by place, as «the Turkish government» or in a group; «a Tajik teacher» is not about the state."""
        text, language = self.analysis.text, self.analysis.language
        found = {
            p.state: (p.state, p.start, p.end)
            for p in reversed(self.scan.places.inside(start, end))
            if p.state and (p.kind != "demonym" or _OFFICIAL.match(text, p.end))
        }
        for codes in read(f"law.{language}.toml")["group"]:
            if group := pattern(language, f"group.{codes}").search(text, start, end):
                found.update({code: (code, *group.span()) for code in codes.split() if code not in found})
        return (*self._union(start, end), *sorted(found.values(), key=lambda state: state[1]))

    def _without(self, own: set[State], start: int, end: int) -> tuple[State, ...]:
        return tuple(state for state in self._named(start, end) if state not in own)

    def _union(self, start: int, end: int) -> tuple[State, ...]:
        """The EU where its members are meant («all EU states») or it acts itself; not as what a country hopes to join."""
        members = pattern(self.analysis.language, "members")
        return tuple(
            ("EU", one.start, one.end)
            for one in self.scan.organisations.inside(start, end)
            if one.name == _UNION and members.match(self.analysis.text, one.end)
        )[:1]

    def _sentence(self, at: tuple[int, int]) -> Sentence:
        return self.analysis.sentences[self.analysis.within(*at)[0].sentence]

    def _has(self, key: str, start: int, end: int) -> bool:
        return pattern(self.analysis.language, key).search(self.analysis.text, start, end) is not None

    def _follows(self, key: str, state: State) -> bool:
        """Whether the words straight before a state are those of ``key`` («in», «to», «from»): a place or a goal, and not who acts."""
        before = self.analysis.text[max(0, state[1] - _BEFORE) : state[1]]
        return pattern(self.analysis.language, key).search(before) is not None

    def _shown(self, code: str) -> State:
        """Where a text shows a state: its first name, else its first people."""
        place = min(
            (p for p in self.scan.places if p.state == code), key=lambda place: (place.kind == "demonym", place.start)
        )
        return code, place.start, place.end

    @cached_property
    def _respondents(self) -> tuple[State, ...]:
        """The states of «X v. Türkiye», in the order of the text."""
        places = [(p.state, p.start, p.end) for p in self.scan.places if p.state]
        return tuple(state for state in places if self._follows("versus", state))

    @cached_property
    def _main(self) -> tuple[State, ...]:
        """The state that a text names most often; nothing where it names none."""
        return tuple(self._shown(code) for code in self._most_named[:1])

    @cached_property
    def _most_named(self) -> tuple[str, ...]:
        """The states by how often they are named, the first one first of those named equally often; peoples («Tajik») only where no state is."""
        names = Counter(p.state for p in self.scan.places if p.state and p.kind != "demonym")
        peoples = Counter(p.state for p in self.scan.places if p.state)
        return tuple(code for code, _ in (names or peoples).most_common())
