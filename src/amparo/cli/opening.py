"""The casebook that a command works on, opened with the user's settings."""

from collections.abc import Iterator
from contextlib import contextmanager

from amparo.casebook import Casebook
from amparo.model import PassphraseNeeded

from .settings import Settings


@contextmanager
def opened(settings: Settings, *, write: bool = False) -> Iterator[Casebook]:
    """Open the casebook of ``settings``; an encrypted one asks for its passphrase only if none was given. Raises what `Casebook.open` raises."""
    path = settings.path()
    try:
        book = Casebook.open(path, settings.passphrase, write=write)
    except PassphraseNeeded:
        book = Casebook.open(path, settings.ask_passphrase(path), write=write)
    with book:
        yield book
