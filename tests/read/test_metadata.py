"""What pages say of themselves, and what they do not say."""

import json
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]

from amparo.read import metadata


def _tree(head: str, body: str = "<p>text</p>") -> Any:
    return html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")


def _json(value: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        ('<meta property="article:published_time" content="2024-04-16T23:30:00+05:00">', "", "2024-04-16"),
        ('<meta name="DC.date.issued" content="2024-04">', "", "2024-04"),
        ('<meta name="citation_publication_date" content="2024/4/6">', "", "2024-04-06"),
        ('<meta name="pubdate" content="20240416T101010">', "", "2024-04-16"),
        ('<meta name="date" content="Tue, 16 Apr 2024 23:30:00 -0800">', "", "2024-04-16"),
        ('<meta itemprop="datePublished" content="2024">', "", "2024"),
        (_json({"@type": "NewsArticle", "datePublished": "2024-04-16T08:00:00Z"}), "", "2024-04-16"),
        (
            _json({"@graph": [{"@type": "WebSite"}, {"@type": ["Report"], "datePublished": "2024-04-16"}]}),
            "",
            "2024-04-16",
        ),
        ("", '<time datetime="2024-04-16" itemprop="datePublished">', "2024-04-16"),
        ("", '<time datetime="2024-04-16 10:00">16 April</time><time datetime="2024-04-16">again</time>', "2024-04-16"),
        ("", '<time datetime="2024-04-16">x</time><time class="updated" datetime="2024-05-01">y</time>', "2024-04-16"),
    ],
)
def test_the_day_of_publication_is_taken_as_marked_up(head: str, body: str, date: str) -> None:
    found = metadata.published(_tree(head, body))
    assert found is not None
    assert found.value == date


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", "<p>© 2031</p><p>Updated 3 May 2024</p>"),
        ('<meta property="article:modified_time" content="2024-05-01">', ""),
        ('<meta property="article:published_time" content="1970-01-01T00:00:00Z">', ""),
        ('<meta property="article:published_time" content="2024-13-01">', ""),
        ('<meta property="article:published_time" content="16 April 2024">', ""),
        ('<link rel="canonical" href="https://news.example/2024/04/16/x">', ""),
        (
            _json({"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2024-04-16"}]}),
            "",
        ),
        ("", '<time datetime="2024-04-16">this</time><time datetime="2024-04-17">another story</time>'),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", ""),
        ('<script type="application/ld+json">{broken</script>', ""),
    ],
)
def test_a_date_that_is_not_marked_up_is_not_made_up(head: str, body: str) -> None:
    assert metadata.published(_tree(head, body)) is None


def test_days_that_disagree_in_one_kind_of_markup_decide_nothing() -> None:
    twice = "".join(f'<meta property="article:published_time" content="2024-04-{day}">' for day in (16, 17))
    assert metadata.published(_tree(twice + '<meta name="date" content="2024-04-16">')) is None


def test_the_most_exact_markup_decides() -> None:
    head = '<meta name="date" content="2024-05-01"><meta property="article:published_time" content="2024-04-16">'
    found = metadata.published(_tree(head))
    assert found is not None
    assert found.value == "2024-04-16"


def test_title_and_publisher_as_stated() -> None:
    head = (
        '<title>Headline | Site</title><meta property="og:title" content="  The\n headline ">'
        '<meta property="article:publisher" content="https://social.example/site"><meta property="og:site_name" content="The Site">'
    )
    assert metadata.title(_tree(head)) == "The headline"
    assert metadata.publisher(_tree(head)) == "The Site"


def test_title_and_publisher_of_the_article_described_in_json() -> None:
    head = _json(
        {"@type": "NewsArticle", "headline": "The headline", "publisher": {"@type": "Organization", "name": "Paper"}}
    )
    assert metadata.title(_tree(head)) == "The headline"
    assert metadata.publisher(_tree(head)) == "Paper"


def test_a_title_that_is_not_stated_is_the_only_heading_else_that_of_the_window() -> None:
    assert metadata.title(_tree("<title>Window</title>", "<h1>Only <i>one</i></h1>")) == "Only one"
    assert metadata.title(_tree("<title>Window</title>", "<h1>One</h1><h1>Two</h1>")) == "Window"
    assert metadata.title(_tree("")) is None
    assert metadata.publisher(_tree("")) is None
