"""Where and when: host, destination, origin and date of an act, each with the rule that read it and the words it was read in."""

import re
from dataclasses import dataclass

from amparo.model import Edtf
from amparo.vocabulary import acts
from amparo.vocabulary.places import PlaceMatch

from .analysis import Analysis, Relation, Token
from .cast import Party
from .lexicon import words
from .scan import Found, Scan
from .triggers import Match, clause, towards

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
_BACK = 3  # sentences looked back for the place where the story goes on
_ACTING_STATE = {
    "charge",
    "conviction",
    "designation",
}  # the host of these is the state that acts (annotation reading 9)
_PURSUED_OR_PURSUER = {"opposition", "government", "security", "authorities", "president", "asylum", "dissident"}
_NEXT_WORD = re.compile(r"(?:'s)?\s+(\w+)")

AS_BEFORE = "date.as_before"  # rule of a date that the text gives as that of what it told last
_SAME_DAY = re.compile(r"\b(?:that|the same) (?:day|night|evening|morning|afternoon)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class State:
    """A state read for a slot, with the characters that show it."""

    code: str
    start: int
    end: int
    rule: str
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """A date read for an act: resolved or, where the text does not show the year, only its words."""

    date: Edtf | None
    start: int
    end: int
    rule: str
    guessed: bool = False


def destination(analysis: Analysis, match: Match, scan: Scan, origin: State | None) -> State | None:
    """Whither a transfer leads: the place after «to»; «home» and silence mean the pursuing state, and are guesses."""
    if not (acts.is_transfer(match.act) or match.act == "return_to_safety"):
        return None
    found = towards(analysis, match.token, scan)
    if found is not None and found[2] is not None:
        return State(found[2], found[0], found[1], "destination.to_place")
    if match.act == "return_to_safety" or origin is None:
        return None
    if found is not None:
        return State(origin.code, found[0], found[1], "destination.home")
    return State(origin.code, origin.start, origin.end, "destination.pursuing_state", guessed=True)


def origin(analysis: Analysis, match: Match, scan: Scan, party: Party, pursuing: State | None) -> State | None:
    """The pursuing state: the person's own, else where the transfer leads, else the state that the whole text is about."""
    if party.origin is not None:
        hint = party.origin
        return State(hint.value, hint.start, hint.end, hint.rule)
    if acts.is_transfer(match.act):
        found = towards(analysis, match.token, scan)
        if found is not None and found[2] is not None:
            return State(found[2], found[0], found[1], "origin.destination")
    if (
        not party.named
        and len({p.state for start, end in party.spans for p in scan.places.inside(start, end) if p.state}) == 2
    ):
        return None  # «two activists residing outside Tajikistan and Turkmenistan»: the text names two, and does not say whose
    return pursuing


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


def host(
    analysis: Analysis, match: Match, scan: Scan, origin_: State | None, destination_: State | None, *, named: bool
) -> State | None:
    """Where it happened: place of the clause, then the acting state, then a place of the sentence (a guess)."""
    if match.act == "interpol":
        return None
    around = clause(analysis, match.token)
    avoid = {destination_.code} if destination_ is not None and match.act != "return_to_safety" else set()
    away = (
        _after(analysis, around, scan, {"from"}, avoid) if acts.is_transfer(match.act) or match.act in _LEFT else None
    )
    if away is not None or match.act == "return_to_safety":  # then the host is the state left, not the one reached
        return State(away.state or "", away.start, away.end, "host.from_place") if away is not None else None
    here = _after(analysis, around, scan, _BEFORE_HOST, avoid)
    if here is not None:
        return State(here.state or "", here.start, here.end, "host.in_place")
    acting = _acting_state(analysis, match, scan)
    foreign_hand = (
        acting is not None and origin_ is not None and acting.code == origin_.code and match.act in _DONE_ABROAD
    )
    if acting is not None and acting.code not in avoid and not foreign_hand:
        return acting
    if match.act in _ACTING_STATE | {"relatives"} and origin_ is not None:
        return State(origin_.code, origin_.start, origin_.end, "host.pursuing_state", guessed=True)
    return _of_sentence(analysis, match, scan, avoid | ({origin_.code} if origin_ is not None else set()), named=named)


def _after(
    analysis: Analysis, around: tuple[Token, ...], scan: Scan, prepositions: set[str], avoid: set[str]
) -> PlaceMatch | None:
    """The place that follows one of the prepositions within the clause, the nearest to its preposition first."""
    start, end = around[0].start, around[-1].end
    for place in scan.places.inside(start, end):
        if place.kind == "demonym" or place.state is None or place.state in avoid:
            continue
        before = analysis.lower[max(start, place.start - 60) : place.start].replace(",", " ").split()[-6:]
        cue = next((at for at in range(len(before) - 1, -1, -1) if before[at] in prepositions), None)
        if cue is not None and "to" not in before[cue:]:
            return place
    return None


def _acting_state(analysis: Analysis, match: Match, scan: Scan) -> State | None:
    """«Thailand deported», «Kazakh police detained», «a Moscow court», «by the Turkish authorities»."""
    actors = [*analysis.children(match.token, Relation.SUBJECT), *analysis.children(match.token, Relation.AGENT)]
    head = analysis.head(match.token)
    if (
        not actors
        and match.token.relation in {Relation.CONJUNCT, Relation.COMPLEMENT}
        and head is not None
        and head.pos == "VERB"
        and head.lemma not in words("speech.en.toml", "report")
    ):
        actors = [*analysis.children(head, Relation.SUBJECT), *analysis.children(head, Relation.AGENT)]
    for actor in actors:
        tokens = sorted(analysis.subtree(actor), key=lambda t: t.index)[:12]
        if not tokens:
            continue
        for place in scan.places.inside(tokens[0].start, tokens[-1].end):
            if place.state is not None and (place.kind == "name" or any(t.text.lower() in _AUTHORITY for t in tokens)):
                return State(place.state, place.start, place.end, "host.acting_state")
        for agency in scan.agencies.inside(tokens[0].start, tokens[-1].end):
            if agency.code is not None:
                return State(agency.code, agency.start, agency.end, "host.acting_agency")
    return None


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


def when(analysis: Analysis, match: Match, scan: Scan) -> When | None:
    """The date of the act: the nearest date of its clause, else the only date of the sentence that is not that of a saying."""
    sentence = analysis.sentence(match.token)
    around = clause(analysis, match.token)
    own = [d for d in scan.dates.inside(around[0].start, around[-1].end) if not _of_saying(analysis, match, d.start)]
    if own:
        nearest = min(own, key=lambda d: abs(d.start - match.token.start))
        return When(nearest.date, nearest.start, nearest.end, "date.of_clause")
    rest = [d for d in scan.dates.inside(sentence.start, sentence.end) if not _of_saying(analysis, match, d.start)]
    if len(rest) == 1 and _chained(analysis, match.token, rest[0].start):
        return When(rest[0].date, rest[0].start, rest[0].end, "date.of_sentence", guessed=True)
    same = _SAME_DAY.search(analysis.text, sentence.start, sentence.end)
    return When(None, same.start(), same.end(), AS_BEFORE) if same is not None and not rest else None


def _chained(analysis: Analysis, token: Token, offset: int) -> bool:
    """Whether a date elsewhere in the sentence may still be that of the act: it stands at the sentence's head, or in a row of verbs."""
    sentence = analysis.sentence(token)
    return offset - sentence.start < 30 or token.relation is Relation.CONJUNCT


def _of_saying(analysis: Analysis, match: Match, offset: int) -> bool:
    """Whether the date at ``offset`` says when something was said: it hangs on a verb of saying, not on the act."""
    report = words("speech.en.toml", "report") | words("speech.en.toml", "call") | {"call"}
    for token in analysis.within(offset, offset + 1):
        for word in (token, *analysis.ancestors(token)):
            if word.index in {t.index for t in match.tokens}:
                return False
            if word.pos == "VERB":
                return word.lemma in report
            if word.lemma in {"statement", "letter", "report", "interview", "article"}:
                return True
    return False


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
