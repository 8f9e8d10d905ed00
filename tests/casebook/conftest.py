"""Casebooks in real files. Making one takes a moment, so that it is made once and copied."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from amparo.casebook import Casebook

from .stories import NOON


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plain casebook with nothing in it, to be copied."""
    path = tmp_path_factory.mktemp("blank") / "blank.amparo"
    Casebook.create(path, None, at=NOON, by="tester")
    return path


@pytest.fixture
def path(blank: Path, tmp_path: Path) -> Path:
    """A plain casebook with nothing in it."""
    return Path(shutil.copy(blank, tmp_path / "test.amparo"))


@pytest.fixture
def book(path: Path) -> Iterator[Casebook]:
    """The same, open."""
    with Casebook.open(path, None) as opened:
        yield opened


@pytest.fixture(scope="module")
def lasting(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    """One open casebook for all examples of a property test."""
    path = Path(shutil.copy(blank, tmp_path_factory.mktemp("lasting") / "test.amparo"))
    with Casebook.open(path, None) as opened:
        yield opened
