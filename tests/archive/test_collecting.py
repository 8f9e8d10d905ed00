"""Folders of the real file system, with everything in them that does not belong there."""

import os
import socket
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from amparo.archive import SIZE_LIMIT, Collected, collect, take
from amparo.model import Cause, Edtf, Fault, WrongCall, sha256


def _names(found: list[Collected | Fault]) -> list[str]:
    return [item.name for item in found if isinstance(item, Collected)]


def _causes(found: list[Collected | Fault]) -> dict[str, Cause]:
    return {Path(item.where).name: item.cause for item in found if isinstance(item, Fault)}


def test_a_file_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"line\r\n\xff")
    assert list(collect([path])) == [
        Collected(
            path=str(path),
            name="note.txt",
            content=b"line\r\n\xff",
            sha256=sha256(b"line\r\n\xff"),
            media_type="text/plain",
        )
    ]


def test_folders_are_walked_by_name_and_paths_in_the_order_given(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a/z/3.txt", "a/9.txt", "c.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    assert _names(list(collect([tmp_path]))) == ["9.txt", "3.txt", "1.txt", "2.txt", "c.txt"]
    assert _names(list(collect([tmp_path / "c.txt", tmp_path / "b"]))) == ["c.txt", "1.txt", "2.txt"]


def test_hidden_files_are_passed_over_unless_named(tmp_path: Path) -> None:
    for name in (".DS_Store", ".git/config", "~$letter.docx", "Thumbs.db", "__MACOSX/x", "seen.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    assert _names(list(collect([tmp_path]))) == ["seen.txt"]
    assert _names(list(collect([tmp_path / ".git"]))) == ["config"]


def test_missing_paths_are_all_named_before_anything_is_taken(tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_text("x")
    with pytest.raises(WrongCall, match=r"one\.txt, .*two\.txt") as caught:
        collect([tmp_path / "one.txt", tmp_path / "there.txt", tmp_path / "there.txt" / "two.txt"])
    assert "there.txt," not in str(caught.value)


def test_what_cannot_be_taken_is_a_fault_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket"))
    with (tmp_path / "huge.bin").open("wb") as huge:
        huge.truncate(SIZE_LIMIT + 1)
    (tmp_path / "z.txt").write_text("x")
    found = list(collect([tmp_path]))
    assert _names(found) == ["z.txt"]
    assert _causes(found) == {
        "empty.txt": Cause.EMPTY,
        "pipe": Cause.UNREADABLE,
        "dangling": Cause.UNREADABLE,
        "self": Cause.LOOP,
        "socket": Cause.UNREADABLE,
        "huge.bin": Cause.TOO_LARGE,
    }


def test_a_device_is_not_opened() -> None:
    assert _causes(list(collect([Path("/dev/zero")]))) == {"zero": Cause.UNREADABLE}


def test_a_link_back_to_a_folder_above_is_one_fault(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (inner / "note.txt").write_text("x")
    (inner / "up").symlink_to(tmp_path / "a", target_is_directory=True)
    found = list(collect([tmp_path]))
    assert _names(found) == ["note.txt"]
    assert _causes(found) == {"up": Cause.LOOP}


def test_a_folder_reached_twice_is_taken_once(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "note.txt").write_text("x")
    (tmp_path / "also").symlink_to(tmp_path / "real", target_is_directory=True)
    found = list(collect([tmp_path, tmp_path / "real"]))
    assert _names(found) == ["note.txt"]
    assert not _causes(found)


def test_folders_nested_deeper_than_recursion_goes(tmp_path: Path) -> None:
    deep = tmp_path / "/".join(["d"] * 1200)
    subprocess.run(["mkdir", "-p", str(deep)], check=True)
    (deep / "note.txt").write_text("x")
    found = _names(list(collect([tmp_path])))
    subprocess.run(["rm", "-r", str(tmp_path / "d")], check=True)  # pytest cannot: its way of removing recurses
    assert found == ["note.txt"]


def test_names_that_are_no_text_or_steer_a_terminal_are_shown_safely(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))).write_text("x")
    (tmp_path / "a\x1b[2J\u202etxt.exe").write_text("x")
    names = _names(list(collect([tmp_path])))
    assert names == ["a\ufffd[2J\ufffdtxt.exe", "\ufffd.txt"]


def test_a_file_one_may_not_read_is_a_fault() -> None:
    """Run by nobody when the tests run as root, whom permission bits do not stop."""
    script = (
        "import os, sys; from pathlib import Path; from amparo.archive import collect\n"
        "if os.getuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "for item in collect([Path(sys.argv[1])]): print(getattr(item, 'cause', None) or item.name)"
    )
    with tempfile.TemporaryDirectory() as name:  # not tmp_path: pytest keeps that one from other users
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "closed.txt").write_text("x")
        (folder / "closed.txt").chmod(0)
        (folder / "shut").mkdir(mode=0)
        (folder / "open.txt").write_text("x")
        done = subprocess.run(
            [sys.executable, "-c", script, name], capture_output=True, text=True, check=False, timeout=60
        )
        (folder / "shut").chmod(0o700)
    assert done.stderr == ""
    assert done.stdout.split() == ["no_permission", "open.txt", "no_permission"]


def test_take_keeps_what_the_collector_said_and_the_time_in_utc(tmp_path: Path) -> None:
    collected = Collected.of(b"%PDF-1.7 x", path="mail.eml > a.pdf", name="a.pdf")
    at = datetime(2024, 4, 16, 23, 30, tzinfo=timezone(timedelta(hours=3)))
    source = take(collected, at, publisher="A newsroom", published=Edtf("2024-04"), parent="0" * 64)
    assert source.collected_at == at
    assert source.collected_at.tzinfo is UTC
    assert (source.sha256, source.size, source.media_type) == (sha256(b"%PDF-1.7 x"), 10, "application/pdf")
    assert (source.publisher, source.published, source.parent) == ("A newsroom", Edtf("2024-04"), "0" * 64)
    with pytest.raises(WrongCall, match="zone"):
        take(collected, datetime(2024, 4, 16))  # noqa: DTZ001
