from dataclasses import replace

from tests.report.cases import (
    COURIER,
    ENGINE,
    EXTRACTION,
    GROUP,
    GROUP_NEWS,
    GROUP_THREATENED,
    SEIZED,
    TARGET,
    cite,
    slot,
)

from amparo.model import Claim, Document, Mention, Person
from amparo.report.told import told_in_order
from amparo.web.marking import Kind
from amparo.web.notes import marks, notes
from amparo.web.pages import Note

PERSON = Person(
    id="p1", name="Oybek Namunaev", named=True, names=("Oybek Namunaev",), mentions=(TARGET.id,), target=True
)


def note(claim: Claim, mention: Mention = TARGET) -> Note:
    return notes([claim], [mention], [PERSON])[0]


def facts(claim: Claim, mention: Mention = TARGET) -> dict[str, str]:
    return dict(note(claim, mention).facts)


def test_notes_stand_in_the_order_of_the_text() -> None:
    told = told_in_order(EXTRACTION)
    starts = [min(passage.start for passage in one.passages) for one in told]
    assert starts == sorted(starts)
    assert len(told) == sum(map(len, (EXTRACTION.claims, EXTRACTION.calls, EXTRACTION.laws, EXTRACTION.windows)))
    made = notes(told, EXTRACTION.mentions, [PERSON])
    assert [one.number for one in made] == list(range(1, len(told) + 1))
    assert {one.heading for one in made} >= {
        "Reported abduction",
        "What the report calls for",
        "What the report says of the law",
        "When it can be raised",
    }


def test_a_claim_leads_to_the_case_of_its_person() -> None:
    assert (note(SEIZED).who, note(SEIZED).case) == ("Oybek Namunaev", "p1")
    assert notes([SEIZED], [TARGET], [replace(PERSON, target=False)])[0].case == ""
    assert notes([SEIZED], [TARGET], [])[0].case == ""


def test_what_is_not_stated_is_marked_so() -> None:
    assert facts(SEIZED)["On behalf of"] == "Uzbekistan (inferred)"
    assert facts(SEIZED)["When"] == "2 March 2022"
    assert facts(replace(SEIZED, date=None))["When"] == "date not stated"
    assert facts(replace(SEIZED, sources=()))["On whose word"] == "the report itself"
    raw = ("date_text", slot(COURIER, "on 2 March", "2 March"))
    assert facts(replace(SEIZED, date=None, details=(raw,)))["When"] == "date not stated (“on 2 March”)"
    assert "Date text" not in facts(replace(SEIZED, date=None, details=(raw,)))


def test_of_several_states_the_text_does_not_say_which() -> None:
    told = facts(GROUP_THREATENED, GROUP)
    assert told["Where"] == "Lithuania, Poland or Türkiye → Tajikistan"
    assert facts(replace(SEIZED, host=None, destination=slot(COURIER, "UZ", "Uzbekistan")))["Where"] == (
        "state not said → Uzbekistan"
    )
    assert "Where" not in facts(replace(SEIZED, host=None, destination=None))


def test_every_passage_of_every_claim_and_of_every_value_is_marked() -> None:
    told = told_in_order(EXTRACTION)
    found = list(marks(told))
    whole = {(mark.number, mark.start, mark.end) for mark in found if mark.kind is Kind.CLAIM}
    assert whole == {
        (number, passage.start, passage.end) for number, one in enumerate(told, start=1) for passage in one.passages
    }
    number = told.index(SEIZED) + 1
    for name, place in (("date", SEIZED.date), ("host state", SEIZED.host), ("pursuing state", SEIZED.origin)):
        assert place is not None
        passage = place.passages[0]
        assert any(
            (mark.kind, mark.start, mark.end, mark.meaning)
            == (Kind.SLOT, passage.start, passage.end, f"{number}: {name}")
            for mark in found
        )


def test_a_detail_is_marked_under_its_own_name() -> None:
    document: Document = GROUP_NEWS
    stage = ("stage", slot(document, "risk", "threatened"))
    claim = replace(GROUP_THREATENED, details=(stage,), engine=ENGINE)
    passage = cite(document, "threatened")
    assert any(
        (mark.start, mark.end, mark.meaning) == (passage.start, passage.end, "1: stage") for mark in marks([claim])
    )
    assert facts(claim, GROUP)["Stage"] == "risk"
