"""Instruments of law named in a text: treaties, Union acts, Interpol's rules, statutes.

Codes are those of the law data; what an instrument asks and whom it binds is known there, here only how texts call it
(``data/instruments.csv``; ``instrument_stops.csv`` lists phrases that hold such a name and mean something else).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .phrases import Found, Phrases, anywhere
from .russian import case_forms
from .tables import cells, rows, unknown

_NEAR = 60  # characters on either side of an ambiguous acronym in which a word of law must stand
_WORD_OF_LAW = re.compile(
    r"\b(?:UN\b|United Nations|conventions?|covenant|protocols?|treat(?:y|ies)|articles?|arts?\.|committee|part(?:y|ies)(?: to)?|signator\w+"
    r"|ratif\w+|acced\w+|bound by|complaints?|ICCPR|ECHR|UNCAT|CEDAW|non-refoulement|конвенци\w+|пакт\w*|стат(?:ья|ьи|ье|ью|ьёй|ьей)|комитет\w*"
    r"|ратифи\w+|участни\w+)",
    re.IGNORECASE,
)
# «ECHR» also abbreviates the Court: as the doer of what courts do, or where the text says so in brackets.
_AS_COURT = re.compile(
    r"\s*(?:['’]s\s+)?(?:has|had|have|also|again|then)?\s*(?:ruled|rules|held|found|finds|said|says|ordered|decided|asked|indicated|granted"
    r"|refused|rejected|judg\w+|ruling\w*|decision\w*|registry|chamber|president)\b"
)
_GOES_ON = re.compile(r"\s+(?:on|for|against|о|об|по|против)\b")  # «European Convention on …» is another treaty
_COURT_DEFINED = re.compile(r"(?:Court of Human Rights|суд\w* по правам человека)\s*\(ECHR\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentName:
    """How texts call one instrument; ``ambiguous`` forms count only beside words of law.

    In ``aliases_ru`` the words before a «|» stand for all their cases.
    """

    code: str
    name: str
    aliases_en: tuple[str, ...]
    aliases_ru: tuple[str, ...]
    ambiguous: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentMatch:
    """One instrument named: ``text[start:end] == words``."""

    start: int
    end: int
    words: str
    code: str


@cache
def _by_code() -> dict[str, InstrumentName]:
    return {
        row["code"]: InstrumentName(
            code=row["code"],
            name=row["name"],
            aliases_en=cells(row["aliases_en"]),
            aliases_ru=cells(row["aliases_ru"]),
            ambiguous=cells(row["ambiguous"]),
        )
        for row in rows("instruments.csv")
    }


def instrument_names() -> tuple[InstrumentName, ...]:
    """All instruments in the order of the data."""
    return tuple(_by_code().values())


def instrument_name(code: str) -> InstrumentName:
    """The instrument with that code. Raises `UnknownCode` with codes that look like it."""
    found = _by_code().get(code)
    if found is None:
        raise unknown("instruments", code, tuple(_by_code()))
    return found


def find_instruments(text: str) -> tuple[InstrumentMatch, ...]:
    """The instruments named in ``text``, in order, the longest name at each place; offsets are into ``text`` as it is.

    Acronyms are found only in capitals; «CAT», «CRC» and their like only beside words of law, «ECHR» not where it means the Court.
    """
    court = _COURT_DEFINED.search(text) is not None
    return tuple(
        InstrumentMatch(start=one.start, end=one.end, words=one.words, code=one.value.code)
        for one in _phrases().find(text)
        if one.value.code and not _means_something_else(text, one, court=court)
    )


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a phrase stands for: an instrument, or («») something that only looks like one."""

    code: str
    ambiguous: bool = False


def _means_something_else(text: str, one: Found[_Meaning], *, court: bool) -> bool:
    if one.words == "ECHR":
        return court or _AS_COURT.match(text, one.end) is not None
    if not one.value.ambiguous:
        return False
    if " " in one.words and _GOES_ON.match(text, one.end):
        return True
    beside = text[max(0, one.start - _NEAR) : one.start] + "\n" + text[one.end : one.end + _NEAR]
    return beside.isupper() or _WORD_OF_LAW.search(beside) is None


@cache
def _phrases() -> Phrases[_Meaning]:
    return Phrases(_entries())


def _entries() -> Iterator[tuple[str, _Meaning]]:
    """Every spelling of every name. Where a spelling is given twice the first one counts, so what means something else comes first."""
    for row in rows("instrument_stops.csv"):
        for form in _forms(row["phrase"]):
            yield form, _Meaning("")
    for one in instrument_names():
        for alias in (*one.aliases_en, *one.aliases_ru):
            for form in _forms(alias):
                yield form, _Meaning(one.code)
        for acronym in one.ambiguous:
            yield acronym, _Meaning(one.code, ambiguous=True)


def _forms(alias: str) -> Iterator[str]:
    """The spellings in which an alias is found: an acronym as it is, other names in any usual case, Russian ones declined."""
    declined, bar, rest = alias.partition("|")
    for words in case_forms(declined) if bar else (declined,):
        whole = words + rest
        if whole.isupper():
            yield whole
        else:
            yield from anywhere(whole) | anywhere(whole[:1].lower() + whole[1:]) | anywhere(whole.lower())
