"""Files into a casebook. The texts tell of nothing, so that no parse is waited for longer than need be."""

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.read.files import ENGLISH, pdf

from amparo.casebook import Casebook
from amparo.model import Cause, CustodyAction, Edtf, WrongCall, sha256
from amparo.pipeline import Given, ImportRow, Outcome, add

NOTHING_GIVEN = Given()
PAPER = pdf(ENGLISH)


def added(book: Casebook, *paths: Path, given: Given = NOTHING_GIVEN) -> list[ImportRow]:
    return list(add(book, paths, by="rosa", given=given))


def mail(text: str, *attachments: tuple[str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "rosa@example.org", "desk@example.org", "Papers"
    if text:
        message.set_content(text)
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "note.txt"
    path.parent.mkdir()
    path.write_text(ENGLISH)
    return path


def test_a_file_is_kept_read_and_logged(book: Casebook, note: Path) -> None:
    given = Given(publisher="The Example Courier", published=Edtf("2024-02"))
    (row,) = added(book, note, given=given)
    digest = sha256(ENGLISH.encode())
    assert row == ImportRow(path=str(note), outcome=Outcome.ADDED, sha256=digest, document=digest[:16])
    source, document = book.sources.get(digest), book.documents.get(digest[:16])
    assert source is not None
    assert document is not None
    assert (source.name, source.publisher, source.published) == ("note.txt", "The Example Courier", Edtf("2024-02"))
    assert (document.text, document.published) == (ENGLISH, Edtf("2024-02"))
    assert book.sources.content(digest) == ENGLISH.encode()
    lines = [(line.action, line.by, line.note) for line in book.custody.entries(digest)]
    assert lines == [
        (CustodyAction.COLLECTED, "rosa", "note.txt"),
        (CustodyAction.READ, "rosa", document.reader),
    ]
    assert book.verify() == ()


def test_the_same_bytes_twice_are_one_source(book: Casebook, note: Path) -> None:
    copy = note.with_name("z-copy.txt")
    copy.write_bytes(note.read_bytes())
    first, second = added(book, note.parent)
    assert (first.outcome, second.outcome) == (Outcome.ADDED, Outcome.ALREADY_IN)
    assert (second.sha256, second.same_as) == (first.sha256, "note.txt")
    assert len(list(book.sources.all())) == 1
    last = book.custody.last()
    assert last is not None
    assert (last.action, last.note) == (CustodyAction.OFFERED_AGAIN, "as z-copy.txt")


def test_attachments_become_sources_of_their_own(book: Casebook, tmp_path: Path) -> None:
    inner = mail("An older letter, forwarded.", ("paper.pdf", PAPER))
    message = mail("", ("paper.pdf", PAPER), ("same.pdf", PAPER), ("older.eml", inner))
    (tmp_path / "m.eml").write_bytes(message)
    rows = added(book, tmp_path / "m.eml")
    where = str(tmp_path / "m.eml")
    assert [(row.path.removeprefix(where), row.outcome) for row in rows] == [
        ("", Outcome.ONLY_ATTACHMENTS),
        (" > paper.pdf", Outcome.ADDED),
        (" > same.pdf", Outcome.ALREADY_IN),
        (" > older.eml", Outcome.ADDED),
        (" > older.eml > paper.pdf", Outcome.ALREADY_IN),
    ]
    paper, older = book.sources.get(sha256(PAPER)), book.sources.get(rows[3].sha256 or "")
    assert paper is not None
    assert older is not None
    assert paper.parent == older.parent == sha256(message)
    assert rows[0].faults == ()
    assert book.verify() == ()


def test_what_was_given_is_said_of_the_message_and_not_of_its_attachments(book: Casebook, tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_bytes(mail("See the paper.", ("paper.pdf", PAPER)))
    added(book, tmp_path / "m.eml", given=Given(publisher="A desk", published=Edtf("2024")))
    publishers = {source.name: (source.publisher, source.published) for source in book.sources.all()}
    assert publishers == {"m.eml": ("A desk", Edtf("2024")), "paper.pdf": (None, None)}


def test_a_file_that_cannot_be_read_is_kept_with_its_fault(book: Casebook, note: Path) -> None:
    broken = note.with_name("broken.pdf")
    broken.write_bytes(PAPER[:300])
    row, good = added(book, note.parent)
    assert (row.outcome, good.outcome) == (Outcome.ARCHIVED_UNREAD, Outcome.ADDED)
    assert [fault.where for fault in row.faults] == [str(broken)]
    assert row.document is None
    (kept,) = book.faults.all()
    assert (kept.where, kept.cause) == ("broken.pdf", row.faults[0].cause)  # a path can name people: it is not kept
    assert [line.action for line in book.custody.entries(row.sha256)][-1] is CustodyAction.COULD_NOT_READ


def test_a_text_in_a_language_that_is_not_read_is_a_fault_under_its_path(book: Casebook, tmp_path: Path) -> None:
    path = tmp_path / "fr.txt"
    path.write_text("L'avocat a dit que son client avait été conduit à l'aéroport pendant la nuit par la police. " * 3)
    (row,) = added(book, path)
    assert (row.outcome, row.claims) == (Outcome.ADDED, 0)
    assert [(fault.where, fault.cause) for fault in row.faults] == [(str(path), Cause.UNSUPPORTED_LANGUAGE)]


def test_an_empty_file_is_not_taken_in(book: Casebook, note: Path) -> None:
    empty = note.with_name("a-empty.txt")
    empty.touch()
    row, good = added(book, note.parent)
    assert (row.outcome, row.sha256, row.faults[0].cause) == (Outcome.NOT_TAKEN, None, Cause.EMPTY)
    assert good.outcome is Outcome.ADDED
    assert [source.name for source in book.sources.all()] == ["note.txt"]


def test_a_path_that_is_not_there_ends_it_before_anything_is_taken_in(book: Casebook, note: Path) -> None:
    with pytest.raises(WrongCall, match="There is nothing at"):
        added(book, note, note.with_name("missing.txt"))
    assert list(book.sources.all()) == []


def test_a_run_that_is_broken_off_leaves_whole_files(book: Casebook, note: Path) -> None:
    note.with_name("second.txt").write_text(f"{ENGLISH} Again.")
    rows: Iterator[ImportRow] = add(book, [note.parent], by="rosa")
    assert next(rows).path == str(note)
    rows.close()  # type: ignore[attr-defined]  # a generator is more than an iterator
    assert [source.name for source in book.sources.all()] == ["note.txt"]
    assert book.verify() == ()
    first, second = added(book, note.parent)
    assert (first.outcome, second.outcome) == (Outcome.ALREADY_IN, Outcome.ADDED)
