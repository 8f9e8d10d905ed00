"""What the law asks of a state: who is bound by what on which day, and whether what a text claims of the law agrees with the data.

`assess` gives the lines that fit an act, for one state on one date; `binding` looks at one instrument; `check` holds a text's claim against the
data; `instrument` and `instruments` are the look-up. Rules and limits: ``docs/law.md``. Nothing here is legal advice.
"""

from .bound import binding
from .claims import check
from .fit import assess
from .law import InstrumentLine, Kind, Scope, instrument, instruments

__all__ = ["InstrumentLine", "Kind", "Scope", "assess", "binding", "check", "instrument", "instruments"]
