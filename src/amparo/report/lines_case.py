"""A whole case in plain words."""

from amparo.model import CallClaim, Case, Person, Slot, WindowClaim

from .attribution import inferred
from .lines import CallLine, CaseLines, SourceLine, TimelineEntry, WindowLine
from .lines_law import law_claim_line
from .lines_timeline import timeline
from .order import as_told
from .shelf import Shelf, shelf
from .words import counted, date_words, listed, role_label, state_name, visible

_NAMED_IN_SUMMARY = 6  # incidents the summary names one by one; a paragraph with more is no longer read


def case_lines(case: Case) -> CaseLines:
    """The case as `CaseLines`: person, incidents in the order of the case, what the reports call for, law, windows, sources."""
    shelved = shelf(case)
    entries = timeline(case, shelved)
    sources = tuple(shelved.lines.values())
    checks = {law.id: check for law, check in case.laws}
    laws = as_told((law for law, _ in case.laws), shelved.documents)
    names = _instruments(case)
    return CaseLines(
        name=visible(case.person.name),
        summary=_summary(case, entries, sources),
        about=_about(case),
        timeline=entries,
        calls=tuple(_call(call, shelved) for call in as_told(case.calls, shelved.documents)),
        laws=tuple(law_claim_line(law, checks[law.id], names, shelved) for law in laws),
        windows=tuple(_window(window, shelved) for window in as_told(case.windows, shelved.documents)),
        sources=sources,
    )


def _instruments(case: Case) -> dict[str, str]:
    """Names of instruments by code, out of the findings at hand."""
    checked = [finding for _, check in case.laws for finding in check.findings]
    bound = [finding for _, findings in case.findings for finding in findings]
    return {finding.instrument: finding.name for finding in (*bound, *checked)}


def _summary(case: Case, entries: tuple[TimelineEntry, ...], sources: tuple[SourceLine, ...]) -> str:
    """One paragraph made of counts, codes and dates alone; no adjective is ours."""
    reports, incidents = counted(len(sources), "report"), counted(len(entries), "incident")
    tell = "tells" if len(sources) == 1 else "tell"
    sentences = [f"{reports}{_published(case)} {tell} of {incidents} concerning {_who(case.person)}."]
    if entries:
        sentences.append(f"In order of time: {_enumerated(entries)}.")
    if any(entry.differences for entry in entries):
        where = listed(str(entry.number) for entry in entries if entry.differences)
        sentences.append(f"The reports differ on incident {where}; every reading is shown.")
    if any(entry.inferred for entry in entries):
        sentences.append("What is marked «inferred» is stated by no report.")
    sentences.append("Each statement is that of the reports quoted below.")
    return " ".join(sentences)


def _published(case: Case) -> str:
    dates = sorted(document.published for document in case.documents if document.published)
    if not dates:
        return ""
    first, last = date_words(dates[0]), date_words(dates[-1])
    undated = len(case.documents) - len(dates)
    dated = f", published {first}" if first == last else f", published from {first} to {last}"
    return f"{dated} ({undated} undated)," if undated else f"{dated},"


def _who(person: Person) -> str:
    if person.named:
        return visible(person.name)
    return f"{'people' if person.count != 1 else 'a person'} described as “{visible(person.name)}”"


def _enumerated(entries: tuple[TimelineEntry, ...]) -> str:
    items = [
        f"({entry.number}) {entry.headline}, {', '.join(filter(None, (entry.route, entry.date_words)))}"
        for entry in entries[:_NAMED_IN_SUMMARY]
    ]
    more = len(entries) - len(items)
    return "; ".join([*items, f"and {more} more, listed below"] if more else items)


def _about(case: Case) -> tuple[str, ...]:
    """Short facts on the person, only those that the reports give."""
    person = case.person
    facts = {
        "Also written": (name for name in person.names if name != person.name),
        "Number of people, as reported": () if person.count is None else (str(person.count),),
        "Described as": (role_label(role) for role in person.roles),
        "Affiliations, as reported": person.affiliations,
        "State of origin": (_origin(case, person.origin),) if person.origin else (),
        "Taken for one and the same because": person.because,
    }
    told = {label: "; ".join(visible(value) for value in values) for label, values in facts.items()}
    return tuple(f"{label}: {values}" for label, values in told.items() if values)


def _origin(case: Case, code: str) -> str:
    guesses = [mention.origin.guessed for mention in case.mentions if mention.origin and mention.origin.value == code]
    return inferred(state_name(code), guessed=bool(guesses) and all(guesses))


def _call(call: CallClaim, shelved: Shelf) -> CallLine:
    return CallLine(
        by=_parties(call.by) or "the report itself",
        to=_parties(call.to) or "no one named",
        demand=inferred(visible(call.demand.value), guessed=call.demand.guessed),
        quotes=shelved.quotes(call.passages),
    )


def _window(window: WindowClaim, shelved: Shelf) -> WindowLine:
    date = window.date
    return WindowLine(
        what=inferred(visible(window.what.value), guessed=window.what.guessed),
        date_words=inferred(date_words(date.value), guessed=date.guessed) if date else "date not stated",
        parties=tuple(inferred(state_name(slot.value), guessed=slot.guessed) for slot in window.parties),
        quotes=shelved.quotes(window.passages),
    )


def _parties(slots: tuple[Slot[str], ...]) -> str:
    return listed(inferred(state_name(slot.value), guessed=slot.guessed) for slot in slots)
