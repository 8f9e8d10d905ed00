"""The acts told in a third-tier text, sentence by sentence: whom, which state, when. Everything is a guess, for nothing is parsed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from amparo.extract.rules.spans import Spans
from amparo.model import Document, Status
from amparo.vocabulary import acts
from amparo.vocabulary.agencies import AgencyMatch, find_agencies
from amparo.vocabulary.dates import DateMatch, find_dates

from .lexicon import Act, Found, Lexicon
from .names import Cast, Name, Person
from .places import Origin, Place, places, pursuing_state
from .words import Sentence, sentences

_ROW = 3  # words between two names of one row («A, B and the teacher C»)
_GROUP = 3  # words between a number and the people it counts
_MOST_COUNTED = 1_000
# Of two words for one transfer in one sentence the more definite is meant.
_DEFINITE = {"deportation": 1, "extradition": 2, "rendition": 3}
# Acts that happen where the person is, so that what is told next may have happened there too.
_PRESENT = {"abduction", "asylum_grant", "detention", "disappearance", "interim_measure", "release", "torture"}
_HARM = {
    "detention", "assault", "killing", "abduction", "disappearance", "charge", "conviction", "torture", "threat", "passport",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Unnamed people whom the text counts."""

    start: int
    end: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One act told in one sentence. ``word`` are the characters of the act, ``cue`` those that set the status."""

    target: Person | Group
    act: str
    status: Status
    word: tuple[int, int]
    cue: tuple[int, int]
    sentences: tuple[tuple[int, int], ...]
    rule: str
    host: Place | None = None
    destination: Place | None = None
    date: DateMatch | None = None
    agents: tuple[AgencyMatch, ...] = ()


class Telling:
    """A text with its sentences, places, people, dates and agencies found."""

    def __init__(self, document: Document, words: Lexicon) -> None:
        text = document.text
        self.words = words
        self.sentences: tuple[Sentence, ...] = tuple(sentences(text, words.language))
        self.places = [places(sentence, words) for sentence in self.sentences]
        self.cast = Cast(text, self.sentences, self.places, words)
        self.pursuing: Origin | None = pursuing_state(self.sentences, self.places, words)
        self._dates = Spans(find_dates(text, words.language, document.published))
        self._agencies = Spans(find_agencies(text))
        self._last: tuple[Person, ...] = ()  # those spoken of last, all of a row
        self._hosts: dict[int, Place] = {}  # where each person was told of last

    def told(self) -> Iterator[Told]:
        """Every act, in order of the text; a sentence that only denies denies what the one before it told."""
        held: list[Told] = []
        for number, sentence in enumerate(self.sentences):
            found = [] if sentence.heading else list(self._of_sentence(number, sentence))
            denial = None if found else self._denial(sentence)
            if denial is not None:
                cue = sentence.words[denial.first].start, sentence.words[denial.last].end
                held = [replace(one, status=Status.DENIED, cue=cue) for one in held]
            yield from held
            held = found
        yield from held

    def _denial(self, sentence: Sentence) -> Found[bool] | None:
        """The words by which a sentence denies «this»; a court that rejects an application denies nothing."""
        denied = next(self.words.denied.find(sentence.words), None)
        return denied if self.words.this.among(sentence.words) else None

    def _of_sentence(self, number: int, sentence: Sentence) -> Iterator[Told]:
        names = self.cast.names[number]
        for found in self._acts(sentence, self.places[number]):
            for target, rule in self._targets(sentence, names, found):
                yield self._told(number, sentence, found, target, rule)
        named = [name for name in names if not name.person.speaker]
        told_of = [name for name in named if not name.kin]
        if told_of:
            self._last = tuple(_row(told_of[-1], named))

    def _acts(self, sentence: Sentence, there: Sequence[Place]) -> list[Found[Act]]:
        """The acts whose conditions are met, of each code the first; of several words for a transfer the most definite."""
        met: dict[str, Found[Act]] = {}
        for found in self.words.acts.find(sentence.words):
            act = found.value
            toward = any(place.case == "to" for place in there) or not act.toward
            kin = not act.kin or self.words.kin.among(sentence.words)
            feared = not acts.is_transfer(act.code) and self.words.risk.among(sentence.words)
            if toward and kin and not feared and not act.unless.among(sentence.words):
                met.setdefault(act.code, found)
        transfers = sorted((code for code in met if code in _DEFINITE), key=_DEFINITE.__getitem__)
        return [found for code, found in met.items() if code not in transfers[:-1]]

    def _targets(
        self, sentence: Sentence, names: Sequence[Name], found: Found[Act]
    ) -> Iterator[tuple[Person | Group, str]]:
        """The person named nearest before the act, else behind it, with their row; else those counted; else the person told of last."""
        if found.value.code in _HARM | {"relatives"} and self._befalls_kin(sentence, names, found):
            told_of = [name.person for name in names if not (name.kin or name.person.speaker)] or self._last
            yield from ((person, "kin") for person in told_of[:1])
            return
        if found.value.kin:
            return
        named = [name for name in names if not name.person.speaker]
        told_of_here = [name for name in named if not name.kin]
        before = [name for name in told_of_here if name.last < found.first]
        if told_of_here:
            nearest = before[-1] if before else told_of_here[0]
            yield from ((person, "name") for person in _row(nearest, named))
            return
        group = self._group(sentence)
        if group is not None:
            yield group, "group"
        else:
            yield from ((person, "told_last") for person in self._last)

    def _befalls_kin(self, sentence: Sentence, names: Sequence[Name], found: Found[Act]) -> bool:
        """Whether a relative stands nearer before the act than any target's name; not one in a row with a target, nor one who only says it."""
        kin = [one.first for one in self.words.kin.find(sentence.words[: found.first])]
        named = [name for name in names if name.last < found.first]
        if not kin or (not found.value.kin and self.words.say.among(sentence.words)):
            return False
        if not named or named[-1].last < kin[-1]:
            return True
        in_row = len(named) > 1 and not named[-2].kin and named[-1].first - named[-2].last <= _ROW
        return named[-1].kin and not in_row

    def _group(self, sentence: Sentence) -> Group | None:
        """«iki aktivist», «17 мигрант»: a number with a word for people behind it."""
        people = [found.first for found in self.words.person.find(sentence.words)]
        for place, word in enumerate(sentence.words):
            count = (
                int(word.plain)
                if word.plain.isdecimal() and len(word.plain) <= 4
                else self.words.numbers.get(word.plain)
            )
            noun = next((other for other in people if place < other <= place + _GROUP), None)
            if count is not None and 1 < count <= _MOST_COUNTED and noun is not None:
                return Group(start=word.start, end=sentence.words[noun].end, count=count)
        return None

    def _told(self, number: int, sentence: Sentence, found: Found[Act], target: Person | Group, rule: str) -> Told:
        code = "relatives" if rule == "kin" else found.value.code
        word = sentence.words[found.first].start, sentence.words[found.last].end
        status, cue = self._status(sentence, code, word)
        host, destination = self._where(number, code, word[0], target)
        if isinstance(target, Person):
            moved = acts.is_transfer(code) and status is Status.OCCURRED
            after = destination if moved else host
            if after is not None and (moved or code in _PRESENT):
                self._hosts[target.key] = after
        agencies = self._agencies.inside(sentence.start, sentence.end)
        return Told(
            target=target,
            act=code,
            status=status,
            word=word,
            cue=cue,
            sentences=((sentence.start, sentence.end),),
            rule=rule,
            host=host,
            destination=destination,
            date=self._date(sentence, word[0]),
            agents=tuple({one.agency.name: one for one in agencies if one.agency.kind != "generic"}.values()),
        )

    def _status(self, sentence: Sentence, code: str, word: tuple[int, int]) -> tuple[Status, tuple[int, int]]:
        """Denied wherever the sentence denies; threatened and attempted only of transfers, for other acts those words say too little."""
        kinds = [(self.words.denied, Status.DENIED)]
        if acts.is_transfer(code):
            kinds += [(self.words.attempted, Status.ATTEMPTED), (self.words.threatened, Status.THREATENED)]
        for phrases, status in kinds:
            met = next(phrases.find(sentence.words), None)
            if met is not None:
                return status, (sentence.words[met.first].start, sentence.words[met.last].end)
        return Status.OCCURRED, word

    def _where(self, number: int, code: str, at: int, target: Person | Group) -> tuple[Place | None, Place | None]:
        """Host and destination: by case for a transfer; else the place «in» which, else the nearest, else where the person was told of last."""
        there = self.places[number]
        cases = {case: _nearest([one for one in there if one.case == case], at) for case in ("from", "in", "to")}
        last = self._hosts.get(target.key) if isinstance(target, Person) else None
        if acts.is_transfer(code):
            destination = cases["to"]
            reached = None if destination is None else destination.state
            asks = (
                self.pursuing.state if self.pursuing is not None else None
            )  # a state that demands somebody does not hold them
            rest = _nearest([one for one in there if one.state not in {reached, asks} and one.case != "to"], at)
            host = cases["from"] or cases["in"] or (last if last is not None and last.state != reached else rest)
            return (None if host is not None and host.state == reached else host), destination
        return cases["in"] or _nearest([one for one in there if one.case != "from"], at) or last, None

    def _date(self, sentence: Sentence, at: int) -> DateMatch | None:
        """The dated words of the sentence nearest to the act."""
        dated = [one for one in self._dates.inside(sentence.start, sentence.end) if one.date is not None]
        return min(dated, key=lambda one: abs(one.start - at), default=None)


def _nearest(there: Sequence[Place], at: int) -> Place | None:
    return min(there, key=lambda one: abs(one.start - at), default=None)


def _row(name: Name, named: Sequence[Name]) -> list[Person]:
    """The person of ``name`` and those named in a row with them."""
    here = named.index(name)
    first = last = here
    while first > 0 and named[first].first - named[first - 1].last <= _ROW:
        first -= 1
    while last + 1 < len(named) and named[last + 1].first - named[last].last <= _ROW:
        last += 1
    return list({one.person.key: one.person for one in named[first : last + 1]}.values())
