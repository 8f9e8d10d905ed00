"""Case forms of Russian names by their ending: enough to find «Таджикистана», «в Литве», «таджикский» in a text.

Rules for regular nouns and adjectives only (Зализняк's main types); stress, fleeting vowels other than -ец/-ок and exceptions are
left to the Russian engine.
"""

from itertools import zip_longest

# Ending of the nominative → endings of genitive, dative, accusative, instrumental, prepositional (plural: both genitives).
_NOUN = {
    "ний": ("него", "нему", "ний", "ним", "нем"),
    "няя": ("ней", "ней", "нюю", "ней", "ней"),
    "ия": ("ии", "ии", "ию", "ией", "ии"),
    "ья": ("ьи", "ье", "ью", "ьей", "ье"),
    "ая": ("ой", "ой", "ую", "ой", "ой"),
    "ое": ("ого", "ому", "ое", "ым", "ом"),
    "ий": ("ого", "ому", "ий", "им", "ом"),
    "ый": ("ого", "ому", "ый", "ым", "ом"),
    "ие": ("их", "им", "ие", "ими", "их"),
    "ые": ("ых", "ым", "ые", "ыми", "ых"),
    "ка": ("ки", "ке", "ку", "кой", "ке"),
    "га": ("ги", "ге", "гу", "гой", "ге"),
    "ша": ("ши", "ше", "шу", "шей", "ше"),
    "ща": ("щи", "ще", "щу", "щей", "ще"),
    "ца": ("цы", "це", "цу", "цей", "це"),
    "а": ("ы", "е", "у", "ой", "е"),
    "я": ("и", "е", "ю", "ей", "е"),
    "ь": ("и", "и", "ь", "ью", "и"),
    "й": ("я", "ю", "й", "ем", "е"),
    "ы": ("ов", "ам", "ы", "ами", "ах", ""),
}
_CONSONANT = ("а", "у", "", "ом", "е")
_ADJECTIVE = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими")
_FLEETING = {"ец": "ц", "ок": "к"}
_PLURAL = ("ы", "и", "ов", "ев", "ам", "ами", "ах")
_VOWELS_THAT_STAY = "оеуиюэ"


def case_forms(name: str) -> tuple[str, ...]:
    """The forms of a name of one or more words («Южная Корея»), nominative first; words of which no rule is known stay as they are."""
    columns = [_word_forms(word) for word in name.split(" ")]
    rows = zip_longest(*columns, fillvalue=None)
    whole = (
        " ".join(form or column[0] for form, column in zip(row, columns, strict=True))
        for row in rows
        if row is not None
    )
    return tuple(dict.fromkeys(whole))


def adjective_forms(stem: str) -> tuple[str, ...]:
    """All forms of an adjective in -ский («таджикск» → «таджикский», «таджикского» …)."""
    return tuple(stem + ending for ending in _ADJECTIVE)


def people_forms(noun: str) -> tuple[str, ...]:
    """Singular and plural forms of a noun for a person («таджик», «таджики», «таджиков» …)."""
    if noun.endswith("ий"):
        return adjective_forms(noun[:-2])
    if noun.endswith("ка"):
        return tuple(noun[:-1] + ending for ending in ("а", "и", "е", "у", "ой", "ам", "ами", "ах"))
    if noun.endswith("ь"):
        return (noun, *(noun[:-1] + ending for ending in ("я", "ю", "ем", "е", "и", "ей", "ям", "ями", "ях")))
    if noun.endswith(("анин", "янин")):
        stem = noun[:-2]
        return (
            noun,
            *(noun + ending for ending in ("а", "у", "ом", "е")),
            stem + "е",
            stem,
            *(stem + e for e in _PLURAL[4:]),
        )
    stem = noun[:-2] + _FLEETING[noun[-2:]] if noun[-2:] in _FLEETING else noun
    return tuple(dict.fromkeys((noun, *(stem + ending for ending in (*_CONSONANT, "ем", *_PLURAL)))))


def _word_forms(word: str) -> tuple[str, ...]:
    """Nominative and the five other cases; the word alone where it is not declined («Сомали», «КНР»)."""
    if word.isupper() or word[-1:] in _VOWELS_THAT_STAY or len(word) < 4:
        ending = next((one for one in _NOUN if len(one) == 2 and word.endswith(one)), None)
        if ending is None or word.isupper():
            return (word,)
    else:
        ending = next((one for one in _NOUN if word.endswith(one)), "")
    stem = word[: len(word) - len(ending)]
    return (word, *(stem + one for one in (_NOUN[ending] if ending else _CONSONANT)))
