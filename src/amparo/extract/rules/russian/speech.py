"""On whose word, in Russian: «сообщил Х», «по словам Х», «— говорит она»."""

from amparo.extract.rules.analysis import Analysis, Relation, Sentence, Token
from amparo.extract.rules.cast import Cast, Party
from amparo.extract.rules.lexicon import words
from amparo.extract.rules.scan import Scan
from amparo.extract.rules.speech import Speaker

from .anaphora import SHE

_SPEECH = "speech.ru.toml"
_BY_WORD = {
    "слово",
    "данные",
    "информация",
    "сведение",
    "утверждение",
    "версия",
    "мнение",
    "свидетельство",
    "оценка",
    "подсчет",
}
_NOT_TELLING = {"стать", "следовать", "считать", "установить", "узнать", "передать", "указать"}
_LONGEST = 8  # words of an unnamed source


def sources(analysis: Analysis, token: Token, cast: Cast, scan: Scan) -> tuple[Speaker, ...]:
    """Whom the sentence of ``token`` is attributed to; empty where the text speaks in its own voice."""
    sentence = analysis.sentence(token)
    found = [*_by_words(analysis, sentence, cast, scan), *_by_verbs(analysis, sentence, cast, scan)]
    unique: dict[str, Speaker] = {}
    for speaker in found:
        unique.setdefault(speaker.name, speaker)
    return tuple(unique.values())


def _by_words(analysis: Analysis, sentence: Sentence, cast: Cast, scan: Scan) -> list[Speaker]:
    """«по словам Х», «по данным организации», «по информации издания»."""
    found: list[Speaker] = []
    for token in analysis.words(sentence):
        if token.lemma in _BY_WORD and any(
            mark.lemma in {"по", "согласно", "со"} for mark in analysis.children(token, Relation.MARK)
        ):
            for owner in analysis.children(token, Relation.POSSESSOR):
                found += speakers_of(analysis, owner, cast, scan, "source.by_words")
    return found


def _by_verbs(analysis: Analysis, sentence: Sentence, cast: Cast, scan: Scan) -> list[Speaker]:
    found: list[Speaker] = []
    for token in analysis.words(sentence):
        if (
            token.pos == "VERB"
            and token.lemma in words(_SPEECH, "report") | words(_SPEECH, "deny")
            and token.lemma not in _NOT_TELLING
        ):
            for subject in analysis.children(token, Relation.SUBJECT, Relation.AGENT)[:1]:
                found += speakers_of(analysis, subject, cast, scan, "source.verb_of_saying")
    return found


def speakers_of(analysis: Analysis, subject: Token, cast: Cast, scan: Scan, rule: str) -> list[Speaker]:
    """The organisations, people or unnamed sources that a subject names."""
    tokens = [
        t
        for t in analysis.subtree(subject)
        if abs(t.index - subject.index) <= _LONGEST and (t.pos != "VERB" or t.index == subject.index)
    ]
    start, end = min(t.start for t in tokens), max(t.end for t in tokens)
    named = cast.at(subject) or next(iter(cast.within(start, end)), None)
    if named is not None:
        return [_as_counted(named, start, end, rule)]
    listed = [f for f in scan.organisations.inside(start, end) if f.kind != "movement"]
    if listed:
        unique = {f.name: f for f in reversed(listed)}
        return [Speaker(analysis.text[f.start : f.end], f.start, f.end, rule) for f in reversed(unique.values())]
    if subject.pos == "PRON":
        woman = subject.text.lower() in SHE
        last = cast.last_before(subject.start)
        return [Speaker(last.name, subject.start, subject.end, f"{rule}.pronoun")] if last is not None and woman else []
    if subject.pos not in {"NOUN", "PROPN"} or scan.places.at(subject.start) is not None:
        return []
    return [Speaker(analysis.text[subject.start : subject.end], subject.start, subject.end, f"{rule}.unnamed")]


def _as_counted(person: Party, start: int, end: int, rule: str) -> Speaker:
    """A spokesman counts as the organisation they speak for; a lawyer, relative or witness by name."""
    if person.organisation is not None and person.role not in {"lawyer", "relative", "journalist", "whistleblower"}:
        return Speaker(person.organisation, start, end, f"{rule}.spokesperson")
    return Speaker(person.name, start, end, rule)
