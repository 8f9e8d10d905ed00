"""The room's verb: mentions and claims of any number of documents → persons and incidents."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from amparo.model import Claim, Edtf, Mention, Person, Resolution, WrongCall

from .blocks import block
from .incidents import incidents_of
from .persons import persons_of

_NOT_KNOWN: Mapping[str, Edtf | None] = MappingProxyType({})


def resolve(
    mentions: Sequence[Mention], claims: Sequence[Claim], *, published: Mapping[str, Edtf | None] = _NOT_KNOWN
) -> Resolution:
    """Who and what the documents tell of together; every mention in exactly one person, every claim in exactly one incident.

    ``mentions`` are all those of one or more blocks (`block`), ``claims`` all claims on them, ``published`` says when documents (by
    id) came out. Blocks do not act on one another: the result for several is the results for each, put together. It is the
    same for any order of the input. Persons come sorted by id, incidents by person and then in order of time.

    Raises `WrongCall` for a claim whose target is not among ``mentions``, `UnknownCode` for an act that the vocabulary does not have.
    """
    on_mention: dict[str, list[Claim]] = {mention.id: [] for mention in mentions}
    for claim in claims:
        if claim.target not in on_mention:
            raise WrongCall(
                f"Claim {claim.id} is on mention {claim.target}, which was not given. Resolve them together."
            )
        on_mention[claim.target].append(claim)
    by_block: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_block.setdefault(block(mention), []).append(mention)
    found = [person for part in by_block.values() for person in persons_of(part, on_mention, published)]
    persons = sorted(found, key=lambda person: person.id)
    return Resolution(
        persons=tuple(persons),
        incidents=tuple(
            incident
            for person in persons
            for incident in incidents_of(person.id, _claims_on(person, on_mention), published)
        ),
    )


def _claims_on(person: Person, on_mention: Mapping[str, Sequence[Claim]]) -> list[Claim]:
    return [claim for mention in person.mentions for claim in on_mention[mention]]
