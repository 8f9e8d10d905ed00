"""Records in, plain words, JSON and dossiers out: pure, given its data, never asking for it.

`dossier_markdown` is the main verb; `case_lines` is what the screen, the dossier and the page all print;
`explanations` says why a document is read as it is; `case_json` and `extraction_json` are the documented JSON (``docs/json.md``), written out by `json_text`.
"""

from .dossier import dossier_markdown
from .explanation import Explanation, SlotReason, explanation_json, explanations
from .json_case import case_json
from .json_extraction import extraction_json
from .json_law import finding_json, law_check_json
from .json_values import JSON, fault_json, json_text
from .lines import (
    CallLine,
    CaseLines,
    Difference,
    Evidence,
    LawClaimLine,
    LawLine,
    Quote,
    SourceLine,
    TimelineEntry,
    WindowLine,
)
from .lines_case import case_lines
from .lines_law import law_lines

__all__ = [
    "JSON", "CallLine", "CaseLines", "Difference", "Evidence", "Explanation", "LawClaimLine", "LawLine", "Quote",
    "SlotReason", "SourceLine", "TimelineEntry", "WindowLine", "case_json", "case_lines", "dossier_markdown",
    "explanation_json", "explanations", "extraction_json", "fault_json", "finding_json", "json_text",
    "law_check_json", "law_lines",
]  # fmt: skip
