"""Who is befallen, in Russian: read from voice and case around the trigger, and where nobody is named, from whom the text speaks of."""

from collections.abc import Iterator

from amparo.extract.rules.analysis import Analysis, Relation, Token
from amparo.extract.rules.cast import Cast, Party
from amparo.extract.rules.frames import Patient
from amparo.extract.rules.scan import Scan
from amparo.extract.rules.triggers import Match

from . import groups
from .anaphora import PRONOUNS, antecedent, is_told_of, main_person, relative_head, salient, several
from .arguments import readings, subject, undergoer
from .naming import called, named_beside
from .people import count_of, is_kin, is_person_noun, is_plural, speaks
from .places import clause
from .triggers import kin_of

_ROW = 10  # words between two names of one row
_BODIES = {
    "партия", "движение", "организация", "издание", "канал", "телеканал", "комитет", "совет", "инициатива", "фонд", "группа", "сайт", "объединение", "союз",
    "проект", "сообщество", "клуб", "кружок", "полк", "радио", "газета", "центр", "страница", "формирование",
}  # fmt: skip
_TOGETHER = {
    "обоих",
    "оба",
    "обе",
    "обеих",
    "двоих",
    "двое",
    "троих",
    "трое",
    "четверых",
    "четверо",
    "пятерых",
    "пятеро",
    "всех",
    "обоим",
}
_NEAR = 4  # words about a trigger in which «обоих» stands


def patients(analysis: Analysis, match: Match, cast: Cast, scan: Scan) -> tuple[Patient, ...]:
    """Everyone whom the act of ``match`` befalls, each once, in order of the text."""
    if match.trigger.toward == "group":
        return tuple(_designated(analysis, match, cast, scan))
    if match.trigger.toward == "kin":
        return _of_kin(analysis, match, cast)
    thing = False
    for words in readings(analysis, match):
        found: dict[int, Patient] = {}
        for token, rule in words:
            for patient in _parties(analysis, token, rule, cast, scan):
                found.setdefault(patient.party.key, patient)
        if found:
            return tuple(_with_rows(analysis, tuple(found.values()), cast))
        thing = thing or (
            match.trigger.patient == "object" and any(_is_thing(token, rule, match) for token, rule in words)
        )
    return () if thing else _unsaid(analysis, match, cast, scan)


def _is_thing(token: Token, rule: str, match: Match) -> bool:
    """Whether the act befalls something that is no person («задержали груз»)."""
    befallen = rule in {"patient.object", "patient.subject", "patient.participle"}
    return befallen and token.pos in {"NOUN", "PROPN"} and token.index not in {word.index for word in match.tokens}


def _unsaid(analysis: Analysis, match: Match, cast: Cast, scan: Scan) -> tuple[Patient, ...]:
    """«Задержали и выслали»: nobody is named in the patient's place; a strong word befalls who is named beside it, else whom the text
    speaks of. A guess.
    """
    if match.trigger.weak or (not match.trigger.verb and not _is_said_of_someone(analysis, match)):
        return ()
    token = match.token
    sentence = analysis.sentence(token)
    near = analysis.tokens[max(sentence.first, token.index - _NEAR) : min(sentence.last, token.index + _NEAR + 1)]
    together = next((word for word in near if word.text.lower() in _TOGETHER), None)
    if together is not None:
        found = _unnamed(analysis, together, "patient.together", cast, scan)
        if found:
            return tuple(found)
    first, last = clause(analysis, token)
    named = [name for name in cast.names_in(first, last) if is_told_of(name.party, cast)]
    if named:
        nearest = min(named, key=lambda name: abs(name.start - token.start))
        return (Patient(party=nearest.party, token=token, rule="patient.named_in_clause", guessed=True),)
    person = salient(analysis, token, cast)
    return () if person is None else (Patient(party=person, token=token, rule="patient.spoken_of", guessed=True),)


def _is_said_of_someone(analysis: Analysis, match: Match) -> bool:
    """Whether a noun tells an occasion: it has a date, a place or a verb over it, and is not only named («дело о выдаче граждан»)."""
    return match.token.has("Number=Sing") and not analysis.children(match.token, Relation.POSSESSOR)


def _parties(analysis: Analysis, token: Token, rule: str, cast: Cast, scan: Scan) -> list[Patient]:
    """The parties that a word in the patient's place stands for."""
    named = cast.at(token) or named_beside(analysis, token, cast)
    if is_kin(token) or (named is not None and _is_relative(named, cast)):
        return _kin(analysis, token, rule, cast)
    if named is not None:
        return [Patient(party=named, token=token, rule=rule)]
    if token.lemma in {"который", "кто"}:
        head = relative_head(analysis, token)
        return (
            _parties(analysis, head, f"{rule}+relative", cast, scan)
            if head is not None and head.index != token.index
            else []
        )
    if token.text.lower().replace("ё", "е") in PRONOUNS and token.pos in {"PRON", "DET"}:
        return [
            Patient(party=p, token=token, rule=f"{rule}+pronoun", guessed=True)
            for p in antecedent(analysis, token, cast)
        ]
    if scan.agencies.at(token.start) is not None:
        return []
    return _unnamed(analysis, token, rule, cast, scan)


def _unnamed(analysis: Analysis, token: Token, rule: str, cast: Cast, scan: Scan) -> list[Patient]:
    """People whom a noun stands for: those it was said of before, else a new unnamed person or group."""
    group = groups.party_of(analysis, token, scan)
    if not is_plural(token):
        person = called(analysis, token, cast)
        if person is not None:
            return [Patient(party=person, token=token, rule=f"{rule}+called", guessed=True)]
        if is_person_noun(token) and not speaks(token) and not groups.is_new(analysis, token):
            known = _spoken_of(analysis, token, rule, cast)
            if known:
                return known
    elif group is not None and group.count:
        listed = several(analysis, token, cast, group.count)
        if listed:
            return [Patient(party=p, token=token, rule=f"{rule}+list", guessed=True) for p in listed]
    return [] if group is None else [Patient(party=group, token=token, rule=rule)]


def _spoken_of(analysis: Analysis, token: Token, rule: str, cast: Cast) -> list[Patient]:
    """«активист», «мужчина» in the singular: whom the text speaks of, once it has named someone."""
    if is_plural(token):
        return []
    gender = "femn" if token.has("Gender=Fem") else ""
    person = salient(analysis, token, cast, gender)
    if person is None:
        return []
    return [Patient(party=person, token=token, rule=f"{rule}+definite", guessed=True)]


def _kin(analysis: Analysis, token: Token, rule: str, cast: Cast) -> list[Patient]:
    """Whose brother it is: «его брат», «брат Х», else whose story it is. A relative who is named is nobody's exile."""
    owners = (*analysis.children(token, Relation.POSSESSOR), *analysis.tokens[token.index + 1 : token.index + 2])
    owner = next(
        (party for word in owners if (party := cast.at(word)) is not None and not _is_relative(party, cast)), None
    )
    if owner is None:
        pronoun = next((child for child in analysis.children(token) if child.text.lower() in PRONOUNS), None)
        meant = antecedent(analysis, pronoun, cast) if pronoun is not None else ()
        owner = meant[0] if meant else salient(analysis, token, cast)
    if owner is not None and _is_relative(owner, cast):
        owner = main_person(cast)
    return [] if owner is None else [Patient(party=owner, token=token, rule=f"{rule}+kin", kin_of=owner, guessed=True)]


def _is_relative(party: Party, cast: Cast) -> bool:
    """Whether a party is told of only as someone's relative."""
    return party.role == "relative" and party.key not in cast.pursued


def _of_kin(analysis: Analysis, match: Match, cast: Cast) -> tuple[Patient, ...]:
    word = kin_of(analysis, match.token)
    return tuple(_kin(analysis, word, "patient.kin", cast)) if word is not None else ()


def _designated(analysis: Analysis, match: Match, cast: Cast, scan: Scan) -> Iterator[Patient]:
    """The movement, medium or person that is banned or listed."""
    for token, rule in (
        member for found in (undergoer(analysis, match.token), subject(analysis, match.token)) for member in found
    ):
        if token.index in {word.index for word in match.tokens}:
            continue
        person = cast.at(token) or named_beside(analysis, token, cast)
        if person is not None:
            yield Patient(party=person, token=token, rule=rule)
            return
        listed = scan.organisations.at(token.start)
        if listed is None and token.entity != "ORG" and token.lemma not in _BODIES and not is_person_noun(token):
            continue
        start, end = (listed.start, listed.end) if listed is not None else groups.phrase(analysis, token)
        party = Party(
            key=-1 - token.index,
            name=analysis.text[start:end],
            named=False,
            spans=((start, end),),
            count=count_of(analysis, token) if is_person_noun(token) else None,
        )
        yield Patient(party=party, token=token, rule=rule)
        return


def _with_rows(analysis: Analysis, found: tuple[Patient, ...], cast: Cast) -> Iterator[Patient]:
    """The people found and those who stand in a row with them, each once."""
    seen: set[int] = set()
    rows = (other for patient in found for other in _rest_of_row(analysis, patient, cast))
    for patient in (*found, *rows):
        if patient.party.key not in seen:
            seen.add(patient.party.key)
            yield patient


def _rest_of_row(analysis: Analysis, patient: Patient, cast: Cast) -> Iterator[Patient]:
    """«задержали А, Б и студента В»: the others of a row of which the parse gave one."""
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
            token = analysis.within(named[place].start, named[place].end)[-1]
            head = analysis.span_head(named[place].start, named[place].end)
            tells_whose = head is not None and head.relation is Relation.POSSESSOR  # «по словам Х, У задержан»
            if not (named[place].party.speaker or tells_whose):
                yield Patient(party=named[place].party, token=token, rule=f"{patient.rule}+row")


def _in_one_row(analysis: Analysis, start: int, end: int) -> bool:
    between = analysis.within(start, end)
    lemmas = {token.lemma for token in between}
    if any(is_kin(token) or speaks(token) for token in between):
        return False
    plain = all(token.pos in {"NOUN", "ADJ", "NUM", "CCONJ"} or token.text in {",", "-", "(", ")"} for token in between)
    return bool(lemmas & {",", "и"}) and len(between) <= _ROW and plain
