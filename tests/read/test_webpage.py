"""Saved pages."""

from tests.read.files import ENGLISH, RUSSIAN, article, page

from amparo.model import Cause, Edtf, Fault
from amparo.read.reading import Readout
from amparo.read.webpage import LIMIT, read_out, visible_text

HEADLINE = "A headline of the report"


def _read(content: bytes) -> Readout:
    readout = read_out(content, "x.html")
    assert isinstance(readout, Readout), readout
    return readout


def test_the_article_is_read_without_the_furniture_and_under_its_headline() -> None:
    readout = _read(page(article(ENGLISH, RUSSIAN, ENGLISH)))
    assert readout.text == f"{HEADLINE}\n\n{ENGLISH}\n\n{RUSSIAN}\n\n{ENGLISH}"
    assert readout.title == HEADLINE
    assert readout.faults == ()


def test_metadata_come_with_it() -> None:
    head = '<meta property="article:published_time" content="2024-04-16T10:00Z"><meta property="og:site_name" content="Paper">'
    readout = _read(page(article(ENGLISH, ENGLISH, ENGLISH), head))
    assert (readout.published, readout.publisher) == (Edtf("2024-04-16"), "Paper")


def test_a_short_article_is_read_without_the_menu() -> None:
    assert _read(page(article("He was released."))).text == f"{HEADLINE}\n\nHe was released."


def test_the_declared_encoding_is_used() -> None:
    for label, encoding in (("windows-1251", "cp1251"), ("koi8-r", "koi8-r"), ("utf-8", "utf-8")):
        content = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={label}"></head>'.encode()
        content += f"<body>{article(RUSSIAN, RUSSIAN, RUSSIAN)}</body></html>".replace("©", "").encode(encoding)
        assert RUSSIAN in _read(content).text


def test_pages_in_utf16_and_xhtml() -> None:
    markup = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{article(RUSSIAN, ENGLISH, RUSSIAN)}</body></html>'
    assert RUSSIAN in _read(markup.encode("utf-16")).text
    assert RUSSIAN in _read(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n{markup}'.encode()).text


def test_a_page_without_article_is_a_fault() -> None:
    menu = "<ul>" + "".join(f"<li><a href=/{n}>Section number {n}</a></li>" for n in range(40)) + "</ul>"
    for content in (page(""), page(menu), page("<script>app()</script>"), b"<html>", b"<html><!-- "):
        readout = read_out(content, "x.html")
        assert isinstance(readout, Fault)
        assert readout.cause == Cause.NO_TEXT


def test_too_large_a_page_is_a_fault() -> None:
    readout = read_out(b"<html>" + b" " * LIMIT, "x.html")
    assert isinstance(readout, Fault)
    assert readout.cause == Cause.TOO_LARGE


def test_a_page_nested_too_deep_says_that_text_may_be_missing() -> None:
    readout = _read(page(article(ENGLISH, ENGLISH, ENGLISH) + "<div>" * 5000 + "deep"))
    assert [fault.cause for fault in readout.faults] == [Cause.DAMAGED]
    assert ENGLISH in readout.text


def test_entities_of_the_file_system_are_not_resolved() -> None:
    content = b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>A &x; B</p></body></html>'
    readout = read_out(content, "x.html")
    assert "root:" not in str(readout)


def test_visible_text_leaves_nothing_out() -> None:
    assert (
        visible_text("<div>Dear all,<br>please read</div><footer>Unsubscribe</footer>")
        == "Dear all,\nplease read\n\nUnsubscribe"
    )
    assert visible_text("") == ""
