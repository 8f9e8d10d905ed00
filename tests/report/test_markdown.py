from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from amparo.report.markdown import Markdown, escape, web_link

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])

# Text made of what Markdown gives a meaning, so that chance finds the combinations.
SPECIAL = st.lists(
    st.sampled_from([
        *"\\`*_{}[]()<>#+-.!|~&:$^=\"'@/% \t\n", "a", "1", "1.", "](", "![", "[1]", "[1]:", "javascript:", "http://", "&lt;",
        "&#60;", "<script>", "</p>", "<!--", "```", "~~~", "---", "www.", "x@y.org", "    ", "| a |", "- [x]", "[^1]", "\u202e",
    ])
).map("".join)  # fmt: skip
FRAMES = [
    "{}",
    "- {}",
    "> “{}” [1]",
    "# {}",
    "### 1. {}",
    "| a | b |\n| - | - |\n| {} | {} |",
    "- a\n  - b: {}\n\n  > “{}”",
]


@pytest.mark.parametrize("frame", FRAMES)
@given(text=SPECIAL | st.text())
@example(text="[a](javascript:alert)")
@example(text="<script>alert(1)</script>")
@example(text="# heading")
@example(text="[1]: https://example.org")
@example(text="\\|")
def test_escaped_text_renders_as_itself_wherever_it_stands(frame: str, text: str) -> None:
    words = " ".join(text.replace("\0", "").split())
    tokens = MARKDOWN.parse(frame.replace("{}", escape(words)))
    reference = MARKDOWN.parse(frame.replace("{}", "x"))
    if words:
        assert [token.type for token in tokens] == [token.type for token in reference]
    assert {token.type for token in inline(tokens)} <= {"text"}
    shown = [token.content for token in inline(tokens)]
    expected = [token.content.replace("x", words) for token in inline(reference)]
    if words and not frame.startswith("#"):
        assert "".join(shown) == "".join(expected)


def inline(tokens: list[Token]) -> Iterator[Token]:
    """The tokens inside lines of text."""
    for token in tokens:
        yield from token.children or []


def test_a_reference_reads_as_it_is_but_can_not_be_given_an_address() -> None:
    assert escape("said so [12]") == "said so [12]"
    assert escape("[1]: https://example.org") == "\\[1\\]: https\\://example.org"
    assert escape("[1](x)") == "\\[1\\](x)"


def test_ordinary_words_are_left_alone() -> None:
    words = "On 20 October 2021, 3 people (two of them “refugees”) were – it's said – held; Türkiye: 40%."
    assert escape(words) == words


def test_addresses_in_text_are_not_linked_by_viewers_that_link_unasked() -> None:
    assert escape("see www.example.org") == "see www\\.example.org"


def test_markdown_is_not_escaped_twice() -> None:
    assert escape(Markdown("*a*")) == "*a*"


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://treaties.un.org/a_b?c=1&d=2", "<https://treaties.un.org/a_b?c=1&d=2>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://a> [b](c)", "https\\://a\\> \\[b\\](c)"),
        ("", ""),
    ],
)
def test_web_links_are_web_addresses_only(url: str, written: str) -> None:
    assert web_link(url) == written
