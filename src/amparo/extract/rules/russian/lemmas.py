"""Dictionary forms and genders of Russian words: pymorphy3, asked so that each word is looked up once."""

import re
from functools import cache, lru_cache
from typing import Any

_PARTS = {
    "VERB": {"VERB", "INFN", "PRTF", "PRTS", "GRND"},
    "AUX": {"VERB", "INFN", "PRTF", "PRTS", "GRND"},
    "NOUN": {"NOUN"},
    "PROPN": {"NOUN"},
    "ADJ": {"ADJF", "ADJS", "PRTF", "PRTS", "COMP"},
    "DET": {"ADJF", "NPRO"},
    "PRON": {"NPRO", "ADJF"},
    "ADV": {"ADVB", "COMP", "PRED"},
    "NUM": {"NUMR", "ADJF"},
}  # Universal Dependencies → OpenCorpora
_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_NUMBERS = {"Sing": "sing", "Plur": "plur"}
# Verbs in -ировать that the dictionary lacks («экстрадировали»), which it would guess wrongly.
_BORROWED = re.compile(r"(\w+ирова)(?:л[аио]?|ть|н[аоы]?|нн\w+|в|вш\w+|в?ший)(?:ся|сь)?")
_REMEMBERED = 200_000  # words


@cache
def _dictionary() -> Any:
    """Open the dictionary once. Imported here and not at the top: other commands need not pay for it."""
    import pymorphy3  # type: ignore[import-untyped]  # noqa: PLC0415  a tenth of a second

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=_REMEMBERED)
def _parses(word: str) -> tuple[Any, ...]:
    return tuple(_dictionary().parse(word)[:12])


@lru_cache(maxsize=_REMEMBERED)
def lemma(word: str, pos: str, case: str = "", number: str = "") -> str:
    """The dictionary form of ``word`` in small letters with е for ё; of a participle its infinitive. ``pos``, ``case`` and ``number`` are
    those of Universal Dependencies and choose among readings.
    """
    small = word.lower()
    if not any("а" <= letter <= "я" or letter == "ё" for letter in small):
        return small
    wanted, case_, number_ = _PARTS.get(pos, set()), _CASES.get(case, ""), _NUMBERS.get(number, "")

    def fit(parse: Any) -> tuple[bool, bool, bool, bool]:
        tag = parse.tag
        borrowed = "ирова" in small and parse.normal_form.endswith(
            "ировать"
        )  # «экстрадировали», which the dictionary lacks
        return tag.POS in wanted, borrowed, bool(case_) and tag.case == case_, bool(number_) and tag.number == number_

    readings = _parses(small)
    best = max(readings, key=fit, default=None)
    borrowed = _BORROWED.fullmatch(small)
    if borrowed is not None and not (best is not None and best.is_known):
        return borrowed[1].replace("ё", "е") + "ть"
    return str(best.normal_form).replace("ё", "е") if best is not None else small


@lru_cache(maxsize=_REMEMBERED)
def citation(word: str) -> str:
    """The masculine nominative of an adjective or participle in any form, in small letters with е for ё («задержанных» → «задержанный»);
    «» for what is neither.
    """
    for parse in _parses(word.lower()):
        plain = parse.inflect({"nomn", "masc", "sing"}) if parse.tag.POS in {"ADJF", "PRTF"} else None
        if plain is not None:
            return str(plain.word).replace("ё", "е")
    return ""


@lru_cache(maxsize=_REMEMBERED)
def genders(word: str) -> frozenset[str]:
    """The genders («masc», «femn») of ``word`` as the nominative of a first name or a father's name; empty for what is none."""
    return frozenset(
        parse.tag.gender
        for parse in _parses(word.lower())
        if parse.is_known and parse.tag.case == "nomn" and {"Name", "Patr"} & set(parse.tag.grammemes)
    ) - {None}


@lru_cache(maxsize=_REMEMBERED)
def noun_gender(word: str) -> str:
    """The gender («masc», «femn») of a noun in any case; «» for what is none."""
    return next(
        (parse.tag.gender or "" for parse in _parses(word) if parse.tag.POS == "NOUN" and parse.tag.number == "sing"),
        "",
    )


@lru_cache(maxsize=_REMEMBERED)
def is_ordinary(word: str) -> bool:
    """Whether the dictionary knows a word, and not as a name."""
    known = [parse for parse in _parses(word) if parse.is_known]
    return bool(known) and not any({"Name", "Surn", "Patr", "Geox"} & set(parse.tag.grammemes) for parse in known)


@lru_cache(maxsize=_REMEMBERED)
def is_animate(word: str) -> bool:
    """Whether the dictionary knows a noun, in any case, for someone alive."""
    return any(
        parse.is_known and parse.tag.POS == "NOUN" and parse.tag.animacy == "anim" for parse in _parses(word)[:3]
    )


@lru_cache(maxsize=_REMEMBERED)
def first_names(word: str, gender: str, case: str) -> tuple[str, ...]:
    """The nominatives of a first name that the dictionary knows in the gender and case given («Льва» → «лев»), in small letters."""
    return tuple(
        dict.fromkeys(
            parse.normal_form
            for parse in _parses(word)
            if parse.is_known and "Name" in parse.tag and parse.tag.gender == gender and parse.tag.case == _CASES[case]
        )
    )
