"""Reading in a child process that a hostile file may hang, flood or crash without harm to the caller."""

import contextlib
import math
import os
import signal
import subprocess
import sys
import threading
from types import TracebackType
from typing import IO, Self

from amparo.model import Cause, Fault, Source

from . import wire
from .reading import Reading

SECONDS = 60.0
MEMORY = 1_500_000_000  # bytes; the largest of the documents tried needed a third
_GRACE = 5  # seconds by which the child's own alarm comes after the parent's


class Reader:
    """Reads one document after the other, all in one child process; a new one is started where the last was lost.

    ``seconds`` is the time one document may take, start of the child included, and ``memory`` the bytes of address space the
    child may use. A context manager: on leaving, the child is ended. Not for use from several threads at once.
    """

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds = seconds
        self._memory = memory
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:  # fmt: skip
        self.close()

    def read(self, source: Source, content: bytes, where: str) -> Reading:
        """Read ``content``, the bytes of ``source``; ``where`` is what the user calls it and what its faults show.

        Whatever the bytes are, a `Reading` comes back; nothing is raised on their account.
        """
        child = self._living()
        late = threading.Event()
        clock = threading.Timer(self._seconds, _stop, (child, late))
        clock.daemon = True  # Ctrl-C while it starts must not keep the program waiting until it strikes
        clock.start()
        last = True  # until the answer is there, the child is not to be trusted with another request
        try:
            stdin, stdout = _pipes(child)
            wire.send_request(stdin, wire.Request.of(source, where), content)
            reading, last = wire.receive_reading(stdout, source)
        except (OSError, wire.Garbled):
            reading = Reading(document=None, faults=(self._lost(where, late=late.is_set()),))
        finally:
            clock.cancel()
            clock.join()
            if last or late.is_set():
                self.close()
        return reading

    def close(self) -> None:
        """End the child, if there is one."""
        child, self._child = self._child, None
        if child is None:
            return
        _kill(child)
        child.wait()
        for pipe in _pipes(child):
            with contextlib.suppress(OSError):  # what was not sent yet has nowhere to go
                pipe.close()

    def _living(self) -> "subprocess.Popen[bytes]":
        """The child, started anew when there is none or it has ended."""
        if self._child is not None and self._child.poll() is not None:
            self.close()
        if self._child is None:
            self._child = _start(self._memory, math.ceil(self._seconds) + _GRACE)
        return self._child

    def _lost(self, where: str, *, late: bool) -> Fault:
        if late:
            words = f"Reading took longer than {self._seconds:g} seconds and was stopped; save the text as a text file and add that."
            return Fault(where=where, cause=Cause.TOO_SLOW, message=words)
        words = "The file made the reader crash; save its text as a text file and add that."
        return Fault(where=where, cause=Cause.CRASHED, message=words)


def read(source: Source, content: bytes, where: str | None = None, *, seconds: float = SECONDS) -> Reading:
    """Read one document; for several, a `Reader` saves starting a process for each."""
    with Reader(seconds=seconds) as reader:
        return reader.read(source, content, where if where is not None else source.name)


def _start(memory: int, seconds: int) -> "subprocess.Popen[bytes]":
    """A child that inherits nothing: no environment, folder, import path, open file, terminal or standard error."""
    command = [sys.executable, "-I", "-B", "-X", "utf8", "-m", "amparo.read.worker", str(memory), str(seconds)]
    return subprocess.Popen(  # noqa: S603  our own interpreter and module
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={"LC_ALL": "C.UTF-8", "OMP_NUM_THREADS": "1"},
        start_new_session=True,  # Ctrl-C reaches the caller, who ends the child
    )


def _stop(child: "subprocess.Popen[bytes]", late: threading.Event) -> None:
    late.set()
    _kill(child)


def _kill(child: "subprocess.Popen[bytes]") -> None:
    if child.returncode is None:  # not yet waited for, so that the number is still this child's
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)


def _pipes(child: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    if child.stdin is None or child.stdout is None:
        raise wire.Garbled
    return child.stdin, child.stdout
