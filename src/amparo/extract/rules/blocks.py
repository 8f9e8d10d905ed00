"""A text's paragraphs: what belongs together before it is parsed, and what is furniture of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from .lexicon import lines_of

# One character for one character, so that every offset stays valid.
_FOLD = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "’": "'", "‘": "'", "‚": "'", "ʼ": "'",
    "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\t": " ",
})  # fmt: skip
_NO_LANGUAGE = re.compile(
    r"\S{101,}"
)  # addresses, rules of dashes, encoded bytes: nothing to read, and parsers choke on them
_LONGEST = 4000  # characters of a block; a longer paragraph is no prose, and parsing takes memory by the block
_LANGUAGES = ("en", "ru")  # that have a list of furniture
_LONGEST_FURNITURE = 300  # characters of a line
_WRAP = 120  # no printed or wrapped line is longer; longer lines are paragraphs of their own
_ENDS_SENTENCE = re.compile(r"""[.!?:;]["')\]]*\s*$""")
# A place in capitals, or a place and date, or either in brackets, then a dash.
_DATELINE = re.compile(
    r"\s*(?:\([^()\n]{4,60}\)|[A-ZÀ-ŽЁА-Я][A-ZÀ-ŽЁА-Я' .-]{2,30}(?=[ ,(])[^\n]{0,50}?|[A-ZЁА-Я][\w' .-]{2,30}, [^\n.;]{0,40}?\d{4}[^\n]{0,25}?)"
    r"\s*(?:[–—]|--|&[mn]dash;| -)\s+(?=\S)"
)


# Small verbs that headlines leave out: a line with one of them is prose, though a full stop is missing (a byline, a footnote mark, a cut).
_TOLD = re.compile(r"\b(?:was|were|has been|have been|had been|has|have|had|said|says)\b")


class Kind(StrEnum):
    """What a block is."""

    TEXT = "text"
    HEADING = "heading"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """Characters ``[start, end)`` of the text that are read as one paragraph."""

    start: int
    end: int
    kind: Kind


def plain(text: str) -> str:
    """The text with typographic quotes, dashes and spaces made plain and what is no language made spaces; of the same length."""
    return _NO_LANGUAGE.sub(lambda run: " " * len(run[0]), text).translate(_FOLD)


def fold(text: str) -> str:
    """`plain` text with line breaks made spaces, as a parser wants it; of the same length."""
    return plain(text).replace("\n", " ")


def blocks(text: str, language: str = "en") -> tuple[Block, ...]:
    """Split ``text`` into paragraphs, joining hard-wrapped lines; blank lines and furniture lines always separate.

    ``language`` (ISO 639-1) adds the furniture of pages in that language to the English one.
    """
    furniture = _patterns(language if language in _LANGUAGES else "en")
    lines = [_line(m, furniture) for m in re.finditer(r"[^\n]+", text)]
    width = _wrap_width(lines)
    paragraphs: list[list[_Line]] = []
    for line in lines:
        last = paragraphs[-1][-1] if paragraphs else None
        if not line.words.strip():
            continue
        if last is not None and last.end + 1 == line.start and _continues(last, line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    found = [piece for paragraph in paragraphs for piece in _cut(_block(paragraph), text)]
    return tuple(part for block in found for part in _split_dateline(block, text))


@dataclass(frozen=True, slots=True)
class _Line:
    """One line that is not empty."""

    start: int
    end: int
    words: str
    furniture: bool


def _line(found: re.Match[str], furniture: re.Pattern[str]) -> _Line:
    """A line; furniture when it is a caption, credit, link or button; none of these is long."""
    words = found.group()
    is_furniture = len(words) <= _LONGEST_FURNITURE and furniture.fullmatch(words.strip()) is not None
    return _Line(found.start(), found.end(), words, is_furniture)


def _block(lines: list[_Line]) -> Block:
    start, end = lines[0].start, lines[-1].end
    if lines[0].furniture:
        return Block(start, end, Kind.FURNITURE)
    words = " ".join(line.words for line in lines).strip()
    heading = len(words) <= _WRAP and len(lines) <= 2 and not _ends_sentence(words) and not _TOLD.search(words)
    return Block(start, end, Kind.HEADING if heading else Kind.TEXT)


def _cut(block: Block, text: str) -> Iterator[Block]:
    """The block in pieces that a parser can hold, cut behind a sentence, else between words, else anywhere."""
    start = block.start
    while block.end - start > _LONGEST:
        most = start + _LONGEST
        ends = (text.rfind(mark, start + 1, most) + 1 for mark in (". ", "\n", " "))
        end = next((end for end in ends if end > start + 1), most)
        yield Block(start, end, block.kind)
        start = end
    yield Block(start, block.end, block.kind)


def _split_dateline(block: Block, text: str) -> tuple[Block, ...]:
    """«ANKARA, March 4, 2018 (Agency) - A preacher …»: what stands before the dash spoils the parse of the sentence behind it."""
    match = _DATELINE.match(text, block.start, min(block.end, block.start + _WRAP)) if block.kind is Kind.TEXT else None
    if match is None:
        return (block,)
    return Block(block.start, match.end(), Kind.HEADING), Block(match.end(), block.end, Kind.TEXT)


def _wrap_width(lines: list[_Line]) -> int:
    """The width at which the text was wrapped: that of its long lines, when none is too long to be a wrapped one."""
    lengths = sorted(len(line.words.rstrip()) for line in lines if line.words.strip())
    if not lengths or lengths[-1] > _WRAP:
        return 0
    return lengths[int(len(lengths) * 0.8)]


def _continues(line: _Line, following: _Line, width: int) -> bool:
    """Whether ``following`` goes on with ``line``, which was filled up to the wrap width, or stops in mid-sentence."""
    if not width or line.furniture or following.furniture:
        return False
    length = len(line.words.rstrip())
    return length >= 0.8 * width or (length >= 0.6 * width and not _ends_sentence(line.words))


def _ends_sentence(words: str) -> bool:
    return _ENDS_SENTENCE.search(words.translate(_FOLD)) is not None


@cache
def _patterns(language: str) -> re.Pattern[str]:
    lines = dict.fromkeys((*lines_of(f"furniture.{language}.toml"), *lines_of("furniture.en.toml")))
    return re.compile("|".join(f"(?:{line})" for line in lines), re.IGNORECASE)
