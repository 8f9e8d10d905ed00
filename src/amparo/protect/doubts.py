"""Where the rows alone would say more than is known: governments not recognised, withdrawals not confirmed (``data/doubts.csv``)."""

from dataclasses import dataclass
from functools import cache

from amparo.model import Edtf

from .tables import edtf, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A reason to call a state's being bound uncertain, from ``from_`` on (None: always), for one treaty or for all (None)."""

    state: str
    instrument: str | None
    from_: Edtf | None
    reason: str

    def touches(self, state: str, instrument: str, on: Edtf | None) -> bool:
        """Whether it concerns that state and treaty on any day of ``on``; a date that is not known may always be concerned."""
        if self.state != state or self.instrument not in (None, instrument):
            return False
        return on is None or self.from_ is None or self.from_.earliest <= on.latest


@cache
def all_doubts() -> tuple[Doubt, ...]:
    """All rows in the order of the data."""
    return tuple(
        Doubt(
            state=row["state"],
            instrument=row["instrument"] or None,
            from_=edtf(row["from"]),
            reason=row["reason"],
        )
        for row in rows("doubts.csv")
    )


def doubts(state: str, instrument: str, on: Edtf | None) -> tuple[str, ...]:
    """The reasons to doubt that ``state`` is bound as its row says, one sentence each."""
    return tuple(one.reason for one in all_doubts() if one.touches(state, instrument, on))
