"""The people of one text: every name under all its forms, and what stands beside it (role, organisation, origin)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from amparo.vocabulary import names, roles

from .analysis import Analysis, Relation, Token
from .lexicon import words
from .names import NameSpan
from .scan import Found, Scan

_PERSONS = "persons.en.toml"
_SAME_NAME = 0.9  # two full names of one text that are this alike are one person in two spellings
_BESIDE = 14  # words read after a name for an apposition


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A value read beside a name, with the characters that show it."""

    value: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One person or group of the text. ``spans`` are all places, in order; ``speaker`` marks those who speak or act for someone."""

    key: int
    name: str
    named: bool
    spans: tuple[tuple[int, int], ...]
    count: int | None = None
    role: str | None = None
    speaker: bool = False
    quoted: bool = False  # subject of a verb of saying: a witness unless acts are told of them
    organisation: str | None = None
    origin: Hint | None = None
    affiliations: tuple[Hint, ...] = ()
    hosts: tuple[Hint, ...] = ()


@dataclass
class Cast:
    """All parties of one text. Named ones are known from the start; unnamed ones join as acts are told of them."""

    parties: list[Party]
    pursued: set[int] = field(default_factory=set)  # keys of those of whom an act is told by name
    _at: dict[int, int] = field(default_factory=dict)
    _groups: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for party in self.parties:
            for start, end in party.spans:
                self._at.update(dict.fromkeys(range(start, end), party.key))

    def at(self, token: Token) -> Party | None:
        """The named party whose name ``token`` is part of."""
        key = self._at.get(token.start)
        return None if key is None else self.parties[key]

    def within(self, start: int, end: int) -> tuple[Party, ...]:
        """The named parties with a name inside ``[start, end)``, in order of the text, each once."""
        keys = dict.fromkeys(self._at[offset] for offset in range(start, end) if offset in self._at)
        return tuple(self.parties[key] for key in keys)

    def last_before(self, offset: int, *, pursued: bool = False) -> Party | None:
        """The named party named last before ``offset``, of those pursued if asked; people who only speak are passed over."""
        best: tuple[int, Party] | None = None
        for party in self.parties:
            if not party.named or party.speaker or ((pursued or party.quoted) and party.key not in self.pursued):
                continue
            before = [start for start, end in party.spans if end <= offset]
            if before and (best is None or before[-1] > best[0]):
                best = (before[-1], party)
        return best[1] if best else None

    def group(self, head: int, party: Party) -> Party:
        """The unnamed party whose noun is the token ``head``: ``party`` the first time, the same one ever after."""
        if head not in self._groups:
            self._groups[head] = len(self.parties)
            self.parties.append(replace(party, key=len(self.parties)))
        return self.parties[self._groups[head]]


def cast_of(analysis: Analysis, spans: Sequence[NameSpan], scan: Scan) -> Cast:
    """Gather the names of a text into persons: spelling variants together, bare surnames with the full name they stand for."""
    clusters: list[list[NameSpan]] = []
    for span in (span for span in spans if span.full):
        cluster = next((c for c in clusters if _same_full_name(c[0].words, span.words)), None)
        if cluster is None:
            clusters.append([span])
        else:
            cluster.append(span)
    for span in (span for span in spans if not span.full):
        _place_single(span, clusters)
    parties = [_party(key, sorted(c, key=lambda span: span.start), analysis, scan) for key, c in enumerate(clusters)]
    return Cast(parties)


def _same_full_name(a: str, b: str) -> bool:
    return names.fold(a) == names.fold(b) or (len(a.split()) == len(b.split()) and names.similarity(a, b) >= _SAME_NAME)


def _place_single(span: NameSpan, clusters: list[list[NameSpan]]) -> None:
    """A name standing alone belongs to the full name it fits that was used last before it, else to the first that it fits."""
    fitting = [c for c in clusters if any(names.fits(span.words, known.words) for known in c)]
    if not fitting:
        clusters.append([span])
        return
    before = [c for c in fitting if min(known.start for known in c) < span.start]
    nearest = max(before, key=lambda c: max(k.start for k in c if k.start < span.start)) if before else fitting[0]
    nearest.append(span)


def _party(key: int, spans: list[NameSpan], analysis: Analysis, scan: Scan) -> Party:
    name = max(spans, key=lambda span: (len(span.words.split()), len(span.words))).words
    stretches = [stretch for span in spans for stretch in _beside(analysis, span)]
    role, speaker = _role(analysis, stretches)
    return Party(
        key=key,
        name=name,
        named=True,
        spans=tuple((span.start, span.end) for span in spans),
        role=role,
        speaker=speaker,
        quoted=_is_quoted(analysis, spans),
        organisation=_organisation(stretches, scan),
        origin=_origin(analysis, spans, stretches, scan),
        affiliations=_affiliations(stretches, scan),
    )


def _is_quoted(analysis: Analysis, spans: list[NameSpan]) -> bool:
    for span in spans:
        token = analysis.span_head(span.start, span.end)
        head = analysis.head(token) if token is not None and token.relation is Relation.SUBJECT else None
        if head is not None and head.lemma in words("speech.en.toml", "report"):
            return True
    return False


def _beside(analysis: Analysis, span: NameSpan) -> Iterable[tuple[int, int]]:
    """Stretches that describe the person named: the words before the name, and an apposition behind a comma."""
    inside = analysis.within(span.start, span.end)
    if not inside:
        return
    sentence = analysis.sentence(inside[0])
    before = _words_before(analysis, inside[0].index, sentence.first)
    if before:
        yield before
    after = inside[-1].index + 1
    if after < sentence.last and analysis.tokens[after].text == ",":
        end = _apposition_end(analysis, after + 1, sentence.last)
        if end > after + 1:
            yield analysis.tokens[after + 1].start, analysis.tokens[end - 1].end


def _words_before(analysis: Analysis, first: int, sentence_first: int) -> tuple[int, int] | None:
    """«Another Tajik activist,» or «Human Rights Watch researcher» straight before a name."""
    stop = first - 1
    if stop >= sentence_first and analysis.tokens[stop].text == ",":
        stop -= 1
        if stop < sentence_first or not _person_noun(analysis.tokens[stop]):
            return None
    start = stop
    while start >= sentence_first and (
        analysis.tokens[start].pos in {"NOUN", "PROPN", "ADJ", "NUM", "ADV"}
        or analysis.tokens[start].text in {"-", "'s", "and", "for"}
    ):
        start -= 1
    return (analysis.tokens[start + 1].start, analysis.tokens[stop].end) if start < stop else None


def _apposition_end(analysis: Analysis, first: int, last: int) -> int:
    """The end of «, Central Asia researcher at Human Rights Watch»: before the next verb, «who» or second comma; empty without a person noun."""
    noun = False
    for index in range(first, min(last, first + _BESIDE)):
        token = analysis.tokens[index]
        if (
            token.pos in {"VERB", "AUX"}
            or token.text in {";", "(", '"', ":"}
            or token.text.lower() in {"who", "which", "that", "whose"}
        ):
            return index if noun else first
        if token.text == "," and (noun or index > first + 6):
            return index if noun else first
        noun = noun or _person_noun(token)
    return min(last, first + _BESIDE) if noun else first


def _person_noun(token: Token) -> bool:
    return (
        token.lemma in words(_PERSONS, "target")
        or token.lemma in words(_PERSONS, "speaker")
        or token.lemma in words(_PERSONS, "kin")
    )


def _role(analysis: Analysis, stretches: list[tuple[int, int]]) -> tuple[str | None, bool]:
    """The role beside a name, and whether it is that of someone who speaks or acts for others."""
    for start, end in stretches:
        phrase = analysis.text[start:end].lower()
        code = roles.role_of(phrase)
        tokens = {token.lemma for token in analysis.within(start, end)}
        speaks = bool(tokens & words(_PERSONS, "speaker")) or (code is not None and roles.role(code).applies == "other")
        pursued = bool(tokens & words(_PERSONS, "modifier")) or "opposition" in tokens
        if code is not None or speaks:
            return code, speaks and not pursued
    return None, False


def _organisation(stretches: list[tuple[int, int]], scan: Scan) -> str | None:
    for start, end in stretches:
        found = scan.organisations_in(start, end) or scan.agencies_in(start, end)
        if found:
            return found[0].name
    return None


def _origin(analysis: Analysis, spans: list[NameSpan], stretches: list[tuple[int, int]], scan: Scan) -> Hint | None:
    """«Azat of Turkmenistan», «from Tajikistan», «a Tajik blogger»: the state a person comes from."""
    for span in spans:
        after = analysis.text[span.end : span.end + 6].lower()
        if after.startswith((" of ", " from ")):
            place = next((p for p in scan.places if 0 <= p.start - span.end <= 8 and p.kind == "name"), None)
            if place is not None and place.state:
                return Hint(value=place.state, start=place.start, end=place.end, rule="origin.of_place")
    for start, end in stretches:
        demonym = next((p for p in scan.places_in(start, end) if p.kind == "demonym" and p.state), None)
        if demonym is not None and demonym.state:
            return Hint(value=demonym.state, start=demonym.start, end=demonym.end, rule="origin.demonym")
    return None


def _affiliations(stretches: list[tuple[int, int]], scan: Scan) -> tuple[Hint, ...]:
    movements: list[Found] = [
        f for start, end in stretches for f in scan.organisations_in(start, end) if f.kind == "movement"
    ]
    unique = {found.name: found for found in reversed(movements)}
    return tuple(
        Hint(value=name, start=found.start, end=found.end, rule="affiliation.beside_name")
        for name, found in sorted(unique.items())
    )
