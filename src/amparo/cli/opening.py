"""The casebook that a command works on, opened with the user's settings."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from amparo.casebook import Casebook
from amparo.model import PassphraseNeeded

from .settings import Settings


@contextmanager
def opened(settings: Settings, *, write: bool = False) -> Iterator[Casebook]:
    """The casebook of ``settings``; an encrypted one asks for its passphrase only if none was given. Raises what `Casebook.open` raises."""
    path = settings.path()
    with ExitStack() as stack:
        try:
            book = stack.enter_context(Casebook.open(path, settings.passphrase, write=write))
        except PassphraseNeeded:
            book = stack.enter_context(Casebook.open(path, settings.ask_passphrase(path), write=write))
        yield book
