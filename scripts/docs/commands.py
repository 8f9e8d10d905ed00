"""Write ``docs/commands.md``: every command with its arguments and options, as ``amparo --help`` tells them.

Run as ``python scripts/docs/commands.py``; a test holds the committed page equal to a fresh one.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
WIDTH = 80  # columns at which the help is broken, whatever the terminal

HEAD = """\
<!-- Made by scripts/docs/commands.py out of `amparo --help`; not to be edited by hand. -->

# Commands

What each command prints for other programs (`--json`) is explained in [json.md](json.md); the words used here in
[glossary.md](glossary.md). Results go to stdout, faults and progress to stderr. The exit code says how it ended:

| code | means |
|---|---|
| 0 | done |
| 1 | done, with faults; each stands on stderr |
| 2 | wrong call: a name, date, code or file that does not fit; nothing was changed |
| 3 | the casebook or a file cannot be opened or written; what was stored before is unharmed |
| 4 | verification failed: something was changed after it was stored |

| set in the environment | means |
|---|---|
| `AMPARO_CASEBOOK` | the casebook, where `-c` names none |
| `AMPARO_PASSPHRASE` | opens an encrypted casebook; without it a terminal asks |
| `AMPARO_USER` | the name under which the custody log keeps what you do; without it `user` |
"""


def main() -> None:
    """Write the page anew."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, _block(told()), *(line for name in names() for line in _section(name))])


def names() -> tuple[str, ...]:
    """The commands, in the order in which the help lists them."""
    listed = told().partition("\nCommands:\n")[2]
    return tuple(re.findall(r"^  (\S+)  ", listed, re.MULTILINE))


def told(*command: str) -> str:
    """What ``amparo COMMAND --help`` prints."""
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "amparo.cli", *command, "--help"],
        env={**os.environ, "COLUMNS": str(WIDTH), "TERMINAL_WIDTH": str(WIDTH), "LC_ALL": "C.UTF-8", "NO_COLOR": "1"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


def _section(name: str) -> Iterator[str]:
    yield f"## amparo {name}\n"
    yield _block(told(name))


def _block(words: str) -> str:
    return f"```text\n{words.strip()}\n```\n"


if __name__ == "__main__":
    main()
