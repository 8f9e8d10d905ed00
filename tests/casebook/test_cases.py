from dataclasses import replace

import pytest
from sqlalchemy import event

from amparo.casebook import Casebook
from amparo.model import Edtf, Resolution

from .stories import Story, put, resolve, story


@pytest.fixture
def told(book: Casebook) -> tuple[Story, ...]:
    """Three people in three reports."""
    stories = (
        story("Davron Mirzoev was detained in Moscow.", "Davron Mirzoev", block="m", date="2021-03"),
        story("Зафар Қодиров was handed over.", "Зафар Қодиров", act="extradition", host="TR", block="q", date="2023"),
        story(
            "Sabri İnandır was taken in Poland or Lithuania.",
            "Sabri İnandır",
            act="rendition",
            host=None,
            hosts_any=("LT", "PL"),
            origin="TR",
            block="i",
        ),
    )
    put(book, *stories)
    return stories


def named(book: Casebook, **asked: str) -> list[str]:
    """The names in the list of cases."""
    return [row.person.name for row in book.cases.list(**asked)]


def test_the_list_has_the_latest_case_first_and_undated_ones_last(book: Casebook, told: tuple[Story, ...]) -> None:
    assert named(book) == ["Зафар Қодиров", "Davron Mirzoev", "Sabri İnandır"]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"host": "RU"}, ["Davron Mirzoev"]),
        ({"host": "PL"}, ["Sabri İnandır"]),
        ({"act": "extradition"}, ["Зафар Қодиров"]),
        ({"origin": "TJ"}, ["Зафар Қодиров", "Davron Mirzoev"]),
        ({"origin": "TJ", "host": "TR"}, ["Зафар Қодиров"]),
        ({"act": "detention", "host": "TR"}, []),
        ({"text": "qodirov"}, ["Зафар Қодиров"]),
        ({"text": "INANDIR"}, ["Sabri İnandır"]),
        ({"text": "Mirzoyev"}, ["Davron Mirzoev"]),
        ({"text": "Мирзоева"}, ["Davron Mirzoev"]),
        ({"text": "detained moscow"}, ["Davron Mirzoev"]),
        ({"text": "detained", "host": "TR"}, []),
        ({"text": "***"}, []),
        ({"text": " "}, ["Зафар Қодиров", "Davron Mirzoev", "Sabri İnandır"]),
    ],
)
def test_the_list_is_narrowed(book: Casebook, told: tuple[Story, ...], asked: dict[str, str], names: list[str]) -> None:
    assert named(book, **asked) == names


def test_a_line_of_the_list_sums_up_its_case(book: Casebook) -> None:
    first = story("Davron Mirzoev was detained.", "Davron Mirzoev", date="2021-03", block="m")
    second = story(
        "Davron Mirzoev was sent back.", "Davron Mirzoev", act="deportation", host="TR", date="2020~", block="m"
    )
    put(book, first, second)
    one, other = (each.extraction.mentions[0] for each in (first, second))
    person = replace(resolve(one).persons[0], mentions=(one.id, other.id))
    joined = Resolution(
        persons=(person,),
        incidents=resolve(one, first.extraction.claims[0], second.extraction.claims[0]).incidents,
    )
    book.resolutions.put(joined, blocks=["m"], step="resolve 1")

    (row,) = book.cases.list()

    assert row.person == person
    assert (row.incidents, row.documents) == (2, 2)
    assert (row.first, row.last) == (Edtf("2020~"), Edtf("2021-03"))
    assert row.acts == ("deportation", "detention")
    assert row.hosts == ("RU", "TR")


def test_a_person_without_incidents_is_listed_and_a_bystander_is_not(book: Casebook) -> None:
    told = story("Davron Mirzoev spoke to a lawyer.", "Davron Mirzoev")
    put(book, told)
    mention = told.extraction.mentions[0]
    book.resolutions.put(resolve(mention), blocks=["block"], step="resolve 1")
    (row,) = book.cases.list()
    assert (row.incidents, row.first, row.last, row.acts, row.hosts, row.documents) == (0, None, None, (), (), 1)

    book.resolutions.put(resolve(replace(mention, target=False)), blocks=["block"], step="resolve 1")

    assert book.cases.list() == ()
    assert book.cases.persons() == ()
    assert len(book.cases.persons(targets_only=False)) == 1


def test_origin_may_be_that_of_the_person_alone(book: Casebook) -> None:
    told = story("Davron Mirzoev was detained.", "Davron Mirzoev", origin=None)
    put(book, told)
    mention, claim = told.extraction.mentions[0], told.extraction.claims[0]
    book.resolutions.put(resolve(mention, claim, origin="UZ"), blocks=["block"], step="resolve 1")
    assert named(book, origin="UZ") == ["Davron Mirzoev"]
    assert named(book, origin="UZ", host="RU") == ["Davron Mirzoev"]
    assert named(book, origin="UZ", host="TR") == []


def test_the_list_takes_the_same_number_of_statements_for_any_number_of_cases(book: Casebook) -> None:
    def statements() -> int:
        seen: list[str] = []

        def note(_: object, __: object, statement: str, *___: object) -> None:
            seen.append(statement)

        event.listen(book._connection, "before_cursor_execute", note)
        book.cases.list()
        event.remove(book._connection, "before_cursor_execute", note)
        return len(seen)

    put(book, story("Davron Mirzoev was detained.", "Davron Mirzoev", block="0"))
    few = statements()
    put(book, *(story(f"Davron Mirzoev {n} was detained.", "Davron Mirzoev", block=str(n)) for n in range(1, 20)))
    assert statements() == few


@pytest.mark.parametrize("name", ["Қодиров", "qodirov zafar", "Zafar", "ЗАФАР"])
def test_persons_are_found_by_name_in_any_script(book: Casebook, told: tuple[Story, ...], name: str) -> None:
    assert [person.name for person in book.cases.called(name)] == ["Зафар Қодиров"]


@pytest.mark.parametrize("name", ["handed", "", "zafar mirzoev", "nobody"])
def test_what_is_no_name_names_nobody(book: Casebook, told: tuple[Story, ...], name: str) -> None:
    assert book.cases.called(name) == ()


def test_records_come_in_the_order_asked_for_and_unknown_ids_are_passed_over(
    book: Casebook, told: tuple[Story, ...]
) -> None:
    claims = [each.extraction.claims[0] for each in told]
    mentions = [each.extraction.mentions[0] for each in told]
    for order in (claims, claims[::-1]):
        assert list(book.cases.claims(["unknown", *(each.id for each in order)])) == order
    for turn in (mentions, mentions[::-1]):
        assert list(book.cases.mentions(["unknown", *(each.id for each in turn)])) == turn
    assert book.cases.claims([]) == ()
    assert book.cases.person("unknown") is None


def test_laws_calls_and_windows_of_documents(book: Casebook, told: tuple[Story, ...]) -> None:
    one, _, other = told
    documents = sorted((one, other), key=lambda each: each.document.id)
    ids = [each.document.id for each in documents]
    assert book.cases.laws(ids) == tuple(each.extraction.laws[0] for each in documents)
    assert book.cases.calls(ids) == tuple(each.extraction.calls[0] for each in documents)
    assert book.cases.windows(ids) == tuple(each.extraction.windows[0] for each in documents)


def test_persons_in_documents(book: Casebook, told: tuple[Story, ...]) -> None:
    found = book.cases.persons_in([told[0].document.id, told[1].document.id])
    assert {person.name for person in found} == {"Davron Mirzoev", "Зафар Қодиров"}
