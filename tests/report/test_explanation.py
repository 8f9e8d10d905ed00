import json
from dataclasses import replace

from tests.extract.reports import found
from tests.report.cases import COURIER, EXTRACTION, SEIZED, TARGET, slot
from tests.report.test_json_case import documented_keys

from amparo.model import Agent, Claim, Extraction, Side
from amparo.report import Explanation, explanation_json, explanations
from amparo.report.told import slots_of, told_in_order

TOLD = (
    "The Tajik activist Odil Samadov was detained in Moscow on 3 May 2019. He was deported to Tajikistan, his lawyer said. "
    "Poland is party to the Convention against Torture. Human Rights Watch called on Poland to release him."
)


def explained(claim: Claim) -> Explanation:
    return explanations(Extraction(document=claim.document, engine=claim.engine, mentions=(TARGET,), claims=(claim,)))[
        0
    ]


def test_every_slot_of_every_claim_has_its_rule_in_words_and_its_passages() -> None:
    extraction = found(TOLD, published="2021-11-01")
    told = told_in_order(extraction)
    made = explanations(extraction)
    assert [one.number for one in made] == list(range(1, len(told) + 1))
    assert {one.kind for one in made} >= {"incident", "call", "law"}
    for one, record in zip(made, told, strict=True):
        assert [(part.slot, part.rule, part.guessed) for part in one.slots] == [
            (name, value.rule, value.guessed) for name, value in slots_of(record)
        ]
        assert one.quotes
        assert all(part.why and part.passages and part.words for part in one.slots)
        assert all(part.words.endswith(" (inferred)") for part in one.slots if part.guessed)


def test_the_trigger_is_the_word_by_which_the_act_was_seen() -> None:
    triggers = {one.heading: one.trigger for one in explanations(found(TOLD, published="2021-11-01"))}
    assert triggers["Reported detention"] == ("detained",)
    assert triggers["What the report calls for"] == ()


def test_values_are_told_in_words() -> None:
    agent = slot(COURIER, Agent(name="SNB", state="UZ", side=Side.ORIGIN), "2 March")
    told = {part.slot: part.words for part in explained(replace(SEIZED, agents=(agent,))).slots}
    assert told["agents"] == "SNB, Uzbekistan, on the side of the pursuing state"
    assert told["origin"] == "Uzbekistan (inferred)"
    assert told["date"] == "2 March 2022"


def test_a_rule_that_no_list_has_is_shown_as_it_is() -> None:
    odd = explained(replace(SEIZED, act=replace(SEIZED.act, rule="oracle.spoke"))).slots[0]
    assert (odd.rule, odd.why) == ("oracle.spoke", ())


def test_other_engines_are_explained_by_the_same_code() -> None:
    read = replace(SEIZED, engine="reader/1", act=replace(SEIZED.act, rule="reader.act"))
    one = explained(replace(read, host=None if read.host is None else replace(read.host, rule="ranker.host")))
    assert one.engine == "reader/1"
    assert "trained reader" in one.slots[0].why[0]
    assert any("ranker" in part.why[0] for part in one.slots if part.slot == "host")


def test_the_same_as_json() -> None:
    documented = documented_keys()
    for one in explanations(EXTRACTION):
        row = json.loads(json.dumps(explanation_json(one)))
        assert list(row) == documented["Explanation"]
        assert all(list(part) == documented["Explained slot"] for part in row["slots"])
        assert len(row["slots"]) == len(one.slots)
        assert all(part["passages"][0]["exact"] for part in row["slots"])
