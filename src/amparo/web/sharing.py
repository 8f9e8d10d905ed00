"""One open casebook for all requests."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

from amparo.casebook import Casebook


@dataclass(frozen=True, slots=True)
class SharedCasebook:
    """A casebook that requests take in turn; ``name`` is what the pages call it.

    Opening it anew for each request would derive the key each time (0.1 s), keep the passphrase at hand, and lose the decrypted pages
    in its cache. A page takes it for some milliseconds and is rendered after it was given back.
    """

    name: str
    _book: Casebook
    _lock: Lock = field(default_factory=Lock)

    @contextmanager
    def taken(self) -> Iterator[Casebook]:
        """The casebook, for one thread at a time."""
        with self._lock:
            yield self._book
