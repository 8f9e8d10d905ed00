"""The rules engine: words, parse and lists; explainable to the last slot, offline, and fast.

The steps, in their order: blocks and furniture → parse → lists (places, agencies, organisations, law, dates) → names → people with
their roles → acts with patients, status, place, time, agents, sources → merge → records; calls, law and windows apart from incidents.
"""

from dataclasses import replace

from amparo.model import Cause, Document, Extraction, Fault
from amparo.vocabulary.languages import LANGUAGES

from .calls import calls
from .drafts import Draft
from .gate import is_about_pursuit
from .law import laws
from .merge import merged
from .prepare import PREPARED, prepare
from .records import Recorder
from .russian.calls import calls as russian_calls
from .telling import Telling
from .user_lexicon import NO_WORDS, UserLexicon
from .windows import windows

__all__ = ["RulesEngine", "extraction", "unreadable"]


_READS_LAW = {"en", "ru"}  # languages whose words for law, calls and meetings are listed
_LONGEST = (
    1_000_000  # characters; reading them takes one to two minutes, and no one file may hold up a batch for longer
)


class RulesEngine:
    """Finds claims in English and Russian texts by rules over a parse; says so as a fault when the text is in a language it does not read."""

    name = "rules"
    version = "1"

    def extract(self, document: Document, lexicon: UserLexicon = NO_WORDS) -> Extraction:
        """Find the people and claims of ``document``; `amparo.extract.engine.Engine.extract` says what holds."""
        engine = f"{self.name}/{self.version}{lexicon.mark}"
        refused = unreadable(document, engine)
        if refused is not None:
            return refused
        telling = prepare(document, lexicon)
        drafts = (
            merged(telling.drafts())
            if is_about_pursuit(telling.analysis.text, telling.scan, telling.analysis.language)
            else []
        )
        return extraction(document, engine, telling, drafts)


def unreadable(document: Document, engine: str) -> Extraction | None:
    """An extraction that holds nothing but the fault of a text that no rule can read; None for any other."""
    if document.language not in {*PREPARED, None}:
        return Extraction(document=document.id, engine=engine, faults=(_unread(document),))
    if len(document.text) > _LONGEST:
        return Extraction(document=document.id, engine=engine, faults=(_too_long(document),))
    return None


def extraction(document: Document, engine: str, telling: Telling, drafts: list[Draft]) -> Extraction:
    """The records of a prepared text: mentions of all its people, a claim for each of ``drafts``, and what it says of law and calls for."""
    recorder = Recorder(document, engine)
    targets = {draft.party.key: draft.party for draft in drafts}
    parties = {party.key: party for party in telling.cast.parties} | targets
    mentions = {key: recorder.mention(party, target=key in targets) for key, party in parties.items()}
    claims = {claim.id: claim for draft in drafts for claim in [recorder.claim(draft, mentions[draft.party.key].id)]}
    # Two engines may mean the same unnamed people by the same words; these are mentioned once.
    once = {mention.id: mention for mention in mentions.values()}
    found = Extraction(
        document=document.id, engine=engine, mentions=tuple(once.values()), claims=tuple(claims.values())
    )
    return _with_law(found, recorder, telling) if telling.analysis.language in _READS_LAW else found


def _with_law(found: Extraction, recorder: Recorder, telling: Telling) -> Extraction:
    """The extraction with what the text says of law, calls for and sets a day for."""
    return replace(
        found,
        laws=tuple(
            recorder.law(law, telling.sources(token))
            for law in laws(telling.analysis, telling.scan)
            if (token := telling.analysis.within(law.start, law.end)[-1])
        ),
        calls=tuple(
            map(recorder.call, russian_calls(telling) if telling.analysis.language == "ru" else calls(telling))
        ),
        windows=tuple(map(recorder.window, windows(telling.analysis, telling.scan, recorder.document.published))),
    )


def _too_long(document: Document) -> Fault:
    return Fault(
        where=document.name,
        cause=Cause.TOO_LARGE,
        message=f"The text is longer than {_LONGEST:,} characters, and no claims were looked for; split it into the documents it consists of.",
    )


def _unread(document: Document) -> Fault:
    language = LANGUAGES.get(document.language or "", document.language)
    return Fault(
        where=document.name,
        cause=Cause.UNSUPPORTED_LANGUAGE,
        message=f"The text is in {language}, which the rules engine does not read yet; no claims were looked for.",
    )
