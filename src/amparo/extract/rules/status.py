"""How far an act went: occurred, threatened, attempted, denied, or no incident at all (a call, a rule, a supposition, a negation)."""

from dataclasses import dataclass

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
_PENDING = ("request", "requested", "order", "ordered", "sought", "seeking", "seek")


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
    stopped = next((g for g in governors if g.lemma in words(_STATUS, "attempted")), None)
    transfer = acts.is_transfer(match.act)
    if (
        stopped is not None
        and not _negated(analysis, stopped)
        and (transfer or stopped.lemma in {"try", "attempt", "plot", "fail", "foil", "thwart"})
    ):
        return Standing(Status.ATTEMPTED, "status.stopped", stopped)
    if _negated(analysis, match.token) or any(
        g.lemma in {"without", "no", "any", "neither", "nor", "never"} for g in governors
    ):
        return Standing(Status.OCCURRED, "status.negated_word", match.token) if match.trigger.negated else None
    if match.trigger.negated:
        return None
    return _still_to_come(analysis, match, governors, transfer=transfer)


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
    for stage in ("scheduled", "ordered", "requested", "risk"):
        if stage == "ordered" and not transfer:
            continue  # an arrest or release that is ordered or allowed takes place
        cues = words(_STATUS, f"threatened.{stage}")
        cue = next((g for g in governors if g.lemma in cues and g.index != token.index), None)
        if cue is not None:
            return stage, cue
    auxiliaries = analysis.children(token, Relation.AUXILIARY)
    modal = next((a for a in auxiliaries if a.text.lower() in _FUTURE | _CONDITIONAL), None)
    if modal is not None:
        return ("scheduled" if modal.text.lower() in _FUTURE else "risk"), modal
    head = analysis.head(token)
    is_to = head is not None and head.lemma == "be" and any(a.text.lower() == "to" for a in auxiliaries)
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
    if match.act == "detention" and any(g.lemma in _PAPER for g in governors):
        return True
    if any(a.lemma in words(_STATUS, "hypothetical.modal") for a in analysis.children(match.token, Relation.AUXILIARY)):
        return True
    calls = {phrase.split()[0] for phrase in words(_SPEECH, "call")} | {"refrain", "help", "let", "stop"}
    if _is_infinitive(analysis, match.token) and not acts.is_transfer(
        match.act
    ):  # «called on X to release him», however it was parsed
        sentence = analysis.sentence(match.token)
        before = analysis.tokens[sentence.first : match.token.index]
        if any(word.pos == "VERB" and word.lemma in calls for word in before):
            return True
    pursuing = acts.is_transfer(match.act)
    for governor in governors:
        if governor.lemma in {"request", "demand", "ask", "seek", "press", "stop"} and pursuing:
            continue  # a state's request for a transfer threatens it; `_still_to_come` reads that
        if governor.lemma in calls:
            return True
        if any(
            a.lemma in words(_STATUS, "hypothetical.modal") for a in analysis.children(governor, Relation.AUXILIARY)
        ):
            return True
    return False


def _is_infinitive(analysis: Analysis, token: Token) -> bool:
    return any(a.text.lower() == "to" for a in analysis.children(token, Relation.AUXILIARY))


def _is_supposed(analysis: Analysis, token: Token, governors: list[Token]) -> bool:
    """«if», «whether», «prohibits», «have grown more common»: a condition, a rule or a pattern."""
    sentence = analysis.sentence(token)
    if analysis.text[sentence.end - 1 : sentence.end] == "?":
        return True
    marks = {
        child.lemma
        for word in (token, *governors[:2])
        for child in analysis.children(word)
        if child.relation is Relation.OTHER
    }
    if marks & {"if", "whether", "unless"}:
        return True
    if any(
        g.lemma
        in words(_STATUS, "hypothetical.words")
        | {"prohibit", "forbid", "outlaw", "grow", "increase", "multiply", "rise"}
        for g in governors
    ):
        return True
    around = {word.lemma for word in clause(analysis, token)}
    return bool(around & (words(_STATUS, "pattern") - {"prohibit", "forbid"})) and not any(
        t.pos == "PROPN" and t.entity == "PERSON" for t in clause(analysis, token)
    )


def _denial(analysis: Analysis, governors: list[Token]) -> Token | None:
    """«denied that he was abducted», «dismissed reports of his abduction»; a denial that is itself denied is none."""
    for governor in governors:
        if governor.lemma in words(_SPEECH, "deny") and governor.pos == "VERB" and not _negated(analysis, governor):
            if governor.lemma == "reject" and not analysis.children(governor, Relation.COMPLEMENT):
                continue
            return governor
    return None


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
