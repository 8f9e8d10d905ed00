"""Who published a document, when and under what title: as the collector said, else as the file states, else as its text shows."""

from dataclasses import dataclass

from amparo.model import Basis, Edtf
from amparo.vocabulary.datelines import dateline

from .reading import Readout

_WRAPPED = 60  # characters; a shorter line above another one was not broken for want of room
_LONGEST = 250  # characters of a headline


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What is known of a document's publication. ``basis`` says where ``published`` comes from; None without a date."""

    title: str | None
    publisher: str | None
    published: Edtf | None
    basis: Basis | None


def publication(
    readout: Readout, *, language: str | None, publisher: str | None = None, published: Edtf | None = None
) -> Publication:
    """Title, publisher and date of ``readout``; ``publisher`` and ``published`` are what the collecting person gave."""
    date, basis = _date(readout, language, published)
    return Publication(
        title=readout.title or headline(readout.text),
        publisher=publisher or readout.publisher,
        published=date,
        basis=basis,
    )


def _date(readout: Readout, language: str | None, given: Edtf | None) -> tuple[Edtf | None, Basis | None]:
    if given is not None:
        return given, Basis.GIVEN
    if readout.published is not None:
        return readout.published, Basis.METADATA
    shown = dateline(readout.text, language or "en")
    if shown is None or shown.date is None:
        return None, None
    return shown.date, Basis.DATELINE


def headline(text: str) -> str | None:
    """The headline that stands over a plain text: its first paragraph when that is set like one, else None.

    Like a headline is: one line, or a few that were broken for want of room; two words at least; no full stop at its end; not a
    row of menu entries, nor a caption over a credit («Name/AGENCY»); and text below it.
    """
    first, _, rest = text.strip().partition("\n\n")
    lines = [line.strip() for line in first.split("\n")]
    line = " ".join(lines)
    unlike = (
        not rest.strip()
        or len(line) > _LONGEST
        or " " not in line
        or any(len(upper) < _WRAPPED for upper in lines[:-1])
        or line[-1] in ".,;:!…"
        or (len(lines) > 1 and "/" in lines[-1])  # a caption with the photographer's credit under it
        or any(mark in line for mark in ("  ", "\t", ">", "|", "•", "»"))
        or not any(map(str.isalpha, line))
    )
    return None if unlike else line
