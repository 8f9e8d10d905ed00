"""Casebooks made once by the program itself, and copied: parsing takes seconds."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from tests.cli.program import Here, Ran, amparo, environment, seemly

from amparo.cli.app import run

OPENING = {"AMPARO_PASSPHRASE": "correct horse battery"}


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ran, Path]:
    """What `amparo demo` said, and the folder it made."""
    folder = tmp_path_factory.mktemp("demo")
    ran = amparo("demo", cwd=folder)
    return ran, folder / "amparo-demo"


@pytest.fixture(scope="session")
def told(demo: tuple[Ran, Path]) -> Path:
    """The casebook of the demo, to be read only."""
    return demo[1] / "demo.amparo"


@pytest.fixture
def casebook(told: Path, tmp_path: Path) -> Path:
    """A copy of the casebook of the demo, to be changed."""
    return Path(shutil.copy(told, tmp_path / "copy.amparo"))


@pytest.fixture(scope="session")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encrypted casebook with nothing in it, opened by `OPENING`."""
    path = tmp_path_factory.mktemp("sealed") / "sealed.amparo"
    assert amparo("new", path, settings=OPENING).code == 0
    return path


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plain casebook with nothing in it, to be copied."""
    path = tmp_path_factory.mktemp("blank") / "blank.amparo"
    assert amparo("new", path, "--plain").code == 0
    return path


@pytest.fixture
def empty(blank: Path, tmp_path: Path) -> Path:
    """A plain casebook with nothing in it."""
    return Path(shutil.copy(blank, tmp_path / "empty.amparo"))


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Here:
    """The program in this process: for calls that only look or are wrong."""
    for name in os.environ.keys() - environment().keys():
        monkeypatch.delenv(name)

    def call(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["amparo", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            run()
        said = capfd.readouterr()
        return seemly(Ran(code=int(end.value.code or 0), out=said.out, err=said.err))

    return call
