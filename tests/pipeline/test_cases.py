"""One case put together, out of records that were made by hand."""

from dataclasses import replace

import pytest
from tests.casebook.stories import Story, next_line, story

from amparo.casebook import Casebook
from amparo.model import (
    CallClaim,
    Case,
    Contradiction,
    Edtf,
    Finding,
    NothingFound,
    Outcome,
    Reading,
    Resolution,
    Verdict,
    WrongCall,
)
from amparo.pipeline import case, find_person
from amparo.pipeline.reading import Taken
from amparo.pipeline.resolving import place, resolve_blocks


def tell(book: Casebook, *stories: Story) -> None:
    """Store reports and resolve them as an import does."""
    blocks: set[str] = set()
    for each in stories:
        with book.transaction():
            book.sources.put(each.source, each.content)
            book.custody.log(next_line(book, each.source.sha256))
            taken = Taken(
                source=each.source,
                content=each.content,
                path=each.source.name,
                document=each.document,
                extraction=each.extraction,
                unread=(),
            )
            blocks |= place(book, taken)
    resolve_blocks(book, blocks)


def case_of(book: Casebook, name: str) -> Case:
    return case(book, find_person(book, name))


def test_one_person_in_two_reports(book: Casebook) -> None:
    tell(
        book,
        story("Azizbek Testov was arrested in Riga on 3 May 2021.", "Azizbek Testov", host="LV", date="2021-05-03"),
        story("Azizbek Testov, again, was arrested in Riga.", "Azizbek Testov", host="LV", published="2021-06"),
    )
    found = case_of(book, "testov")
    assert found.person.names == ("Azizbek Testov",)
    assert len(found.documents) == len(found.mentions) == 2
    assert {claim for incident in found.incidents for claim in incident.claims} == {claim.id for claim in found.claims}
    assert len(found.laws) == len(found.windows) == 2
    assert {check.verdict for _, check in found.laws} <= set(Verdict)


def test_what_binds_is_asked_for_the_state_and_day_of_each_incident(book: Casebook) -> None:
    tell(book, story("Azizbek Testov was held in Moscow.", "Azizbek Testov", host="RU", date="2021-10-20"))
    found = case_of(book, "Azizbek Testov")
    ((incident, findings),) = found.findings
    assert incident == found.incidents[0].id
    assert {(finding.state, finding.on) for finding in findings} == {("RU", Edtf("2021-10-20"))}
    assert {one.instrument for one in findings if one.outcome is Outcome.BOUND} >= {"CAT", "ECHR"}


def test_of_several_states_named_at_once_each_is_asked(book: Casebook) -> None:
    tell(book, story("Testov was held.", "Testov", host=None, hosts_any=("LT", "PL")))
    ((_, findings),) = case_of(book, "Testov").findings
    assert {finding.state for finding in findings} == {"LT", "PL"}


def test_where_nobody_says_in_which_state_nothing_is_found(book: Casebook) -> None:
    tell(book, story("Testov was held.", "Testov", host=None))
    assert case_of(book, "Testov").findings == ()


@pytest.mark.parametrize(
    ("dates", "asked"),
    [
        (("2021-03-02", "2021-05"), "2021-03-02/2021-05"),
        (("2022", "2021-03/2021-04"), "2021-03/2022"),
        (("2021-03~", "2023-01-01"), "2021-03~/2023-01-01"),
    ],
)
def test_where_accounts_differ_on_the_day_their_span_is_asked(
    book: Casebook, dates: tuple[str, str], asked: str
) -> None:
    tell(book, story("Testov was held in Riga.", "Testov", host="LV"))
    assert {finding.on for finding in findings_where_accounts_differ(book, "date", dates)} == {Edtf(asked)}


def test_where_accounts_differ_on_the_state_each_is_asked(book: Casebook) -> None:
    tell(book, story("Testov was held.", "Testov", host=None))
    assert {finding.state for finding in findings_where_accounts_differ(book, "host", ("LT", "TR"))} == {"LT", "TR"}


def findings_where_accounts_differ(book: Casebook, slot: str, values: tuple[str, str]) -> tuple[Finding, ...]:
    """What is found of the one incident in the casebook, after its claims have been made to disagree."""
    (person,) = book.cases.persons()
    (incident,) = book.cases.incidents(person.id)
    readings = tuple(Reading(value=value, claims=incident.claims) for value in values)
    disputed = replace(incident, contradictions=(Contradiction(slot=slot, readings=readings),))
    resolution = Resolution(persons=(person,), incidents=(disputed,))
    book.resolutions.put(resolution, blocks=book.resolutions.blocks(), step="test")
    ((_, findings),) = case(book, person).findings
    return findings


def test_a_call_that_names_somebody_else_is_not_shown(book: Casebook) -> None:
    """One report of two people: the call that quotes a name is that person's, one that quotes none is both's."""
    first = story("Release Azizbek Testov! Boris Sampler was held too. Free them all!", "Azizbek Testov")
    second = story(first.document.text, "Boris Sampler")
    document = first.document
    (claim,), (other,) = first.extraction.claims, second.extraction.claims
    (call,) = first.extraction.calls

    def at(words: str, identity: str) -> CallClaim:
        start = document.text.index(words)
        return replace(call, id=identity, passages=(document.cite(start, start + len(words)),))

    extraction = replace(
        first.extraction,
        mentions=(*first.extraction.mentions, *second.extraction.mentions),
        claims=(claim, other),
        calls=(at("Release Azizbek Testov!", "named"), at("Free them all!", "unnamed")),
    )
    tell(book, replace(first, extraction=extraction))
    assert {one.id for one in case_of(book, "Testov").calls} == {"named", "unnamed"}
    assert {one.id for one in case_of(book, "Sampler").calls} == {"unnamed"}
    assert [one.name for one in case_of(book, "Sampler").speakers] == ["Azizbek Testov"]


def test_people_are_found_by_id_name_spelling_and_script(book: Casebook) -> None:
    tell(book, story("Sharofiddin Testoev was held.", "Sharofiddin Testoev"))
    person = find_person(book, "Sharofiddin Testoev")
    for asked in (person.id, "testoev", "Testoyev", "Шарофиддин Тестоев", "sharofiddin"):
        assert find_person(book, asked) == person


def test_a_name_that_fits_several_asks_for_the_id(book: Casebook) -> None:
    tell(
        book,
        story("Azizbek Testov was held.", "Azizbek Testov", host="LV"),
        story("Boris Testov was freed.", "Boris Testov", act="release", host="LT"),
    )
    with pytest.raises(WrongCall, match="Several cases fit “Testov”; give the id") as told:
        find_person(book, "Testov")
    for person in book.cases.persons():
        assert f"{person.name} ({person.id})" in str(told.value)
    assert find_person(book, "boris testov").name == "Boris Testov"


def test_a_name_that_fits_nobody_says_who_is_near(book: Casebook) -> None:
    tell(book, story("Azizbek Testov was held.", "Azizbek Testov"))
    with pytest.raises(NothingFound, match=r"Near it: Azizbek Testov \("):
        find_person(book, "Azizbek Somebody")
    with pytest.raises(NothingFound, match="`amparo cases` lists what there is"):
        find_person(book, "Nobody At All")


def test_who_only_speaks_has_no_case(book: Casebook) -> None:
    made = story("Rosa Example said so.", "Rosa Example")
    (mention,) = made.extraction.mentions
    speaker = replace(made.extraction, mentions=(replace(mention, target=False),), claims=())
    tell(book, replace(made, extraction=speaker))
    assert book.cases.persons(targets_only=False)
    with pytest.raises(NothingFound):
        find_person(book, "Rosa Example")
