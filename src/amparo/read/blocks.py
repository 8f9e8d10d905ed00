"""A tree of HTML → text with a blank line between paragraphs. Hostile trees are deep: nothing here recurses."""

import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
        "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
        "head", "item", "list", "quote", "row",  # of trafilatura's result
    }
)  # fmt: skip
_CELLS = frozenset({"td", "th", "cell"})
_BREAKS = frozenset({"br", "lb"})
_UNSEEN = frozenset(
    {
        "applet", "audio", "canvas", "embed", "iframe", "img", "link", "map", "math", "meta", "noframes", "noscript", "object",
        "picture", "script", "select", "style", "svg", "template", "textarea", "title", "video",
    }
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")  # HTML's white space; a no-break space stays


def text_of(tree: etree._Element) -> str:
    """The visible text under ``tree``, white space folded as a browser does, cells of a row parted by tabs."""
    return "\n\n".join(filter(None, _paragraphs(tree)))


def _paragraphs(tree: etree._Element) -> Iterator[str]:
    pieces: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if element.tag in _BLOCKS:
            yield _joined(pieces)
            pieces = []
        if event == "start" and _unseen(element):
            walk.skip_subtree()
        elif event == "start":
            pieces += ["\n" if element.tag in _BREAKS else "", _folded(element.text)]
        else:
            pieces += ["\t" if element.tag in _CELLS else "", _folded(element.tail) if element is not tree else ""]
    yield _joined(pieces)


def _unseen(element: etree._Element) -> bool:
    return element.tag in _UNSEEN or "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))


def _folded(text: str | None) -> str:
    return _SPACES.sub(" ", text or "")


def _joined(pieces: list[str]) -> str:
    """The pieces of one paragraph as its lines, without doubled or outer spaces."""
    lines = "".join(pieces).split("\n")
    return "\n".join(re.sub(" +", " ", line).strip() for line in lines).strip()
