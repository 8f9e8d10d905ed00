import os
import sqlite3
import stat
import subprocess
import sys
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

import amparo
from amparo.casebook import Casebook
from amparo.casebook.opening import is_older
from amparo.model import (
    CannotOpen,
    CannotWrite,
    CasebookBusy,
    CasebookTooNew,
    NoCasebook,
    NotACasebook,
    PassphraseNeeded,
    TargetExists,
    WrongCall,
)

from .stories import NOON, put, story

SECRET = "a 'quoted' \"pass\" /%41 фраза"


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encrypted casebook with one report in it."""
    path = tmp_path_factory.mktemp("locked") / "secret.amparo"
    Casebook.create(path, SECRET, at=NOON, by="tester")
    with Casebook.open(path, SECRET) as book:
        put(book, story("Davron Mirzoev was detained.", "Davron Mirzoev"))
    return path


def opens(path: Path, passphrase: str | None) -> bool:
    """Whether the casebook can be read with that passphrase."""
    with Casebook.open(path, passphrase, write=False) as book:
        return list(book.sources.all()) is not None


def test_a_casebook_says_what_it_is(path: Path) -> None:
    with Casebook.open(path, None) as book:
        about = book.about()
    assert (about.created_at, about.created_by) == (NOON, "tester")
    assert about.made_with == f"amparo {amparo.__version__}"
    assert about.layout == "0001"


def test_an_encrypted_casebook_gives_back_what_was_put(locked: Path) -> None:
    told = story("Davron Mirzoev was detained.", "Davron Mirzoev")
    with Casebook.open(locked, SECRET, write=False) as book:
        assert book.documents.extraction(told.document.id) == told.extraction
        assert len(book.search("mirzoev")) == 1
        assert book.verify() == ()


def test_nothing_can_be_read_in_the_file_itself(locked: Path) -> None:
    content = locked.read_bytes()
    for words in (b"Mirzoev", b"SQLite", b"custody", b"tester"):
        assert words not in content


def test_in_a_plain_casebook_everything_can(path: Path) -> None:
    with Casebook.open(path, None) as book:
        put(book, story("Davron Mirzoev was detained.", "Davron Mirzoev"))
    assert b"Mirzoev" in path.read_bytes()


def test_nobody_else_may_read_the_file(locked: Path) -> None:
    assert stat.S_IMODE(locked.stat().st_mode) == 0o600


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example("it's")
@example("';--")
@example("100%25/ä b\\")
@example(" пробел ")
@example("x'2DD29CA851E7B56E4697B0E1F08507293D761A05CE4D1B628663F411A8086D99'")
@given(passphrase=st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=12))
def test_any_passphrase_locks_and_unlocks(tmp_path: Path, passphrase: str) -> None:
    path = tmp_path / "some.amparo"
    path.unlink(missing_ok=True)
    Casebook.create(path, passphrase, at=NOON, by="tester")
    assert opens(path, passphrase)
    with pytest.raises(NotACasebook, match="passphrase is wrong"):
        opens(path, passphrase + "!")


def test_a_passphrase_typed_on_another_keyboard_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "some.amparo"
    Casebook.create(path, unicodedata.normalize("NFD", "çé"), at=NOON, by="tester")
    assert opens(path, unicodedata.normalize("NFC", "çé"))


def test_a_wrong_passphrase_prints_nothing(locked: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from amparo.casebook import Casebook\n"
        "try:\n"
        "    Casebook.open(Path(sys.argv[1]), 'wrong').__enter__()\n"
        "except Exception as error: print(type(error).__name__)"
    )
    ran = subprocess.run([sys.executable, "-c", script, locked], capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("NotACasebook\n", "")


@pytest.mark.parametrize("passphrase", [None, ""])
def test_an_encrypted_casebook_needs_its_passphrase(locked: Path, passphrase: str | None) -> None:
    with pytest.raises(PassphraseNeeded):
        opens(locked, passphrase)


def test_a_plain_casebook_heeds_no_passphrase(path: Path) -> None:
    assert opens(path, "whatever the environment says")


def test_an_empty_passphrase_makes_no_casebook(tmp_path: Path) -> None:
    with pytest.raises(WrongCall, match="empty"):
        Casebook.create(tmp_path / "some.amparo", "", at=NOON, by="tester")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", ["a text", ""])
def test_a_file_is_never_overwritten(tmp_path: Path, there: str) -> None:
    path = tmp_path / "some.amparo"
    path.write_text(there)
    with pytest.raises(TargetExists):
        Casebook.create(path, None, at=NOON, by="tester")
    assert path.read_text() == there
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_to_nothing_is_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "some.amparo"
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(TargetExists):
        Casebook.create(path, None, at=NOON, by="tester")
    assert not (tmp_path / "elsewhere").exists()


def test_a_casebook_is_made_with_nothing_left_beside_it(tmp_path: Path) -> None:
    Casebook.create(tmp_path / "some.amparo", None, at=NOON, by="tester")
    assert [each.name for each in tmp_path.iterdir()] == ["some.amparo"]


def test_where_no_file_can_be_made_none_is(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="No such file"):
        Casebook.create(tmp_path / "missing" / "some.amparo", None, at=NOON, by="tester")


def test_creating_with_a_time_in_another_zone_keeps_the_moment(tmp_path: Path) -> None:
    at = datetime.fromisoformat("2024-05-06T15:00:00+03:00")
    Casebook.create(tmp_path / "some.amparo", None, at=at, by="tester")
    with Casebook.open(tmp_path / "some.amparo", None) as book:
        assert book.about().created_at == NOON
        assert book.about().created_at.tzinfo == UTC


def test_a_path_with_signs_of_an_address(path: Path, tmp_path: Path) -> None:
    odd = path.rename(tmp_path / "a #1 ?mode=memory%20&x «дело».amparo")
    with Casebook.open(odd, None) as book:
        put(book, story("Davron Mirzoev", "Davron Mirzoev"))
    assert opens(odd, None)
    assert {each.name for each in tmp_path.iterdir()} == {odd.name}


@pytest.mark.parametrize("where", ["missing", "missing/some.amparo", "test.amparo/some.amparo"])
def test_where_there_is_none(path: Path, where: str) -> None:
    with pytest.raises(NoCasebook):
        opens(path.parent / where, None)
    assert not (path.parent / "missing").exists()


@pytest.mark.parametrize("content", [b"", b"A text, and no casebook.", b"SQLite format 3", b"x" * 4097])
@pytest.mark.parametrize("passphrase", [None, "secret"])
def test_another_file_is_not_a_casebook_and_left_as_it_is(
    tmp_path: Path, content: bytes, passphrase: str | None
) -> None:
    path = tmp_path / "some.amparo"
    path.write_bytes(content)
    with pytest.raises(NotACasebook, match="is not a casebook of Amparo"):
        opens(path, passphrase)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_noise_may_be_a_casebook_with_another_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "some.amparo"
    path.write_bytes(os.urandom(8192))
    with pytest.raises(PassphraseNeeded):
        opens(path, None)
    with pytest.raises(NotACasebook, match="passphrase is wrong, or the file is not"):
        opens(path, "secret")


def test_a_folder_or_a_pipe_is_not_a_casebook(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(NotACasebook):
            opens(path, None)


def test_another_programs_database_is_not_a_casebook(tmp_path: Path) -> None:
    path = tmp_path / "some.amparo"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE sources (sha256)")
    other.close()
    with pytest.raises(NotACasebook, match="is not a casebook of Amparo"):
        opens(path, None)


def test_a_damaged_first_page_is_named(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    with pytest.raises(CannotOpen, match="is damaged"):
        opens(path, None)


def test_a_layout_of_a_later_version_is_refused_and_left_as_it_is(path: Path) -> None:
    with Casebook.open(path, None) as book:
        book._connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    before = path.read_bytes()
    with pytest.raises(CasebookTooNew, match="9999"):
        opens(path, None)
    with pytest.raises(CasebookTooNew), Casebook.open(path, None):
        pass
    assert path.read_bytes() == before


def test_layouts_before_the_newest_are_older(path: Path) -> None:
    layouts = ("0001", "0002", "0003")
    assert [is_older(path, each, layouts=layouts) for each in layouts] == [True, True, False]
    with pytest.raises(CasebookTooNew):
        is_older(path, "0004", layouts=layouts)


def test_two_may_read_while_one_writes_and_the_second_writer_is_told(path: Path) -> None:
    with Casebook.open(path, None) as writer, Casebook.open(path, None, wait=0.05) as other:
        with writer.transaction():
            put(writer, story("Davron Mirzoev", "Davron Mirzoev"))
            assert list(other.sources.all()) == []
            with pytest.raises(CasebookBusy), other.transaction():
                pass
        assert len(list(other.sources.all())) == 1
        put(other, story("Another text", "Another"))


def test_a_casebook_opened_for_reading_is_not_written(path: Path) -> None:
    with Casebook.open(path, None, write=False) as book:
        with pytest.raises(CannotWrite, match="read-only"):
            put(book, story("Davron Mirzoev", "Davron Mirzoev"))
        assert list(book.sources.all()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("write", [True, False])
def test_a_casebook_on_a_read_only_medium_can_be_read(path: Path, write: bool) -> None:
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        with Casebook.open(path, None, write=write) as book:
            assert list(book.sources.all()) == []
            with pytest.raises(CannotWrite, match="read-only"):
                put(book, story("Davron Mirzoev", "Davron Mirzoev"))
        assert list(path.parent.iterdir()) == [path]
    finally:
        path.parent.chmod(0o700)


def test_importing_the_room_loads_no_database_and_opening_no_migrations(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from amparo.casebook import Casebook\n"
        "heavy = {'sqlalchemy', 'sqlcipher3', 'alembic'}\n"
        "print(sorted(heavy & sys.modules.keys()))\n"
        "with Casebook.open(Path(sys.argv[1]), None) as book: book.cases.list()\n"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    ran = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n['sqlalchemy', 'sqlcipher3']\n"
