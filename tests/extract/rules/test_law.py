"""What a text says of treaties and domestic law."""

import pytest
from tests.extract.reports import found


def laws(text: str) -> set[tuple[str, str, tuple[str, ...]]]:
    return {
        (law.instrument.value, law.says.value.value, tuple(state.value for state in law.states))
        for law in found(text).laws
    }


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("The Convention against Torture prohibits the extradition of a person to torture.", ("CAT", "prohibits", ())),
        ("Poland is a party to the Convention against Torture.", ("CAT", "party", ("PL",))),
        ("Poland violated the European Convention on Human Rights.", ("ECHR", "violates", ("PL",))),
        ("He wrote about the Convention against Torture.", ("CAT", "other", ())),
        ("The ban stands in Polish and Lithuanian domestic law.", ("domestic law", "domestic", ("PL", "LT"))),
    ],
)
def test_what_is_said_of_an_instrument(text: str, law: tuple[str, str, tuple[str, ...]]) -> None:
    assert laws(text) == {law}


def test_both_treaties_are_the_two_named_before() -> None:
    text = (
        "The Convention against Torture prohibits it. The European Convention on Human Rights bars it. "
        "Poland and all EU members are party to both treaties."
    )
    assert {law for law in laws(text) if law[1] == "party"} == {
        ("CAT", "party", ("EU", "PL")),
        ("ECHR", "party", ("EU", "PL")),
    }


def test_both_treaties_of_nowhere() -> None:
    assert laws("Poland is party to both treaties.") == set()


def test_whose_word_it_is() -> None:
    text = "The Convention against Torture forbids it, Human Rights Watch said."
    (law,) = found(text).laws
    assert [slot.value for slot in law.sources] == ["Human Rights Watch"]


def test_a_treaty_is_no_incident() -> None:
    text = "The convention forbids the deportation of activists. Poland is party to the Convention against Torture."
    assert found(text).claims == ()
