"""The pages say what is so: their commands run and print what they show, their links lead somewhere, generated pages are fresh."""

import importlib.util
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from amparo.protect.law import codes
from amparo.protect.parties import participations

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
RUN = [ROOT / "README.md", ROOT / "docs" / "tutorial.md"]
DONE = "--- command {} ended with"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A command of a page and what the page shows of its output, line by line."""

    command: str
    shown: tuple[str, ...]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def examples(page: Path) -> Iterator[Example]:
    """The commands in the ``console`` blocks of a page: lines that begin with «$ », each followed by its output."""
    for block in re.findall(r"^```console\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *shown = part.rstrip("\n").split("\n")
            yield Example(command=command, shown=tuple(shown))


def outputs(commands: list[str], folder: Path) -> list[str]:
    """What each of ``commands`` prints, on both streams, typed one after the other into one shell in ``folder``."""
    typed = [f"{command}\necho; echo {shlex.quote(DONE.format(n))}" for n, command in enumerate(commands)]
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "AMPARO_PASSPHRASE": "for the tests only",
    }
    done = subprocess.run(
        ["bash", "-c", "\n".join(typed)],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    ends = "|".join(re.escape(DONE.format(n)) for n in range(len(commands)))
    return re.split(rf"\n(?:{ends})\n", done.stdout)[:-1]


def pattern(shown: tuple[str, ...]) -> re.Pattern[str]:
    """What fits ``shown``: «…» alone on a line stands for any lines, also for none; inside a line for anything in that line."""
    lines = (
        r"(?:.*\n)*?" if line == "…" else r"[^\n]*?".join(map(re.escape, line.split("…"))) + r"\n" for line in shown
    )
    return re.compile("".join(lines))


@pytest.mark.parametrize("page", RUN, ids=named)
def test_the_commands_of_a_page_print_what_it_shows(page: Path, tmp_path: Path) -> None:
    told = list(examples(page))
    printed = outputs([example.command for example in told], tmp_path)
    assert len(printed) == len(told) > 0
    for example, output in zip(told, printed, strict=True):
        lines = output.rstrip("\n") + "\n" if output.strip() else ""
        if not pattern(example.shown).fullmatch(lines):
            shown = "\n".join(example.shown)
            pytest.fail(
                f"{named(page)} shows for `{example.command}`:\n{shown}\n\nbut it prints:\n{lines}", pytrace=False
            )


def test_what_a_page_shows_is_compared() -> None:
    """The comparison can fail: a wrong line, a missing one, one too many."""
    fits = pattern(("one", "…", "three …"))
    assert fits.fullmatch("one\ntwo\nthree 3\n")
    assert fits.fullmatch("one\nthree 3\n")
    assert not fits.fullmatch("one\ntwo\nfour 3\n")
    assert not fits.fullmatch("one\nthree 3\nfour\n")
    assert not fits.fullmatch("two\none\nthree 3\n")


def test_the_excerpt_in_the_readme_is_what_the_demo_prints(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    excerpt = re.search(r"^```text\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    assert excerpt is not None
    (printed,) = outputs(["amparo demo"], tmp_path)
    if not pattern(tuple(excerpt[1].rstrip("\n").split("\n"))).search(printed):
        pytest.fail(f"The excerpt stands nowhere in what the demo prints now:\n{printed}", pytrace=False)


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_to_files_and_headings_that_are_there(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    broken = []
    for link in re.findall(r"\]\(([^()\s]+)\)", text):
        file, _, heading = link.partition("#")
        target = page.parent / file if file else page
        if link.startswith("http"):
            continue
        if not target.exists() or (heading and heading not in anchors(target)):
            broken.append(link)
    assert broken == []


def anchors(page: Path) -> set[str]:
    """The headings of a page as GitHub makes anchors of them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", ["commands", "glossary"])
def test_a_generated_page_is_fresh(name: str) -> None:
    committed = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    assert committed == script(name).page(), "run: make docs"


def test_every_command_is_explained() -> None:
    names = script("commands").names()
    assert {"demo", "new", "add", "case", "verify"} <= set(names)
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert [name for name in names if f"\n## amparo {name}\n" not in text] == []


def test_the_readme_counts_the_law_as_the_data_do() -> None:
    states = {one.state for one in participations()}
    told = f"{len(codes())} instruments and who of {len(states)} states is bound by them"
    assert told in (ROOT / "README.md").read_text(encoding="utf-8")


def test_no_figure_is_left_out() -> None:
    """Figures of a release are measured and filled in; a placeholder says that this was forgotten."""
    assert [named(page) for page in PAGES if "{{" in page.read_text(encoding="utf-8")] == []


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"{name}_page", ROOT / "scripts" / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
