"""The lead counts and describes («two activists», «a preacher»), the body names: what is told of the one is told of the other, as a guess."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from .analysis import Analysis, Sentence
from .cast import Cast, Party
from .drafts import Draft
from .scan import Scan
from .settings import destination, of_hint
from .triggers import Match

_REACH = 4  # sentences behind the lead within which names tell who was meant
_RULE = "patient.lead_and_body"


def named_later(draft: Draft, analysis: Analysis, cast: Cast, sentence: Sentence) -> Draft | None:
    """«A preacher was shot … X, 51, died»: one whom the lead does not name is the person named first straight after it."""
    article = draft.party.name.split(" ", 1)[0].lower()
    if draft.party.named or draft.party.count != 1 or article not in {"a", "an", "the"}:
        return None
    if cast.first_pursued is not None and cast.first_pursued < sentence.start:
        return None
    last = analysis.sentences[min(len(analysis.sentences) - 1, sentence.index + _REACH)]
    named = [
        party
        for party in cast.within(sentence.end, last.end)
        if not party.speaker and (not party.quoted or party.key in cast.pursued)
    ]
    if not named:
        return None
    spans = (*draft.spans, _sentence_of(analysis, named[0], sentence.end))
    return replace(draft, party=named[0], guessed=True, rule=_RULE, spans=spans)


def members(
    draft: Draft, match: Match, analysis: Analysis, cast: Cast, scan: Scan, sentence: Sentence
) -> Iterator[Draft]:
    """The same act told of each of the people named in the first sentence behind that names as many as the lead counts."""
    count = draft.party.count
    if draft.party.named or count is None or count < 2:
        return
    for following in analysis.sentences[sentence.index + 1 : sentence.index + 1 + _REACH]:
        named = [party for party in cast.within(following.start, following.end) if not party.speaker]
        if len(named) != count:
            continue
        spans = (*draft.spans, (following.start, following.end))
        for party in named:
            origin = of_hint(party.origin) if party.origin is not None else draft.origin
            to = destination(analysis, match, scan, origin)
            yield replace(draft, party=party, origin=origin, destination=to, guessed=True, rule=_RULE, spans=spans)
        return


def _sentence_of(analysis: Analysis, party: Party, after: int) -> tuple[int, int]:
    """The sentence that names a party first behind the character ``after``."""
    start, end = party.spans[bisect_left(party.spans, (after, after))]
    sentence = analysis.sentence_at(start)
    return (sentence.start, sentence.end) if sentence is not None else (start, end)
