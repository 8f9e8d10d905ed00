"""What one text tells, in the keys of the annotation schema: as a person annotated it, or as an engine found it.

Both are held in the same frozen types, so that the measures compare like with like. ``docs/evaluation.md`` explains the keys.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from amparo.model import BadDate, Edtf, Status, UnknownCode, WrongCall
from amparo.vocabulary import acts

_BLIND = re.compile(r"[a-z]{0,2}\d*[05]-")  # «005-…», «a10-…»: a number, then the name of the text
_STATE = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One incident. A target is named, or else ``unnamed`` holds the noun phrase.

    Of an annotated one ``optional`` says that finding it neither helps nor harms, ``act_alt`` names other acts that are right too and
    ``host_any`` states of which any, or none, is right as the host.
    """

    target: str | None
    unnamed: str | None
    act: str
    status: str | None
    host: str | None
    destination: str | None
    origin: str | None
    date: str | None
    agents: tuple[str, ...]
    sources: tuple[str, ...]
    quotes: tuple[str, ...]
    optional: bool = False
    act_alt: tuple[str, ...] = ()
    host_any: tuple[str, ...] = ()

    @property
    def who(self) -> str:
        """Whom it befell, as the text calls them."""
        return self.target or self.unnamed or "someone unnamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """All that one text tells.

    ``persons`` are the named targets with all forms of each name, ``others`` everyone else who is named. ``laws`` are pairs of instrument
    and state (None where no state is named); of ``calls`` and ``windows`` only the quotation is compared.
    ``passed_over`` is set where the gate found nothing to read in the text.
    """

    id: str
    lang: str | None
    genre: str | None
    published: Edtf | None
    persons: Mapping[str, tuple[str, ...]]
    others: tuple[str, ...]
    events: tuple[Event, ...]
    laws: frozenset[tuple[str, str | None]]
    calls: tuple[str, ...]
    windows: tuple[str, ...]
    passed_over: bool = False

    @property
    def blind(self) -> bool:
        """Whether the text belongs to the blind fifth: its number ends in 0 or 5, and nobody tunes anything on it."""
        return _BLIND.match(self.id) is not None


def annotation(raw: object, where: str, *, name: str) -> Annotation:
    """The annotation called ``name`` out of a JSON object of the schema; ``where`` says in messages which file it is.

    Raises WrongCall, naming the key, for what the schema does not allow.
    """
    whole = _Object(where, "", raw)
    return Annotation(
        id=name,
        lang=whole.word("lang"),
        genre=whole.word("genre"),
        published=whole.date("published"),
        persons={one.needed("name"): one.words("names") for one in whole.objects("persons")},
        others=tuple(one.needed("name") for one in whole.objects("others")),
        events=tuple(_event(one) for one in whole.objects("incidents")),
        laws=frozenset(
            (one.needed("instrument"), state)
            for one in whole.objects("law")
            for state in one.words("states") or (None,)
        ),
        calls=tuple(one.word("quote") or "" for one in whole.objects("calls")),
        windows=tuple(one.word("quote") or "" for one in whole.objects("windows")),
        passed_over=whole.flag("passed_over"),
    )


def event(raw: object, where: str) -> Event:
    """One incident out of a JSON object of the schema. Raises WrongCall, naming the key, for what the schema does not allow."""
    return _event(_Object(where, "", raw))


def _event(one: "_Object") -> Event:
    date = one.date("date")
    return Event(
        target=one.word("target"),
        unnamed=one.word("unnamed"),
        act=one.act("act"),
        status=one.status("status"),
        host=one.state("host"),
        destination=one.state("destination"),
        origin=one.state("origin"),
        date=date.value if date is not None else None,
        agents=one.words("agents"),
        sources=one.words("sources"),
        quotes=one.words("quotes"),
        optional=one.flag("optional"),
        act_alt=one.words("act_alt"),
        host_any=one.words("host_any"),
    )


class _Object:
    """One JSON object of an annotation, read key by key; a message names the file and the way to the key."""

    __slots__ = ("_keys", "_place", "_where")

    def __init__(self, where: str, place: str, raw: object) -> None:
        self._where, self._place = where, place
        if not isinstance(raw, dict):
            raise self._wrong("", "an object in braces")
        self._keys: Mapping[str, object] = raw

    def word(self, key: str) -> str | None:
        """A string; None where it is absent, null or empty."""
        value = self._keys.get(key)
        if value is not None and not isinstance(value, str):
            raise self._wrong(key, "text in quotes or null")
        return value or None

    def needed(self, key: str) -> str:
        """A string that must be there."""
        value = self.word(key)
        if value is None:
            raise self._wrong(key, "text in quotes; it is missing or empty")
        return value

    def words(self, key: str) -> tuple[str, ...]:
        """A list of strings; empty where it is absent or null."""
        found = self._listed(key)
        words = tuple(each for each in found if isinstance(each, str))
        if len(words) != len(found):
            raise self._wrong(key, "a list of texts in quotes")
        return words

    def flag(self, key: str) -> bool:
        """True or false; false where it is absent."""
        value = self._keys.get(key)
        if value is not None and not isinstance(value, bool):
            raise self._wrong(key, "true or false")
        return bool(value)

    def objects(self, key: str) -> Iterator["_Object"]:
        """The objects of a list; none where it is absent or null."""
        for number, each in enumerate(self._listed(key), start=1):
            yield _Object(self._where, f"{self._place}{key} {number}, ", each)

    def date(self, key: str) -> Edtf | None:
        """A date in EDTF."""
        value = self.word(key)
        try:
            return Edtf(value) if value else None
        except BadDate:
            raise self._wrong(key, "a date such as 2021-03-25, 2021-03, 2021, 2021-21 or 2021-03/2021-05") from None

    def state(self, key: str) -> str | None:
        """A code of ISO 3166-1 alpha-2."""
        value = self.word(key)
        if value is not None and not _STATE.fullmatch(value):
            raise self._wrong(key, "a state by its two capital letters (ISO 3166-1)")
        return value

    def act(self, key: str) -> str:
        """A code of the 22 acts; finer ones are rolled up."""
        try:
            return acts.roll_up(self.needed(key))
        except UnknownCode as error:
            raise self._wrong(key, f"the code of an act. {error}") from None

    def status(self, key: str) -> str | None:
        """A status."""
        value = self.word(key)
        if value is not None and value not in set(Status):
            raise self._wrong(key, f"one of {', '.join(Status)}")
        return value

    def _listed(self, key: str) -> Sequence[object]:
        value = self._keys.get(key)
        if value is not None and not isinstance(value, list):
            raise self._wrong(key, "a list in brackets")
        return value or []

    def _wrong(self, key: str, right: str) -> WrongCall:
        value = f" has {self._keys[key]!r}, but" if key and self._keys.get(key) is not None else ""
        place = f"{self._place}{key}".removesuffix(", ") or "the file"
        return WrongCall(f"{self._where}: {place}{value} must be {right.removesuffix('.')}.")
