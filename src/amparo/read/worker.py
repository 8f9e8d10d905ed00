"""The child process that reads: one request after the other from its standard input, answers on its standard output.

Run as ``python -m amparo.read.worker MEMORY SECONDS`` by `Reader`. It may use MEMORY bytes, write no file, start no process
and open no connection; SECONDS after a request came in it is ended by the system, should its parent be gone.
"""

import contextlib
import os
import re
import resource
import signal
import sys
from typing import Any

from amparo.model import Cause, Document, Fault, document_id, text_hash

from . import wire
from .formats import read_out
from .language import language
from .plain import too_long
from .published import publication
from .reading import TEXT_LIMIT, Reading, Readout

_OPEN_FILES = 64
# Audit events (their table in the documentation of Python) of reaching out and of changing the file system, by how they begin.
_FORBIDDEN = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.kill", "os.remove", "os.rename",
    "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.utime", "shutil.", "tempfile.",
)  # fmt: skip
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")  # PostgreSQL refuses the null character, UTF-8 half a surrogate pair


def main() -> None:
    """Answer requests until the parent closes the stream, memory runs out or has grown too much."""
    memory, seconds = map(int, sys.argv[1:])
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123  what a library prints must not get between the answers
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
    confine(memory)
    while (received := wire.receive_request(sys.stdin.buffer)) is not None:
        signal.alarm(seconds)
        reading = _guarded(*received)
        grown = _most_memory() > memory // 2
        wire.send_reading(answers, reading, last=grown)
        signal.alarm(0)
        if grown:
            break


def confine(memory: int) -> None:
    """Give up, for good, all that reading does not need. Limits that the system does not know are left out.

    The audit hook binds Python code only; the kernel's limits bind native code too.
    """
    limits = {
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: _OPEN_FILES,
        resource.RLIMIT_NPROC: 0,
    }
    for limit, value in limits.items():
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (value, value))
    sys.addaudithook(_watch)


def _most_memory() -> int:
    """The most memory held so far, in bytes. On Linux ``ru_maxrss`` begins with that of the process which started this one, so that below a
    large program every child would seem grown; the kernel's own page on this process does not.
    """
    with contextlib.suppress(OSError), open("/proc/self/status", encoding="ascii") as page:  # noqa: PTH123  # pathlib is slower to load
        for line in page:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what reading never does. Raises PermissionError into whatever tried."""
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if writes or event.startswith(_FORBIDDEN):
        raise PermissionError(f"the reader may not do this: {event}")


def _guarded(request: wire.Request, content: bytes) -> Reading:
    try:
        return answer(request, content)
    except MemoryError:
        words = "Reading the file takes more memory than is allowed; split it, or save its text as a text file and add that."
        return Reading(document=None, faults=(Fault(where=request.where, cause=Cause.TOO_LARGE, message=words),))
    except Exception as error:  # noqa: BLE001  hostile bytes find faults in libraries that nobody has listed
        words = f"The reader failed on this file ({type(error).__name__}); save its text as a text file and add that."
        return Reading(document=None, faults=(Fault(where=request.where, cause=Cause.CRASHED, message=words),))


def answer(request: wire.Request, content: bytes) -> Reading:
    """Read ``content``: format, then language, then publication."""
    reader, readout = read_out(content, request.media_type, request.where)
    if isinstance(readout, Fault):
        return Reading(document=None, faults=(readout,))
    if len(readout.text) > TEXT_LIMIT:
        return Reading(document=None, faults=(too_long(request.where),))
    if readout.text.strip():
        document = _document(request, readout, reader)
        return Reading(document=document, faults=readout.faults, attachments=readout.attachments)
    faults = readout.faults
    if not faults and not readout.attachments:
        words = "The file holds nothing but white space; copy or download it again."
        faults = (Fault(where=request.where, cause=Cause.NO_TEXT, message=words),)
    return Reading(document=None, faults=faults, attachments=readout.attachments)


def _document(request: wire.Request, readout: Readout, reader: str) -> Document:
    text = _UNSTORABLE.sub("\ufffd", readout.text)
    spoken = language(text)
    known = publication(readout, language=spoken, publisher=request.publisher, published=request.published)
    return Document(
        id=document_id(request.sha256),
        source=request.sha256,
        name=request.name,
        text=text,
        text_sha256=text_hash(text),
        language=spoken,
        title=_storable(known.title),
        publisher=_storable(known.publisher),
        published=known.published,
        published_basis=known.basis,
        pages=readout.pages,
        reader=reader,
    )


def _storable(words: str | None) -> str | None:
    return None if words is None else _UNSTORABLE.sub("\ufffd", words)


if __name__ == "__main__":
    main()
