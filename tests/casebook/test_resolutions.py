from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import strategies

from amparo.casebook import Casebook
from amparo.model import Edtf, Resolution

from .stories import put, resolve, story


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_resolution_comes_back_as_it_was_put(lasting: Casebook, data: st.DataObject) -> None:
    lasting.clear_derived()
    document = data.draw(strategies.documents())
    extraction = data.draw(strategies.extractions(document))
    resolution = data.draw(strategies.resolutions(extraction))
    source = replace(story("x", "x").source, sha256=document.source, size=len(document.text.encode()))
    lasting.sources.put(source, document.text.encode())
    lasting.documents.put(document, extraction, blocks={mention.id: "b" for mention in extraction.mentions})

    lasting.resolutions.put(resolution, blocks=["b"], step="resolve 1")

    assert lasting.resolutions.get("b") == resolution
    for person in resolution.persons:
        assert lasting.cases.person(person.id) == person
        told = tuple(incident for incident in resolution.incidents if incident.person == person.id)
        assert lasting.cases.incidents(person.id) == told


def test_contents_of_blocks_are_their_mentions_with_all_claims_on_them(book: Casebook) -> None:
    first = story("Davron Mirzoev was detained.", "Davron Mirzoev", block="a", published="2024-05")
    second = story("Mirzoev is free.", "Mirzoev", act="release", block="a")
    third = story("Somebody else was detained.", "Somebody else", block="c")
    put(book, first, second, third)

    contents = book.resolutions.contents(["a"])

    assert {each.id for each in contents.mentions} == {s.extraction.mentions[0].id for s in (first, second)}
    assert {each.id: each for each in contents.claims} == {
        s.extraction.claims[0].id: s.extraction.claims[0] for s in (first, second)
    }
    assert contents.published == {first.document.id: Edtf("2024-05"), second.document.id: None}
    assert book.resolutions.blocks() == {"a", "c"}


def test_no_blocks_have_no_contents(book: Casebook) -> None:
    put(book, story("Davron Mirzoev was detained.", "Davron Mirzoev"))
    contents = book.resolutions.contents([])
    assert (contents.mentions, contents.claims, contents.published) == ((), (), {})


def test_a_resolution_replaces_that_of_its_block_only(book: Casebook) -> None:
    first = story("Davron Mirzoev was detained.", "Davron Mirzoev", block="a")
    second = story("Somebody else was detained.", "Somebody else", block="c")
    put(book, first, second)

    book.resolutions.put(Resolution(), blocks=["a"], step="resolve 2")

    assert [person.name for person in book.cases.persons()] == ["Somebody else"]
    assert [row.person.name for row in book.cases.list(text="detained")] == ["Somebody else"]


def test_an_incident_of_an_unknown_person_is_refused_and_the_former_stays(book: Casebook) -> None:
    told = story("Davron Mirzoev was detained.", "Davron Mirzoev")
    put(book, told)
    mention, claim = told.extraction.mentions[0], told.extraction.claims[0]
    good = resolve(mention, claim)
    bad = replace(good, incidents=(replace(good.incidents[0], person="nobody"),))

    with pytest.raises(ValueError, match="FOREIGN KEY"):
        book.resolutions.put(bad, blocks=["block"], step="resolve 1")

    assert book.resolutions.get("block") == good


def test_a_person_of_another_block_is_refused(book: Casebook) -> None:
    first = story("Davron Mirzoev was detained.", "Davron Mirzoev", block="a")
    second = story("Somebody else was detained.", "Somebody else", block="c")
    put(book, first, second)
    with pytest.raises(ValueError, match="has no mention in the blocks"):
        book.resolutions.put(second.resolutions["c"], blocks=["a"], step="resolve 1")
    assert book.resolutions.get("a") == first.resolutions["a"]


def test_several_blocks_are_resolved_at_once(book: Casebook) -> None:
    stories = [story(f"Davron Mirzoev {n} was detained.", "Davron Mirzoev", block=str(n)) for n in range(3)]
    put(book, *stories)
    together = [each.resolutions[str(n)] for n, each in enumerate(stories)]
    book.clear_derived()
    for each in stories:
        book.documents.put(each.document, each.extraction, blocks=each.blocks)

    book.resolutions.put(
        Resolution(
            persons=tuple(person for each in together for person in each.persons),
            incidents=tuple(incident for each in together for incident in each.incidents),
        ),
        blocks=book.resolutions.blocks(),
        step="resolve 1",
    )

    assert [book.resolutions.get(str(n)) for n in range(3)] == together
