"""HTML as a browser would see it, as far as the tests need to know."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "img", "input", "br"})


@dataclass(frozen=True)
class Element:
    tag: str
    attributes: dict[str, str]


@dataclass
class Seen:
    """All elements of a page in order, and its words with the elements around them."""

    elements: list[Element] = field(default_factory=list)
    words: list[tuple[str, tuple[Element, ...]]] = field(default_factory=list)

    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    def links(self) -> list[str]:
        return [element.attributes["href"] for element in self.elements if element.tag == "a"]

    def text(self, *, inside: str = "") -> str:
        """The words, or those inside of elements of that class."""
        return "".join(
            words
            for words, around in self.words
            if not inside or any(inside in element.attributes.get("class", "").split() for element in around)
        )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Seen()
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.seen.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> ends nothing"
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.seen.words.append((data, tuple(self._open)))

    def close(self) -> None:
        super().close()
        assert not self._open, f"never ended: {self._open}"


def seen(html: str) -> Seen:
    """Read ``html``; fails where elements are not nested."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.seen
