"""Lines of JSON for other programs, one object a line: the keys that ``docs/json.md`` explains."""

from amparo import pipeline, report
from amparo.casebook import CaseRow, Hit


def imported(row: "pipeline.ImportRow") -> str:
    """One file of `amparo add`."""
    return _line(
        {
            "path": row.path,
            "outcome": row.outcome.value,
            "sha256": row.sha256,
            "document": row.document,
            "claims": row.claims,
            "passed_over": row.passed_over,
            "same_as": row.same_as,
            "faults": [report.fault_json(fault) for fault in row.faults],
        }
    )


def case(row: CaseRow) -> str:
    """One case of `amparo cases`."""
    person = row.person
    return _line(
        {
            "id": person.id,
            "name": person.name,
            "named": person.named,
            "names": list(person.names),
            "count": person.count,
            "origin": person.origin,
            "roles": list(person.roles),
            "affiliations": list(person.affiliations),
            "incidents": row.incidents,
            "first": None if row.first is None else row.first.value,
            "last": None if row.last is None else row.last.value,
            "acts": list(row.acts),
            "hosts": list(row.hosts),
            "documents": row.documents,
        }
    )


def hit(found: Hit) -> str:
    """One document of `amparo search`."""
    return _line(
        {
            "document": found.document_id,
            "title": found.title,
            "published": None if found.published is None else found.published.value,
            "start": found.snippet.start,
            "end": found.snippet.end,
            "exact": found.snippet.exact,
        }
    )


def extracted(one: "pipeline.Extracted") -> str:
    """One file of `amparo extract`, with the faults of reading and of extraction; one that could not be read has these alone."""
    faults: report.JSON = [report.fault_json(fault) for fault in one.faults]
    if one.document is not None and one.extraction is not None:
        return _line({**report.extraction_json(one.document, one.extraction), "faults": faults})
    unknown = dict.fromkeys(("lang", "published", "title", "text_sha256", "engine", "passed_over"))
    nothing: dict[str, report.JSON] = {key: [] for key in ("persons", "others", "incidents", "law", "calls", "windows")}
    name = one.path.rpartition(" > ")[2].rpartition("/")[2]
    return _line({"id": name, **unknown, **nothing, "faults": faults})


def _line(value: report.JSON) -> str:
    return report.json_text(value, indent=None)
