"""Drafts become records: every value with its passages, ids from what a record is about."""

from tests.extract.reports import found, report

from amparo.extract import extract

TEXT = (
    "Human Rights Watch said that the Tajik activist Odil Samadov, a member of Group 24, was “detained” by the FSB in\n"
    "Moscow on 3 May. Samadov’s wife was interrogated in Dushanbe."
)


def test_a_mention_quotes_every_place_of_a_name() -> None:
    (mention,) = (mention for mention in found(TEXT).mentions if mention.target)
    assert [passage.exact for passage in mention.passages] == ["Odil Samadov", "Samadov"]
    assert (mention.named, mention.role, mention.count) == (True, "activist", None)


def test_line_breaks_are_no_part_of_a_value() -> None:
    extraction = found("The Tajik activist Odil\nSamadov was detained in Moscow.")
    assert [mention.name for mention in extraction.mentions] == ["Odil Samadov"]
    assert extraction.mentions[0].passages[0].exact == "Odil\nSamadov"


def test_typographic_quotes_keep_their_place() -> None:
    (claim, *_) = found(TEXT).claims
    assert [passage.exact for passage in claim.act.passages] == ["detained"]


def test_each_slot_tells_the_rule_that_read_it() -> None:
    (claim, *_) = found(TEXT).claims
    slots = [claim.act, claim.status, claim.host, claim.origin, *claim.agents, *claim.sources]
    assert all(slot is not None and slot.rule for slot in slots)


def test_unnamed_people_are_mentions_only_when_something_befalls_them() -> None:
    text = "Three poets met two activists. The two activists were deported from Poland, a rights group said."
    assert [mention.name for mention in found(text).mentions] == ["two activists"]


def test_those_who_speak_are_mentions_but_no_targets() -> None:
    text = "The Tajik activist Odil Samadov was detained in Moscow, his lawyer Karim Holov said."
    assert {(mention.name, mention.target) for mention in found(text).mentions} == {
        ("Odil Samadov", True),
        ("Karim Holov", False),
    }


def test_ids_are_of_one_document() -> None:
    """The same words in another document are another record."""
    one, other = extract(report(TEXT)), extract(report(TEXT + " "))
    assert not {claim.id for claim in one.claims} & {claim.id for claim in other.claims}
    assert not {mention.id for mention in one.mentions} & {mention.id for mention in other.mentions}
