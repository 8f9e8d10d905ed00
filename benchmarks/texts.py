"""The texts that are measured on: the two example reports, over and over, about other people each time.

Every copy has invented names in place of those in the reports, so that no two files have the same bytes and no two cases are one
person. The names are syllables drawn with a fixed seed: the same number of copies is the same texts on every machine.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from amparo.extract import extract
from amparo.model import Document, document_id, sha256, text_hash
from amparo.pipeline import Example, examples

SYLLABLES = (
    "ba",
    "do",
    "gul",
    "he",
    "ja",
    "ka",
    "lo",
    "mir",
    "na",
    "or",
    "pa",
    "ro",
    "sha",
    "ta",
    "ul",
    "va",
    "yu",
    "zar",
)
SEED = 1


def write(folder: Path, copies: int) -> int:
    """Write ``copies`` of each example report into ``folder``; gives the number of words (runs of non-blank characters) in them."""
    draw = random.Random(SEED)
    words = 0
    for example in examples():
        text = example.content.decode("utf-8")
        names = _names(example)
        for number in range(copies):
            copy = _renamed(text, names, draw)
            (folder / f"{number:04}-{example.name}").write_text(copy, encoding="utf-8")
            words += len(copy.split())
    return words


def document(path: Path) -> Document:
    """The text of a file as `amparo.read` would give it, without reading it: for measuring extraction alone."""
    content = path.read_bytes()
    text = content.decode("utf-8")
    source = sha256(content)
    return Document(
        id=document_id(source), source=source, name=path.name, text=text, text_sha256=text_hash(text), language="en"
    )


def _names(example: Example) -> list[str]:
    """The words that name people in a report, as the extraction finds them: full names and surnames alike."""
    text = example.content.decode("utf-8")
    source = sha256(example.content)
    read = Document(
        id=document_id(source), source=source, name=example.name, text=text, text_sha256=text_hash(text), language="en"
    )
    return sorted({part for mention in extract(read).mentions if mention.named for part in _parts(mention.forms)})


def _parts(forms: tuple[str, ...]) -> Iterator[str]:
    for form in forms:
        yield from re.findall(r"[^\W\d_]{3,}", form)


def _renamed(text: str, names: list[str], draw: random.Random) -> str:
    """``text`` with an invented word for each of ``names``, the same one wherever that stands."""
    instead = {name: "".join(draw.choices(SYLLABLES, k=3)).capitalize() for name in names}
    return re.sub(r"\b(" + "|".join(map(re.escape, names)) + r")\b", lambda found: instead[found[0]], text)
