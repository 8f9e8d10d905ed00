"""What one document tells, on the screen, without a casebook."""

from collections.abc import Iterable

from amparo.model import Claim, Document, Extraction, Mention
from amparo.report.told import Told, beside_line, line, told_in_order
from amparo.report.words import date_words, role_label, visible

from .console import blank, paragraph

_DEEP = 4  # columns by which quotations stand in


def show(document: Document, extraction: Extraction) -> None:
    """Print the document's heading and everything found in it, each with its quotation."""
    _heading(document)
    names = {mention.id: mention.name for mention in extraction.mentions}
    told = told_in_order(extraction)
    for number, one in enumerate(told, start=1):
        _told(number, one, names[one.target] if isinstance(one, Claim) else "")
    _others(extraction.mentions)
    if extraction.passed_over:
        paragraph(
            "Held nothing to read for incidents, so nothing was looked for in it (--no-gate reads it all the same)."
        )
        blank()
    elif not told:
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


def _told(number: int, one: Told, who: str) -> None:
    """A claim under the number by which `amparo explain --claim` knows it."""
    paragraph(f"{number}. {line(one, who)}", hanging=2)
    for passage in one.passages:
        paragraph(f"“{visible(passage.exact)}”", indent=_DEEP, hanging=1, style="italic")
    for label, words in beside_line(one):
        paragraph(f"{label}: {words}", indent=_DEEP, hanging=2)
    blank()


def _other(mention: Mention) -> str:
    known = (role_label(mention.role) if mention.role else "", visible(mention.organisation or ""))
    told = ", ".join(filter(None, known))
    return f"{visible(mention.name)} ({told})" if told else visible(mention.name)
