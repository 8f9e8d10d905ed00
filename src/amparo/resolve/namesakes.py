"""How two names stand to each other: the same name, perhaps the same, or another's.

Stricter than `vocabulary.names.similarity`, which finds candidates: «the same» here may be joined without asking anyone, so each part
must sound the same. Even then it is not yet the same person; that takes a second fact (`evidence`).
"""

import re
from enum import Enum
from functools import lru_cache

from amparo.vocabulary import names

_VOWELS = re.compile(r"[aeiouy]+")
_WOMAN = re.compile(r"(?:(?<=[oey][vw])a|(?<=sk)a(?:ya|ia|ja)|(?<=in)a)$")
_FATHER = re.compile(r"(?:[oey]?vi?ch|[oe]vna|ivna|[oea]una|i?nichna|ichna|[sz]od[aeh]+)$")
_FATHER_WORDS = frozenset(
    ["oghlu", "oglu", "ogly", "ogli", "kyzy", "kizi", "qizi", "gyzy", "gizi", "uulu", "uuly", "uly", "ulu"]
)


class Likeness(Enum):
    """What two names say of whether they can be one person's."""

    SAME = "same"
    """Given name and surname both fit."""
    PERHAPS = "perhaps"
    """They fit as far as they go: one is an initial or a single word, or the surnames share only their stem."""
    OTHER = "other"
    """Something in them differs: not one person."""


def compare(one: str, other: str) -> Likeness:
    """How two citation forms stand to each other, in any spelling, script and order of words; symmetric.

    An unlike given name, surname or father's name sets people apart; so does a surname's gender unless the given names are letter for
    letter the same. «Perhaps» are also surnames that share their stem only, since endings change in life (Rahmon, Rahmonov).
    """
    left, right = _parts(one), _parts(other)
    if not (left.given and right.given and left.surname and right.surname):
        return Likeness.PERHAPS if names.fits(one, other) or names.fits(other, one) else Likeness.OTHER
    if _set_apart(left, right) or names.block_key(one) != names.block_key(other):
        return Likeness.OTHER
    is_telling = not _is_initial(left.given.split()[0]) and not _is_initial(right.given.split()[0])
    return Likeness.SAME if is_telling and _alike(_mans(left.surname), _mans(right.surname)) else Likeness.PERHAPS


def _set_apart(left: names.NameParts, right: names.NameParts) -> bool:
    """Whether the father's names, the gender of the surnames or the given names tell two people from one another."""
    if left.patronymic and right.patronymic:
        fathers = _fathers_name(left.patronymic), _fathers_name(right.patronymic)
        if not _alike(*fathers):
            return True
    if _is_womans(left.surname) != _is_womans(right.surname) and names.fold(left.given) != names.fold(right.given):
        return True
    return not _given_alike(left.given, right.given)


@lru_cache(maxsize=65_536)
def _parts(name: str) -> names.NameParts:
    return names.split(name)


def _given_alike(one: str, other: str) -> bool:
    """Whether two given names of one or more words fit: written together (Abdul Rahman, Abdulrahman), or the first words fit and each
    further word of the shorter fits one of the longer, in the same order. An initial fits what it begins.
    """
    if _alike(one, other):
        return True
    shorter, longer = sorted((one.split(), other.split()), key=len)
    if not _fits(shorter[0], longer[0]):
        return False
    rest = iter(longer)
    return all(any(_fits(word, candidate) for candidate in rest) for word in shorter)


def _fits(word: str, candidate: str) -> bool:
    """Whether two words are one name, or one is an initial that begins the other."""
    either_initial = _is_initial(word) or _is_initial(candidate)
    return _alike(word, candidate) or (either_initial and names.fold(word)[:1] == names.fold(candidate)[:1])


def _alike(one: str, other: str) -> bool:
    """Whether two words are spellings of one name: consonants of the same sound, and vowels that do not clash."""
    left, right = names.fold(one).replace(" ", ""), names.fold(other).replace(" ", "")
    key = names.sound_key(left)
    if left == right or len(key) < 2 or key != names.sound_key(right):
        return left == right
    return not _vowels_clash(_VOWELS.findall(left), _VOWELS.findall(right))


def _vowels_clash(some: list[str], others: list[str]) -> bool:
    """Whether vowels differ as no transliteration makes them: an open beside a closed one (Hasan and Husan, Karim and Karam), or a
    woman's -a that the other lacks (Karim and Karima). Sound keys leave vowels out.
    """
    if len(some) != len(others):
        longer, shorter = (some, others) if len(some) > len(others) else (others, some)
        return len(longer) == len(shorter) + 1 and longer[-1] == "a"
    return any(
        "a" in (one, other) and set(one + other) <= set("aiuy") and one != other
        for one, other in zip(some, others, strict=True)
    )


def _is_initial(word: str) -> bool:
    return word.endswith(".") or len(names.fold(word)) == 1


def _is_womans(surname: str) -> bool:
    return _WOMAN.search(names.fold(surname)) is not None


def _mans(surname: str) -> str:
    """The surname without a woman's ending, folded."""
    return _WOMAN.sub("", names.fold(surname))


def _fathers_name(patronymic: str) -> str:
    """The father's given name in «Nazarovich», «Nazar ogly», folded."""
    words = [word for word in names.fold(patronymic).split() if word not in _FATHER_WORDS]
    return _FATHER.sub("", " ".join(words))
