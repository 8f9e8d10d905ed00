"""When two names, dates or quotations count as the same: the conventions of the measure, which its figures depend on to the letter.

They are those of the project's scorer (``eval/score.py``); a test holds the two equal.
"""

import re
import unicodedata
from collections import Counter

from .annotation import Event

_NO_LETTER = re.compile(r"[^\w\s]|_")
_CYRILLIC = re.compile("[а-яё]")
_QUALIFIERS = "~?%"


def fold(text: str) -> str:
    """What two spellings of one name share: lower case, no diacritics, no punctuation, single blanks."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(character for character in parts if not unicodedata.combining(character))
    return " ".join(_NO_LETTER.sub(" ", bare).split())


def name_fits(one: str, other: str) -> bool:
    """Whether every word of the shorter name has its own fitting word in the longer one.

    A lone first name of up to three letters, or an initial, does not stand for a full name.
    """
    short, long_ = sorted((fold(one).split(), fold(other).split()), key=len)
    if not short:
        return False
    free = list(long_)
    for word in short:
        hit = next((each for each in free if _word_fits(word, each)), None)
        if hit is None:
            return False
        free.remove(hit)
    return len(short) > 1 or len(long_) == 1 or len(short[0]) > 3


def _word_fits(one: str, other: str) -> bool:
    """Equal, an initial of the other, or the same Cyrillic stem with another case ending."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    if not _CYRILLIC.search(one + other):
        return False
    differs = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    shared = next(differs, min(len(one), len(other)))
    return shared >= 3 and max(len(one), len(other)) - shared <= 3


def date_fits(gold: str | None, found: str | None) -> bool:
    """Equal, one the other cut short (2021-10 and 2021-10-20), or intervals with an end in common; none fits only none."""
    if not gold or not found:
        return not gold and not found
    a, b = gold.rstrip(_QUALIFIERS), found.rstrip(_QUALIFIERS)
    return a == b or a.startswith(f"{b}-") or b.startswith(f"{a}-") or bool(set(a.split("/")) & set(b.split("/")))


def slot_fits(slot: str, gold: Event, found: Event) -> bool:
    """Whether ``found`` has the annotated value in ``slot``: a field of an event, or ``date_exact`` for the date to the letter."""
    if slot == "date":
        return date_fits(gold.date, found.date)
    if slot == "date_exact":
        return gold.date == found.date
    if slot == "host" and gold.host_any:
        return found.host in (None, *gold.host_any)
    return bool(getattr(gold, slot) == getattr(found, slot))


def squeeze(text: str) -> str:
    """``text`` with every run of white space as one blank."""
    return " ".join(text.split())


def overlap(one: str, other: str) -> float:
    """The share of the shorter quotation's words that stand in the other one too, from 0 to 1."""
    a, b = Counter(fold(one).split()), Counter(fold(other).split())
    shorter = min(a.total(), b.total())
    return (a & b).total() / shorter if shorter else 0.0
