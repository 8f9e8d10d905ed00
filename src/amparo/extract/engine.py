"""The seam between the steps that read a text and everything else: an engine turns one Document into an Extraction."""

from typing import Protocol

from amparo.model import Document, Extraction

from .rules.user_lexicon import NO_WORDS, UserLexicon


class Engine(Protocol):
    """Anything that finds claims in a document, with a passage for each.

    ``name`` is what a user types after ``--engine``; ``version`` changes whenever the same text may give another result, and is stored
    with every claim.
    """

    @property
    def name(self) -> str:
        """What a user types after ``--engine``."""
        ...

    @property
    def version(self) -> str:
        """The version stored with every claim."""
        ...

    def extract(self, document: Document, lexicon: UserLexicon = NO_WORDS) -> Extraction:
        """Find the people and claims of ``document``, with the user's own words of ``lexicon`` too, which the version stored with the claims
        then shows (`UserLexicon.mark`). Never raises for what stands in a text; says what it could not do in ``faults``.
        """
        ...
