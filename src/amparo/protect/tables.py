"""The data files of this room: CSV, UTF-8, comment lines that begin with «#» at the head, «;» inside a cell."""

import csv
from functools import cache
from importlib.resources import files

from amparo.model import Edtf


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``data/NAME`` in order, one dictionary of column name to cell each; do not alter them."""
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def edtf(cell: str) -> Edtf | None:
    """The date in a cell, None where it is empty. Raises `BadDate`."""
    return Edtf(cell) if cell else None
