"""How many, in Russian: figures, number words in all cases, collective numerals («двое», «семерых»), and the noun that they count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amparo.extract.rules.analysis import Analysis, Form, Relation, Sentence, Token
from amparo.extract.rules.counts import YEARS
from amparo.extract.rules.lexicon import words
from amparo.extract.rules.scan import Scan

from .lemmas import citation, lemma

__all__ = ["Number", "is_several", "numbers"]

_GROUPS = "groups.ru.toml"
_ONES = (
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать "
    "семнадцать восемнадцать девятнадцать"
)
_TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"
_HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"
_SEVERAL = "двое трое четверо пятеро шестеро семеро восьмеро девятеро десятеро"
_COLLECTIVE = dict(zip(_SEVERAL.split(), range(2, 11), strict=True)) | {"оба": 2}
_VALUES = (
    dict(zip(_ONES.split(), range(1, 20), strict=True))
    | dict(zip(_TENS.split(), range(20, 100, 10), strict=True))
    | dict(zip(_HUNDREDS.split(), range(100, 1000, 100), strict=True))
    | _COLLECTIVE
)
_MANY = {"десяток": 10, "десятка": 10, "дюжина": 12, "полсотни": 50, "сотня": 100, "тысяча": 1000}
# A family, a magpie, «rub», «we rub»: numbers only where the parser says so.
_AMBIGUOUS = {"семью", "сорока", "три", "трем"}
_LONGEST_FIGURE = 6
_NOUN_WITHIN = 7  # words from a number to what it counts («шесть живущих за рубежом дикторов»)


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the tokens ``[first, last)``: its ``value`` (None for «десятки») and the token of the noun that it counts, if one does."""

    first: int
    last: int
    value: int | None
    noun: int | None


def numbers(analysis: Analysis, sentence: Sentence, scan: Scan) -> Iterator[Number]:
    """The numbers of a sentence, in order, without those of dates."""
    index = sentence.first
    while index < sentence.last:
        last = index
        while last < sentence.last and _counts(analysis.tokens[last], scan):
            last += 1
            if any(
                is_several(word) for word in analysis.tokens[last - 1 : min(last + 1, sentence.last)]
            ):  # «из восьми шестеро» are two
                break
        if last > index:
            run = analysis.tokens[index:last]
            noun = _noun(analysis, run, sentence)
            if noun is not None or not _is_year(run):
                yield Number(index, last, _value(run), None if noun is None else noun.index)
        index = max(last, index + 1)


def is_several(token: Token) -> bool:
    """Whether a word is a collective numeral, which counts people alone: «трое», «обоих»."""
    return lemma(token.text, "NUM") in _COLLECTIVE


def _counts(token: Token, scan: Scan) -> bool:
    return _worth(token) is not None and not scan.dates.touch(token.start, token.end)


def _worth(token: Token) -> int | None:
    """What one word adds to a number or multiplies it by."""
    if token.text.isdecimal():
        return int(token.text) if len(token.text) <= _LONGEST_FIGURE else None
    small = token.text.lower().replace("ё", "е")
    base = lemma(small, "NUM")
    if base in _COLLECTIVE:
        return _COLLECTIVE[base]
    if token.lemma in _MANY:
        return _MANY[token.lemma]
    sure = token.pos == "NUM" or (small not in _AMBIGUOUS and base != "один")
    return _VALUES.get(base) if sure else None


def _is_year(run: Sequence[Token]) -> bool:
    return len(run) == 1 and run[0].text.isdecimal() and int(run[0].text) in YEARS


def _value(run: Sequence[Token]) -> int | None:
    """The number that words in a row say; None for «десятки», «сотни»."""
    total = held = 0
    for place, word in enumerate(run):
        worth = _worth(word) or 0
        if word.lemma in _MANY:
            if not held and word.has("Number=Plur"):
                return None
            total, held = total + (held or 1) * worth, 0
        elif place and word.text.isdecimal() and run[place - 1].text.isdecimal() and len(word.text) == 3:  # «4 000»
            held = held * 1000 + worth
        else:
            held += worth
    return total + held


def _noun(analysis: Analysis, run: Sequence[Token], sentence: Sentence) -> Token | None:
    """The noun that a number counts: what it hangs on or what hangs on it, else the next noun behind it in a fitting case."""
    last = run[-1]
    hung = analysis.head(last) if last.relation is Relation.NUMBER else None
    if hung is not None and hung.pos in {"NOUN", "PROPN"} and 0 < hung.index - last.index <= _NOUN_WITHIN:
        between = analysis.tokens[last.index + 1 : hung.index]
        if not any(word.text in {",", ":", "(", "из"} or _is_finite(word) for word in between) and _agree(last, hung):
            return hung
    return _next_noun(analysis.tokens[last.index + 1 : min(sentence.last, last.index + _NOUN_WITHIN)], last)


def _next_noun(behind: Sequence[Token], number: Token) -> Token | None:
    """The first noun behind a number («пятерых узбекских проповедников», «сто с лишним соседей»), of which only its attributes part it; an
    adjective where no noun follows («двух других», «двое задержанных»).
    """
    attribute: Token | None = None
    for place, token in enumerate(behind):
        if token.pos in {"NOUN", "PROPN"}:
            return token if _agree(number, token) else attribute
        if token.text in {"с", "лишним"} and "лишним" in {word.text for word in behind[place : place + 2]}:
            continue
        if token.pos not in {"ADJ", "DET", "ADV"} and token.form is not Form.PARTICIPLE:
            break
        if token.has("Number=Plur") and _may_stand_alone(token) and _agree(number, token):
            attribute = token
    return attribute


def _may_stand_alone(token: Token) -> bool:
    return lemma(token.text, "ADJ") in words(_GROUPS, "bare") or citation(token.text) in words(_GROUPS, "as_noun")


def _is_finite(word: Token) -> bool:
    return word.pos in {"VERB", "AUX"} and word.form is Form.OTHER


def _agree(number: Token, noun: Token) -> bool:
    """Whether a noun stands in a case that the number asks for: the genitive or the number's own. «Двоих суд отпустил» counts no courts,
    «троих КГБ не тронул» no agencies.
    """
    if len(noun.text) > 1 and noun.text.isupper():
        return False
    if number.text.isdecimal() or lemma(number.text, "NUM") == "один":
        return True
    case = next((feature for feature in number.features if feature.startswith("Case=")), "")
    return noun.has("Case=Gen") or (noun.has("Number=Plur") and not noun.has("Case=Nom")) or noun.has(case or "-")
