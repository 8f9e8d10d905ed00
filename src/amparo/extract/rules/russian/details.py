"""Details that a Russian sentence states of an act: sentence, charge, duration, ban, notice."""

import re

from amparo.extract.rules.analysis import Analysis
from amparo.extract.rules.details import Detail
from amparo.extract.rules.triggers import Match

_NUMBER = r"(?:\d+(?:[.,]\d+)?|од\w+|дв\w+|тр[её]\w*|четыр\w+|пят\w+|шест\w+|сем\w+|восем\w+|восьм\w+|девят\w+|десят\w+|\w+надцат\w+|двадцат\w+|пожизненн\w+)"
_PATTERNS: dict[str, re.Pattern[str]] = {
    "sentence": re.compile(
        rf"(?P<value>пожизненн\w+ (?:заключени\w+|срок\w*)|{_NUMBER}(?: с половиной)? (?:годам?и?|года?|лет|месяц\w*)(?: и {_NUMBER} месяц\w*)?"
        r"(?: (?:колонии|лишения свободы|тюрьмы|заключения|строгого режима|колонии строгого режима))?)",
        re.IGNORECASE,
    ),
    "charge": re.compile(
        r"\b(?:по обвинению в|обвин\w+ в|обвинение в|по делу об?|дело об?|подозрени\w+ в|по статье об?|за) (?P<value>[«\"]?[а-яё][^.,;()\n]{4,90}?)(?=[.,;()\n]|$)",
        re.IGNORECASE,
    ),
    "duration": re.compile(
        rf"\bна (?P<value>{_NUMBER} (?:час\w*|сут\w+|дн\w+|день|недел\w+|месяц\w*))\b", re.IGNORECASE
    ),
    "ban": re.compile(rf"(?P<value>{_NUMBER}(?:-летн\w+| лет| года?))", re.IGNORECASE),
    "notice": re.compile(r"(?P<value>(?:красн|син)\w+ (?:уведомлени|циркуляр)\w*|диффузи\w+)", re.IGNORECASE),
}
_OF_ACT = {
    "conviction": ("sentence", "charge"), "charge": ("charge",), "extradition": ("charge",), "detention": ("charge", "duration"),
    "passport": ("ban",), "interpol": ("notice",),
}  # fmt: skip


def details(analysis: Analysis, match: Match) -> tuple[Detail, ...]:
    """What the sentence states of the act, each detail once."""
    sentence = analysis.sentence(match.token)
    text = analysis.text[sentence.start : sentence.end]
    found: list[Detail] = []
    for key in _OF_ACT.get(match.act, ()):
        hit = _PATTERNS[key].search(text)
        if hit is not None:
            found.append(
                Detail(
                    key, hit["value"].strip(), sentence.start + hit.start("value"), sentence.start + hit.end("value")
                )
            )
    return tuple(found)
