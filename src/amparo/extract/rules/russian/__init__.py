"""The rules for Russian: the same steps and the same drafts as for English, read from cases and endings where English has word order.

Lists, records, gathering of names and merging are shared; `RussianTelling` finds the acts told in a prepared text.
"""

from .cast import cast_of
from .names import name_spans
from .parser import RussianAnalyzer
from .settings import pursuing_state
from .telling import RussianTelling

__all__ = ["RussianAnalyzer", "RussianTelling", "cast_of", "name_spans", "pursuing_state"]
