"""What one document tells, on the screen, without a casebook."""

from collections.abc import Iterable

from amparo.model import CallClaim, Claim, Document, Extraction, Mention, Passage, Slot, WindowClaim
from amparo.report.words import date_words, headline, law_statement, listed, role_label, state_name, visible

from .console import blank, paragraph

_DEEP = 4  # columns by which quotations stand in


def show(document: Document, extraction: Extraction) -> None:
    """Print the document's heading and everything found in it, each with its quotation."""
    _heading(document)
    mentions = {mention.id: mention for mention in extraction.mentions}
    for claim in extraction.claims:
        _claim(claim, mentions[claim.target])
    for call in extraction.calls:
        _told(_call(call), call.passages)
    for law in extraction.laws:
        stated = law_statement(law.instrument.value, law.says.value, [slot.value for slot in law.states])
        _told(f"Law: {stated}", law.passages)
    for window in extraction.windows:
        _told(_window(window), window.passages)
    _others(extraction.mentions)
    if not any((extraction.claims, extraction.calls, extraction.laws, extraction.windows)):
        paragraph("Nothing was found in it.")
        blank()


def _heading(document: Document) -> None:
    published = date_words(document.published) if document.published else "date of publication not known"
    told = (document.title, document.publisher, published, document.language)
    paragraph(f"{visible(document.name)}: {', '.join(visible(words) for words in told if words)}", style="bold")
    blank()


def _others(mentions: Iterable[Mention]) -> None:
    named = [_other(mention) for mention in mentions if mention.named and not mention.target]
    if named:
        paragraph(f"Also named: {'; '.join(named)}.", hanging=2)
        blank()


def _claim(claim: Claim, target: Mention) -> None:
    host = _value(claim.host) or " or ".join(state_name(slot.value) for slot in claim.hosts_any)
    destination = _value(claim.destination)
    route = f"{host or 'state not said'} → {destination}" if destination else host
    when = date_words(claim.date.value) if claim.date else "date not stated"
    act = headline(claim.act.value, claim.status.value)
    _told(f"{visible(target.name)}: {', '.join(filter(None, (act, route, when)))}", claim.passages)
    details = {
        "By whom": [slot.value.name for slot in claim.agents],
        "On whose word": [slot.value for slot in claim.sources],
        **{key.replace("_", " ").capitalize(): [slot.value] for key, slot in claim.details},
    }
    for label, values in details.items():
        if values:
            paragraph(f"{visible(label)}: {listed(map(visible, values))}", indent=_DEEP, hanging=2)
    blank()


def _call(call: CallClaim) -> str:
    by, to = (listed(state_name(slot.value) for slot in slots) for slots in (call.by, call.to))
    return f"Call: {by or 'the report itself'} to {to or 'no one named'}: {visible(call.demand.value)}"


def _window(window: WindowClaim) -> str:
    when = date_words(window.date.value) if window.date else "date not stated"
    parties = listed(state_name(slot.value) for slot in window.parties)
    return f"To be raised: {', '.join(filter(None, (visible(window.what.value), when, parties)))}"


def _other(mention: Mention) -> str:
    known = (role_label(mention.role) if mention.role else "", visible(mention.organisation or ""))
    told = ", ".join(filter(None, known))
    return f"{visible(mention.name)} ({told})" if told else visible(mention.name)


def _value(slot: Slot[str] | None) -> str:
    return state_name(slot.value) if slot else ""


def _told(words: str, passages: Iterable[Passage]) -> None:
    paragraph(words, hanging=2)
    for passage in passages:
        paragraph(f"“{visible(passage.exact)}”", indent=_DEEP, hanging=1, style="italic")
