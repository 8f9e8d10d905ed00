from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import strategies
from tests.resolve.builders import claim, group, person

from amparo.model import Claim, Edtf, Mention, Resolution, Status, WrongCall
from amparo.resolve import block, resolve, timeline_key

NAMES = ("Farhod Nazarov", "Фарҳод Назаров", "F. Nazarov", "Nazarov", "Karim Nazarov", "Farida Nazarova", "Ali Hasan")
DOCUMENTS = ("d1", "d2", "d3", "d4", "d5")
STATES = st.sampled_from((None, "TJ", "RU"))
CLOSE = st.sampled_from((None, "2022", "2022-05", "2022-05-04", "2022-05-06", "2022-05-09", "2022-09~"))
DATES = CLOSE | strategies.edtfs().map(str)
Records = tuple[list[Mention], list[Claim]]
PUBLISHED = {"d1": Edtf("2022-05-05"), "d2": Edtf("2021"), "d3": None}


@st.composite
def records(draw: st.DrawFn) -> Records:
    """Up to eight mentions of few names in few documents, so that many fit and many clash, with up to twelve claims."""
    mentions = []
    for number in range(draw(st.integers(1, 8))):
        document = draw(st.sampled_from(DOCUMENTS))
        found = person(
            draw(st.sampled_from(NAMES) | strategies.words()),
            document,
            origin=draw(STATES),
            affiliations=draw(st.sampled_from(((), ("Open Ground",), ("Free Word", "Open Ground")))),
            target=draw(st.booleans()),
            role=draw(st.sampled_from((None, "lawyer"))),
        )
        one = draw(st.sampled_from((found, group("four men", document, count=4))))
        mentions.append(replace(one, id=f"{document}:{number}"))
    claims = [draw(claims_on(mentions, number)) for number in range(draw(st.integers(0, 12)))]
    return mentions, claims


@st.composite
def claims_on(draw: st.DrawFn, mentions: Sequence[Mention], number: int) -> Claim:
    return claim(
        draw(st.sampled_from(mentions)),
        draw(st.sampled_from(("detention", "house_arrest", "deportation", "rendition"))),
        date=draw(DATES),
        status=draw(st.sampled_from(Status)),
        host=draw(STATES),
        hosts_any=draw(st.sampled_from(((), ("RU", "TJ")))),
        destination=draw(STATES),
        origin=draw(STATES),
        number=number,
    )


@given(records(), st.data())
def test_the_order_of_the_input_does_not_matter(found: Records, data: st.DataObject) -> None:
    mentions, claims = found
    shuffled = data.draw(st.permutations(mentions)), data.draw(st.permutations(claims))
    assert resolve(*shuffled, published=PUBLISHED) == resolve(mentions, claims, published=PUBLISHED)


@given(records())
def test_every_mention_in_one_person_and_every_claim_in_one_incident(found: Records) -> None:
    mentions, claims = found
    resolution = resolve(mentions, claims, published=PUBLISHED)
    assert sorted(one for who in resolution.persons for one in who.mentions) == sorted(one.id for one in mentions)
    assert sorted(one for what in resolution.incidents for one in what.claims) == sorted(one.id for one in claims)
    holder = {one: who.id for who in resolution.persons for one in who.mentions}
    target = {one.id: one.target for one in claims}
    assert all(holder[target[one]] == what.person for what in resolution.incidents for one in what.claims)


@given(records())
def test_ids_are_unique(found: Records) -> None:
    resolution = resolve(*found)
    assert len({who.id for who in resolution.persons}) == len(resolution.persons)
    assert len({what.id for what in resolution.incidents}) == len(resolution.incidents)


@given(records())
def test_block_by_block_gives_the_same_as_all_at_once(found: Records) -> None:
    mentions, claims = found
    parts = []
    for key in {block(mention) for mention in mentions}:
        members = [mention for mention in mentions if block(mention) == key]
        ids = {mention.id for mention in members}
        parts.append(resolve(members, [one for one in claims if one.target in ids], published=PUBLISHED))
    together = resolve(mentions, claims, published=PUBLISHED)
    assert {who for part in parts for who in part.persons} == set(together.persons)
    assert {what for part in parts for what in part.incidents} == set(together.incidents)


@given(records())
def test_nobody_is_joined_within_one_document_or_without_a_reason(found: Records) -> None:
    mentions, claims = found
    document = {mention.id: mention.document for mention in mentions}
    for who in resolve(mentions, claims).persons:
        assert len({document[one] for one in who.mentions}) == len(who.mentions)
        assert len(who.because) == len(who.mentions) - 1
        assert all(" and same " in reason for reason in who.because)


@given(records())
def test_a_value_and_its_contradiction_exclude_each_other(found: Records) -> None:
    said = {one.id: one for one in found[1]}
    for what in resolve(*found).incidents:
        contradicted = {contradiction.slot for contradiction in what.contradictions}
        assert (what.status is None) == ("status" in contradicted)
        assert not (what.date is not None and "date" in contradicted)
        assert not (what.host is not None and "host" in contradicted)
        for contradiction in what.contradictions:
            assert len({reading.value for reading in contradiction.readings}) == len(contradiction.readings) > 1
            assert all(one in said for reading in contradiction.readings for one in reading.claims)


@given(records())
def test_incidents_of_a_person_come_in_order_of_time(found: Records) -> None:
    resolution = resolve(*found)
    for who in resolution.persons:
        theirs = [what for what in resolution.incidents if what.person == who.id]
        assert theirs == sorted(theirs, key=timeline_key(theirs))


@given(strategies.words(), strategies.words())
def test_no_two_names_break_it(one: str, other: str) -> None:
    mentions = [person(one, "d1", origin="TJ"), person(other, "d2", origin="TJ")]
    found = resolve(mentions, [])
    assert found == resolve(mentions[::-1], [])
    assert len(found.persons) <= 2


def test_nothing_gives_nothing() -> None:
    assert resolve([], []) == Resolution()


def test_a_claim_without_its_mention_is_a_wrong_call() -> None:
    stranger = person("Farhod Nazarov", "d1")
    with pytest.raises(WrongCall, match="was not given"):
        resolve([], [claim(stranger, "detention")])


def test_a_later_document_leaves_ids_as_they_are() -> None:
    first, second = (person("Farhod Nazarov", document, origin="TJ") for document in ("d2", "d1"))
    published = {"d1": Edtf("2023"), "d2": Edtf("2022")}
    told = claim(first, "detention", date="2022-05-04", host="RU")
    before = resolve([first], [told], published=published)
    repeated = claim(second, "detention", date="2022-05", host="RU")
    after = resolve([first, second], [told, repeated], published=published)
    assert [what.id for what in after.incidents] == [what.id for what in before.incidents]
    assert after.incidents[0].claims == (told.id, repeated.id)


def test_blocks_of_names_and_of_the_unnamed() -> None:
    assert block(person("Farhod Nazarov", "d1")) == block(person("Назарова Фарҳод", "d2"))
    assert block(person("Farhod Nazarov", "d1")) != block(person("Farhod Rahimov", "d1"))
    assert block(group("four men", "d1")) != block(group("four men", "d2"))
    assert block(person("…", "d1")) != block(person("…", "d2"))


def test_a_whole_case() -> None:
    """Three texts on one invented man: an organisation, a ministry that denies, a news item with other days."""
    organisation = person("Farhod Nazarov", "d1", origin="TJ")
    ministry = person("Назаров Фарҳод Каримович", "d2", origin="TJ")
    news = person("Farkhod Nazarov", "d3", origin="TJ")
    resolution = resolve(
        [organisation, ministry, news],
        [
            claim(organisation, "abduction", date="2022-05-04", host="RU"),
            claim(ministry, "abduction", status=Status.DENIED, host="RU"),
            claim(news, "abduction", date="2022-05-05", host="RU"),
            claim(organisation, "rendition", date="2022-05", host="RU", destination="TJ"),
            claim(news, "deportation", date="2022-05-07", host="RU", destination="TJ"),
            claim(news, "conviction", date="2023-01"),
            claim(organisation, "charge"),
        ],
        published={"d1": Edtf("2022-05-20"), "d2": Edtf("2022-05-25"), "d3": Edtf("2023-01-30")},
    )
    (who,) = resolution.persons
    assert who.name == "Farhod Nazarov"
    assert [what.act for what in resolution.incidents] == ["charge", "abduction", "rendition", "conviction"]
    _, abduction, transfer, _ = resolution.incidents
    assert {contradiction.slot for contradiction in abduction.contradictions} == {"status", "date"}
    assert (abduction.status, abduction.date, abduction.host) == (None, None, "RU")
    assert [contradiction.slot for contradiction in transfer.contradictions] == ["act"]
    assert transfer.date == Edtf("2022-05-07")
