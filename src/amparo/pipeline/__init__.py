"""The order in which the rooms work: the only place that knows it. `cli` and `web` speak to this and to the casebook.

add         files → sources → documents → claims → persons and incidents, one transaction a file
case        one case with the law that binds, put together for reading
rebuild     everything derived, anew from the sources
verify      whether what is stored is what was recorded
extract     files → claims, without a casebook
protect     what binds a state on a day
doctor      whether this installation can do its work
"""

from .adding import ImportRow, Outcome, add
from .cases import case, find_person
from .clock import now, tool
from .doctor import Check, doctor
from .examples import Example, examples, write_examples
from .extracting import Extracted, extract
from .protecting import protect
from .reading import Given
from .rebuilding import rebuild, verify

__all__ = [
    "Check", "Example", "Extracted", "Given", "ImportRow", "Outcome", "add", "case", "doctor", "examples", "extract",
    "find_person", "now", "protect", "rebuild", "tool", "verify", "write_examples",
]  # fmt: skip
