"""Who is joined and who is not, by name of the pitfall (common names, kin, spellings, scripts); all people are invented."""

from dataclasses import replace

import pytest
from tests.resolve.builders import claim, group, person

from amparo.model import Claim, Edtf, Mention, Person
from amparo.resolve import resolve


def clusters(*mentions: Mention, claims: tuple[Claim, ...] = ()) -> list[list[str]]:
    """The documents of each person, in order; resolved together whether or not the names fall into one block."""
    found = resolve(mentions, claims).persons
    return sorted([one.split(":")[0] for one in who.mentions] for who in found)


def only(*mentions: Mention, claims: tuple[Claim, ...] = ()) -> Person:
    (found,) = resolve(mentions, claims).persons
    return found


def test_namesakes_are_not_joined_by_the_name_alone() -> None:
    assert clusters(person("Farhod Nazarov", "d1"), person("Farhod Nazarov", "d2")) == [["d1"], ["d2"]]


def test_same_name_and_origin() -> None:
    assert clusters(person("Farhod Nazarov", "d1", origin="TJ"), person("Farhod Nazarov", "d2", origin="TJ")) == [
        ["d1", "d2"]
    ]


def test_same_name_and_another_origin() -> None:
    mentions = [
        person("Farhod Nazarov", f"d{n}", origin=origin, affiliations=("Open Ground",))
        for n, origin in enumerate(("TJ", "UZ"))
    ]
    assert len(clusters(*mentions)) == 2


def test_same_name_and_affiliation() -> None:
    mentions = [
        person("Farhod Nazarov", document, affiliations=(name,))
        for document, name in (("d1", "Open Ground"), ("d2", "open ground"))
    ]
    assert len(clusters(*mentions)) == 1


def test_the_origin_may_stand_in_the_claims_only() -> None:
    one, other = person("Farhod Nazarov", "d1", origin="TJ"), person("Farhod Nazarov", "d2")
    assert len(clusters(one, other, claims=(claim(other, "charge", origin="TJ"),))) == 1


def test_cyrillic_and_latin_spelling_of_one_man_with_the_same_origin() -> None:
    found = only(
        person("Jamshed Qurbonov", "d1", origin="TJ"),
        person("Джамшед Курбонов", "d2", origin="TJ"),
        person("Ҷамшед Қурбонов", "d3", origin="TJ"),
        person("Dzhamshed Kurbonov", "d4", origin="TJ"),
    )
    assert len(found.mentions) == 4
    assert found.origin == "TJ"


def test_same_incident_is_a_second_fact() -> None:
    one, other = person("Farhod Nazarov", "d1"), person("Farhod Nazarov", "d2")
    same_day = (
        claim(one, "abduction", date="2022-05-04", host="RU"),
        claim(other, "abduction", date="2022-05", host="RU"),
    )
    same_way = (
        claim(one, "deportation", host="RU", destination="TJ"),
        claim(other, "deportation", host="RU", destination="TJ"),
    )
    no_more_than_the_act = (claim(one, "abduction", host="RU"), claim(other, "abduction", host="RU"))
    another_day = (claim(one, "abduction", date="2022-05-04"), claim(other, "abduction", date="2022-06-04"))
    assert len(clusters(one, other, claims=same_day)) == 1
    assert len(clusters(one, other, claims=same_way)) == 1
    assert len(clusters(one, other, claims=no_more_than_the_act)) == 2
    assert len(clusters(one, other, claims=another_day)) == 2


def test_two_of_one_document_are_never_joined() -> None:
    one = person("Farhod Nazarov", "d1", origin="TJ")
    other = replace(one, id="d1:another")
    assert clusters(one, other) == [["d1"], ["d1"]]
    third = person("Farhod Nazarov", "d2", origin="TJ")
    assert len(clusters(one, other, third)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Karim Nazarov", "Rustam Nazarov", id="brothers"),
        pytest.param("Каримов Рустам Назарович", "Каримов Назар Рустамович", id="father and son"),
        pytest.param("Рустам Назарович Каримов", "Рустам Рустамович Каримов", id="father and son of one name"),
        pytest.param("Zarif Nazarov", "Zarifa Nazarova", id="husband and wife"),
        pytest.param("Санат Рахматов", "Сынат Рахматова", id="gender of the surname"),
        pytest.param("F. Nazarov", "Farhod Nazarov", id="an initial"),
        pytest.param("Nazarov", "Farhod Nazarov", id="a surname alone"),
        pytest.param("Farhod Nazarov", "Farhod Nazarshoev", id="another surname"),
        pytest.param("Firuz Nazarov", "Firdavs Nazarov", id="given names that begin alike"),
    ],
)
def test_not_joined_even_with_the_same_origin(one: str, other: str) -> None:
    assert len(clusters(person(one, "d1", origin="TJ"), person(other, "d2", origin="TJ"))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Farhod Nazarov", "Nazarov Farhod", id="order"),
        pytest.param("Farhod Nazarov", "Фарҳод Назарович Назаров", id="patronymic present and absent"),
        pytest.param("Maksat Annaýew", "Максат Аннаев", id="Turkmen Latin"),
        pytest.param("Aliaksandr Karalevich", "Александр Королевич", id="akanne"),
    ],
)
def test_joined_with_the_same_origin(one: str, other: str) -> None:
    assert len(clusters(person(one, "d1", origin="TM"), person(other, "d2", origin="TM"))) == 1


def test_no_chain_through_one_who_could_be_either() -> None:
    """Of two namesakes of different states, a third of no known state is joined to none of them or one, never to both."""
    found = clusters(
        person("Farhod Nazarov", "d1", origin="TJ", affiliations=("Open Ground",)),
        person("Farhod Nazarov", "d2", affiliations=("Open Ground",)),
        person("Farhod Nazarov", "d3", origin="UZ", affiliations=("Open Ground",)),
    )
    assert ["d1", "d2", "d3"] not in found
    assert len(found) == 2


def test_who_only_speaks_is_joined_by_organisation_or_role() -> None:
    def speaker(document: str, name: str, organisation: str | None, role: str) -> Mention:
        return person(name, document, target=False, organisation=organisation, role=role)

    same_body = (
        speaker("d1", "Gulnora Rahmataliyeva", "Rights Now", "researcher"),
        speaker("d2", "Gulnora Rahmatalieva", "Rights Now", "official"),
    )
    same_role = (
        speaker("d1", "Gulnora Rahmataliyeva", None, "lawyer"),
        speaker("d2", "Gulnora Rahmatalieva", "Rights Now", "lawyer"),
    )
    neither = (
        speaker("d1", "Gulnora Rahmataliyeva", None, "lawyer"),
        speaker("d2", "Gulnora Rahmatalieva", "Rights Now", "official"),
    )
    assert len(clusters(*same_body)) == 1
    assert len(clusters(*same_role)) == 1
    assert len(clusters(*neither)) == 2


def test_a_role_is_not_enough_for_a_target() -> None:
    one, other = (
        person("Farhod Nazarov", "d1", role="blogger"),
        person("Farhod Nazarov", "d2", role="blogger", target=False),
    )
    assert len(clusters(one, other)) == 2


def test_unnamed_stay_by_themselves() -> None:
    found = resolve([group("four men", "d1", count=4), group("four men", "d2", count=4)], [])
    assert [(who.name, who.named, who.count, len(who.mentions)) for who in found.persons] == [
        ("four men", False, 4, 1)
    ] * 2


def test_what_a_person_bears() -> None:
    found = only(
        person(
            "Farhod Nazarov",
            "d1",
            origin="TJ",
            role="blogger",
            affiliations=("Open Ground",),
            forms=("Farhod Nazarov", "Nazarov"),
        ),
        person("Farhod Nazarov", "d2", origin="TJ", role="activist", target=False, organisation="Free Word"),
        person("Фарҳод Назаров", "d3", origin="TJ"),
    )
    assert found.name == "Farhod Nazarov"
    assert found.names == ("Farhod Nazarov", "Фарҳод Назаров", "Nazarov")
    assert found.roles == ("activist", "blogger")
    assert found.affiliations == ("Free Word", "Open Ground")
    assert found.target
    assert found.count is None


def test_the_name_is_the_fullest_then_the_most_frequent_then_the_first_told() -> None:
    def name_of(*names: str) -> str:
        mentions = [
            person(name, document, origin="TJ") for name, document in zip(names, ("d1", "d2", "d3"), strict=False)
        ]
        return only(*mentions).name

    assert name_of("Farhod Nazarov", "Farhod Ali Nazarov") == "Farhod Ali Nazarov"
    assert name_of("Farhod Nazarov", "Farkhod Nazarov", "Farkhod Nazarov") == "Farkhod Nazarov"
    assert name_of("Farhod Nazarov", "Фарҳод Каримович Назаров") == "Farhod Nazarov"


def test_because_says_why_each_was_joined() -> None:
    found = only(person("Farhod Nazarov", "d1", origin="TJ"), person("Фарҳод Назаров", "d2", origin="TJ"))
    assert found.because == (
        "«Фарҳод Назаров» (document d2) and «Farhod Nazarov» (document d1): the names fit, and same state of origin (TJ)",
    )


def test_one_mention_needs_no_reason() -> None:
    assert only(person("Farhod Nazarov", "d1")).because == ()


def test_id_stays_when_a_later_report_is_added() -> None:
    first, later = person("Farhod Nazarov", "d2", origin="TJ"), person("Farhod Nazarov", "d1", origin="TJ")
    published = {"d1": Edtf("2023"), "d2": Edtf("2022")}
    (before,) = resolve([first], [], published=published).persons
    (after,) = resolve([first, later], [], published=published).persons
    assert before.id == after.id
    assert after.mentions == (first.id, later.id)
