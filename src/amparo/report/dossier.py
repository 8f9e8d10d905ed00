"""The dossier of one case as Markdown that also reads as plain text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date
from functools import cache
from typing import TYPE_CHECKING

from amparo.model import Case, Source, day

from .lines import LawLine, TimelineEntry
from .lines_case import case_lines
from .markdown import Markdown, escape, web_link
from .words import counted, date_words, listed, visible

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True, kw_only=True)
class LawGroup:
    """Incidents of which the law says the same: ``heading`` names them; risks stand apart from obligations."""

    heading: str
    obligations: tuple[LawLine, ...]
    risks: tuple[LawLine, ...]


def dossier_markdown(case: Case, *, generated_on: date, version: str, sources: Iterable[Source] = ()) -> str:
    """A dossier for a lawyer's file: every fact beside its quotation, the doubts, what binds the host state, the sources.

    ``generated_on`` and ``version`` (of Amparo) are printed as given; no clock is read. ``sources`` are the records of the bytes, for their
    days of collection; of a document whose source is not among them it is said that the casebook holds the day.
    All foreign text is escaped, so that it becomes neither link nor markup.
    """
    lines = case_lines(case)
    return _template().render(
        case=lines,
        law_groups=tuple(_law_groups(lines.timeline)),
        collected={source.sha256: _collected(source) for source in sources},
        generated_on=date_words(day(generated_on)),
        version=version,
        reports=counted(len(lines.sources), "report"),
    )


@cache
def _template() -> "Template":
    """The template with every value escaped on its way out, save those that are `Markdown` already."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 a tenth of a second at start-up

    # Autoescape is for HTML; `finalize` escapes each value for Markdown instead.
    environment = Environment(  # noqa: S701
        loader=PackageLoader("amparo.report"),
        undefined=StrictUndefined,
        finalize=lambda value: value if isinstance(value, Markdown) else escape(str(value)),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["web_link"] = web_link
    return environment.get_template("dossier.md.j2")


def _law_groups(timeline: Iterable[TimelineEntry]) -> Iterator[LawGroup]:
    same: dict[tuple[LawLine, ...], list[int]] = {}
    for entry in timeline:
        if entry.law:
            same.setdefault(entry.law, []).append(entry.number)
    for law, incidents in same.items():
        word = "Incident" if len(incidents) == 1 else "Incidents"
        yield LawGroup(
            heading=f"{word} {listed(str(number) for number in incidents)}",
            obligations=tuple(line for line in law if not line.risk),
            risks=tuple(line for line in law if line.risk),
        )


def _collected(source: Source) -> str:
    """«22 November 2021, 14:05 UTC, as report.html (text/html, 5120 bytes)»."""
    at = source.collected_at.astimezone(UTC)
    file = f"{visible(source.name)} ({source.media_type}, {source.size} bytes)"
    return f"{date_words(day(at.date()))}, {at:%H:%M} UTC, as {file}"
