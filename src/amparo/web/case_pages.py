"""The pages on cases: the list, one case, and what a search finds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from amparo import __version__, pipeline, report
from amparo.casebook import Casebook, CaseRow, Hit
from amparo.model import Case, Finding, Outcome, UnknownCode
from amparo.report.words import act_label, counted, date_words, outcome_label, state_name
from amparo.vocabulary import acts, states

from .pages import CaseItem, CasePage, CasesPage, Filters, HitItem, LawGroup, LawItem, LawState, SearchPage

_LONGEST = 200  # characters of a filter or search that are heeded
_CASES = 200  # cases on one page of the list
_FOUND_CASES = 10  # cases above the documents that a search finds
_FOUND_DOCUMENTS = 30


def cases_page(book: Casebook, asked: Mapping[str, str], casebook: str) -> CasesPage:
    """The cases that fit the filters ``asked`` for (origin, host, act, text), the first `_CASES` of them."""
    words = {name: " ".join(asked.get(name, "").split())[:_LONGEST] for name in ("origin", "host", "act", "text")}
    codes, problems = _codes(words)
    rows = () if problems else book.cases.list(**codes, text=words["text"] or None)
    return CasesPage(
        casebook=casebook,
        title="Cases",
        version=__version__,
        filters=Filters(**words, problems=problems),
        filtered=any(words.values()),
        cases=tuple(_item(row) for row in rows[:_CASES]),
        total=len(rows),
        acts=tuple((act.code, act.label) for act in acts.acts()),
        states=tuple(sorted(state.name for state in states.states())),
    )


def _codes(words: Mapping[str, str]) -> tuple[dict[str, str | None], dict[str, str]]:
    """The codes of the filters that are set, and what is wrong with those that have none."""
    codes: dict[str, str | None] = {name: _state(words[name]) for name in ("origin", "host")}
    problems = {
        name: "No state has this name. Write it in any language, or as a code of two letters."
        for name in codes
        if words[name] and codes[name] is None
    }
    try:
        codes["act"] = acts.act(words["act"]).code if words["act"] else None
    except UnknownCode as error:
        problems["act"] = str(error)
    return codes, problems


def _state(words: str) -> str | None:
    return states.code_of(words) or states.code_of(words.upper())


def _item(row: CaseRow) -> CaseItem:
    first, last = (date_words(date) if date else "" for date in (row.first, row.last))
    return CaseItem(
        id=row.person.id,
        name=row.person.name,
        named=row.person.named,
        acts=tuple(act_label(act) for act in row.acts),
        hosts=tuple(state_name(host) for host in row.hosts),
        origin=state_name(row.person.origin) if row.person.origin else "",
        when=first if first == last else f"{first} to {last}",
        incidents=counted(row.incidents, "incident"),
        documents=counted(row.documents, "report"),
    )


def case_page(book: Casebook, person: str, casebook: str) -> CasePage | None:
    """The case of the person of that id; None where no acts are told of anybody of that id."""
    found = book.cases.person(person)
    if found is None or not found.target:
        return None
    case = pipeline.case(book, found)
    law = _law(case)
    return CasePage(
        casebook=casebook,
        title=found.name,
        version=__version__,
        id=found.id,
        named=found.named,
        lines=report.case_lines(case),
        law=law,
        law_of={number: place for place, group in enumerate(law, start=1) for number in group.numbers},
    )


def _law(case: Case) -> tuple[LawGroup, ...]:
    """The findings of the incidents, those of which the law says the same together."""
    findings = dict(case.findings)
    same: dict[tuple[Finding, ...], list[int]] = {}
    for number, incident in enumerate(case.incidents, start=1):
        if found := findings.get(incident.id):
            same.setdefault(found, []).append(number)
    return tuple(_group(numbers, found) for found, numbers in same.items())


def _group(numbers: Iterable[int], findings: tuple[Finding, ...]) -> LawGroup:
    items = [
        LawItem(line=line, outcome=finding.outcome.value)
        for finding, line in zip(findings, report.law_lines(findings), strict=True)
    ]
    return LawGroup(
        numbers=tuple(numbers),
        summary=tuple(_summary(findings)),
        items=tuple(item for item in items if not item.line.risk),
        risks=tuple(item for item in items if item.line.risk),
    )


def _summary(findings: Sequence[Finding]) -> Iterator[LawState]:
    """Which instruments bind each state on each date and which do not, in the order of the findings; obligations only."""
    found: dict[tuple[str, str], dict[Outcome, list[str]]] = {}
    for finding, line in zip(findings, report.law_lines(findings), strict=True):
        if not line.risk:
            found.setdefault((line.state, line.on), {}).setdefault(finding.outcome, []).append(finding.name)
    for (state, on), outcomes in found.items():
        yield LawState(
            state=state,
            on=on,
            outcomes=tuple(
                (outcome.value, outcome_label(outcome), tuple(dict.fromkeys(outcomes[outcome])))
                for outcome in Outcome
                if outcome in outcomes
            ),
        )


def search_page(book: Casebook, q: str, casebook: str) -> SearchPage:
    """The cases and documents that have all words of ``q``."""
    words = " ".join(q.split())[:_LONGEST]
    rows = book.cases.list(text=words) if words else ()
    hits = book.search(words, limit=_FOUND_DOCUMENTS + 1) if words else ()
    return SearchPage(
        casebook=casebook,
        title=f"Search: {words}" if words else "Search",
        version=__version__,
        q=words,
        cases=tuple(_item(row) for row in rows[:_FOUND_CASES]),
        more_cases=max(0, len(rows) - _FOUND_CASES),
        hits=tuple(_hit(hit, book) for hit in hits[:_FOUND_DOCUMENTS]),
        more_hits=len(hits) > _FOUND_DOCUMENTS,
    )


def _hit(hit: Hit, book: Casebook) -> HitItem:
    document = book.documents.get(hit.document_id)
    return HitItem(
        document=hit.document_id,
        label=hit.title or (document.name if document else hit.document_id),
        published=date_words(hit.published) if hit.published else "",
        words=hit.snippet.exact,
        start=hit.snippet.start,
        end=hit.snippet.end,
    )
