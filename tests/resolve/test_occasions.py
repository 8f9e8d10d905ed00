"""Occasions by name of the pitfall; people, days and places are invented."""

from collections.abc import Mapping

import pytest
from tests.resolve.builders import claim, person

from amparo.model import Claim, Edtf, Status
from amparo.resolve.occasions import occasions

A, B, C, D = (person("Farhod Nazarzoda", document) for document in ("d1", "d2", "d3", "d4"))
UNKNOWN: Mapping[str, Edtf | None] = {}


def parts(*claims: Claim, published: Mapping[str, Edtf | None] = UNKNOWN) -> list[set[str]]:
    """The occasions as sets of documents' ids with the claim's number."""
    found = occasions(claims, published)
    return sorted(({f"{one.document}.{one.id[-1]}" for one in part} for part in found), key=sorted)


def test_one_abduction_told_by_three_texts() -> None:
    assert parts(
        claim(A, "abduction", date="2022-05-04", host="RU"),
        claim(B, "abduction", date="2022-05", host="RU"),
        claim(C, "abduction"),
    ) == [{"d1.1", "d2.1", "d3.1"}]


def test_other_acts_are_other_occasions() -> None:
    assert len(parts(claim(A, "abduction", date="2022-05-04"), claim(B, "detention", date="2022-05-04"))) == 2


def test_other_hosts_are_other_occasions() -> None:
    assert len(parts(claim(A, "detention", host="TR"), claim(B, "detention", host="TJ"))) == 2


def test_days_that_differ_a_little_are_one_occasion() -> None:
    assert len(parts(claim(A, "detention", date="2022-05-04"), claim(B, "detention", date="2022-05-06"))) == 1


def test_days_that_differ_much_are_two() -> None:
    assert len(parts(claim(A, "detention", date="2022-05-04"), claim(B, "detention", date="2022-05-14"))) == 2


def test_years_that_touch_are_two() -> None:
    assert len(parts(claim(A, "charge", date="2021"), claim(B, "charge", date="2022-01-01"))) == 2


def test_near_days_do_not_chain() -> None:
    """Three days apart each, six days from first to last."""
    days = ("2022-05-04", "2022-05-07", "2022-05-10")
    found = parts(*(claim(who, "detention", date=day) for who, day in zip((A, B, C), days, strict=True)))
    assert found == [{"d1.1", "d2.1"}, {"d3.1"}]


def test_the_nearest_days_join_first() -> None:
    days = ("2022-05-04", "2022-05-07", "2022-05-08")
    found = parts(*(claim(who, "detention", date=day) for who, day in zip((A, B, C), days, strict=True)))
    assert found == [{"d1.1"}, {"d2.1", "d3.1"}]


@pytest.mark.parametrize("vague", [None, "2022", "2022-05/2022-09"])
def test_a_vague_claim_does_not_bridge_two_dated_occasions(vague: str | None) -> None:
    found = parts(
        claim(A, "detention", date="2022-05-04", host="RU"),
        claim(B, "detention", date="2022-08-11", host="RU"),
        claim(C, "detention", date=vague, host="RU"),
    )
    assert found == [{"d1.1"}, {"d2.1"}, {"d3.1"}]


def test_a_vague_claim_joins_the_only_occasion_that_fits() -> None:
    found = parts(
        claim(A, "detention", date="2022-05-04", host="RU"),
        claim(B, "detention", date="2022-08-11", host="TJ"),
        claim(C, "detention", host="TJ"),
    )
    assert found == [{"d1.1"}, {"d2.1", "d3.1"}]


def test_a_vague_claim_that_stays_alone_draws_no_other() -> None:
    """The first of year 2022 fits both detentions; the second names the state and fits one."""
    found = parts(
        claim(A, "detention", date="2022-05-04", host="RU"),
        claim(B, "detention", date="2022-08-11", host="TJ"),
        claim(C, "detention", date="2022"),
        claim(D, "detention", host="TJ"),
    )
    assert found == [{"d1.1"}, {"d2.1", "d4.1"}, {"d3.1"}]


def test_two_of_one_document_are_never_one() -> None:
    assert len(parts(claim(A, "detention", number=1), claim(A, "detention", number=2))) == 2


def test_two_of_one_document_are_not_brought_together_by_a_third() -> None:
    found = parts(claim(A, "detention", number=1), claim(A, "detention", number=2), claim(B, "detention"))
    assert {"d1.1"} in found
    assert {"d1.2"} in found


def test_one_transfer_worded_differently_by_two_texts() -> None:
    deported = claim(A, "deportation", date="2022-05-04", host="TR", destination="TJ")
    flown_out = claim(B, "rendition", date="2022-05", host="TR", destination="TJ")
    assert len(parts(deported, flown_out)) == 1


def test_one_transfer_told_in_two_words_by_one_text() -> None:
    deported = claim(A, "deportation", date="2022-05-04", host="TR", destination="TJ")
    flown_out = claim(A, "rendition", date="2022-05-04", host="TR", destination="TJ", status=Status.DENIED)
    assert len(parts(deported, flown_out)) == 1


def test_transfers_of_one_text_on_two_days_are_two() -> None:
    deported = claim(A, "deportation", date="2022-05-04", host="TR", destination="TJ")
    flown_out = claim(A, "rendition", date="2022-05-06", host="TR", destination="TJ")
    assert len(parts(deported, flown_out)) == 2


def test_transfers_in_different_words_are_not_joined_without_dates() -> None:
    assert len(parts(claim(A, "deportation", host="TR"), claim(B, "coerced_return", host="TR"))) == 2


def test_an_extradition_asked_for_is_not_the_deportation_of_that_month() -> None:
    asked = claim(A, "extradition", date="2022-05", host="TR", destination="TJ", status=Status.THREATENED)
    deported = claim(B, "deportation", date="2022-05-04", host="TR", destination="TJ")
    assert len(parts(asked, deported)) == 2


def test_one_transfer_on_one_day_from_two_states_is_a_contradiction_not_two_transfers() -> None:
    right = claim(A, "deportation", date="2022-05-04", host="SK", destination="TJ")
    slip = claim(B, "deportation", date="2022-05-04", host="SI", destination="TJ")
    assert len(parts(right, slip)) == 1
    assert len(parts(right, claim(B, "deportation", date="2022-05", host="SI", destination="TJ"))) == 2


def test_a_finer_act_is_the_same_as_its_parent() -> None:
    assert len(parts(claim(A, "detention", host="FR"), claim(B, "house_arrest", host="FR"))) == 1


def test_two_finer_acts_need_dates_to_be_one() -> None:
    assert len(parts(claim(A, "house_arrest"), claim(B, "psychiatric_detention"))) == 2
    assert len(parts(claim(A, "house_arrest", date="2022-05"), claim(B, "psychiatric_detention", date="2022-05"))) == 1


def test_a_host_among_several_fits() -> None:
    assert len(parts(claim(A, "detention", hosts_any=("LT", "PL")), claim(B, "detention", host="PL"))) == 1
    assert len(parts(claim(A, "detention", hosts_any=("LT", "PL")), claim(B, "detention", host="SE"))) == 2


def test_a_threat_then_carried_out_is_one() -> None:
    assert (
        len(parts(claim(A, "deportation", status=Status.THREATENED), claim(B, "deportation", date="2022-05-04"))) == 1
    )


def test_a_threat_in_a_text_that_came_out_after_the_deportation_is_another() -> None:
    threat, deported = claim(A, "deportation", status=Status.THREATENED), claim(B, "deportation", date="2020-05-04")
    assert len(parts(threat, deported, published={"d1": Edtf("2022-01-07")})) == 2
    assert len(parts(threat, deported, published={"d1": Edtf("2020-05-01")})) == 1


def test_a_threat_goes_with_the_threat() -> None:
    found = parts(
        claim(A, "deportation", date="2022-03-12", status=Status.THREATENED),
        claim(B, "deportation", date="2022-05-04"),
        claim(C, "deportation", status=Status.THREATENED),
    )
    assert found == [{"d1.1", "d3.1"}, {"d2.1"}]


def test_stopped_and_carried_out_are_two_unless_dates_meet() -> None:
    stopped = claim(A, "extradition", status=Status.ATTEMPTED)
    assert len(parts(stopped, claim(B, "extradition", date="2022-05-04"))) == 2
    stopped = claim(A, "extradition", status=Status.ATTEMPTED, date="2022-05-03")
    assert len(parts(stopped, claim(B, "extradition", date="2022-05-04"))) == 1


def test_the_text_published_first_comes_first() -> None:
    claims = (claim(A, "abduction"), claim(B, "abduction"))
    (part,) = occasions(claims, {"d1": Edtf("2022-06"), "d2": Edtf("2022-05")})
    assert [one.document for one in part] == ["d2", "d1"]
