"""When: the date of an act, told apart from the date of saying so, with the rule that read it and the words it was read in."""

import re
from dataclasses import dataclass

from amparo.model import Edtf
from amparo.vocabulary import acts

from .analysis import Analysis, Relation, Token
from .lexicon import words
from .scan import Scan
from .triggers import Match, clause, is_aside

AS_BEFORE = "date.as_before"  # rule of a date that the text gives as that of what it told last
_ASKS_FOR = {"request", "seek", "demand"}  # a transfer asked for is dated to the request (annotation reading 4)
_SAME_DAY = re.compile(r"\b(?:that|the same) (?:day|night|evening|morning|afternoon)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """A date read for an act: resolved or, where the text does not show the year, only its words."""

    date: Edtf | None
    start: int
    end: int
    rule: str
    guessed: bool = False


def when(analysis: Analysis, match: Match, scan: Scan) -> When | None:
    """The date of the act: the nearest date of its clause, else the only date of the sentence that is not that of a saying."""
    sentence = analysis.sentence(match.token)
    around = clause(analysis, match.token)
    own = [
        d
        for d in scan.dates.inside(around[0].start, around[-1].end)
        if not (_of_saying(analysis, match, d.start) or is_aside(analysis, match, d.start))
    ]
    if own:
        nearest = min(own, key=lambda d: abs(d.start - match.token.start))
        return When(nearest.date, nearest.start, nearest.end, "date.of_clause")
    rest = [d for d in scan.dates.inside(sentence.start, sentence.end) if not _of_saying(analysis, match, d.start)]
    if len(rest) == 1 and _chained(analysis, match.token, rest[0].start):
        return When(rest[0].date, rest[0].start, rest[0].end, "date.of_sentence", guessed=True)
    same = _SAME_DAY.search(analysis.text, sentence.start, sentence.end)
    return When(None, same.start(), same.end(), AS_BEFORE) if same is not None and not rest else None


def _chained(analysis: Analysis, token: Token, offset: int) -> bool:
    """Whether a date elsewhere in the sentence may still be that of the act: it stands at the sentence's head, or in a row of verbs."""
    sentence = analysis.sentence(token)
    return offset - sentence.start < 30 or token.relation is Relation.CONJUNCT


def _of_saying(analysis: Analysis, match: Match, offset: int) -> bool:
    """Whether the date at ``offset`` says when something was said: it hangs on a verb of saying, not on the act."""
    report = words("speech.en.toml", "report") | words("speech.en.toml", "call") | {"call"}
    for token in analysis.within(offset, offset + 1):
        for word in (token, *analysis.ancestors(token)):
            if word.index in {t.index for t in match.tokens}:
                return False
            if word.pos == "VERB":
                return word.lemma in report and not (acts.is_transfer(match.act) and word.lemma in _ASKS_FOR)
            if word.lemma in {"statement", "letter", "report", "interview", "article"}:
                return True
    return False
