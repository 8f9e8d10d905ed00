"""Where a text speaks of an instrument of law: by a listed name, a name no list holds, a treaty taken up again, or an article alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from amparo.vocabulary.instruments import instrument_names
from amparo.vocabulary.states import state as state_of

from .analysis import Analysis, Sentence
from .lexicon import read
from .scan import Scan

__all__ = ["Reference", "State", "cited", "owner_of", "pattern", "references"]

Kind = Literal["listed", "domestic", "general", "treaty", "again", "measure"]
State = tuple[str, int, int]
_CUSTOM = "CUSTOM-NR"  # custom binds without a treaty
_MEANT_BACK = 100  # instruments named before that «both treaties» may mean
_INTERPOL = "INTERPOL-C"
_SPEAKS = 8000  # characters looked back for the court or committee whose article is meant
_SPOKEN_OF = 300  # characters before a sentence in which «its constitution» is Interpol's if that is named there
_COMPLAINTS = "CAT-22"
_PROCEDURES = {"CAT-22", "CED-30", "ICCPR-OP1", "CUSTOM-NR"}  # never meant by «the Convention», but named beside it
_BEFORE = 24  # characters before a name of law in which the state may stand whose law it is
_NUMBERED = re.compile(r" \d+ \(")  # «ECHR 288 (2022)» is the number of a press release
_ARTICLE = re.compile(r"(?:the|an?|its|their|this|that|whose)\s+", re.IGNORECASE)
_OPENER = re.compile(r"(?:(?:Under|In|By|But|And|Since)\s+)?(?:[A-Z]\w+(?:'s|s')\s+)?(?=[A-Z])")
_ROW = re.compile(r",?(?: and| or)? ?")
_ORDER = {"first": 0, "former": 0, "second": 1, "latter": -1, "third": 2}
_PLAIN = {
    "law",
    "act",
    "code",
    "legislation",
    "the",
    "of",
    "on",
    "and",
    "a",
    "its",
    "own",
    "national",
    "domestic",
    "for",
    "in",
    "о",
    "об",
}
_PLAIN_RU = ("закон", "кодекс")  # in any case
_BILATERAL = re.compile(r"(?:bilateral )?(?:extradition|readmission|legal|mutual|judicial|prisoner)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One place: its characters, the instrument (a code of the law data, else the words of the text), and whose law it is.

    ``states`` are (code, start, end) of the states whose own law it is; empty for treaties, and where the text does not say.
    """

    start: int
    end: int
    instrument: str
    kind: Kind
    states: tuple[State, ...] = ()


@cache
def pattern(language: str, key: str) -> re.Pattern[str]:
    """The regular expression under ``key`` («table.key» for a table) of the list of words of law in that language."""
    value = read(f"law.{language}.toml")
    for part in key.split("."):
        value = value[part]
    lines = (value,) if isinstance(value, str) else tuple(value)
    return re.compile("|".join(line.replace("\n", "") for line in lines), re.IGNORECASE)


def references(analysis: Analysis, scan: Scan) -> Iterator[tuple[Sentence, tuple[Reference, ...]]]:
    """Sentence by sentence the instruments spoken of, in order; sentences without any are left out."""
    named: list[Reference] = []  # in order of the text, the last one named last
    for sentence in analysis.sentences:
        own = _without_principle(analysis, sorted(_named(analysis, sentence, scan), key=lambda found: found.start))
        again = _again(analysis, sentence, own, named)
        named = [*named, *own][-_MEANT_BACK:]
        alone = () if own or again else _article(analysis, sentence, named)
        found = tuple(sorted([*own, *again, *alone], key=lambda one: one.start))
        if found:
            yield sentence, found


def _without_principle(analysis: Analysis, found: list[Reference]) -> list[Reference]:
    """«The principle of non-refoulement laid down in article 4 of Law 6458» is that law's, and no custom."""
    if len({one.instrument for one in found}) < 2:
        return found
    custom = pattern(analysis.language, "custom")
    return [
        one
        for one in found
        if one.instrument != _CUSTOM or custom.search(analysis.text, found[0].start, found[-1].end) is not None
    ]


def _named(analysis: Analysis, sentence: Sentence, scan: Scan) -> Iterator[Reference]:
    """Listed names first, then names of other law that touch none of them, the longest at each place."""
    taken: list[tuple[int, int]] = []
    for m in scan.instruments.touching(sentence.start, sentence.end):
        if m.start >= sentence.start and not _NUMBERED.match(analysis.text, m.end):
            taken.append((m.start, m.end))
            owner = owner_of(m.code)
            states = ((owner, m.start, m.end),) if owner else ()
            yield Reference(start=m.start, end=m.end, instrument=m.code, kind="listed", states=states)
    own = pattern(analysis.language, "interpol").search(analysis.text, sentence.start, sentence.end)
    if own is not None and "interpol" in analysis.lower[max(0, sentence.start - _SPOKEN_OF) : sentence.end]:
        taken.append(own.span())
        yield Reference(start=own.start(), end=own.end(), instrument=_INTERPOL, kind="listed")
    kinds: tuple[Kind, ...] = ("domestic", "treaty", "general")
    found = [
        _without_article(Reference(start=m.start(), end=m.end(), instrument=m[0], kind=kind))
        for kind in kinds
        for m in pattern(analysis.language, f"name.{kind}").finditer(analysis.text, sentence.start, sentence.end)
    ]
    found += _of_states(analysis, sentence, scan)
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if not any(one.start < end and start < one.end for start, end in taken) and _tells(analysis, sentence, one):
            taken.append((one.start, one.end))
            yield _coded(one, one.states or _states_before(analysis, sentence, one, scan))
    yield from _complaints(analysis, sentence)
    yield from _protocol(analysis, sentence)
    measure = pattern(analysis.language, "measure").search(analysis.text, sentence.start, sentence.end)
    if measure is not None:
        yield Reference(start=measure.start(), end=measure.end(), instrument="ECHR", kind="measure")


def _without_article(one: Reference) -> Reference:
    """«The Extradition Act 1992» is the «Extradition Act 1992», and so is «Under Malaysia's Extradition Act 1992»."""
    words = " ".join(one.instrument.split())
    article = _ARTICLE.match(words) or (_OPENER.match(words) if one.kind == "domestic" else None)
    return one if article is None else replace(one, start=one.start + article.end(), instrument=words[article.end() :])


def _complaints(analysis: Analysis, sentence: Sentence) -> Iterator[Reference]:
    """«has accepted the competence of the Committee»: said of the Convention against Torture, and of its article 22 where that is named."""
    match = pattern(analysis.language, "complaints").search(analysis.text, sentence.start, sentence.end)
    if match is None:
        return
    article = pattern(analysis.language, "complaints_article").search(analysis.text, match.end(), sentence.end)
    if article is not None or _by_body(analysis, sentence) == "CAT":
        code = _COMPLAINTS if article is not None else "CAT"
        yield Reference(start=match.start(), end=match.end(), instrument=code, kind="listed")


def _protocol(analysis: Analysis, sentence: Sentence) -> Iterator[Reference]:
    """«The Optional Protocol» alone, where the Human Rights Committee speaks: the one to the Covenant."""
    match = pattern(analysis.language, "protocol").search(analysis.text, sentence.start, sentence.end)
    if match is not None and _by_body(analysis, sentence) == "ICCPR":
        yield Reference(start=match.start(), end=match.end(), instrument="ICCPR-OP1", kind="listed")


def _tells(analysis: Analysis, sentence: Sentence, one: Reference) -> bool:
    """Whether a sentence says what that law is: a code named only in a charge does not, nor «international law» in passing."""

    def holds(key: str) -> bool:
        return pattern(analysis.language, key).search(analysis.text, sentence.start, sentence.end) is not None

    if one.kind == "domestic":
        before = analysis.text[sentence.start : one.start]
        if pattern(analysis.language, "counts").search(before) and holds("charge"):
            return holds("punishes")
        return holds("substance") or ((one.states or _is_name(one)) and not holds("charge"))
    return one.kind == "treaty" or _is_name(one) or any(holds(key) for key in ("party", "prohibits", "violates"))


def _is_name(one: Reference) -> bool:
    """Whether the words are a name or number («Refugees Act», «resolution 2023») and not only a kind of law («the penal code»)."""
    return (
        re.search(r"\d|\b(?!(?:The|A|An|This|That|Its|Their|International|Customary)\b)[A-Z]", one.instrument)
        is not None
    )


def _of_states(analysis: Analysis, sentence: Sentence, scan: Scan) -> Iterator[Reference]:
    """«Czech law», «Thailand's own legislation», «Polish and Lithuanian domestic law»: the law of the states in a row before."""
    behind = pattern(analysis.language, "of_state")
    for place in scan.places.inside(sentence.start, sentence.end):
        match = behind.match(analysis.text, place.end)
        if match is None or place.state is None:
            continue
        row = [one for one in scan.places.inside(sentence.start, match.end()) if one.state]
        while len(row) > 1 and not _ROW.fullmatch(analysis.text, row[0].end, row[1].start):
            row.pop(0)
        states = tuple((one.state, one.start, one.end) for one in row if one.state)
        plain = pattern(analysis.language, "unnamed").search(analysis.text[match.start() : match.end()])
        words = plain[0] if plain is not None else " ".join(analysis.text[place.start : match.end()].split())
        yield Reference(start=place.start, end=match.end(), instrument=words, kind="domestic", states=states)


def _states_before(analysis: Analysis, sentence: Sentence, one: Reference, scan: Scan) -> tuple[State, ...]:
    """The state named inside a name of law or straight before it («Turkey's Law 6458», «the Czech Act on …»)."""
    for place in reversed(scan.places.inside(max(sentence.start, one.start - _BEFORE), one.end)):
        between = analysis.lower[place.end : one.start]
        if place.state and (place.end > one.start or between.strip() in {"", "'s", "'", "own", "'s own"}):
            return ((place.state, place.start, place.end),)
    return ()


def _coded(one: Reference, states: tuple[State, ...]) -> Reference:
    """The reference with its states and the code of the law data, where a listed name of that state's law has the same words."""
    if one.kind == "general":
        return replace(one, instrument=_CUSTOM) if one.instrument.lower().startswith("customary") else one
    if one.kind != "domestic" or not states:
        return one
    code = None if one.states else _code_of(one.instrument, states[0][0])  # «Polish law» is no one law
    return replace(one, states=states, instrument=code or one.instrument)


def cited(one: Reference, states: tuple[State, ...], text: str) -> str:
    """What to call the instrument of ``one``, once it is known whose it is: a code of the law data where the words are those of a listed
    law of that state, «Constitution of Kenya», «Turkey–China extradition treaty»; else the words of the text.
    """
    if one.kind == "domestic" and len(states) == 1 and one.instrument.lower().endswith("constitution"):
        return f"Constitution of {state_of(states[0][0]).name}"
    if one.kind == "domestic" and states and not one.states:
        return _code_of(one.instrument, states[0][0]) or one.instrument
    if one.kind == "treaty" and len(states) == 2 and _BILATERAL.match(one.instrument):
        return f"{_called(states[0], text)}–{_called(states[1], text)} {one.instrument.removeprefix('bilateral ')}"
    return one.instrument


def _called(one: State, text: str) -> str:
    """A state as the text names it, where the text does so by name («Turkey») and not by a city or people."""
    code, start, end = one
    if code == "EU":
        return code
    state = state_of(code)
    names = (state.name, *state.other_names)
    return text[start:end] if text[start:end] in names else next((name for name in names if name in text), state.name)


def _code_of(name: str, state: str) -> str | None:
    told = {word for word in _words(name) if not word.startswith(_PLAIN_RU)} - _PLAIN
    return next((code for code, wording in _state_law().get(state, ()) if told and told <= wording), None)


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+|\d{3,}", name.lower())


def owner_of(code: str) -> str | None:
    """The state whose law a code is: «TR» for TR-LFIP; None for treaties, whose codes begin with no such letters."""
    head, _, rest = code.partition("-")
    return head if len(head) == 2 and rest and head != "EU" else None


@cache
def _state_law() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """The listed instruments of each state with the words of their names."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for one in instrument_names():
        owner = owner_of(one.code)
        if owner is not None:
            words = _words(" ".join((one.name, *one.aliases_en, *one.aliases_ru)))
            found.setdefault(owner, []).append((one.code, frozenset(words)))
    return {state: tuple(laws) for state, laws in found.items()}


def _again(analysis: Analysis, sentence: Sentence, own: Iterable[Reference], named: list[Reference]) -> list[Reference]:
    """What a sentence takes up again: «the Convention», «both treaties», «the first … the second»."""
    treaties = [
        one.instrument
        for one in named
        if one.kind in {"listed", "treaty"} and owner_of(one.instrument) is None and one.instrument not in _PROCEDURES
    ]
    last = list(dict.fromkeys(reversed(treaties)))  # the last one first
    here = [one for one in own if one.kind not in {"domestic", "measure"} and one.instrument not in _PROCEDURES]
    many = pattern(analysis.language, "back_many").search(analysis.text, sentence.start, sentence.end)
    if many is not None and not here and last:
        wanted = 3 if many[1] and many[1].lower() == "all three" else 2
        return [_taken_up(many, code) for code in reversed(last[:wanted])]
    one = pattern(analysis.language, "back_one").search(analysis.text, sentence.start, sentence.end)
    if one is not None and not here:
        code = last[0] if last else _by_body(analysis, sentence)
        return [_taken_up(one, code)] if code is not None else []
    if here or len(last) < 2:
        return []
    ordinals = list(pattern(analysis.language, "ordinal").finditer(analysis.text, sentence.start, sentence.end))
    pair = list(reversed(last[:2]))
    words = [match[1].lower() for match in ordinals]
    both = words[:2] in (["first", "second"], ["former", "latter"])
    return [_taken_up(match, pair[_ORDER[match[1].lower()]]) for match in ordinals[:2]] if both else []


def _taken_up(match: re.Match[str], code: str) -> Reference:
    return Reference(start=match.start(), end=match.end(), instrument=code, kind="again")


def _article(analysis: Analysis, sentence: Sentence, named: list[Reference]) -> list[Reference]:
    """«Article 3» alone: of the treaty named last, of the instrument of the court that speaks, else of a code named before."""
    match = pattern(analysis.language, "article").search(analysis.text, sentence.start, sentence.end)
    if match is None:
        return []
    broken = pattern(analysis.language, "violates").search(analysis.text, sentence.start, sentence.end) is not None
    kinds = {"listed"} if broken else {"listed", "domestic"}
    last = next((one for one in reversed(named) if one.kind in kinds and one.instrument not in _PROCEDURES), None)
    code = last.instrument if last is not None else _by_body(analysis, sentence)
    if code is None:
        return []
    return [
        Reference(
            start=match.start(), end=match.end(), instrument=code, kind="again", states=last.states if last else ()
        )
    ]


def _by_body(analysis: Analysis, sentence: Sentence) -> str | None:
    """The instrument of the court or committee that the text speaks of, the one named last before the end of the sentence."""
    found = [
        (match.start(), code)
        for code in read(f"law.{analysis.language}.toml")["body"]
        for match in pattern(analysis.language, f"body.{code}").finditer(
            analysis.text, max(0, sentence.end - _SPEAKS), sentence.end
        )
    ]
    return max(found)[1] if found else None
