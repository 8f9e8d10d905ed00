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
        """The casebook file named with -c or AMPARO_CASEBOOK. Raises WrongCall when there is none, or it is not a file."""
        if not self.casebook:
            raise WrongCall("Which casebook? Name it with -c FILE or in AMPARO_CASEBOOK, or make one: amparo new FILE")
        return casebook_file(self.casebook)

    def ask_passphrase(self, path: Path) -> str:
        """The passphrase of the casebook at ``path``, from the terminal. Raises PassphraseNeeded when there is none or nothing is typed."""
        typed = _typed(f"Passphrase for {path}: ") if sys.stdin.isatty() else ""
        if not typed:
            raise PassphraseNeeded(str(path))
        return typed

    def new_passphrase(self, path: Path) -> str:
        """The passphrase for a new casebook, from AMPARO_PASSPHRASE or asked for twice. Raises WrongCall when there is none."""
        if self.passphrase is not None:
            return self.passphrase
        typed = _typed(f"New passphrase for {path}: ") if sys.stdin.isatty() else ""
        if not typed:
            raise WrongCall(
                "A new casebook needs a passphrase: set AMPARO_PASSPHRASE, run this in a terminal that can ask for it, "
                "or add --plain for one that is not encrypted. Nothing was made."
            )
        if typed != _typed("The same again: "):
            raise WrongCall("The two were not the same; nothing was made.")
        return typed


def read_settings(casebook: str | None) -> Settings:
    """Settings from the command line, then the environment (AMPARO_CASEBOOK, AMPARO_PASSPHRASE, AMPARO_USER)."""
    return Settings(
        casebook=casebook or os.environ.get("AMPARO_CASEBOOK"),
        passphrase=os.environ.get("AMPARO_PASSPHRASE") or None,
        by=os.environ.get("AMPARO_USER") or "user",
    )


def casebook_file(named: str) -> Path:
    """The file that is named. Raises WrongCall for a database address."""
    if "://" in named:
        scheme = named.partition("://")[0]
        raise WrongCall(f"This version keeps casebooks in files only and cannot open {scheme}:// yet. Name a file.")
    return Path(named)


def _typed(prompt: str) -> str:
    try:
        return getpass.getpass(prompt)
    except EOFError:
        return ""
