"""The word lists of law, calls, windows and groups: every language has every key, every expression compiles."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from amparo.extract.rules.lexicon import read


def keys(value: dict[str, Any], before: str = "") -> Iterator[str]:
    for key, inner in value.items():
        if isinstance(inner, dict):
            yield from keys(inner, f"{before}{key}.")
        else:
            yield before + key


def expressions(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from expressions(inner)
    else:
        yield from (value,) if isinstance(value, str) else value


@pytest.mark.parametrize("name", ["law", "windows"])
def test_russian_has_the_keys_of_english(name: str) -> None:
    assert set(keys(dict(read(f"{name}.ru.toml")))) == set(keys(dict(read(f"{name}.en.toml"))))


@pytest.mark.parametrize("name", ["law.en", "law.ru", "windows.en", "windows.ru", "calls.en", "calls.ru"])
def test_every_expression_compiles_and_matches_no_empty_text(name: str) -> None:
    """An expression that matches everywhere («a|») would turn every sentence into a statement of law."""
    for line in expressions(read(f"{name}.toml")):
        assert re.compile(line.replace("\n", ""), re.IGNORECASE).search("") is None


@pytest.mark.parametrize("name", ["groups.en", "calls.en", "calls.ru"])
def test_words_stand_once_in_a_list_and_in_small_letters(name: str) -> None:
    for key, listed in read(f"{name}.toml").items():
        if isinstance(listed, list) and key != "resolves":
            assert len(listed) == len(set(listed)), key
            assert all(word == word.lower().strip() for word in listed), key
