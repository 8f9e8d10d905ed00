"""docs/law.md is made out of the data; the committed page must be the one that the data give today."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from amparo.protect import instruments
from amparo.protect.law import codes

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("law_page", ROOT / "scripts" / "docs" / "law.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def committed() -> str:
    return (ROOT / "docs" / "law.md").read_text(encoding="utf-8")


def test_the_committed_page_is_fresh(script: ModuleType, committed: str) -> None:
    assert committed == script.page(), "run: python scripts/docs/law.py"


def test_every_instrument_and_every_rule_is_on_the_page(committed: str) -> None:
    assert [code for code in codes() if f"| `{code}` |" not in committed] == []
    assert [line.code for line in instruments() if line.rule not in committed] == []


def test_the_page_says_what_it_is_not(committed: str) -> None:
    assert "Nothing here is legal advice" in committed
    assert "never the same as not bound" in committed
    assert "risk, not an authority" in committed


def test_tables_have_as_many_cells_as_columns(committed: str) -> None:
    width = 0
    for line in committed.splitlines():
        if not line.startswith("|"):
            width = 0
            continue
        cells = line.replace("\\|", "").count("|")
        width = width or cells
        assert cells == width, line


def test_writing_puts_the_page_where_it_is_read(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script, "PAGE", tmp_path / "law.md")
    script.main()
    assert (tmp_path / "law.md").read_text(encoding="utf-8") == script.page()
