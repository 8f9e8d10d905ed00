"""The two reports the project began with, held against a reading by hand.

Persons are the targets the text names; events are pairs of target and act. An act told in two words («deported» in the lead, «abducted»
in the body) may be found under either; what the annotator left open may be found or not.
"""

from dataclasses import dataclass, field
from importlib import resources

import pytest
from tests.extract.reports import report

from amparo.extract import extract
from amparo.model import Extraction

SEVERAL = (
    "Several people based in Lithuania, Poland, and Turkiye, linked to a banned Tajik opposition movement, Group 24"
)
Event = tuple[str | None, str]  # None for people who are not named


@dataclass(frozen=True)
class Reading:
    """What a careful reader finds in one report."""

    file: str
    targets: set[str]
    others: set[str]
    events: list[Event]
    optional: set[Event] = field(default_factory=set)
    same: dict[Event, Event] = field(default_factory=dict)  # another word for an event


GROUP_24 = Reading(
    file="group-24.txt",
    targets=set(),
    others={"Syinat Sultanaliyeva"},
    events=[
        (None, "disappearance"),
        (None, "detention"),
        (None, "extradition"),
        (None, "charge"),
        (None, "extradition"),
    ],
    optional={(None, "deportation"), (None, "detention"), (None, "designation")},
)
TRANSFERS = Reading(
    file="russia-transfers.txt",
    targets={"Azat Isakov", "Izzat Amon", "Sharofiddin Gadoev"},
    others={
        "Emomali Rahmon", "Vladimir Putin", "Josep Borrell", "Chemen Ore", "Syinat Sultanalieva", "Saiburhon Sharifov",
    },
    events=[
        ("Azat Isakov", "deportation"),
        ("Azat Isakov", "abduction"),
        ("Azat Isakov", "disappearance"),
        ("Izzat Amon", "disappearance"),
        ("Izzat Amon", "rendition"),
        ("Izzat Amon", "conviction"),
        ("Izzat Amon", "detention"),
        ("Sharofiddin Gadoev", "rendition"),
        ("Sharofiddin Gadoev", "return_to_safety"),
    ],
    optional={(None, "deportation"), ("Azat Isakov", "detention"), (None, "passport")},
    same={("Azat Isakov", "rendition"): ("Azat Isakov", "deportation")},
)  # fmt: skip
READINGS = pytest.mark.parametrize("reading", [GROUP_24, TRANSFERS], ids=lambda reading: reading.file)


def text_of(reading: Reading) -> str:
    return resources.files("amparo.pipeline").joinpath("example_reports", reading.file).read_text("utf-8")


def extraction_of(reading: Reading) -> Extraction:
    return extract(report(text_of(reading)), engine="rules")


def events(reading: Reading) -> list[Event]:
    extraction = extraction_of(reading)
    names = {mention.id: mention.name if mention.named else None for mention in extraction.mentions}
    found = [(names[claim.target], claim.act.value) for claim in extraction.claims]
    return [reading.same.get(event, event) for event in found]


@READINGS
def test_persons(reading: Reading) -> None:
    mentions = extraction_of(reading).mentions
    assert {mention.name for mention in mentions if mention.named and mention.target} == reading.targets
    assert reading.others <= {mention.name for mention in mentions if mention.named and not mention.target}


@READINGS
def test_every_event_is_found(reading: Reading) -> None:
    missing = list(reading.events)
    for event in events(reading):
        if event in missing:
            missing.remove(event)
    assert missing == []


@READINGS
def test_no_event_is_made_up(reading: Reading) -> None:
    allowed = list(reading.events)
    extra = []
    for event in events(reading):
        if event in allowed:
            allowed.remove(event)
        elif event not in reading.optional:
            extra.append(event)
    assert extra == []


@READINGS
def test_every_quotation_is_verbatim(reading: Reading) -> None:
    text = text_of(reading)
    extraction = extraction_of(reading)
    quoted = [p for claim in extraction.claims for slot in (claim, claim.act, claim.status) for p in slot.passages]
    quoted += [p for mention in extraction.mentions for p in mention.passages]
    quoted += [p for law in extraction.laws for p in law.passages] + [
        p for call in extraction.calls for p in call.passages
    ]
    assert all(text[p.start : p.end] == p.exact for p in quoted)
    assert all(claim.passages for claim in extraction.claims)


def slots_of(reading: Reading, target: str, act: str) -> tuple[str | None, str | None, str | None, str | None]:
    """Status, host, destination and date of one event."""
    extraction = extraction_of(reading)
    (mention,) = (mention.id for mention in extraction.mentions if mention.name == target)
    (claim,) = (claim for claim in extraction.claims if claim.target == mention and claim.act.value == act)
    date = claim.date.value.value if claim.date else None
    host, destination = (slot.value if slot else None for slot in (claim.host, claim.destination))
    return claim.status.value.value, host, destination, date


@pytest.mark.parametrize(
    ("target", "act", "slots"),
    [
        ("Azat Isakov", "abduction", ("occurred", "RU", None, "2021-10-20")),
        ("Izzat Amon", "rendition", ("occurred", "RU", "TJ", "2021-03")),
        ("Izzat Amon", "conviction", ("occurred", "TJ", None, None)),
        ("Sharofiddin Gadoev", "rendition", ("occurred", "RU", "TJ", "2019")),
    ],
)
def test_where_and_when(target: str, act: str, slots: tuple[str | None, ...]) -> None:
    assert slots_of(TRANSFERS, target, act) == slots


def test_who_did_it_and_on_whose_word() -> None:
    extraction = extraction_of(TRANSFERS)
    (claim,) = (claim for claim in extraction.claims if claim.act.value == "abduction")
    assert {slot.value.name for slot in claim.agents} >= {"MNB", "FSB"}
    assert [slot.value for slot in claim.sources] == ["Freedom for Eurasia"]


def test_the_people_threatened_are_in_one_of_three_states() -> None:
    extraction = extraction_of(GROUP_24)
    (several,) = (mention for mention in extraction.mentions if mention.name == SEVERAL)
    claims = [claim for claim in extraction.claims if claim.target == several.id]
    assert {tuple(slot.value for slot in claim.hosts_any) for claim in claims} == {("LT", "PL", "TR")}
    assert {claim.status.value.value for claim in claims if claim.act.value == "extradition"} == {"threatened"}


def test_the_law_of_the_statement() -> None:
    laws = {
        (law.instrument.value, law.says.value.value, tuple(state.value for state in law.states))
        for law in extraction_of(GROUP_24).laws
    }
    assert {
        ("CAT", "prohibits", ()),
        ("CAT", "party", ("EU", "TR")),
        ("ECHR", "party", ("EU", "TR")),
        ("domestic law", "domestic", ("LT", "PL", "TR")),
    } <= laws


def test_the_calls_of_the_statement() -> None:
    calls = extraction_of(GROUP_24).calls
    assert {tuple(to.value for to in call.to) for call in calls} == {("EU", "TR"), ("TJ",)}
    assert any("refrain from" in call.demand.value for call in calls)


def test_the_meeting_at_which_it_can_be_raised() -> None:
    (window,) = extraction_of(TRANSFERS).windows
    assert "EU" in {party.value for party in window.parties}
