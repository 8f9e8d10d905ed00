"""Document → claims with passages. Before the engines stands a gate (`gate`), which no parser or model is loaded for. Engines stand behind
one protocol (`engine.Engine`): `reader`, the trained one with the rules as evidence, and `rules`, which needs nothing else.

`extract` is the room's one verb.
"""

from amparo.model import Document, Extraction, UnknownCode

from .clean import clean
from .coarse import LANGUAGES as COARSE_LANGUAGES
from .coarse import CoarseEngine
from .engine import Engine
from .gate import passed_over
from .reader import ReaderEngine
from .rules import RulesEngine
from .rules.user_lexicon import NO_WORDS, UserLexicon, read_lexicon

__all__ = [
    "DEFAULT",
    "ENGINES",
    "NO_WORDS",
    "Engine",
    "ReaderEngine",
    "RulesEngine",
    "UserLexicon",
    "extract",
    "read_lexicon",
]

DEFAULT = "reader"  # reads by the rules alone where its weights are not installed
ENGINES: dict[str, Engine] = {"reader": ReaderEngine(), "rules": RulesEngine()}
_COARSE = CoarseEngine()  # reads its languages whichever engine is asked for: no other can


def extract(
    document: Document, *, engine: str = DEFAULT, gate: bool = False, lexicon: UserLexicon = NO_WORDS
) -> Extraction:
    """Find the people, incidents, law, calls and windows that ``document`` tells of, each with the passages that carry it.

    With ``gate`` a text in which nothing can stand that an engine looks for is passed over (`Extraction.passed_over`): nobody looks for its
    people, law and calls either. A user's own words of ``lexicon`` count beside those that come with Amparo; a text that holds one of them is
    always read. Hidden characters and look-alike letters of another alphabet are read over (`clean`). Raises UnknownCode when there is no such engine.
    """
    if engine not in ENGINES:
        raise UnknownCode("engines", engine, near=tuple(ENGINES))
    read = clean(document)
    asked = gate and not lexicon.stands_in(read.document.text)
    reader = _COARSE if document.language in COARSE_LANGUAGES else ENGINES[engine]
    return (passed_over(read.document) if asked else None) or read.restored(reader.extract(read.document, lexicon))
