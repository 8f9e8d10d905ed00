"""What many documents say together: persons, incidents with their contradictions, cases."""

from dataclasses import dataclass

from .claim import CallClaim, Claim, LawClaim, Mention, Status, WindowClaim
from .document import Document
from .edtf import Edtf
from .finding import Finding, LawCheck


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A cluster of mentions, across documents: one named person, or one unnamed person or group of one document.

    ``mentions`` are ids of `Mention`; ``names`` all forms, the fullest first. ``because`` says for each joined mention why it was
    joined. ``target`` is False for people who only speak or act in the reports.
    """

    id: str
    name: str
    named: bool
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    target: bool
    count: int | None = None
    origin: str | None = None
    roles: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One of several values that claims give for one slot, with the claims that give it."""

    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Values that cannot all be right, side by side; nobody has settled it."""

    slot: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """A cluster of claims about one occasion of one act on one target (HURIDOCS's *act*).

    ``act``, ``status``, ``date``, ``host``, ``destination``, ``origin`` are the reading that the most precise claims agree on, or None
    where claims disagree; then ``contradictions`` holds every reading. ``claims`` are ids, in order of the documents.
    """

    id: str
    person: str
    act: str
    claims: tuple[str, ...]
    status: Status | None
    date: Edtf | None = None
    host: str | None = None
    hosts_any: tuple[str, ...] = ()
    destination: str | None = None
    origin: str | None = None
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What resolving gives for one set of documents."""

    persons: tuple[Person, ...] = ()
    incidents: tuple[Incident, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One person's, or one unnamed group's, incidents in order of time, with what stands around them.

    ``claims`` and ``mentions`` are the records that ``incidents`` and ``person`` name by id; ``documents`` the texts they stand in.
    ``speakers`` are the other people named in those texts. ``calls``, ``laws`` (each with its check against the data) and ``windows`` are those of
    the same documents that concern this case. ``findings`` pair an incident's id with what binds the host state on its date.
    """

    person: Person
    incidents: tuple[Incident, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    documents: tuple[Document, ...]
    speakers: tuple[Person, ...] = ()
    calls: tuple[CallClaim, ...] = ()
    laws: tuple[tuple[LawClaim, LawCheck], ...] = ()
    windows: tuple[WindowClaim, ...] = ()
    findings: tuple[tuple[str, tuple[Finding, ...]], ...] = ()
