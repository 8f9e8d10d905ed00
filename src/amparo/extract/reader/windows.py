"""An outline cut into windows that the encoder can hold, every name in it replaced by one nameless token.

Names are hidden so that nothing can be learnt of or decided by them; a window that is not the first begins with the last sentences of the
one before.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from .outline import Line, Outline
from .pieces import Piece, Pieces

__all__ = ["MOST_PERSONS", "Stretch", "Window", "windows"]

_LENGTH = 500  # pieces of a window; the encoder holds 512
_LINE = 160  # pieces of a sentence that are read
_LEAD = 3  # sentences of the window before that are read again
MOST_PERSONS = 60  # persons told apart in one window


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces ``[first, last)`` of a window: sentence, place or date number ``index`` of the outline."""

    index: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """One input of the encoder. ``names`` are (piece, person, sentence); ``own`` the sentences that are decided here (the others lead in)."""

    ids: tuple[int, ...]
    lines: tuple[Stretch, ...]
    names: tuple[tuple[int, int, int], ...]
    places: tuple[Stretch, ...]
    dates: tuple[Stretch, ...]
    groups: tuple[Stretch, ...]
    own: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Cut:
    """One sentence in pieces."""

    ids: tuple[int, ...]
    names: tuple[tuple[int, int], ...]
    places: tuple[Stretch, ...]
    dates: tuple[Stretch, ...]
    groups: tuple[Stretch, ...]


def windows(outline: Outline, pieces: Pieces, nameless: Callable[[int], int]) -> Iterator[Window]:
    """The windows of an outline, in order; ``nameless`` gives the piece that stands for a person."""
    things = [
        _by_line(outline, [(place.start, place.end) for place in outline.places]),
        _by_line(outline, [(date.start, date.end) for date in outline.dates]),
        _by_line(outline, [(group.head, group.head + 1) for group in outline.groups]),
    ]
    cuts = [
        _cut(outline.text, line, pieces, nameless, [kind.get(number, []) for kind in things])
        for number, line in enumerate(outline.lines)
    ]
    first = 0
    while first < len(cuts):
        lead = range(max(0, first - _LEAD), first)
        while lead and sum(len(cuts[n].ids) for n in (*lead, first)) >= _LENGTH:
            lead = lead[1:]
        last, size, seen = first, 1 + sum(len(cuts[n].ids) for n in lead), {p for n in lead for _, p in cuts[n].names}
        while last < len(cuts):
            size += len(cuts[last].ids)
            seen |= {person for _, person in cuts[last].names}
            if last > first and (size > _LENGTH or len(seen) > MOST_PERSONS):
                break
            last += 1
        yield _window(cuts, (*lead, *range(first, last)), tuple(range(first, last)), pieces.opening)
        first = last


def _by_line(outline: Outline, things: Sequence[tuple[int, int]]) -> dict[int, list[tuple[int, int, int]]]:
    """The things of each sentence, as (start, end, number)."""
    found: dict[int, list[tuple[int, int, int]]] = {}
    starts = [line.start for line in outline.lines]
    for number, (start, end) in enumerate(things):
        line = bisect_right(starts, start) - 1
        if line >= 0 and start < outline.lines[line].end:
            found.setdefault(line, []).append((start, end, number))
    return found


def _cut(
    text: str,
    line: Line,
    pieces: Pieces,
    nameless: Callable[[int], int],
    things: Sequence[Sequence[tuple[int, int, int]]],
) -> _Cut:
    found: list[Piece] = []
    names: list[tuple[int, int]] = []
    at = line.start
    for name in line.names:
        found += pieces.cut(text, at, name.start)
        names.append((len(found), name.person))
        found.append(Piece(nameless(name.person), name.start, name.end))
        at = name.end
    found += pieces.cut(text, at, line.end)
    found = found[:_LINE]
    return _Cut(
        (*(piece.id for piece in found), pieces.closing),
        tuple((at, person) for at, person in names if at < len(found)),
        *(tuple(_stretches(found, kind)) for kind in things),
    )


def _stretches(found: Sequence[Piece], things: Sequence[tuple[int, int, int]]) -> Iterator[Stretch]:
    for start, end, number in things:
        inside = [at for at, piece in enumerate(found) if piece.start < end and piece.end > start]
        if inside:
            yield Stretch(number, inside[0], inside[-1] + 1)


def _window(cuts: Sequence[_Cut], numbers: Sequence[int], own: tuple[int, ...], opening: int) -> Window:
    ids = [opening]
    lines: list[Stretch] = []
    names: list[tuple[int, int, int]] = []
    places: list[Stretch] = []
    dates: list[Stretch] = []
    groups: list[Stretch] = []
    for number in numbers:
        cut, at = cuts[number], len(ids)
        ids += cut.ids
        lines.append(Stretch(number, at, len(ids)))
        names += [(at + piece, person, number) for piece, person in cut.names]
        places += [Stretch(s.index, at + s.first, at + s.last) for s in cut.places]
        dates += [Stretch(s.index, at + s.first, at + s.last) for s in cut.dates]
        groups += [Stretch(s.index, at + s.first, at + s.last) for s in cut.groups]
    return Window(
        ids=tuple(ids),
        lines=tuple(lines),
        names=tuple(names),
        places=tuple(places),
        dates=tuple(dates),
        groups=tuple(groups),
        own=own,
    )
