"""What binds a state on a day, asked for directly."""

from amparo.model import Edtf, Finding
from amparo.protect import assess
from amparo.vocabulary import states


def protect(
    *, host: str, origin: str | None = None, act: str | None = None, on: Edtf | None = None
) -> tuple[Finding, ...]:
    """The lines of law for ``act`` (code; None: any transfer) done in, or out of, ``host`` on a date.

    ``host`` and ``origin`` are ISO 3166-1 alpha-2 codes. ``origin`` is checked but changes nothing yet: which lines bind depends on the
    host alone. Raises UnknownCode for a state or act that is not in the vocabulary.
    """
    if origin is not None:
        states.state(origin)
    return assess(host, act, on)
