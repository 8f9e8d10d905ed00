"""Markup to paragraphs."""

import pytest
from lxml import html  # type: ignore[import-untyped]

from amparo.read.blocks import text_of


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One <b>bold</b>\n word</p><p>Two</p>", "One bold word\n\nTwo"),
        ("<div>Before<p>in</p>after</div>", "Before\n\nin\n\nafter"),
        ("<p>A line<br>another<br/>third</p>", "A line\nanother\nthird"),
        ("<ul><li>a<li>b</ul>", "a\n\nb"),
        ("<table><tr><th>Name<th>Day<tr><td>One<td>2</table>", "Name\tDay\n\nOne\t2"),
        ("<p>no\u00a0break &amp; entity</p>", "no\u00a0break & entity"),
        ("<p>seen<script>var x = 'no'</script> too</p><style>p {}</style>", "seen too"),
        ("<p>seen<span style='display: none'>not</span>.</p><p hidden>not</p>", "seen."),
        ("<p>  </p><p></p>", ""),
    ],
)
def test_text_of(markup: str, text: str) -> None:
    assert text_of(html.document_fromstring(f"<body>{markup}</body>")) == text


def test_a_deep_tree_does_not_recurse() -> None:
    tree = html.document_fromstring("<div>" * 1500 + "deep" + "</div>" * 1500, parser=html.HTMLParser(huge_tree=True))
    assert text_of(tree) == "deep"
