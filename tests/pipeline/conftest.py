"""Casebooks in real files, open for writing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from amparo.casebook import Casebook
from amparo.pipeline import now


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plain casebook with nothing in it, to be copied."""
    path = tmp_path_factory.mktemp("blank") / "blank.amparo"
    Casebook.create(path, None, at=now(), by="tester")
    return path


@pytest.fixture
def book(blank: Path, tmp_path: Path) -> Iterator[Casebook]:
    """A plain casebook with nothing in it."""
    path = Path(shutil.copy(blank, tmp_path / "test.amparo"))
    with Casebook.open(path, None) as opened:
        yield opened
