"""Who did it, as the text names them, and for which state."""

from amparo.model import Agent, Side

from .analysis import Analysis, Relation, Token
from .lexicon import words
from .scan import Scan
from .settings import State, agency_state
from .triggers import Match

_HELPED = (
    "with the assistance of",
    "with the help of",
    "assisted by",
    "together with",
    "jointly with",
    "along with",
    "with the support of",
)


def agents(
    analysis: Analysis, match: Match, scan: Scan, origin: State | None, host: State | None
) -> tuple[tuple[Agent, int, int], ...]:
    """The agents of the act with the characters that name each: «by …», the subject of an active verb, and who is said to have helped."""
    found: dict[str, tuple[Agent, int, int]] = {}
    for start, end in _stretches(analysis, match):
        listed = scan.agencies.inside(start, end)
        specific = [f for f in listed if f.kind != "generic"]
        for agency in specific or listed:
            if any(
                f.start <= agency.start and agency.end <= f.end for f in listed if f is not agency and f.name in found
            ):
                continue
            state = agency_state(agency, analysis.text, scan)
            found.setdefault(
                agency.name,
                (Agent(name=agency.name, state=state, side=_side(state, origin, host)), agency.start, agency.end),
            )
        for agency in listed:
            if (
                agency.kind == "generic"
                and specific
                and not _described(agency.start, agency.end, [(f.start, f.end) for f in specific])
            ):
                state = agency_state(agency, analysis.text, scan)
                found.setdefault(
                    agency.name,
                    (Agent(name=agency.name, state=state, side=_side(state, origin, host)), agency.start, agency.end),
                )
        if not listed:
            found.update(_described_agent(analysis, start, end, scan, origin, host))
    return tuple(found.values())


def _described(start: int, end: int, specific: list[tuple[int, int]]) -> bool:
    """Whether a generic name only describes a specific one beside it: «Turkmen security services (MNB)», «FSB security service»."""
    return any(0 <= s - end <= 2 or 0 <= start - e <= 1 for s, e in specific)


def _stretches(analysis: Analysis, match: Match) -> list[tuple[int, int]]:
    """The characters of the phrases that name agents."""
    found = [_extent(analysis, child) for child in analysis.children(match.token, Relation.AGENT)]
    passive = bool(found) or bool(analysis.children(match.token, Relation.PASSIVE_AUXILIARY, Relation.PASSIVE_SUBJECT))
    if match.trigger.verb and not passive and match.trigger.patient != "subject":
        found += [_extent(analysis, child) for child in analysis.children(match.token, Relation.SUBJECT)]
    sentence = analysis.sentence(match.token)
    lower = analysis.lower[match.token.start : sentence.end]
    for cue in _HELPED:
        at = lower.find(cue)
        if at >= 0 and match.trigger.verb:
            start = match.token.start + at + len(cue)
            stop = next(
                (
                    i
                    for i in range(start, sentence.end)
                    if analysis.text[i] in ',.;"' or analysis.lower.startswith(" from ", i)
                ),
                sentence.end,
            )
            found.append((start, stop))
    return found


def _extent(analysis: Analysis, token: Token) -> tuple[int, int]:
    tokens = [t for t in analysis.subtree(token) if t.pos != "VERB" or t is token]
    return min(t.start for t in tokens), max(t.end for t in tokens)


def _described_agent(
    analysis: Analysis, start: int, end: int, scan: Scan, origin: State | None, host: State | None
) -> dict[str, tuple[Agent, int, int]]:
    """«Tajik authorities», «three masked men», «a court in Vilnius»: an actor no list names, as the text calls it."""
    lower = analysis.text[start:end].lower()
    actors = {
        "authorities",
        "government",
        "court",
        "men",
        "officials",
        "officers",
        "agents",
        "ministry",
        "office",
        "guards",
        "forces",
        "prosecutors",
        "judge",
    }
    tokens = analysis.within(start, end)
    hit = next((t for t in tokens if t.text.lower() in actors), None)
    if hit is None or any(t.lemma in words("persons.en.toml", "kin") for t in tokens):
        return {}
    first = next((t for t in tokens if t.pos not in {"ADP", "DET", "PUNCT"}), hit)
    name = analysis.text[first.start : hit.end]
    places = [p for p in scan.places.inside(start, end) if p.state]
    state = places[0].state if places and lower else None
    return {name: (Agent(name=name, state=state, side=_side(state, origin, host)), first.start, hit.end)}


def _side(state: str | None, origin: State | None, host: State | None) -> Side:
    if state is None:
        return Side.UNKNOWN
    if origin is not None and state == origin.code:
        return Side.ORIGIN
    return Side.HOST if host is not None and state == host.code else Side.THIRD
