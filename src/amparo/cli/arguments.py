"""What a user types, as the values that the pipeline takes."""

from difflib import get_close_matches
from pathlib import Path

from amparo import pipeline
from amparo.model import Edtf, UnknownCode, WrongCall
from amparo.vocabulary import states


def state(words: str) -> str:
    """The code of a state under any of its names, or in capitals or not. Raises UnknownCode."""
    code = states.code_of(words) or states.code_of(words.upper())
    if code is None:
        near = get_close_matches(words.title(), [one.name for one in states.states()])
        raise UnknownCode("states", words, near=near)
    return code


def state_if_given(words: str | None) -> str | None:
    """The same; None stays None."""
    return None if words is None else state(words)


def date(words: str | None) -> Edtf | None:
    """A date in EDTF; None stays None. Raises BadDate."""
    return None if words is None else Edtf(words)


def files(paths: list[str]) -> list[Path]:
    """Files and folders. Raises WrongCall for a web address."""
    addresses = [path for path in paths if path.startswith(("http://", "https://"))]
    if addresses:
        raise WrongCall(f"{addresses[0]}: this version opens no network connection. Save the page and give its file.")
    return [Path(path) for path in paths]


def how(*, engine: str = "reader", gate: bool = True, lexicon: Path | None = None) -> "pipeline.How":
    """How texts are to be read. Raises WrongCall for a lexicon that does not fit."""
    own = pipeline.read_lexicon(lexicon) if lexicon is not None else None
    return pipeline.How(engine=engine, gate=gate, lexicon=own)
