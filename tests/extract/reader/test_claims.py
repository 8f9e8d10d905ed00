"""Proposals become drafts and then claims, each value with the words it was read in."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.extract.grounding import check_grounded
from tests.extract.reader import made

from amparo.extract.reader.claims import AGREED, READER, drafts_of, together
from amparo.extract.reader.decisions import Limits, Pointed, Proposal, proposals
from amparo.extract.reader.outline import ACTS, UNNAMED, Outline
from amparo.extract.rules import extraction
from amparo.extract.rules.merge import merged
from amparo.model import Claim, Extraction, Slot

DOCUMENT, TELLING, DRAFTS, OUTLINE = made.told()
# Odil Samadov and Lola Rashidova are detained in sentence 0, he is extradited in 1, she released in 2, three others deported in 3.
ODIL, LOLA, KARIM = range(3)
DETAINED = Proposal(person=ODIL, act="detention", status="occurred", lines=(0,), line=0, sure=0.9)
THREE = next(n for n, group in enumerate(OUTLINE.groups) if OUTLINE.text[group.start :].startswith("Three other"))
DEPORTED = Proposal(person=UNNAMED, act="deportation", status="occurred", lines=(3,), line=3, sure=0.9, group=THREE)
ENGINE = "reader/test"


def extracted(*proposed: Proposal, rules: bool = True) -> Extraction:
    told = DRAFTS if rules else []
    found = extraction(DOCUMENT, ENGINE, TELLING, list(drafts_of(TELLING, OUTLINE, told, proposed)))
    check_grounded(DOCUMENT, found)
    return found


def only(proposal: Proposal, *, rules: bool = True) -> Claim:
    (claim,) = extracted(proposal, rules=rules).claims
    return claim


def target(claim: Claim, found: Extraction) -> str:
    return next(mention.name for mention in found.mentions if mention.id == claim.target)


def words(slot: Slot[Any] | None) -> tuple[str, ...]:
    return () if slot is None else tuple(passage.exact for passage in slot.passages)


def at(place: str, sure: float = 0.9) -> Pointed:
    """A place of the text, pointed at."""
    number = next(n for n, one in enumerate(OUTLINE.places) if OUTLINE.text[one.start : one.end] == place)
    return Pointed(OUTLINE.places[number].state, number, sure)


def on(date: str, sure: float = 0.9) -> Pointed:
    """A date of the text, pointed at."""
    return Pointed(date, next(n for n, one in enumerate(OUTLINE.dates) if one.date == date), sure)


def test_a_claim_stands_on_the_sentences_that_tell_it() -> None:
    found = extracted(replace(DETAINED, lines=(0, 1)))
    (claim,) = found.claims
    assert target(claim, found) == "Odil Samadov"
    assert (claim.act.value, claim.status.value, claim.engine) == ("detention", "occurred", ENGINE)
    assert [passage.exact[:9] for passage in claim.passages] == ["Police in", "Two weeks"]
    assert words(claim.act) == ("detained",)


def test_people_of_whom_nothing_is_proposed_are_no_targets() -> None:
    found = extracted(DETAINED)
    assert {mention.name: mention.target for mention in found.mentions} == {
        "Odil Samadov": True,
        "Lola Rashidova": False,
        "Karim Holov": False,
    }


def test_what_the_rules_read_too_is_marked_as_agreed() -> None:
    claim = only(DETAINED)
    assert claim.act.rule == f"{AGREED}.detention"
    assert {slot.value.name for slot in claim.agents} == {"Police"}
    assert claim.status.rule.startswith("status.")


def test_what_the_reader_alone_read_is_marked_as_its_own() -> None:
    claim = only(DETAINED, rules=False)
    assert claim.act.rule == f"{READER}.detention"
    assert claim.status.rule == "reader.status"
    assert words(claim.act) == ("detained",)


def test_the_status_is_the_readers() -> None:
    claim = only(replace(DETAINED, status="denied"))
    assert (claim.status.value, claim.status.rule) == ("denied", "reader.status")
    assert claim.act.rule == f"{AGREED}.detention"


def test_an_act_without_a_word_of_the_lexicon_stands_on_the_main_verb() -> None:
    claim = only(Proposal(person=KARIM, act="killing", status="occurred", lines=(1,), line=1, sure=0.9))
    assert claim.act.rule == f"{READER}.killing"
    assert words(claim.act) == ("extradited",)  # the main verb of what is said


def test_slots_quote_the_place_and_date_pointed_at() -> None:
    claim = only(replace(DETAINED, host=at("Riga"), origin=at("Tajik"), date=on("2019-05-03")), rules=False)
    assert claim.host is not None
    assert (claim.host.value, words(claim.host), claim.host.rule, claim.host.guessed) == (
        "LV",
        ("Riga",),
        "ranker.host",
        False,
    )
    assert claim.origin is not None
    assert (claim.origin.value, words(claim.origin), claim.origin.guessed) == ("TJ", ("Tajik",), False)
    assert claim.date is not None
    assert (str(claim.date.value), words(claim.date), claim.date.rule) == (
        "2019-05-03",
        ("3 May 2019",),
        "ranker.date.day",
    )


@pytest.mark.parametrize("sure", [0.59, 0.2])
def test_an_unsure_slot_is_a_guess(sure: float) -> None:
    claim = only(replace(DETAINED, host=at("Riga", sure), date=on("2019-05-03", sure)), rules=False)
    assert claim.host is not None
    assert claim.host.guessed
    assert claim.date is not None
    assert claim.date.guessed


def test_a_slot_read_elsewhere_is_a_guess() -> None:
    claim = only(replace(DETAINED, host=at("Tajikistan"), date=on("2020")), rules=False)
    assert claim.host is not None
    assert claim.host.guessed
    assert claim.date is not None
    assert claim.date.guessed


def test_a_host_that_the_rules_read_in_so_many_words_stays() -> None:
    claim = only(replace(DETAINED, host=at("Tajikistan")))
    assert claim.host is not None
    assert (claim.host.value, words(claim.host), claim.host.guessed) == ("LV", ("Riga",), False)
    assert claim.host.rule.startswith("host.")


def test_slots_that_nobody_points_at_are_empty() -> None:
    claim = only(DETAINED, rules=False)
    assert (claim.host, claim.destination, claim.date) == (None, None, None)


def test_the_state_that_stands_beside_a_name_is_the_origin() -> None:
    origin = only(DETAINED, rules=False).origin
    assert origin is not None
    assert (origin.value, origin.rule, origin.guessed) == ("TJ", "origin.demonym", False)


def test_a_date_without_a_year_keeps_its_words() -> None:
    document, telling, drafts, outline = made.told("Police in Riga detained Odil Samadov on 3 May.", published=None)
    number = next(n for n, one in enumerate(outline.dates) if one.date is None)
    proposal = replace(DETAINED, open_date=number)
    found = extraction(document, ENGINE, telling, list(drafts_of(telling, outline, drafts, [proposal])))
    check_grounded(document, found)
    details = dict(found.claims[0].details)
    assert found.claims[0].date is None
    assert details["date_text"].value == "3 May"


def test_unnamed_people_are_named_by_their_noun_phrase() -> None:
    found = extracted(DEPORTED)
    (claim,) = found.claims
    mention = next(one for one in found.mentions if one.id == claim.target)
    assert (mention.name, mention.named, mention.count, mention.target) == ("Three other activists", False, 3, True)
    assert claim.act.rule == f"{AGREED}.deportation"
    assert dict(claim.details)["named_as"].value == "activists"  # the words of the rules stay
    (alone,) = extracted(DEPORTED, rules=False).claims
    assert dict(alone.details)["named_as"].value == "Three other activists"


def test_unnamed_people_without_a_noun_phrase_are_left_out() -> None:
    assert extracted(replace(DEPORTED, group=None)).claims == ()


def test_the_words_for_the_target_are_a_guess_where_the_sentence_does_not_name_them() -> None:
    here, there = only(DETAINED, rules=False), only(replace(DETAINED, lines=(3,), line=3), rules=False)
    assert dict(here.details)["named_as"].value == "Odil Samadov"
    assert not dict(here.details)["named_as"].guessed
    assert "named_as" not in dict(there.details)


def test_two_occasions_are_two_claims() -> None:
    first = replace(DETAINED, date=on("2019-05-03"))
    second = replace(DETAINED, lines=(2,), line=2, date=on("2019-06-20"))
    one, other = extracted(first, second).claims
    assert (one.act.rule, other.act.rule) == (f"{AGREED}.detention", f"{READER}.detention")
    assert [passage.exact[:9] for passage in other.passages] == ["Rashidova"]


def test_an_occasion_told_elsewhere_too_is_agreed() -> None:
    assert only(replace(DETAINED, lines=(2,), line=2)).act.rule == f"{AGREED}.detention"


def pointed(outline: Outline) -> st.SearchStrategy[Proposal]:
    """Any proposal that a text allows."""
    places = st.none() | st.integers(0, len(outline.places) - 1).map(lambda n: Pointed(outline.places[n].state, n, 0.7))
    dates = st.none() | st.sampled_from([Pointed(d.date, n, 0.7) for n, d in enumerate(outline.dates) if d.date])
    return st.builds(
        lambda person, lines, **slots: Proposal(
            person=person, lines=tuple(sorted(lines)), line=max(lines), sure=0.8, **slots
        ),
        st.integers(UNNAMED, len(outline.persons) - 1),
        st.sets(st.integers(0, len(outline.lines) - 1), min_size=1),
        act=st.sampled_from(ACTS),
        status=st.sampled_from(("occurred", "threatened", "attempted", "denied")),
        host=places,
        destination=places,
        origin=places,
        date=dates,
        group=st.none() | st.integers(0, len(outline.groups) - 1),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(pointed(OUTLINE), max_size=6), st.booleans())
def test_whatever_is_proposed_is_grounded(proposed: list[Proposal], rules: bool) -> None:
    extracted(*proposed, rules=rules)


@pytest.mark.parametrize(
    "text",
    [
        made.REPORT,
        "Odil Samadov?\n\n“…” — !\n\nLola Rashidova 🕊 was held.\n\n• Three men\n\n1. Kerim Annaev, 34, of İzmir",
        "The Tajik activists Odil Samadov, Lola Rashidova and Kerim\u00a0Annaev were deported from Türkiye in 2020.\nTwo of them were jailed.",
    ],
)
def test_a_network_that_proposes_everything_is_grounded(text: str) -> None:
    document, telling, drafts, outline = made.told(text)
    network = made.network({**made.weights(), "act.bias": made.weights()["act.bias"] + 3})
    found = proposals(network, None, outline, Limits(named=0.01, unnamed=0.01, beside=0.0))
    read = extraction(document, ENGINE, telling, list(drafts_of(telling, outline, drafts, found)))
    assert len(read.claims) > 5
    check_grounded(document, read)


def with_rules(text: str, *proposed: Proposal) -> list[tuple[str, str, str]]:
    """Target, act and rule of every claim, with what the rules alone found."""
    document, telling, drafts, outline = made.told(text)
    read = drafts_of(telling, outline, drafts, proposed)
    found = extraction(document, ENGINE, telling, together(read, merged(drafts)))
    check_grounded(document, found)
    names = {mention.id: mention.name for mention in found.mentions}
    return sorted((names[claim.target], claim.act.value, claim.act.rule) for claim in found.claims)


def test_what_the_rules_alone_found_stays_beside_the_readers() -> None:
    text = "Police in Riga detained the Tajik activist Odil Samadov in 2020. He was deported to Tajikistan in 2020."
    returned = Proposal(person=0, act="extradition", status="occurred", lines=(1,), line=1, sure=0.9)
    assert with_rules(text, returned) == [
        (
            "Odil Samadov",
            "deportation",
            "both.deportation",
        ),  # as the text words it, whatever the reader calls the transfer
        ("Odil Samadov", "detention", "act.detention"),
    ]
    assert [rule for _, _, rule in with_rules(text)] == ["act.deportation", "act.detention"]


def test_unnamed_people_told_of_by_reader_and_rules_are_one_mention() -> None:
    text = "Three other activists were detained in Riga in 2020 and deported to Uzbekistan in 2021."
    _, _, _, outline = made.told(text)
    assert outline.groups[0].count == 3
    proposal = Proposal(person=UNNAMED, act="deportation", status="occurred", lines=(0,), line=0, sure=0.9, group=0)
    assert {act for _, act, _ in with_rules(text, proposal)} == {"deportation", "detention"}
