"""What one document says. Every stated value stands in a `Slot` with the passages that carry it."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from .document import Passage
from .edtf import Edtf
from .fault import Fault

T = TypeVar("T")

GATE = "gate"  # stands for an engine's name where the gate alone looked at a text


class Status(StrEnum):
    """How far the act went, as the document tells it (eval schema, «Rules»)."""

    OCCURRED = "occurred"
    THREATENED = "threatened"
    ATTEMPTED = "attempted"
    DENIED = "denied"


class Side(StrEnum):
    """On whose side an agent stands in one incident."""

    ORIGIN = "origin"
    HOST = "host"
    THIRD = "third"
    UNKNOWN = "unknown"


class LawSays(StrEnum):
    """What a passage says of an instrument."""

    PARTY = "party"
    PROHIBITS = "prohibits"
    VIOLATES = "violates"
    DOMESTIC = "domestic"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot(Generic[T]):
    """A value, the passages that state it, the rule that read it there, and whether it was inferred rather than stated.

    A guessed slot still quotes what it was inferred from, and is shown as a guess wherever it appears.
    """

    value: T
    passages: tuple[Passage, ...]
    rule: str
    guessed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """Who did it, as the text names them; ``state`` is the ISO 3166-1 alpha-2 code of the state they act for, where known."""

    name: str
    state: str | None = None
    side: Side = Side.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Someone as one document calls them: one named person under all forms used in it, or an unnamed person or group.

    ``name`` is the citation form of a named person (the longest form in the text), else the noun phrase. ``forms`` are the different
    wordings, ``passages`` every place. ``count`` is the number the text gives. ``target`` says whether acts are told of them; others are
    spokespeople, officials, lawyers, witnesses. ``role`` is a code of `vocabulary.roles`, ``organisation`` whom they speak or act for.
    """

    id: str
    document: str
    name: str
    named: bool
    passages: tuple[Passage, ...]
    forms: tuple[str, ...] = ()
    count: int | None = None
    target: bool = False
    role: str | None = None
    organisation: str | None = None
    origin: Slot[str] | None = None
    affiliations: tuple[Slot[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one document says happened: one target × one act × one occasion.

    ``target`` is the id of a `Mention` of the same document. ``act`` is a code of `vocabulary.acts`; ``host``, ``destination`` and ``origin``
    are ISO 3166-1 alpha-2 codes. ``hosts_any`` holds several states named at once, of which the text does not say which (host is then
    None). ``sources`` are whom the text attributes it to, outermost first; empty where it speaks in its own voice. ``details`` are
    (key, slot) pairs such as sentence, charge, notice, date_text; ``named_as`` holds the words by which this place names the target («he»,
    «the two men»), guessed where it was inferred whom they mean. ``passages`` are the spans that carry the claim as a whole.
    """

    id: str
    document: str
    target: str
    act: Slot[str]
    status: Slot[Status]
    passages: tuple[Passage, ...]
    engine: str
    host: Slot[str] | None = None
    hosts_any: tuple[Slot[str], ...] = ()
    destination: Slot[str] | None = None
    origin: Slot[str] | None = None
    date: Slot[Edtf] | None = None
    agents: tuple[Slot[Agent], ...] = ()
    sources: tuple[Slot[str], ...] = ()
    details: tuple[tuple[str, Slot[str]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LawClaim:
    """What one document says of the law. ``instrument`` is a code of the law data where it has one, else the name in the text;
    ``states`` are ISO codes or «EU» for its member states.
    """

    id: str
    document: str
    instrument: Slot[str]
    says: Slot[LawSays]
    passages: tuple[Passage, ...]
    engine: str
    states: tuple[Slot[str], ...] = ()
    sources: tuple[Slot[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallClaim:
    """Who calls on whom to do what. ``to`` holds ISO codes for states and their authorities, else EU, UNHCR or names."""

    id: str
    document: str
    by: tuple[Slot[str], ...]
    to: tuple[Slot[str], ...]
    demand: Slot[str]
    passages: tuple[Passage, ...]
    engine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowClaim:
    """A meeting, hearing or deadline at which a case can be raised; ``parties`` are ISO codes, EU or names."""

    id: str
    document: str
    what: Slot[str]
    passages: tuple[Passage, ...]
    engine: str
    date: Slot[Edtf] | None = None
    parties: tuple[Slot[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that an engine found in one document, with what it could not do. ``engine`` is its name and version.

    A text in which the gate before the engines saw nothing to read for incidents was read by none of them: `passed_over` says so.
    """

    document: str
    engine: str
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    laws: tuple[LawClaim, ...] = ()
    calls: tuple[CallClaim, ...] = ()
    windows: tuple[WindowClaim, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def passed_over(self) -> bool:
        """Whether the gate found nothing to read for incidents, so that no engine looked for anything."""
        return self.engine.partition("/")[0] == GATE


def stable_id(*parts: object) -> str:
    """A 16-digit hexadecimal id derived from what the record is about, so that a rebuild gives the same id."""
    framed = "".join(f"{len(str(part))}:{part}" for part in parts)
    return hashlib.sha256(framed.encode("utf-8")).hexdigest()[:16]
