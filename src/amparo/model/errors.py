"""Everything that can go wrong with a *call*. What goes wrong with a *document* is a `Fault`, a value.

    AmparoError
    ├── WrongCall                  exit 2: the command or its arguments do not fit
    │   ├── UnknownCode            a code that no vocabulary has
    │   ├── BadDate                a date that is not EDTF level 0/1
    │   ├── NothingFound           the name or id asked for stands in no case
    │   └── TargetExists           a file would be overwritten
    ├── CannotOpen                 exit 3: a casebook or file cannot be opened or written
    │   ├── NoCasebook             there is none at that place
    │   ├── NotACasebook           the file is something else, or the passphrase is wrong
    │   ├── PassphraseNeeded       the casebook is encrypted and no passphrase was given
    │   ├── CasebookTooNew         made by a later version of Amparo
    │   ├── CasebookBusy           another process holds it
    │   └── CannotWrite            disk full, read-only, no permission
    └── VerificationFailed         exit 4: stored bytes, offsets or the custody chain were changed

Each class builds its own message from typed arguments and carries the exit code of DESIGN section 7.
"""

from collections.abc import Sequence
from typing import ClassVar


class AmparoError(Exception):
    """Root of all errors that end a command with a message instead of a result."""

    exit_code: ClassVar[int] = 1


class WrongCall(AmparoError):
    """The command or its arguments do not fit; nothing was changed."""

    exit_code = 2


class UnknownCode(WrongCall):
    """A code that the named vocabulary does not have."""

    def __init__(self, vocabulary: str, code: str, *, near: Sequence[str] = ()) -> None:
        hint = f" Did you mean {', '.join(near)}?" if near else ""
        super().__init__(f"{code!r} is not in the vocabulary of {vocabulary}.{hint}")


class BadDate(WrongCall):
    """A date that is not written in EDTF level 0 or 1."""

    def __init__(self, words: str) -> None:
        super().__init__(
            f"{words!r} is not a date this command reads. "
            "Write 2021, 2021-03, 2021-03-25, 2021-21 (spring) or 2021-03/2021-05."
        )


class NothingFound(WrongCall):
    """The name or id asked for stands in no case of the casebook."""

    def __init__(self, asked: str, *, near: Sequence[str] = ()) -> None:
        hint = f" Near it: {', '.join(near)}." if near else " `amparo cases` lists what there is."
        super().__init__(f"No case fits {asked!r}.{hint}")


class TargetExists(WrongCall):
    """A file would be overwritten."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} exists already and was left as it is. Name another file.")


class CannotOpen(AmparoError):
    """A casebook or file cannot be opened or written; what was stored before is unharmed."""

    exit_code = 3


class NoCasebook(CannotOpen):
    """There is no casebook at that place."""

    def __init__(self, path: str) -> None:
        super().__init__(f"There is no casebook at {path}. Make one with: amparo new {path}")


class NotACasebook(CannotOpen):
    """The file is not a casebook, or it is encrypted with another passphrase (the two look the same)."""

    def __init__(self, path: str, *, encrypted: bool) -> None:
        super().__init__(
            f"{path} cannot be opened: the passphrase is wrong, or the file is not a casebook. Nothing was changed."
            if encrypted
            else f"{path} is not a casebook of Amparo. Nothing was changed."
        )


class PassphraseNeeded(CannotOpen):
    """The casebook is encrypted and no passphrase was given."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} is encrypted. Set AMPARO_PASSPHRASE or run the command in a terminal that can ask for it."
        )


class CasebookTooNew(CannotOpen):
    """The casebook was made by a later version of Amparo."""

    def __init__(self, path: str, revision: str) -> None:
        super().__init__(
            f"{path} was made by a newer version of Amparo (layout {revision}). "
            "Update Amparo to open it. Nothing was changed."
        )


class CasebookBusy(CannotOpen):
    """Another process holds the casebook."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is being written by another process. Wait for it to end, then run this again.")


class CannotWrite(CannotOpen):
    """The disk is full, read-only or not permitted; the last unfinished step was undone."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            f"{path} could not be written: {reason}. The unfinished step was undone; "
            "what was stored before is unharmed. Make room or fix the permission, then run the same command again."
        )


class VerificationFailed(AmparoError):
    """Stored bytes, offsets or the custody chain are not what was recorded."""

    exit_code = 4

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(f"{len(self.problems)} record(s) were changed after they were stored.")
