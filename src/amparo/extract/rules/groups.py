"""Unnamed people: «several people linked to …», «two activists», «a 34-year-old blogger», and what their noun phrase says of them."""

from amparo.vocabulary import roles

from .analysis import Analysis, Relation, Token
from .cast import Hint, Party
from .lexicon import words
from .scan import Scan

_PERSONS = "persons.en.toml"
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(),  # noqa: SIM905  read as a counting rhyme
        start=1,
    )
}
_LEFT = {
    Relation.MODIFIER, Relation.COMPOUND, Relation.NUMBER, Relation.POSSESSOR, Relation.OTHER, Relation.NEGATION,
}  # fmt: skip
_ARGUMENTS = {
    Relation.SUBJECT, Relation.PASSIVE_SUBJECT, Relation.OBJECT, Relation.AFTER_PREPOSITION, Relation.POSSESSOR, Relation.ROOT,
}  # fmt: skip
_BARE = {"a", "any", "every", "such", "no", "each", "recognise", "who", "convict", "be", ","}
_NARROWING = {"of", "from", "with", "in", "base", "link", "reside", "live", "accuse", "close", "hold"}
_LONGEST = 32  # words of a noun phrase


def is_person_noun(token: Token) -> bool:
    """Whether a word names people who may be the target of an act."""
    if token.pos == "NUM" and token.text.lower() in _NUMBERS:
        return token.relation in _ARGUMENTS  # «the two were deported»
    if token.lemma == "old":
        return token.relation in _ARGUMENTS  # «the 34-year-old»
    return token.pos in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"} and token.lemma in words(_PERSONS, "target")


def is_plural(token: Token) -> bool:
    """Whether a person noun stands for several."""
    lower = token.text.lower()
    return (
        _NUMBERS.get(lower, 1) > 1
        or lower in {"people", "those", "men", "women", "children", "dozens", "hundreds", "scores"}
        or (lower.endswith("s") and lower != token.lemma)
    )


def is_definite(analysis: Analysis, token: Token) -> bool:
    """«the man», «his client»: someone already spoken of."""
    return any(child.text.lower() in {"the", "this", "these", "both"} for child in analysis.children(token))


def count_of(analysis: Analysis, token: Token) -> int | None:
    """The number that the text gives («more than 30» is 30); 1 for a singular noun; None for an uncounted plural."""
    if token.pos == "NUM" and token.text.lower() in _NUMBERS:
        return _NUMBERS[token.text.lower()]
    for child in analysis.children(token, Relation.NUMBER):
        lower = child.text.lower().replace(",", "")
        if lower.isdecimal() and child.index and analysis.tokens[child.index - 1].text.lower() in {"in", "since"}:
            continue  # «In 2023 members of …»
        if lower.isdecimal():
            return int(lower)
        if lower in _NUMBERS:
            return _NUMBERS[lower]
    if token.lemma in {"dozen", "hundred", "score", "those"} or is_plural(token) or token.lemma in {"family", "couple"}:
        return 2 if token.lemma == "couple" else None
    return 1


def party_of(analysis: Analysis, token: Token, scan: Scan) -> Party | None:
    """The unnamed party whose noun is ``token``; None when the noun names nobody who could be a target."""
    if not (is_person_noun(token) or _is_people(token, scan)):
        return None
    lemmas = {child.lemma for child in analysis.children(token)}
    anyone = lemmas & {"a", "any", "every", "such", "no", "each"} and not lemmas - _BARE
    if "no" in lemmas or (anyone and token.lemma in {"person", "people", "refugee", "individual"}):
        return None  # «no detainee», «a person must not be returned»: nobody, or anyone at all
    if token.lemma in words(_PERSONS, "needs_modifier") and not lemmas & words(_PERSONS, "modifier"):
        return None
    start, end = phrase(analysis, token)
    return Party(
        key=-1 - token.index,
        name=analysis.text[start:end],
        named=False,
        spans=((start, end),),
        count=count_of(analysis, token),
        role=roles.role_of(analysis.lower[start:end]),
        origin=_origin(analysis, token, start, end, scan),
        affiliations=tuple(
            Hint(value=f.name, start=f.start, end=f.end, rule="affiliation.in_phrase")
            for f in scan.organisations.inside(start, end)
            if f.kind == "movement"
        ),
        hosts=_hosts(analysis, start, end, scan),
    )


def _is_people(token: Token, scan: Scan) -> bool:
    """«four Cambodians», «a Belarusian»: a people's name as a noun."""
    place = scan.places.at(token.start)
    return (
        place is not None
        and place.kind == "demonym"
        and token.pos in {"NOUN", "PROPN"}
        and token.relation in _ARGUMENTS
    )


def phrase(analysis: Analysis, token: Token) -> tuple[int, int]:
    """The characters of the noun phrase: what stands before the noun, and what narrows it behind («linked to …», «of Group 24»)."""
    left = [child for child in analysis.children(token, *_LEFT) if child.index < token.index]
    first = min([token.start, *(analysis.extent(child)[0] for child in left)])
    last = min(_last_of_phrase(analysis, token), token.index + _LONGEST)
    while last > token.index and analysis.tokens[last].text in {",", "-", "and", "or"}:
        last -= 1
    return first, analysis.tokens[last].end


def _last_of_phrase(analysis: Analysis, token: Token) -> int:
    """The index of the last word behind a noun that narrows it."""
    last = token.index
    for child in analysis.children(token, Relation.PREPOSITION, Relation.PARTICIPLE):
        if child.index == last + 1 and (child.lemma in _NARROWING or token.lemma == "those"):
            last = max(word.index for word in analysis.subtree(child))
    if token.relation in {Relation.SUBJECT, Relation.PASSIVE_SUBJECT, Relation.ROOT}:
        last = max(last, _up_to_verb(analysis, token.index, analysis.sentence(token).last))
    return last


def _up_to_verb(analysis: Analysis, index: int, end: int) -> int:
    """The last word before the finite verb of a subject; ``index`` itself when the verb or a clause follows at once."""
    for place in range(index + 1, min(end, index + _LONGEST)):
        token = analysis.tokens[place]
        if token.text.lower() in {"who", "that", "which", "whose", '"', ";", ":", "("}:
            return index
        if token.pos == "AUX":
            return place - 1
        if token.relation is Relation.MODIFIER:  # «a banned movement»
            continue
        if token.pos == "VERB" and not (
            token.text.endswith("ing") or token.lemma in {"base", "link", "accuse", "suspect", "connect", "associate"}
        ):
            return place - 1 if token.relation is not Relation.PARTICIPLE else index
    return index


def _origin(analysis: Analysis, token: Token, start: int, end: int, scan: Scan) -> Hint | None:
    """«Tajik activists», «activists from Tajikistan»: a demonym before the noun, else one behind it, else the place after «from»."""
    places = [p for p in scan.places.inside(start, end) if p.state]
    before = [p for p in places if p.kind == "demonym" and p.start < token.start]
    behind = [p for p in places if p.kind == "demonym" and p.start >= token.start]
    from_ = [p for p in places if analysis.lower.endswith("from ", start, p.start)]
    place = next(iter((*before[-1:], *behind, *from_)), None)
    if place is None or place.state is None:
        return None
    return Hint(value=place.state, start=place.start, end=place.end, rule="origin.in_phrase")


def _hosts(analysis: Analysis, start: int, end: int, scan: Scan) -> tuple[Hint, ...]:
    """«based in Lithuania, Poland, and Turkiye»: where the people are."""
    words_ = analysis.lower[start:end]
    for cue in ("based in ", "living in ", "residing in ", "sheltering in ", "resident in "):
        at = words_.find(cue)
        if at >= 0:
            clause = words_.find(", linked", at)
            stop = end if clause < 0 else start + clause
            return tuple(
                Hint(value=p.state, start=p.start, end=p.end, rule="host.where_they_live")
                for p in scan.places.inside(start + at, stop)
                if p.state and p.kind != "demonym"
            )
    return ()
