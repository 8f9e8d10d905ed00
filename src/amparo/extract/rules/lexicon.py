"""The word lists of the rules, read from the TOML files in ``extract/data`` that a non-programmer can read and mend."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

Patient = Literal["object", "subject", "possessor", "recipient", "to", "against", "from", "of", "for", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One way in which a text says one act; the fields are explained at the head of ``triggers.en.toml``.

    ``words`` is the phrase in dictionary forms, its head first (verb) or last (noun).
    """

    act: str
    words: tuple[str, ...]
    verb: bool
    patient: Patient = "object"
    manner: frozenset[str] = frozenset()
    toward: Literal["people", "state", "group", "kin"] = "people"
    unless: frozenset[str] = frozenset()
    status: str | None = None
    weak: bool = False
    passive: bool = False
    negated: bool = False
    own: bool = False  # out of a user's own lexicon

    @property
    def head(self) -> str:
        """The word of the phrase on which the others hang."""
        return self.words[0] if self.verb else self.words[-1]

    @property
    def weight(self) -> tuple[bool, int]:
        """How much the trigger asks for: of two that match at one word, the one that asks for more is meant."""
        return bool(self.manner), len(self.words) + (self.toward in {"state", "group"})


@cache
def read(name: str) -> Mapping[str, Any]:
    """The contents of one file of ``extract/data``."""
    return tomllib.loads(resources.files("amparo.extract").joinpath("data", name).read_text("utf-8"))


def lines_of(name: str) -> tuple[str, ...]:
    """The regular expressions listed under ``line`` in a file."""
    return tuple(read(name)["line"])


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The set of words listed under ``key`` («section.key» for a table) in a file."""
    value: Any = read(name)
    for part in key.split("."):
        value = value[part]
    return frozenset(value)


@cache
def triggers(name: str = "triggers.en.toml", own: tuple[Trigger, ...] = ()) -> Mapping[str, tuple[Trigger, ...]]:
    """All triggers by the head word of their phrase, the most demanding first, of equals a user's ``own``.

    Raises ValueError when an entry has a field or value that the file's heading does not explain.
    """
    index: dict[str, list[Trigger]] = {}
    for trigger in (*own, *(trigger for entry in read(name)["trigger"] for trigger in triggers_of(entry))):
        index.setdefault(trigger.head, []).append(trigger)
    return {head: tuple(sorted(found, key=lambda t: t.weight, reverse=True)) for head, found in index.items()}


_ARTICLES = {"a", "an", "the"}  # «put on a wanted list» is met as «put on the wanted list» too
_FIELDS = {
    "act", "verb", "noun", "patient", "manner", "toward", "unless", "status", "weak", "passive", "negated",
}  # fmt: skip


def triggers_of(entry: Mapping[str, Any]) -> list[Trigger]:
    """The triggers of one entry, one for each phrase. Raises ValueError for a field or patient that the file's heading does not explain."""
    unknown = set(entry) - _FIELDS
    if unknown or entry.get("patient", "object") not in get_args(Patient):
        raise ValueError(f"trigger of {entry.get('act')!r}: unknown field or patient {unknown or entry['patient']!r}")
    return [
        Trigger(
            act=entry["act"],
            words=tuple(word for word in phrase.split() if word not in _ARTICLES),
            verb=verb,
            patient=entry.get("patient", "object"),
            manner=frozenset(entry.get("manner", ())),
            toward=entry.get("toward", "people"),
            unless=frozenset(entry.get("unless", ())),
            status=entry.get("status"),
            weak=entry.get("weak", False),
            passive=entry.get("passive", False),
            negated=entry.get("negated", False),
        )
        for verb, key in ((True, "verb"), (False, "noun"))
        for phrase in entry.get(key, ())
    ]
