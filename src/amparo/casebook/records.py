"""What the casebook gives beside the nouns of the model."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from amparo.model import Claim, Edtf, Mention, Passage, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a casebook says of itself: made when (UTC), by whom, with which version, and in which layout it is now."""

    created_at: datetime
    created_by: str
    made_with: str
    layout: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockContents:
    """All that is needed to resolve some blocks: their mentions, every claim told of these, and when the documents were published.

    ``published`` has each document in which a mention stands; None where its date is unknown.
    """

    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    published: Mapping[str, Edtf | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One case as a line of a list. ``first`` and ``last`` are the dates of its earliest and latest dated incident.

    ``acts`` are codes of its incidents, ``hosts`` the states that any of its claims names as host, also those named as one of several;
    both are sorted. ``documents`` counts the texts that mention the person.
    """

    person: Person
    incidents: int
    first: Edtf | None
    last: Edtf | None
    acts: tuple[str, ...]
    hosts: tuple[str, ...]
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that has the words searched for. ``snippet`` quotes it where most of them stand together, or its beginning
    where they stand only in its title; a higher ``rank`` is a better fit.
    """

    document_id: str
    title: str | None
    published: Edtf | None
    snippet: Passage
    rank: float
