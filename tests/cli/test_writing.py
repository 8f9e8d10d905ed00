from pathlib import Path

import pytest

from amparo.cli.writing import write_new
from amparo.model import CannotWrite, TargetExists


def test_a_file_is_written_whole_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "досье.md"
    write_new(path, "Иззат\n")
    assert path.read_bytes() == "Иззат\n".encode()
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("kind", ["file", "folder", "link to nothing"])
def test_nothing_is_written_over(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "taken.md"
    if kind == "file":
        path.write_text("kept")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(TargetExists, match="exists already"):
        write_new(path, "new")
    assert list(tmp_path.iterdir()) == [path]
    assert kind != "file" or path.read_text() == "kept"


def test_a_place_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "no" / "x.md"
    with pytest.raises(CannotWrite, match=r"x\.md could not be written: No such file or directory"):
        write_new(path, "text")


def test_a_text_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_new(tmp_path / "x.md", "half a pair: \ud800")
    assert list(tmp_path.iterdir()) == []
