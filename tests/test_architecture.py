"""The house as a test: rooms, doors, contracts, what is imported when, what may stand in the sources and in the lock files."""

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "amparo"
MODULES = sorted(SOURCE.rglob("*.py"))
ROOMS = (
    "model", "vocabulary", "archive", "read", "extract", "resolve", "protect", "casebook", "report", "pipeline", "web", "cli",
)  # fmt: skip
DRAWERS = {"utils", "util", "helpers", "helper", "misc", "common", "base", "manager", "managers", "tools", "shared"}
HEAVY = {
    "spacy",
    "thinc",
    "numpy",
    "trafilatura",
    "htmldate",
    "lxml",
    "pypdfium2",
    "docx",
    "sqlalchemy",
    "alembic",
    "sqlcipher3",
}
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
# Not the models of spaCy that their names promise: placed on PyPI under version 999.9.9.
SQUATTED = re.compile(r"^(en-core-web-trf|ru-core-news-sm|uk-core-news-\w+|de-core-news-md)\b", re.MULTILINE)
TEXT_FILES = [
    path
    for folder in ("src", "tests", "docs", "scripts", "benchmarks", "requirements", ".ci")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".md", ".csv", ".toml", ".j2", ".lock", ".in", ".css", ".ambr", ""} and path.is_file()
] + [*ROOT.glob("*.md"), ROOT / "Makefile", ROOT / "pyproject.toml", ROOT / "NOTICE"]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def run(program: str, folder: Path = ROOT) -> str:
    """What a Python program prints, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_rooms_are_those_of_the_plan() -> None:
    assert sorted(path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__") == sorted(
        ROOMS
    )


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_a_door(room: str) -> None:
    door = importlib.import_module(f"amparo.{room}")
    assert door.__doc__
    assert door.__all__
    assert len(set(door.__all__)) == len(door.__all__)
    if room != "vocabulary":  # whose door lists its modules, to be imported one by one
        assert [name for name in door.__all__ if not hasattr(door, name)] == []
    else:
        assert [name for name in door.__all__ if not (SOURCE / room / f"{name}.py").exists()] == []


def test_the_contracts_between_the_rooms_are_kept() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-logo", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_page_lists_every_room_and_contract() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    contracts = re.findall(r'^name = "(.+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    contracts.remove("amparo")
    assert [room for room in ROOMS if f"| `{room}` |" not in page] == []
    assert [contract for contract in contracts if f"- {contract}\n" not in page] == []


def test_no_module_is_a_drawer() -> None:
    assert [named(path) for path in MODULES if {path.stem, path.parent.name} & DRAWERS] == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_modules_and_public_definitions_have_docstrings(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the module has none"
    assert [node.name for node in public(tree.body) if not ast.get_docstring(node)] == []


def public(body: list[ast.stmt]) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """Public functions and classes, and the public methods of these classes."""
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


@pytest.mark.parametrize(
    "module", ["amparo", "amparo.cli", "amparo.pipeline", "amparo.casebook", "amparo.read", "amparo.protect"]
)
def test_importing_loads_nothing_heavy(module: str) -> None:
    """Commands that need no parser must start quickly, and those that open no casebook must not load the store."""
    loaded = run(f"import sys, {module}; print(*(name.split('.')[0] for name in sys.modules))").split()
    assert "amparo" in loaded
    assert HEAVY & set(loaded) == set()


def test_the_demo_opens_no_connection(tmp_path: Path) -> None:
    program = """
import sys

def watch(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        raise SystemExit(f"a connection: {event} {arguments}")

sys.addaudithook(watch)
sys.argv = ["amparo", "demo"]
from amparo.cli import main
main()
"""
    assert "2 files: 2 added" in run(program, tmp_path)


def test_no_source_names_a_person_of_the_example_reports(tmp_path: Path) -> None:
    """A rule made for one name would be found here; so would a name that does not belong to the program."""
    program = """
from pathlib import Path
from amparo.pipeline import extract, write_examples
for path, example in write_examples(Path("reports")):
    for one in extract([path], given=example.given):
        for mention in one.extraction.mentions:
            if mention.named and mention.target:
                print(*mention.forms, sep="\\n")
"""
    forms = set(run(program, tmp_path).split("\n")) - {""}
    assert len(forms) > 3, "the example reports name people"
    words = forms | {form.split()[-1] for form in forms}  # a given name alone may be anybody's
    name = re.compile(rf"\b({'|'.join(map(re.escape, sorted(words)))})\b")
    assert [
        f"{named(path)}: {found[0]}"
        for path in TEXT_FILES
        if path.is_relative_to(SOURCE) and "example_reports" not in path.parts
        for found in [name.search(path.read_text(encoding="utf-8"))]
        if found
    ] == []


@pytest.mark.parametrize("path", LOCKS, ids=named)
def test_a_lock_file_pins_by_hash_and_names_no_index(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.search(r"^-|://|index|find-links|trusted-host", text, re.MULTILINE) is None
    pinned = re.findall(r"^[a-z].*$", text, re.MULTILINE)
    assert len(pinned) > 40
    assert [line for line in pinned if not re.fullmatch(r"[a-z0-9._-]+==\S+( ; .+)? \\", line)] == []


@pytest.mark.parametrize("path", [*LOCKS, ROOT / "pyproject.toml"], ids=named)
def test_none_of_the_look_alikes_of_models_is_required(path: Path) -> None:
    quoted = re.sub(r'^\s*"', "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert SQUATTED.findall(quoted) == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    place = re.compile(r"(?<![\w.])/(?:work|home/\w+|root|Users/\w+|tmp/\w+|opt/\w+)/[\w.-]+")
    assert [
        f"{named(path)}: {found[0]}"
        for path in TEXT_FILES
        for found in [place.search(path.read_text(encoding="utf-8"))]
        if found
    ] == []
