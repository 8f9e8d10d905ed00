"""Where: host, destination and origin of an act, each with the rule that read it and the words it was read in."""

import re
from dataclasses import dataclass, replace

from amparo.vocabulary import acts
from amparo.vocabulary.places import PlaceMatch

from .analysis import Analysis, Relation, Token
from .cast import Hint, Party
from .lexicon import words
from .scan import Found, Scan
from .triggers import Match, clause, is_aside, towards

_BEFORE_HOST = {"in", "at", "near", "inside", "within", "across", "throughout", "around"}
_AUTHORITY = {
    "authority", "authorities", "police", "court", "government", "prosecutor", "prosecutors", "ministry", "border", "immigration", "security",
    "officials", "official", "officer", "officers", "service", "services", "agent", "agents", "guards", "judge", "state", "migration",
}  # fmt: skip
# Done to people abroad, sometimes by the pursuing state's own hands: that its agents act does not say that it happened there.
_DONE_ABROAD = {
    "abduction", "disappearance", "killing", "assault", "threat", "extradition", "deportation", "rendition", "coerced_return",
}  # fmt: skip
_LEFT = {"return_to_safety", "abduction"}  # acts that take people away from where they happen
_STRAIGHT_BEFORE = 40  # characters between a state and the agency it names («Turkmen security services (MNB)»)
_PHRASE, _PHRASE_WORDS = 60, 6  # characters and words before a place in which its preposition stands
_ACTOR = 12  # words of an actor read for a place
_BACK = 3  # sentences looked back for the place where the story goes on
# The host of these is the state that acts (annotation reading 9).
_ACTING_STATE = {"charge", "conviction", "designation"}
_PURSUED_OR_PURSUER = {"opposition", "government", "security", "authorities", "president", "asylum", "dissident"}
_NEXT_WORD = re.compile(r"(?:'s)?\s+(\w+)")


@dataclass(frozen=True, slots=True)
class State:
    """A state read for a slot, with the characters that show it."""

    code: str
    start: int
    end: int
    rule: str
    guessed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The states of one act; ``hosts_any`` are several of which the text does not say which (host is then None)."""

    host: State | None = None
    hosts_any: tuple[State, ...] = ()
    destination: State | None = None
    origin: State | None = None


def setting(analysis: Analysis, match: Match, scan: Scan, party: Party, pursuing: State | None) -> Setting:
    """The states of the act of ``match`` on ``party``; ``pursuing`` is the state that the whole text is about."""
    by = _origin(analysis, match, scan, party, pursuing)
    to = destination(analysis, match, scan, by)
    at = _host(analysis, match, scan, party, by, to)
    if to is not None and to.guessed and _code(at) == _code(to):
        to = None  # «deported from Germany»: what was only guessed gives way to what is said
        by = None if by is None or by.guessed else by
    if at is None and match.act == "return_to_safety" and by is not None:
        at = replace(by, rule="host.state_left", guessed=True)
    lived_in = tuple(of_hint(hint) for hint in party.hosts)
    if at is None and len(lived_in) == 1:
        at = lived_in[0]
    return Setting(host=at, hosts_any=lived_in if at is None else (), destination=to, origin=by)


def destination(analysis: Analysis, match: Match, scan: Scan, origin: State | None) -> State | None:
    """Whither a transfer leads: the place after «to»; «home» means the pursuing state, and so does silence, as a guess."""
    if not (acts.is_transfer(match.act) or match.act == "return_to_safety"):
        return None
    found = towards(analysis, match.token, scan)
    if found is not None and found[2] is not None:
        return State(found[2], found[0], found[1], "destination.to_place")
    if match.act == "return_to_safety" or origin is None:
        return None
    if found is not None:
        return State(origin.code, found[0], found[1], "destination.home", guessed=origin.guessed)
    return State(origin.code, origin.start, origin.end, "destination.pursuing_state", guessed=True)


def _origin(analysis: Analysis, match: Match, scan: Scan, party: Party, pursuing: State | None) -> State | None:
    """The pursuing state: the person's own, else where the transfer leads, else the state that the whole text is about."""
    if party.origin is not None:
        return of_hint(party.origin)
    if acts.is_transfer(match.act):
        found = towards(analysis, match.token, scan)
        if found is not None and found[2] is not None:
            return State(found[2], found[0], found[1], "origin.destination", guessed=True)
    if party.named:
        return pursuing
    named = {place.state for start, end in party.spans for place in scan.places.inside(start, end) if place.state}
    # «two activists residing outside Tajikistan and Turkmenistan»: the text does not say whose
    return None if len(named) == 2 else pursuing


def of_hint(hint: Hint) -> State:
    """The state that stands beside a name."""
    return State(hint.value, hint.start, hint.end, hint.rule)


def pursuing_state(text: str, scan: Scan) -> State | None:
    """The state whose critics a text is about: the demonym that stands most often beside its people and authorities."""
    weights: dict[str, float] = {}
    shown: dict[str, PlaceMatch] = {}
    for place in scan.places:
        if place.state is None:
            continue
        weights[place.state] = weights.get(place.state, 0.0) + _weight(text, place)
        if place.state not in shown or (place.kind == "demonym" and shown[place.state].kind != "demonym"):
            shown[place.state] = place
    if not weights:
        return None
    best = max(weights, key=lambda state: (weights[state], -shown[state].start))
    return State(best, shown[best].start, shown[best].end, "origin.whole_text", guessed=True)


def _weight(text: str, place: PlaceMatch) -> float:
    """How much one place says that its state is the pursuing one."""
    if place.kind != "demonym":
        return 0.5
    word = _NEXT_WORD.match(text, place.end)
    pursued = words("persons.en.toml", "target") | _PURSUED_OR_PURSUER
    return 3.0 if word is not None and word[1].lower().startswith(tuple(pursued)) else 0.6


def _host(
    analysis: Analysis, match: Match, scan: Scan, party: Party, origin_: State | None, destination_: State | None
) -> State | None:
    """Where it happened: place of the clause, then the acting state, then a place of the sentence (a guess)."""
    if match.act == "interpol":
        return None
    away = _state_left(analysis, match, scan, party, destination_)
    if away is not None or match.act == "return_to_safety":
        return away
    reached, home = _code(destination_), _code(origin_)
    here = _after(analysis, match, scan, _BEFORE_HOST, party, reached)
    if here is not None:
        return replace(here, rule="host.in_place")
    acting = _acting_state(analysis, match, scan)
    if acting is not None and acting.code not in reached | (home if match.act in _DONE_ABROAD else set()):
        return acting
    if match.act in _ACTING_STATE | {"relatives"} and origin_ is not None:
        return replace(origin_, rule="host.pursuing_state", guessed=True)
    return _of_sentence(analysis, match, scan, reached | home, named=party.named)


def _state_left(analysis: Analysis, match: Match, scan: Scan, party: Party, destination_: State | None) -> State | None:
    """The place after «from», for acts that take people away: then the host is the state left, not the one reached."""
    if not (acts.is_transfer(match.act) or match.act in _LEFT):
        return None
    said = set() if destination_ is None or destination_.guessed else {destination_.code}
    away = _after(analysis, match, scan, {"from"}, party, said)
    return None if away is None else replace(away, rule="host.from_place")


def _code(state: State | None) -> set[str]:
    return set() if state is None else {state.code}


def _after(
    analysis: Analysis, match: Match, scan: Scan, prepositions: set[str], party: Party, avoid: set[str]
) -> State | None:
    """The state of the first place of the clause that follows one of the prepositions.

    A place inside the words for an unnamed person («people based in Poland») says where they live.
    """
    around = clause(analysis, match.token)
    own = () if party.named else party.spans
    for place in scan.places.inside(around[0].start, around[-1].end):
        if place.kind == "demonym" or place.state is None or place.state in avoid:
            continue
        if any(first <= place.start < last for first, last in own) or is_aside(analysis, match, place.start):
            continue
        if _follows(analysis.lower[max(around[0].start, place.start - _PHRASE) : place.start], prepositions):
            return State(place.state, place.start, place.end, "host.place")
    return None


def _follows(before: str, prepositions: set[str]) -> bool:
    """Whether the last words ``before`` a place hold one of the prepositions, with no «to» behind it."""
    last = before.replace(",", " ").split()[-_PHRASE_WORDS:]
    cue = next((at for at in range(len(last) - 1, -1, -1) if last[at] in prepositions), None)
    return cue is not None and "to" not in last[cue:]


def _acting_state(analysis: Analysis, match: Match, scan: Scan) -> State | None:
    """«Thailand deported», «Kazakh police detained», «a Moscow court», «by the Turkish authorities»."""
    actors = [*analysis.children(match.token, Relation.SUBJECT, Relation.AGENT)] or _governing_actors(analysis, match)
    for actor in actors:
        tokens = sorted(analysis.subtree(actor), key=lambda t: t.index)[:_ACTOR]
        for place in scan.places.inside(tokens[0].start, tokens[-1].end):
            if place.state is not None and (place.kind == "name" or any(t.text.lower() in _AUTHORITY for t in tokens)):
                return State(place.state, place.start, place.end, "host.acting_state")
        for agency in scan.agencies.inside(tokens[0].start, tokens[-1].end):
            if agency.code is not None:
                return State(agency.code, agency.start, agency.end, "host.acting_agency")
    return None


def _governing_actors(analysis: Analysis, match: Match) -> list[Token]:
    """Who does the act where the verb above says it: «Thailand decided to deport», «seized and deported»."""
    head = analysis.head(match.token)
    if head is None or head.pos != "VERB" or head.lemma in words("speech.en.toml", "report"):
        return []
    if match.token.relation not in {Relation.CONJUNCT, Relation.COMPLEMENT}:
        return []
    return [*analysis.children(head, Relation.SUBJECT, Relation.AGENT)]


def _of_sentence(analysis: Analysis, match: Match, scan: Scan, avoid: set[str], *, named: bool) -> State | None:
    """The only foreign state of the sentence; else the last place told shortly before it."""
    sentence = analysis.sentence(match.token)
    nearby = _foreign(scan, sentence.start, sentence.end, avoid)
    if len({place.state for place in nearby}) == 1:
        return State(nearby[0].state or "", nearby[0].start, nearby[0].end, "host.only_place_of_sentence", guessed=True)
    first = analysis.sentences[max(0, sentence.index - _BACK)]
    before = _foreign(scan, first.start, sentence.start, avoid)
    if named and not nearby and before:
        return State(before[-1].state or "", before[-1].start, before[-1].end, "host.told_before", guessed=True)
    return None


def _foreign(scan: Scan, start: int, end: int, avoid: set[str]) -> list[PlaceMatch]:
    return [p for p in scan.places.inside(start, end) if p.state and p.state not in avoid and p.kind != "demonym"]


def agency_state(found: Found, text: str, scan: Scan) -> str | None:
    """The state an agency acts for: its own, else that of the demonym or name straight before it («Russia's FSB», «Turkmen security services»)."""
    if found.code is not None:
        return found.code
    place = next(scan.places.before(found.start), None)
    between = text[place.end : found.start] if place is not None else ""
    return (
        place.state
        if place is not None and len(between) <= _STRAIGHT_BEFORE and not set(between) & {",", "."}
        else None
    )
