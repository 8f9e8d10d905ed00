"""Everything in a text that a list knows: places, agencies, organisations, legal instruments, dates.

The lists win over the parser's own entity labels, which are wrong about one name in six of the regions concerned.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from amparo.model import Edtf
from amparo.vocabulary.agencies import find_agencies
from amparo.vocabulary.dates import DateMatch, find_dates
from amparo.vocabulary.instruments import InstrumentMatch, find_instruments
from amparo.vocabulary.organisations import find_organisations
from amparo.vocabulary.places import PlaceMatch, find_places

# «(HRW)» after a name written in full; the short form then stands for it.
_PARENTHESISED = re.compile(r"\s\(([A-Z][A-Za-z.&-]{1,11})\)")
_BASED = re.compile(r"-(?:based|headquartered|born|registered)\b")


@dataclass(frozen=True, slots=True)
class Found:
    """One listed thing: its characters, its canonical name, its code (state, organisation, instrument) and kind."""

    start: int
    end: int
    name: str
    code: str | None
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """All listed things in one text, each kind in order of the text."""

    places: tuple[PlaceMatch, ...]
    agencies: tuple[Found, ...]
    organisations: tuple[Found, ...]
    instruments: tuple[InstrumentMatch, ...]
    dates: tuple[DateMatch, ...]

    def covers(self, start: int, end: int) -> bool:
        """Whether a listed place, agency, organisation or instrument touches ``[start, end)``."""
        return any(_touches(thing.start, thing.end, start, end) for thing in self._listed())

    def _listed(self) -> Iterable[Found | PlaceMatch | InstrumentMatch]:
        yield from self.places
        yield from self.agencies
        yield from self.organisations
        yield from self.instruments

    def places_in(self, start: int, end: int) -> tuple[PlaceMatch, ...]:
        """The places within ``[start, end)``."""
        return tuple(place for place in self.places if start <= place.start and place.end <= end)

    def dates_in(self, start: int, end: int) -> tuple[DateMatch, ...]:
        """The dates within ``[start, end)``."""
        return tuple(found for found in self.dates if start <= found.start and found.end <= end)

    def organisations_in(self, start: int, end: int) -> tuple[Found, ...]:
        """The organisations within ``[start, end)``."""
        return tuple(found for found in self.organisations if start <= found.start and found.end <= end)

    def agencies_in(self, start: int, end: int) -> tuple[Found, ...]:
        """The agencies within ``[start, end)``."""
        return tuple(found for found in self.agencies if start <= found.start and found.end <= end)


def scan(text: str, *, language: str, published: Edtf | None) -> Scan:
    """Look every list up in the folded ``text``. Relative dates are resolved against ``published`` and stay open without it."""
    laws = find_instruments(text)
    named = [
        Found(m.start, m.end, m.organisation.name, m.organisation.state, m.organisation.kind)
        for m in find_organisations(text)
        if not any(_touches(m.start, m.end, law.start, law.end) for law in laws)
    ]
    named += _coined(text, named)
    services = tuple(
        Found(m.start, m.end, m.words, m.agency.state, m.agency.kind)
        for m in find_agencies(text)
        if not any(_touches(m.start, m.end, found.start, found.end) for found in named)
    )
    found_places = tuple(
        place
        for place in find_places(text, language)
        if not any(_touches(place.start, place.end, thing.start, thing.end) for thing in (*named, *laws))
        and not _BASED.match(text, place.end)  # «Vilnius-based» says where the speaker sits
    )
    return Scan(
        places=found_places,
        agencies=services,
        organisations=tuple(sorted(named, key=lambda found: found.start)),
        instruments=laws,
        dates=find_dates(text, language, published),
    )


def _coined(text: str, known: list[Found]) -> list[Found]:
    """Short forms that the text itself introduces in brackets after an organisation's name."""
    taken = {(found.start, found.end) for found in known}
    coined: list[Found] = []
    for found in known:
        match = _PARENTHESISED.match(text, found.end)
        if match is None:
            continue
        for again in re.finditer(rf"\b{re.escape(match[1])}\b", text):
            if again.span() not in taken:
                taken.add(again.span())
                coined.append(Found(again.start(), again.end(), found.name, found.code, found.kind))
    return coined


def _touches(a: int, b: int, c: int, d: int) -> bool:
    return a < d and c < b
