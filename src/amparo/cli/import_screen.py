"""What `amparo add` prints: what became of every file."""

from collections import Counter
from collections.abc import Iterable, Sequence

from amparo.pipeline import ImportRow, Outcome
from amparo.report import words
from amparo.report.words import visible

from . import console, rows
from .console import row
from .screens import faults

_OUTCOMES = {
    Outcome.ADDED: "added",
    Outcome.ALREADY_IN: "already in",
    Outcome.ONLY_ATTACHMENTS: "no own text",
    Outcome.ARCHIVED_UNREAD: "not read",
    Outcome.NOT_TAKEN: "not taken",
}
_FIRST = max(map(len, _OUTCOMES.values()))


def show(imported: Iterable[ImportRow], *, as_json: bool = False) -> int:
    """A line for each file as soon as it is stored, then every fault in full on stderr, then a summary; gives the number of faults.

    What came so far is summed up too when the import ends in an error.
    """
    done: list[ImportRow] = []
    ended = False
    try:
        for each in imported:
            done.append(each)
            if as_json:
                console.raw(rows.imported(each))
            else:
                row(_line(each))
        ended = True
    finally:
        found = faults(fault for each in done for fault in each.faults)
        if not as_json and (ended or done):
            row(_summary(done))
    return found


def _line(each: ImportRow) -> str:
    told = words.counted(each.claims, "claim") if each.outcome is Outcome.ADDED and not each.passed_over else ""
    same = f" (as {visible(each.same_as)})" if each.same_as else ""
    empty = " (held nothing to read for incidents)" if each.passed_over else ""
    return f"{_OUTCOMES[each.outcome]:<{_FIRST}}  {told:>10}  {visible(each.path)}{same}{empty}"


def _summary(done: Sequence[ImportRow]) -> str:
    """«3 files: 2 added, 1 already in, 0 not read»."""
    counts = Counter(each.outcome for each in done)
    unread = counts[Outcome.ARCHIVED_UNREAD] + counts[Outcome.NOT_TAKEN]
    parts = [f"{counts[Outcome.ADDED]} added", f"{counts[Outcome.ALREADY_IN]} already in", f"{unread} not read"]
    if counts[Outcome.ONLY_ATTACHMENTS]:
        parts.insert(1, f"{counts[Outcome.ONLY_ATTACHMENTS]} with attachments only")
    passed_over = sum(each.passed_over for each in done)
    if passed_over:
        parts.insert(1, f"{passed_over} of them with nothing to read for incidents (--no-gate reads them)")
    return f"{words.counted(len(done), 'file')}: {', '.join(parts)}."
