"""The custody log: a dated list of what happened to each source, in which no line can be changed unnoticed.

Each line carries a hash over itself and the line before it (Berkeley Protocol on Digital Open Source Investigations,
OHCHR 2020, on chain of custody). A chain shows changed, removed, added and reordered lines; it cannot show that lines
were cut off at the *end*, which is why `broken_links` takes the last hash known from elsewhere (a printed report, a backup).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from amparo.model import CustodyAction, CustodyEntry, WrongCall, custody_hash

FIRST = ""  # what the first line of a log has for `previous`


def chain(
    previous: CustodyEntry | None,
    *,
    at: datetime,
    by: str,
    action: CustodyAction,
    source: str,
    tool: str,
    note: str = "",
) -> CustodyEntry:
    """The next line of the log, bound to ``previous`` (None for the first line).

    ``at`` must know its zone and is kept in UTC; ``by`` is the name the user goes by in the casebook; ``source`` is the
    SHA-256 of the bytes it is about; ``tool`` the name and version of what acted. Raises `WrongCall` for a time without zone.
    """
    if at.utcoffset() is None:
        raise WrongCall(f"The time {at.isoformat()} has no zone; a line of the custody log needs one.")
    entry = CustodyEntry(
        number=previous.number + 1 if previous else 1,
        at=at.astimezone(UTC),
        by=by,
        action=action,
        source=source,
        tool=tool,
        note=note,
        previous=previous.chain if previous else FIRST,
        chain="",
    )
    return replace(entry, chain=_hash(entry))


def broken_links(entries: Iterable[CustodyEntry], *, last: str | None = None) -> tuple[str, ...]:
    """What is wrong with a log, a sentence a line of it; empty when every line is as it was written.

    ``entries`` are in order of their number. ``last`` is the hash of the last line as known from outside the log, if it is.
    """
    problems: list[str] = []
    number, before = 0, FIRST
    for entry in entries:
        number += 1
        if entry.number != number:
            problems.append(f"Custody line {number} is missing: the next one found is line {entry.number}.")
            number = entry.number
        elif entry.previous != before:
            problems.append(f"Custody line {number} does not follow from the line before it.")
        if entry.chain != _hash(entry):
            problems.append(f"Custody line {number} was changed after it was written.")
        before = entry.chain
    if last is not None and before != last:
        problems.append("The custody log does not end with the line that is known to be its last.")
    return tuple(problems)


def _hash(entry: CustodyEntry) -> str:
    return custody_hash(
        entry.previous, entry.number, entry.at, entry.by, entry.action, entry.source, entry.tool, entry.note
    )
