"""A case in plain words: what the terminal, the dossier and the page print, each fact beside its quotation.

Every string here is British English made of the records, or foreign text on one line with characters that would act on a
screen written out; whoever prints it still escapes for his medium (`markdown.escape`, HTML, terminal markup).
Nothing is said to have happened: reports say it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One document that tells of the case. ``number`` is the [1] that quotations refer to.

    ``published`` is in words, empty when not known, as are ``title``, ``publisher`` and ``language``. ``sha256`` is of the bytes as
    collected, ``text_sha256`` of the text read out of them, in which quotations stand.
    """

    number: int
    document: str
    name: str
    title: str
    publisher: str
    published: str
    language: str
    sha256: str
    text_sha256: str

    @property
    def label(self) -> str:
        """«Publisher, title, date», of what is known; the file name where nothing is."""
        return ", ".join(filter(None, (self.publisher, self.title, self.published))) or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a document. ``words`` is the quotation on one line; ``start`` and ``end`` find the exact text in the document."""

    words: str
    number: int
    document: str
    start: int
    end: int
    document_title: str
    publisher: str
    published: str
    page: int | None

    @property
    def reference(self) -> str:
        """«[1]», or «[1], page 3» where the original has pages."""
        return f"[{self.number}]" if self.page is None else f"[{self.number}], page {self.page}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words on which one value of an incident rests, where they stand apart from the incident's own quotations."""

    slot: str
    quote: Quote

    def __str__(self) -> str:
        return f"{self.slot}: “{self.quote.words}” {self.quote.reference}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Readings of one slot that cannot all be right: (value in words, numbers of the documents that give it)."""

    slot: str
    readings: tuple[tuple[str, tuple[int, ...]], ...]

    def __str__(self) -> str:
        sides = "; ".join(f"{value} {numbers(found)}".rstrip() for value, found in self.readings)
        return f"The reports differ on the {self.slot}: {sides}."


@dataclass(frozen=True, slots=True, kw_only=True)
class LawLine:
    """One line of law, one state, one date, in words. ``str()`` is the line as a screen prints it.

    ``rule`` is the short wording of the norm, ``because`` the chain of reasons. ``caution`` says how far the data row can be trusted, empty
    where it was read in a source and held with high confidence; ``risk`` marks an agreement that eases transfers.
    """

    norm: str
    state: str
    on: str
    outcome: str
    rule: str
    because: tuple[str, ...]
    reservation: str
    source_url: str
    caution: str
    as_of: str
    risk: bool

    def __str__(self) -> str:
        caution = f" ({self.caution})" if self.caution else ""
        return f"{self.norm}: {self.state}, {self.on}: {self.outcome}{caution}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One incident of a case. ``number`` counts from 1 in order of time; ``incident`` is its id, ``act`` its code.

    ``headline`` names act and status together («Threatened extradition»). A value no text states is marked «(inferred)». ``route`` says
    where («Russia → Turkmenistan»), ``pursued_by`` on whose behalf; both are empty when not said. ``said_by`` has a line a document: on whose
    word, with its number. ``quotes`` carry the incident as a whole; ``evidence`` the values that stand elsewhere in the texts. ``inferred`` and ``differences`` together are the ``doubts``; ``unsaid`` what a reader would ask and no report
    answers. ``documents`` are the numbers of the documents that tell of it, which need not be independent of one another.
    """

    number: int
    incident: str
    act: str
    headline: str
    date_words: str
    act_label: str
    status_label: str
    route: str
    pursued_by: str
    agents: tuple[str, ...]
    said_by: tuple[str, ...]
    details: tuple[str, ...]
    quotes: tuple[Quote, ...]
    evidence: tuple[Evidence, ...]
    inferred: tuple[str, ...]
    differences: tuple[Difference, ...]
    unsaid: tuple[str, ...]
    law: tuple[LawLine, ...]
    documents: tuple[int, ...]

    @property
    def doubts(self) -> tuple[str, ...]:
        """What was inferred, and where the reports differ."""
        return (*self.inferred, *(str(difference) for difference in self.differences))


@dataclass(frozen=True, slots=True, kw_only=True)
class CallLine:
    """Who calls on whom to do what, in the words of one report."""

    by: str
    to: str
    demand: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawClaimLine:
    """What a report says of the law, and how that stands against the law data. ``lines`` are the findings it was held against."""

    statement: str
    verdict: str
    because: tuple[str, ...]
    said_by: str
    quotes: tuple[Quote, ...]
    lines: tuple[LawLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowLine:
    """A meeting, hearing or deadline at which the case can be raised."""

    what: str
    date_words: str
    parties: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLines:
    """One case in words. ``name`` heads it; ``about`` are short facts on the person; ``summary`` is one neutral paragraph."""

    name: str
    summary: str
    about: tuple[str, ...]
    timeline: tuple[TimelineEntry, ...]
    calls: tuple[CallLine, ...]
    laws: tuple[LawClaimLine, ...]
    windows: tuple[WindowLine, ...]
    sources: tuple[SourceLine, ...]


def numbers(found: tuple[int, ...]) -> str:
    """References to documents: «[1] [3]»."""
    return " ".join(f"[{number}]" for number in found)
