"""The casebook that a command works on, opened with the user's settings."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from amparo.casebook import Casebook
from amparo.model import PassphraseNeeded

from . import console
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
        if settings.passphrase is not None and not book.encrypted:
            console.complain(
                f"{path} is not encrypted: the passphrase given was not used, and what is added is stored in the clear."
            )
        yield book
