"""The coarse engine for languages that no parser here reads: names by shape, acts by lexicon, states, dates, sentence by sentence.

Its claims are for a first look: every slot is marked as a guess, every rule is named ``coarse.…``, and law, calls and meetings are not
looked for. The words of a language lie in ``extract/data/coarse.LANGUAGE.toml``.
"""

from amparo.extract.rules.user_lexicon import NO_WORDS, UserLexicon
from amparo.model import Cause, Document, Extraction, Fault

from .lexicon import lexicon as words_of
from .records import extraction
from .telling import Telling

__all__ = ["LANGUAGES", "CoarseEngine"]

LANGUAGES = frozenset({"kk", "ky", "tg", "tk", "tr", "uz"})
_LONGEST = 5_000_000  # characters; reading them takes about a minute


class CoarseEngine:
    """Finds people and incidents by lists alone, in the languages of `LANGUAGES`."""

    name = "coarse"
    version = "1"

    def extract(self, document: Document, lexicon: UserLexicon = NO_WORDS) -> Extraction:  # noqa: ARG002  no words of users here yet
        """Find the people and incidents of ``document``, whose language is one of `LANGUAGES`; `amparo.extract.engine.Engine.extract` says what
        holds. A user's own words are not looked for.
        """
        engine = f"{self.name}/{self.version}"
        if len(document.text) > _LONGEST:
            message = f"The text is longer than {_LONGEST:,} characters, and no claims were looked for; split it into the documents it consists of."
            fault = Fault(where=document.name, cause=Cause.TOO_LARGE, message=message)
            return Extraction(document=document.id, engine=engine, faults=(fault,))
        return extraction(document, engine, Telling(document, words_of(document.language or "")))
