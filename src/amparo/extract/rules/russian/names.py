"""Where persons are named in a Russian text, and by what name: the model's finding, mended by lists and capitals, in the nominative."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from amparo.extract.rules.analysis import Analysis, Relation, Token
from amparo.extract.rules.lexicon import words
from amparo.extract.rules.names import NameSpan
from amparo.extract.rules.scan import Scan
from amparo.extract.rules.spans import Spans

from .declension import Hints, Reading, Written, possible, readings
from .lemmas import is_ordinary, noun_gender

_PERSONS = "persons.ru.toml"
_MEN = {"брат", "отец", "сын", "муж", "супруг", "мужчина", "г-н", "гражданин", "уроженец"}
_OFFICES = (
    "полиц",
    "суд",
    "мэр",
    "власт",
    "прокур",
    "округ",
    "район",
    "город",
    "област",
    "улиц",
    "аэропорт",
    "вокзал",
    "изолятор",
    "колони",
    "тюрьм",
)
_GAP = 3  # characters between two words of one name
_LONGEST = 5  # words of a name
_SUBJECTS = (Relation.SUBJECT, Relation.PASSIVE_SUBJECT)
_CASE_OF = {
    Relation.SUBJECT: "Nom", Relation.PASSIVE_SUBJECT: "Nom", Relation.RECIPIENT: "Dat", Relation.OBJECT: "Acc", Relation.AGENT: "Ins",
    Relation.POSSESSOR: "Gen",
}  # fmt: skip


def name_spans(analysis: Analysis, scan: Scan) -> tuple[NameSpan, ...]:
    """All stretches that name a person, in order of the text, each with its name in the nominative."""
    runs = [run for sentence in analysis.sentences for run in _runs(analysis.words(sentence), scan) if run]
    seen = _Seen(_nominatives_seen(analysis), _explained(runs))
    full = Spans(_full(analysis, run, seen) for run in runs if _is_full(analysis, run))
    families = _families(full)
    alone = (token for run in runs if not _is_full(analysis, run) for token in run)
    single = [
        span
        for token in alone
        if full.at(token.start) is None and (span := _single(analysis, token, families, seen)) is not None
    ]
    return tuple(sorted([*full, *single], key=lambda span: span.start))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the whole text shows of its names: words in the nominative, and of how many written forms each word could be the nominative."""

    nominatives: frozenset[str]
    explains: Counter[str]


def _explained(runs: list[list[Token]]) -> Counter[str]:
    forms = {token.text for run in runs for token in run if len(token.text) > 2}
    return Counter(nominative for form in forms for nominative in possible(form))


def _nominatives_seen(analysis: Analysis) -> frozenset[str]:
    """Capitalised words that the text has as subjects or otherwise in the nominative."""
    return frozenset(
        token.text
        for token in analysis.tokens
        if token.text[:1].isupper() and token.has("Case=Nom") and token.relation in {*_SUBJECTS, Relation.COMPOUND}
    )


def _runs(tokens: tuple[Token, ...], scan: Scan) -> Iterator[list[Token]]:
    """Runs of capitalised words that no list knows; what the model calls a person keeps together."""
    run: list[Token] = []
    for token in tokens:
        if run and (token.start - run[-1].end > _GAP or _parts(run[-1], token)):
            yield _without_common(run, tokens[0].index)
            run = []
        if _is_part(token, scan) or (run and token.lemma in words(_PERSONS, "particle")):
            run.append(token)
        elif run:
            yield _without_common(run, tokens[0].index)
            run = []
    if run:
        yield _without_common(run, tokens[0].index)


def _without_common(run: list[Token], first: int) -> list[Token]:
    """A run without the ordinary words that only open its sentence, which begins at the word ``first``, or describe the person («Когда Х»,
    «Судья Х»).
    """
    named = sum(token.entity == "PERSON" for token in run)
    while run:
        opens = run[0].index == first and named > 1
        unnamed = named > 0 and run[0].entity != "PERSON" and (opens or run[0].pos != "PROPN")
        unnamed = unnamed or (opens and is_ordinary(run[0].text.lower()))  # «Двадцатилетний Х»
        if not (unnamed or _is_common(run[0])):
            break
        run = run[1:]
    return run


def _is_common(token: Token) -> bool:
    listed = words(_PERSONS, "kin") | words(_PERSONS, "target") | words(_PERSONS, "speaker") | words(_PERSONS, "title")
    return token.lemma in listed or token.text.lower().rstrip(".") in listed


def _parts(last: Token, token: Token) -> bool:
    """Whether a name ends between two words of unlike label: «(Москва) Каримов»."""
    return last.entity != token.entity and "PERSON" in {last.entity, token.entity} and last.entity != ""


def _is_part(token: Token, scan: Scan) -> bool:
    """Whether a word may be part of a person's name."""
    never = words(_PERSONS, "never")
    if not _is_capital(token) or token.lemma in never or token.text.lower().rstrip(".") in never:
        return False
    if scan.covers(token.start, token.end) or token.pos in {"VERB", "ADV", "ADP", "CCONJ", "SCONJ", "PRON", "DET"}:
        return False
    return token.entity in {"PERSON", ""}


def _is_capital(token: Token) -> bool:
    letters = token.text.rstrip(".")
    acronym = letters.isupper() and len(letters) > 1
    return letters[:1].isupper() and not acronym and all(c.isalpha() or c in "-'’ʼ" for c in letters)


def _is_full(analysis: Analysis, run: list[Token]) -> bool:
    """Whether a run of capitals is a full name: the model says person, or a word for people stands before it."""
    telling = [token for token in run if len(token.text.rstrip(".")) > 2]
    if not 2 <= len(run) <= _LONGEST or not telling:
        return False
    if any(token.entity == "PERSON" for token in run):
        return True
    first = run[0]
    if first.index == analysis.sentence(first).first or not all(token.pos == "PROPN" for token in run):
        return False
    before = analysis.tokens[first.index - 1]
    return before.lemma in words(_PERSONS, "target") | words(_PERSONS, "speaker") | words(_PERSONS, "kin")


def _full(analysis: Analysis, run: list[Token], seen: _Seen) -> NameSpan:
    telling = [token for token in run if len(token.text.rstrip(".")) > 2]
    best = _best(analysis, run, seen)
    name = best.name if best is not None else " ".join(token.text for token in run)
    initial = len(run[-1].text) == 1 and analysis.text.startswith(".", run[-1].end)  # «Руслан Т.»
    return NameSpan(run[0].start, run[-1].end + initial, name + "." * initial, full=len(telling) > 1)


def _best(analysis: Analysis, run: list[Token], seen: _Seen) -> Reading | None:
    return next(iter(_all(analysis, run, seen)), None)


def _all(analysis: Analysis, run: list[Token], seen: _Seen) -> tuple[Reading, ...]:
    """The readings of a run of capitals as one name."""
    first = run[0].index
    before = analysis.tokens[first - 1] if first > analysis.sentence(run[0]).first else None
    hints = Hints(
        before=before.text.lower() if before is not None else "",
        case=_case_asked_for(analysis, run[0]),
        gender=_gender_beside(analysis, run[0]),
        seen=seen.nominatives,
        explains=seen.explains,
    )
    return readings([Written(token.text, _case(token)) for token in run], hints)


def _case_asked_for(analysis: Analysis, name: Token) -> str:
    """The case that the place of a name in the sentence asks for; beside a verb in the plural one person is no subject."""
    head = analysis.head(name)
    alone = not analysis.children(name, Relation.CONJUNCT)
    if (
        name.relation is Relation.SUBJECT
        and head is not None
        and head.pos == "VERB"
        and head.has("Number=Plur")
        and alone
    ):
        return "Acc"
    return _CASE_OF.get(name.relation, "")


def _gender_beside(analysis: Analysis, name: Token) -> str:
    """The gender of the noun before a name («гражданку Х»), else of the verb it is the subject of («Х пропала»)."""
    for noun in reversed(analysis.tokens[max(analysis.sentence(name).first, name.index - 3) : name.index]):
        if noun.text == "," or noun.pos in {"VERB", "ADP"}:
            break
        if _is_common(noun) and noun.pos in {"NOUN", "PROPN"}:
            shown = noun_gender(noun.text.lower())
            if shown == "femn" or noun.lemma in _MEN:
                return shown  # men's nouns («адвокат») are said of women too
    head = analysis.head(name) if name.relation in _SUBJECTS else None
    if head is None or head.pos not in {"VERB", "ADJ"} or head.has("Number=Plur"):
        return ""
    return "femn" if head.has("Gender=Fem") else "masc" if head.has("Gender=Masc") else ""


def _case(token: Token) -> str:
    return next((feature[5:] for feature in token.features if feature.startswith("Case=")), "")


def _families(full: Spans[NameSpan]) -> Counter[str]:
    """The words of the full names, with how often each occurs."""
    return Counter(part for span in full for part in span.words.split() if len(part) > 2)


def _single(analysis: Analysis, token: Token, known: Counter[str], seen: _Seen) -> NameSpan | None:
    """One capitalised word that names a person: some form of a word of a full name, or the model's finding."""
    if len(token.text.rstrip(".")) < 2:
        return None
    found = _all(analysis, [token], seen)
    fitting = next((reading for reading in found if reading.name in known), None)
    if fitting is not None:
        return NameSpan(token.start, token.end, fitting.name, full=False)
    if token.entity != "PERSON" or _is_common(token) or _is_elsewhere_used(analysis, token):
        return None
    return NameSpan(token.start, token.end, found[0].name if found else token.text, full=False)


def _is_elsewhere_used(analysis: Analysis, token: Token) -> bool:
    """Whether a lone word that the model takes for a person is a place («в Буче») or an ordinary word that opens a sentence."""
    marks = {mark.lemma for mark in analysis.children(token, Relation.MARK)}
    head = analysis.head(token)
    if marks & {"в", "во", "на", "из"} or token.pos in {"ADJ", "VERB"}:
        return True
    if token.relation is Relation.POSSESSOR and head is not None and head.lemma.startswith(_OFFICES):
        return True  # «полиция Жаркента»
    return token.index == analysis.sentence(token).first and is_ordinary(token.text.lower())
