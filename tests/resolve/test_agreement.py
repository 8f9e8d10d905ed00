from dataclasses import replace

import pytest
from tests.resolve.builders import claim, person, slot

from amparo.model import Contradiction, Edtf, Reading, Status
from amparo.resolve import agreement

A, B, C = (person("Farhod Nazarzoda", document) for document in ("d1", "d2", "d3"))


def readings(contradiction: Contradiction | None) -> dict[str, int]:
    """Each value of a contradiction with the number of claims that give it."""
    assert contradiction is not None
    return {reading.value: len(reading.claims) for reading in contradiction.readings}


def test_contradiction_of_dates() -> None:
    claims = [
        claim(A, "abduction", date="2022-05-04"),
        claim(B, "abduction", date="2022-05-05"),
        claim(C, "abduction", date="2022-05-04"),
    ]
    found = agreement.date(claims)
    assert found.value is None
    assert found.contradiction == Contradiction(
        slot="date",
        readings=(
            Reading(value="2022-05-04", claims=(claims[0].id, claims[2].id)),
            Reading(value="2022-05-05", claims=(claims[1].id,)),
        ),
    )


def test_a_month_and_a_day_in_it_do_not_contradict() -> None:
    found = agreement.date([claim(A, "abduction", date="2022-05"), claim(B, "abduction", date="2022-05-05")])
    assert found == agreement.Agreement(value=Edtf("2022-05-05"))


def test_the_day_of_an_order_does_not_contradict_the_day_it_was_carried_out() -> None:
    order = claim(A, "deportation", date="2022-05-04", status=Status.THREATENED)
    carried_out = claim(B, "deportation", date="2022-05-05")
    assert agreement.date([order, carried_out]) == agreement.Agreement(value=Edtf("2022-05-05"))
    assert agreement.date([order]) == agreement.Agreement(value=Edtf("2022-05-04"))


def test_no_date_stays_no_date() -> None:
    assert agreement.date([claim(A, "abduction"), claim(B, "abduction")]) == agreement.Agreement()


def test_denied_beside_occurred() -> None:
    found = agreement.status([claim(A, "torture"), claim(B, "torture", status=Status.DENIED)])
    assert found.value is None
    assert readings(found.contradiction) == {"occurred": 1, "denied": 1}


@pytest.mark.parametrize("later", [Status.OCCURRED, Status.ATTEMPTED])
def test_threatened_then_carried_out_or_tried(later: Status) -> None:
    found = agreement.status([claim(A, "deportation", status=Status.THREATENED), claim(B, "deportation", status=later)])
    assert found == agreement.Agreement(value=later)


@pytest.mark.parametrize("other", [Status.THREATENED, Status.ATTEMPTED])
def test_denied_contradicts_every_other_status(other: Status) -> None:
    found = agreement.status([claim(A, "deportation", status=Status.DENIED), claim(B, "deportation", status=other)])
    assert readings(found.contradiction) == {"denied": 1, other.value: 1}


def test_stopped_beside_carried_out() -> None:
    found = agreement.status([claim(A, "extradition", status=Status.ATTEMPTED), claim(B, "extradition")])
    assert found.value is None


def test_all_deny() -> None:
    assert agreement.status([claim(A, "torture", status=Status.DENIED)]).value is Status.DENIED


def test_hosts_that_differ() -> None:
    found = agreement.places([claim(A, "deportation", host="SK"), claim(B, "deportation", host="SI")])
    assert found.host.value is None
    assert readings(found.host.contradiction) == {"SK": 1, "SI": 1}


def test_several_hosts_are_narrowed_by_the_one_that_is_named() -> None:
    found = agreement.places([claim(A, "detention", hosts_any=("LT", "PL")), claim(B, "detention", host="PL")])
    assert (found.host.value, found.hosts_any) == ("PL", ())


def test_several_hosts_stay_open() -> None:
    both = agreement.places([claim(A, "detention", hosts_any=("PL", "LT")), claim(B, "detention")])
    assert (both.host.value, both.hosts_any) == (None, ("LT", "PL"))
    one = agreement.places(
        [claim(A, "detention", hosts_any=("PL", "LT")), claim(B, "detention", hosts_any=("SE", "LT"))]
    )
    assert (one.host.value, one.hosts_any) == ("LT", ())


def test_a_stated_value_goes_before_a_guess() -> None:
    stated = claim(A, "detention", origin="TJ")
    guess = replace(claim(B, "detention"), origin=slot("UZ", guessed=True))
    assert agreement.state("origin", [stated, guess]) == agreement.Agreement(value="TJ")
    assert agreement.state("origin", [guess]) == agreement.Agreement(value="UZ")


def test_transfer_in_two_words_bears_the_word_of_most_and_shows_both() -> None:
    claims = [claim(A, "rendition"), claim(B, "deportation"), claim(C, "deportation")]
    act, contradiction = agreement.act(claims)
    assert act == "deportation"
    assert readings(contradiction) == {"rendition": 1, "deportation": 2}
    assert agreement.act(claims[:2])[0] == "rendition"


def test_a_finer_act_refines_its_parent() -> None:
    assert agreement.act([claim(A, "detention"), claim(B, "detention"), claim(C, "house_arrest")]) == (
        "house_arrest",
        None,
    )
