"""A stream of news in which few texts tell of pursuit: what the gate gains and what it loses. Prints a Markdown table.

    python -m benchmarks.stream --general FILE --reports FOLDER... [--share 2] [--engine NAME]

``--general`` holds one news article a line; the figures of the README are for ``lee_background.cor``, which lies in the wheel of gensim
(``pip download gensim --no-deps``, then unzip ``gensim/test/test_data/lee_background.cor``); Amparo does not ship it. ``--reports`` are folders of
annotated English texts (NAME.txt beside NAME.json, keys as ``docs/json.md`` explains). Where either is missing nothing is measured, and
that is said. Speed is words for each second of processor time of one process, loading left out.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from benchmarks.bare_spacy import MODEL
from benchmarks.texts import document

from amparo.extract import extract
from amparo.extract.gate import may_hold_incidents
from amparo.model import Document, document_id, sha256, text_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An annotated text and how many incidents it tells."""

    document: Document
    incidents: int


def main() -> None:
    arguments = _arguments()
    missing = [path for path in (arguments.general, *arguments.reports) if not path.exists()]
    if missing:
        sys.exit(
            f"Not measured: {', '.join(map(str, missing))} is not there. The head of {__file__} says where to get it."
        )
    general = [
        _general(n, line) for n, line in enumerate(arguments.general.read_text("utf-8").splitlines()) if line.strip()
    ]
    reports = [one for folder in arguments.reports for one in _reports(folder)]
    strewn = max(1, round(len(general) * arguments.share / (100 - arguments.share)))
    every = max(1, len(reports) // strewn)
    stream = [*general, *(one.document for one in reports[::every][:strewn])]
    words = sum(len(one.text.split()) for one in stream)
    print(f"{len(stream)} texts, {strewn} of them reports, {words} words\n")
    print("| | words/s a core | times bare spaCy |\n|---|---|---|")
    parser = spacy.load(MODEL)
    bare = _speed(words, stream, lambda one: parser(one.text))
    gated = _speed(words, stream, lambda one: extract(one, engine=arguments.engine, gate=True))
    ungated = _speed(words, stream, lambda one: extract(one, engine=arguments.engine))
    gate = _speed(words, stream, lambda one: may_hold_incidents(one.text, "en"))
    for name, speed in (
        ("bare spaCy", bare),
        ("extraction without the gate", ungated),
        ("extraction", gated),
        ("the gate alone", gate),
    ):
        print(f"| {name} | {speed:,.0f} | {speed / bare:.1f} |")
    _quality(general, reports, arguments.engine)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the gate on a stream.")
    parser.add_argument("--general", type=Path, required=True, help="general news, an article a line")
    parser.add_argument("--reports", type=Path, nargs="+", required=True, help="folders of annotated texts")
    parser.add_argument("--share", type=float, default=2, help="reports among 100 texts of the stream")
    parser.add_argument("--engine", default="rules", help="the engine behind the gate")
    return parser.parse_args()


def _general(number: int, text: str) -> Document:
    source = sha256(text.encode())
    return Document(
        id=document_id(source),
        source=source,
        name=f"general {number}",
        text=text,
        text_sha256=text_hash(text),
        language="en",
    )


def _reports(folder: Path) -> list[Report]:
    """The English texts of a folder that tell of an incident."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        notes = path.with_suffix(".json")
        told = json.loads(notes.read_text("utf-8")) if notes.exists() else {}
        if told.get("lang") == "en" and told["incidents"]:
            found.append(Report(document=document(path), incidents=len(told["incidents"])))
    return found


def _speed(words: int, stream: Sequence[Document], work: Callable[[Document], object]) -> float:
    work(stream[0])
    work(stream[-1])  # what is made at the first use is not counted
    began = time.process_time()
    for one in stream:
        work(one)
    return words / (time.process_time() - began)


def _quality(general: Sequence[Document], reports: Sequence[Report], engine: str) -> None:
    """What the gate keeps of the reports, lets in of the general articles, and what is then told of those."""
    kept = [one for one in reports if may_hold_incidents(one.document.text, "en")]
    let_in = [one for one in general if may_hold_incidents(one.text, "en")]
    told = sum(bool(extract(one, engine=engine).claims) for one in let_in)
    incidents, all_incidents = (sum(one.incidents for one in some) for some in (kept, reports))
    print(
        f"\nReports let in: {len(kept)} of {len(reports)}, with {incidents} of {all_incidents} incidents ({incidents / all_incidents:.4f})."
    )
    print(f"General articles let in: {len(let_in)} of {len(general)} ({len(let_in) / len(general):.3f}).")
    print(
        f"General articles of which an incident is told: {told} of {len(general)} ({100 * told / len(general):.1f} in 100)."
    )


if __name__ == "__main__":
    main()
