"""What `amparo explain` prints: each claim with its sentences, and under every value the rule and the words it was read in."""

from collections.abc import Iterable

from amparo.report import Explanation, SlotReason
from amparo.report.words import listed, slot_label, visible

from .console import blank, paragraph

_DEEP, _DEEPER = 4, 8  # columns by which values and their reasons stand in


def show(explained: Iterable[Explanation]) -> None:
    """Print the explanations of one document."""
    for one in explained:
        _claim(one)


def _claim(one: Explanation) -> None:
    paragraph(f"{one.number}. {one.line}", hanging=2, style="bold")
    for quote in one.quotes:
        paragraph(f"“{visible(quote.exact)}”", indent=_DEEP, hanging=1, style="italic")
    read_by = (one.engine, *(f"{slot_label(name)}: {visible(value)}" for name, value in one.marks))
    paragraph(f"Read by {', '.join(read_by)}", indent=_DEEP, hanging=2)
    if one.trigger:
        paragraph(f"Seen by {listed(f'“{visible(words)}”' for words in one.trigger)}", indent=_DEEP, hanging=2)
    for slot in one.slots:
        _slot(slot)
    blank()


def _slot(slot: SlotReason) -> None:
    paragraph(f"{visible(slot.label)}: {slot.words}", indent=_DEEP, hanging=2)
    why = " ".join(slot.why) or "No list says what this rule goes by."
    paragraph(f"{why} [{visible(slot.rule)}]", indent=_DEEPER)
    for passage in slot.passages:
        paragraph(
            f"“{visible(passage.exact)}” (characters {passage.start} to {passage.end})", indent=_DEEPER, hanging=1
        )
