import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from amparo.casebook import Casebook
from amparo.model import CannotWrite

from .stories import NOON, Story, put, story

WRITER = """
import sys
from pathlib import Path
from amparo.casebook import Casebook
from tests.casebook.stories import next_line, put, story

with Casebook.open(Path(sys.argv[1]), None) as book:
    put(book, story("Davron Mirzoev was detained.", "Davron Mirzoev", block="first"))
    told = story("Somebody else was detained. " * 2000, "Somebody else", block="second")
    with book.transaction():
        book.sources.put(told.source, told.content)
        book.custody.log(next_line(book, told.source.sha256))
        if sys.argv[2] != "sources":
            book.documents.put(told.document, told.extraction, blocks=told.blocks)
        if sys.argv[2] == "all":
            book.resolutions.put(told.resolutions["second"], blocks=["second"], step="resolve 1")
        print("now", flush=True)
        sys.stdin.read()
"""


@pytest.mark.parametrize("until", ["sources", "documents", "all"])
def test_a_writer_killed_at_any_moment_leaves_all_or_nothing(path: Path, until: str) -> None:
    command = [sys.executable, "-c", WRITER, str(path), until]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "now\n"
        writer.send_signal(signal.SIGKILL)

    with Casebook.open(path, None) as book:
        assert [person.name for person in book.cases.persons()] == ["Davron Mirzoev"]
        assert len(list(book.sources.all())) == len(list(book.documents.all())) == 1
        assert book.verify() == ()
        put(book, story("Somebody else was detained.", "Somebody else", block="second"))
        assert book.verify() == ()


def put_in_vain(book: Casebook, told: Story) -> None:
    """Store ``told`` in a transaction inside another one that fails."""
    with book.transaction():
        with book.transaction():
            put(book, told)
        assert len(list(book.sources.all())) == 1
        raise RuntimeError


def test_an_exception_undoes_the_whole_transaction_and_those_inside_it(book: Casebook) -> None:
    with pytest.raises(RuntimeError):
        put_in_vain(book, story("Davron Mirzoev was detained.", "Davron Mirzoev"))
    assert list(book.sources.all()) == []
    assert book.search("mirzoev") == ()


def test_a_full_casebook_undoes_the_step_and_keeps_what_was_stored(book: Casebook) -> None:
    put(book, story("Davron Mirzoev was detained.", "Davron Mirzoev"))
    pages = book._connection.execute(text("PRAGMA page_count")).scalar_one()
    book._connection.execute(text(f"PRAGMA max_page_count = {pages + 2}"))

    with pytest.raises(CannotWrite, match="the disk is full"):
        put(book, story("Somebody else was detained. " * 2000, "Somebody else", block="b"))

    assert [person.name for person in book.cases.persons()] == ["Davron Mirzoev"]
    assert book.verify() == ()
    book._connection.execute(text("PRAGMA max_page_count = 100000"))
    put(book, story("Somebody else was detained. " * 2000, "Somebody else", block="b"))
    assert len(book.cases.persons()) == 2


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte, where the system lets us make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if mount is None or unmount is None or os.geteuid() != 0:
        pytest.skip("no right to mount a small disk")
    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], check=False).returncode:
        pytest.skip("the system mounts no small disk here")
    yield folder
    subprocess.run([unmount, folder], check=True)


@pytest.mark.parametrize("passphrase", [None, "secret"])
def test_a_full_disk_undoes_the_step_and_keeps_what_was_stored(small_disk: Path, passphrase: str | None) -> None:
    path = small_disk / "some.amparo"
    Casebook.create(path, passphrase, at=NOON, by="tester")
    with Casebook.open(path, passphrase) as book:
        put(book, story("Davron Mirzoev was detained.", "Davron Mirzoev"))
        with pytest.raises(CannotWrite, match="the disk is full"):
            put(book, story("Somebody else was detained. " * 50_000, "Somebody else", block="b"))
    with Casebook.open(path, passphrase) as book:
        assert [person.name for person in book.cases.persons()] == ["Davron Mirzoev"]
        assert book.verify() == ()


def test_on_a_full_disk_no_casebook_is_made_and_nothing_left(small_disk: Path) -> None:
    (small_disk / "filling").write_bytes(bytes(950_000))
    with pytest.raises(CannotWrite, match="full"):
        Casebook.create(small_disk / "some.amparo", None, at=NOON, by="tester")
    assert [each.name for each in small_disk.iterdir()] == ["filling"]
