"""Who did what to whom: the people that an act befalls and those who do it, read from the parse around the trigger."""

from collections.abc import Iterator
from dataclasses import dataclass

from . import groups
from .analysis import Analysis, Form, Relation, Token
from .anaphora import antecedent
from .arguments import SUBJECTS, is_passive, of_verb, readings
from .cast import Cast, Party
from .lexicon import words
from .scan import Scan
from .triggers import Match

_PRONOUNS = {
    "he", "she", "they", "him", "her", "them", "his", "their", "hers", "theirs", "who", "whom", "whose", "himself", "herself",
}  # fmt: skip
_REMOTE = {"patient.subject_of_governor", "patient.participle"}
_SINGULAR = {"he", "she", "his", "her", "him"}
_ROW = 12  # words between two names of one row


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """Someone whom the act befalls: the party, the word that names them here, the rule, and whether it was inferred."""

    party: Party
    token: Token
    rule: str
    guessed: bool = False
    kin_of: Party | None = None


def patients(analysis: Analysis, match: Match, cast: Cast, scan: Scan) -> tuple[Patient, ...]:
    """Everyone whom the act of ``match`` befalls, each once, in order of the text."""
    if match.trigger.toward == "group":
        return tuple(_designated(analysis, match, scan))
    remote = True  # nothing stood in the patient's place, or only what the parse may have got wrong
    for words_ in readings(analysis, match):
        found = {
            patient.party.key: patient
            for token, rule in reversed(words_)
            for patient in reversed(_parties(analysis, token, rule, cast, scan))
        }
        if found:
            return tuple(_with_rows(analysis, tuple(reversed(found.values())), cast))
        remote = remote and all(rule in _REMOTE for _, rule in words_)
    guessed = match.trigger.patient in {"possessor", "any", "for"} or (remote and match.trigger.patient != "against")
    return _nearest(analysis, match, cast, scan) if guessed else ()


def _with_rows(analysis: Analysis, found: tuple[Patient, ...], cast: Cast) -> Iterator[Patient]:
    """The people found and those who stand in a row with them, each once."""
    seen: set[int] = set()
    rows = (other for patient in found for other in _rest_of_row(analysis, patient, cast))
    for patient in (*found, *rows):
        if patient.party.key not in seen:
            seen.add(patient.party.key)
            yield patient


def _designated(analysis: Analysis, match: Match, scan: Scan) -> Iterator[Patient]:
    """The movement that is banned or listed, where a verb says so («declared X extremist»); «the banned X» tells no act."""
    if match.token.relation in {Relation.MODIFIER, Relation.COMPOUND}:
        return
    for token, rule in of_verb(analysis, match.token):
        tokens = sorted(analysis.subtree(token), key=lambda t: t.index)
        listed = [f for f in scan.organisations.inside(tokens[0].start, tokens[-1].end) if f.kind == "movement"]
        proper = [t for t in tokens if t.pos == "PROPN" and not scan.covers(t.start, t.end)]
        start, end = (
            (listed[0].start, listed[0].end) if listed else (proper[0].start, proper[-1].end) if proper else (0, 0)
        )
        if start < end and (listed or token.pos == "PROPN"):
            group = Party(key=-1 - token.index, name=analysis.text[start:end], named=False, spans=((start, end),))
            yield Patient(party=group, token=token, rule=rule)


def _rest_of_row(analysis: Analysis, patient: Patient, cast: Cast) -> Iterator[Patient]:
    """«Activist A, organiser B and C, a teacher, were held»: the others of a row of which the parse gave one.

    Names belong to one row when nothing stands between two of them but commas, «and», and words of role.
    """
    if not patient.party.named or patient.guessed or patient.kin_of is not None:
        return
    sentence = analysis.sentence(patient.token)
    named = cast.names_in(sentence.start, sentence.end)
    here = next((i for i, name in enumerate(named) if name.party.key == patient.party.key), None)
    if here is None:
        return
    for step in (1, -1):
        place = here
        while 0 <= place + step < len(named):
            left, right = sorted((named[place], named[place + step]), key=lambda name: name.start)
            if not _in_one_row(analysis, left.end, right.start):
                break
            place += step
            if not named[place].party.speaker:
                token = analysis.within(named[place].start, named[place].end)[-1]
                yield Patient(party=named[place].party, token=token, rule=f"{patient.rule}+row")


def _in_one_row(analysis: Analysis, start: int, end: int) -> bool:
    between = analysis.within(start, end)
    lemmas = {token.lemma for token in between}
    joined = bool(lemmas & {",", "and", "&"})
    kin = bool(lemmas & words("persons.en.toml", "kin"))
    return (
        joined
        and not kin
        and len(between) <= _ROW
        and all(
            token.pos in {"NOUN", "ADJ", "DET", "NUM", "CCONJ", "PROPN"} or token.text in {",", "-", "(", ")"}
            for token in between
        )
    )


def _nearest(analysis: Analysis, match: Match, cast: Cast, scan: Scan) -> tuple[Patient, ...]:
    """Where the parse shows nobody: a passive befalls whom its sentence is about, a thing done to papers whose papers they are. A guess."""
    if not match.trigger.verb or match.trigger.weak:
        return ()
    if match.trigger.patient == "object" and not _is_befallen(analysis, match.token):
        return ()
    sentence = analysis.sentence(match.token)
    before = cast.within(sentence.start, match.token.start)
    around = [party for party in (*cast.within(match.token.start, sentence.end), *before) if not party.speaker]
    if around:
        return (Patient(party=around[-1], token=match.token, rule="patient.nearest_name", guessed=True),)
    for pronoun in (word for word in analysis.words(sentence) if word.text.lower() in _SINGULAR):
        meant = antecedent(analysis, pronoun, cast, scan)
        return tuple(Patient(party=p, token=pronoun, rule="patient.nearest_pronoun", guessed=True) for p in meant)
    return ()


def _is_befallen(analysis: Analysis, verb: Token) -> bool:
    """Whether a verb is passive, or a participle that may be."""
    bare = not analysis.children(verb, Relation.AUXILIARY, Relation.OBJECT)
    return (verb.form is Form.PARTICIPLE and bare) or is_passive(analysis, verb)


def _parties(analysis: Analysis, token: Token, rule: str, cast: Cast, scan: Scan) -> list[Patient]:
    """The parties that a word in the patient's place stands for."""
    named = cast.at(token) or _named_in_apposition(analysis, token, cast)
    if named is not None:
        return [Patient(party=named, token=token, rule=rule)]
    lower = token.text.lower()
    if lower in _PRONOUNS or (lower in {"both", "all"} and token.relation in SUBJECTS):
        return [
            Patient(party=p, token=token, rule=f"{rule}+pronoun", guessed=True)
            for p in antecedent(analysis, token, cast, scan)
        ]
    for relative in (token, *analysis.children(token, Relation.POSSESSOR)):
        if relative.lemma in words("persons.en.toml", "kin"):
            kin = _kin(analysis, relative, rule, cast, scan)
            if kin is not None:
                return [kin]
    group = groups.party_of(analysis, token, scan)
    if group is None or group.name.lower().startswith(
        "one "
    ):  # «two exiles, one Tajik and one Turkmen»: the two are told already
        return []
    if groups.is_definite(analysis, token):
        spoken_of = antecedent(analysis, token, cast, scan)
        if spoken_of:
            return [Patient(party=p, token=token, rule=f"{rule}+definite", guessed=True) for p in spoken_of]
    return [Patient(party=group, token=token, rule=rule)]


def _named_in_apposition(analysis: Analysis, token: Token, cast: Cast) -> Party | None:
    """«Another Tajik activist, Sharofiddin G., was taken», «G., an activist who was taken»: the noun's name."""
    head = analysis.head(token) if token.relation is Relation.APPOSITION else None
    if head is not None and cast.at(head) is not None:
        return cast.at(head)
    for other in analysis.children(token, Relation.APPOSITION, Relation.COMPOUND):
        party = cast.at(other)
        if party is not None and (other.relation is Relation.APPOSITION or other.index == token.index + 1):
            return party
    follows = token.index + 1
    if follows + 1 < len(analysis.tokens) and groups.is_person_noun(token) and not groups.is_plural(token):
        next_ = analysis.tokens[follows]
        if next_.text == "," and analysis.tokens[follows + 1].sentence == token.sentence:
            next_ = analysis.tokens[follows + 1]
        party = cast.at(next_)
        return party if party is not None and next_.sentence == token.sentence else None
    return None


def _kin(analysis: Analysis, token: Token, rule: str, cast: Cast, scan: Scan) -> Patient | None:
    """Whose brother it is: a possessor («his brother», «X's wife») or «the father of X». Whom a pronoun stands for is a guess."""
    owners = list(analysis.children(token, Relation.POSSESSOR))
    for preposition in analysis.children(token, Relation.PREPOSITION):
        if preposition.lemma == "of":
            owners += analysis.children(preposition, Relation.AFTER_PREPOSITION)
    for owner in owners:
        named = cast.at(owner) or _named_in_apposition(analysis, owner, cast)
        if named is not None:
            return Patient(party=named, token=token, rule=f"{rule}+kin", kin_of=named)
        pronoun = owner.text.lower() in {"his", "her", "their"}
        referred = antecedent(analysis, owner, cast, scan) if pronoun or groups.is_person_noun(owner) else ()
        if referred:
            return Patient(party=referred[0], token=token, rule=f"{rule}+kin", kin_of=referred[0], guessed=True)
        if pronoun:
            return None
    return None
