"""What a command loads: commands that only look must not wait for what reads and parses."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.program import environment

HEAVY = {"spacy", "trafilatura", "docx", "pypdfium2", "alembic", "numpy", "amparo.extract", "amparo.web", "jinja2"}
SCRIPT = """
import sys
from amparo.cli import main
sys.argv = ["amparo", *sys.argv[1:]]
try:
    main()
finally:
    print("loaded:", *sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", [["--help"], ["cases"], ["case", "Isakov"], ["search", "Isakov"], ["verify"]])
def test_commands_that_only_look_load_no_parser(told: Path, arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, "-c", str(told), *arguments],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = set(done.stderr.rpartition("loaded:")[2].split())
    assert "amparo.cli.app" in loaded
    assert HEAVY & loaded == set()
    assert "rich" not in loaded  # for a terminal only
    assert arguments != ["--help"] or "sqlalchemy" not in loaded
