"""Document → claims with passages. Engines stand behind one protocol (`engine.Engine`); `rules` is the one that needs nothing else.

`extract` is the room's one verb.
"""

from amparo.model import Document, Extraction, UnknownCode

from .engine import Engine
from .rules import RulesEngine

__all__ = ["ENGINES", "Engine", "RulesEngine", "extract"]

ENGINES: dict[str, Engine] = {"rules": RulesEngine()}


def extract(document: Document, *, engine: str = "rules") -> Extraction:
    """Find the people, incidents, law, calls and windows that ``document`` tells of, each with the passages that carry it.

    Raises UnknownCode when there is no such engine.
    """
    if engine not in ENGINES:
        raise UnknownCode("engines", engine, near=tuple(ENGINES))
    return ENGINES[engine].extract(document)
