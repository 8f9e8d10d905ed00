"""What binds a state on a day, asked for directly."""

from amparo.model import Edtf, Finding, UnknownCode
from amparo.protect import assess
from amparo.vocabulary import acts, states


def protect(*, host: str, origin: str | None, act: str | None, on: Edtf | None) -> tuple[Finding, ...]:
    """The lines of law for a transfer out of ``host`` (code or name in any language) to ``origin`` on a date.

    Raises UnknownCode for a state or act that is not in the vocabulary. ``origin`` is checked but changes nothing yet: which lines bind depends on the
    host alone.
    """
    if origin is not None:
        _state(origin)
    return assess(_state(host), None if act is None else acts.act(act).code, on)


def _state(words: str) -> str:
    code = states.code_of(words)
    if code is None:
        raise UnknownCode("states", words)
    return code
