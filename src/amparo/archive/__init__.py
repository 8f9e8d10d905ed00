"""Take in bytes, keep them unaltered, log who had them in hand.

Files and folders only: this version opens no network connection. `collect` is the main verb; it gives `Collected`
bytes and, for what could not be taken, a `Fault`. `take` makes the `Source` record, `chain` writes the next line of
the custody log and `broken_links` checks a log. Nothing here writes: the casebook stores.
"""

from .collecting import SIZE_LIMIT, Collected, collect, take
from .custody import broken_links, chain
from .media import media_type

__all__ = ["SIZE_LIMIT", "Collected", "broken_links", "chain", "collect", "media_type", "take"]
