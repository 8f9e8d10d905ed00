"""What reading gives: to the caller a `Reading`, and from a format's module a `Readout`."""

from dataclasses import dataclass

from amparo.model import Document, Edtf, Fault, Page

TEXT_LIMIT = 10_000_000  # characters of one document: some 5,000 pages; more is a dump, not a report


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that came with an e-mail, decoded; the caller makes a `Source` of it whose parent is the e-mail."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one source gave: its document, or None; what went wrong, in the order met; the files that came with it.

    A document may come with faults (a page that could not be read, a broken attachment). An e-mail that only carries
    attachments gives neither document nor fault.
    """

    document: Document | None
    faults: tuple[Fault, ...] = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Readout:
    """What a format's module took out of the bytes. The metadata are those that the file states itself.

    ``text`` has line feeds as line ends. ``published`` is a day, month or year of publication, never one of saving or printing.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    published: Edtf | None = None
    pages: tuple[Page, ...] = ()
    faults: tuple[Fault, ...] = ()
    attachments: tuple[Attachment, ...] = ()
