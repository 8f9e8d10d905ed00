"""Mentions of one block → persons: joined where the name fits, a second fact is shared and nothing clashes; with the reason in words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from amparo.model import Claim, Mention, Person, stable_id
from amparo.vocabulary.names import split

from .evidence import Profile, bodies, clash, profile, second_facts
from .linkage import average_link
from .namesakes import Likeness, compare
from .order import Published, told

NAME_ALONE = 0.4
"""How much a fitting name without a second fact counts between two mentions that others hold together: with `LEAST`, whoever joins a
cluster shares a fact with at least one in six of its members."""
LEAST = 0.5
"""Least mean affinity across two clusters that join. Above `NAME_ALONE`: a name alone joins nobody."""


def persons_of(
    block: Sequence[Mention], on_mention: Mapping[str, Sequence[Claim]], published: Published
) -> list[Person]:
    """The persons of one block; every mention in exactly one, independent of the order of ``block``.

    ``on_mention`` holds the claims on each mention by its id. An unnamed mention is always a person by itself.
    """
    mentions = sorted(block, key=lambda mention: told(published, mention.document, mention.id))
    profiles = [profile(mention, on_mention[mention.id]) for mention in mentions]
    comparison = _Comparison(profiles=profiles, published=published, likeness={})
    clusters = average_link(len(profiles), comparison.affinity, least=LEAST)
    return [_person([profiles[item] for item in cluster], published) for cluster in clusters]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Comparison:
    """Compares mentions by their place in ``profiles``; each two different names are compared once and kept in ``likeness``."""

    profiles: Sequence[Profile]
    published: Published
    likeness: dict[tuple[str, str], Likeness]

    def affinity(self, i: int, j: int) -> float | None:
        """How strongly two mentions hold together: 1 with a second fact, `NAME_ALONE` without, 0 where the name is too short to tell; None
        where they cannot be one person.
        """
        one, other = self.profiles[i], self.profiles[j]
        if not (one.mention.named and other.mention.named) or clash(one, other):
            return None
        likeness = self._compare(one.mention.name, other.mention.name)
        if likeness is Likeness.SAME:
            return 1.0 if any(second_facts(one, other, self.published)) else NAME_ALONE
        return 0.0 if likeness is Likeness.PERHAPS else None

    def _compare(self, one: str, other: str) -> Likeness:
        pair = (min(one, other), max(one, other))
        if pair not in self.likeness:
            self.likeness[pair] = compare(*pair)
        return self.likeness[pair]


def _person(profiles: Sequence[Profile], published: Published) -> Person:
    """One cluster, in the order of telling, as a person. The id hangs on the mention told first, so that it stays when later reports are
    added; it changes only when an earlier one joins.
    """
    mentions = [one.mention for one in profiles]
    wordings = _names(mentions)
    origins = {one.origin for one in profiles if one.origin is not None}
    return Person(
        id=stable_id("person", mentions[0].id),
        name=wordings[0],
        named=mentions[0].named,
        names=wordings,
        mentions=tuple(mention.id for mention in mentions),
        target=any(mention.target for mention in mentions),
        count=mentions[0].count if not mentions[0].named else None,
        origin=next(iter(origins)) if len(origins) == 1 else None,
        roles=tuple(sorted({mention.role for mention in mentions if mention.role})),
        affiliations=tuple(sorted({body for mention in mentions for body in bodies(mention)})),
        because=tuple(_because(joined, profiles, published) for joined in profiles[1:]),
    )


def _names(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """All wordings, each once: citation forms, the fullest and of these the most frequent first, then the other forms."""
    citations = _ranked([mention.name for mention in mentions])
    others = _ranked([form for mention in mentions for form in mention.forms if form not in citations])
    return (*citations, *others)


def _ranked(wordings: Sequence[str]) -> list[str]:
    """The different wordings: the fullest, then the most frequent, then the first told. A father's name does not make a name fuller: it
    stands in the papers of some authorities only.
    """
    frequency = Counter(wordings)
    return sorted(frequency, key=lambda wording: (-_fullness(wording), -frequency[wording], wordings.index(wording)))


def _fullness(wording: str) -> int:
    """How many words of given name and surname there are, initials not counted."""
    parts = split(wording)
    return sum(len(word) > 1 and not word.endswith(".") for word in f"{parts.given} {parts.surname}".split())


def _because(joined: Profile, members: Sequence[Profile], published: Published) -> str:
    """Why ``joined`` belongs to the cluster: the facts it shares with one member, the first told that shares any."""
    others = (member for member in members if member is not joined)
    partner = next(other for other in others if any(second_facts(other, joined, published)))
    facts = ", ".join(second_facts(partner, joined, published))
    one, other = joined.mention, partner.mention
    return f"«{one.name}» (document {one.document}) and «{other.name}» (document {other.document}): the names fit, and {facts}"
