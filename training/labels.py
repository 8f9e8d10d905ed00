"""Annotations → what the reader should have answered at each person and sentence of an outline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amparo.extract.evaluate.fitting import date_fits as compatible
from amparo.extract.evaluate.fitting import name_fits
from amparo.extract.reader.outline import ACTS, Outline
from texts import Text

__all__ = ["Label", "compatible", "labels"]

_ACT = {act: number for number, act in enumerate(ACTS)}
_SHARED = 3  # characters that a quotation and a sentence must share for the sentence to carry the incident


@dataclass(frozen=True, slots=True)
class Label:
    """One annotated incident: the row of its person (the number of persons for the unnamed), act, status, the sentences that carry it, slots.

    ``other_acts`` are right too; ``groups`` are the noun phrases that name an unnamed target.
    """

    row: int
    act: int
    status: str
    lines: tuple[int, ...]
    host: str | None
    hosts_any: tuple[str, ...]
    destination: str | None
    origin: str | None
    date: str | None
    other_acts: tuple[int, ...]
    optional: bool
    groups: tuple[int, ...]


def labels(text: Text) -> list[Label]:
    """The incidents whose target the outline knows."""
    outline = text.outline
    names = {person["name"]: [*person.get("names", []), person["name"]] for person in text.gold["persons"]}
    found = []
    for one in text.gold["incidents"]:
        row = _row(outline, one["target"], names)
        unnamed = one["unnamed"] if one["target"] is None else None
        if row is None:
            continue
        found.append(
            Label(
                row=row,
                act=_ACT[one["act"]],
                status=one["status"],
                lines=tuple(sorted({n for quote in one["quotes"] for n in _lines(text, quote)})),
                host=one["host"],
                hosts_any=tuple(one.get("host_any", ())),
                destination=one["destination"],
                origin=one["origin"],
                date=one["date"],
                other_acts=tuple(_ACT[act] for act in one.get("act_alt", ()) if act in _ACT),
                optional=bool(one.get("optional")),
                groups=_groups(text, unnamed, one.get("count")) if unnamed else (),
            )
        )
    return found


def _row(outline: Outline, target: str | None, names: dict[str, list[str]]) -> int | None:
    if target is None:
        return len(outline.persons)
    forms = names.get(target, [target])
    fits = (n for n, person in enumerate(outline.persons) if any(name_fits(form, person.name) for form in forms))
    return next(fits, None)


def _lines(text: Text, quote: str) -> Iterator[int]:
    for start, end in _places(text.text, quote):
        for number, line in enumerate(text.outline.lines):
            if min(line.end, end) - max(line.start, start) > _SHARED:
                yield number
        return


def _groups(text: Text, words: str, count: int | None) -> tuple[int, ...]:
    """The noun phrases inside the annotated words, those with its count alone where there are any."""
    places = list(_places(text.text, words))
    groups = text.outline.groups
    meet = [any(a <= one.head < b or (one.start <= a and b <= one.end) for a, b in places) for one in groups]
    found = [number for number, met in enumerate(meet) if met]
    return tuple([n for n in found if groups[n].count == count] or found)


def _places(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where the words stand, whatever the blanks between them."""
    if words.strip():
        for match in re.finditer(r"\s+".join(map(re.escape, words.split())), text):
            yield match.span()
