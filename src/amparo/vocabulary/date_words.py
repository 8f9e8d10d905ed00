"""The words dates are made of in one language (``data/date_words.csv``), and the pieces of regular expression built from them."""

import re
from dataclasses import dataclass
from functools import cache

from .tables import cells, rows

# At least one blank, at most one line break: a date may be wrapped, it never crosses an empty line. Atomic, so that a long row of
# blanks is gone over once.
BLANK = r"(?>[^\S\n]++(?:\n[^\S\n]*+)?+|\n[^\S\n]*+)"
YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_ORDINAL = {"en": r"(?:st|nd|rd|th)?", "ru": r"(?:-?(?:го|е))?"}


@dataclass(frozen=True, slots=True)
class DateWords:
    """Form (in small letters) → value, for one language: months 1–12, seasons 21–24 (EDTF), weekdays 0–6 (Monday first),
    numbers. ``unclear`` are forms of months that are names or other words too («May», «August»).
    """

    language: str
    months: dict[str, int]
    seasons: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    unclear: dict[str, int]

    def fill(self, template: str) -> str:
        """The expression for ``template``, in which ``<M>``, ``<M2>``, ``<D>``, ``<Y>``, ``<Z>`` (season), ``<W>`` (weekday) and ``<N>``
        (number) stand for groups of that name, ``<C>`` for a group M of months that can be nothing else, a blank for `BLANK`.
        """
        capital = self.language == "en"
        clear = {form: month for form, month in self.months.items() if form not in self.unclear}
        pieces = {
            "M": _any_of(self.months, capital_only=capital),
            "C": _any_of(clear, capital_only=capital),
            "D": _DAY + _ORDINAL.get(self.language, ""),
            "Y": YEAR,
            "Z": _any_of(self.seasons),
            "W": _any_of(self.weekdays, capital_only=capital),
            "N": rf"(?:\d{{1,3}}|{_any_of(self.numbers)})",
        }

        def piece(mark: re.Match[str]) -> str:
            group = "M" if mark[1] == "C" else mark[1] + mark[2]
            return f"(?P<{group}>{pieces[mark[1]]})"

        return re.sub(r"(?<!P)<([MCDYZWN])(\d?)>", piece, template.replace(" ", BLANK))


@cache
def date_words(language: str) -> DateWords:
    """The words of one language by ISO 639-1 code; all empty where the data have none."""
    found: dict[str, dict[str, int]] = {"month": {}, "season": {}, "weekday": {}, "number": {}, "unclear": {}}
    for row in rows("date_words.csv"):
        if row["language"] == language:
            for form in cells(row["forms"]):
                found[row["kind"]][form.lower()] = int(row["value"])
    return DateWords(language, found["month"], found["season"], found["weekday"], found["number"], found["unclear"])


def _any_of(forms: dict[str, int], *, capital_only: bool = False) -> str:
    """An alternation of the forms, longest first, in the cases in which they may stand; one that never fits where there are none."""
    spelled = {
        spelling
        for form in forms
        for spelling in ({form.capitalize(), form.upper()} if capital_only else {form, form.capitalize(), form.upper()})
    }
    ordered = sorted(spelled, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(_word(form) for form in ordered) + ")" if ordered else "(?!)"


def _word(form: str) -> str:
    return re.escape(form).replace(r"\ ", BLANK) + ("" if form.endswith(".") else r"(?!\w)")
