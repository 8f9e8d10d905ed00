import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, Index, inspect, text

from amparo.casebook import migrations
from amparo.casebook.schema import LAYOUTS, metadata
from amparo.casebook.sqlite import connected, transaction


def made_by(path: Path, make: Callable[[Connection], object]) -> dict[str, str]:
    """The statements by which ``make`` fills an empty database, by the name of the table or index."""
    path.touch()
    with connected(path, None, write=True, wait=0) as connection:
        make(connection)
        rows = connection.execute(text("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
        return {row.name: re.sub(r"\s+", " ", row.sql) for row in rows}


def test_the_migrations_make_exactly_the_tables_of_the_schema(tmp_path: Path) -> None:
    migrated = made_by(tmp_path / "migrated", migrations.upgrade)
    described = made_by(tmp_path / "described", metadata.create_all)
    assert {name: sql for name, sql in migrated.items() if name in described} == described
    beside = {name.removesuffix(kind) for name in migrated.keys() - described for kind in ("", "_update", "_delete")}
    assert {name for name in beside if "search" not in name} == {"alembic_version", *_guards()}


def _guards() -> set[str]:
    return {
        "custody",
        "sources",
        *(f"{table}_{verb}" for table in ("custody", "sources") for verb in ("update", "delete")),
    }


def test_the_known_layouts_are_the_migrations() -> None:
    assert migrations.revisions() == LAYOUTS


def test_every_table_says_whether_it_is_kept_or_derived() -> None:
    layers = {table.name: table.info["layer"] for table in metadata.sorted_tables}
    assert {name for name, layer in layers.items() if layer == "kept"} == {"meta", "sources", "custody"}
    assert set(layers.values()) == {"kept", "derived"}


def test_every_reference_can_be_followed_back_by_an_index(tmp_path: Path) -> None:
    """Else deleting a document would read through all rows of all others."""
    for table in metadata.sorted_tables:
        prefixes = [[column.name for column in table.primary_key.columns]]
        prefixes += [[column.name for column in index.columns] for index in table.indexes if isinstance(index, Index)]
        for reference in table.foreign_keys:
            assert any(prefix[0] == reference.parent.name for prefix in prefixes), (table.name, reference.parent.name)


REVISION = """
from alembic import op
import sqlalchemy as sa
revision, down_revision = "{revision}", {before!r}
def upgrade():
    op.create_table("table_{revision}", sa.Column("id", sa.Integer, primary_key=True))
    {more}
"""


def scripts(folder: Path, *, broken: bool = False) -> Path:
    """Migrations of two layouts, the second perhaps failing half-way."""
    (folder / "versions").mkdir(parents=True, exist_ok=True)
    (folder / "env.py").write_text((migrations.HERE / "env.py").read_text())
    (folder / "versions" / "a.py").write_text(REVISION.format(revision="a", before=None, more=""))
    more = "raise RuntimeError('half-way')" if broken else ""
    (folder / "versions" / "b.py").write_text(REVISION.format(revision="b", before="a", more=more))
    return folder


def upgraded(path: Path, folder: Path) -> set[str]:
    """The tables after bringing the database at ``path`` to the newest layout of ``folder``."""
    with connected(path, None, write=True, wait=0) as connection:
        with transaction(connection):
            migrations.upgrade(connection, scripts=folder)
        return set(inspect(connection).get_table_names())


def test_an_older_layout_is_brought_up_to_date_wholly_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "some"
    path.touch()
    first = scripts(tmp_path / "first")
    (first / "versions" / "b.py").unlink()
    assert upgraded(path, first) == {"alembic_version", "table_a"}

    with pytest.raises(RuntimeError, match="half-way"):
        upgraded(path, scripts(tmp_path / "broken", broken=True))
    assert upgraded(path, first) == {"alembic_version", "table_a"}

    assert upgraded(path, scripts(tmp_path / "second")) == {"alembic_version", "table_a", "table_b"}
