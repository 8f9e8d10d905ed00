"""How two names stand to each other: the same name, perhaps the same, or another's.

Stricter than `vocabulary.names.similarity`, which finds candidates: «the same» here may be joined without asking anyone, so each part
must sound the same. Even then it is not yet the same person; that takes a second fact (`evidence`).
"""

import re
from enum import Enum

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
    left, right = names.split(one), names.split(other)
    if not (left.given and right.given and left.surname and right.surname):
        return Likeness.PERHAPS if names.fits(one, other) or names.fits(other, one) else Likeness.OTHER
    if (
        left.patronymic
        and right.patronymic
        and not _alike(_fathers_name(left.patronymic), _fathers_name(right.patronymic))
    ):
        return Likeness.OTHER
    if _is_womans(left.surname) != _is_womans(right.surname) and names.fold(left.given) != names.fold(right.given):
        return Likeness.OTHER
    if not _given_alike(left.given, right.given) or names.block_key(one) != names.block_key(other):
        return Likeness.OTHER
    is_telling = not _is_initial(left.given.split()[0]) and not _is_initial(right.given.split()[0])
    return Likeness.SAME if is_telling and _alike(_mans(left.surname), _mans(right.surname)) else Likeness.PERHAPS


def _given_alike(one: str, other: str) -> bool:
    """Whether two given names of one or more words fit, word by word or written together (Abdul Rahman, Abdulrahman); what one has more
    than the other speaks against nothing, an initial fits what it begins.
    """
    if _alike(one, other):
        return True
    pairs = zip(one.split(), other.split(), strict=False)
    return all(_alike(*pair) or (any(map(_is_initial, pair)) and _begins_alike(*pair)) for pair in pairs)


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


def _begins_alike(one: str, other: str) -> bool:
    return names.fold(one)[:1] == names.fold(other)[:1]


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
