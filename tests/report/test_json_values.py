import json

from hypothesis import given
from hypothesis import strategies as st
from tests.report.cases import COURIER, cite

from amparo.report import json_text
from amparo.report.json_values import passage_json


@given(st.dictionaries(st.text(st.characters(exclude_categories=())), st.text(st.characters(exclude_categories=()))))
def test_any_text_comes_back_exactly(value: dict[str, str]) -> None:
    assert json.loads(json_text(dict(value))) == value


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_a_terminal_obeys_is_written_out(text: str) -> None:
    written = json_text(text, indent=None)
    written.encode("utf-8")
    assert not any(
        character < " " or "\x7f" <= character <= "\x9f" or character in "\u2028\u2029\u202a\u202e\u2066\u2069"
        for character in written
    )


def test_letters_of_other_scripts_stay_readable() -> None:
    assert json_text("Тоҷикистон ایران") == '"Тоҷикистон ایران"'


def test_one_line_for_json_lines() -> None:
    assert json_text({"a": ["b\nc", None]}, indent=None) == '{"a": ["b\\nc", null]}'


def test_a_passage_of_an_unpaged_or_absent_document_has_no_page() -> None:
    passage = cite(COURIER, "seized")
    assert passage_json(passage, {COURIER.id: COURIER})["page"] is None
    assert passage_json(passage, {})["page"] is None
