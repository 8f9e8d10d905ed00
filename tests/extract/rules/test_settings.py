"""Host, destination and origin of an act, each from the words that show it."""

import pytest
from tests.extract.reports import found, only, parsed, told

from amparo.extract.rules.settings import pursuing_state

WHO = "the Tajik activist Odil Samadov"


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (f"On Monday {WHO} was detained in Moscow.", "RU"),
        (f"On Monday {WHO} was detained at an airport near Istanbul.", "TR"),
        (f"On Monday {WHO} was deported from Poland to Tajikistan.", "PL"),
        (f"Kazakhstan deported {WHO} to Tajikistan.", "KZ"),
        (f"Kazakh police detained {WHO}.", "KZ"),
        (f"On Monday {WHO} was arrested by the Turkish authorities.", "TR"),
        (f"A Vilnius court refused to extradite {WHO} to Tajikistan.", "LT"),
        (f"A court in Warsaw jailed {WHO}.", "PL"),
        (f"Russian police abducted and deported {WHO}.", "RU"),
        (f"Thailand decided to deport {WHO} to Tajikistan.", "TH"),
    ],
)
def test_where_it_happened(text: str, host: str) -> None:
    assert {claim.host for claim in told(text)} == {host}


def test_the_hand_of_the_pursuing_state_reaches_abroad() -> None:
    """That Tajik agents abduct someone does not say that it happened in Tajikistan."""
    assert only(f"Tajik agents abducted {WHO} in Moscow.").host == "RU"


def test_a_charge_is_brought_where_the_state_is() -> None:
    claim = only(f"Tajik prosecutors charged {WHO} with extremism.")
    assert (claim.host, claim.origin) == ("TJ", "TJ")


def test_a_notice_has_no_host() -> None:
    assert only(f"Interpol issued a red notice against {WHO} in 2018.").host is None


def test_the_place_told_before_is_a_guess() -> None:
    (_, later) = found(f"On Monday {WHO} was detained in Moscow. On Tuesday he was beaten up in custody.").claims
    assert later.host is not None
    assert (later.host.value, later.host.guessed) == ("RU", True)


@pytest.mark.parametrize(
    ("text", "destination", "guessed"),
    [
        (f"On Monday {WHO} was deported from Poland to Tajikistan.", "TJ", False),
        (f"On Monday {WHO} was deported from Poland to Iran.", "IR", False),
        (f"On Monday {WHO} was sent home from Poland.", "TJ", False),
        (f"On Monday {WHO} was deported from Poland.", "TJ", True),
    ],
)
def test_whither(text: str, destination: str, guessed: bool) -> None:
    (claim,) = found(text).claims
    assert claim.destination is not None
    assert (claim.destination.value, claim.destination.guessed) == (destination, guessed)


def test_only_transfers_lead_somewhere() -> None:
    assert only(f"On Monday {WHO} was detained in Moscow.").destination is None


def test_a_return_to_safety_leaves_the_pursuing_state() -> None:
    claim = only(f"On Monday {WHO} was allowed to return to his home in the Netherlands.")
    assert (claim.act, claim.host, claim.destination) == ("return_to_safety", "TJ", "NL")


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        (f"On Monday {WHO} was detained in Moscow.", "TJ"),
        ("The activist Odil Samadov of Tajikistan was detained in Moscow.", "TJ"),
        ("The activist Odil Samadov was deported from Russia to Tajikistan.", "TJ"),
        ("Five Vietnamese refugees were arrested in Bangkok.", "VN"),
    ],
)
def test_who_pursues(text: str, origin: str) -> None:
    assert only(text).origin == origin


def test_what_is_said_wins_over_what_is_guessed() -> None:
    """The only state of the text is the one they were deported from: it is not the pursuing one as well."""
    claim = only("Five activists were deported from Germany in 2021.")
    assert (claim.host, claim.destination, claim.origin) == ("DE", None, None)


def test_the_state_a_text_is_about() -> None:
    text = "Tajik activists met in Berlin, Warsaw and Prague. Tajik authorities want the Tajik opposition to be silent."
    analysis, listed = parsed(text)
    state = pursuing_state(analysis.text, listed)
    assert state is not None
    assert (state.code, state.guessed) == ("TJ", True)


def test_a_text_without_states() -> None:
    analysis, listed = parsed("Activists met on Monday.")
    assert pursuing_state(analysis.text, listed) is None


def test_two_states_in_the_words_for_a_group_leave_its_origin_open() -> None:
    text = "Two activists residing outside Tajikistan and Turkmenistan were deported from Russia to their homelands."
    assert only(text).origin is None


def test_each_acting_state_did_it() -> None:
    claims = told("Austria, Germany and Slovakia have returned Tajik activists to Tajikistan in recent years.")
    assert {claim.host for claim in claims} == {"AT", "DE", "SK"}
    assert {claim.destination for claim in claims} == {"TJ"}
