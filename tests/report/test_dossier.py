import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from syrupy.assertion import SnapshotAssertion
from tests.report.cases import BOUND, COURIER, JOURNALIST, UNNAMED, hostile_case

from amparo.model import Case, Source
from amparo.report import case_lines, dossier_markdown

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = [
    "[click](javascript:alert(1))",
    "![x](https://example.org/pixel.png)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "# heading",
    "1. one\n2. two",
    "- item",
    "> quoted\n\n# new heading",
    "`code` ```fence```",
    "| a | b |",
    "[1]: https://example.org",
    "<https://example.org>",
    "&lt;b&gt;",
    "*bold* __strong__ ~~gone~~",
    "a\n===\n\n---",
    "safe\u202egnp.exe\u2066",
    "\x1b[31mred\x1b[0m\x07",
    "{{ case }}{% for x in y %}",
]


def dossier(case: Case) -> str:
    return dossier_markdown(case, generated_on=date(2022, 6, 1), version="0.0.0")


@pytest.mark.parametrize("case", [JOURNALIST, UNNAMED], ids=["journalist", "unnamed"])
def test_dossier(case: Case, snapshot: SnapshotAssertion) -> None:
    assert dossier(case) == snapshot


def test_the_same_case_gives_the_same_dossier_in_whatever_order_the_documents_come() -> None:
    turned = replace(JOURNALIST, documents=JOURNALIST.documents[::-1], claims=JOURNALIST.claims[::-1])
    assert dossier(turned) == dossier(JOURNALIST)


def test_every_value_of_the_view_is_in_the_dossier() -> None:
    text = dossier(JOURNALIST)
    for entry in case_lines(JOURNALIST).timeline:
        parts = [entry.headline, entry.date_words, entry.route, entry.pursued_by, *entry.agents, *entry.said_by]
        parts += [*entry.details, *entry.inferred, *(quote.words for quote in entry.quotes), *map(str, entry.evidence)]
        assert [part for part in parts if part not in text] == []


def test_it_says_that_no_person_has_reviewed_it_and_that_it_is_no_advice() -> None:
    for case in (JOURNALIST, UNNAMED):
        text = dossier(case)
        assert "not yet reviewed by a person" in text
        assert "Nothing here is legal advice" in text


def test_incidents_of_which_the_law_says_the_same_share_one_section() -> None:
    text = dossier(JOURNALIST)
    assert re.findall(r"^### (Incident.*)$", text, re.MULTILINE) == ["Incidents 1 and 2", "Incident 3"]


def test_a_line_from_memory_and_a_reservation_are_shown() -> None:
    text = dossier(JOURNALIST)
    assert "Caution: confidence medium; recalled, check before citing" in text
    assert "Reservation: Geographical limitation" in text


def test_the_day_of_collection_is_shown_where_it_is_given() -> None:
    source = Source(
        sha256=COURIER.source,
        name="courier.html",
        media_type="text/html",
        size=512,
        collected_at=datetime(2022, 3, 5, 14, 5, tzinfo=UTC),
    )
    text = dossier_markdown(JOURNALIST, generated_on=date(2022, 6, 1), version="0", sources=[source])
    assert "Collected: 5 March 2022, 14:05 UTC, as courier.html (text/html, 512 bytes)" in text
    assert text.count("the casebook's custody log holds the day") == 1


def test_a_case_without_incidents_says_so() -> None:
    text = dossier(replace(JOURNALIST, incidents=(), findings=()))
    assert text.count("The reports tell of no incident.") == 2


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_stays_text(words: str) -> None:
    assert_harmless(dossier(hostile_case(words)))


@settings(max_examples=25)
@given(
    st.text(st.sampled_from("\\`*_[]()<>#+-.!|~&:1ax \n\u202e"), min_size=1).filter(
        lambda words: bool(words.strip(" \n_"))
    )
)
def test_no_text_becomes_a_link_or_markup(words: str) -> None:
    assert_harmless(dossier(hostile_case(words)))


def assert_harmless(text: str) -> None:
    """The blocks are those of a harmless case, the lines hold plain text and emphasis that is ours, and nothing acts on a screen."""
    tokens = MARKDOWN.parse(text)
    assert shape(tokens) == shape(MARKDOWN.parse(dossier(hostile_case("plain words"))))
    inside = {child.type for token in tokens for child in token.children or []}
    assert inside <= {"text", "strong_open", "strong_close"}
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def shape(tokens: list[Token]) -> list[tuple[str, str, int]]:
    return [(token.type, token.tag, token.level) for token in tokens]


def test_a_source_address_is_a_link_to_itself_only() -> None:
    tokens = MARKDOWN.parse(dossier(JOURNALIST))
    links = {child.attrs["href"] for token in tokens for child in token.children or [] if child.type == "link_open"}
    assert links == {BOUND.source_url}
