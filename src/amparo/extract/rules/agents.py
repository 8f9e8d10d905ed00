"""Who did it, as the text names them, and for which state."""

import re

from amparo.model import Agent, Side

from .analysis import Analysis, Relation, Token
from .lexicon import words
from .scan import Found, Scan
from .settings import State, agency_state
from .triggers import Match

_HELPED = re.compile(
    r"\b(?:with the (?:assistance|help|support) of|assisted by|together with|jointly with|along with)\b", re.IGNORECASE
)
_HELPER_ENDS = re.compile(r'[,.;"]| from ', re.IGNORECASE)
_INSTITUTIONS = {"authorities", "government", "court", "ministry", "office", "forces", "prosecutors", "judge"}
_ACTORS = _INSTITUTIONS | {"men", "officials", "officers", "agents", "guards"}

Named = tuple[Agent, int, int]  # an agent with the characters that name it


def agents(analysis: Analysis, match: Match, scan: Scan, origin: State | None, host: State | None) -> tuple[Named, ...]:
    """The agents of the act with the characters that name each: «by …», the subject of an active verb, and who is said to have helped."""
    found: dict[str, Named] = {}
    for start, end in _stretches(analysis, match):
        listed = scan.agencies.inside(start, end)
        for agency in _telling(listed):
            state = agency_state(agency, analysis.text, scan)
            agent = Agent(name=agency.name, state=state, side=_side(state, origin, host))
            found.setdefault(agency.name, (agent, agency.start, agency.end))
        described = None if listed else _described(analysis, start, end, scan)
        if described is not None:
            name, state, first, last = described
            found.setdefault(name, (Agent(name=name, state=state, side=_side(state, origin, host)), first, last))
    return tuple(found.values())


def _telling(listed: tuple[Found, ...]) -> list[Found]:
    """The specific agencies, and of the general words («police») those that do not only describe one of them beside it."""
    specific = [agency for agency in listed if agency.kind != "generic"]
    general = [agency for agency in listed if agency.kind == "generic"]
    return specific + [agency for agency in general if not any(_beside(agency, other) for other in specific)]


def _beside(a: Found, b: Found) -> bool:
    """Whether a general word stands beside a name: «Turkmen security services (MNB)», «FSB security service»."""
    return 0 <= b.start - a.end <= 2 or 0 <= a.start - b.end <= 1


def _stretches(analysis: Analysis, match: Match) -> list[tuple[int, int]]:
    """The characters of the phrases that name agents."""
    found = [_extent(analysis, child) for child in analysis.children(match.token, Relation.AGENT)]
    passive = bool(found) or bool(analysis.children(match.token, Relation.PASSIVE_AUXILIARY, Relation.PASSIVE_SUBJECT))
    if not match.trigger.verb:
        return found
    if not passive and match.trigger.patient != "subject":
        found += [_extent(analysis, child) for child in analysis.doers(match.token)]
    sentence = analysis.sentence(match.token)
    for helped in _HELPED.finditer(analysis.text, match.token.start, sentence.end):
        stop = _HELPER_ENDS.search(analysis.text, helped.end(), sentence.end)
        found.append((helped.end(), stop.start() if stop is not None else sentence.end))
    return found


def _extent(analysis: Analysis, token: Token) -> tuple[int, int]:
    """What hangs on ``token``, without the verbs of its clauses."""
    tokens = [t for t in analysis.subtree(token) if t.pos != "VERB" or t is token]
    return min(t.start for t in tokens), max(t.end for t in tokens)


def _described(analysis: Analysis, start: int, end: int, scan: Scan) -> tuple[str, str | None, int, int] | None:
    """«Tajik authorities», «three masked men», «a court in Vilnius»: an actor no list names, as the text calls it, with the state it acts for."""
    tokens = analysis.within(start, end)
    actor = next((t for t in tokens if t.text.lower() in _ACTORS), None)
    if actor is None or any(t.lemma in words("persons.en.toml", "kin") for t in tokens):
        return None
    first = next((t for t in tokens if t.pos not in {"ADP", "DET", "PUNCT"}), actor)
    if first.start > actor.start:
        first = actor
    until = end if actor.text.lower() in _INSTITUTIONS else actor.start  # «men in Istanbul» act for nobody one knows
    state = next((place.state for place in scan.places.inside(start, until) if place.state), None)
    return analysis.text[first.start : actor.end], state, first.start, actor.end


def _side(state: str | None, origin: State | None, host: State | None) -> Side:
    if state is None:
        return Side.UNKNOWN
    if origin is not None and state == origin.code:
        return Side.ORIGIN
    return Side.HOST if host is not None and state == host.code else Side.THIRD
