from pathlib import Path

import pytest

from amparo.model import CannotWrite, Edtf
from amparo.pipeline import write_examples


def test_two_reports_with_what_their_collector_says(tmp_path: Path) -> None:
    written = write_examples(tmp_path / "reports")
    assert [path.name for path, _ in written] == ["group-24.txt", "russia-transfers.txt"]
    assert [example.given.published for _, example in written] == [Edtf("2024-04"), Edtf("2021-11-22")]
    for path, example in written:
        assert path.read_bytes() == example.content
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == ["group-24.txt", "russia-transfers.txt"]


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "group-24.txt").write_text("mine")
    write_examples(tmp_path)
    assert (tmp_path / "group-24.txt").read_text() == "mine"


def test_a_place_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(CannotWrite, match="taken"):
        write_examples(tmp_path / "taken" / "reports")
