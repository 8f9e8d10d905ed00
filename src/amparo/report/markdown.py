"""Foreign text put into Markdown so that it stays text: no link, no markup, no heading can come out of a quotation."""

import re

# What CommonMark, GitHub's tables, strike-through and mathematics, and Pandoc's superscripts give a meaning in a line.
# «[1]» alone is spared, so that references read well in the plain file: it is a link only where a line «[1]: address»
# stands, and none can, since a «[1]» before a colon, a bracket or another reference is not spared.
_INLINE = re.compile(r"(?P<reference>(?<![\]!])\[\d{1,4}\](?![(\[:]))|[\\`*_#\[\]<>|~$^]", re.ASCII)
_ENTITY = re.compile(r"&(?=#?\w+;)")
# What opens a block at the start of a line, where `_INLINE` does not hold it already.
_OPENERS = frozenset("+=%:-")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
# Addresses that viewers link unasked (GitHub's «extended autolinks»): the character that makes them one is escaped.
_ADDRESS = re.compile(r":(?=//)|(?<=[wW]{3})\.")
_WEB = re.compile(r"https?://[^\s<>\"\\]+")


class Markdown(str):
    """A string that is Markdown already and is not escaped again."""

    __slots__ = ()


def escape(text: str) -> Markdown:
    """``text`` on one line, with every character that Markdown gives a meaning preceded by a backslash.

    White space of any kind becomes one space. The plain file reads nearly as the text does; a renderer shows it exactly.
    """
    if isinstance(text, Markdown):
        return text
    line = _INLINE.sub(lambda found: found[0] if found["reference"] else f"\\{found[0]}", " ".join(text.split()))
    line = _ADDRESS.sub(r"\\\g<0>", _ENTITY.sub(r"\&", line))
    if line[:1] in _OPENERS:
        line = f"\\{line}"
    return Markdown(_NUMBERED.sub(r"\1\\\2", line, count=1) if _NUMBERED.match(line) else line)


def web_link(url: str) -> Markdown:
    """A web address as a link that shows itself; anything that is not plainly one is escaped as text."""
    return Markdown(f"<{url}>") if _WEB.fullmatch(url) else escape(url)
