"""What `amparo evaluate` prints: tables of figures, the list of misses, and what changed since another run."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from amparo.pipeline.evaluating import (
    MEASURES,
    SLOTS,
    STRICT,
    Comparison,
    Counts,
    Event,
    Fate,
    Measured,
    Miss,
    Pair,
    Part,
    Reason,
    Run,
)
from amparo.report import words
from amparo.report.words import visible

from .console import blank, paragraph, row

_PARTS = {
    Part.ALL: "",
    Part.OPEN: " of the open part (number not ending in 0 or 5)",
    Part.BLIND: " of the blind fifth (number ending in 0 or 5)",
}
_REASONS = {
    Reason.UNREAD: "the text could not be read",
    Reason.PASSED_OVER: "the gate passed the text over",
    Reason.PERSON_NOT_FOUND: "the person was not found",
    Reason.NOTHING_TOLD: "the person was found, but no incident",
    Reason.NO_UNNAMED: "no unnamed people were found",
    Reason.OTHER_ACT: "another act on the same words",
    Reason.OTHER_TARGET: "the act was given to someone else",
    Reason.OTHER_OCCASION: "only another occasion of the same act was found",
    Reason.NO_ACT: "the act was not seen",
}
_REASONS_FALSE = {
    Reason.NOTHING_ANNOTATED: "nothing is annotated in this text",
    Reason.NO_TARGET: "not annotated as a target",
    Reason.UNNAMED: "no unnamed people are annotated",
    Reason.OTHER_ACT: "another act is annotated on the same words",
    Reason.OTHER_TARGET: "the act is annotated of someone else",
    Reason.OTHER_OCCASION: "the act is annotated once only",
    Reason.NO_ACT: "no such act is annotated of them",
}
_NOT_LISTED = "Incidents of the blind fifth (number ending in 0 or 5) are not listed."
_DEEP = 4  # columns by which quotations stand in
_HEAD = f"{'':<16}{'precision':>10}{'recall':>8}{'F1':>8}{'right':>8}{'found':>8}{'annotated':>11}"
_HEAD_OF_PARTS = (
    f"{'':<16}{'texts':>6}{'persons F1':>12}{'event P':>9}{'R':>7}{'F1':>7}{'strict F1':>11}{'unnamed R':>11}"
)
_HEAD_OF_CHANGES = f"{'':<16}{'before':>8}{'after':>8}{'change':>9}{'95 % of draws':>20}"


def show(run: Run, by: Sequence[str], *, misses: bool) -> None:
    """Print the figures of a run, a table for each of ``by`` («lang», «genre», «act»), and the misses if asked for."""
    total = run.total
    texts = words.counted(total.documents, "annotated text")
    row(f"{run.engine or 'no engine'} on {texts}{_PARTS[run.part]}", style="bold")
    if total.unread:
        paragraph(
            f"{words.counted(total.unread, 'text')} could not be read; all that is annotated there counts as missed."
        )
    blank()
    _scores(total)
    for key in by:
        if key == "act":
            _acts(total)
        else:
            _parts(run.by(key), {"lang": "language"}.get(key, key))
    if misses:
        _misses(run.documents)


def comparison(found: Comparison) -> None:
    """Print what changed since another run: figures first, then every incident that fared otherwise."""
    row(
        f"Before: {found.before}   after: {found.after}   {words.counted(found.documents, 'text')} in both",
        style="bold",
    )
    if found.only_before or found.only_after:
        paragraph(f"Left out, since only one run measured them: {found.only_before} before, {found.only_after} after.")
    blank()
    row(_HEAD_OF_CHANGES)
    for one in found.measures:
        row(_change(one.measure, one.before.f1, one.after.f1, one.interval))
    for slot in found.slots:
        row(_change(slot.slot.replace("_", " "), slot.before, slot.after))
    blank()
    row("Acts, F1")
    for one in found.acts:
        if one.before != one.after:
            row(_change(one.measure, one.before.f1, one.after.f1))
    blank()
    _fates(f"Better: {len(found.better)}", found.better)
    _fates(f"Worse: {len(found.worse)}", found.worse)


def _scores(total: Counts) -> None:
    row(_HEAD)
    for name in MEASURES:
        tally = total.measures[name]
        row(_scored(name, tally.precision, tally.recall, tally.f1, (tally.right, tally.found, tally.gold)))
    blank()
    row(f"{'right slots':<16}{'share':>10}   of the paired incidents")
    for slot in SLOTS:
        share = total.slots[slot]
        row(f"{slot.replace('_', ' '):<16}{_share(share.value):>10}   {share.right} of {share.of}")
    blank()
    row(f"Quotations that stand in their text: {_share(total.quotes.value)} of {total.quotes.of}")
    row(f"Incidents with a quotation: {_share(total.carried.value)} of {total.carried.of}")
    row(f"Texts without an incident: {total.negatives}, incidents found in them: {total.false_in_negatives}")
    blank()


def _scored(name: str, p: float, r: float, f1: float, numbers: tuple[int, int, int]) -> str:
    right, found, gold = numbers
    return f"{name:<16}{p:>10.3f}{r:>8.3f}{f1:>8.3f}{right:>8}{found:>8}{gold:>11}"


def _acts(total: Counts) -> None:
    row(f"By act{_HEAD[6:]}", style="bold")
    for act, tally in sorted(total.acts.items(), key=lambda one: -one[1].gold):
        row(_scored(act, tally.precision, tally.recall, tally.f1, (tally.right, tally.found, tally.gold)))
    blank()


def _parts(parts: Mapping[str, Counts], label: str) -> None:
    row(f"{f'By {label}':<16}{_HEAD_OF_PARTS[16:]}", style="bold")
    for name, counts in parts.items():
        persons, event, strict, unnamed = (counts.measures[key] for key in ("persons", "event", "strict", "unnamed"))
        row(
            f"{visible(name):<16}{counts.documents:>6}{persons.f1:>12.3f}{event.precision:>9.3f}{event.recall:>7.3f}"
            f"{event.f1:>7.3f}{strict.f1:>11.3f}{unnamed.recall:>11.3f}"
        )
    blank()


def _misses(documents: Sequence[Measured]) -> None:
    """All misses, text by text, after a summary of the reasons."""
    details = [(one.id, one.detail) for one in documents if one.detail is not None]
    _reasons("Missed", [miss for _, one in details for miss in one.missed], _REASONS)
    _reasons("False", [miss for _, one in details for miss in one.false], _REASONS_FALSE)
    wrong = Counter(slot for _, one in details for pair in one.pairs for slot in pair.wrong if slot in STRICT)
    pairs = sum(not pair.strict for _, one in details for pair in one.pairs)
    row(f"Found with a wrong slot: {pairs}", style="bold")
    for slot, number in wrong.most_common():
        row(f"{number:>6}  {slot}")
    blank()
    for name, one in details:
        for miss in one.missed:
            _miss("missed", name, miss, _REASONS)
        for miss in one.false:
            _miss("false", name, miss, _REASONS_FALSE)
        for pair in one.pairs:
            if not pair.strict:
                _wrong(name, pair)
    if len(details) < len(documents):
        paragraph(_NOT_LISTED)
        blank()


def _reasons(label: str, misses: Sequence[Miss], meant: Mapping[Reason, str]) -> None:
    row(f"{label}: {len(misses)}", style="bold")
    for reason, number in Counter(miss.reason for miss in misses).most_common():
        row(f"{number:>6}  {meant[reason]}")
    blank()


def _miss(kind: str, document: str, miss: Miss, meant: Mapping[Reason, str]) -> None:
    paragraph(f"{kind} in {visible(document)}: {_event(miss.event)}", hanging=2)
    instead = f": {_event(miss.instead)}" if miss.instead is not None else ""
    paragraph(f"{meant[miss.reason]}{instead}", indent=_DEEP, hanging=2)
    _quotes(miss.event)


def _wrong(document: str, pair: Pair) -> None:
    paragraph(f"wrong in {visible(document)}: {_event(pair.gold)}", hanging=2)
    for slot in pair.wrong:
        if slot in STRICT:
            gold, found = (visible(getattr(one, slot) or "none") for one in (pair.gold, pair.found))
            paragraph(f"{slot}: annotated {gold}, found {found}", indent=_DEEP, hanging=2)
    _quotes(pair.gold)


def _quotes(event: Event) -> None:
    for quote in event.quotes:
        paragraph(f"“{visible(quote)}”", indent=_DEEP, hanging=1, style="italic")
    blank()


def _event(event: Event) -> str:
    """«Rustam Odinaev: detention, occurred, host TR, 2019-05»."""
    told = (
        event.act,
        event.status,
        f"host {event.host}" if event.host else "",
        f"to {event.destination}" if event.destination else "",
        event.date,
    )
    return f"{visible(event.who)}: {', '.join(filter(None, told))}"


def _fates(label: str, fates: Iterable[Fate]) -> None:
    row(label, style="bold")
    for fate in fates:
        paragraph(f"{visible(fate.document)}: {_event(fate.event)}", indent=2, hanging=2)
        paragraph(f"{fate.before} → {fate.after}", indent=_DEEP + 2)
    blank()


def _change(name: str, before: float | None, after: float | None, interval: tuple[float, float] | None = None) -> str:
    sure = f"{interval[0]:+.3f} to {interval[1]:+.3f}" if interval else ""
    change = f"{after - before:+.3f}" if before is not None and after is not None else ""
    return f"{name:<16}{_share(before):>8}{_share(after):>8}{change:>9}{sure:>20}".rstrip()


def _share(value: float | None) -> str:
    return "none" if value is None else f"{value:.3f}"
