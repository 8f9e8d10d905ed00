"""Who did it, in Russian, as the text names them, and for which state."""

from amparo.extract.rules.agents import Named
from amparo.extract.rules.analysis import Analysis, Relation
from amparo.extract.rules.scan import Scan
from amparo.extract.rules.settings import State, agency_state
from amparo.extract.rules.triggers import Match
from amparo.model import Agent, Side

from .places import actors

_ACTORS = (
    "власт", "полиц", "суд", "прокур", "генпрокур", "министерств", "правительств", "спецслужб", "силовик", "пограничник", "сотрудник", "консульств", "посольств",
    "следовател", "комитет", "департамент", "неизвестн", "люди", "человек", "мужчин", "оперативник", "патрул", "служб", "милици", "агент", "участков", "омон",
)  # fmt: skip
_LONGEST = 6  # words


def agents(analysis: Analysis, match: Match, scan: Scan, origin: State | None, host: State | None) -> tuple[Named, ...]:
    """The agents of the act with the characters that name each: the subject of an active verb, the instrumental of a passive one."""
    found: dict[str, Named] = {}
    for actor in actors(analysis, match):
        near = sorted(
            (t for t in analysis.subtree(actor) if 0 <= abs(t.index - actor.index) <= _LONGEST), key=lambda t: t.index
        )
        listed = scan.agencies.inside(near[0].start, near[-1].end)
        for agency in listed:
            state = agency_state(agency, analysis.text, scan)
            agent = Agent(name=analysis.text[agency.start : agency.end], state=state, side=_side(state, origin, host))
            found.setdefault(agent.name, (agent, agency.start, agency.end))
        if listed or not actor.lemma.startswith(_ACTORS):
            continue
        words = [
            t for t in near if t.index == actor.index or (t.head == actor.index and t.relation is Relation.MODIFIER)
        ]
        start, end = words[0].start, words[-1].end
        state = next((p.state for p in scan.places.inside(start, near[-1].end) if p.state), None)
        found.setdefault(
            analysis.text[start:end],
            (Agent(name=analysis.text[start:end], state=state, side=_side(state, origin, host)), start, end),
        )
    return tuple(found.values())


def _side(state: str | None, origin: State | None, host: State | None) -> Side:
    if state is None:
        return Side.UNKNOWN
    if origin is not None and state == origin.code:
        return Side.ORIGIN
    return Side.HOST if host is not None and state == host.code else Side.THIRD
