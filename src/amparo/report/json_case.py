"""One case as JSON: every record with every slot, in an order that depends on nothing but the records."""

from amparo.model import (
    CallClaim,
    Case,
    Claim,
    Contradiction,
    Document,
    Incident,
    LawCheck,
    LawClaim,
    Mention,
    Person,
    WindowClaim,
)
from amparo.vocabulary import acts

from .json_law import finding_json, law_check_json
from .json_values import JSON, date_json, passages_json, slot_json, slots_json
from .order import as_told, in_order, incident_claims

SCHEMA = "amparo-case/1"  # goes up when a key changes its meaning or is taken away; a new key does not change it

Documents = dict[str, Document]


def case_json(case: Case) -> dict[str, JSON]:
    """The case under the keys that ``docs/json.md`` explains.

    Nothing in it depends on when it is made: the same records give the same JSON, in whatever order the documents came.
    """
    documents = {document.id: document for document in in_order(case.documents)}
    checks = {law.id: check for law, check in case.laws}
    return {
        "schema": SCHEMA,
        "person": _person(case.person),
        "mentions": [_mention(mention, documents) for mention in as_told(case.mentions, documents)],
        "incidents": [_incident(incident, case, documents) for incident in case.incidents],
        "findings": [
            {"incident": incident, "findings": [finding_json(finding) for finding in findings]}
            for incident, findings in case.findings
        ],
        "laws": [_law(law, checks[law.id], documents) for law in as_told((law for law, _ in case.laws), documents)],
        "calls": [_call(call, documents) for call in as_told(case.calls, documents)],
        "windows": [_window(window, documents) for window in as_told(case.windows, documents)],
        "speakers": [_person(speaker) for speaker in sorted(case.speakers, key=lambda one: (one.name, one.id))],
        "documents": [_document(document) for document in documents.values()],
    }


def _person(person: Person) -> dict[str, JSON]:
    return {
        "id": person.id,
        "name": person.name,
        "named": person.named,
        "names": list(person.names),
        "target": person.target,
        "count": person.count,
        "origin": person.origin,
        "roles": list(person.roles),
        "affiliations": list(person.affiliations),
        "mentions": list(person.mentions),
        "because": list(person.because),
    }


def _mention(mention: Mention, documents: Documents) -> dict[str, JSON]:
    return {
        "id": mention.id,
        "document": mention.document,
        "name": mention.name,
        "named": mention.named,
        "forms": list(mention.forms),
        "count": mention.count,
        "target": mention.target,
        "role": mention.role,
        "organisation": mention.organisation,
        "origin": slot_json(mention.origin, documents),
        "affiliations": slots_json(mention.affiliations, documents),
        "passages": passages_json(mention.passages, documents),
    }


def _incident(incident: Incident, case: Case, documents: Documents) -> dict[str, JSON]:
    return {
        "id": incident.id,
        "act": incident.act,
        "act_rolled_up": acts.roll_up(incident.act),
        "status": incident.status.value if incident.status else None,
        "date": date_json(incident.date),
        "host": incident.host,
        "hosts_any": list(incident.hosts_any),
        "destination": incident.destination,
        "origin": incident.origin,
        "contradictions": [_contradiction(contradiction) for contradiction in incident.contradictions],
        "claims": [_claim(claim, documents) for claim in incident_claims(incident, case)],
    }


def _contradiction(contradiction: Contradiction) -> dict[str, JSON]:
    readings: list[JSON] = [
        {"value": reading.value, "claims": list(reading.claims)} for reading in contradiction.readings
    ]
    return {"slot": contradiction.slot, "readings": readings}


def _claim(claim: Claim, documents: Documents) -> dict[str, JSON]:
    return {
        "id": claim.id,
        "document": claim.document,
        "target": claim.target,
        "act": slot_json(claim.act, documents),
        "status": slot_json(claim.status, documents),
        "date": slot_json(claim.date, documents),
        "host": slot_json(claim.host, documents),
        "hosts_any": slots_json(claim.hosts_any, documents),
        "destination": slot_json(claim.destination, documents),
        "origin": slot_json(claim.origin, documents),
        "agents": slots_json(claim.agents, documents),
        "sources": slots_json(claim.sources, documents),
        "details": [{"key": key, **(slot_json(slot, documents) or {})} for key, slot in claim.details],
        "passages": passages_json(claim.passages, documents),
        "engine": claim.engine,
    }


def _law(law: LawClaim, check: LawCheck, documents: Documents) -> dict[str, JSON]:
    return {
        "id": law.id,
        "document": law.document,
        "instrument": slot_json(law.instrument, documents),
        "says": slot_json(law.says, documents),
        "states": slots_json(law.states, documents),
        "sources": slots_json(law.sources, documents),
        "passages": passages_json(law.passages, documents),
        "engine": law.engine,
        "check": law_check_json(check),
    }


def _call(call: CallClaim, documents: Documents) -> dict[str, JSON]:
    return {
        "id": call.id,
        "document": call.document,
        "by": slots_json(call.by, documents),
        "to": slots_json(call.to, documents),
        "demand": slot_json(call.demand, documents),
        "passages": passages_json(call.passages, documents),
        "engine": call.engine,
    }


def _window(window: WindowClaim, documents: Documents) -> dict[str, JSON]:
    return {
        "id": window.id,
        "document": window.document,
        "what": slot_json(window.what, documents),
        "date": slot_json(window.date, documents),
        "parties": slots_json(window.parties, documents),
        "passages": passages_json(window.passages, documents),
        "engine": window.engine,
    }


def _document(document: Document) -> dict[str, JSON]:
    return {
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "publisher": document.publisher,
        "published": date_json(document.published),
        "basis": document.published_basis.value if document.published_basis else None,
        "language": document.language,
        "sha256": document.source,
        "text_sha256": document.text_sha256,
        "reader": document.reader,
    }
