"""The rules engine: words, parse and lists; explainable to the last slot, offline, and fast.

The steps, in their order: blocks and furniture → parse → lists (places, agencies, organisations, law, dates) → names → people with
their roles → acts with patients, status, place, time, agents, sources → merge → records; calls, law and windows apart from incidents.
"""

from amparo.model import Cause, Document, Extraction, Fault
from amparo.vocabulary.languages import LANGUAGES

from .calls import calls
from .drafts import Draft
from .gate import is_about_pursuit
from .law import laws
from .merge import merged
from .prepare import prepare
from .records import Recorder
from .speech import sources
from .telling import Telling
from .windows import windows

__all__ = ["RulesEngine"]


_LONGEST = (
    1_000_000  # characters; reading them takes one to two minutes, and no one file may hold up a batch for longer
)


class RulesEngine:
    """Finds claims in English texts by rules over a parse; says so as a fault when the text is in a language it does not read."""

    name = "rules"
    version = "1"

    def extract(self, document: Document) -> Extraction:
        """Find the people and claims of ``document``; `amparo.extract.engine.Engine.extract` says what holds."""
        engine = f"{self.name}/{self.version}"
        if document.language not in {"en", None}:
            return Extraction(document=document.id, engine=engine, faults=(_unread(document),))
        if len(document.text) > _LONGEST:
            return Extraction(document=document.id, engine=engine, faults=(_too_long(document),))
        telling = prepare(document)
        drafts = merged(telling.drafts()) if is_about_pursuit(telling.analysis.text, telling.scan) else []
        return _extraction(document, engine, telling, drafts)


def _extraction(document: Document, engine: str, telling: Telling, drafts: list[Draft]) -> Extraction:
    recorder = Recorder(document, engine)
    targets = {draft.party.key: draft.party for draft in drafts}
    parties = {party.key: party for party in telling.cast.parties} | targets
    mentions = {key: recorder.mention(party, target=key in targets) for key, party in parties.items()}
    claims = {claim.id: claim for draft in drafts for claim in [recorder.claim(draft, mentions[draft.party.key].id)]}
    return Extraction(
        document=document.id,
        engine=engine,
        mentions=tuple(mentions.values()),
        claims=tuple(claims.values()),
        laws=tuple(
            recorder.law(law, sources(telling.analysis, token, telling.cast, telling.scan))
            for law in laws(telling.analysis, telling.scan)
            if (token := telling.analysis.within(law.start, law.end)[-1])
        ),
        calls=tuple(recorder.call(call) for call in calls(telling.analysis, telling.cast, telling.scan)),
        windows=tuple(recorder.window(window, telling.scan) for window in windows(telling.analysis, telling.scan)),
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
