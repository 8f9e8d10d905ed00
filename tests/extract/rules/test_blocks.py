"""Paragraphs, headings, datelines and furniture; folding that keeps every offset."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.extract.rules.blocks import Kind, blocks, fold, plain

LONGEST = 4000


def pieces(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, text[block.start : block.end].strip()) for block in blocks(text)]


def test_blank_lines_separate_paragraphs() -> None:
    assert pieces("He was held.\n\nShe was freed.") == [("text", "He was held."), ("text", "She was freed.")]


def test_a_line_of_blanks_separates_too() -> None:
    assert len(pieces("He was held.\n   \nShe was freed.")) == 2


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The blogger was held at the airport by men in\n"
        "plain clothes and put on a flight to the city\n"
        "that he had left. Another blogger was freed on\n"
        "the same day.\n"
    )
    assert pieces(text) == [("text", text.strip())]


def test_a_short_line_ends_a_wrapped_paragraph() -> None:
    text = (
        "The blogger was held at the airport by men in\n"
        "plain clothes and is lost.\n"
        "Another blogger was released on the same day.\n"
    )
    assert len(pieces(text)) == 2


def test_long_lines_are_paragraphs_of_their_own() -> None:
    assert len(pieces("He was held. " * 20 + "\n" + "She was freed. " * 20)) == 2


def test_a_short_line_without_an_end_is_a_heading() -> None:
    assert pieces("Blogger held in Minsk\n\nA blogger was held in Minsk on Monday.")[0] == (
        "heading",
        "Blogger held in Minsk",
    )


@pytest.mark.parametrize(
    "line",
    [
        "Related article: Court jails three bloggers",
        "Photo: Jane Fielding",
        "Read more",
        "Share",
        "Jane Fielding/Agency",
        "By Jane Fielding",
        "Tags: exile, courts",
        "https://example.org/story",
        "Home > World > Asia",
        "3 min read",
    ],
)
def test_furniture_of_a_page(line: str) -> None:
    assert pieces(f"A blogger was held.\n{line}\nHe was freed later.")[1] == ("furniture", line)


@pytest.mark.parametrize("line", ["He was held by police.", "Homes were searched.", "Sources say that he was held."])
def test_sentences_are_no_furniture(line: str) -> None:
    assert pieces(line) == [("text", line)]


def test_a_dateline_stands_apart() -> None:
    found = pieces("MINSK, March 4, 2018 (Agency) - A blogger was arrested at the airport on Sunday.")
    assert [kind for kind, _ in found] == ["heading", "text"]
    assert found[1][1].startswith("A blogger")


def test_furniture_takes_no_time_on_crumbs() -> None:
    """A trail of crumbs that ends in a long word has exponentially many readings for a careless expression."""
    assert pieces("ab > " * 50 + "x" * 60)


@pytest.mark.parametrize("text", ["a" * 9_000, "word " * 3_000, "One sentence. " * 1_000])
def test_no_block_is_longer_than_a_parser_can_hold(text: str) -> None:
    found = blocks(text)
    assert max(block.end - block.start for block in found) <= LONGEST
    assert "".join(text[block.start : block.end] for block in found) == text


def test_long_paragraphs_are_cut_behind_sentences() -> None:
    text = "One sentence. " * 1_000
    assert all(text[block.start : block.end].strip().endswith(".") for block in blocks(text))


def test_quotes_dashes_and_spaces_are_made_plain() -> None:
    assert fold("“A”\u00a0—\nb") == '"A" - b'


def test_plain_text_keeps_its_lines() -> None:
    assert plain("“A”\nb") == '"A"\nb'


def test_what_is_no_language_is_left_out() -> None:
    assert fold("see " + "=" * 200 + " here").split() == ["see", "here"]


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(plain(text)) == len(text)


@given(st.text(st.sampled_from("ab .\n\t>|“”—\u00a0A,"), max_size=300))
def test_blocks_stand_in_order_and_hold_all_words(text: str) -> None:
    found = blocks(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {offset for block in found for offset in range(block.start, block.end)}
    assert all(offset in covered for offset, letter in enumerate(text) if not letter.isspace())
    assert {block.kind for block in found} <= set(Kind)
