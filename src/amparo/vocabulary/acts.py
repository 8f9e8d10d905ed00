"""What was done to a person: the 22 codes of the annotation schema and the finer ones below them (``data/acts.csv``)."""

from dataclasses import dataclass
from functools import cache

from .tables import cells, rows, unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One kind of act. ``group`` is harm, return, control or protection; ``parent`` is the code that a finer one rolls up to.

    Synonyms are words that propose the act to a reader, never a finding: negation, demand and risk come first.
    """

    code: str
    label: str
    definition: str
    group: str
    parent: str | None
    synonyms_en: tuple[str, ...]
    synonyms_ru: tuple[str, ...]


@cache
def _by_code() -> dict[str, Act]:
    return {
        row["code"]: Act(
            code=row["code"],
            label=row["label"],
            definition=row["definition"],
            group=row["group"],
            parent=row["parent"] or None,
            synonyms_en=cells(row["synonyms_en"]),
            synonyms_ru=cells(row["synonyms_ru"]),
        )
        for row in rows("acts.csv")
    }


def acts() -> tuple[Act, ...]:
    """All acts in the order of the vocabulary, each finer one after its parent."""
    return tuple(_by_code().values())


def act(code: str) -> Act:
    """The act with that code. Raises `UnknownCode` with codes that look like it."""
    found = _by_code().get(code)
    if found is None:
        raise unknown("acts", code, tuple(_by_code()))
    return found


def roll_up(code: str) -> str:
    """The one of the 22 codes to which ``code`` belongs; the code itself where it is one of them. Raises `UnknownCode`."""
    return act(code).parent or code


def is_transfer(code: str) -> bool:
    """Whether the act moves, or would move, a person from one state to another (group «return»). Raises `UnknownCode`."""
    return act(code).group == "return"
