"""A saved web page: its article by trafilatura, its metadata by their markup. Nothing is fetched.

The page's single <h1> stands first in the text even where trafilatura takes it for furniture: the headline is part of the
report and must be quotable.
"""

import re

import trafilatura
from lxml import etree, html  # type: ignore[import-untyped]
from trafilatura.settings import Document as Article

from amparo.model import Cause, Fault

from . import metadata
from .blocks import text_of
from .encoding import decode, line_feeds
from .reading import Readout

NAME = "read.html/1"
LIMIT = 10_000_000  # bytes; a page with its pictures left out has a tenth of that at the most

_SHORT = 250  # characters; below it trafilatura falls back to all the text of a page, menus and all

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096  # bytes; HTML asks for the first 1,024, pages are laxer


def read_out(content: bytes, where: str, declared: str | None = None) -> Readout | Fault:
    """The article of the page ``content`` with title, publisher and date, or a fault when it holds no article.

    ``declared`` is the encoding named outside the page, if it is.
    """
    if len(content) > LIMIT:
        return Fault(
            where=where,
            cause=Cause.TOO_LARGE,
            message=f"The page is larger than {LIMIT // 1_000_000} MB, the most that is read of HTML; save the article alone.",
        )
    source = page_source(content, declared)
    if source is None:
        return Fault(
            where=where,
            cause=Cause.DAMAGED,
            message="The page is in no encoding known here; open it in a browser and save it again as UTF-8.",
        )
    return _article(source, where)


def page_source(content: bytes, declared: str | None = None) -> str | None:
    """The HTML source as text, in the encoding that is ``declared`` beside it or in its first tags."""
    match = _DECLARED.search(content[:_DECLARED_WITHIN])
    label = declared or ((match[1] or match[2]).decode("ascii") if match else None)
    decoded = decode(content, label)
    return line_feeds(decoded.text) if decoded else None


def visible_text(source: str) -> str:
    """All the text that a browser would show of ``source``: for the HTML of e-mails, which are no article pages."""
    tree, _ = _tree(source)
    return "" if tree is None else text_of(tree)


def _article(source: str, where: str) -> Readout | Fault:
    tree, whole = _tree(source)
    text = "" if tree is None else _article_text(tree)
    if tree is None or not text:
        return Fault(
            where=where,
            cause=Cause.NO_TEXT,
            message="The page holds no article text; open the article itself and save that page, or paste its text into a file.",
        )
    headline = metadata.headline(tree)
    if headline and headline not in text[: 2 * len(headline) + 200]:
        text = f"{headline}\n\n{text}"
    return Readout(
        text=text,
        title=metadata.title(tree),
        publisher=metadata.publisher(tree),
        published=metadata.published(tree),
        faults=() if whole else (_cut(where),),
    )


def _article_text(tree: html.HtmlElement) -> str:
    """What trafilatura finds; a short find gives way to the page's own <article>, and one that is mostly links to nothing."""
    found = trafilatura.bare_extraction(tree, include_comments=False)
    text = text_of(found.body) if isinstance(found, Article) else ""
    if len(text) < _SHORT:
        marked = next((elements for tag in ("article", "main") if len(elements := list(tree.iter(tag))) == 1), [])
        text = next(map(text_of, marked), "") or text
    links = sum(len(_words(link)) for link in tree.iter("a"))
    return text if 2 * (len(_words(tree)) - links) >= len(text) else ""


def _words(element: html.HtmlElement) -> str:
    return " ".join(text_of(element).split())


def _cut(where: str) -> Fault:
    return Fault(
        where=where,
        cause=Cause.DAMAGED,
        message="The page is nested deeper than can be read and its text may be incomplete; paste its text into a file.",
    )


def _tree(source: str) -> tuple[html.HtmlElement | None, bool]:
    """The parsed page, None when there is nothing to parse, and whether the parser got to its end."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        tree = html.document_fromstring(source.replace("\0", "\ufffd").encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # an empty document
        return None, True
    last = parser.error_log.last_error  # the log keeps the first hundred only; the error that ends parsing is the last
    return tree, last is None or last.type != etree.ErrorTypes.ERR_RESOURCE_LIMIT
