"""The two example reports that come with Amparo, for the demo and for a first try."""

import tomllib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from amparo.model import CannotWrite, Edtf

from .reading import Given


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One report: its file name, its bytes, and what its collector says of it."""

    name: str
    content: bytes
    given: Given


def examples() -> tuple[Example, ...]:
    """The example reports, in the order in which the demo adds them."""
    folder = resources.files("amparo.pipeline").joinpath("example_reports")
    listed = tomllib.loads(folder.joinpath("reports.toml").read_text("utf-8"))["report"]
    return tuple(
        Example(
            name=row["file"],
            content=folder.joinpath(row["file"]).read_bytes(),
            given=Given(publisher=row["publisher"], published=Edtf(row["published"])),
        )
        for row in listed
    )


def write_examples(folder: Path) -> tuple[tuple[Path, Example], ...]:
    """Write the example reports into ``folder``, which is made if need be; a file that is there already is left as it is.

    Raises CannotWrite.
    """
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for example in examples():
            path = folder / example.name
            if not path.exists():
                part = path.with_name(f".{path.name}.part")  # so that a full disk leaves no half of a report
                part.write_bytes(example.content)
                part.replace(path)
            written.append((path, example))
    except OSError as error:
        raise CannotWrite(str(error.filename or folder), error.strerror or str(error)) from error
    return tuple(written)
