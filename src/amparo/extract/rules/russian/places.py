"""Where an act in a Russian text happened, whither it led and on whose behalf: by case and preposition, then by who acts, then by what is near."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from amparo.extract.rules.analysis import Analysis, Relation, Token
from amparo.extract.rules.cast import Party
from amparo.extract.rules.scan import Scan
from amparo.extract.rules.settings import Setting, State, agency_state, of_hint
from amparo.extract.rules.triggers import Match, is_aside
from amparo.vocabulary import acts
from amparo.vocabulary.places import PlaceMatch

from .triggers import towards

_LEFT = {"return_to_safety"}
_HOME_ACTS = {"charge", "conviction", "designation"}  # the acting state is the host (annotation reading 9)
_DONE_ABROAD = {
    "abduction",
    "disappearance",
    "killing",
    "assault",
    "threat",
    "extradition",
    "deportation",
    "rendition",
    "coerced_return",
    "asylum_refusal",
}
_AUTHORITY = (
    "власт", "полиц", "суд", "прокур", "генпрокур", "мвд", "мид", "министерств", "правительств", "спецслужб", "силовик", "пограничник", "миграционн", "служб",
    "сотрудник", "консульств", "посольств", "следовател", "комитет", "департамент", "генконсульств", "милици",
)  # fmt: skip
_BACK = 3  # sentences looked back for the place where the story goes on
_IN, _FROM = {"в", "во", "на", "под", "близ", "около", "возле", "у", "при"}, {"из", "с", "со", "от"}


def setting(analysis: Analysis, match: Match, scan: Scan, act: str, party: Party, pursuing: State | None) -> Setting:
    """The states of the ``act`` that ``match`` tells of ``party``; ``pursuing`` is the state that the whole text is about."""
    by = of_hint(party.origin) if party.origin is not None else pursuing
    to = _destination(analysis, match, scan, by)
    at = _host(analysis, match, scan, act, by, to)
    if to is not None and to.guessed and at is not None and at.code == to.code:
        to = None
    return Setting(host=at, destination=to, origin=by)


def _destination(analysis: Analysis, match: Match, scan: Scan, origin: State | None) -> State | None:
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


def _host(analysis: Analysis, match: Match, scan: Scan, act: str, by: State | None, to: State | None) -> State | None:
    """Where it happened: place of the clause, then the acting state, then a place of the sentence or told shortly before (guesses)."""
    if match.act == "interpol":
        return None
    transfer = acts.is_transfer(match.act) or match.act in _LEFT
    reached = {to.code} if to is not None else set()
    home = {by.code} if by is not None else set()
    places = list(_of_clause(analysis, match, scan))
    if transfer:
        left = next(
            (place for place in places if _marked(analysis, place, _FROM, "Case=Gen") and place.state not in reached),
            None,
        )
        if left is not None:
            return _state(left, "host.from_place")
    here = next(
        (
            p
            for p in places
            if p.state not in (reached if transfer else set())
            and _marked(analysis, p, _IN, "Case=Loc", "Case=Ins", "Case=Gen")
        ),
        None,
    )
    if here is not None:
        return _state(here, "host.in_place")
    acting = _acting_state(analysis, match, scan)
    if acting is not None and acting.code not in reached | (home if match.act in _DONE_ABROAD else set()):
        return acting
    if act in _HOME_ACTS | {"relatives"} and by is not None:
        return replace(by, rule="host.pursuing_state", guessed=True)
    return _near(analysis, match, scan, reached | home)


def _state(place: PlaceMatch, rule: str, *, guessed: bool = False) -> State:
    return State(place.state or "", place.start, place.end, rule, guessed=guessed)


def _of_clause(analysis: Analysis, match: Match, scan: Scan) -> Iterator[PlaceMatch]:
    """The places of the clause of the act, nearest first."""
    first, last = clause(analysis, match.token)
    found = [
        p
        for p in scan.places.inside(first, last)
        if p.state and p.kind != "demonym" and not is_aside(analysis, match, p.start)
    ]
    yield from sorted(found, key=lambda p: abs(p.start - match.token.start))


def clause(analysis: Analysis, token: Token) -> tuple[int, int]:
    """The characters around ``token`` up to the next finite verb of another clause, semicolon or quotation mark of a longer quotation."""
    sentence = analysis.sentence(token)
    over = {word.index for word in analysis.ancestors(token)}
    first = last = token.index
    while first > sentence.first and not _breaks(analysis.tokens[first - 1], token, over):
        first -= 1
    while last + 1 < sentence.last and not _breaks(analysis.tokens[last + 1], token, over):
        last += 1
    return analysis.tokens[first].start, analysis.tokens[last].end


def _breaks(other: Token, token: Token, over: set[int]) -> bool:
    if other.text in {";", ":"}:
        return True
    if (
        other.pos != "VERB"
        or other.relation is Relation.MODIFIER
        or not (other.has("VerbForm=Fin") or other.has("Variant=Short"))
    ):
        return False
    governs = other.index in over and other.relation is not Relation.CONJUNCT
    return not governs and other.head != token.index


def _marked(analysis: Analysis, place: PlaceMatch, prepositions: set[str], *cases: str) -> bool:
    """Whether a place stands behind one of the prepositions, in one of the cases where the case is told."""
    tokens = analysis.within(place.start, place.end)
    if not tokens:
        return False
    before = analysis.tokens[max(analysis.sentence(tokens[0]).first, tokens[0].index - 4) : tokens[0].index]
    mark = next((word for word in reversed(before) if word.pos == "ADP"), None)
    if mark is None or mark.lemma not in prepositions:
        return False
    case = [feature for feature in tokens[-1].features if feature.startswith("Case=")]
    return (
        not case
        or bool(set(case) & set(cases))
        or (mark.lemma in {"в", "на"} and tokens[-1].text.lower()[-1] in "еуио" and "Case=Acc" not in case)
    )


def _acting_state(analysis: Analysis, match: Match, scan: Scan) -> State | None:
    """«Казахстан выдал», «турецкая полиция задержала», «суд в Вильнюсе приговорил», «сотрудниками ФСБ»."""
    for actor in actors(analysis, match):
        tokens = sorted(analysis.subtree(actor), key=lambda t: t.index)
        near = [t for t in tokens if abs(t.index - actor.index) <= 8]
        start, end = near[0].start, near[-1].end
        power = any(token.lemma.startswith(_AUTHORITY) for token in near)
        for place in scan.places.inside(start, end):
            if place.state is not None and (power or (place.kind == "name" and place.start <= actor.start < place.end)):
                return _state(place, "host.acting_state")
        for agency in scan.agencies.inside(start, end):
            code = agency_state(agency, analysis.text, scan)
            if code is not None:
                return State(code, agency.start, agency.end, "host.acting_agency")
    return None


def actors(analysis: Analysis, match: Match) -> list[Token]:
    """Who does the act: the subject of an active verb (its own, or of the verb over it), the agent of a passive one."""
    token = match.token
    found = list(analysis.children(token, Relation.AGENT))
    found += [
        child
        for child in analysis.children(token, Relation.OBLIQUE)
        if child.has("Case=Ins") and not analysis.children(child, Relation.MARK)
    ]
    passive = bool(analysis.children(token, Relation.PASSIVE_SUBJECT, Relation.PASSIVE_AUXILIARY)) or token.has(
        "Voice=Pass"
    )
    if match.trigger.verb and not passive and match.trigger.patient != "subject":
        word: Token | None = token
        while word is not None:
            own = analysis.children(word, Relation.SUBJECT)
            if own:
                return [*found, *own]
            head = analysis.head(word)
            word = (
                head
                if word.relation in {Relation.CONJUNCT, Relation.COMPLEMENT} and head is not None and head.pos == "VERB"
                else None
            )
    return found


def _near(analysis: Analysis, match: Match, scan: Scan, avoid: set[str]) -> State | None:
    """The only foreign state of the sentence; else the last place told shortly before it."""
    sentence = analysis.sentence(match.token)
    nearby = _foreign(scan, sentence.start, sentence.end, avoid)
    if len({place.state for place in nearby}) == 1:
        return _state(nearby[0], "host.only_place_of_sentence", guessed=True)
    first = analysis.sentences[max(0, sentence.index - _BACK)]
    before = _foreign(scan, first.start, sentence.start, avoid)
    if nearby:
        return None
    if before:
        return _state(before[-1], "host.told_before", guessed=True)
    most = _most_named(scan, avoid)
    return None if most is None else _state(most, "host.told_before", guessed=True)


def _most_named(scan: Scan, avoid: set[str]) -> PlaceMatch | None:
    """The first place of the foreign state that the text names most often: where its story is set."""
    foreign = [p for p in scan.places if p.state and p.state not in avoid and p.kind != "region"]
    counts = Counter(place.state for place in foreign)
    return max(foreign, key=lambda p: (counts[p.state], -p.start), default=None)


def _foreign(scan: Scan, start: int, end: int, avoid: set[str]) -> list[PlaceMatch]:
    return [p for p in scan.places.inside(start, end) if p.state and p.state not in avoid and p.kind != "demonym"]
