"""Words for people in Russian texts: which nouns name them, how many they are, and what stands beside a name."""

from collections.abc import Iterable

from amparo.extract.rules.analysis import Analysis, Relation, Sentence, Token
from amparo.extract.rules.lexicon import words
from amparo.extract.rules.scan import Found, Scan

PERSONS = "persons.ru.toml"
NUMBERS = {
    word: number
    for number, forms in enumerate(
        (
            "один одна одного одну одному одной", "два две двух двум двое двоих двоим двумя оба обе обоих обеих обоим", "три трех трем трое троих троим тремя",
            "четыре четырех четверо четверых четверым", "пять пяти пятеро пятерых пятерым", "шесть шести шестеро шестерых",
            "семь семи семеро семерых", "восемь восьми восьмеро", "девять девяти", "десять десяти десятеро", "одиннадцать одиннадцати", "двенадцать двенадцати",
            "тринадцать тринадцати", "четырнадцать четырнадцати", "пятнадцать пятнадцати", "шестнадцать шестнадцати", "семнадцать семнадцати",
            "восемнадцать восемнадцати", "девятнадцать девятнадцати", "двадцать двадцати",
        ),
        start=1,
    )
    for word in forms.split()
}  # fmt: skip
_THEIRS = {"его", "ее", "их", "свой", "своего", "свою", "своей", "мой", "моего"}
_BESIDE = 12  # words read for what stands beside a name
_CLAUSE_WORDS = {"который", "чей", "что", "(", ")", '"', ";", ":"}


def is_person_noun(token: Token) -> bool:
    """Whether a word names people who may be the target of an act."""
    small = token.text.lower().replace("ё", "е")
    if (
        small.startswith(("двое", "трое", "четвер", "пятер", "шестер", "семер", "оба", "обе", "обои"))
        and small in NUMBERS
    ):
        return True
    if token.lemma in {"один", "другой", "остальной"} or token.pos in {"VERB", "PUNCT"}:
        return False
    return token.pos in {"NOUN", "ADJ", "PROPN", "NUM", "PRON"} and token.lemma in words(PERSONS, "target")


def speaks(token: Token) -> bool:
    """Whether a word names people who speak or act for others."""
    return token.lemma in words(PERSONS, "speaker")


def is_kin(token: Token) -> bool:
    """Whether a word names a relative."""
    return token.lemma in words(PERSONS, "kin")


def is_plural(token: Token) -> bool:
    """Whether a person noun stands for several."""
    small = token.text.lower().replace("ё", "е")
    return (
        NUMBERS.get(small, 1) > 1
        or token.has("Number=Plur")
        or token.lemma in {"семья", "несколько", "десяток", "сотня", "пара"}
    )


def count_of(analysis: Analysis, token: Token) -> int | None:
    """The number that the text gives; 1 for a singular noun; None for an uncounted plural."""
    small = token.text.lower().replace("ё", "е")
    if NUMBERS.get(small, 0) > 1:
        return NUMBERS[small]
    numbers = [child for child in analysis.children(token, Relation.NUMBER) if child.index < token.index]
    head = analysis.head(token)
    if head is not None and head.pos == "NUM" and head.index < token.index:
        numbers.append(head)
    for number in numbers:
        found = number.text.lower().replace("ё", "е").replace("\u00a0", "")
        if found.isdecimal() and len(found) < 6:
            return int(found)
        if found in NUMBERS:
            return NUMBERS[found]
    return None if is_plural(token) or numbers else 1


def beside(analysis: Analysis, start: int, end: int) -> Iterable[tuple[int, int]]:
    """Stretches that describe the person named at ``[start, end)``: the words before the name, and an apposition behind a comma or dash."""
    inside = analysis.within(start, end)
    if not inside:
        return
    sentence = analysis.sentence(inside[0])
    before = _before(analysis, inside[0].index, sentence)
    if before is not None:
        yield before
    behind = _behind(analysis, inside[-1].index + 1, sentence)
    if behind is not None:
        yield behind


def _before(analysis: Analysis, first: int, sentence: Sentence) -> tuple[int, int] | None:
    """«Таджикский активист и блогер Х», «гражданин Туркменистана, журналист Х»: back to a verb, a preposition of place or another name."""
    stop = first - 1
    if stop >= sentence.first and analysis.tokens[stop].text in {",", "-"}:
        stop -= 1
    if stop < sentence.first or not _describes(analysis.tokens[stop]):
        return None
    start = stop
    while start > sentence.first and stop - start < _BESIDE and _describes(analysis.tokens[start - 1]):
        start -= 1
    noun = next((token for token in reversed(analysis.tokens[start : stop + 1]) if _is_people_word(token)), None)
    if noun is None or _owns(analysis, analysis.tokens[first], noun):
        return None
    return analysis.tokens[start].start, analysis.tokens[stop].end


def _owns(analysis: Analysis, name: Token, noun: Token) -> bool:
    """Whether a name only tells whose the noun is («мать Каримова», «адвоката Каримовой»); «его брата Карима» names the brother."""
    if name.relation is Relation.POSSESSOR and name.head == noun.index:
        return True
    theirs = noun.index > 0 and analysis.tokens[noun.index - 1].text.lower().replace("ё", "е") in _THEIRS
    if is_kin(noun) and not theirs and not noun.has("Case=Nom"):
        return True
    return name.has("Case=Gen") and not noun.has("Case=Gen", "Case=Acc")


def _behind(analysis: Analysis, first: int, sentence: Sentence) -> tuple[int, int] | None:
    """«Х, 34-летний блогер из Таджикистана,», «Х (блогер)», «Х - гражданин Ирана»."""
    if first >= sentence.last or analysis.tokens[first].text not in {",", "-", "("}:
        return None
    last = first + 1
    while last < sentence.last and last - first <= _BESIDE and _goes_on(analysis.tokens[last]):
        last += 1
    tokens = analysis.tokens[first + 1 : last]
    if not any(_is_people_word(token) for token in tokens[:5]):
        return None
    return tokens[0].start, tokens[-1].end


def _describes(token: Token) -> bool:
    if token.entity == "PERSON" or token.lemma in _CLAUSE_WORDS:
        return token.text == '"'
    return (
        token.pos in {"NOUN", "ADJ", "PROPN", "NUM", "DET", "ADV"}
        or token.text in {"и", "-", "по", "из", "в", '"'}
        or _is_participle(token)
    )


def _goes_on(token: Token) -> bool:
    return token.pos in {"NOUN", "ADJ", "PROPN", "NUM", "ADP", "ADV", "CCONJ", "DET"} or token.text in {"-", '"'}


def _is_participle(token: Token) -> bool:
    return token.pos == "VERB" and token.relation is Relation.MODIFIER


def _is_people_word(token: Token) -> bool:
    return is_person_noun(token) or speaks(token) or is_kin(token)


def organisation(stretches: Iterable[tuple[int, int]], scan: Scan) -> Found | None:
    """The organisation or agency that a description names."""
    for start, end in stretches:
        found = scan.organisations.inside(start, end) or scan.agencies.inside(start, end)
        if found:
            return found[0]
    return None
