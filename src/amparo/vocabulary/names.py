"""Names of persons across spellings and scripts: a first, modest matcher; deciding who is who is the business of `resolve`.

`fold` writes any script in small Latin letters; `sound_key` keeps of a word what the usual transliterations agree on; `block_key`
gives names of one family the same key; `similarity` compares two names word by word; `fits` says whether a short form can stand
for a full name inside one document. A name alone never proves that two mentions are one person: namesakes, father and son, brothers
share theirs.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import permutations

from rapidfuzz.distance import JaroWinkler

from .letters import fold, sound_key, sounded
from .tables import cells, rows

__all__ = ["NameParts", "block_key", "fits", "fold", "similarity", "sound_key", "split"]

_PATRONYMIC = re.compile(r"\w{2,}(?:[oeyia]vi?ch|[oea]vna|ivna|[oea]una|ichna|inichna)")
_FEMALE = re.compile(r"\w{2,}(?:[oey]va|[oe]wa|skaya|ska|tskaya)")
_MALE = re.compile(r"\w{2,}(?:[oey]v|[oe]w|[oe]ff|skiy|sky|ski|skyi)")
_FAMILY_ENDING = re.compile(
    r"(?<=\w\w)(?:i?[yj]?[oe][vw]a?|i?[yj]?[oe]ff|sk(?:aya|a|iy|i|y|yi)|[sz]od[aeh]+|[zs]ad[aeh]+)$"
)
_GIVEN_LIKE_SURNAMES = frozenset({"yakov", "lev", "iakov"})

# Two words at least this alike can be one name in two spellings; tuned by eye on pairs of the region.
SAME_WORD = 0.86
# Words of one sound must share some letters too: Salim and Salem do, Salim and Sulam hardly.
_INITIAL, _SOUNDS_ALIKE, _LEAST_SPELLED = 0.8, 0.97, 0.5
_MISSING_PATRONYMIC, _MISSING_NAME, _OTHER_GENDER = 0.05, 0.12, 0.8
_MOST_WORDS = 5


@cache
def _word_kind(kind: str) -> frozenset[str]:
    """The folded words of one kind: title, particle or father (``data/name_words.csv``)."""
    return frozenset(word for row in rows("name_words.csv") if row["kind"] == kind for word in cells(row["words"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """The parts of a name as written. ``given`` is empty for a name of one word; ``patronymic`` is None where there is none."""

    given: str
    surname: str
    patronymic: str | None = None


def split(name: str) -> NameParts:
    """The parts of a person's name. The surname is taken to stand last, unless a comma, a patronymic at the end («Ivanov Ivan
    Ivanovich») or a surname's ending on the first word alone («Fadoev Bakhtiyor») says otherwise. Titles are left out.
    """
    surname, comma, rest = name.partition(",")
    words = [word for word in (rest if comma else name).split() if fold(word) not in _word_kind("title")]
    words, patronymic = _without_patronymic(words)
    if comma:
        return NameParts(given=" ".join(words), surname=surname.strip(), patronymic=patronymic[0])
    if len(words) > 1 and _family_first(words, patronymic_last=patronymic[1]):
        return NameParts(given=" ".join(words[1:]), surname=words[0], patronymic=patronymic[0])
    first = len(words) - 1
    while first > 1 and fold(words[first - 1]) in _word_kind("particle"):
        first -= 1
    first = max(first, 0)
    return NameParts(given=" ".join(words[:first]), surname=" ".join(words[first:]), patronymic=patronymic[0])


def _without_patronymic(words: list[str]) -> tuple[list[str], tuple[str | None, bool]]:
    """The words without the father's name; that name, and whether it stood last of three or more words."""
    for place, word in enumerate(words):
        folded = fold(word)
        if place and folded in _word_kind("father"):
            return [*words[: place - 1], *words[place + 1 :]], (f"{words[place - 1]} {word}", place == len(words) - 1)
        if place and len(words) > 2 and _PATRONYMIC.fullmatch(folded):
            return [*words[:place], *words[place + 1 :]], (word, place == len(words) - 1)
    return words, (None, False)


def _family_first(words: list[str], *, patronymic_last: bool) -> bool:
    first, last = _family_like(words[0]), _family_like(words[-1])
    return patronymic_last if first == last else first


def _family_like(word: str) -> bool:
    folded = fold(word)
    return folded not in _GIVEN_LIKE_SURNAMES and bool(_FAMILY_ENDING.search(folded))


@lru_cache(maxsize=65_536)
def block_key(name: str) -> str:
    """The sound of the surname without its family ending: one key a name, equal for «Fadoev», «Fadoyeva», «Фадоев»; empty only for a
    name without letters. For dividing many names into parts to compare, not for deciding.
    """
    parts = split(name)
    surname = parts.surname if len(fold(parts.surname).replace(" ", "")) > 1 else parts.given
    words = [word for word in fold(surname).split() if word not in _word_kind("particle")] or fold(name).split()
    if not words:
        return ""
    longest = max(words, key=len)
    stem = _FAMILY_ENDING.sub("", longest)
    return sound_key(stem) or sound_key(longest) or longest


def similarity(a: str, b: str) -> float:
    """How well two names agree, from 0 to 1, whatever the order of their words; symmetric. An initial fits a word it begins.

    Words that one name has and the other lacks cost a little, a surname of the other gender beside unlike given names more.
    """
    shorter, longer = sorted((_words(a), _words(b)), key=lambda words: (len(words), words))
    if not shorter:
        return 0.0
    rows = [[_word_similarity(one, other) for other in longer] for one in shorter]
    best = max(
        sum(row[place] for row, place in zip(rows, places, strict=True))
        for places in permutations(range(len(longer)), len(shorter))
    )
    score = best / len(shorter)
    missing = len(longer) - len(shorter)
    if missing:
        score -= missing * (_MISSING_PATRONYMIC if len(shorter) > 1 else _MISSING_NAME)
    if _other_gender(shorter, longer) and score < 0.99:
        score *= _OTHER_GENDER
    return max(0.0, min(1.0, score))


def fits(short: str, long: str) -> bool:
    """Whether ``short`` («Fadoev», «Bakhtiyor», «B. Fadoev») can stand for ``long`` inside one document: each of its words agrees with a
    different word of ``long``, at least one of them more than an initial, and no surname is of the other gender.
    """
    few, many = _words(short), list(_words(long))
    if not few or len(few) > len(many) or all(len(word) == 1 for word in few):
        return False
    if _other_gender(few, tuple(many)):
        return False
    for word in sorted(few, key=len, reverse=True):
        best = max(many, key=lambda other: _word_similarity(word, other))
        if _word_similarity(word, best) < (_INITIAL if len(word) == 1 else SAME_WORD):
            return False
        many.remove(best)
    return True


@lru_cache(maxsize=65_536)
def _words(name: str) -> tuple[str, ...]:
    """The folded words of a name that count for comparing, at most five, the longest first where there are more."""
    words = [word for word in fold(name).split() if word not in _word_kind("title") | _word_kind("father")]
    telling = [word for word in words if word not in _word_kind("particle")] or words
    return tuple(sorted(telling, key=len, reverse=True)[:_MOST_WORDS]) if len(telling) > _MOST_WORDS else tuple(telling)


@lru_cache(maxsize=65_536)
def _word_similarity(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return _INITIAL if one[0] == other[0] else 0.0
    likeness = max(JaroWinkler.similarity(one, other), JaroWinkler.similarity(sounded(one), sounded(other)))
    spelled = max(0.0, 2 * likeness - 1)  # unlike words still share half their letters
    if _gender(one) and _gender(other) and _gender(one) != _gender(other):
        return spelled
    key = sound_key(one)
    alike = len(key) > 1 and key == sound_key(other) and spelled >= _LEAST_SPELLED
    return max(spelled, _SOUNDS_ALIKE) if alike else spelled


def _gender(word: str) -> str | None:
    if _FEMALE.fullmatch(word):
        return "f"
    return "m" if _MALE.fullmatch(word) else None


def _other_gender(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether one name has a woman's surname and the other a man's."""
    first, second = ({_gender(word) for word in words} - {None} for words in (some, others))
    return bool(first and second and first.isdisjoint(second))
