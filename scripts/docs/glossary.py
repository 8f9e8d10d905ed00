"""Write the part of ``docs/glossary.md`` that lists codes: acts, statuses, roles, charges, out of the vocabulary.

Run as ``python scripts/docs/glossary.py``; a test holds the committed page equal to a fresh one. What stands above the mark in the page
is written by hand and left as it is.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from amparo.model import Status
from amparo.vocabulary.acts import Act, acts
from amparo.vocabulary.charges import charges
from amparo.vocabulary.roles import roles

PAGE = Path(__file__).parents[2] / "docs" / "glossary.md"
MARK = "<!-- From here on made by scripts/docs/glossary.py out of src/amparo/vocabulary/data; not to be edited by hand. -->"

GROUPS = {
    "harm": "Harm and loss of liberty",
    "return": "Being sent, taken or pressed back",
    "control": "Control from afar",
    "protection": "Protection",
}
STATUSES = {
    Status.OCCURRED: "the text says that it happened",
    Status.THREATENED: "the text says that it may happen, was asked for or decided on, and not that it happened",
    Status.ATTEMPTED: "it was tried and did not succeed, or was stopped",
    Status.DENIED: "somebody who would know contests that it happened",
}


def main() -> None:
    """Write the generated part anew."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The whole page, the part written by hand included."""
    by_hand = PAGE.read_text(encoding="utf-8").partition(MARK)[0]
    return by_hand + MARK + "\n\n" + "\n".join(generated()) + "\n"


def generated() -> Iterator[str]:
    """The lines of the generated part."""
    yield "## Acts\n"
    yield "A finer code counts as the one that it belongs to wherever acts are counted, compared or exported."
    for group, listed in groupby(sorted(acts(), key=_place), key=lambda act: act.group):
        yield f"\n### {GROUPS[group]}\n"
        yield from _table(("code", "name", "means"), ((_code(act), act.label, act.definition) for act in listed))
    yield "\n## Statuses\n"
    yield from _table(("code", "means"), ((f"`{status}`", words) for status, words in STATUSES.items()))
    yield "\n## Roles\n"
    yield from _table(("code", "name", "means"), ((f"`{one.code}`", one.label, one.definition) for one in roles()))
    yield "\n## Charges\n"
    yield "Accusations that are used as a pretext. That one is listed says nothing of whether it is true in a case.\n"
    yield from _table(("code", "name", "means"), ((f"`{one.code}`", one.label, one.definition) for one in charges()))


def _place(act: Act) -> int:
    return list(GROUPS).index(act.group)  # the sort is stable: inside a group the vocabulary's order stays


def _code(act: Act) -> str:
    return f"`{act.code}`" if act.parent is None else f"`{act.code}`, finer than `{act.parent}`"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for row in (head, tuple("---" for _ in head), *rows):
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


if __name__ == "__main__":
    main()
