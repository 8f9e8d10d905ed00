"""A document written to harm whoever reads it: everything in it is shown as text."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.testclient import TestClient
from tests.casebook.stories import put, story

from amparo import pipeline
from amparo.casebook import Casebook
from amparo.model import Contradiction, Reading, stable_id
from amparo.report import LawLine
from amparo.web.marking import shown
from amparo.web.pages import LawItem
from amparo.web.rendering import environment

from .conftest import browser
from .markup import Seen, seen

NAME = 'Testov"><img src=x onerror=alert(1)>\u202egnp.exe'
TITLE = "</title><script>alert(2)</script>\u2066{{ 7 * 7 }}"
TEXT = (
    "<script>alert(3)</script></mark></div></section><style>*{display:none}</style>\n"
    f"<a href='javascript:alert(4)' onclick=alert(5)>{NAME}</a> was &lt;held&gt; &amp; \u202ereversed\u202c.\n"
    "<base href=//evil.example><!-- {% raw %} ]]> \x1b[2J " + "<b>" * 10_000
)
OURS = {
    "html", "head", "meta", "title", "link", "body", "a", "header", "img", "span", "nav", "main", "footer", "p", "article", "h1", "h2",
    "h3", "ul", "ol", "li", "section", "div", "dl", "dt", "dd", "blockquote", "details", "summary", "strong", "mark", "code", "form",
    "label", "input", "select", "option", "datalist", "button", "br",
}  # fmt: skip


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    """A casebook with one hostile report, in which accounts differ, too, in hostile words."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.amparo"
    Casebook.create(path, None, at=pipeline.now(), by="tester")
    made = story(TEXT, NAME, date="2024-05-03", title=TITLE, published="2024-05-06")
    source = replace(made.source, name="<img src=x>.txt")
    document = replace(made.document, publisher="<script>alert(6)</script>", language='en" onload="alert(7)')
    claim = made.extraction.claims[0]
    (block, resolution), *_ = made.resolutions.items()
    differing = Contradiction(
        slot="<b>date",
        readings=(
            Reading(value="2024-05-03", claims=(claim.id,)),
            Reading(value="<script>alert(8)</script>", claims=(claim.id,)),
        ),
    )
    incident = replace(resolution.incidents[0], contradictions=(differing,))
    person = replace(resolution.persons[0], affiliations=("<iframe src=//evil.example>",))
    with Casebook.open(path, None) as opened:
        put(
            opened,
            replace(
                made,
                source=source,
                document=document,
                resolutions={block: replace(resolution, persons=(person,), incidents=(incident,))},
            ),
        )
        yield opened


@pytest.fixture
def reader(book: Casebook) -> TestClient:
    return browser(book)


def pages(book: Casebook) -> list[str]:
    document = next(book.documents.all())
    mention = stable_id("mention", document.id, NAME)
    return [
        "/",
        f"/cases/{stable_id('person', mention)}",
        f"/documents/{document.id}",
        "/search?q=Testov",
        "/search?q=<script>alert(9)</script>\u202e",
        "/?text=\"><script>alert(9)</script>&host='><img src=x onerror=alert(9)>&act=<script>",
        "/cases/<script>alert(9)<%2Fscript>",
    ]


def test_no_element_attribute_or_link_is_made_of_it(book: Casebook, reader: TestClient) -> None:
    for address in pages(book):
        page = seen(reader.get(address).text)
        assert {element.tag for element in page.elements} <= OURS, address
        for element in page.elements:
            assert not [name for name in element.attributes if name.startswith("on") or name == "style"]
            assert element.attributes.get("src", "/static/amparo.svg") == "/static/amparo.svg"
            assert re.match(r"[/#]|https?://", element.attributes.get("href", "/"))
            assert "evil" not in element.attributes.get("href", "")


def test_nothing_acts_on_the_screen(book: Casebook, reader: TestClient) -> None:
    for address in pages(book):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", reader.get(address).text), address


def test_it_is_shown_as_it_is(book: Casebook, reader: TestClient) -> None:
    _, case, document, search, *_ = (seen(reader.get(address).text) for address in pages(book))
    assert document.text(inside="text") == shown(TEXT)
    assert "‹U+202E›reversed‹U+202C›" in document.text(inside="text")
    assert "{{ 7 * 7 }}" in _words(document)
    for page in (case, document, search):
        assert 'Testov"><img src=x onerror=alert(1)>‹U+202E›gnp.exe' in _words(page)


def test_accounts_that_differ_stand_side_by_side(book: Casebook, reader: TestClient) -> None:
    page = seen(reader.get(pages(book)[1]).text)
    told = " ".join(page.text(inside="difference").split())
    assert told == (
        "The reports differ on the <b>date; nobody has settled it. 2024-05-03 [1] <script>alert(8)</script> [1]"
    )
    assert "#source-1" in page.links()


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://treaties.example/view?a=1&b=2", True),
        ("http://treaties.example/", True),
        ("javascript:alert(1)//https://", False),
        ("data:text/html,<script>alert(1)</script>", False),
        (" https://treaties.example/", False),
        ("//evil.example/", False),
    ],
)
def test_only_web_addresses_become_links(url: str, linked: bool) -> None:
    line = LawLine(
        norm="A treaty", state="Lithuania", on="in 2024", outcome="bound", rule="", because=(), reservation="",
        source_url=url, caution="", as_of="", risk=False,
    )  # fmt: skip
    module = environment().get_template("parts.html.j2").module
    page = seen(module.law_items([LawItem(line=line, outcome="bound")]))  # type: ignore[attr-defined]
    assert page.links() == ([url] if linked else [])
    assert url.strip() in page.text()
    assert all(
        element.attributes["rel"] == "external noopener noreferrer" for element in page.elements if element.tag == "a"
    )


def _words(page: Seen) -> str:
    return " ".join(page.text().split())
