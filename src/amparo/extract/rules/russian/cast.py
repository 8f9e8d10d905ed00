"""The people of a Russian text: every name under all its cases as one person, called by the nominative, with what stands beside it."""

from collections import Counter
from collections.abc import Sequence

from amparo.extract.rules.analysis import Analysis, Relation
from amparo.extract.rules.cast import Cast, Hint, Party
from amparo.extract.rules.clusters import gathered
from amparo.extract.rules.lexicon import words
from amparo.extract.rules.names import NameSpan
from amparo.extract.rules.scan import Scan
from amparo.vocabulary import roles

from .people import PERSONS, beside, is_kin, is_person_noun, organisation, speaks

_SPEECH = "speech.ru.toml"
_CITIZEN = {"гражданин", "гражданка", "уроженец", "уроженка", "выходец", "подданный"}
Stretches = list[tuple[int, int]]


def cast_of(analysis: Analysis, spans: Sequence[NameSpan], scan: Scan) -> Cast:
    """Gather the names of a text into persons; a name is the nominative that most of its places give."""
    return Cast(tuple(_party(key, group, analysis, scan) for key, group in enumerate(gathered(spans))))


def _party(key: int, spans: list[NameSpan], analysis: Analysis, scan: Scan) -> Party:
    stretches = [stretch for span in spans for stretch in beside(analysis, span.start, span.end)]
    role, speaker = _role(analysis, stretches)
    found = organisation(stretches, scan)
    return Party(
        key=key,
        name=_citation(analysis, spans),
        named=True,
        spans=tuple((span.start, span.end) for span in spans),
        role=role,
        speaker=speaker or _is_someones_kin(analysis, stretches),
        quoted=_is_quoted(analysis, spans),
        organisation=found.name if found is not None else None,
        origin=_origin(analysis, stretches, scan),
        affiliations=_affiliations(stretches, scan),
    )


def _citation(analysis: Analysis, spans: list[NameSpan]) -> str:
    """The fullest name; of equally full ones that which the text itself writes, then the most frequent."""
    longest = max(len(span.words.split()) for span in spans)
    full = Counter(span.words for span in spans if len(span.words.split()) == longest)
    written = {analysis.text[span.start : span.end] for span in spans}
    return max(full, key=lambda name: (name in written, full[name]))


def _role(analysis: Analysis, stretches: Stretches) -> tuple[str | None, bool]:
    """The role beside a name, and whether it is that of someone who speaks or acts for others."""
    for start, end in stretches:
        code = roles.role_of(analysis.lower[start:end], "ru")
        tokens = analysis.within(start, end)
        talks = any(speaks(token) for token in tokens) or (code is not None and roles.role(code).applies == "other")
        talks = talks and not any(is_person_noun(token) and not speaks(token) and not is_kin(token) for token in tokens)
        pursued = any(token.lemma in words(PERSONS, "modifier") or _is_accused(token.lemma) for token in tokens)
        if code is not None or talks:
            return code, talks and not pursued
    return None, False


def _is_accused(lemma: str) -> bool:
    return lemma in {
        "задержать",
        "арестовать",
        "осудить",
        "обвинить",
        "похитить",
        "депортировать",
        "экстрадировать",
        "выдать",
        "выслать",
    }


def _is_someones_kin(analysis: Analysis, stretches: Stretches) -> bool:
    """«его сестра Полина», «супруга Токсёза Фатма»: a relative, who tells and is not told of."""
    for start, end in stretches:
        tokens = analysis.within(start, end)
        kin = any(is_kin(token) for token in tokens)
        if kin and not any(is_person_noun(token) and not is_kin(token) for token in tokens):
            return True
    return False


def _is_quoted(analysis: Analysis, spans: list[NameSpan]) -> bool:
    for span in spans:
        token = analysis.span_head(span.start, span.end)
        head = analysis.head(token) if token is not None and token.relation is Relation.SUBJECT else None
        if head is not None and head.lemma in words(_SPEECH, "report"):
            return True
    return False


def _origin(analysis: Analysis, stretches: Stretches, scan: Scan) -> Hint | None:
    """«гражданин Таджикистана», «таджикский блогер», «уроженец Туркменистана»: the state a person comes from."""
    for start, end in stretches:
        tokens = analysis.within(start, end)
        if any(speaks(token) for token in tokens) and not any(
            t.lemma in {"гражданин", "гражданка", "уроженец"} for t in tokens
        ):
            continue
        for place in scan.places.inside(start, end):
            if place.state and (place.kind == "demonym" or _of_whom(analysis, start, place.start)):
                return Hint(value=place.state, start=place.start, end=place.end, rule="origin.beside_name")
    return None


def _of_whom(analysis: Analysis, start: int, place: int) -> bool:
    """Whether «гражданин», «уроженец» or a person noun with «из» stands before a place in a description; «высланный из» tells no origin."""
    before = analysis.within(start, place)
    if before and before[-1].lemma == "из":
        return len(before) > 1 and is_person_noun(before[-2])
    return bool({token.lemma for token in before} & _CITIZEN)


def _affiliations(stretches: Stretches, scan: Scan) -> tuple[Hint, ...]:
    movements = [f for start, end in stretches for f in scan.organisations.inside(start, end) if f.kind == "movement"]
    unique = {found.name: found for found in reversed(movements)}
    return tuple(
        Hint(value=name, start=found.start, end=found.end, rule="affiliation.beside_name")
        for name, found in sorted(unique.items())
    )
