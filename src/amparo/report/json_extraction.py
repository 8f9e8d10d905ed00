"""What one document says, under the keys of the annotation schema by which extraction is measured."""

from amparo.model import CallClaim, Claim, Document, Extraction, LawClaim, Mention, Passage, WindowClaim
from amparo.vocabulary import acts

from .json_values import JSON, fault_json

# The roles the annotation schema has for people who are not targets; any other role is «other».
_OTHER_ROLES = frozenset({"researcher", "lawyer", "official", "relative", "witness", "journalist"})
_FINER_ROLES = {"whistleblower": "witness", "blogger": "journalist", "academic": "researcher"}


def extraction_json(document: Document, extraction: Extraction) -> dict[str, JSON]:
    """One document's claims, mentions and faults under the keys that ``docs/json.md`` explains, «Extraction».

    ``id`` is the document's file name. Acts are rolled up to the 22 of the schema; a finer code stays in ``details.act_finer``.
    """
    targets = [mention for mention in extraction.mentions if mention.named and mention.target]
    others = [mention for mention in extraction.mentions if mention.named and not mention.target]
    mentions = {mention.id: mention for mention in extraction.mentions}
    return {
        "id": document.name,
        "lang": document.language,
        "published": str(document.published) if document.published else None,
        "title": document.title,
        "text_sha256": document.text_sha256,
        "engine": extraction.engine,
        "passed_over": extraction.passed_over,
        "persons": list(map(_person, targets)),
        "others": list(map(_other, others)),
        "incidents": [_incident(claim, mentions[claim.target]) for claim in extraction.claims],
        "law": list(map(_law, extraction.laws)),
        "calls": list(map(_call, extraction.calls)),
        "windows": list(map(_window, extraction.windows)),
        "faults": list(map(fault_json, extraction.faults)),
    }


def _person(mention: Mention) -> dict[str, JSON]:
    return {
        "name": mention.name,
        "names": list(mention.forms),
        "origin": mention.origin.value if mention.origin else None,
        "roles": [mention.role] if mention.role else [],
        "affiliations": [slot.value for slot in mention.affiliations],
    }


def _other(mention: Mention) -> dict[str, JSON]:
    role = _FINER_ROLES.get(mention.role or "", mention.role)
    return {"name": mention.name, "role": role if role in _OTHER_ROLES else "other", "org": mention.organisation}


def _incident(claim: Claim, target: Mention) -> dict[str, JSON]:
    return {
        "target": target.name if target.named else None,
        "unnamed": None if target.named else target.name,
        "count": target.count,
        "act": acts.roll_up(claim.act.value),
        "status": claim.status.value.value,
        "host": claim.host.value if claim.host else None,
        "host_any": [slot.value for slot in claim.hosts_any],
        "destination": claim.destination.value if claim.destination else None,
        "origin": claim.origin.value if claim.origin else None,
        "date": str(claim.date.value) if claim.date else None,
        "agents": [slot.value.name for slot in claim.agents],
        "sources": [slot.value for slot in claim.sources],
        "details": _details(claim),
        "quotes": [passage.exact for passage in sorted(claim.passages, key=lambda one: (one.start, one.end))],
    }


def _details(claim: Claim) -> dict[str, JSON]:
    """Details by key, several values of one key joined with «; », and the finer act where the act was rolled up."""
    values: dict[str, list[str]] = {}
    for key, slot in claim.details:
        values.setdefault(key, []).append(slot.value)
    if claim.act.value != acts.roll_up(claim.act.value):
        values["act_finer"] = [claim.act.value]
    return {key: "; ".join(dict.fromkeys(found)) for key, found in values.items()}


def _law(law: LawClaim) -> dict[str, JSON]:
    return {
        "instrument": law.instrument.value,
        "states": [slot.value for slot in law.states],
        "claim": law.says.value.value,
        "quote": _quote(law.passages),
    }


def _call(call: CallClaim) -> dict[str, JSON]:
    return {
        "by": [slot.value for slot in call.by],
        "to": [slot.value for slot in call.to],
        "demand": call.demand.value,
        "quote": _quote(call.passages),
    }


def _window(window: WindowClaim) -> dict[str, JSON]:
    return {
        "what": window.what.value,
        "date": str(window.date.value) if window.date else None,
        "parties": [slot.value for slot in window.parties],
        "quote": _quote(window.passages),
    }


def _quote(passages: tuple[Passage, ...]) -> str:
    """The longest of the passages: the schema has room for one."""
    return max(passages, key=lambda passage: (len(passage.exact), -passage.start)).exact
