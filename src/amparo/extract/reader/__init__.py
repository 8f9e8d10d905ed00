"""The trained reader: a small network that reads the whole text and says who suffered which act, told in which sentences, with which status,
states and date; names, places, dates, groups and the words for each act come from the lists and rules, whose findings it weighs.

Without weights (`model.is_there`) the rules alone still work.
"""

from collections.abc import Callable

from amparo.extract.rules import RulesEngine, extraction, unreadable
from amparo.extract.rules.gate import is_about_pursuit
from amparo.extract.rules.merge import merged
from amparo.extract.rules.prepare import prepare
from amparo.extract.rules.user_lexicon import NO_WORDS, UserLexicon
from amparo.model import Document, Extraction

from .claims import drafts_of, together
from .decisions import proposals
from .model import Model, is_there, model
from .outline import outline_of

__all__ = ["ReaderEngine", "is_there"]


class ReaderEngine:
    """Finds claims by the trained reader with the rules as evidence; in a language it was not trained on, by the rules alone."""

    name = "reader"

    def __init__(self, trained: Callable[[], Model] = model) -> None:
        """``trained`` gives the weights, when they are first needed."""
        self._trained = trained

    @property
    def version(self) -> str:
        """The version of the code and of the weights."""
        return f"1.{self._trained().version}"

    def extract(self, document: Document, lexicon: UserLexicon = NO_WORDS) -> Extraction:
        """Find the people and claims of ``document``; `amparo.extract.engine.Engine.extract` says what holds."""
        if self._trained is model and not is_there():
            return RulesEngine().extract(document, lexicon)  # the claims say that the rules made them
        engine = f"{self.name}/{self.version}{lexicon.mark}"
        refused = unreadable(document, engine)
        if refused is not None:
            return refused
        reader = self._trained()
        telling = prepare(document, lexicon)
        told = tuple(telling.drafts())
        about = is_about_pursuit(telling.analysis.text, telling.scan, telling.analysis.language)
        rules = merged(told) if about else []
        if telling.analysis.language not in reader.languages:
            return extraction(document, engine, telling, rules)
        outline = outline_of(document, telling, told)
        found = proposals(reader.network, reader.rankers, outline, reader.limits)
        return extraction(document, engine, telling, together(drafts_of(telling, outline, told, found), rules))
