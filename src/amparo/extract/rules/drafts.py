"""One act told at one place of a text, with all that the place says of it; `merge` makes claims of them."""

from dataclasses import dataclass

from amparo.model import Agent, Status

from .cast import Party
from .details import Detail
from .settings import State
from .speech import Speaker
from .status import Standing
from .when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What one place of the text says of one act on one party. ``spans`` are the sentences that carry it, ``word`` the trigger."""

    act: str
    party: Party
    standing: Standing
    word: tuple[int, int]
    spans: tuple[tuple[int, int], ...]
    rule: str
    guessed: bool = False
    found_by: str = "act"  # what found it: the rules' lexicon, or another engine's name
    named_as: tuple[int, int] | None = None  # the words by which this place names the party («he», «the two men»)
    host: State | None = None
    hosts_any: tuple[State, ...] = ()
    destination: State | None = None
    origin: State | None = None
    when: When | None = None
    agents: tuple[tuple[Agent, int, int], ...] = ()
    sources: tuple[Speaker, ...] = ()
    details: tuple[Detail, ...] = ()

    @property
    def has_occasion(self) -> bool:
        """Uncounted people without a date, place or movement are a pattern, not an occasion (annotation rules)."""
        if self.party.named or self.party.count or self.party.affiliations or self.when or self.hosts_any:
            return True
        here = self.host is not None and not self.host.guessed
        return here and self.standing.status is Status.OCCURRED and self.act != "torture"
