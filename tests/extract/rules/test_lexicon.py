"""The word lists: they load, name known codes, explain every field and say nothing twice."""

import re
import tomllib
from collections import Counter
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from amparo.extract.rules import lexicon
from amparo.extract.rules.lexicon import Trigger, lines_of, read, triggers, words
from amparo.vocabulary import acts

FOLDER = resources.files("amparo.extract").joinpath("data")
FILES = sorted(entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".toml"))
STAGES = {"risk", "requested", "ordered", "scheduled"}  # asked for by the name of the stage
TOP_ACTS = {act.code for act in acts.acts() if act.parent is None}


def lists(value: Any, path: str = "") -> list[tuple[str, list[str]]]:
    """Every list of words below ``value``, with its place."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return [(path, value)]
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, item in inside for found in lists(item, f"{path}.{key}")]


def test_there_are_files() -> None:
    assert {"triggers.en.toml", "persons.en.toml", "status.en.toml", "speech.en.toml", "furniture.en.toml"} <= set(
        FILES
    )


@pytest.mark.parametrize("name", FILES)
def test_a_file_loads_and_is_explained_at_its_head(name: str) -> None:
    text = FOLDER.joinpath(name).read_text("utf-8")
    assert tomllib.loads(text) == read(name)
    assert text.startswith("# ")


@pytest.mark.parametrize("name", FILES)
def test_no_list_says_a_word_twice(name: str) -> None:
    twice = [
        (path, [word for word, count in Counter(words_).items() if count > 1])
        for path, words_ in lists(read(name))
        if len(set(words_)) < len(words_)
    ]
    assert not twice


PATTERNS = {"furniture.en.toml", "calls.en.toml", "law.en.toml"}  # searched as they are written, capitals included


@pytest.mark.parametrize("name", [name for name in FILES if name not in PATTERNS])
def test_words_are_written_as_the_lists_are_searched(name: str) -> None:
    """Small letters, no blanks at the ends: otherwise they are never found."""
    odd = [word for _, words_ in lists(read(name)) for word in words_ if word != word.lower() or word != word.strip()]
    assert not odd


def test_every_trigger_means_a_known_act() -> None:
    assert {entry["act"] for entry in read("triggers.en.toml")["trigger"]} <= TOP_ACTS


def test_every_act_is_told_by_some_trigger() -> None:
    assert {trigger.act for found in triggers().values() for trigger in found} == TOP_ACTS


def test_every_field_is_explained() -> None:
    text = FOLDER.joinpath("triggers.en.toml").read_text("utf-8")
    explained = set(re.findall(r"^#   (\w+)  ", text, re.MULTILINE))
    assert {field for entry in read("triggers.en.toml")["trigger"] for field in entry} <= explained


def test_every_trigger_has_words() -> None:
    assert all(entry.get("verb") or entry.get("noun") for entry in read("triggers.en.toml")["trigger"])


@pytest.mark.parametrize("wrong", [{"maner": ["cell"]}, {"patient": "beside"}])
def test_an_unknown_field_or_patient_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"maner|beside"):
        lexicon.triggers_of({"act": "detention", "verb": ["hold"], **wrong})


@pytest.mark.parametrize("name", ["persons.en.toml", "status.en.toml", "speech.en.toml"])
def test_lists_compared_with_single_words_hold_single_words(name: str) -> None:
    searched_as_phrases = {".ordinary", ".political", ".call"}
    phrases = [word for path, words_ in lists(read(name)) if path not in searched_as_phrases for word in words_]
    assert not [word for word in phrases if " " in word]


@pytest.mark.parametrize("name", ["persons.en.toml", "status.en.toml", "speech.en.toml", "furniture.en.toml"])
def test_every_list_is_used(name: str) -> None:
    source = "".join(path.read_text("utf-8") for path in Path(lexicon.__file__).parent.glob("*.py"))
    keys = {path.rsplit(".", 1)[-1] for path, _ in lists(read(name))}
    assert {key for key in keys if f'"{key}"' not in source and f'.{key}"' not in source} <= STAGES


def test_more_demanding_triggers_come_first() -> None:
    for found in triggers().values():
        assert [t.weight for t in found] == sorted((t.weight for t in found), reverse=True)


def test_the_head_of_a_phrase() -> None:
    verb = Trigger(act="abduction", words=("bundle", "into"), verb=True)
    noun = Trigger(act="charge", words=("arrest", "warrant"), verb=False)
    assert (verb.head, noun.head) == ("bundle", "warrant")


def test_sections_are_named_with_a_dot() -> None:
    assert "face" in words("status.en.toml", "threatened.risk")


def test_furniture_expressions_compile() -> None:
    assert all(re.compile(line) for line in lines_of("furniture.en.toml"))
