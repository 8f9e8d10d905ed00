"""The extraction alone, without reading or storing anything.

python -m benchmarks.extraction FOLDER           prints the seconds of processor time, loading left out
"""

import sys
import time
from pathlib import Path

from benchmarks.texts import document

from amparo.extract import extract


def main() -> None:
    documents = [document(path) for path in sorted(Path(sys.argv[1]).iterdir())]
    extract(documents[0])  # what is made at the first use is not counted
    began = time.process_time()
    for each in documents:
        extract(each)
    print(time.process_time() - began)


if __name__ == "__main__":
    main()
