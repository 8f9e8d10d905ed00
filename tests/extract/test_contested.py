"""Sentences that look like an act and are none, or are contested: what a careless reading would turn into a false incident."""

import pytest
from tests.extract.reports import report

from amparo.extract import extract
from amparo.model import Cause, Claim, Status

FRAME = "{} Opposition groups in exile have followed the case."


def claims(sentence: str) -> list[Claim]:
    return list(extract(report(FRAME.format(sentence))).claims)


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no evidence that the activist Said Odinaev was deported to Tajikistan.",
        "Courts issued warrants for the arrest of the activist Said Odinaev.",
        "The group called on Armenia to release the activist Said Odinaev.",
        "Was the activist Said Odinaev deported to Tajikistan?",
    ],
)
def test_no_act_is_told(sentence: str) -> None:
    told = {"deportation", "release", "detention"}
    assert [claim.act.value for claim in claims(sentence) if claim.act.value in told] == []


def test_a_hospital_is_no_prison_to_the_rules() -> None:
    document = report(FRAME.format("The activist Komil Rajabov was released from hospital in Prague on Monday."))
    assert not extract(document, engine="rules").claims


@pytest.mark.parametrize("verb", ["denied", "dismissed reports", "rejected reports", "rejected claims"])
def test_who_contests_an_act_denies_it_and_is_no_source_for_it(verb: str) -> None:
    (claim,) = claims(
        f"The Interior Ministry of Latvia {verb} that the activist Daler Hamidov was extradited to Tajikistan."
    )
    assert (claim.act.value, claim.status.value) == ("extradition", Status.DENIED)
    assert claim.sources == ()
    assert "Interior Ministry" in dict(claim.details)["denied_by"].value


def test_a_rejected_request_is_not_a_denial() -> None:
    (claim,) = claims("A court in Riga rejected the extradition of the activist Daler Hamidov to Tajikistan.")
    assert claim.status.value is Status.ATTEMPTED


@pytest.mark.parametrize("end", [".", "", " [1]", ". (AFP)"])
def test_a_paragraph_is_read_whatever_it_ends_in(end: str) -> None:
    words = "The exiled activist Umar Nurov was detained in Warsaw on 2 May 2024, Amnesty International said"
    assert [claim.act.value for claim in extract(report(words + end)).claims] == ["detention"]


def test_a_text_beyond_measure_is_a_fault() -> None:
    extraction = extract(report("An exiled activist was detained. " * 31_000))
    assert [fault.cause for fault in extraction.faults] == [Cause.TOO_LARGE]
    assert extraction.claims == ()
