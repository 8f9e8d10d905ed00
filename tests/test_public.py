"""The public face, which others script against: commands, options, exit codes, environment, version, doors, what is installed."""

import importlib
import importlib.metadata
import inspect
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import typer.main

import amparo
from amparo import model
from amparo.cli.app import app
from amparo.model import errors

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "amparo"
COMMANDS = {  # and what may be said after each; what stands here is promised
    "demo": set(),
    "doctor": set(),
    "new": {"--plain"},
    "add": {"--published", "--publisher", "--lexicon", "--no-gate", "--json"},
    "explain": {"--claim", "--lexicon", "--engine", "--published", "--json"},
    "evaluate": {
        "--engine",
        "--blind",
        "--open",
        "--by",
        "--misses",
        "--save",
        "--against",
        "--lexicon",
        "--no-gate",
        "--json",
    },
    "extract": {"--engine", "--published", "--lexicon", "--no-gate", "--json"},
    "cases": {"--origin", "--host", "--act", "--json"},
    "case": {"--json"},
    "search": {"--json"},
    "protect": {"--host", "--origin", "--on", "--act", "--json"},
    "dossier": {"-o", "--output"},
    "verify": set(),
    "rebuild": {"--lexicon"},
    "serve": {"--port"},
}
EXIT_CODES = {errors.WrongCall: 2, errors.CannotOpen: 3, errors.VerificationFailed: 4}
DOORS = ("archive", "casebook", "extract", "model", "pipeline", "protect", "read", "report", "resolve", "web")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_takes_what_it_promises(name: str) -> None:
    known = typer.main.get_command(app).commands[name]  # type: ignore[attr-defined]
    options = {written for parameter in known.params for written in parameter.opts if written.startswith("-")}
    assert COMMANDS[name] <= options


def test_every_command_is_promised_here() -> None:
    known = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert set(known) == set(COMMANDS)


@pytest.mark.parametrize(
    "error", [one for one in vars(errors).values() if inspect.isclass(one) and issubclass(one, errors.AmparoError)]
)
def test_an_error_ends_with_the_code_of_its_branch(error: type[errors.AmparoError]) -> None:
    expected = next((code for branch, code in EXIT_CODES.items() if issubclass(error, branch)), 1)
    assert error.exit_code == expected
    assert error.__name__ in model.__all__
    assert errors.__doc__ is not None
    assert re.search(rf"\b{error.__name__}\b", errors.__doc__), "not in the tree at the top of errors.py"


def test_the_environment_that_is_read_is_the_one_that_is_explained() -> None:
    read = {
        name for path in SOURCE.rglob("*.py") for name in re.findall(r"AMPARO_[A-Z]+", path.read_text(encoding="utf-8"))
    }
    explained = set(re.findall(r"`(AMPARO_[A-Z]+)`", (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")))
    assert read == explained


def test_there_is_one_version() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "amparo.cli", "--version"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == f"amparo {amparo.__version__}\n"
    assert importlib.metadata.version("amparo") == amparo.__version__
    assert amparo.__version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("room", DOORS)
def test_what_a_door_offers_is_explained(room: str) -> None:
    door = importlib.import_module(f"amparo.{room}")
    offered = {name: getattr(door, name) for name in door.__all__}
    assert [name for name, one in offered.items() if callable(one) and not inspect.getdoc(one)] == []


def test_what_is_installed_holds_the_data_and_the_licence(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        held = set(opened.namelist())
    needed = {
        f"amparo/{path.relative_to(SOURCE)}" for path in SOURCE.rglob("*") if path.is_file() and path.suffix != ".pyc"
    }
    assert {"amparo/py.typed", "amparo/vocabulary/data/acts.csv", "amparo/report/templates/dossier.md.j2"} <= needed
    assert needed - held == set()
    assert {name.rsplit("/", 1)[-1] for name in held if "/licenses/" in name} >= {"LICENSE", "NOTICE"}
