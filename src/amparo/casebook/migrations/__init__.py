"""How the tables come into being and change from one layout to the next (Alembic), called by `opening` alone.

Not part of the room's door: Alembic takes a third of a second to import, so only making or converting a casebook loads it.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

HERE = Path(__file__).parent


def upgrade(connection: Connection, *, scripts: Path = HERE) -> None:
    """Bring the casebook to the newest layout of ``scripts``; the caller holds the transaction, so it happens wholly or not at all."""
    config = _config(scripts)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def revisions(*, scripts: Path = HERE) -> tuple[str, ...]:
    """All layouts from the first to the newest."""
    directory = ScriptDirectory.from_config(_config(scripts))
    return tuple(script.revision for script in directory.walk_revisions())[::-1]


def _config(scripts: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
