"""A user's own words and agencies (``--lexicon FILE``), read out of a TOML file and put before those that come with Amparo.

``docs/lexicon.md`` explains the file. Nothing is kept between texts: the lexicon is a value that is passed down.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from amparo.model import Status, UnknownCode, WrongCall, sha256
from amparo.vocabulary import acts, states
from amparo.vocabulary.agencies import Agency

from .lexicon import Patient, Trigger, triggers_of

_LANGUAGES = ("en", "ru")
_TABLES = ("trigger", "agency")
_TRIGGER_WORDS = ("verb", "noun", "manner", "unless")
_TRIGGER_FLAGS = ("weak", "passive", "negated")
_TRIGGER_KEYS = ("act", "language", "patient", "status", *_TRIGGER_WORDS, *_TRIGGER_FLAGS)
_AGENCY_KEYS = ("name", "forms", "state", "kind")
_KINDS = (
    "security",
    "intelligence",
    "police",
    "ministry",
    "prosecutor",
    "migration",
    "border",
    "military",
    "court",
    "prison",
)
_LARGEST = 1_000_000  # bytes; a file this size holds more words than anybody wrote by hand
_STEM = 4  # letters by which a word is known in any of its forms


@dataclass(frozen=True, slots=True, kw_only=True)
class UserLexicon:
    """Words for acts, each with the language it belongs to, and agencies. ``digest`` tells one lexicon from another, and is empty for none."""

    triggers: tuple[tuple[str, Trigger], ...] = ()
    agencies: tuple[Agency, ...] = ()
    digest: str = ""

    @property
    def mark(self) -> str:
        """What the version of an engine bears that read with it: «+lexicon:ab12cd34»."""
        return f"+lexicon:{self.digest}" if self.digest else ""

    def of(self, language: str) -> tuple[Trigger, ...]:
        """The words for acts of one language."""
        return tuple(trigger for own, trigger in self.triggers if own == language)

    def stands_in(self, text: str) -> bool:
        """Whether a text holds the beginning of any of its words for acts, so that it has to be read."""
        heads = {re.escape(trigger.head[: max(_STEM, len(trigger.head) - 2)]) for _, trigger in self.triggers}
        return bool(heads) and re.search(rf"\b(?:{'|'.join(sorted(heads))})", text, re.IGNORECASE) is not None


NO_WORDS = UserLexicon()


def read_lexicon(path: Path) -> UserLexicon:
    """The lexicon of that file. Raises WrongCall, naming file, table and key, for what does not fit."""
    raw = _toml(path)
    _only(raw, _TABLES, f"{path}", "table")
    tables = {name: list(_entries(raw, name, path)) for name in _TABLES}
    found = UserLexicon(
        triggers=tuple(pair for where, entry in tables["trigger"] for pair in _triggers(entry, where)),
        agencies=tuple(_agency(entry, where) for where, entry in tables["agency"]),
    )
    if not found.triggers and not found.agencies:
        raise WrongCall(f"{path} holds no [[trigger]] and no [[agency]]; docs/lexicon.md shows what to write.")
    said = json.dumps(raw, sort_keys=True, ensure_ascii=False)
    return replace(found, digest=sha256(said.encode("utf-8"))[:8])


def _toml(path: Path) -> Mapping[str, Any]:
    try:
        if path.stat().st_size > _LARGEST:
            raise WrongCall(f"{path} is too large for a lexicon (more than {_LARGEST:,} bytes).")
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise WrongCall(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise WrongCall(f"{path} is not in UTF-8; save it so.") from error
    except tomllib.TOMLDecodeError as error:
        raise WrongCall(f"{path} is not TOML: {error}.") from error


def _entries(raw: Mapping[str, Any], name: str, path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The entries of one table, each with the words by which a message says where it stands."""
    listed = raw.get(name, [])
    if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
        raise WrongCall(f"{path}: write each {name} under a heading [[{name}]] of its own.")
    yield from ((f"{path}, {name} {number}", entry) for number, entry in enumerate(listed, start=1))


def _triggers(entry: Mapping[str, Any], where: str) -> Iterator[tuple[str, Trigger]]:
    _only(entry, _TRIGGER_KEYS, where, "key")
    language = _choice(entry.get("language", "en"), _LANGUAGES, f"{where}, language")
    act = _word(entry.get("act"), f"{where}, act")
    try:
        acts.act(act)
    except UnknownCode as error:
        raise WrongCall(f"{where}, act: {error} docs/glossary.md lists the acts.") from None
    for key in _TRIGGER_WORDS:
        _listed(entry.get(key, []), f"{where}, {key}")
    for key in _TRIGGER_FLAGS:
        if not isinstance(entry.get(key, False), bool):
            raise WrongCall(f"{where}, {key}: write true or false, without quotes.")
    _choice(entry.get("patient", "object"), get_args(Patient), f"{where}, patient")
    _choice(entry.get("status", Status.OCCURRED.value), tuple(Status), f"{where}, status")
    if not entry.get("verb") and not entry.get("noun"):
        raise WrongCall(
            f'{where}: it has neither verb nor noun; write at least one, for example verb = ["spirit away"].'
        )
    plain = {key: value for key, value in _in_small_letters(entry) if key != "language"}
    yield from ((language, replace(trigger, own=True)) for trigger in triggers_of(plain))


def _in_small_letters(entry: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The entry with its words as texts are compared with them: small, and in Russian with е for ё."""
    for key, value in entry.items():
        yield (
            key,
            [" ".join(word.lower().replace("ё", "е").split()) for word in value] if key in _TRIGGER_WORDS else value,
        )


def _agency(entry: Mapping[str, Any], where: str) -> Agency:
    _only(entry, _AGENCY_KEYS, where, "key")
    name = _word(entry.get("name"), f"{where}, name")
    forms = _listed(entry.get("forms", []), f"{where}, forms")
    state = states.code_of(_word(entry.get("state"), f"{where}, state"))
    if state is None:
        raise WrongCall(
            f"{where}, state: {entry['state']!r} is no state; write its English name or its two letters, for example TM."
        )
    kind = _choice(entry.get("kind", "security"), _KINDS, f"{where}, kind")
    return Agency(name=name, forms=tuple(dict.fromkeys((name, *forms))), states=(state,), kind=kind)


def _only(entry: Mapping[str, Any], known: Sequence[str], where: str, what: str) -> None:
    """Raises WrongCall for a key that a lexicon does not have."""
    for key in entry:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            hint = f" Did you mean {near[0]}?" if near else f" There are: {', '.join(known)}."
            raise WrongCall(f"{where}: {key!r} is no {what} of a lexicon.{hint}")


def _word(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise WrongCall(f"{where}: it is missing; write a text in quotes.")
    return " ".join(value.split())


def _listed(value: object, where: str) -> tuple[str, ...]:
    right = isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value)
    if not isinstance(value, list) or not right:
        raise WrongCall(f'{where}: write a list of texts, for example ["spirit away", "frogmarch"].')
    return tuple(value)


def _choice(value: object, known: Sequence[str], where: str) -> str:
    if not isinstance(value, str) or value not in known:
        raise WrongCall(f"{where}: {value!r} is none of {', '.join(known)}.")
    return value
