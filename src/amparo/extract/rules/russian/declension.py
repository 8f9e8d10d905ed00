"""Names of persons brought from any case to the nominative: «Анне Ивановой» → «Анна Иванова», «Ивана Петрова» → «Иван Петров».

A dictionary knows few of the names concerned, so endings decide (the declensions of Russian grammars): each reading of a name is a
gender and a case in which all its words agree; what the dictionary, the parser and the preposition before it show weighs for or
against, and so does a nominative that the same text writes out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from .lemmas import first_names, genders

# (gender, case) → endings and what stands in their place in the nominative; of a word the longest ending that it has is read.
# What ends otherwise is not declined.
_ENDINGS: dict[tuple[str, str], tuple[tuple[str, tuple[str, ...]], ...]] = {
    ("masc", "Gen"): (("ского", ("ский",)), ("цкого", ("цкий",)), ("ого", ("ой", "ый")), ("его", ("ий",)), ("ия", ("ий",)), ("а", ("",)), ("я", ("й", "ь")), ("ы", ("а",)), ("и", ("я", "а"))),
    ("masc", "Dat"): (("скому", ("ский",)), ("цкому", ("цкий",)), ("ому", ("ой", "ый")), ("ему", ("ий",)), ("ию", ("ий",)), ("у", ("",)), ("ю", ("й", "ь")), ("е", ("а", "я"))),
    ("masc", "Acc"): (("ского", ("ский",)), ("цкого", ("цкий",)), ("ого", ("ой", "ый")), ("его", ("ий",)), ("ия", ("ий",)), ("а", ("",)), ("я", ("й", "ь")), ("у", ("а",)), ("ю", ("я",))),
    ("masc", "Ins"): (("ским", ("ский",)), ("цким", ("цкий",)), ("овым", ("ов",)), ("евым", ("ев",)), ("ёвым", ("ёв",)), ("иным", ("ин",)), ("ыным", ("ын",)), ("ием", ("ий",)), ("ым", ("ый", "ой")), ("ом", ("",)), ("ем", ("й", "ь", "")), ("ём", ("ь", "й")), ("ой", ("а",)), ("ей", ("я", "а"))),
    ("masc", "Loc"): (("ском", ("ский",)), ("цком", ("цкий",)), ("ом", ("ой", "ый")), ("ии", ("ий",)), ("е", ("", "й", "ь", "а", "я"))),
    ("femn", "Gen"): (("ской", ("ская",)), ("цкой", ("цкая",)), ("овой", ("ова",)), ("евой", ("ева",)), ("ёвой", ("ёва",)), ("иной", ("ина",)), ("ыной", ("ына",)), ("ой", ("ая",)), ("ии", ("ия",)), ("ы", ("а",)), ("и", ("я", "а", "ь"))),
    ("femn", "Dat"): (("ской", ("ская",)), ("цкой", ("цкая",)), ("овой", ("ова",)), ("евой", ("ева",)), ("ёвой", ("ёва",)), ("иной", ("ина",)), ("ыной", ("ына",)), ("ой", ("ая",)), ("ии", ("ия",)), ("е", ("а", "я")), ("и", ("ь",))),
    ("femn", "Acc"): (("скую", ("ская",)), ("цкую", ("цкая",)), ("ую", ("ая",)), ("ию", ("ия",)), ("у", ("а",)), ("ю", ("я",))),
    ("femn", "Ins"): (("ской", ("ская",)), ("цкой", ("цкая",)), ("овой", ("ова",)), ("евой", ("ева",)), ("ёвой", ("ёва",)), ("иной", ("ина",)), ("ыной", ("ына",)), ("ией", ("ия",)), ("ой", ("а", "ая")), ("ей", ("я", "а")), ("ью", ("ь",))),
    ("femn", "Loc"): (("ской", ("ская",)), ("цкой", ("цкая",)), ("овой", ("ова",)), ("евой", ("ева",)), ("ёвой", ("ёва",)), ("иной", ("ина",)), ("ыной", ("ына",)), ("ой", ("ая",)), ("ии", ("ия",)), ("е", ("а", "я")), ("и", ("ь",))),
}  # fmt: skip
_ALL_CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_VOWELS = "аеёиоуыэюя"
_CONSONANTS = "бвгджзйклмнпрстфхцчшщьъ"
_MASCULINE = ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ич", "ый", "ий")
_FEMININE = ("ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "вна", "чна", "ая")
_NEVER_NOMINATIVE = (
    "ову",
    "еву",
    "ёву",
    "ину",
    "овой",
    "евой",
    "ёвой",
    "овым",
    "евым",
    "ёвым",
    "ского",
    "скому",
    "ским",
    "скую",
    "ском",
)
_NEVER_DECLINED = ("зода", "заде", "зод", "кызы", "оглы", "углы", "улы", "уулу", "ко", "ых", "их")
# What a preposition before a name makes of its case.
CASES_AFTER: dict[str, frozenset[str]] = {
    **dict.fromkeys(("от", "из", "у", "для", "без", "до", "против", "после", "около", "вместо", "кроме", "ради", "из-за", "насчет", "вокруг", "мимо"), frozenset({"Gen"})),
    **dict.fromkeys(("к", "ко", "благодаря", "вопреки", "согласно"), frozenset({"Dat"})),
    **dict.fromkeys(("над", "перед", "между"), frozenset({"Ins"})),
    **dict.fromkeys(("о", "об", "обо", "при"), frozenset({"Loc"})),
    **dict.fromkeys(("про", "через"), frozenset({"Acc"})),
    "с": frozenset({"Ins", "Gen"}), "со": frozenset({"Ins", "Gen"}), "по": frozenset({"Dat", "Loc"}), "на": frozenset({"Acc", "Loc"}), "в": frozenset({"Acc", "Loc"}), "во": frozenset({"Acc", "Loc"}), "за": frozenset({"Acc", "Ins"}),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """A word of a name as the text writes it, with the case the parser gives it («» if none)."""

    text: str
    case: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name: its nominative, gender, case, and how much speaks for it."""

    name: str
    gender: str
    case: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the text around a name shows: the word before it in small letters, the case its place in the sentence asks for, the gender of
    a noun or verb that agrees with it («masc», «femn»; each «» if nothing shows it), the words that the text elsewhere has in the nominative, and of how many
    of its capitalised words each word could be the nominative.
    """

    before: str = ""
    case: str = ""
    gender: str = ""
    seen: frozenset[str] = frozenset()
    explains: Mapping[str, int] = field(default_factory=dict)


def readings(words: Sequence[Written], hints: Hints) -> tuple[Reading, ...]:
    """The ways to read a name, the likeliest first."""
    wanted = CASES_AFTER.get(hints.before)
    found: dict[str, Reading] = {}
    for gender in ("masc", "femn"):
        for case in _ALL_CASES:
            outside = (wanted is not None and case not in wanted) or (case == "Loc" and wanted is None)
            reading = _reading(words, gender, case, hints)
            if reading is None:
                continue
            weight = reading.weight - (3.0 if outside else 0.0) + _agreeing(gender, case, hints)
            if reading.name not in found or found[reading.name].weight < weight:
                found[reading.name] = Reading(reading.name, gender, case, weight)
    return tuple(sorted(found.values(), key=lambda one: -one.weight))


def _agreeing(gender: str, case: str, hints: Hints) -> float:
    """How much a gender and a case agree with what stands around."""
    weight = 0.5 if case == "Nom" else 0.0
    if hints.case:
        weight += 1.2 if case == hints.case else 0.0
    if hints.gender:
        weight += 1.5 if gender == hints.gender else -1.5
    return weight


def _reading(words: Sequence[Written], gender: str, case: str, hints: Hints) -> Reading | None:
    """The name read in one gender and case; None where a word cannot stand in it."""
    chosen: list[str] = []
    weight = 0.0
    declined = False
    for place, word in enumerate(words):
        best = max(
            (
                (_weight(word, form, gender, case, hints, first=place == 0), form)
                for form in _nominatives(word.text, gender, case)
            ),
            default=None,
        )
        if best is None:
            return None
        weight += best[0]
        declined = declined or best[1] != word.text
        chosen.append(best[1])
    if case != "Nom" and not declined:
        return None  # nothing is declined: that is read as the nominative
    return Reading(" ".join(chosen), gender, case, weight)


def _weight(word: Written, form: str, gender: str, case: str, hints: Hints, *, first: bool) -> float:
    """How much speaks for ``form`` as the nominative of ``word``."""
    weight = 0.6 if word.case == case or {word.case, case} == {"Gen", "Acc"} else 0.0
    known = genders(form)
    if known:
        weight += 2.0 if gender in known else -2.0
    elif (
        case == "Nom" and gender == "femn" and not first and form[-1:] in "ая" and not form.lower().endswith(_FEMININE)
    ):
        weight -= 0.7  # «Халмурата Давута»: rather a man's name in the genitive
    if form in hints.seen and form != word.text:
        weight += 1.5
    if form != word.text and case != "Nom" and word.text in hints.seen:
        weight -= 1.0
    weight += 0.6 * min(3, max(0, hints.explains.get(form, 0) - 1))
    if form != word.text and form.endswith("я") and not known:
        weight -= 0.4
    weight -= _unusual(form, gender, first=first) if not known and len(form) > 2 else 0.0
    if form == word.text and case != "Nom" and len(form) > 2:
        weight -= (
            0.2 if form[-1:] not in _CONSONANTS else 1.0 if gender == "masc" else 0.4
        )  # what can be declined usually is
    return weight


def _unusual(form: str, gender: str, *, first: bool) -> float:
    """How unusual the ending of a nominative is for the gender."""
    last = form[-1:]
    if gender == "masc":
        return 1.0 if last in "ая" else 0.3 if first and last in "еиу" else 0.0
    if first:
        return 0.6 if last in _CONSONANTS else 0.0
    return 0.0


def possible(word: str) -> frozenset[str]:
    """Every nominative of which ``word`` may be some case."""
    return frozenset(
        form for gender in ("masc", "femn") for case in _ALL_CASES for form in _nominatives(word, gender, case)
    )


@lru_cache(maxsize=50_000)
def _nominatives(word: str, gender: str, case: str) -> tuple[str, ...]:
    """The nominatives of which ``word`` may be the case given; the word itself where it is not declined, empty where it cannot be."""
    small = word.lower()
    if "-" in word:
        return _hyphened(word, gender, case)
    other = _FEMININE if gender == "masc" else _MASCULINE
    if case == "Nom":
        wrong = small.endswith((*other, *_NEVER_NOMINATIVE)) and len(small) > 4 and not genders(word) & {gender}
        return () if wrong else (word,)
    if len(word) <= 2 or word.isupper() or not _is_cyrillic(small) or small.endswith(_NEVER_DECLINED):
        return (word,)
    found = [word[0] + form[1:] for form in first_names(small, gender, case)]
    if found:
        return tuple(found)
    for ending, stems in _ENDINGS[gender, case]:
        if small.endswith(ending) and len(small) > len(ending) + 1:
            base = word[: len(word) - len(ending)]
            found = [form for stem in _fitting(base, stems) if _may_be(form := base + stem, gender)]
            break
    if not found or small[-1] in "еуюиыэ":
        found.append(word)  # «Рим Хак Чхоля», «Бахмана Солеймани»: not every part is declined
    return tuple(found)


def _fitting(base: str, stems: tuple[str, ...]) -> tuple[str, ...]:
    """Of -й and -ь the one that can follow the stem: «Ухсая» is of Ухсай, «Игоря» of Игорь."""
    after_vowel = base[-1:].lower() in _VOWELS
    return tuple(stem for stem in stems if stem not in {"й", "ь"} or (stem == "й") == after_vowel)


def _hyphened(word: str, gender: str, case: str) -> tuple[str, ...]:
    """«Абу-Салаха»: the last part is declined."""
    head, _, tail = word.rpartition("-")
    return tuple(f"{head}-{form}" for form in _nominatives(tail, gender, case))


def _is_cyrillic(small: str) -> bool:
    """Whether a word ends in a Russian letter, so that it may be declined."""
    return "а" <= small[-1] <= "я"


def _may_be(form: str, gender: str) -> bool:
    """Whether a nominative fits the gender: men's end in a consonant or -а/-я, women's surnames not in -ов."""
    small = form.lower()
    if gender == "masc":
        return not small.endswith(("ова", "ева", "ёва", "ская", "цкая")) and not (
            small.endswith("ь") and len(small) < 4
        )
    return not small.endswith(("ов", "ев", "ёв", "ский", "цкий")) or bool(genders(form) & {"femn"})
