"""The order in which a case's records are shown: documents by date of publication, the rest as the documents tell it."""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from amparo.model import Case, Claim, Document, Edtf, Incident, Passage


class Told(Protocol):
    """A record that stands in one document."""

    @property
    def id(self) -> str:
        """Stable id."""

    @property
    def document(self) -> str:
        """Id of the document."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The spans that carry it."""


T = TypeVar("T", bound=Told)


def in_order(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Documents by date of publication, undated ones last; each once."""
    unique = {document.id: document for document in documents}
    return tuple(sorted(unique.values(), key=lambda document: (*_dated(document.published), document.id)))


def as_told(records: Iterable[T], documents: Iterable[str]) -> list[T]:
    """Records by the order of ``documents`` (ids), then by their first passage."""
    ranks = {document: rank for rank, document in enumerate(documents)}
    return sorted(records, key=lambda record: (*_place(record, ranks), record.id))


def incident_claims(incident: Incident, case: Case) -> list[Claim]:
    """The claims an incident is made of, in the order of the documents."""
    wanted = set(incident.claims)
    return as_told((claim for claim in case.claims if claim.id in wanted), (one.id for one in in_order(case.documents)))


def _place(record: Told, ranks: Mapping[str, int]) -> tuple[int, int]:
    first = min((passage.start for passage in record.passages), default=0)
    return ranks.get(record.document, len(ranks)), first


def _dated(value: Edtf | None) -> tuple[bool, str, str]:
    return (True, "", "") if value is None else (False, value.earliest.isoformat(), value.latest.isoformat())
