"""A text's paragraphs: what belongs together before it is parsed, and what is furniture of the page."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from .lexicon import lines_of

# One character for one character, so that every offset stays valid.
_FOLD = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "’": "'", "‘": "'", "‚": "'", "ʼ": "'",
    "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\t": " ",
})  # fmt: skip
_WRAP = 120  # no printed or wrapped line is longer; longer lines are paragraphs of their own
_ENDS_SENTENCE = re.compile(r"""[.!?:;]["')\]]*\s*$""")
# A place in capitals, or a place and date, or either in brackets, then a dash.
_DATELINE = re.compile(
    r"\s*(?:\([^()\n]{4,60}\)|[A-ZÀ-Ž][A-ZÀ-Ž' .-]{2,30}(?=[ ,(])[^\n]{0,50}?|[A-Z][\w' .-]{2,30}, [^\n.;]{0,40}?\d{4}[^\n]{0,25}?)"
    r"\s*(?:[–—]|--|&[mn]dash;| -)\s+(?=\S)"
)


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


def fold(text: str) -> str:
    """The text with typographic quotes, dashes and spaces made plain and line breaks made spaces; of the same length."""
    return text.translate(_FOLD).replace("\n", " ")


def blocks(text: str) -> tuple[Block, ...]:
    """Split ``text`` into paragraphs, joining hard-wrapped lines; blank lines and furniture lines always separate."""
    found: list[Block] = []
    lines = [(m.start(), m.end(), m.group()) for m in re.finditer(r"[^\n]+", text)]
    width = _wrap_width([line for _, _, line in lines])
    open_: list[tuple[int, int, str]] = []
    for start, end, line in lines:
        blank_before = bool(open_) and text[open_[-1][1] : start].count("\n") > 1
        if open_ and (blank_before or _furniture(line) or not _continues(open_[-1][2], width)):
            found.append(_block(open_))
            open_ = []
        if not line.strip():
            continue
        if _furniture(line):
            found.append(Block(start, end, Kind.FURNITURE))
        else:
            open_.append((start, end, line))
    if open_:
        found.append(_block(open_))
    return tuple(part for block in found for part in _split_dateline(block, text))


def _block(lines: list[tuple[int, int, str]]) -> Block:
    words = " ".join(line for _, _, line in lines).strip()
    heading = len(words) <= _WRAP and not _ENDS_SENTENCE.search(words.translate(_FOLD)) and len(lines) <= 2
    return Block(lines[0][0], lines[-1][1], Kind.HEADING if heading else Kind.TEXT)


def _split_dateline(block: Block, text: str) -> tuple[Block, ...]:
    """«ANKARA, March 4, 2018 (Agency) - A preacher …»: what stands before the dash spoils the parse of the sentence behind it."""
    match = _DATELINE.match(text, block.start, min(block.end, block.start + _WRAP)) if block.kind is Kind.TEXT else None
    if match is None:
        return (block,)
    return Block(block.start, match.end(), Kind.HEADING), Block(match.end(), block.end, Kind.TEXT)


def _wrap_width(lines: list[str]) -> int:
    """The width at which the text was wrapped: that of its long lines, when none is too long to be a wrapped one."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if not lengths or lengths[-1] > _WRAP:
        return 0
    return lengths[int(len(lengths) * 0.8)]


def _continues(line: str, width: int) -> bool:
    """Whether the next line goes on with this one: it was filled up to the wrap width, or stops in mid-sentence."""
    if not width:
        return False
    stripped = line.rstrip()
    return len(stripped) >= 0.8 * width or (
        len(stripped) >= 0.6 * width and not _ENDS_SENTENCE.search(stripped.translate(_FOLD))
    )


@cache
def _patterns() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in lines_of("furniture.en.toml")), re.IGNORECASE)


def _furniture(line: str) -> bool:
    return _patterns().fullmatch(line.strip()) is not None
