"""Everything in a text that a list knows: places, agencies, organisations, legal instruments, dates.

The lists win over the parser's own entity labels, which are wrong about one name in six of the regions concerned.
"""

import re
from dataclasses import dataclass

from amparo.model import Edtf
from amparo.vocabulary.agencies import find_agencies
from amparo.vocabulary.dates import DateMatch, find_dates
from amparo.vocabulary.instruments import InstrumentMatch, find_instruments
from amparo.vocabulary.organisations import find_organisations
from amparo.vocabulary.places import PlaceMatch, find_places

from .lexicon import Trigger
from .spans import Spans
from .user_lexicon import NO_WORDS, UserLexicon

# «(HRW)» after a name written in full; the short form then stands for it.
_PARENTHESISED = re.compile(r"\s\(([A-Z][A-Za-z.&-]{1,11})\)")
_CAPITAL = re.compile(r"\b[A-Z]")
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
    """All listed things in one text, kind by kind."""

    places: Spans[PlaceMatch]
    agencies: Spans[Found]
    organisations: Spans[Found]
    instruments: Spans[InstrumentMatch]
    dates: Spans[DateMatch]
    own: tuple[Trigger, ...] = ()  # a user's own words for acts, in the language of the text

    def covers(self, start: int, end: int) -> bool:
        """Whether a listed place, agency, organisation or instrument touches ``[start, end)``."""
        return (
            self.places.touch(start, end)
            or self.agencies.touch(start, end)
            or self.organisations.touch(start, end)
            or self.instruments.touch(start, end)
        )


def scan(text: str, *, language: str, published: Edtf | None, own: UserLexicon = NO_WORDS) -> Scan:
    """Look every list up in the plain ``text``, whose line breaks still tell paragraphs apart. Relative dates are resolved against ``published`` and stay open without it."""
    laws = Spans(find_instruments(text))
    known = [
        Found(m.start, m.end, m.organisation.name, m.organisation.state, m.organisation.kind)
        for m in find_organisations(text)
        if not laws.touch(m.start, m.end)
    ]
    named = Spans([*known, *_coined(text, known)])
    return Scan(
        places=Spans(
            place
            for place in find_places(text, language)
            if not named.touch(place.start, place.end)
            and not laws.touch(place.start, place.end)
            and not _BASED.match(text, place.end)  # «Vilnius-based» says where the speaker sits
        ),
        agencies=Spans(
            Found(m.start, m.end, " ".join(m.words.split()), m.agency.state, m.agency.kind)
            for m in find_agencies(text, own.agencies)
            if not named.touch(m.start, m.end)
        ),
        organisations=named,
        instruments=laws,
        dates=Spans(find_dates(text, language, published)),
        own=own.of(language),
    )


def _coined(text: str, known: list[Found]) -> list[Found]:
    """Short forms that the text itself introduces in brackets after an organisation's name, wherever they stand."""
    meant: dict[str, Found] = {}
    for found in known:
        match = _PARENTHESISED.match(text, found.end)
        if match is not None:
            meant.setdefault(match[1], found)
    taken = {(found.start, found.end) for found in known}
    lengths = sorted({len(short) for short in meant}, reverse=True)
    coined: list[Found] = []
    for capital in _CAPITAL.finditer(text) if meant else ():
        start = capital.start()
        for end in (start + length for length in lengths):
            full = meant.get(text[start:end])
            if full is not None and not text[end : end + 1].isalnum() and (start, end) not in taken:
                coined.append(Found(start, end, full.name, full.code, full.kind))
                break
    return coined
