"""How far an act went; what is wished, supposed, asked or denied gives no incident, or another status."""

import pytest
from tests.extract.reports import found, only, told

WHO = "the Tajik activist Odil Samadov"


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        (f"Poland could deport {WHO} to Tajikistan.", "risk"),
        (f"Today {WHO} faces deportation from Poland to Tajikistan.", "risk"),
        (f"Today {WHO} was threatened with extradition to Tajikistan.", "risk"),
        (f"Tajikistan requested the extradition of {WHO} from Poland.", "requested"),
        (f"A court in Warsaw ordered the deportation of {WHO} to Tajikistan.", "ordered"),
        (f"Poland plans to deport {WHO} to Tajikistan.", "scheduled"),
        (f"Poland will deport {WHO} to Tajikistan.", "scheduled"),
        (f"On Monday {WHO} is to be deported to Tajikistan.", "scheduled"),
    ],
)
def test_a_transfer_still_to_come(text: str, stage: str) -> None:
    claim = only(text)
    assert (claim.who, claim.status, claim.details["stage"]) == ("Odil Samadov", "threatened", stage)


@pytest.mark.parametrize(
    "text",
    [
        f"A court in Warsaw blocked the extradition of {WHO} to Tajikistan on 3 May 2021.",
        f"A court in Warsaw refused to extradite {WHO} to Tajikistan.",
        f"The agents tried to kidnap {WHO} in Prague.",
    ],
)
def test_tried_and_stopped(text: str) -> None:
    assert only(text).status == "attempted"


@pytest.mark.parametrize(
    "text",
    [
        f"The Russian interior ministry denied that {WHO} had been kidnapped in Moscow.",
        f"Russia dismissed reports of the abduction of {WHO}.",
    ],
)
def test_denied_by_someone_with_knowledge(text: str) -> None:
    assert only(text).status == "denied"


@pytest.mark.parametrize(
    "text",
    [
        f"Poland should not deport {WHO}.",
        f"Human Rights Watch urged Poland to release {WHO}.",
        f"Human Rights Watch called for the release of {WHO}.",
        f"On Monday {WHO} was not detained.",
        f"It is unclear whether {WHO} was detained.",
        f"Was {WHO} detained in Moscow?",
        f"If {WHO} is deported, he will be tortured.",
        f"The family fears that {WHO} will be arrested in Dushanbe.",
        "Deportations of Tajik activists from Russia have grown more common in recent years.",
        "The convention prohibits the extradition of activists.",
    ],
)
def test_calls_suppositions_rules_and_patterns_tell_no_incident(text: str) -> None:
    assert told(text) == []


def test_hearsay_keeps_the_act() -> None:
    assert only(f"Reportedly, {WHO} was detained in Moscow.").status == "occurred"


def test_words_that_mean_the_act_when_negated() -> None:
    assert only(f"On Monday {WHO} had not been heard from since 3 May 2019.").act == "disappearance"


def test_the_words_that_show_the_status_are_quoted() -> None:
    (claim,) = found(f"A court in Warsaw blocked the extradition of {WHO} to Tajikistan.").claims
    assert [passage.exact for passage in claim.status.passages] == ["blocked"]
