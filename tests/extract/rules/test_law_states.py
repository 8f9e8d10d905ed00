"""Which states a statement of law is about. All people are invented."""

import pytest
from tests.extract.reports import found


def states(text: str, instrument: str, says: str) -> tuple[str, ...]:
    """The states of the one statement of that kind about ``instrument`` in an English text."""
    (law,) = (one for one in found(text).laws if (one.instrument.value, one.says.value.value) == (instrument, says))
    return tuple(slot.value for slot in law.states)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "All five Central Asian states are parties to the Convention against Torture.",
            ("KZ", "KG", "TJ", "TM", "UZ"),
        ),
        ("In Ankara he recalled that Poland is a party to the Convention against Torture.", ("PL",)),
        ("The Convention against Torture binds Russia, Belarus and Armenia.", ("RU", "BY", "AM")),
        ("Kenya sent him to Chad. Both states are party to the Convention against Torture.", ("KE", "TD")),
        ("Kenya arrested him. It is party to the Convention against Torture.", ("KE",)),
        ("The Convention against Torture, to both of which Sudan is a party, was quoted.", ("SD",)),
        (
            "Armenia is a friend of refugees. We have been a party to the Convention against Torture since 1993.",
            ("AM",),
        ),
    ],
)
def test_who_is_party(text: str, expected: tuple[str, ...]) -> None:
    assert states(text, "CAT", "party") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under the Convention against Torture, Lebanon may not hand people to Syria.", ("LB",)),
        ("The Convention against Torture forbids Poland to return him.", ("PL",)),
        ("Poland is party to the Convention against Torture, under which states may not return anyone.", ()),
        ("The Convention against Torture forbids sending anyone to Syria.", ()),
        ("The court in Poland ruled: extradition was inadmissible under the Convention against Torture.", ("PL",)),
    ],
)
def test_on_whom_a_ban_lies(text: str, expected: tuple[str, ...]) -> None:
    assert states(text, "CAT", "prohibits") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Poland violated the Convention against Torture.", ("PL",)),
        (
            "Case of Sidorov v. Latvia, heard beside a case from Poland. Removal would breach the Convention against Torture.",
            ("LV",),
        ),
        ("Poland removed him, and Poland knew. His removal to Syria breached the Convention against Torture.", ("PL",)),
        ("Poland removed him. A state that removes a person breaches the Convention against Torture.", ()),
        ("He was removed. His removal breached the Convention against Torture.", ()),
    ],
)
def test_who_is_in_breach(text: str, expected: tuple[str, ...]) -> None:
    assert states(text, "CAT", "violates") == expected


def test_interpol_keeps_its_own_rules() -> None:
    text = "Poland protested. The notice was contrary to article 3 of Interpol's constitution."
    assert states(text, "INTERPOL-C", "violates") == ()


def test_a_law_without_an_owner_is_of_the_state_named_most() -> None:
    text = "South Africa hosts many. He came to South Africa from Chad. The Refugees Act forbids sending anyone back."
    assert states(text, "Refugees Act", "domestic") == ("ZA",)


def test_the_union_that_a_country_hopes_to_join_is_no_party() -> None:
    text = "Montenegro, which hopes to join the European Union, is bound by the Convention against Torture."
    assert states(text, "CAT", "party") == ("ME",)


def test_a_city_in_the_name_of_a_treaty_is_no_party() -> None:
    text = "Jordan acted in accordance with the Riyadh Arab Agreement."
    assert states(text, "Riyadh Arab Agreement", "other") == ("JO",)


def test_a_surrender_under_a_treaty_is_between_two() -> None:
    text = "Kazakhstan has surrendered three men. They were handed over to the Uzbek side under the Minsk Convention, Uzbekistan said."
    assert set(states(text, "MINSK93", "other")) == {"KZ", "UZ"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The European Court of Human Rights, under Rule 39, told Poland not to send him to Syria.", ("PL",)),
        ("Latvia holds him. Latvia wants him gone. Strasbourg had intervened under Rule 39 that morning.", ("LV",)),
    ],
)
def test_whom_the_court_at_strasbourg_told(text: str, expected: tuple[str, ...]) -> None:
    assert states(text, "ECHR", "other") == expected


def test_a_measure_only_asked_for_is_no_statement_of_law() -> None:
    assert found("An application under Rule 39 was lodged in Poland this morning.").laws == ()
