"""What the rules of the engines go by, in words that need no knowledge of the code (``data/rules.csv``)."""

import re
from functools import cache

from .tables import rows

_ADDED = re.compile(r"(?=\+)|(?<=\w)(?=\.)")  # before «+row» and, behind the rule's own name, before «.spokesperson»


def rule_words(code: str) -> tuple[str, ...]:
    """What the rule of that code goes by, a sentence for each part of it; empty where any part is not known.

    «patient.object+row» has two parts; «source.according_to.unnamed» too.
    """
    known = _words()
    kind, dot, rest = code.partition(".")
    name, *added = _ADDED.split(rest)
    if (
        dot and f"{kind}.{name}" not in known
    ):  # only what is added with «+» can be told apart from a name that the list leaves open
        name, *added = re.split(r"(?=\+)", rest)
    own = known.get(f"{kind}.{name}") or known.get(f"{kind}.*")
    parts = [own, *(known.get(part) for part in added)]
    found = [part for part in parts if part is not None]
    return tuple(found) if dot and len(found) == len(parts) else ()


@cache
def _words() -> dict[str, str]:
    return {row["code"]: row["words"] for row in rows("rules.csv")}
