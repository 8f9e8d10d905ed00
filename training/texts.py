"""Annotated texts, each with its outline; parsing them takes minutes, so that the outlines are kept."""

import hashlib
import json
import pickle
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amparo.extract.reader.outline import Outline, outline_of
from amparo.extract.rules.prepare import prepare
from amparo.model import Document, Edtf, document_id, sha256, text_hash

# The development corpus: a number of three digits, or one of its six annotators' letters and two digits.
_CORPUS = re.compile(r"(?:\d\d|[a-f]\d)(\d)-")

_BLIND = ("0", "5")  # the fifth of the corpus that nobody tunes on


@dataclass(frozen=True, slots=True)
class Text:
    """One annotated text. ``gold`` is its annotation (`docs/evaluation.md`)."""

    name: str
    text: str
    gold: dict[str, Any]
    outline: Outline

    @property
    def fold(self) -> str | None:
        """Of a text of the development corpus the last digit of its number; None of a text written for training."""
        return match[1] if (match := _CORPUS.match(self.name)) else None


def texts(folders: Iterable[Path], languages: Iterable[str], kept: Path) -> list[Text]:
    """The texts of the languages in order of their names; outlines are taken from the file ``kept`` where text, annotation and code are the same."""
    wanted = set(languages)
    known: dict[str, Text] = pickle.loads(kept.read_bytes()) if kept.exists() else {}  # noqa: S301  our own file
    found: dict[str, Text] = {}
    for name, gold, text in _annotated(folders):
        if gold["lang"] not in wanted:
            continue
        key = f"{name}:{hashlib.sha256((text + json.dumps(gold, sort_keys=True)).encode()).hexdigest()}"
        found[key] = known.get(key) or Text(name, text, gold, _outline(name, text, gold))
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps({**known, **found}))
    blind = [text.name for text in found.values() if text.fold in _BLIND]
    if blind:
        raise SystemExit(f"These texts belong to the blind fifth and must not be trained on: {', '.join(blind)}")
    return sorted((text for text in found.values() if text.outline.lines), key=lambda text: text.name)


def digest(found: Iterable[Text]) -> str:
    """A hash of names, texts and annotations."""
    whole = hashlib.sha256()
    for text in found:
        whole.update(json.dumps([text.name, text.text, text.gold], sort_keys=True, ensure_ascii=False).encode())
    return whole.hexdigest()[:16]


def _annotated(folders: Iterable[Path]) -> Iterator[tuple[str, dict[str, Any], str]]:
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            gold = json.loads(path.read_text("utf-8"))
            if isinstance(gold, dict) and "incidents" in gold:
                yield path.stem, gold, path.with_suffix(".txt").read_text("utf-8")


def _outline(name: str, text: str, gold: dict[str, Any]) -> Outline:
    source = sha256(text.encode())
    document = Document(
        id=document_id(source), source=source, name=f"{name}.txt", text=text, text_sha256=text_hash(text), language=gold["lang"],
        published=Edtf(gold["published"]) if gold["published"] else None,
    )  # fmt: skip
    telling = prepare(document)
    return outline_of(document, telling, tuple(telling.drafts()))
