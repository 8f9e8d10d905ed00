"""Serving a casebook on this computer's loopback address, and nowhere else."""

import errno
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from amparo.casebook import Casebook
from amparo.model import WrongCall

from .application import application

_LOOPBACK = "127.0.0.1"
_PATIENCE = 2  # seconds that an answer under way has to end after Ctrl-C


def serve(book: Casebook, *, name: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve ``book`` until Ctrl-C; ``name`` is what the pages call it. ``port`` 0 is any free one.

    ``ready`` is told the address once it answers. Raises WrongCall when the port cannot be had.
    """
    with _bound(port) as door:
        settings = uvicorn.Config(
            application(book, name=name),
            loop="asyncio",
            http="h11",
            ws="none",
            lifespan="off",
            interface="asgi3",
            log_level="error",
            access_log=False,  # it would keep what was searched for
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=_PATIENCE,
        )
        ready(f"http://{_LOOPBACK}:{door.getsockname()[1]}/")
        with suppress(KeyboardInterrupt):  # raised again by uvicorn once all has ended: the usual end, not a failure
            uvicorn.Server(settings).run(sockets=[door])


def _bound(port: int) -> socket.socket:
    """A socket that listens at ``port``: whoever is told the address now is answered, if only in a moment."""
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # the port of a run that just ended
        door.bind((_LOOPBACK, port))
        door.listen()
    except OSError as error:
        door.close()
        taken = "is in use" if error.errno == errno.EADDRINUSE else f"cannot be had ({error.strerror})"
        raise WrongCall(f"Port {port} {taken}. Name another with --port; 0 takes any that is free.") from error
    return door
