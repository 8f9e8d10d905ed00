"""Importing the vocabulary reads nothing and pulls in nothing heavy."""

import subprocess
import sys

MODULES = "acts, agencies, charges, datelines, dates, instruments, languages, names, organisations, phrases, places, roles, states, tables"
PROGRAM = """
import sys
from amparo.vocabulary import {modules}
from amparo.vocabulary import tables
assert tables.rows.cache_info().currsize == 0, "a data file was read"
print(" ".join(sorted(name.split(".")[0] for name in sys.modules)))
"""


def test_nothing_heavy_is_imported_and_no_file_is_read() -> None:
    program = PROGRAM.format(modules=MODULES)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not {"spacy", "numpy", "pandas", "babel", "edtf", "sqlalchemy", "typer"} & set(done.stdout.split())
