"""What a web page says of itself: title, publisher and day of publication, from explicit markup only.

htmldate and trafilatura guess where a page is silent (from addresses, copyright lines, any date in sight); a guessed date
moves every «on Sunday» of a report, so here only what is marked up as the date of publication counts.
"""

import json
import re
from collections.abc import Iterable, Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from amparo.model import BadDate, Edtf

# Names of <meta> elements, as `name`, `property` or `itemprop`, the most exact first (Open Graph, schema.org, Highwire
# Press for Google Scholar, Dublin Core, Parse.ly, Sailthru).
_DATE_NAMES: tuple[tuple[str, ...], ...] = (
    ("article:published_time", "og:article:published_time", "og:published_time"),
    ("datepublished",),
    ("citation_publication_date", "citation_online_date", "dcterms.issued", "dc.date.issued", "dcterms.available"),
    (
        "parsely-pub-date",
        "sailthru.date",
        "article.published",
        "publication_date",
        "publish-date",
        "publishdate",
        "pubdate",
    ),
    ("dcterms.date", "dc.date", "date"),
)
_TITLE_NAMES = ("og:title", "headline", "citation_title", "dcterms.title", "dc.title", "twitter:title")
_PUBLISHER_NAMES = (
    "og:site_name", "citation_publisher", "dcterms.publisher", "dc.publisher", "publisher", "article:publisher", "application-name",
)  # fmt: skip
_ARTICLES = re.compile(
    r"(Article|Posting|Report|Review|Statement|PressRelease)$"
)  # types of schema.org/CreativeWork that are texts

_ISO = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?=$|[T\s])")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:$|T)")
_FIRST_YEAR = 1990  # before it there was no web; 1970-01-01 is a clock that was never set
_JSON_LIMIT = 1_000_000  # characters of one block of JSON-LD
_LINE_LIMIT = 400  # characters of a title


def title(tree: etree._Element) -> str | None:
    """The page's headline: stated, else its only <h1>, else its <title>."""
    stated = (*_meta(tree, *_TITLE_NAMES), *(text for item in _articles(tree) for text in _texts(item.get("headline"))))
    only = headline(tree)
    titles = (_line("".join(element.itertext())) for element in tree.iter("title"))
    return next((line for line in (*map(_line, stated), only, *titles) if line), None)


def headline(tree: etree._Element) -> str | None:
    """The text of the page's <h1> when it has exactly one."""
    headings = list(tree.iter("h1"))
    return _line("".join(headings[0].itertext())) if len(headings) == 1 else None


def publisher(tree: etree._Element) -> str | None:
    """The name of the site or publisher as stated; an address in its place (a Facebook page) is no name."""
    named = [
        *_meta(tree, *_PUBLISHER_NAMES),
        *(name for item in _articles(tree) for name in _names(item.get("publisher"))),
    ]
    return next((line for line in map(_line, named) if line and "://" not in line), None)


def published(tree: etree._Element) -> Edtf | None:
    """The day of publication as the publisher's own clock has it; None when it is not marked up or marked up two ways.

    The most exact kind of markup that is there decides; where it gives several days it decides nothing.
    """
    kinds: list[Iterable[str]] = [_meta(tree, *_DATE_NAMES[0])]
    kinds.append(text for item in _articles(tree) for text in _texts(item.get("datePublished")))
    kinds.extend(_meta(tree, *names) for names in _DATE_NAMES[1:])
    kinds.append(_times(tree, marked=True))
    kinds.append(_times(tree, marked=False))
    for kind in kinds:
        dates = {date for text in kind if (date := edtf(text)) is not None}
        if dates:
            return dates.pop() if len(dates) == 1 else None
    return None


def edtf(words: str) -> Edtf | None:
    """A date written for machines (ISO 8601, its compact form, RFC 5322) with the precision it has; None for others."""
    words = words.strip()[:64]
    match = _ISO.match(words) or _COMPACT.match(words)
    if match is None:
        return _from_mail(words)
    year, *rest = (part for part in match.groups() if part)
    try:
        date = Edtf("-".join([year, *(part.zfill(2) for part in rest)]))
    except BadDate:
        return None
    return date if date.earliest.year >= _FIRST_YEAR and not (rest and int(rest[0]) > 12) else None


def _from_mail(words: str) -> Edtf | None:
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):  # its documented and its other ways to refuse
        return None
    return Edtf(moment.date().isoformat()) if moment.year >= _FIRST_YEAR else None


def _meta(tree: etree._Element, *names: str) -> list[str]:
    """Contents of the <meta> elements of these names, in the order of ``names``."""
    found: dict[str, list[str]] = {name: [] for name in names}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            if content and (name := (element.get(attribute) or "").strip().lower()) in found:
                found[name].append(content)
    return [content for name in names for content in found[name]]


def _times(tree: etree._Element, *, marked: bool) -> Iterator[str]:
    """What <time> elements say: those marked as the publication's, or all of them (which decides if they agree)."""
    for element in tree.iter("time"):
        properties = (element.get("itemprop") or "").lower().split()
        classes = (element.get("class") or "").lower().split()
        if "datemodified" in properties or ("updated" in classes and "published" not in classes):
            continue
        if not marked or "datepublished" in properties or "pubdate" in element.attrib:
            yield element.get("datetime") or element.get("content") or ""


def _articles(tree: etree._Element) -> list[dict[str, Any]]:
    """The JSON-LD objects that describe the page's own text; lists of other articles are not looked into."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            value = json.loads((script.text or "")[:_JSON_LIMIT], strict=False)
        except (ValueError, RecursionError):  # RecursionError: brackets nested on purpose
            continue
        found += [item for item in _top_level(value) if any(map(_ARTICLES.search, _texts(item.get("@type"))))]
    return found


def _top_level(value: Any) -> list[dict[str, Any]]:
    """The objects of a JSON-LD document: itself, a list's members, the members of its graph."""
    items = value if isinstance(value, list) else [value]
    graphs = [item["@graph"] for item in items if isinstance(item, dict) and isinstance(item.get("@graph"), list)]
    return [item for item in (*items, *(inner for graph in graphs for inner in graph)) if isinstance(item, dict)]


def _names(value: Any) -> list[str]:
    if isinstance(value, dict):
        return _texts(value.get("name"))
    return [name for item in value for name in _names(item)] if isinstance(value, list) else _texts(value)


def _texts(value: Any) -> list[str]:
    return [text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)]


def _line(words: str) -> str | None:
    """``words`` on one line; None when nothing is left or it is too long to be a title or name."""
    line = " ".join(words.split())
    return line if 0 < len(line) <= _LINE_LIMIT else None
