"""The Russian word lists."""

from amparo.extract.rules.lexicon import read, triggers, words
from amparo.vocabulary import acts
from amparo.vocabulary.states import states

TOP_ACTS = {act.code for act in acts.acts() if act.parent is None}


def test_every_act_is_told_by_some_trigger() -> None:
    assert {trigger.act for found in triggers("triggers.ru.toml").values() for trigger in found} == TOP_ACTS


def test_words_are_written_without_yo() -> None:
    for entry in read("triggers.ru.toml")["trigger"]:
        for key in ("verb", "noun", "manner", "unless"):
            assert not [word for word in entry.get(key, ()) if "ё" in word]


def test_pursuing_states_are_states() -> None:
    assert {code.upper() for code in words("persons.ru.toml", "pursuing_states")} <= {state.code for state in states()}
