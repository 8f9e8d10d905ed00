"""The order in which the rooms work: the only place that knows it. `cli` and `web` speak to this and to the casebook.

    add         files → sources → documents → claims → persons and incidents, one transaction a file
    case        one case with the law that binds, put together for reading
    rebuild     everything derived, anew from the sources
    verify      whether what is stored is what was recorded
    extract     files → claims, without a casebook
    evaluating  how good an engine is on annotated texts (a module of its own, with all that a measurement is made of)
    protect     what binds a state on a day
    doctor      whether this installation can do its work

A name of this door is loaded when it is first used (PEP 562): all rooms together take longer to load than a command that only looks
may take.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .adding import ImportRow, Outcome, add
    from .cases import case, find_person
    from .checking import Check, doctor
    from .clock import now, tool
    from .examples import Example, write_examples
    from .extracting import Extracted, extract
    from .protecting import protect
    from .reading import Given, How, read_lexicon
    from .rebuilding import rebuild, verify

__all__ = [
    "Check", "Example", "Extracted", "Given", "How", "ImportRow", "Outcome", "add", "case", "doctor", "extract", "find_person",
    "now", "protect", "read_lexicon", "rebuild", "tool", "verify", "write_examples",
]  # fmt: skip

_MODULES = {
    "adding": ("ImportRow", "Outcome", "add"),
    "cases": ("case", "find_person"),
    "checking": ("Check", "doctor"),
    "clock": ("now", "tool"),
    "examples": ("Example", "write_examples"),
    "extracting": ("Extracted", "extract"),
    "protecting": ("protect",),
    "reading": ("Given", "How", "read_lexicon"),
    "rebuilding": ("rebuild", "verify"),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    """One of the names above, out of the module that holds it. Raises AttributeError for any other."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __package__), name)
