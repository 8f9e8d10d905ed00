"""The words in the place of those whom an act befalls, read from the parse around its trigger; `frames` tells who they are."""

from collections.abc import Iterator

from .analysis import Analysis, Form, Relation, Token
from .lexicon import words
from .triggers import Match

SUBJECTS = (Relation.SUBJECT, Relation.PASSIVE_SUBJECT)
_PASSES_ON = {
    Relation.COMPLEMENT, Relation.ADVERBIAL, Relation.AFTER_PREPOSITION, Relation.PREPOSITION, Relation.CONJUNCT,
}  # fmt: skip
Word = tuple[Token, str]  # a word in the patient's place, and the rule that read it there
_UNDERGOING = {"undergo", "suffer", "survive", "await", "fight", "be", "avoid"}


def readings(analysis: Analysis, match: Match) -> Iterator[list[Word]]:
    """The words that may stand for those whom the act befalls, the likeliest reading first: the first that names people is meant."""
    for found in _of_trigger(analysis, match):
        yield [(member, rule) for token, rule in found for member in _with_conjuncts(analysis, token)]


def _of_trigger(analysis: Analysis, match: Match) -> Iterator[list[Word]]:
    if not match.trigger.verb:
        yield from _of_noun(analysis, match)
        return
    reader = {"object": of_verb, "subject": _subject, "possessor": _owner, "any": of_verb}.get(match.trigger.patient)
    if reader is None:
        yield _aimed_at(analysis, match)
        return
    found = list(reader(analysis, match.token))
    if not found and match.trigger.patient in {"possessor", "any"}:
        found = list(of_verb(analysis, match.token))
    yield found


def _aimed_at(analysis: Analysis, match: Match) -> list[Word]:
    """«opened a case against X», «issued a notice for X»: behind the preposition, on the verb or on its object."""
    objects = analysis.children(match.token, Relation.OBJECT, Relation.PASSIVE_SUBJECT)
    prepositions: set[str] = {match.trigger.patient}
    return [
        (word, f"patient.{match.trigger.patient}")
        for part in (match.token, *objects)
        for word in _behind(analysis, part, prepositions)
    ]


def of_verb(analysis: Analysis, verb: Token) -> Iterator[tuple[Token, str]]:
    """The object of an active verb, the subject of a passive one, the noun that a participle or relative clause describes."""
    if is_passive(analysis, verb):
        yield from _subject(analysis, verb)
        return
    objects = analysis.children(verb, Relation.OBJECT)
    if objects:
        yield from ((token, "patient.object") for token in objects[:1])
        return
    first = _first_of_row(analysis, verb)
    if first.relation is Relation.PARTICIPLE and first.form is not Form.GERUND:
        head = analysis.head(first)
        if head is not None and not _does_it(analysis, head):
            yield head, "patient.participle"
        return
    if verb.relation in {Relation.MODIFIER, Relation.COMPOUND}:
        return
    shared = _shared_object(analysis, verb)
    if shared is not None:
        yield shared, "patient.shared_object"


def _does_it(analysis: Analysis, token: Token) -> bool:
    """«by men believed to be officers and flown»: one who does an act is not the one whom the next befalls."""
    head = analysis.head(token)
    return head is not None and head.relation is Relation.AGENT


def _first_of_row(analysis: Analysis, verb: Token) -> Token:
    """The first of a row of verbs: «X, abducted in May and flown to Y»."""
    for word in (verb, *analysis.ancestors(verb)):
        if word.relation is not Relation.CONJUNCT:
            return word
    return verb


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
            return word.form is Form.PARTICIPLE and (word.relation is Relation.ADVERBIAL or _is_ordered(analysis, word))
        head = analysis.head(word)
        if head is None or head.pos not in {"VERB", "ADJ"}:
            return False
        if analysis.children(word, Relation.OBJECT, Relation.AUXILIARY, *SUBJECTS):
            return False
    return False


def _is_ordered(analysis: Analysis, participle: Token) -> bool:
    """«ordered him held», «was ordered jailed»."""
    bare = not analysis.children(participle, Relation.OBJECT, Relation.AUXILIARY)
    return bare and participle.relation is Relation.COMPLEMENT


def _subject(analysis: Analysis, verb: Token) -> Iterator[tuple[Token, str]]:
    """The subject of a verb: its own, or that of the verb that governs it or that it stands in a row with."""
    current: Token | None = verb
    seen: set[int] = set()
    while current is not None and current.index not in seen:
        seen.add(current.index)
        own = analysis.children(current, *SUBJECTS)
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


def _of_noun(analysis: Analysis, match: Match) -> Iterator[list[Word]]:
    """«his arrest», «the arrest of X», «a warrant against X», «two months' custody for X», «threatened with extradition»."""
    noun = match.token
    own: set[str] = {"of", "against" if match.trigger.patient == "object" else match.trigger.patient}
    for part in (noun, *_conjunct_head(analysis, noun)):
        yield [(owner, "patient.possessor") for owner in analysis.children(part, Relation.POSSESSOR)] + [
            (owner, "patient.of") for owner in _behind(analysis, part, own)
        ]
        yield [(owner, "patient.for") for owner in _behind(analysis, part, {"for", "on"})]
    yield list(_through_governor(analysis, noun))


def _behind(analysis: Analysis, noun: Token, prepositions: set[str]) -> list[Token]:
    """The words that follow one of the prepositions on a noun."""
    return [
        word
        for preposition in analysis.children(noun, Relation.PREPOSITION)
        if preposition.lemma in prepositions
        for word in analysis.children(preposition, Relation.AFTER_PREPOSITION)
    ]


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
