"""What a text claims about the law, held against the data.

Who is a party is checked state by state, «EU» standing for its member states; what a treaty forbids, against its lines; domestic law, against the
lines of that state. Whether a rule was breached is a judgement that the data cannot make: such a claim is «not covered», unless the state
was not bound by the rule.
"""

import re
from dataclasses import dataclass

from amparo.model import Edtf, Finding, LawCheck, LawClaim, LawSays, Outcome, Verdict
from amparo.vocabulary import acts, states

from .bound import Reckoning, finding, lifetime, reckon
from .law import AS_OF, InstrumentLine, Kind, Scope, codes, instrument, instruments, main_line

# A name that means a state's law as a whole («Polish domestic law», «законодательство Литвы»), not one statute of it.
_LAW_AS_A_WHOLE = re.compile(r"\b(?:laws?|legislation|законодательств\w+|прав[оау]|закон(?:а|ы|ов)?)\b", re.IGNORECASE)
_ONE_STATUTE = re.compile(r"\d|[(«\"]|\b(?:act|code|on|for|against|о|об|против)\b", re.IGNORECASE)
_PROTECTS = (Scope.ABSOLUTE, Scope.REFUGEE, Scope.QUALIFIED)
_BREACH = "Whether a rule was breached is not for the data to say."
_ELSE = "The data do not cover what is said here."
_STAYS_JUDGED = "Acts before that day stay judged by it, so the claim may be right for an earlier act."


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A claim with its states spelled out: ``states`` are ISO codes, ``strangers`` words that name no state of the vocabulary,
    ``remarks`` say how «EU» was read.
    """

    law: LawClaim
    on: Edtf | None
    states: tuple[str, ...]
    strangers: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def code(self) -> str:
        """The instrument as the claim names it: a code of the data, or words."""
        return self.law.instrument.value

    @property
    def when(self) -> str:
        """The date in words."""
        if self.on is None:
            return f"up to {AS_OF} (the text gives no date)"
        return f"{'on' if self.on.earliest == self.on.latest else 'in'} {self.on}"

    def result(self, verdict: Verdict, because: tuple[str, ...], findings: tuple[Finding, ...] = ()) -> LawCheck:
        """The check with its verdict; what was read into the states comes after the reasons."""
        return LawCheck(
            claim=self.law.id, verdict=verdict, on=self.on, because=(*because, *self.remarks), findings=findings
        )


def check(law: LawClaim, *, on: Edtf | None) -> LawCheck:
    """Hold one claim about the law against the data, for the date ``on`` (None: not known).

    The reasons name exceptions only; ``findings`` hold every state. Nothing is raised: an instrument or a state that the data do not have
    makes the claim «not covered» or «uncertain», and is named.
    """
    asked = _asked(law, on)
    says = law.says.value
    if says is LawSays.DOMESTIC:
        return _domestic(asked)
    if asked.code not in codes():
        return asked.result(Verdict.NOT_COVERED, (f"«{asked.code}» is not among the instruments of the data.",))
    if says is LawSays.PARTY:
        return _party(asked)
    return _prohibits(asked) if says is LawSays.PROHIBITS else _judged(asked)


def _asked(law: LawClaim, on: Edtf | None) -> Asked:
    """Spell out the states: «EU» means the states that were members during all of the date."""
    found: dict[str, None] = {}
    strangers, remarks = [], []
    known = {state.code for state in states.states()}
    when = on or AS_OF
    for named in (slot.value for slot in law.states):
        if named == "EU":
            first, last = (set(states.members("EU", day)) for day in (when.earliest, when.latest))
            found |= dict.fromkeys(sorted(first & last))
            remarks.append(f"«EU» was read as the {len(first & last)} states that were members in {when}.")
            if first ^ last:
                remarks.append(f"Left out, since members for part of it only: {_names(sorted(first ^ last))}.")
        elif named in known:
            found[named] = None
        else:
            strangers.append(named)
    if strangers:
        remarks.append(f"Not a state of the vocabulary: {', '.join(strangers)}.")
    return Asked(law=law, on=on, states=tuple(found), strangers=tuple(strangers), remarks=tuple(remarks))


def _party(asked: Asked) -> LawCheck:
    if not asked.states:
        return asked.result(
            Verdict.NOT_COVERED, ("The passage names no state whose participation could be looked up.",)
        )
    line = main_line(asked.code)
    found = tuple(finding(line, state, asked.on) for state in asked.states)
    bound = [one for one in found if one.outcome is Outcome.BOUND]
    undecided = any(one.outcome in (Outcome.UNCERTAIN, Outcome.UNKNOWN) for one in found)
    were = f"{'state was' if len(found) == 1 else 'states were'}{' certainly' if undecided else ''}"
    told = [f"{len(bound)} of {len(found)} {were} bound by {_the(line)} {asked.when}."]
    told += _exceptions(line, asked, found)
    told += _weight(asked, bound)
    return asked.result(_party_verdict(asked, found), tuple(told), found)


def _party_verdict(asked: Asked, found: tuple[Finding, ...]) -> Verdict:
    outcomes = {one.outcome for one in found}
    if Outcome.NOT_BOUND in outcomes:
        return Verdict.CONTRADICTED
    return Verdict.CONFIRMED if outcomes == {Outcome.BOUND} and not asked.strangers else Verdict.UNCERTAIN


def _prohibits(asked: Asked) -> LawCheck:
    """What the instrument forbids, and for the states named, whether it binds them."""
    line = _barring_line(asked.code)
    if line is None:
        return asked.result(
            Verdict.NOT_COVERED, (f"No line of {_the(main_line(asked.code))} in the data forbids a transfer.",)
        )
    told = [_cited(line)]
    if line.kind is Kind.CUSTOM:
        told.append(f"{line.notes}.")
    if asked.on is not None and lifetime(line).outcome(asked.on) is Outcome.NOT_BOUND:
        return asked.result(Verdict.CONTRADICTED, (*told, f"It was not law {asked.when}."))
    if not line.bars_transfer:
        told.append("The line is qualified: whether it forbids depends on the conditions it names.")
    found = tuple(finding(line, state, asked.on) for state in asked.states)
    told += _exceptions(line, asked, found)
    verdict = _party_verdict(asked, found) if found or asked.strangers else Verdict.CONFIRMED
    if verdict is Verdict.CONFIRMED and not line.bars_transfer:
        verdict = Verdict.UNCERTAIN
    return asked.result(verdict, tuple(told), found)


def _barring_line(code: str) -> InstrumentLine | None:
    """The line on transfer that says most: absolute or for refugees before qualified, the main line before others."""
    speaking = [
        line for line in instrument(code) if line.scope in _PROTECTS and any(map(acts.is_transfer, line.applies_to))
    ]
    return min(speaking, key=lambda line: (not line.bars_transfer, not line.main), default=None)


def _domestic(asked: Asked) -> LawCheck:
    """Whether each state named has a law on the matter that was in force; a named statute must itself be in the data."""
    known = asked.code in codes()
    own = main_line(asked.code).state if known else None
    if not known and not _means_law_as_a_whole(asked.code):
        return asked.result(Verdict.NOT_COVERED, (f"«{asked.code}» is not among the laws of the data.",))
    named = asked.states or ((own,) if own else ())
    if not named:
        return asked.result(Verdict.NOT_COVERED, ("The passage names no state whose law could be looked up.",))
    lines = instrument(asked.code) if own else instruments()
    verdicts, told, found = [], [], []
    for state in named:
        of_state = [finding(line, state, asked.on) for line in lines if line.state == state and line.scope in _PROTECTS]
        verdict, words = _law_of(state, of_state, asked)
        verdicts.append(verdict)
        told.append(words)
        found += of_state
    worst = max(verdicts, key=(Verdict.CONFIRMED, Verdict.UNCERTAIN, Verdict.NOT_COVERED).index)
    if asked.strangers and worst is Verdict.CONFIRMED:
        worst = Verdict.UNCERTAIN
    return asked.result(worst, tuple(told), tuple(found))


def _law_of(state: str, found: list[Finding], asked: Asked) -> tuple[Verdict, str]:
    """What the data have of one state's law on the date."""
    who = states.state(state).name
    for outcome, verdict, words in (
        (Outcome.BOUND, Verdict.CONFIRMED, "in force"),
        (Outcome.UNCERTAIN, Verdict.UNCERTAIN, "not certain to have been in force"),
        (Outcome.NOT_BOUND, Verdict.NOT_COVERED, "not in force"),
    ):
        lines = [f"{one.name}, {one.article} ({one.rule.removesuffix('.')})" for one in found if one.outcome is outcome]
        if lines:
            return verdict, f"{who}: {words} {asked.when}: {'; '.join(lines)}."
    return Verdict.NOT_COVERED, f"{who}: the data hold no such law."


def _judged(asked: Asked) -> LawCheck:
    """A claim of breach, or one of another kind: not for the data to say; only that a state was not bound can be shown."""
    line = main_line(asked.code)
    found = tuple(finding(line, state, asked.on) for state in asked.states)
    breach = asked.law.says.value is LawSays.VIOLATES
    told = [_BREACH if breach else _ELSE]
    verdicts = {Verdict.NOT_COVERED}
    for state in asked.states:
        reckoned = reckon(line, state, asked.on)
        told.append(_standing(line, state, reckoned, asked))
        if breach and reckoned.outcome is Outcome.NOT_BOUND:
            ended = _has_ended(reckoned, asked.on)
            told += [_STAYS_JUDGED] if ended else []
            verdicts.add(Verdict.UNCERTAIN if ended else Verdict.CONTRADICTED)
    gravest = next(one for one in (Verdict.CONTRADICTED, Verdict.UNCERTAIN, Verdict.NOT_COVERED) if one in verdicts)
    return asked.result(gravest, tuple(told), found)


def _has_ended(reckoned: Reckoning, on: Edtf | None) -> bool:
    """Whether the state was bound once and had left by ``on``."""
    ends = reckoned.row.ends if reckoned.row else None
    return ends is not None and on is not None and ends.last <= on.earliest


def _standing(line: InstrumentLine, state: str, reckoned: Reckoning, asked: Asked) -> str:
    who = states.state(state).name
    if reckoned.outcome is Outcome.BOUND:
        return f"{who} was bound by {_the(line)} {asked.when}."
    if reckoned.outcome is Outcome.NOT_BOUND:
        return f"{who} was not bound by {_the(line)} {asked.when}: {' '.join(reckoned.because)}"
    return f"{who}: {' '.join(reckoned.because)}"


def _exceptions(line: InstrumentLine, asked: Asked, found: tuple[Finding, ...]) -> list[str]:
    """One sentence or more for each state that is not simply bound."""
    others = [one.state for one in found if one.outcome is not Outcome.BOUND]
    return [_standing(line, state, reckon(line, state, asked.on), asked) for state in others]


def _weight(asked: Asked, bound: list[Finding]) -> list[str]:
    """How far the rows behind a count can be trusted: weak ones, and the age of the oldest."""
    weak = [one.state for one in bound if one.confidence != "high"]
    told = [f"Confidence is not high for: {_names(weak)}."] if weak else []
    oldest = min((Edtf(one.as_of) for one in bound if one.as_of), default=None)
    if oldest and asked.on and oldest.latest < asked.on.latest:
        told.append(f"The oldest row was kept up to {oldest}; later changes would not show in it.")
    return told


def _means_law_as_a_whole(words: str) -> bool:
    return bool(_LAW_AS_A_WHOLE.search(words)) and not _ONE_STATUTE.search(words)


def _cited(line: InstrumentLine) -> str:
    article = "" if line.article == "-" else f", article {line.article.replace(';', ' and ')}"
    return f"{line.name}{article}: {line.rule}"


def _the(line: InstrumentLine) -> str:
    return f"the {line.name}"


def _names(found: list[str]) -> str:
    return ", ".join(states.state(code).name for code in found)
