"""Whether a report is about people pursued for what they say, believe or are, and not about ordinary crime, sport or cinema.

A report behind this gate gives no incidents; its calls, law and people are read all the same.
"""

from .lexicon import words
from .scan import Scan

_PERSONS = "persons.en.toml"
_OF_SOMETHING_ELSE = 2  # different words of sport, film or crime that can show a report to be of something else
_ENOUGH = 1  # different signs of political pursuit that a report must hold to give incidents
_POLITICAL_BODIES = {"ngo", "movement"}
_SECRET_SERVICES = {"security", "intelligence"}


def is_about_pursuit(text: str, scan: Scan) -> bool:
    """Weigh the signs of political pursuit (words, rights groups, movements, secret services, law that protects) against the others."""
    lower = text.lower()
    political, ordinary = (sum(word in lower for word in words(_PERSONS, key)) for key in ("political", "ordinary"))
    political += len(
        {body.name for body in scan.organisations if body.kind in _POLITICAL_BODIES}
        | {agency.name for agency in scan.agencies if agency.kind in _SECRET_SERVICES}
        | {law.code for law in scan.instruments}
    )
    return political >= _ENOUGH and not (ordinary >= _OF_SOMETHING_ELSE and ordinary > political)
