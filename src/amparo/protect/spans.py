"""From when to when something binds, where either end may be known exactly or only as lying between two days."""

from dataclasses import dataclass
from datetime import date, timedelta

from amparo.model import Edtf, Outcome

ABOUT = timedelta(days=365)  # how far a day may lie outside a date that is marked approximate: our choice, a year


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A day that lies somewhere from ``first`` to ``last``, both included; known exactly where the two are the same."""

    first: date
    last: date

    def __str__(self) -> str:
        if self.first == self.last:
            return self.first.isoformat()
        if self.first == date.min:
            return f"a day up to {self.last}"
        return f"a day between {self.first} and {self.last}"

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.first == self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Binding from ``starts``, the first day bound, until ``ends``, the first day no longer bound (None: no end is known)."""

    starts: Window
    ends: Window | None = None

    def outcome(self, on: Edtf) -> Outcome:
        """`BOUND` when every day of ``on`` lies inside for certain, `NOT_BOUND` when none can, else `UNCERTAIN`."""
        if self.lies_before(on) or self.lies_after(on):
            return Outcome.NOT_BOUND
        inside = self.starts.last <= on.earliest and (self.ends is None or on.latest < self.ends.first)
        return Outcome.BOUND if inside else Outcome.UNCERTAIN

    def lies_before(self, on: Edtf) -> bool:
        """Whether all of ``on`` lies before the first day on which this can have bound."""
        return on.latest < self.starts.first

    def lies_after(self, on: Edtf) -> bool:
        """Whether all of ``on`` lies on or after the last day on which this can have ended."""
        return self.ends is not None and self.ends.last <= on.earliest

    def unbroken_up_to(self, as_of: Edtf) -> bool:
        """Whether this certainly bound when ``as_of`` began and had not ended when it was over."""
        return self.starts.last <= as_of.earliest and (self.ends is None or as_of.latest < self.ends.first)


def window(when: Edtf) -> Window:
    """The days that ``when`` can mean; a year more on either side where it is marked as approximate or uncertain."""
    if when.qualified:
        return Window(first=when.earliest - ABOUT, last=when.latest + ABOUT)
    return Window(first=when.earliest, last=when.latest)


def later(one: Window, other: Window) -> Window:
    """The later of two days, each known only within its window."""
    return Window(first=max(one.first, other.first), last=max(one.last, other.last))
