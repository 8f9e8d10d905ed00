"""What each page is given. A test holds the fields equal to the names that the page's template uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from amparo.report import CaseLines, LawLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What the frame around every page shows: ``casebook`` is the name of the file, ``title`` that of the window, ``version`` Amparo's."""

    template: ClassVar[str]
    casebook: str
    title: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseItem:
    """One case as a line of a list; codes are in words already. ``when`` spans its dated incidents, empty where none is."""

    id: str
    name: str
    named: bool
    acts: tuple[str, ...]
    hosts: tuple[str, ...]
    origin: str
    when: str
    incidents: str
    documents: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The filters of the list of cases as they stand in the address; ``problems`` says of each that fits nothing what to do."""

    origin: str
    host: str
    act: str
    text: str
    problems: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesPage(Page):
    """The list of cases. ``total`` counts those that fit, of which ``cases`` may be the first; ``filtered`` is False when all do.

    ``acts`` are the (code, label) pairs, ``states`` the names that can be chosen.
    """

    template = "cases.html.j2"
    filters: Filters
    filtered: bool
    cases: tuple[CaseItem, ...]
    total: int
    acts: tuple[tuple[str, str], ...]
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawItem:
    """One line of law; ``outcome`` is the code of its outcome, for the style sheet."""

    line: LawLine
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LawState:
    """One state on one date; ``outcomes`` has the code and label of each outcome with the names of the instruments of which it holds."""

    state: str
    on: str
    outcomes: tuple[tuple[str, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawGroup:
    """What the law says alike of some incidents, by their ``numbers``: ``summary`` in short, ``items`` every line of law.

    Agreements that ease transfers stand apart as ``risks``.
    """

    numbers: tuple[int, ...]
    summary: tuple[LawState, ...]
    items: tuple[LawItem, ...]
    risks: tuple[LawItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage(Page):
    """One case: ``lines`` is all of it in words, ``law`` what binds; ``law_of`` gives for the number of an incident that of its group."""

    template = "case.html.j2"
    id: str
    named: bool
    lines: CaseLines
    law: tuple[LawGroup, ...]
    law_of: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One claim of a document, to stand beside its text. ``case`` is the id of the case that it belongs to, if it tells of a person.

    ``who`` is that person, ``facts`` are pairs of label and words, ``quotes`` the passages (start, end, words) that carry it.
    """

    number: int
    heading: str
    who: str
    case: str
    facts: tuple[tuple[str, str], ...]
    quotes: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyItem:
    """One line of the custody log in words; ``at`` is in UTC, ``chain`` the hash that binds it to all lines before."""

    number: int
    at: str
    by: str
    action: str
    tool: str
    note: str
    chain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage(Page):
    """One document: its ``text`` with every passage marked, the claims beside it, what is known of it, and who had it in hand.

    ``language`` is ISO 639-1, empty where it is not known; ``facts`` are pairs of label and words; ``unread`` is what could not be done.
    """

    template = "document.html.j2"
    text: Markup
    language: str
    notes: tuple[Note, ...]
    facts: tuple[tuple[str, str], ...]
    unread: tuple[str, ...]
    custody: tuple[CustodyItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HitItem:
    """A document that was found; ``words`` stand in it from ``start`` to ``end``."""

    document: str
    label: str
    published: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Page):
    """What was found for ``q``: cases by their names, affiliations and quotations, documents by their text; the totals count what is not shown."""

    template = "search.html.j2"
    q: str
    cases: tuple[CaseItem, ...]
    more_cases: int
    hits: tuple[HitItem, ...]
    more_hits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemPage(Page):
    """Why there is no such page, or why it cannot be shown, and what to do."""

    template = "problem.html.j2"
    message: str
