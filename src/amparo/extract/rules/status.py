"""How far an act went: occurred, threatened, attempted, denied, or no incident at all (a call, a rule, a supposition, a negation)."""

import re
from dataclasses import dataclass
from itertools import pairwise

from amparo.model import Status
from amparo.vocabulary import acts

from .analysis import Analysis, Relation, Token
from .lexicon import words
from .triggers import Match, clause

_SPEECH = "speech.en.toml"
_STATUS = "status.en.toml"
_FUTURE = {"will", "'ll", "shall"}
_CONDITIONAL = {"could", "can", "may", "might", "would"}
_UP = 5  # governing words looked at
_PAPER = {"warrant", "order", "request", "call", "decree"}
_ENDS_CHAIN = {Relation.RELATIVE, Relation.PARTICIPLE, Relation.SUBJECT, Relation.PASSIVE_SUBJECT}
_STAGES = ("scheduled", "ordered", "requested", "risk")
_STAGES_OF_OTHERS = ("scheduled", "requested", "risk")  # an arrest or release that is ordered or allowed takes place
_TRYING = {"try", "attempt", "plot", "fail", "foil", "thwart"}
_NOT = {"without", "no", "any", "neither", "nor", "never"}
_SEEKING = {
    "request",
    "demand",
    "ask",
    "seek",
    "press",
    "stop",
}  # of a state that wants a person, these threaten a transfer
_CALLING = {"refrain", "help", "let", "stop"}  # wanted of someone, beside the verbs of calling
_CONDITIONS = {"if", "whether", "unless"}
_RULES = {"prohibit", "forbid", "outlaw"}
_PATTERNS = {"grow", "increase", "multiply", "rise"}
_PENDING = ("request", "requested", "order", "ordered", "sought", "seeking", "seek")
_UNPROVEN = re.compile(
    r"\bno (?:evidence|proof|indications?|signs?|confirmation|grounds|reason to believe)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of an act and the words that show it; ``stage`` tells how near a threatened transfer is; ``by`` is who denies it."""

    status: Status
    rule: str
    token: Token
    stage: str | None = None


def standing(analysis: Analysis, match: Match) -> Standing | None:
    """The status of a matched act; None when the text reports no act (call, rule, supposition, negation, pattern)."""
    governors = _governors(analysis, match.token)
    if _is_called_for(analysis, match, governors) or _is_supposed(analysis, match.token, governors):
        return None
    denial = _denial(analysis, governors)
    if denial is not None:
        return Standing(Status.DENIED, "status.denied", denial)
    transfer = acts.is_transfer(match.act)
    stopped = _stopped(analysis, governors, transfer=transfer)
    if stopped is not None:
        return Standing(Status.ATTEMPTED, "status.stopped", stopped)
    negated = _negated(analysis, match.token) or any(governor.lemma in _NOT for governor in governors)
    if negated != match.trigger.negated:
        return None
    if negated:
        return Standing(Status.OCCURRED, "status.negated_word", match.token)
    return _still_to_come(analysis, match, governors, transfer=transfer)


def _stopped(analysis: Analysis, governors: list[Token], *, transfer: bool) -> Token | None:
    """The word that says that it was tried and stopped: of a transfer any court's or office's word, else only one of trying."""
    stop = next((governor for governor in governors if governor.lemma in words(_STATUS, "attempted")), None)
    if stop is None or _negated(analysis, stop):
        return None
    return stop if transfer or stop.lemma in _TRYING else None


def _still_to_come(analysis: Analysis, match: Match, governors: list[Token], *, transfer: bool) -> Standing | None:
    """A transfer that is feared, asked for, ordered or planned is threatened; any other act that has not come is no incident."""
    ahead = _ahead(analysis, match.token, governors, transfer=transfer)
    if ahead is not None:
        stage, cue = ahead
        return Standing(Status.THREATENED, f"status.{stage}", cue, stage) if transfer else None
    if transfer and not match.trigger.verb and match.tokens[0].lemma in _PENDING:
        return Standing(Status.THREATENED, "status.request_or_order", match.tokens[0], "requested")
    return Standing(Status(match.trigger.status or "occurred"), "status.plain", match.token)


def _ahead(analysis: Analysis, token: Token, governors: list[Token], *, transfer: bool) -> tuple[str, Token] | None:
    """The stage of what is still to come, with the word that says so; None for what has come."""
    above = [governor for governor in governors if governor.index != token.index]
    for stage in _STAGES if transfer else _STAGES_OF_OTHERS:
        cue = next((governor for governor in above if governor.lemma in words(_STATUS, f"threatened.{stage}")), None)
        if cue is not None:
            return stage, cue
    for auxiliary in analysis.children(token, Relation.AUXILIARY):
        if auxiliary.text.lower() in _FUTURE | _CONDITIONAL:
            return ("scheduled" if auxiliary.text.lower() in _FUTURE else "risk"), auxiliary
    head = analysis.head(token)
    is_to = head is not None and head.lemma == "be" and _is_infinitive(analysis, token)
    return ("scheduled", head) if is_to and head is not None else None  # «is to be deported»


def _governors(analysis: Analysis, token: Token) -> list[Token]:
    """The words that govern the trigger inside its clause chain, nearest first; a verb of saying ends the chain and is kept."""
    found = list(analysis.children(token, Relation.MODIFIER, Relation.COMPOUND))
    purpose = _is_infinitive(analysis, token)
    current = token
    for governor in list(analysis.ancestors(token))[:_UP]:
        if current.relation in _ENDS_CHAIN and current is not token:
            break
        own_clause = token.pos == "VERB" and current.relation in {Relation.RELATIVE, Relation.ADVERBIAL}
        if own_clause and not (
            purpose and current is token
        ):  # «to release» is what was wanted; «after being released» happened
            break
        in_a_row = current.relation is Relation.CONJUNCT and governor.pos == "VERB" and token.pos == "VERB"
        if not in_a_row:
            found.append(governor)
        current = governor
    return found


def _is_called_for(analysis: Analysis, match: Match, governors: list[Token]) -> bool:
    """«should return», «urged X to release», «a warrant for his arrest»: what somebody wants, not what happened."""
    if match.act == "detention" and _is_on_paper(analysis, match, governors):
        return True
    transfer = acts.is_transfer(match.act)
    calls = {phrase.split()[0] for phrase in words(_SPEECH, "call")} | _CALLING
    if _is_infinitive(analysis, match.token) and not transfer and _is_called_before(analysis, match.token, calls):
        return True
    wanting = [g for g in governors if not (transfer and g.lemma in _SEEKING)]  # those threaten: `_still_to_come`
    return any(g.lemma in calls for g in wanting) or any(_is_wished(analysis, word) for word in (match.token, *wanting))


def _is_wished(analysis: Analysis, verb: Token) -> bool:
    """«should», «must»."""
    modal = words(_STATUS, "hypothetical.modal")
    return any(word.lemma in modal for word in analysis.children(verb, Relation.AUXILIARY))


def _is_called_before(analysis: Analysis, token: Token, calls: set[str]) -> bool:
    """«called on X to release him», however it was parsed."""
    before = analysis.tokens[analysis.sentence(token).first : token.index]
    return any(word.pos == "VERB" and word.lemma in calls for word in before)


def _is_on_paper(analysis: Analysis, match: Match, governors: list[Token]) -> bool:
    """«a warrant for his arrest»: governed by the paper, or straight behind it where the parse hangs «for» on the verb."""
    before = analysis.tokens[max(analysis.sentence(match.token).first, match.token.index - 4) : match.token.index]
    paper_for = any(a.lemma in _PAPER and a.pos != "VERB" and b.lemma == "for" for a, b in pairwise(before))
    return paper_for or any(governor.lemma in _PAPER and governor.pos != "VERB" for governor in governors)


def _is_infinitive(analysis: Analysis, token: Token) -> bool:
    return any(a.text.lower() == "to" for a in analysis.children(token, Relation.AUXILIARY))


def _is_supposed(analysis: Analysis, token: Token, governors: list[Token]) -> bool:
    """«if», «whether», «prohibits», «have grown more common»: a condition, a rule or a pattern."""
    sentence = analysis.sentence(token)
    if analysis.text[sentence.end - 1 : sentence.end] == "?" or _UNPROVEN.search(
        analysis.text, sentence.start, token.start
    ):
        return True
    for word in (token, *governors[:2]):
        if any(mark.lemma in _CONDITIONS for mark in analysis.children(word, Relation.OTHER)):
            return True
    supposing = words(_STATUS, "hypothetical.words") | _RULES | _PATTERNS
    if any(governor.lemma in supposing for governor in governors):
        return True
    around = clause(analysis, token)
    usual = {word.lemma for word in around} & (words(_STATUS, "pattern") - _RULES)
    return bool(usual) and not any(word.pos == "PROPN" and word.entity == "PERSON" for word in around)


def _denial(analysis: Analysis, governors: list[Token]) -> Token | None:
    """«denied that he was abducted», «dismissed reports of his abduction»; a denial that is itself denied is none."""
    for governor in governors:
        denies = governor.lemma in words(_SPEECH, "deny") and governor.pos == "VERB"
        contests = governor.lemma != "reject" or _rejects_a_report(analysis, governor)
        if denies and contests and not _negated(analysis, governor):
            return governor
    return None


def _rejects_a_report(analysis: Analysis, verb: Token) -> bool:
    """«rejected reports that …» contests the act; «rejected the request» stops it."""
    reports = analysis.children(verb, Relation.OBJECT, Relation.PASSIVE_SUBJECT)
    return bool(analysis.children(verb, Relation.COMPLEMENT)) or any(
        report.lemma in words(_STATUS, "hypothetical.report") for report in reports
    )


def _negated(analysis: Analysis, token: Token) -> bool:
    if analysis.children(token, Relation.NEGATION):
        return True
    head = analysis.head(token)
    return bool(
        head is not None
        and token.relation in {Relation.COMPLEMENT, Relation.CONJUNCT}
        and head.pos == "VERB"
        and head.lemma not in words(_SPEECH, "report")
        and analysis.children(head, Relation.NEGATION)
        and token.relation is Relation.COMPLEMENT
    )
