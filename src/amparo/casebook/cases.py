"""Reading cases: persons, their incidents, and the claims and mentions behind them."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from sqlalchemy import Connection, select

from amparo.model import CallClaim, Claim, Incident, LawClaim, Mention, Person, WindowClaim

from .caselist import case_rows
from .claims import claims_by_id, load_calls, load_laws, load_windows
from .fulltext import case_called, terms
from .mapping import in_parts
from .mentions import mentions_by_id
from .people import load_incidents, load_persons
from .records import CaseRow
from .schema import claims, incidents, mentions, person_mentions, persons

Made = TypeVar("Made")


class Cases:
    """The cases of one open casebook."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def list(
        self, *, origin: str | None = None, host: str | None = None, act: str | None = None, text: str | None = None
    ) -> tuple[CaseRow, ...]:
        """The cases that fit, the one with the latest incident first, undated ones last, then by name.

        ``host`` and ``act`` are codes that one claim of the case must have both; ``origin`` is that of the person or of such a claim. ``text``
        are words that must all stand in the names, the affiliations or the quotations of the case, in whatever spelling or script.
        """
        return tuple(case_rows(self._connection, origin=origin, host=host, act=act, text=text))

    def persons(self, *, targets_only: bool = True) -> tuple[Person, ...]:
        """All persons, or those of whom acts are told."""
        return load_persons(self._connection, *([persons.c.target.is_(True)] if targets_only else []))

    def person(self, person: str) -> Person | None:
        """The person of that id."""
        return next(iter(load_persons(self._connection, persons.c.id == person)), None)

    def called(self, name: str) -> tuple[Person, ...]:
        """The persons, targets or not, among whose names are all words of ``name``, in whatever spelling or script."""
        return load_persons(self._connection, case_called(persons.c.number, terms(name)))

    def persons_in(self, documents: Iterable[str]) -> tuple[Person, ...]:
        """All persons mentioned in the documents of these ids, whether acts are told of them or they speak."""
        found: dict[str, Person] = {}
        for part in in_parts(documents):
            named = (
                select(person_mentions.c.person)
                .join(mentions, mentions.c.id == person_mentions.c.mention)
                .where(mentions.c.document.in_(part))
            )
            found |= {each.id: each for each in load_persons(self._connection, persons.c.id.in_(named))}
        return tuple(found.values())

    def incidents(self, person: str) -> tuple[Incident, ...]:
        """The incidents of the person of that id, in the resolver's order."""
        return load_incidents(self._connection, incidents.c.person == person)

    def claims(self, ids: Iterable[str]) -> tuple[Claim, ...]:
        """The claims of these ids in the order asked for; ids that are not there are passed over."""
        return claims_by_id(self._connection, ids)

    def mentions(self, ids: Iterable[str]) -> tuple[Mention, ...]:
        """The mentions of these ids in the order asked for; ids that are not there are passed over."""
        return mentions_by_id(self._connection, ids)

    def laws(self, documents: Iterable[str]) -> tuple[LawClaim, ...]:
        """What the documents of these ids say of the law."""
        return self._of(documents, load_laws)

    def calls(self, documents: Iterable[str]) -> tuple[CallClaim, ...]:
        """Who calls on whom in the documents of these ids."""
        return self._of(documents, load_calls)

    def windows(self, documents: Iterable[str]) -> tuple[WindowClaim, ...]:
        """The meetings, hearings and deadlines named in the documents of these ids."""
        return self._of(documents, load_windows)

    def _of(self, documents: Iterable[str], load: Callable[..., tuple[Made, ...]]) -> tuple[Made, ...]:
        parts = in_parts(documents)
        return tuple(each for part in parts for each in load(self._connection, claims.c.document.in_(part)))
