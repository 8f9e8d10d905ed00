"""A text with places marked in it, as HTML from which the text can be had back."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup, escape

from amparo.report.words import visible

_UNUSUAL = re.compile(r"[^\n\t -~\w]")  # what may need writing out; all else is shown as it is


class Kind(StrEnum):
    """Why a place is marked; the value is the class in the style sheet."""

    CLAIM = "claim"  # it carries a claim as a whole
    SLOT = "slot"  # it carries one value of a claim
    FOUND = "found"  # the reader was sent here


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place to be marked: ``start`` to ``end`` in code points of the text.

    ``number`` is that of the note beside the text, ``meaning`` what the reader is told who points at it.
    """

    start: int
    end: int
    kind: Kind
    number: int | None = None
    meaning: str = ""


Span = tuple[int, int]


def marked(text: str, marks: Iterable[Mark]) -> Markup:
    """``text`` in HTML with every mark in its place, as ``<mark id="p-START-END">`` around exactly these characters.

    Marks of the same place become one. Where two overlap, and neither holds the other, the later one is continued in a second element,
    without an id. Marks that lie outside of the text are left out. With all tags taken away it is `shown`, escaped.
    """
    at_place = _by_place(text, marks)
    starting, ends = _starts(at_place), {end for _, end in at_place}
    pieces: list[Markup] = []
    opened: list[Span] = []
    position = 0
    for place in sorted(ends | set(starting)):
        pieces.append(escape(shown(text[position:place])))
        pieces += _close(opened, place, at_place)
        for span in starting.get(place, ()):
            opened.append(span)
            pieces.append(_tag(span, at_place[span]))
        position = place
    pieces.append(escape(shown(text[position:])))
    return Markup("").join(pieces)


def shown(text: str) -> str:
    """``text`` with each character that would act on a screen written out («‹U+202E›»), line breaks and tabs left as they are."""
    return _UNUSUAL.sub(lambda found: visible(found[0]) or found[0], text)


def _by_place(text: str, marks: Iterable[Mark]) -> dict[Span, list[Mark]]:
    found: defaultdict[Span, list[Mark]] = defaultdict(list)
    for mark in marks:
        if 0 <= mark.start < mark.end <= len(text):
            found[mark.start, mark.end].append(mark)
    return dict(found)


def _starts(spans: Iterable[Span]) -> dict[int, list[Span]]:
    """Which spans begin where, the longest first, so that it holds the others."""
    found: defaultdict[int, list[Span]] = defaultdict(list)
    for start, end in sorted(spans, key=lambda span: -span[1]):
        found[start].append((start, end))
    return dict(found)


def _close(opened: list[Span], place: int, at_place: dict[Span, list[Mark]]) -> Iterator[Markup]:
    """End what ends at ``place``; what was begun inside it and goes on is ended with it and begun again."""
    first = next((depth for depth, (_, end) in enumerate(opened) if end == place), len(opened))
    inner = opened[first:]
    del opened[first:]
    yield from [Markup("</mark>")] * len(inner)
    for span in inner:
        if span[1] != place:
            opened.append(span)
            yield _tag(span, at_place[span], goes_on=True)


def _tag(span: Span, marks: list[Mark], *, goes_on: bool = False) -> Markup:
    attributes = {"class": " ".join(dict.fromkeys(mark.kind.value for mark in marks))}
    if meaning := "; ".join(dict.fromkeys(mark.meaning for mark in marks if mark.meaning)):
        attributes["title"] = meaning
    if not goes_on:
        attributes["id"] = f"p-{span[0]}-{span[1]}"
        numbers = sorted({mark.number for mark in marks if mark.kind is Kind.CLAIM and mark.number is not None})
        if numbers:
            attributes["data-n"] = ", ".join(map(str, numbers))
    return Markup("<mark{}>").format(
        Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in attributes.items())
    )
