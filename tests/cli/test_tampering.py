"""What is changed behind the program's back is found, named, and not exported."""

import sqlite3
from pathlib import Path

import pytest
from tests.cli.program import amparo

from amparo.model import text_hash


def change(casebook: Path, *statements: str) -> None:
    """Change the file as somebody would who knows how to."""
    connection = sqlite3.connect(casebook)
    for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    for statement in statements:
        assert connection.execute(statement).rowcount > 0
    connection.commit()
    connection.close()


ONE_BYTE = (
    "UPDATE sources SET content = cast(replace(cast(content AS TEXT), 'Isakov', 'Isakow') AS BLOB) "
    "WHERE name = 'russia-transfers.txt'"
)


@pytest.fixture
def changed(casebook: Path) -> Path:
    change(casebook, ONE_BYTE)
    return casebook


def test_one_byte_of_a_source(changed: Path) -> None:
    ran = amparo("-c", changed, "verify")
    assert (ran.code, ran.out) == (4, "")
    first, last = ran.err.splitlines()
    assert first.startswith("The bytes of source ")
    assert first.endswith("(russia-transfers.txt) are not those that were collected.")
    assert last == "1 record(s) were changed after they were stored."


def test_no_dossier_of_what_was_changed(changed: Path, tmp_path: Path) -> None:
    output = tmp_path / "isakov.md"
    ran = amparo("-c", changed, "dossier", "Isakov", "-o", output)
    assert ran.code == 4
    assert "russia-transfers.txt" in ran.err
    assert not output.exists()


def test_nothing_is_rebuilt_from_what_was_changed(changed: Path) -> None:
    before = amparo("-c", changed, "cases", "--json").out
    ran = amparo("-c", changed, "rebuild")
    assert (ran.code, "russia-transfers.txt" in ran.err) == (4, True)
    assert amparo("-c", changed, "cases", "--json").out == before


def test_one_offset_of_a_passage(casebook: Path) -> None:
    connection = sqlite3.connect(casebook)
    query = "SELECT document, kind, owner, slot, ordinal, position, exact FROM passages WHERE slot = '' LIMIT 1"
    *key, exact = connection.execute(query).fetchone()
    connection.close()
    columns = ("document", "kind", "owner", "slot", "ordinal", "position")
    where = " AND ".join(f"{column} = '{value}'" for column, value in zip(columns, key, strict=True))
    change(casebook, f'UPDATE passages SET start = start + 1, "end" = "end" + 1 WHERE {where}')
    ran = amparo("-c", casebook, "verify")
    assert ran.code == 4
    first = ran.err.splitlines()[0]
    assert key[0] in first
    assert key[2] in first
    assert repr(exact)[1:-1][:20] in first


def test_a_line_of_the_custody_log(casebook: Path) -> None:
    change(casebook, "UPDATE custody SET note = 'nothing' WHERE number = 2")
    ran = amparo("-c", casebook, "verify")
    assert (ran.code, ran.err.splitlines()[0]) == (4, "Custody line 2 was changed after it was written.")


def test_a_text_with_its_hash(casebook: Path) -> None:
    """Who changes text and hash alike is betrayed by the quotations."""
    connection = sqlite3.connect(casebook)
    (text,) = connection.execute("SELECT text FROM documents WHERE name = 'group-24.txt'").fetchone()
    connection.close()
    forged = f"x{text}"
    change(
        casebook,
        f"UPDATE documents SET text = 'x' || text, text_sha256 = '{text_hash(forged)}' WHERE name = 'group-24.txt'",
    )
    ran = amparo("-c", casebook, "verify")
    assert ran.code == 4
    assert "which does not stand at " in ran.err
