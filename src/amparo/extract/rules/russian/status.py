"""How far an act went, in Russian: occurred, threatened, attempted, denied, or no incident at all (a call, a rule, a supposition, a negation)."""

import re

from amparo.extract.rules.analysis import Analysis, Relation, Token
from amparo.extract.rules.lexicon import words
from amparo.extract.rules.status import Standing
from amparo.extract.rules.triggers import Match
from amparo.model import Status
from amparo.vocabulary import acts

from .triggers import is_negated

_SPEECH = "speech.ru.toml"
_STATUS = "status.ru.toml"
_UP = 4  # governing words looked at
_STAGES = ("risk", "requested", "ordered", "scheduled")
_ENDS_CHAIN = {Relation.RELATIVE, Relation.ADVERBIAL, Relation.SUBJECT, Relation.PASSIVE_SUBJECT}
_RULES = {"запрещать", "исключать", "гарантировать", "предусматривать", "допускать", "разрешать"}
_APPEAL = {"жалоба", "апелляция", "обжалование"}
_UNDER = {"под", "перед", "против"}  # prepositions that make of a noun something feared
_SUPPOSED = {"если", "бы", "чтобы", "ли"}
_CONTEST = {
    "подтвердить",
    "подтверждать",
    "подтверждаться",
    "признать",
    "признавать",
}  # not confirmed by who would know
_CONTESTED = {
    "abduction",
    "rendition",
    "torture",
    "detention",
    "killing",
    "assault",
    "disappearance",
    "relatives",
    "threat",
}
_UNTRUE = re.compile(
    r"\bне соответству\w+ действительности|\bвымыс\w+|\bвыдумк\w+|\bизмышлени\w+|\bопроверг\w+|\bотрица\w+|\bложь\b|\bвранье\b|\bвраньё\b|"
    r"\bклевет\w+|\bникак\w+ (?:похищени|пыт|насили|давлени|задержани)\w+|\bимевш\w+ место\b|\bне примен\w+|\bне оказывал\w+"
)
_TRYING = {"пытаться", "попытаться", "попытка"}
_OF_OFFICE = {
    "постановить",
    "разрешить",
    "санкционировать",
    "обязать",
    "решить",
    "назначить",
    "одобрить",
    "дать",
    "признать",
    "согласиться",
    "утвердить",
    "позволить",
}


def standing(analysis: Analysis, match: Match) -> Standing | None:
    """The status of a matched act; None when the text reports no act."""
    token = match.token
    governors = _governors(analysis, token)
    if token.has("Mood=Imp") or _is_supposed(analysis, token) or _is_called_for(analysis, match, governors):
        return None
    denial = _denial(analysis, governors) or _contested(analysis, match)
    if denial is not None:
        return Standing(Status.DENIED, "status.denied", denial)
    transfer = acts.is_transfer(match.act)
    stopped = _stopped(analysis, token, governors, transfer=transfer)
    if stopped is not None:
        return Standing(Status.ATTEMPTED, "status.stopped", stopped)
    if match.trigger.negated:
        return Standing(Status.OCCURRED, "status.negated_word", token)
    return None if is_negated(analysis, token) else _still_to_come(analysis, match, governors, transfer=transfer)


def _still_to_come(analysis: Analysis, match: Match, governors: list[Token], *, transfer: bool) -> Standing | None:
    """A transfer that is feared, asked for, ordered or planned is threatened; any other act that has not come is no incident."""
    token = match.token
    ahead = _ahead(analysis, match, governors, transfer=transfer)
    if ahead is None:
        return Standing(Status(match.trigger.status or "occurred"), "status.plain", token)
    stage, cue = ahead
    return Standing(Status.THREATENED, f"status.{stage}", cue, stage) if transfer else None


def _governors(analysis: Analysis, token: Token) -> list[Token]:
    """The words that govern the trigger inside its clause, nearest first, and its own attributes; clauses told as done end the chain."""
    found = [*analysis.children(token, Relation.MODIFIER)]
    current = token
    for governor in list(analysis.ancestors(token))[:_UP]:
        if current.relation in {Relation.RELATIVE, Relation.ADVERBIAL} or (
            current is not token and current.relation in _ENDS_CHAIN
        ):
            break
        if (
            current.relation is Relation.CONJUNCT
            and governor.pos == "VERB"
            and current.has("VerbForm=Fin")
            and governor.has("VerbForm=Fin")
        ):
            current = governor
            continue
        found.append(governor)
        if governor.lemma in words(_SPEECH, "report") and not governor.has("VerbForm=Inf"):
            break
        current = governor
    return found


def _is_supposed(analysis: Analysis, token: Token) -> bool:
    """«если», «бы», «ли», a question, a rule or a pattern."""
    sentence = analysis.sentence(token)
    if analysis.text[sentence.end - 1 : sentence.end] == "?":
        return True
    over = list(analysis.ancestors(token))[:2]
    if any(word.lemma in _RULES and word.has("Tense=Pres") for word in over):
        return True  # «закон запрещает выдачу»
    marks = {child.lemma for child in analysis.children(token)}
    head = analysis.head(token)
    if head is not None and head.pos == "VERB":
        marks |= {child.lemma for child in analysis.children(head, Relation.MARK, Relation.AUXILIARY)}
    return bool(marks & _SUPPOSED)


def _is_called_for(analysis: Analysis, match: Match, governors: list[Token]) -> bool:
    """«призвали освободить», «потребовали не выдавать»: what somebody wants; of a transfer only where it is asked not to be made."""
    wanting = next(
        (g for g in governors if g.lemma in words(_SPEECH, "call") | words(_STATUS, "hypothetical.modal")), None
    )
    if wanting is None:
        return any(child.lemma in words(_STATUS, "hypothetical.modal") for child in analysis.children(match.token))
    return (
        not acts.is_transfer(match.act)
        or is_negated(analysis, match.token)
        or wanting.lemma in {"призвать", "призывать"}
    )


def _denial(analysis: Analysis, governors: list[Token]) -> Token | None:
    """«опровергли задержание», «не подтвердили, что …»."""
    for governor in governors:
        if governor.lemma in words(_SPEECH, "deny") and not is_negated(analysis, governor):
            return governor
        if governor.lemma in _CONTEST and is_negated(analysis, governor):
            return governor
    return None


def _contested(analysis: Analysis, match: Match) -> Token | None:
    """«якобы имевшее место похищение», «сообщения о пытках — вымысел», «никто его не похищал»: what its sentence calls untrue."""
    if match.act not in _CONTESTED or match.trigger.negated:
        return None
    sentence = analysis.sentence(match.token)
    if _UNTRUE.search(analysis.lower, sentence.start, sentence.end):
        return match.token
    subjects = analysis.children(match.token, Relation.SUBJECT)
    if is_negated(analysis, match.token) and match.trigger.verb and match.token.has("Tense=Past", "Tense=Pres"):
        told = any(word.lemma in words(_SPEECH, "report") and word.pos == "VERB" for word in analysis.words(sentence))
        return match.token if told or any(word.lemma == "никто" for word in subjects) else None
    return None


def _stopped(analysis: Analysis, token: Token, governors: list[Token], *, transfer: bool) -> Token | None:
    """The word that says that it was tried and stopped: of a transfer any court's or office's word, else only one of trying."""
    stop = next((g for g in governors if g.lemma in words(_STATUS, "attempted")), None)
    if stop is not None and any(g.lemma in _APPEAL for g in governors) and stop.lemma != "отменить":
        return None  # «отклонил жалобу на решение о выдаче»
    if transfer and stop is None:
        allowed = next((g for g in governors if g.lemma in _OF_OFFICE and is_negated(analysis, g)), None)
        refused = is_negated(analysis, token) and (
            token.has("Tense=Past") or any(g.lemma in _OF_OFFICE for g in governors)
        )
        return allowed or (token if refused else None)
    if stop is None or is_negated(analysis, stop):
        return None
    return stop if transfer or stop.lemma in _TRYING else None


def _ahead(analysis: Analysis, match: Match, governors: list[Token], *, transfer: bool) -> tuple[str, Token] | None:
    """The stage of what is still to come, with the word that says so; None for what has come."""
    token = match.token
    for governor in governors:
        for stage in _STAGES:
            ordered = stage == "ordered" and not transfer  # an arrest or release that is ordered takes place
            if governor.lemma in words(_STATUS, f"threatened.{stage}") and not ordered:
                return stage, governor
    if transfer and not match.trigger.verb:
        under = next((child for child in analysis.children(token, Relation.MARK) if child.lemma in _UNDER), None)
        if under is not None:
            return "risk", under
    future = token.has("Tense=Fut") or any(
        child.has("Tense=Fut") for child in analysis.children(token, Relation.AUXILIARY, Relation.PASSIVE_AUXILIARY)
    )
    over = next((g for g in governors if g.pos == "VERB"), None)
    if not match.trigger.verb and over is not None and over.has("Tense=Fut"):
        return "scheduled", over
    present = transfer and token.pos == "VERB" and token.has("Tense=Pres") and not token.has("VerbForm=Part")
    return ("scheduled", token) if future or present else None
