"""Every noun phrase of a Russian text that can denote unnamed people: «семеро студентов», «34-летний блогер», «двое из них», «остальные».

Candidates only, as in `amparo.extract.rules.group_phrases`: nothing is left out for being unlikely.
"""

from collections.abc import Iterator
from dataclasses import replace

from amparo.extract.rules.analysis import Relation, Sentence, Token
from amparo.extract.rules.blocks import Kind
from amparo.extract.rules.group_phrases import GroupPhrase
from amparo.extract.rules.lexicon import words
from amparo.extract.rules.parsed import Parsed

from .anaphora import antecedent
from .counts import Number, numbers
from .group_heads import GROUPS, Place, behind, belongs_before, kind_of, owner_before
from .groups import phrase as noun_phrase
from .lemmas import citation
from .people import PERSONS, is_plural

__all__ = ["group_phrases"]

_JOINTS = {"CCONJ", "SCONJ", "ADP", "PUNCT", "PART", "AUX"}
_LOOSE_ENDS = {"CCONJ", "SCONJ", "ADP", "PART", "ADV"}
_QUOTED = 6  # words between quotation marks that can be a body's name


def group_phrases(parsed: Parsed) -> tuple[GroupPhrase, ...]:
    """All candidates in the running text and its title, in order; rows («жену и троих детей») both whole and member by member."""
    found: dict[tuple[int, int, int | None], GroupPhrase] = {}
    title = next((block for block, kind in enumerate(parsed.kinds) if kind is Kind.TEXT), 0)
    for sentence in parsed.analysis.sentences:
        if parsed.kinds[sentence.block] is Kind.TEXT or sentence.block < title:
            for one in _of_sentence(parsed, sentence):
                found.setdefault((one.start, one.end, one.count), one)
    return tuple(sorted(found.values(), key=lambda one: (one.start, one.end)))


def _of_sentence(parsed: Parsed, sentence: Sentence) -> Iterator[GroupPhrase]:
    said = tuple(numbers(parsed.analysis, sentence, parsed.scan))
    place = Place(
        parsed,
        sentence,
        {number.noun: number for number in said if number.noun is not None},
        {number.first: number for number in said if number.noun is None},
    )
    for token in parsed.analysis.words(sentence):
        kind = kind_of(place, token)
        if kind is None:
            continue
        one = _phrase(place, token, kind)
        yield one
        row = [token, *_row(place, token)] if kind == "people" and token.relation is not Relation.CONJUNCT else []
        if len(row) > 1 and _is_row(place, row, one):
            yield _joined(place, one, row)
    yield from _listed(place)


def _phrase(place: Place, token: Token, kind: str) -> GroupPhrase:
    analysis = place.analysis
    number = place.counted.get(token.index) or place.alone.get(token.index)
    head = token if number is None or token.index in place.alone else _top(place, number, token)
    inner = behind(place, token if number is None or number.noun is not None else analysis.tokens[number.last - 1])
    start, end = _extent(place, token, number, inner)
    noun = _noun_of(token, inner)
    owner = _owner(place, token if inner is None else inner)
    count = _count(place, token, number, inner)
    before = {word.lemma for word in analysis.within(start, token.start)} | {token.lemma}
    kin = noun in words(PERSONS, "kin") or noun in words(GROUPS, "kin")
    return GroupPhrase(
        start=start,
        end=end,
        head=head.index,
        noun=noun,
        count=count,
        single=count is None and not _is_many(token, noun),
        definite=kind == "bare" or owner is not None or bool(before & words(GROUPS, "definite")),
        kin=kin,
        relative_of=owner if kin else None,
        kind=kind,
        official=_is_official(noun),
    )


def _is_official(noun: str) -> bool:
    """Whether people of that noun mostly speak or act for others; a speaker who is as often a target («правозащитник») is none."""
    if noun in words(GROUPS, "official"):
        return True
    pursued = noun in words(PERSONS, "target") and noun not in words(PERSONS, "needs_modifier")
    return noun in words(PERSONS, "speaker") and not pursued


def _top(place: Place, number: Number, noun: Token) -> Token:
    """The head of «семеро студентов» as the parser hung it: the number where the noun hangs on it."""
    inside = range(number.first, number.last)
    return place.analysis.tokens[noun.head] if noun.head in inside else noun


def _extent(place: Place, token: Token, number: Number | None, inner: Token | None) -> tuple[int, int]:
    """The characters of the phrase: with its number and the words before it, and with what stands behind «из»."""
    analysis = place.analysis
    parts = [(token.start, token.end) if token.index in place.alone else noun_phrase(analysis, token)]
    if number is not None:
        parts.append((analysis.tokens[number.first].start, analysis.tokens[number.last - 1].end))
    if inner is not None:
        parts.append(noun_phrase(analysis, inner) if inner.pos == "NOUN" else (inner.start, inner.end))
    inside = analysis.within(min(start for start, _ in parts), max(end for _, end in parts))
    first = _first(place, token, inside[0].index, token.index if number is None else min(token.index, number.first))
    last = _last(place, token, inside[-1].index)
    start = analysis.tokens[first].start
    text = analysis.text[start : analysis.tokens[last].end].rstrip(" .,;:(-")
    return start, start + len(text if text.count('"') % 2 == 0 else text.rstrip(' "'))


def _first(place: Place, noun: Token, first: int, head: int) -> int:
    """Where a phrase begins that the parser lets begin at token ``first`` and whose number or noun stands at ``head``."""
    tokens = place.analysis.tokens
    while first < head and _is_joint(tokens[first], tokens[first + 1], noun):
        first += 1
    while first > place.sentence.first and belongs_before(tokens[first - 1], tokens[first]):
        first -= 1
    return first


def _last(place: Place, noun: Token, last: int) -> int:
    """The last word of a phrase that the parser lets end at token ``last``; of «жителя Ферганы» it makes an apposition."""
    tokens = place.analysis.tokens
    while last > noun.index and tokens[last].pos in _LOOSE_ENDS:
        last -= 1
    after = tokens[last + 1] if last + 1 < place.sentence.last else None
    takes = after is not None and after.head == noun.index and after.pos == "PROPN" and after.has("Case=Gen")
    return last + takes


def _is_joint(word: Token, following: Token, noun: Token) -> bool:
    """What the parser hangs on a noun though it joins the noun's phrase to others: «и», «затем», a copula, «в том числе»."""
    if word.text in {"том", "числе"}:
        return True
    loose = word.pos in _JOINTS or (word.pos == "ADV" and word.head == noun.index)
    return loose and word.text != '"' and not belongs_before(word, following)


def _noun_of(token: Token, inner: Token | None) -> str:
    """The dictionary form of the word that tells what they are."""
    word = inner if inner is not None and inner.pos in {"NOUN", "ADJ", "VERB"} else token
    listed = citation(word.text)
    if listed in words(GROUPS, "as_noun"):
        return listed
    return word.lemma


def _count(place: Place, token: Token, number: Number | None, inner: Token | None) -> int | None:
    """The number that the phrase gives: its own, that of the people behind a collective noun, or the two of a married couple."""
    if number is None and inner is not None and place.next(token) != "из":
        number = place.counted.get(inner.index)
    if number is not None:
        return number.value if number.value != 1 else None
    couple = token.lemma in {"чета", "пара"} or (token.lemma in {"супруг", "супруги"} and token.has("Number=Plur"))
    return 2 if couple else None


def _is_many(token: Token, noun: str) -> bool:
    collective = noun in words(GROUPS, "collective") or token.lemma in words(GROUPS, "collective")
    return is_plural(token) or collective or token.lemma == "несколько"


def _owner(place: Place, token: Token) -> int | None:
    """The named party of «брат Каримова», «его брат»; None where it is nobody named."""
    analysis, cast = place.analysis, place.parsed.cast
    pronoun = owner_before(token, analysis)
    if pronoun is not None:
        return next((party.key for party in antecedent(analysis, pronoun, cast) if party.named), None)
    owners = list(analysis.children(token, Relation.POSSESSOR))
    if token.index + 1 < place.sentence.last:
        owners.append(analysis.tokens[token.index + 1])
    parties = (cast.at(owner) for owner in owners if not owner.has("Case=Nom"))
    return next((party.key for party in parties if party is not None and party.named), None)


def _row(place: Place, token: Token) -> Iterator[Token]:
    """The people that stand in one row behind ``token`` («жену и троих детей»)."""
    for child in place.analysis.children(token, Relation.CONJUNCT):
        if child.index > token.index and kind_of(place, child) == "people":
            yield child
            yield from _row(place, child)


def _is_row(place: Place, row: list[Token], first: GroupPhrase) -> bool:
    """Whether an «и» joins the last two of a row; «двоих уйгуров, инженера и повара» only tells who the two are."""
    between = place.analysis.tokens[row[-2].index + 1 : row[-1].index]
    return first.count != len(row) - 1 and any(word.pos == "CCONJ" for word in between)


def _joined(place: Place, first: GroupPhrase, row: list[Token]) -> GroupPhrase:
    """The row as one group; its count is the sum where each member is counted or one person."""
    members = [_phrase(place, token, "people") for token in row]
    known = [one.count or (1 if one.single else None) for one in members]
    total = sum(number for number in known if number is not None) if None not in known else None
    return replace(first, end=max(one.end for one in members), count=total, single=False)


def _listed(place: Place) -> Iterator[GroupPhrase]:
    """Bodies by their own names: movements that a list knows, and what stands in quotation marks where a sentence tells of a listing."""
    analysis, sentence = place.analysis, place.sentence
    spans = [
        (f.start, f.end)
        for f in place.parsed.scan.organisations.inside(sentence.start, sentence.end)
        if f.kind == "movement"
    ]
    if any(word.lemma in words(GROUPS, "listing") for word in analysis.words(sentence)):
        spans += _quoted(place)
    for start, end in spans:
        head = analysis.span_head(start, end)
        if head is not None and place.parsed.cast.at(head) is None:
            yield GroupPhrase(
                start=start,
                end=end,
                head=head.index,
                noun=head.lemma,
                count=None,
                single=True,
                definite=False,
                kin=False,
                relative_of=None,
                kind="body",
                official=False,
            )


def _quoted(place: Place) -> Iterator[tuple[int, int]]:
    """The names in quotation marks, with the marks."""
    marks = [word for word in place.analysis.words(place.sentence) if word.text == '"']
    for opening, closing in zip(marks[::2], marks[1::2], strict=False):
        inside = place.analysis.tokens[opening.index + 1 : closing.index]
        if 0 < len(inside) <= _QUOTED and inside[0].text[0].isupper():
            yield opening.start, closing.end
