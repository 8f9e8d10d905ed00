"""The store: records in, records out; the only room that speaks SQL.

One casebook is one file, the bytes of the sources included, encrypted with a passphrase unless it is made plain.
`Casebook.create` makes one, `Casebook.open` gives an open one.
"""

from .records import About, BlockContents, CaseRow, Hit
from .store import Casebook

__all__ = ["About", "BlockContents", "CaseRow", "Casebook", "Hit"]
