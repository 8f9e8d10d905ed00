"""What the environment and the command line say, read once, frozen, and passed down."""

import getpass
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from amparo.model import PassphraseNeeded, WrongCall


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Which casebook, opened with what, and under which name the user acts in it.

    ``by`` is AMPARO_USER; without it «user», not the login name: that may be a real one, and the custody log keeps it for good.
    """

    casebook: str | None
    passphrase: str | None
    by: str

    def path(self) -> Path:
        """The casebook file named with -c or AMPARO_CASEBOOK. Raises WrongCall when there is none, or it is not a file this version reads."""
        if not self.casebook:
            raise WrongCall("Which casebook? Name it with -c FILE or in AMPARO_CASEBOOK, or make one: amparo new FILE")
        if "://" in self.casebook:
            raise WrongCall(
                f"{self.casebook}: this version keeps casebooks in files only; a PostgreSQL casebook is not supported yet."
            )
        return Path(self.casebook)

    def ask_passphrase(self, path: Path, *, twice: bool = False) -> str:
        """The passphrase from AMPARO_PASSPHRASE or from the terminal. Raises PassphraseNeeded when there is neither."""
        if self.passphrase is not None:
            return self.passphrase
        if not sys.stdin.isatty():
            raise PassphraseNeeded(str(path))
        first = getpass.getpass(f"Passphrase for {path}: ")
        if twice and first != getpass.getpass("The same again: "):
            raise WrongCall("The two were not the same; nothing was made.")
        if not first:
            raise PassphraseNeeded(str(path))
        return first


def read_settings(casebook: str | None) -> Settings:
    """Settings from the command line, then the environment (AMPARO_CASEBOOK, AMPARO_PASSPHRASE, AMPARO_USER)."""
    return Settings(
        casebook=casebook or os.environ.get("AMPARO_CASEBOOK"),
        passphrase=os.environ.get("AMPARO_PASSPHRASE"),
        by=os.environ.get("AMPARO_USER", "user"),
    )
