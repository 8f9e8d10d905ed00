"""How many: the number that a noun phrase of English gives, in figures or words."""

import re

__all__ = ["YEARS", "number_in", "value_of"]

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = dict(zip(_ONES.split(), range(1, 20), strict=True)) | dict(zip(_TENS.split(), range(20, 100, 10), strict=True))
_WHOLE = {"both": 2, "couple": 2, "pair": 2, "duo": 2, "trio": 3}
_MANY = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000}
_AGE = re.compile(
    r"\d+-(?:year|month|week|day)s?-old|\b[a-z]+(?:-[a-z]+)?-(?:year|month|week|day)s?-old|\b(?:aged?|of) \d+",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w.,-])\d{1,3}(?:[, ]\d{3})+(?![\w-])|(?<![\w.,:-])\d+(?![\w:-]|\.\d|,\d)|[a-z]+(?:-[a-z]+)?", re.IGNORECASE
)
YEARS = range(1900, 2100)  # a bare number of this size beside «in» or «since» is a year
_BEFORE_YEAR = {"in", "since", "by", "until", "from", "late", "early", "mid"}


def number_in(phrase: str) -> int | None:
    """The number of people that a phrase gives («at least seven», «4,000», «two dozen»); None for none, for one, and for «dozens».

    Ages («a 34-year-old», «aged 26») and years («in 2023») are passed over.
    """
    text = _AGE.sub(" ", phrase)
    held: int | None = None
    before = ""
    for match in _NUMBER.finditer(text):
        word = match[0].lower()
        if word in _MANY and (held is not None or before == "a"):
            return (held or 1) * _MANY[word]
        if held is not None and not (held in YEARS and value_of(word) is not None):  # «In 2019 four students»
            break
        held = value_of(word)
        if held is not None and held in YEARS and before in _BEFORE_YEAR:
            held = None
        before = word
    return held if held != 1 else None


def value_of(word: str) -> int | None:
    """The number that one small-letter word or figure says («52», «fifty-two», «both»); None where it says none."""
    if word[0].isdecimal():
        return int(re.sub(r"\D", "", word))
    if word in _WHOLE:
        return _WHOLE[word]
    tens, _, ones = word.partition("-")
    return _UNITS[tens] + _UNITS[ones] if tens in _UNITS and ones in _UNITS else _UNITS.get(word)
