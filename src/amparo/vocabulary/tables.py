"""The data files of this room: CSV, UTF-8, comment lines that begin with «#» at the head, «;» inside a cell."""

import csv
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from amparo.model import UnknownCode


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``data/NAME`` in order, one dictionary of column name to cell each; do not alter them."""
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def cells(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds a list, without blanks around them."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def unknown(vocabulary: str, code: str, known: tuple[str, ...]) -> UnknownCode:
    """The error for a code that ``vocabulary`` does not have, with the codes that look like it."""
    return UnknownCode(vocabulary, code, near=get_close_matches(code, known, n=3, cutoff=0.6))
