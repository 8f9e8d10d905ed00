from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import strategies

from amparo.casebook import Casebook
from amparo.model import Document, Passage, Source

from .stories import next_line, put, story

ONE_CASEBOOK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def source_of(document: Document) -> tuple[Source, bytes]:
    """Bytes that are the document's own text."""
    content = document.text.encode()
    record = story("x", "x").source
    return replace(record, sha256=document.source, size=len(content)), content


@ONE_CASEBOOK
@given(data=st.data())
def test_document_and_extraction_come_back_as_they_were_put(lasting: Casebook, data: st.DataObject) -> None:
    document = data.draw(strategies.documents())
    extraction = data.draw(strategies.extractions(document))
    lasting.sources.put(*source_of(document))

    lasting.documents.put(document, extraction, blocks={mention.id: "b" for mention in extraction.mentions})

    assert lasting.documents.get(document.id) == document
    assert lasting.documents.extraction(document.id) == extraction


@ONE_CASEBOOK
@given(data=st.data())
def test_putting_a_document_again_leaves_nothing_of_the_first_time(lasting: Casebook, data: st.DataObject) -> None:
    document = data.draw(strategies.documents())
    first, second = (data.draw(strategies.extractions(document)) for _ in range(2))
    lasting.sources.put(*source_of(document))
    for extraction in (first, second):
        lasting.documents.put(document, extraction, blocks={mention.id: "b" for mention in extraction.mentions})

    assert lasting.documents.extraction(document.id) == second
    assert [problem for problem in lasting.verify() if "custody" not in problem] == []


def test_every_slot_keeps_its_own_passages(book: Casebook) -> None:
    told = story("Davron Mirzoev was detained in Moscow.", "Davron Mirzoev")
    claim = told.extraction.claims[0]
    assert claim.host is not None
    moscow = told.document.cite(31, 37)
    detained = told.document.cite(19, 27)
    sharper = replace(
        claim, host=replace(claim.host, passages=(moscow,)), act=replace(claim.act, passages=(detained, moscow))
    )
    put(book, replace(told, extraction=replace(told.extraction, claims=(sharper,))))

    (stored,) = book.cases.claims([claim.id])

    assert stored.host is not None
    assert [passage.exact for passage in stored.host.passages] == ["Moscow"]
    assert [passage.exact for passage in stored.act.passages] == ["detained", "Moscow"]


def test_put_names_the_blocks_before_and_after_and_drops_their_persons(book: Casebook) -> None:
    told = story("Davron Mirzoev was detained.", "Davron Mirzoev", block="before")
    put(book, told)
    (mention,) = told.extraction.mentions

    stale = book.documents.put(told.document, told.extraction, blocks={mention.id: "after"})

    assert stale == {"before", "after"}
    assert book.documents.blocks(told.document.id) == {"after"}
    assert book.cases.persons() == ()
    assert book.verify() == ()


def test_unknown_document_is_none(book: Casebook) -> None:
    assert book.documents.get("0" * 16) is None
    assert book.documents.extraction("0" * 16) is None
    assert book.documents.blocks("0" * 16) == frozenset()


def test_has_tells_whether_a_source_was_read(book: Casebook) -> None:
    read, unread = story("Davron Mirzoev", "Davron Mirzoev"), story("Another text", "Another")
    put(book, read)
    book.sources.put(unread.source, unread.content)

    assert book.documents.has(read.source.sha256)
    assert not book.documents.has(unread.source.sha256)


def test_all_gives_every_document_though_they_are_replaced_meanwhile(book: Casebook) -> None:
    told = [story(f"Davron Mirzoev, report {number}", "Davron Mirzoev", block=str(number)) for number in range(5)]
    put(book, *told)
    by_id = {each.document.id: each for each in told}

    seen = []
    for document in book.documents.all():
        again = by_id[document.id]
        book.documents.put(replace(document, title="new"), again.extraction, blocks=again.blocks)
        seen.append(document.id)

    assert seen == sorted(by_id)
    assert {document.title for document in book.documents.all()} == {"new"}


def false_passage(passage: Passage) -> Passage:
    """A passage that its document does not say there."""
    return replace(passage, exact=passage.exact + "!")


def test_what_the_text_does_not_say_is_refused_and_nothing_stored(book: Casebook) -> None:
    told = story("Davron Mirzoev was detained.", "Davron Mirzoev")
    book.sources.put(told.source, told.content)
    claim = told.extraction.claims[0]
    whole = claim.passages[0]
    wrong = {
        "quotes": replace(claim, passages=(false_passage(whole),)),
        "without a passage": replace(claim, passages=()),
        "has a value without": replace(claim, act=replace(claim.act, passages=())),
        "is of document other": replace(claim, document="other"),
        "its document does not say": replace(claim, act=replace(claim.act, passages=(replace(whole, document="o"),))),
    }
    for message, bad in wrong.items():
        with pytest.raises(ValueError, match=message):
            book.documents.put(told.document, replace(told.extraction, claims=(bad,)), blocks=told.blocks)
    assert list(book.documents.all()) == []


def test_a_text_that_is_not_the_hashed_one_is_refused(book: Casebook) -> None:
    told = story("Davron Mirzoev was detained.", "Davron Mirzoev")
    book.sources.put(told.source, told.content)
    with pytest.raises(ValueError, match="not the one that was hashed"):
        book.documents.put(replace(told.document, text="x"), told.extraction, blocks=told.blocks)


def test_an_extraction_of_another_document_is_refused(book: Casebook) -> None:
    told, other = story("Davron Mirzoev", "Davron Mirzoev"), story("Another text", "Another")
    book.sources.put(told.source, told.content)
    with pytest.raises(ValueError, match="the extraction is of document"):
        book.documents.put(told.document, other.extraction, blocks=other.blocks)


def test_a_document_without_its_source_is_refused(book: Casebook) -> None:
    told = story("Davron Mirzoev", "Davron Mirzoev")
    with pytest.raises(ValueError, match="does not fit what is stored"):
        book.documents.put(told.document, told.extraction, blocks=told.blocks)
    assert book.search("Mirzoev") == ()


def test_a_mention_without_a_block_is_refused_and_nothing_stored(book: Casebook) -> None:
    told = story("Davron Mirzoev", "Davron Mirzoev")
    book.sources.put(told.source, told.content)
    with pytest.raises(KeyError):
        book.documents.put(told.document, told.extraction, blocks={})
    assert not book.documents.has(told.source.sha256)


def test_clear_derived_keeps_what_nobody_can_compute(book: Casebook) -> None:
    told = story("Davron Mirzoev was detained.", "Davron Mirzoev")
    put(book, told)

    book.clear_derived()

    assert [each.sha256 for each in book.sources.all()] == [told.source.sha256]
    assert book.sources.content(told.source.sha256) == told.content
    assert [each.number for each in book.custody.entries()] == [1]
    assert list(book.documents.all()) == []
    assert book.cases.persons(targets_only=False) == ()
    assert book.resolutions.blocks() == frozenset()
    assert book.search("Mirzoev") == ()
    assert book.verify() == ()
    put_again = next_line(book, told.source.sha256, note="again")
    book.custody.log(put_again)
    book.documents.put(told.document, told.extraction, blocks=told.blocks)
    assert book.documents.extraction(told.document.id) == told.extraction
