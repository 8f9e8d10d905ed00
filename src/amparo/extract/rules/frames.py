"""Who did what to whom: the people that an act befalls and those who do it, read from the parse around the trigger."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from . import groups
from .analysis import Analysis, Form, Relation, Token
from .anaphora import antecedent
from .cast import Cast, Party
from .lexicon import words
from .scan import Scan
from .triggers import Match

_SUBJECTS = (Relation.SUBJECT, Relation.PASSIVE_SUBJECT)
_PASSES_ON = {
    Relation.COMPLEMENT, Relation.ADVERBIAL, Relation.AFTER_PREPOSITION, Relation.PREPOSITION, Relation.CONJUNCT,
}  # fmt: skip
_PRONOUNS = {
    "he", "she", "they", "him", "her", "them", "his", "their", "hers", "theirs", "who", "whom", "whose", "himself", "herself",
}  # fmt: skip
_ROW = 12  # words between two names of one row
_UNDERGOING = {"undergo", "suffer", "survive", "await", "fight", "be", "avoid"}


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
    found: dict[int, Patient] = {}
    tokens = list(_patient_tokens(analysis, match))
    for token, rule in tokens:
        for patient in _parties(analysis, token, rule, cast, scan):
            found.setdefault(patient.party.key, patient)
    for patient in tuple(found.values()):
        for other in _rest_of_row(analysis, patient, cast):
            found.setdefault(other.party.key, other)
    remote = all(rule == "patient.subject_of_governor" for _, rule in tokens)  # and no tokens at all
    if not found and (remote or match.trigger.patient in {"possessor", "any", "for"}):
        return _nearest(analysis, match, cast, scan)
    return tuple(found.values())


def _designated(analysis: Analysis, match: Match, scan: Scan) -> Iterator[Patient]:
    """The movement that is banned or listed, where a verb says so («declared X extremist»); «the banned X» tells no act."""
    if match.token.relation in {Relation.MODIFIER, Relation.COMPOUND}:
        return
    for token, rule in _of_verb(analysis, match.token):
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
    befallen = match.token.form is Form.PARTICIPLE and not analysis.children(
        match.token, Relation.AUXILIARY, Relation.OBJECT
    )
    if match.trigger.patient == "object" and not (befallen or is_passive(analysis, match.token)):
        return ()
    sentence = analysis.sentence(match.token)
    before = [p for p in cast.within(sentence.start, match.token.start) if not p.speaker]
    around = before or [p for p in cast.within(sentence.start, sentence.end) if not p.speaker]
    if around:
        return (Patient(party=around[-1], token=match.token, rule="patient.nearest_name", guessed=True),)
    for word in analysis.words(sentence):
        if word.text.lower() in {"he", "she", "his", "her", "him"}:
            return tuple(
                Patient(party=party, token=word, rule="patient.nearest_pronoun", guessed=True)
                for party in antecedent(analysis, word, cast, scan)
            )
    return ()


def _patient_tokens(analysis: Analysis, match: Match) -> Iterator[tuple[Token, str]]:
    if match.trigger.verb:
        reader = {"object": _of_verb, "subject": _subject, "possessor": _owner, "any": _of_verb}.get(
            match.trigger.patient
        )
        found = list(reader(analysis, match.token)) if reader else []
        if not found and match.trigger.patient in {"possessor", "any"}:
            found = list(_of_verb(analysis, match.token))
    else:
        found = list(_of_noun(analysis, match))
    for token, rule in found:
        yield from ((member, rule) for member in _with_conjuncts(analysis, token))


def _of_verb(analysis: Analysis, verb: Token) -> Iterator[tuple[Token, str]]:
    """The object of an active verb, the subject of a passive one, the noun that a participle or relative clause describes."""
    if is_passive(analysis, verb):
        yield from _subject(analysis, verb)
        return
    objects = analysis.children(verb, Relation.OBJECT)
    if objects:
        yield from ((token, "patient.object") for token in objects[:1])
        return
    if verb.relation is Relation.PARTICIPLE and verb.form is not Form.GERUND:
        head = analysis.head(verb)
        if head is not None:
            yield head, "patient.participle"
        return
    if verb.relation in {Relation.MODIFIER, Relation.COMPOUND}:
        return
    shared = _shared_object(analysis, verb)
    if shared is not None:
        yield shared, "patient.shared_object"


def _shared_object(analysis: Analysis, verb: Token) -> Token | None:
    """«abducted and deported two men»: verbs in a row share the object of the last."""
    for other in (*analysis.children(verb, Relation.CONJUNCT), *_conjunct_head(analysis, verb)):
        objects = analysis.children(other, Relation.OBJECT)
        if objects:
            return objects[0]
        complements = analysis.children(other, Relation.COMPLEMENT)
        if complements and complements[0].lemma == verb.lemma:
            inner = analysis.children(complements[0], Relation.OBJECT)
            return inner[0] if inner else None
    return None


def _conjunct_head(analysis: Analysis, token: Token) -> tuple[Token, ...]:
    head = analysis.head(token)
    return (head,) if token.relation is Relation.CONJUNCT and head is not None else ()


def is_passive(analysis: Analysis, verb: Token) -> bool:
    """Whether the verb is said of the one it befalls; a participle in a row of verbs follows the first of them."""
    for word in (verb, *analysis.ancestors(verb)):
        if analysis.children(word, Relation.PASSIVE_AUXILIARY, Relation.PASSIVE_SUBJECT):
            return True
        if word.relation is not Relation.CONJUNCT or word.form is Form.GERUND:
            return word.form is Form.PARTICIPLE and word.relation is Relation.ADVERBIAL
        head = analysis.head(word)
        if head is None or head.pos not in {"VERB", "ADJ"}:
            return False
        if analysis.children(word, Relation.OBJECT, Relation.AUXILIARY, *_SUBJECTS):
            return False
    return False


def _subject(analysis: Analysis, verb: Token) -> Iterator[tuple[Token, str]]:
    """The subject of a verb: its own, or that of the verb that governs it or that it stands in a row with."""
    current: Token | None = verb
    seen: set[int] = set()
    while current is not None and current.index not in seen:
        seen.add(current.index)
        own = analysis.children(current, *_SUBJECTS)
        if own:
            token = own[0]
            rule = "patient.subject" if current is verb else "patient.subject_of_governor"
            if token.text.lower() in {"who", "that", "which"} and current.relation is Relation.RELATIVE:
                head = analysis.head(current)
                token, rule = (head, "patient.relative") if head is not None else (token, rule)
            yield token, rule
            return
        if current.relation is Relation.PARTICIPLE:
            head = analysis.head(current)
            if head is not None:
                yield head, "patient.participle"
            return
        current = analysis.head(current) if current.relation in _PASSES_ON else None


def _owner(analysis: Analysis, verb: Token) -> Iterator[tuple[Token, str]]:
    """«revoked his passport», «X's claim was rejected»: whose thing the verb is done to."""
    for thing in analysis.children(verb, Relation.OBJECT, Relation.PASSIVE_SUBJECT):
        owners = [word for word in analysis.subtree(thing) if word.relation is Relation.POSSESSOR]
        owners += [
            word
            for preposition in analysis.children(thing, Relation.PREPOSITION)
            if preposition.lemma in {"of", "by", "from"}
            for word in analysis.children(preposition, Relation.AFTER_PREPOSITION)
        ]
        yield from ((owner, "patient.owner") for owner in sorted(owners, key=lambda t: t.index)[:1])


def _of_noun(analysis: Analysis, match: Match) -> Iterator[tuple[Token, str]]:
    """«his arrest», «the arrest of X», «a warrant against X», «threatened with extradition»."""
    noun = match.token
    found = False
    chain = [noun, *_conjunct_head(analysis, noun)]
    prepositions = {"of", match.trigger.patient} if match.trigger.patient != "object" else {"of", "against"}
    for part in chain:
        for owner in analysis.children(part, Relation.POSSESSOR):
            found = True
            yield owner, "patient.possessor"
        for preposition in analysis.children(part, Relation.PREPOSITION):
            if preposition.lemma in prepositions:
                for owner in analysis.children(preposition, Relation.AFTER_PREPOSITION):
                    found = True
                    yield owner, "patient.of"
        if found:
            return
    yield from _through_governor(analysis, noun)


def _through_governor(analysis: Analysis, noun: Token) -> Iterator[tuple[Token, str]]:
    """«was threatened with extradition», «faces deportation»: the act befalls the one of whom the governing verb speaks."""
    governor = next((word for word in analysis.ancestors(noun) if word.pos in {"VERB", "AUX"}), None)
    if governor is None:
        return
    undergoes = governor.lemma in words("status.en.toml", "threatened.risk") | _UNDERGOING
    if undergoes or is_passive(analysis, governor):
        objects = analysis.children(governor, Relation.OBJECT) if governor.lemma == "threaten" else ()
        if objects:
            yield objects[0], "patient.governor_object"
        else:
            yield from ((token, "patient.governor_subject") for token, _ in _subject(analysis, governor))


def _with_conjuncts(analysis: Analysis, token: Token) -> Iterator[Token]:
    """The word and those that stand in a row with it («A, B and C»), in order of the text."""
    waiting = [token]
    while waiting:
        current = waiting.pop(0)
        yield current
        row = analysis.children(current, Relation.CONJUNCT)
        waiting[:0] = [other for other in row if other.pos in {"NOUN", "PROPN", "PRON", "ADJ"}]


def _parties(analysis: Analysis, token: Token, rule: str, cast: Cast, scan: Scan) -> Iterable[Patient]:
    """The parties that a word in the patient's place stands for."""
    named = cast.at(token) or _named_in_apposition(analysis, token, cast)
    if named is not None:
        return [Patient(party=named, token=token, rule=rule)]
    lower = token.text.lower()
    if lower in _PRONOUNS or (lower in {"both", "all"} and token.relation in _SUBJECTS):
        return [
            Patient(party=p, token=token, rule=f"{rule}+pronoun", guessed=True)
            for p in antecedent(analysis, token, cast, scan)
        ]
    if token.lemma in words("persons.en.toml", "kin"):
        kin = _kin(analysis, token, rule, cast, scan)
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
