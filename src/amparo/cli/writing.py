"""Writing a file that was not there before."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from amparo.model import CannotWrite, TargetExists


def write_new(path: Path, text: str) -> None:
    """Write ``text`` (UTF-8) to ``path``, whole or not at all, readable by its owner alone; never over anything.

    Raises TargetExists, and CannotWrite when the disk is full or the place cannot be written.
    """
    try:
        with NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=path.parent, prefix=".amparo-", delete=False
        ) as file:
            made = Path(file.name)
            try:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
                _put(made, path)
            finally:
                made.unlink(missing_ok=True)
    except FileExistsError:
        raise TargetExists(str(path)) from None
    except OSError as error:
        raise CannotWrite(str(path), error.strerror or str(error)) from error


def _put(made: Path, path: Path) -> None:
    """Claim the name, then put the whole file in its place; a hard link would do both, but memory sticks know none."""
    path.touch(exist_ok=False)
    try:
        made.replace(path)
    except OSError:
        path.unlink()
        raise
