import os
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from amparo.casebook import Casebook
from amparo.model import sha256

from .stories import NOON, next_line, put, story

TOLD = story("Davron Mirzoev was detained in Moscow.", "Davron Mirzoev", block="m", date="2021-03", host="RU")
OTHER = story("Sabri İnandır was taken.", "Sabri İnandır", block="i", hosts_any=("LT",))
(MENTION,), (CLAIM,) = TOLD.extraction.mentions, TOLD.extraction.claims


@pytest.fixture
def full(path: Path) -> Path:
    """A casebook with two reports and three lines of custody."""
    with Casebook.open(path, None) as book:
        put(book, TOLD, OTHER)
        book.custody.log(next_line(book, TOLD.source.sha256, note="offered again"))
    return path


def behind_its_back(path: Path, *statements: str) -> None:
    """Change the file with a tool that heeds no rule of ours."""
    connection = driver.connect(str(path), isolation_level=None)
    for table in ("sources", "custody"):
        for verb in ("update", "delete"):
            connection.execute(f"DROP TRIGGER {table}_{verb}")
    for statement in statements:
        assert connection.execute(statement).rowcount == 1, statement
    connection.close()


def problems(path: Path) -> tuple[str, ...]:
    """What `verify` says."""
    with Casebook.open(path, None, write=False) as book:
        return book.verify()


def test_an_untouched_casebook_has_no_problem(full: Path) -> None:
    assert problems(full) == ()


def test_an_empty_casebook_has_no_problem(path: Path) -> None:
    assert problems(path) == ()


SHA = TOLD.source.sha256
DOCUMENT, TEXT = TOLD.document.id, TOLD.document.text
OF_CLAIM = f"owner = '{CLAIM.id}' AND document = '{DOCUMENT}'"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            f"UPDATE sources SET content = CAST('davron' || substr(content, 7) AS BLOB) WHERE sha256 = '{SHA}'",
            f"The bytes of source {SHA} (report.txt) are not those that were collected.",
        ),
        (
            f"UPDATE sources SET size = 1 WHERE sha256 = '{SHA}'",
            f"Source {SHA} (report.txt) has 38 bytes, but 1 were recorded.",
        ),
        ("UPDATE custody SET note = 'x' WHERE number = 2", "Custody line 2 was changed after it was written."),
        ("UPDATE custody SET by = 'x' WHERE number = 1", "Custody line 1 was changed after it was written."),
        (
            "UPDATE custody SET at = '2024-05-06T12:00:01+00:00' WHERE number = 3",
            "Custody line 3 was changed after it was written.",
        ),
        ("UPDATE custody SET chain = previous WHERE number = 2", "Custody line 2 was changed after it was written."),
        ("UPDATE custody SET previous = chain WHERE number = 2", "Custody line 2 was changed after it was written."),
        ("DELETE FROM custody WHERE number = 1", "Custody line 1 is missing: the next one found is line 2."),
        (
            f"UPDATE documents SET text = text || ' ' WHERE id = '{DOCUMENT}'",
            f"The text of document {DOCUMENT} is not the one that was read out of its source.",
        ),
        (
            f"UPDATE passages SET start = start + 1 WHERE {OF_CLAIM} AND slot = 'host'",
            f"Slot «host» (1) of claim {CLAIM.id} of document {DOCUMENT} quotes {TEXT!r}, which does not stand at 1:38 of the text.",
        ),
        (
            f"UPDATE passages SET exact = 'x' WHERE {OF_CLAIM} AND slot = ''",
            f"The claim {CLAIM.id} of document {DOCUMENT} quotes 'x', which does not stand at 0:38 of the text.",
        ),
        (
            f"UPDATE passages SET start = -1 WHERE owner = '{MENTION.id}'",
            f"The mention {MENTION.id} of document {DOCUMENT} quotes 'Davron Mirzoev', which does not stand at -1:14 of the text.",
        ),
        (
            f"DELETE FROM passages WHERE {OF_CLAIM} AND slot = ''",
            f"Claim {CLAIM.id} of document {DOCUMENT} has no passage.",
        ),
        (
            f"DELETE FROM passages WHERE owner = '{MENTION.id}'",
            f"Mention {MENTION.id} of document {DOCUMENT} has no passage.",
        ),
        (
            f"DELETE FROM passages WHERE {OF_CLAIM} AND slot = 'date'",
            f"Slot «date» (1) of claim {CLAIM.id} of document {DOCUMENT} has no passage.",
        ),
        (
            f"UPDATE claims SET host = 'TR' WHERE id = '{CLAIM.id}'",
            f"Claim {CLAIM.id} of document {DOCUMENT} is filed under another host than its slot says.",
        ),
        (
            f"UPDATE slots SET value = '2021-04' WHERE {OF_CLAIM} AND slot = 'date'",
            f"Claim {CLAIM.id} of document {DOCUMENT} is filed under another date than its slot says.",
        ),
        (
            f"UPDATE person_mentions SET mention = 'gone' WHERE mention = '{MENTION.id}'",
            f"Person {TOLD.resolutions['m'].persons[0].id} consists of mention gone, which is not stored.",
        ),
        (
            f"UPDATE incident_claims SET claim = 'gone' WHERE claim = '{CLAIM.id}'",
            f"Incident {TOLD.resolutions['m'].incidents[0].id} consists of claim gone, which is not stored.",
        ),
    ],
)
def test_one_change_is_named_and_nothing_else(full: Path, change: str, problem: str) -> None:
    behind_its_back(full, change)
    assert problems(full) == (problem,)


def test_a_claim_taken_out_leaves_its_slots_and_incident_behind(full: Path) -> None:
    behind_its_back(full, f"DELETE FROM claims WHERE id = '{CLAIM.id}'")
    found = problems(full)
    assert (
        f"Incident {TOLD.resolutions['m'].incidents[0].id} consists of claim {CLAIM.id}, which is not stored." in found
    )
    assert f"Slot «act» (1) of claim {CLAIM.id} of document {DOCUMENT} belongs to no record that is stored." in found
    assert all(CLAIM.id in problem for problem in found)


def test_lines_put_in_another_order_do_not_follow(full: Path) -> None:
    behind_its_back(
        full,
        "UPDATE custody SET number = 9 WHERE number = 2",
        "UPDATE custody SET number = 2 WHERE number = 3",
        "UPDATE custody SET number = 3 WHERE number = 9",
    )
    assert problems(full) == tuple(f"Custody line {n} was changed after it was written." for n in (2, 3))


def test_a_line_slipped_in_with_a_right_hash_does_not_follow(full: Path) -> None:
    with Casebook.open(full, None) as book:
        last = book.custody.last()
        assert last is not None
        forged = next_line(book, TOLD.source.sha256)
    behind_its_back(full, "DELETE FROM custody WHERE number = 3", "DELETE FROM custody WHERE number = 2")
    connection = driver.connect(str(full), isolation_level=None)
    connection.execute(
        "INSERT INTO custody SELECT 2, at, by, action, source, tool, note, ?, ? FROM custody",
        ("0" * 64, _hash_of_second(forged.at.isoformat(timespec="microseconds"))),
    )
    connection.close()
    assert "Custody line 2 does not follow from the line before it." in problems(full)


def _hash_of_second(moment: str) -> str:
    """The hash that a forger would compute who does not know what the line follows."""
    parts = ("0" * 64, "2", moment, "tester", "collected", TOLD.source.sha256, "amparo 0", "")
    return sha256("".join(f"{len(part)}:{part}" for part in parts).encode())


def test_a_missing_line_is_named_and_the_source_that_it_was_about(full: Path) -> None:
    behind_its_back(full, "DELETE FROM custody WHERE number = 2")
    assert problems(full) == (
        "Custody line 2 is missing: the next one found is line 3.",
        f"Source {OTHER.source.sha256} (report.txt) has no line in the custody log.",
    )


def test_lines_cut_off_leave_sources_without_one(full: Path) -> None:
    behind_its_back(full, "DELETE FROM custody WHERE number = 3", "DELETE FROM custody WHERE number = 2")
    assert problems(full) == (f"Source {OTHER.source.sha256} (report.txt) has no line in the custody log.",)


@pytest.mark.parametrize(
    ("change", "beginning"),
    [
        ("UPDATE custody SET action = 'lost' WHERE number = 2", "Custody line 2 was changed after it was written: "),
        ("UPDATE custody SET at = 'noon' WHERE number = 2", "Custody line 2 was changed after it was written: "),
        (
            f"UPDATE documents SET text = CAST(x'ff41' AS TEXT) WHERE id = '{DOCUMENT}'",
            f"Document {DOCUMENT} cannot be read any more: ",
        ),
        (
            f"UPDATE passages SET start = 'x' WHERE {OF_CLAIM} AND slot = 'host'",
            f"Document {DOCUMENT} cannot be read any more: ",
        ),
        (f"UPDATE sources SET content = 5 WHERE sha256 = '{SHA}'", f"Source {SHA} cannot be read any more: "),
    ],
)
def test_what_cannot_even_be_read_is_named_and_the_rest_goes_on(full: Path, change: str, beginning: str) -> None:
    behind_its_back(full, change, f"UPDATE claims SET act = 'release' WHERE id = '{OTHER.extraction.claims[0].id}'")
    first, second = problems(full)
    assert first.startswith(beginning)
    assert second.endswith("is filed under another act than its slot says.")


def test_a_source_taken_out_is_missed_by_what_was_derived_from_it(full: Path) -> None:
    behind_its_back(full, f"DELETE FROM sources WHERE sha256 = '{SHA}'")
    assert {problem.split("«", 1)[1] for problem in problems(full)} == {
        "custody» belongs to a row of «sources» that is not there.",
        "documents» belongs to a row of «sources» that is not there.",
    }


def test_without_rehashing_the_bytes_are_not_looked_at(full: Path) -> None:
    behind_its_back(full, f"UPDATE sources SET content = x'00' WHERE sha256 = '{SHA}'")
    with Casebook.open(full, None, write=False) as book:
        assert book.verify(rehash=False) == ()
        assert len(book.verify()) == 1


def test_a_byte_changed_in_a_plain_file_is_traced_to_its_record(tmp_path: Path, full: Path) -> None:
    content = bytearray(full.read_bytes())
    place = content.index(TOLD.content)
    content[place] ^= 1
    full.write_bytes(content)
    found = problems(full)
    assert len(found) == 1
    assert SHA in found[0] or DOCUMENT in found[0]


def test_a_byte_changed_in_an_encrypted_file_is_traced_to_its_page(tmp_path: Path) -> None:
    path = tmp_path / "some.amparo"
    Casebook.create(path, "secret", at=NOON, by="tester")
    with Casebook.open(path, "secret") as book:
        put(book, story(f"Davron Mirzoev. {os.urandom(30_000).hex()}", "Davron Mirzoev"))
        assert book.verify() == ()
    content = bytearray(path.read_bytes())
    content[40 * 4096 + 17] ^= 1
    path.write_bytes(content)
    with Casebook.open(path, "secret", write=False) as book:
        page, rest = book.verify()
    assert page == "The file was damaged or changed from outside: HMAC verification failed for page 41."
    assert rest.startswith("Nothing else was checked")


def test_a_source_is_hashed_piece_by_piece_and_never_held_as_a_whole(path: Path) -> None:
    content = bytes(40_000_000)
    source = replace(TOLD.source, sha256=sha256(content), size=len(content))
    with Casebook.open(path, None) as book:
        book.sources.put(source, content)
        book.custody.log(next_line(book, source.sha256))
        tracemalloc.start()
        assert book.verify() == ()
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 10_000_000
