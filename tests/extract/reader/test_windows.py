"""Outlines cut into what the encoder can hold."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.reader import made

from amparo.extract.reader.network import nameless
from amparo.extract.reader.outline import Outline
from amparo.extract.reader.windows import MOST_PERSONS, Stretch, Window, windows

PIECES = made.word_pieces()
HELD = 512  # pieces that the encoders in use can read at once
NAMES = st.lists(st.sampled_from([f"P{n}" for n in range(90)]), max_size=12, unique=True)
rows = st.lists(NAMES, min_size=1, max_size=60)


def cut(outline: Outline) -> list[Window]:
    return list(windows(outline, PIECES, nameless(PIECES)))


def told_apart(window: Window) -> int:
    return len({person for _, person, _ in window.names})


def check(outline: Outline, found: Sequence[Window]) -> None:
    """What must hold of any windows."""
    assert [line for window in found for line in window.own] == list(range(len(outline.lines)))
    for window in found:
        assert len(window.ids) <= HELD
        assert window.ids[0] == PIECES.opening
        assert told_apart(window) <= MOST_PERSONS or len(window.own) == 1
        at = 1
        for line in window.lines:
            assert line.first == at < line.last
            assert window.ids[line.last - 1] == PIECES.closing
            at = line.last
        assert at == len(window.ids)
        numbers = [line.index for line in window.lines]
        assert numbers == list(range(numbers[0], window.own[-1] + 1))
        for piece, person, number in window.names:
            assert window.ids[piece] == PIECES.nameless[person * 7 % 60]
            assert person in {name.person for name in outline.lines[number].names}
            line = window.lines[numbers.index(number)]
            assert line.first <= piece < line.last


@settings(deadline=None)
@given(rows, st.lists(st.sampled_from(("TJ", "RU", "LV")), max_size=4), st.lists(st.just("two men"), max_size=2))
def test_every_sentence_is_decided_in_one_window(names: list[list[str]], places: list[str], groups: list[str]) -> None:
    outline = made.listed(names, places=places, groups=groups)
    check(outline, cut(outline))


def test_a_short_text_is_one_window_with_everything_in_it() -> None:
    outline = made.outline()
    (window,) = cut(outline)
    check(outline, [window])
    assert [stretch.index for stretch in window.places] == list(range(len(outline.places)))
    assert [stretch.index for stretch in window.dates] == list(range(len(outline.dates)))
    assert [stretch.index for stretch in window.groups] == list(range(len(outline.groups)))


def test_places_dates_and_groups_point_at_their_own_characters() -> None:
    outline = made.outline(made.REPORT * 8)
    seen = {"places": 0, "dates": 0, "groups": 0}
    for window in cut(outline):
        for kind, stretches in (("places", window.places), ("dates", window.dates), ("groups", window.groups)):
            for stretch in stretches:
                assert window.ids[stretch.first : stretch.last] == tuple(alone(outline, kind, stretch))
                seen[kind] += 1
    assert seen["places"] >= len(outline.places) > 8
    assert seen["dates"] >= len(outline.dates) > 8
    assert seen["groups"] >= len(outline.groups) > 8


def alone(outline: Outline, kind: str, stretch: Stretch) -> list[int]:
    """The pieces of a thing, cut without what stands around it; of a group its head's."""
    if kind == "groups":
        start = outline.groups[stretch.index].head
        end = start + len(outline.text[start:].split()[0].strip(",.’"))
    else:
        one = outline.places[stretch.index] if kind == "places" else outline.dates[stretch.index]
        start, end = one.start, one.end
    return [piece.id for piece in PIECES.cut(outline.text, start, end)]


def test_names_are_hidden() -> None:
    first, second = (
        made.outline(f"Police in Riga detained {name} on 3 May 2019. {name} is an activist.")
        for name in ("Odil Samadov", "Lola Rashidova")
    )
    assert [window.ids for window in cut(first)] == [window.ids for window in cut(second)]


def test_a_later_window_begins_with_the_sentences_before() -> None:
    found = cut(made.listed([["P1"]] * 200))
    assert len(found) > 2
    for before, window in pairwise(found):
        assert [line.index for line in window.lines][:3] == list(before.own[-3:])
        assert window.own[0] == window.lines[3].index


def test_a_sentence_without_end_is_read_in_part() -> None:
    text = "Police detained Odil Samadov, " + ", ".join(["an activist"] * 400) + " in Riga."
    outline = made.outline(text)
    check(outline, found := cut(outline))
    assert sum(len(window.ids) for window in found) < 400


def test_five_thousand_names() -> None:
    for outline in (
        made.listed([[f"P{n}"] for n in range(5000)]),
        made.listed([[f"P{n}" for n in range(5000)]]),
        made.listed([[f"P{n + m}" for m in range(40)] for n in range(0, 5000, 40)]),
    ):
        check(outline, cut(outline))


def test_no_text_has_no_window() -> None:
    assert cut(made.outline("")) == []
