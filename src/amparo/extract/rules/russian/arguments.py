"""The words in the place of those whom an act befalls, read from voice, case and preposition around its Russian trigger."""

from collections.abc import Iterator

from amparo.extract.rules.analysis import Analysis, Form, Relation, Token
from amparo.extract.rules.triggers import Match

from .anaphora import PRONOUNS
from .people import is_person_noun

SUBJECTS = (Relation.SUBJECT, Relation.PASSIVE_SUBJECT)
_AGAINST = {"против", "отношение", "адрес"}
_UNDERGOES = {
    "грозить", "ожидать", "ждать", "опасаться", "бояться", "избежать", "добиваться", "подвергнуться", "подвергаться", "подлежать", "приговорить",
    "отказать", "предъявить", "требовать", "потребовать", "угрожать", "запросить", "находиться",
}  # fmt: skip
_AND = {"и", "или", "да", "также"}
_NO_PEOPLE = {"VERB", "PUNCT", "ADP"}
Word = tuple[Token, str]  # a word in the patient's place, and the rule that read it there


def readings(analysis: Analysis, match: Match) -> Iterator[list[Word]]:
    """The words that may stand for those whom the act befalls, the likeliest reading first: the first that names people is meant."""
    for found in _of_trigger(analysis, match):
        yield [(member, rule) for token, rule in found for member in _with_conjuncts(analysis, token)]


def _of_trigger(analysis: Analysis, match: Match) -> Iterator[list[Word]]:
    if not match.trigger.verb:
        yield from _of_noun(analysis, match.token)
        return
    verb = match.token
    frame = match.trigger.patient
    if frame == "subject":
        yield subject(analysis, verb)
        return
    if frame in {"recipient", "possessor"}:
        yield _recipient(analysis, verb)
        yield _owner(analysis, verb)
        yield undergoer(analysis, verb)
        return
    yield undergoer(analysis, verb)
    for other in match.tokens[1:]:
        if other.pos == "VERB":
            yield undergoer(analysis, other)
    if frame == "any":
        yield _recipient(analysis, verb)
        yield _owner(analysis, verb)
        yield _against(analysis, verb)
        yield subject(analysis, verb)


def undergoer(analysis: Analysis, verb: Token) -> list[Word]:
    """The object of an active verb, the subject of a passive one, the noun that a participle describes; of a row of verbs the first's."""
    for word in (verb, *_row_heads(analysis, verb)):
        if is_passive(analysis, word):
            found = subject(analysis, word)
        else:
            found = [
                (token, "patient.object")
                for token in (*analysis.children(word, Relation.OBJECT), *misread(analysis, word))
            ]
        if found:
            return found
        described = _described(analysis, word)
        if described is not None and (word.has("Voice=Pass") or is_passive(analysis, word)):
            return [(described, "patient.participle")]
        if word.has("VerbForm=Inf"):
            governor = analysis.head(word)
            over = analysis.children(governor, Relation.RECIPIENT, Relation.OBJECT) if governor is not None else ()
            if over and not any(token.pos == "NOUN" and not is_person_noun(token) for token in over):
                return [(token, "patient.of_governor") for token in over]
    return []


def misread(analysis: Analysis, verb: Token) -> tuple[Token, ...]:
    """Singular words that the parser takes for the subject of a verb in the plural: they are its objects («Каримова задержали»)."""
    if not (verb.has("Number=Plur") and verb.has("VerbForm=Fin")):
        return ()
    return tuple(
        token
        for token in analysis.children(verb, Relation.SUBJECT)
        if token.has("Number=Sing") and token.pos == "PROPN" and not analysis.children(token, Relation.CONJUNCT)
    )


def _row_heads(analysis: Analysis, verb: Token) -> Iterator[Token]:
    """The verbs before it in a row: «его задержали и вывезли»."""
    word = verb
    while word.relation is Relation.CONJUNCT:
        head = analysis.head(word)
        if head is None or head.index > word.index:
            return
        yield head
        word = head


def is_passive(analysis: Analysis, verb: Token) -> bool:
    """Whether the verb is said of the one it befalls: «был задержан», «разыскивается», «задержанный»."""
    if analysis.children(verb, Relation.PASSIVE_AUXILIARY, Relation.PASSIVE_SUBJECT):
        return True
    short = verb.has("Variant=Short") or (verb.form is Form.PARTICIPLE and verb.has("Voice=Pass"))
    return short or verb.has("Voice=Pass") or (verb.pos == "ADJ" and verb.lemma.endswith(("ть", "ти")))


def _described(analysis: Analysis, word: Token) -> Token | None:
    """The noun before or behind a participle: «задержанный в Москве активист», «активист, задержанный в Москве»."""
    if word.relation in {Relation.MODIFIER, Relation.PARTICIPLE, Relation.RELATIVE}:
        return analysis.head(word)
    return None


def subject(analysis: Analysis, verb: Token) -> list[Word]:
    """The subject of a verb, of the verb it stands in a row with, or of the one that governs its infinitive; the noun a participle describes."""
    for word in (verb, *_row_heads(analysis, verb)):
        own = analysis.children(word, *SUBJECTS)
        if own:
            return [(token, "patient.subject") for token in own]
    described = _described(analysis, verb)
    if described is not None and verb.relation is not Relation.RELATIVE:
        return [(described, "patient.participle")]
    governor = analysis.head(verb)
    if verb.has("VerbForm=Inf") and governor is not None:
        return [
            (token, "patient.subject_of_governor")
            for token in analysis.children(governor, *SUBJECTS, Relation.RECIPIENT)
        ]
    return []


def _recipient(analysis: Analysis, verb: Token) -> list[Word]:
    """«отказали Латипову», «у Токсёза изъяли паспорт», also over an infinitive («отказались выдать ему»)."""
    found: list[Word] = []
    governor = analysis.head(verb) if verb.relation in {Relation.COMPLEMENT, Relation.CONJUNCT} else None
    for word in (verb, *analysis.children(verb, Relation.COMPLEMENT), *((governor,) if governor is not None else ())):
        found += [(token, "patient.recipient") for token in analysis.children(word, Relation.RECIPIENT)]
        found += [
            (token, "patient.of_whom")
            for token in analysis.children(word, Relation.OBLIQUE, Relation.POSSESSOR)
            if any(mark.lemma == "у" for mark in analysis.children(token, Relation.MARK)) or token.has("Case=Dat")
        ]
    return found


def _owner(analysis: Analysis, verb: Token) -> list[Word]:
    """«аннулировали паспорт Х», «отклонил его ходатайство»: whose the thing is."""
    things = analysis.children(verb, Relation.OBJECT, *SUBJECTS)
    found = [(owner, "patient.owner") for thing in things for owner in analysis.children(thing, Relation.POSSESSOR)]
    pronouns = [
        (word, "patient.owner")
        for thing in things
        for word in analysis.children(thing)
        if word.text.lower() in PRONOUNS
    ]
    return [*found, *pronouns]


def _against(analysis: Analysis, word: Token) -> list[Word]:
    """«дело против Х», «в отношении Х»: on the verb or on what it governs."""
    things = (word, *analysis.children(word, Relation.OBJECT, *SUBJECTS, Relation.OBLIQUE))
    found: list[Word] = []
    for thing in things:
        for token in analysis.children(thing, Relation.OBLIQUE, Relation.POSSESSOR):
            marks = {mark.lemma for mark in analysis.children(token, Relation.MARK)}
            if marks & _AGAINST or ("на" in marks and (token.pos == "PRON" or token.has("Animacy=Anim"))):
                found.append((token, "patient.against"))
            if token.lemma in _AGAINST:
                found += [(owner, "patient.against") for owner in analysis.children(token, Relation.POSSESSOR)]
        if thing.lemma in _AGAINST:
            found += [(owner, "patient.against") for owner in analysis.children(thing, Relation.POSSESSOR)]
    return found


def _of_noun(analysis: Analysis, noun: Token) -> Iterator[list[Word]]:
    """«арест Х», «его депортация», «дело против Х», «ему грозит экстрадиция», «опасается высылки»."""
    owners = analysis.children(noun, Relation.POSSESSOR)
    yield [
        *((token, "patient.owner") for token in owners),
        *((token, "patient.owner") for token in analysis.children(noun) if token.text.lower() in PRONOUNS),
    ]
    yield _against(analysis, noun)
    for governor in list(analysis.ancestors(noun))[:3]:
        if governor.pos == "NOUN":
            yield [
                (token, "patient.owner")
                for token in analysis.children(governor, Relation.POSSESSOR)
                if token.index != noun.index
            ]
            continue
        yield [(token, "patient.recipient") for token in analysis.children(governor, Relation.RECIPIENT)]
        if governor.lemma in _UNDERGOES or is_passive(analysis, governor):
            relations = (
                SUBJECTS
                if is_passive(analysis, governor) or not analysis.children(governor, Relation.OBJECT)
                else (Relation.OBJECT,)
            )
            yield [(token, "patient.subject_of_governor") for token in analysis.children(governor, *relations)]
        return


def _with_conjuncts(analysis: Analysis, token: Token) -> Iterator[Token]:
    yield token
    for other in analysis.children(token, Relation.CONJUNCT):
        joined = other.pos == "PROPN" or any(child.lemma in _AND for child in analysis.children(other))
        if other.pos not in _NO_PEOPLE and joined:
            yield from _with_conjuncts(analysis, other)
