"""The pages of the demo: two real reports, as a reader meets them."""

import re
import shutil
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from starlette.testclient import TestClient

from amparo import pipeline, report
from amparo.casebook import Casebook
from amparo.report.told import told_in_order
from amparo.web.marking import shown

from .conftest import browser
from .markup import Seen, seen


def page(client: TestClient, address: str) -> Seen:
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return seen(answer.text)


def words(page: Seen, *, inside: str = "") -> str:
    return " ".join(page.text(inside=inside).split())


def person(book: Casebook, name: str) -> str:
    return next(row.person.id for row in book.cases.list() if row.person.name == name)


def test_every_internal_link_leads_somewhere_and_to_a_place_that_is_there(client: TestClient) -> None:
    pages: dict[str, Seen] = {}
    sought: defaultdict[str, set[str]] = defaultdict(set)
    ahead = ["/", "/search?q=Tajikistan", "/?host=RU"]
    while ahead:
        address = ahead.pop()
        pages[address] = page(client, address)
        for link in pages[address].links():
            if link.startswith(("/", "#")):
                other, place = urldefrag(link)
                other = other or address
                sought[other].add(place)
                if other not in pages and other not in ahead:
                    ahead.append(other)
            else:
                assert link.startswith(("https://", "http://")), link
    assert len(pages) > 10
    for address, places in sought.items():
        assert places - {""} <= set(pages[address].ids()), address


def test_no_id_stands_twice_on_a_page(client: TestClient, book: Casebook) -> None:
    addresses = ["/", "/search?q=Rahmon", *(f"/cases/{row.person.id}" for row in book.cases.list())]
    for address in [*addresses, *(f"/documents/{document.id}" for document in book.documents.all())]:
        ids = page(client, address).ids()
        assert len(ids) == len(set(ids)), address


def test_the_list_has_every_case(client: TestClient, book: Casebook) -> None:
    listed = page(client, "/")
    rows = book.cases.list()
    assert {f"/cases/{row.person.id}" for row in rows} <= set(listed.links())
    assert words(listed, inside="tally").startswith(f"{len(rows)} cases, the latest incident first")


@pytest.mark.parametrize(
    ("address", "filters"),
    [
        ("/?host=RU", {"host": "RU"}),
        ("/?host=russia", {"host": "RU"}),
        ("/?host=Россия&origin=&act=&text=", {"host": "RU"}),
        ("/?origin=TJ&host=Russia", {"origin": "TJ", "host": "RU"}),
        ("/?act=rendition", {"act": "rendition"}),
        ("/?text=Гадоев", {"text": "Gadoev"}),
        ("/?host=RU&text=nobodyofthatname", {"host": "RU", "text": "nobodyofthatname"}),
    ],
)
def test_filters_stand_in_the_address(
    client: TestClient, book: Casebook, address: str, filters: dict[str, str]
) -> None:
    fitting = {f"/cases/{row.person.id}" for row in book.cases.list(**filters)}
    listed = page(client, address)
    assert {link for link in listed.links() if link.startswith("/cases/")} == fitting
    assert ("No case fits" in listed.text()) == (not fitting)


@pytest.mark.parametrize(
    ("address", "field", "says"),
    [
        ("/?host=Narnia", "host", "No state has this name."),
        ("/?origin=Nowhere", "origin", "No state has this name."),
        ("/?act=extraditoin", "act", "extradition"),
    ],
)
def test_a_filter_that_cannot_be_read_is_said_beside_its_field(
    client: TestClient, address: str, field: str, says: str
) -> None:
    listed = page(client, address)
    entry = next(element for element in listed.elements if element.attributes.get("id") == field)
    assert entry.attributes["aria-invalid"] == "true"
    assert entry.attributes["aria-describedby"] == f"problem-{field}"
    assert says in words(listed, inside="problem")
    assert not [link for link in listed.links() if link.startswith("/cases/")]


def test_filters_are_kept_in_the_form(client: TestClient) -> None:
    listed = page(client, "/?host=Russia&text=two+words&act=rendition")
    values = {
        element.attributes["id"]: element.attributes["value"] for element in listed.elements if element.tag == "input"
    }
    chosen = [element.attributes["value"] for element in listed.elements if "selected" in element.attributes]
    assert (values, chosen) == ({"origin": "", "host": "Russia", "text": "two words"}, ["rendition"])


def test_a_casebook_without_cases_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "empty.amparo"
    Casebook.create(path, None, at=pipeline.now(), by="tester")
    with Casebook.open(path, None, write=False) as book:
        assert "amparo add" in words(page(browser(book), "/"))


def test_a_case_shows_each_incident_with_its_quotations_calls_law_and_sources(
    client: TestClient, book: Casebook
) -> None:
    for row in book.cases.list():
        lines = report.case_lines(pipeline.case(book, row.person))
        told = words(page(client, f"/cases/{row.person.id}"))
        assert lines.summary in told
        for entry in lines.timeline:
            assert f"{entry.number}. {entry.headline}" in told
            assert all(f"“{quote.words}”" in told for quote in entry.quotes)
            assert all(doubt in told for doubt in entry.inferred)
            assert all(line.norm in told for line in entry.law)
        assert all(call.demand in told for call in lines.calls)
        assert all(law.statement in told and law.verdict in told for law in lines.laws)
        assert all(window.what in told for window in lines.windows)
        assert all(source.sha256 in told for source in lines.sources)


def test_every_quotation_of_a_case_is_marked_in_its_document(client: TestClient, book: Casebook) -> None:
    row = next(row for row in book.cases.list() if row.person.name == "Izzat Amon")
    lines = report.case_lines(pipeline.case(book, row.person))
    quotes = [quote for entry in lines.timeline for quote in entry.quotes]
    linked = page(client, f"/cases/{row.person.id}").links()
    assert quotes
    for quote in quotes:
        assert f"/documents/{quote.document}#p-{quote.start}-{quote.end}" in linked
        document = book.documents.get(quote.document)
        assert document is not None
        html = client.get(f"/documents/{quote.document}").text
        _, _, after = html.partition(f'id="p-{quote.start}-{quote.end}"')
        text = unescape(re.sub("<[^>]*>", "", after.partition(">")[2]))
        assert text.startswith(shown(document.text[quote.start : quote.end]))


def test_what_binds_is_the_same_as_in_the_data(client: TestClient, book: Casebook) -> None:
    case = pipeline.case(book, next(one for one in book.cases.persons() if one.name == "Izzat Amon"))
    told = words(page(client, f"/cases/{case.person.id}"), inside="law-state")
    for _, findings in case.findings:
        for line in report.law_lines(findings):
            assert f"{line.state}, {line.on}" in told


def test_a_document_is_shown_whole_and_unaltered(client: TestClient, book: Casebook) -> None:
    for document in book.documents.all():
        assert page(client, f"/documents/{document.id}").text(inside="text") == shown(document.text)


def test_a_document_shows_every_claim_beside_its_text(client: TestClient, book: Casebook) -> None:
    for document in book.documents.all():
        extraction = book.documents.extraction(document.id)
        assert extraction is not None
        told = told_in_order(extraction)
        shown_page = page(client, f"/documents/{document.id}")
        assert [f"c-{number}" for number in range(1, len(told) + 1)] == [
            each for each in shown_page.ids() if re.fullmatch(r"c-\d+", each)
        ]
        places = {f"p-{passage.start}-{passage.end}" for one in told for passage in one.passages}
        assert places <= set(shown_page.ids())
        assert {f"#{place}" for place in places} <= set(shown_page.links())


def test_a_document_shows_its_source_and_custody(client: TestClient, book: Casebook) -> None:
    for document in book.documents.all():
        told = words(page(client, f"/documents/{document.id}"))
        source = book.sources.get(document.source)
        assert source is not None
        assert all(part in told for part in (source.sha256, document.text_sha256, source.media_type, document.reader))
        for entry in book.custody.entries(document.source):
            assert entry.chain in told
            assert f"by {entry.by}, with {entry.tool}" in told


def test_a_place_can_be_pointed_at(client: TestClient, book: Casebook) -> None:
    document = next(book.documents.all())
    found = page(client, f"/documents/{document.id}?at=3-9")
    assert found.text(inside="found") == document.text[3:9]
    assert "p-3-9" in found.ids()


@pytest.mark.parametrize("at", ["", "x", "9-3", "5-5", "0-99999999", "-1-5", "1-2-3", "٣-٩"])
def test_a_place_that_is_none_is_passed_over(client: TestClient, book: Casebook, at: str) -> None:
    document = next(book.documents.all())
    assert not [
        element
        for element in page(client, f"/documents/{document.id}?at={at}").elements
        if element.attributes.get("class") == "found"
    ]


@pytest.mark.parametrize("q", ["Gadoyev", "Гадоев", "gadoev"])
def test_a_search_finds_cases_and_documents_in_any_spelling(client: TestClient, book: Casebook, q: str) -> None:
    found = page(client, f"/search?q={q}")
    assert f"/cases/{person(book, 'Sharofiddin Gadoev')}" in found.links()
    hits = [link for link in found.links() if link.startswith("/documents/")]
    assert hits
    assert "Gadoev" in page(client, hits[0]).text(inside="found")


def test_a_search_that_finds_nothing_says_so(client: TestClient) -> None:
    assert "Nothing has all of these words." in page(client, "/search?q=xylophone").text()


@pytest.mark.parametrize("q", ["", "   ", '"', "*", "NEAR(", "a" * 5000, "%00", "%ff", "' OR 1=1 --", "AND OR NOT"])
def test_any_words_can_be_searched_for(client: TestClient, q: str) -> None:
    page(client, f"/search?q={q}")
    page(client, f"/?text={q}")


@pytest.mark.parametrize(
    "address", ["/cases/0000000000000000", "/documents/0000000000000000", "/nowhere", "/cases/", "/cases/a/b"]
)
def test_what_is_not_there_is_a_page_that_leads_back(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    problem = seen(answer.text)
    assert "There is no" in problem.text()
    assert "/" in problem.links()


def test_who_only_speaks_has_no_case(client: TestClient, book: Casebook) -> None:
    speaker = next(one for one in book.cases.persons(targets_only=False) if not one.target)
    assert client.get(f"/cases/{speaker.id}").status_code == 404


def test_a_fault_of_our_own_is_a_page_without_its_inside(demo: Path) -> None:
    with Casebook.open(demo, None, write=False) as book:
        client = browser(book)
    answer = client.get("/")  # of a casebook that is closed by now
    assert answer.status_code == 500
    assert "Something in Amparo went wrong here." in seen(answer.text).text()
    assert not re.search(r"Traceback|File \"|Error|sqlalchemy|\.py", answer.text)
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_casebook_that_is_damaged_under_way_is_said_in_words(demo: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(demo, tmp_path / "damaged.amparo"))
    with Casebook.open(path, None, write=False) as book:
        client = browser(book)
        size = path.stat().st_size
        with path.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * (size - 4096))
        answer = client.get("/")
    assert answer.status_code == 503
    assert "is damaged" in seen(answer.text).text()


def test_what_is_added_meanwhile_is_seen(demo: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(demo, tmp_path / "growing.amparo"))
    report_file = tmp_path / "report.txt"
    report_file.write_text(
        "Exiled journalist Oybek Namunaev was detained in Warsaw on 3 May 2024, his lawyer said.", "utf-8"
    )
    with Casebook.open(path, None, write=False) as reading:
        client = browser(reading)
        assert "Namunaev" not in page(client, "/").text()
        with Casebook.open(path, None) as writing:
            list(pipeline.add(writing, [report_file], by="tester"))
        assert "Namunaev" in page(client, "/").text()


def test_pages_asked_for_at_once_are_the_same_as_one_by_one(client: TestClient, book: Casebook) -> None:
    addresses = ["/", "/search?q=Rahmon", *(f"/cases/{row.person.id}" for row in book.cases.list())]
    alone = [client.get(address).text for address in addresses]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda address: client.get(address).text, addresses * 3)) == alone * 3
