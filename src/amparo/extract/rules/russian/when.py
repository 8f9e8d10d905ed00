"""When, in Russian: the date of an act, told apart from the date of saying so."""

import re
from datetime import timedelta

from amparo.extract.rules.analysis import Analysis
from amparo.extract.rules.lexicon import words
from amparo.extract.rules.scan import Scan
from amparo.extract.rules.triggers import Match
from amparo.extract.rules.when import AS_BEFORE, When
from amparo.model import Edtf
from amparo.vocabulary.dates import DateMatch

from .people import NUMBERS
from .places import clause

_SPEECH = "speech.ru.toml"
_SAME_DAY = re.compile(
    r"\b(?:в тот же день|в ту же ночь|тем же вечером|вечером того же дня|в этот день|в тот день|тогда же)\b",
    re.IGNORECASE,
)
_BORN = re.compile(r"\s*(?:(?:года?|г\.)?\s*рождения|(?:г\.?)?\s*р\.)")
_LATER = re.compile(
    r"\b(?:(?P<next>на следующий день|на следующее утро|наутро|назавтра)|(?:через|спустя) (?P<count>\w+ )?(?P<unit>день|дня|дней|сутки|суток|недел[юиь]))\b",
    re.IGNORECASE,
)
_LONGEST_AGO = 400  # characters back to the day from which «через два дня» counts
_FOLLOWS = {
    "detention",
    "abduction",
    "disappearance",
    "rendition",
    "torture",
    "assault",
}  # told day by day: undated ones go on with the last
_STATES = {"charge"}  # acts told as lasting: «его обвиняют», «в розыске» have no day of their own
_STATEMENT = {
    "заявление",
    "письмо",
    "доклад",
    "сообщение",
    "интервью",
    "статья",
    "пост",
    "обращение",
    "публикация",
    "закон",
    "указ",
}


def when(analysis: Analysis, match: Match, scan: Scan) -> When | None:
    """The date of the act: the nearest of its clause, else the only one of the sentence that is not that of a saying."""
    sentence = analysis.sentence(match.token)
    if match.act in _STATES and _lasts(match):
        return None
    later = _later(analysis, match, scan)
    if later is not None:
        return later
    first, last = clause(analysis, match.token)
    own = [d for d in scan.dates.inside(first, last) if not _of_saying(analysis, match, d)]
    if own:
        nearest = min(own, key=lambda d: abs(d.start - match.token.start))
        return When(nearest.date, nearest.start, nearest.end, "date.of_clause")
    rest = [d for d in scan.dates.inside(sentence.start, sentence.end) if not _of_saying(analysis, match, d)]
    if len(rest) == 1:
        return When(rest[0].date, rest[0].start, rest[0].end, "date.of_sentence", guessed=True)
    same = _SAME_DAY.search(analysis.text, sentence.start, sentence.end)
    if same is not None and not rest:
        return When(None, same.start(), same.end(), AS_BEFORE)
    return None if rest or match.act not in _FOLLOWS else _told_before(analysis, match, scan)


def _told_before(analysis: Analysis, match: Match, scan: Scan) -> When | None:
    """The day or month told last before in the same paragraph, where one seizure follows another. A guess."""
    sentence = analysis.sentence(match.token)
    before = next(scan.dates.before(sentence.start), None)
    if before is None or before.date is None or before.start < analysis.block_start(sentence):
        return None
    return (
        None
        if _of_saying(analysis, match, before)
        else When(before.date, before.start, before.end, "date.told_before", guessed=True)
    )


def _lasts(match: Match) -> bool:
    """Whether the words tell a state («обвиняют», «обвиняемый», «в розыске») and no event («возбудили дело»)."""
    token = match.token
    return not token.has("VerbForm=Fin", "Variant=Short") or token.has("Tense=Pres") or not token.has("Aspect=Perf")


def _later(analysis: Analysis, match: Match, scan: Scan) -> When | None:
    """«на следующий день», «через два дня»: counted from the day told last before."""
    first, last = clause(analysis, match.token)
    words_ = _LATER.search(analysis.text, first, last)
    if words_ is None:
        return None
    before = next(scan.dates.before(words_.start()), None)
    if (
        before is None
        or before.date is None
        or words_.start() - before.end > _LONGEST_AGO
        or before.date.earliest != before.date.latest
    ):
        return None
    count = 1 if words_["next"] or not words_["count"] else _number(words_["count"].strip())
    if count is None:
        return None
    days = count * (7 if (words_["unit"] or "").lower().startswith("недел") else 1)
    day = Edtf((before.date.earliest + timedelta(days=days)).isoformat())
    return When(day, words_.start(), words_.end(), "date.counted", guessed=True)


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 4 else NUMBERS.get(word.lower().replace("ё", "е"))


def _of_saying(analysis: Analysis, match: Match, date: DateMatch) -> bool:
    """Whether a date says when something was said, or when someone was born."""
    if _BORN.match(analysis.lower, date.end):
        return True
    for token in analysis.within(date.start, date.end)[:1]:
        for word in analysis.ancestors(token):
            if word.index in {t.index for t in match.tokens}:
                return False
            if word.pos == "VERB":
                return word.lemma in words(_SPEECH, "report") or word.lemma in {"родиться", "жить", "работать"}
            if word.lemma in _STATEMENT:
                return True
    return False
