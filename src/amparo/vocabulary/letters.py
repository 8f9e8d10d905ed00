"""Letters of names: any script written in small Latin letters, and the skeleton of sounds that transliterations share.

Own table (``data/name_letters.csv``) for the letters of Central Asia and Turkey, anyascii for all others. Measured elsewhere: ICU's and
normality's transliterations lose ҷ ҳ қ, which stand in most names of the region.
"""

import re
from functools import cache, lru_cache
from unicodedata import combining, normalize

from anyascii import anyascii

from .tables import rows

# Letters of the two alphabets that look alike in small print. In a word that mixes both, they follow the rest of the word.
_LATIN, _CYRILLIC = "aceikmoptxyhbs", "асеікмортхунвѕ"
_TO_CYRILLIC, _TO_LATIN = str.maketrans(_LATIN, _CYRILLIC), str.maketrans(_CYRILLIC, _LATIN)
_DROPPED = dict.fromkeys(map(ord, "'’‘ʼʻ`´ʹʺ\u200b\u200c\u200d\u00ad"), "")

_VOWELS = frozenset("aeiouy")
# From spelling to sound, applied in this order to folded words. Upper-case letters stand for sounds: C for ch, S for sh, J for j and zh.
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?<=[aeiouy])h$", ""),  # Fatimah, Fatima
        (r"ff$", "v"),
        (r"(.)\1+", r"\1"),
        (r"(?<=ale)x|(?<=ma)x(?=i|$)|(?<=feli)x", "ks"),  # Alexander, Maxim; else x is kh, as in Uzbek and Azerbaijani
        (r"shch|sch|sh", "S"),
        (r"tch|ch|cz", "C"),
        (r"dzh|dj|zh|j", "J"),
        (r"kh|x", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"ck|q|c(?![ei])", "k"),
        (r"c", "J"),  # Turkish and Azerbaijani: Ceyhan, Jeyhun
        (r"w", "v"),
    )
)


@cache
def _letters() -> dict[int, str]:
    return {ord(row["letter"]): row["to"] for row in rows("name_letters.csv")}


@lru_cache(maxsize=65_536)
def fold(words: str) -> str:
    """``words`` in small Latin letters and digits, words parted by one blank: for comparing and searching, not for showing.

    Apostrophes are dropped, all other signs part words. A Latin letter inside a Cyrillic word (or the other way about) is taken for the
    letter it looks like.
    """
    small = normalize("NFC", words).casefold().translate(_DROPPED)
    small = "".join(letter for letter in small if not combining(letter))
    parts = (anyascii(_one_script(part).translate(_letters())).lower() for part in re.split(r"[\W_]+", small))
    return " ".join(filter(None, ("".join(filter(str.isalnum, part)) for part in parts)))


def _one_script(word: str) -> str:
    """The word without look-alikes of another alphabet."""
    latin, cyrillic = any("a" <= letter <= "z" for letter in word), any("а" <= letter <= "ӿ" for letter in word)
    if not (latin and cyrillic):
        return word
    return word.translate(_TO_CYRILLIC if any(_is_cyrillic_only(letter) for letter in word) else _TO_LATIN)


def _is_cyrillic_only(letter: str) -> bool:
    return "а" <= letter <= "ӿ" and letter not in _CYRILLIC


@lru_cache(maxsize=65_536)
def sounded(word: str) -> str:
    """``word`` folded, its consonants by sound, its vowels kept: for comparing spellings letter by letter."""
    sounds = fold(word).replace(" ", "")
    for pattern, sound in _SOUNDS:
        sounds = pattern.sub(sound, sounds)
    return sounds


@lru_cache(maxsize=65_536)
def sound_key(word: str) -> str:
    """The consonants of ``word`` by sound, its first vowel as «A»: equal for Mirzaliyeva and Mirzalieva, Fadoev, Fadoyev and Фадоев,
    Nurburhon and Nurburkhon. Meant for one word; of several, the keys run together. Empty for a word without letters.
    """
    sounds = sounded(word)
    return ("A" if sounds[:1] in _VOWELS else "") + "".join(sound for sound in sounds if sound not in _VOWELS)
