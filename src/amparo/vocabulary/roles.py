"""Who someone is in a report: activist, journalist, lawyer, official … (``data/roles.csv``)."""

from dataclasses import dataclass
from functools import cache

from .phrases import Phrases, anywhere
from .russian import people_forms
from .tables import cells, rows, unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One role. ``applies`` is target, other (people who only speak or act in reports) or both."""

    code: str
    label: str
    definition: str
    applies: str
    synonyms_en: tuple[str, ...]
    synonyms_ru: tuple[str, ...]


@cache
def _by_code() -> dict[str, Role]:
    return {
        row["code"]: Role(
            code=row["code"],
            label=row["label"],
            definition=row["definition"],
            applies=row["applies"],
            synonyms_en=cells(row["synonyms_en"]),
            synonyms_ru=cells(row["synonyms_ru"]),
        )
        for row in rows("roles.csv")
    }


def roles() -> tuple[Role, ...]:
    """All roles in the order of the vocabulary."""
    return tuple(_by_code().values())


def role(code: str) -> Role:
    """The role with that code. Raises `UnknownCode` with codes that look like it."""
    found = _by_code().get(code)
    if found is None:
        raise unknown("roles", code, tuple(_by_code()))
    return found


@cache
def _phrases(language: str) -> Phrases[str]:
    return Phrases(
        (spelling, one.code)
        for one in roles()
        for phrase in (one.synonyms_ru if language == "ru" else one.synonyms_en)
        for form in (phrase, *(people_forms(phrase) if language == "ru" else (_plural(phrase),)))
        for spelling in anywhere(form)
    )


def _plural(phrase: str) -> str:
    """The plural of an English noun for a person («activist», «policeman», «wife», «family»)."""
    if phrase.endswith(("man", "woman")):
        return phrase[:-2] + "en"
    if phrase.endswith("child"):
        return phrase + "ren"
    if phrase.endswith("wife"):
        return phrase[:-2] + "ves"
    return phrase[:-1] + "ies" if phrase.endswith("y") and phrase[-2:-1] not in set("aeiou") else phrase + "s"


def role_of(noun_phrase: str, language: str = "en") -> str | None:
    """The code of the role that ``noun_phrase`` («opposition activist», «foreign minister») gives someone, None where it gives none.

    The longest phrase of the vocabulary in it decides. ``language`` is ``en`` or ``ru``.
    """
    return _phrases(language).longest_in(noun_phrase)
