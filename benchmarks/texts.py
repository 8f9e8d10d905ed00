"""The texts that are measured on: the two example reports, over and over, about other people each time.

    python -m benchmarks.texts FOLDER COPIES         writes them and prints how many words (runs of non-blank characters) they have

Every copy has invented names in place of those in the reports, so that no two files have the same bytes and no two cases are one
person. The names are syllables drawn with a fixed seed: the same number of copies is the same texts on every machine.
"""

import random
import re
import sys
import tempfile
from pathlib import Path

from amparo.extract import extract
from amparo.model import Document, document_id, sha256, text_hash
from amparo.pipeline import write_examples

SYLLABLES = [
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
]
SEED = 1


def main() -> None:
    folder, copies = Path(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as originals:
        print(sum(write(document(path), folder, copies) for path, _ in write_examples(Path(originals))))


def write(original: Document, folder: Path, copies: int) -> int:
    """Write ``copies`` of one report into ``folder``; gives the number of words in them."""
    draw = random.Random(SEED)
    names = _names(original)
    words = 0
    for number in range(copies):
        copy = _renamed(original.text, names, draw)
        (folder / f"{number:04}-{original.name}").write_text(copy, encoding="utf-8")
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


def _names(original: Document) -> list[str]:
    """The words that name people in a report, as the extraction finds them: given names and surnames alike."""
    forms = (form for mention in extract(original).mentions if mention.named for form in mention.forms)
    return sorted({part for form in forms for part in re.findall(r"[^\W\d_]{3,}", form)})


def _renamed(text: str, names: list[str], draw: random.Random) -> str:
    """``text`` with an invented word for each of ``names``, the same one wherever that stands."""
    instead = {name: "".join(draw.choices(SYLLABLES, k=3)).capitalize() for name in names}
    return re.sub(r"\b(" + "|".join(map(re.escape, names)) + r")\b", lambda found: instead[found[0]], text)


if __name__ == "__main__":
    main()
