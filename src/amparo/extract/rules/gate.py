"""Whether a report is about people pursued for what they say, believe or are, and not about ordinary crime, sport or cinema.

A report behind this gate gives no incidents; its calls, law and people are read all the same.
"""

from .lexicon import words
from .scan import Scan

_OF_SOMETHING_ELSE = 2  # different words of sport, film or crime that can show a report to be of something else
_WEIGHT = {
    "ru": 2
}  # how much one word of something else counts, where it is not 1: the Russian list of political words is the longer one
_ENOUGH = 1  # different signs of political pursuit that a report must hold to give incidents
_POLITICAL_BODIES = {"ngo", "movement"}
_SECRET_SERVICES = {"security", "intelligence"}


def is_about_pursuit(text: str, scan: Scan, language: str = "en") -> bool:
    """Weigh the signs of political pursuit (words, rights groups, movements, secret services, law that protects) against the others."""
    lower = text.lower()
    political, ordinary = (
        sum(word in lower for word in words(f"persons.{language}.toml", key)) for key in ("political", "ordinary")
    )
    political += len(
        {body.name for body in scan.organisations if body.kind in _POLITICAL_BODIES}
        | {agency.name for agency in scan.agencies if agency.kind in _SECRET_SERVICES}
        | {law.code for law in scan.instruments}
    )
    of_something_else = ordinary >= _OF_SOMETHING_ELSE and ordinary * _WEIGHT.get(language, 1) > political
    return political >= _ENOUGH and not of_something_else
