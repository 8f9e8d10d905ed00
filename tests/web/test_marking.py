import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from amparo.web.marking import Kind, Mark, marked, shown

from .markup import seen

PLAIN = "ab <>&\"'\n\té/-="  # characters that are shown as they are
HOSTILE = PLAIN + "\u202e\u2066\u200f\u00a0\x00\x1b\x85\u2028\ud800\U000e0041тј"


def spans(length: int) -> st.SearchStrategy[list[tuple[int, int]]]:
    place = st.integers(min_value=0, max_value=length)
    return st.lists(st.tuples(place, place).filter(lambda span: span[0] < span[1]), max_size=12)


@st.composite
def marked_texts(draw: st.DrawFn, alphabet: str) -> tuple[str, list[Mark]]:
    text = draw(st.text(alphabet, min_size=1, max_size=40))
    kinds = st.sampled_from(Kind)
    return text, [
        Mark(start=start, end=end, kind=draw(kinds), number=draw(st.integers(1, 9)), meaning=f"{start} to {end}")
        for start, end in draw(spans(len(text)))
    ]


@given(marked_texts(HOSTILE))
def test_the_text_can_be_had_back(sample: tuple[str, list[Mark]]) -> None:
    text, marks = sample
    assert re.sub("<[^>]*>", "", marked(text, marks)) == escape(shown(text))


@given(marked_texts(PLAIN))
def test_every_character_stands_in_the_marks_that_hold_it_and_in_no_other(sample: tuple[str, list[Mark]]) -> None:
    text, marks = sample
    place = 0
    for words, around in seen(marked(text, marks)).words:
        for _ in words:
            holding = {(mark.start, mark.end) for mark in marks if mark.start <= place < mark.end}
            assert {element.attributes["title"] for element in around} == {f"{one} to {two}" for one, two in holding}
            place += 1
    assert place == len(text)


@given(marked_texts(PLAIN))
def test_every_mark_is_found_under_its_place_and_begins_there(sample: tuple[str, list[Mark]]) -> None:
    text, marks = sample
    page = seen(marked(text, marks))
    assert sorted(page.ids()) == sorted({f"p-{mark.start}-{mark.end}" for mark in marks})
    for mark in marks:
        before = marked(text, marks).partition(f'id="p-{mark.start}-{mark.end}"')[0].rpartition("<")[0]
        assert unescape(re.sub("<[^>]*>", "", before)) == text[: mark.start]


def test_nested_marks_stay_whole() -> None:
    marks = [Mark(start=0, end=9, kind=Kind.CLAIM, number=1), Mark(start=2, end=4, kind=Kind.SLOT, number=1)]
    assert marked("abcdefghi", marks) == (
        '<mark class="claim" id="p-0-9" data-n="1">ab<mark class="slot" id="p-2-4">cd</mark>efghi</mark>'
    )


def test_overlapping_marks_are_split() -> None:
    marks = [Mark(start=0, end=3, kind=Kind.CLAIM, number=1), Mark(start=2, end=5, kind=Kind.CLAIM, number=2)]
    assert marked("abcde", marks) == (
        '<mark class="claim" id="p-0-3" data-n="1">ab<mark class="claim" id="p-2-5" data-n="2">c</mark></mark>'
        '<mark class="claim">de</mark>'
    )


def test_marks_of_one_place_become_one() -> None:
    marks = [
        Mark(start=0, end=2, kind=Kind.SLOT, number=4, meaning="4: date"),
        Mark(start=0, end=2, kind=Kind.CLAIM, number=7, meaning="7"),
        Mark(start=0, end=2, kind=Kind.CLAIM, number=5, meaning="5"),
    ]
    assert marked("ab", marks) == ('<mark class="slot claim" title="4: date; 7; 5" id="p-0-2" data-n="5, 7">ab</mark>')


def test_marks_outside_of_the_text_are_left_out() -> None:
    marks = [Mark(start=start, end=end, kind=Kind.FOUND) for start, end in ((-1, 1), (1, 1), (2, 1), (1, 4))]
    assert marked("abc", marks) == "abc"


def test_what_would_act_on_the_screen_is_written_out() -> None:
    assert shown("a\u202eb\x1b[2J\nc\td\u00a0e\u200cf") == "a‹U+202E›b‹U+001B›[2J\nc\td\u00a0e\u200cf"
