import importlib.metadata
from pathlib import Path

import pytest

from amparo.pipeline import Check, doctor


@pytest.fixture(scope="module")
def checks() -> dict[str, Check]:
    return {check.what: check for check in doctor(Path())}


def test_all_is_well_here(checks: dict[str, Check]) -> None:
    assert [check for check in checks.values() if not check.well] == []
    assert checks["spacy"].found == importlib.metadata.version("spacy")
    assert checks["English parser"].found == "reads a trial sentence right"
    assert checks["encryption"].found == "a casebook was made and opened"
    assert checks["room on the disk"].found.endswith("GB free")


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    *_, disk = doctor(tmp_path / "gone")
    assert (disk.well, "No such file" in disk.found) == (False, True)


def test_a_library_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "pypdfium2":
            raise importlib.metadata.PackageNotFoundError
        return "1"

    monkeypatch.setattr(importlib.metadata, "version", version)
    found = {check.what: check for check in doctor(Path())}
    assert (found["pypdfium2"].well, found["spacy"].well) == (False, True)
    assert "install Amparo again" in found["pypdfium2"].found
