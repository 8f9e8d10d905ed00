"""The accusations that serve as a pretext against critics (``data/charges.csv``). No article numbers: most are unconfirmed."""

from dataclasses import dataclass
from functools import cache

from .phrases import Phrases, anywhere
from .tables import cells, rows, unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """One kind of accusation; synonyms are the wordings of the press and of criminal codes."""

    code: str
    label: str
    definition: str
    synonyms_en: tuple[str, ...]
    synonyms_ru: tuple[str, ...]


@cache
def _by_code() -> dict[str, Charge]:
    return {
        row["code"]: Charge(
            code=row["code"],
            label=row["label"],
            definition=row["definition"],
            synonyms_en=cells(row["synonyms_en"]),
            synonyms_ru=cells(row["synonyms_ru"]),
        )
        for row in rows("charges.csv")
    }


def charges() -> tuple[Charge, ...]:
    """All charges in the order of the vocabulary."""
    return tuple(_by_code().values())


def charge(code: str) -> Charge:
    """The charge with that code. Raises `UnknownCode` with codes that look like it."""
    found = _by_code().get(code)
    if found is None:
        raise unknown("charges", code, tuple(_by_code()))
    return found


@cache
def _phrases() -> Phrases[str]:
    return Phrases(
        (spelling, one.code)
        for one in charges()
        for phrase in (*one.synonyms_en, *one.synonyms_ru)
        for spelling in anywhere(phrase)
    )


def charge_of(words: str) -> str | None:
    """The code of the charge that ``words`` name («large-scale fraud», «захват власти»), None where they name none.

    The longest wording of the vocabulary in ``words`` decides; English and Russian.
    """
    return _phrases().longest_in(words)
