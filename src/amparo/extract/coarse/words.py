"""Words and sentences of a third-tier text, each with its place in the text as it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

# Characters that show nothing: soft hyphens, zero-width and direction marks, combining marks.
_HIDDEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0300-\u036f"
_QUOTES = "'’ʻʼ`‘"
_UNSEEN = re.compile(f"[{_HIDDEN}{_QUOTES}]")
_ALIKE = str.maketrans("ıё", "iе")
_LETTER = rf"[^\W\d_][{_HIDDEN}]*"
# A word, and behind an apostrophe its ending («Kampala'da»); in Uzbek the apostrophe belongs to the letters oʻ and gʻ and to ʼ within a word.
_WORD = re.compile(rf"((?:{_LETTER})+)(?:[{_QUOTES}]((?:{_LETTER})+))?|\d+(?:[{_QUOTES}](?:{_LETTER})+)?")
_WORD_UZ = re.compile(rf"((?:{_LETTER}[{_QUOTES}]?)*{_LETTER}(?:(?<=[oOgG])[{_QUOTES}])?)()|\d+")
# Uzbek Cyrillic letter by letter in the Latin alphabet of 1995, apostrophes left out.
_UZBEK = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "j", "з": "z", "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "x", "ц": "ts", "ч": "ch", "ш": "sh", "э": "e", "ю": "yu", "я": "ya", "ў": "o", "қ": "q", "ғ": "g", "ҳ": "h", "ё": "yo", "ъ": "", "ь": "",
}  # fmt: skip
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\S\n]*[^\s][^\n]*)*")
_LINE = re.compile(r"[^\n]+")
# A sentence ends at a full stop with a capital behind it; not behind a number («27. Mahkeme») or an initial.
_END = re.compile(r"(?<![\d\s])(?<!\b[^\W\d_])[.!?…]+[»\"”)]*\s+(?=[\"«“(]*[^\W\d_a-zа-я])")
_LONGEST = 1_500  # characters read as one sentence
_HEADING = 120  # characters of a line without a full stop at its end


@dataclass(frozen=True, slots=True)
class Word:
    """One word at ``[start, end)``: ``plain`` in folded letters without what follows an apostrophe, which is ``ending``."""

    start: int
    stem_end: int
    end: int
    plain: str
    ending: str
    capital: bool
    latin: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its words; ``heading`` marks a line that is set like a title, in which no act is looked for."""

    start: int
    end: int
    words: tuple[Word, ...]
    heading: bool


@lru_cache(maxsize=65_536)
def plain(word: str, language: str) -> str:
    """``word`` in small letters without hidden characters and apostrophes, dotted and dotless i alike, ё as е, Uzbek in Latin letters."""
    folded = _UNSEEN.sub("", normalize("NFC", word).lower()).translate(_ALIKE)
    return "".join(_UZBEK.get(letter, letter) for letter in folded) if language == "uz" else folded


def sentences(text: str, language: str) -> Iterator[Sentence]:
    """The sentences of ``text`` in order; a line ends one where it is a heading, a paragraph always does."""
    for paragraph in _PARAGRAPH.finditer(text):
        begins, heading = paragraph.start(), False
        for line in _LINE.finditer(text, paragraph.start(), paragraph.end()):
            if line.start() == begins and _is_heading(line.group()):
                yield _sentence(text, line.start(), line.end(), language, heading=True)
                begins, heading = line.end(), True
        if begins < paragraph.end() or not heading:
            yield from _running(text, begins, paragraph.end(), language)


def _is_heading(line: str) -> bool:
    return len(line) <= _HEADING and not line.rstrip('»"”) ').endswith((".", "!", "?", "…", ",", ":", ";"))


def _running(text: str, start: int, end: int, language: str) -> Iterator[Sentence]:
    for stop in [*(found.end() for found in _END.finditer(text, start, end)), end]:
        while stop - start > _LONGEST:
            cut = text.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
            yield _sentence(text, start, cut, language, heading=False)
            start = cut
        yield _sentence(text, start, stop, language, heading=False)
        start = stop


def _sentence(text: str, start: int, end: int, language: str, *, heading: bool) -> Sentence:
    expression = _WORD_UZ if language == "uz" else _WORD
    words = tuple(_word(found, language) for found in expression.finditer(text, start, end))
    return Sentence(start, end, words, heading)


def _word(found: re.Match[str], language: str) -> Word:
    stem, ending = found[1] or found.group(), found[2] or ""
    stem_end = found.end(1) if found[1] else found.end()
    return Word(
        found.start(),
        stem_end,
        found.end(),
        plain(stem, language),
        plain(ending, language),
        stem[:1].isupper(),
        stem[:1] <= "\u024f",
    )
