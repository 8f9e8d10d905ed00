"""Who is asked, and who takes part: states by their codes, the Union and other bodies by name, other authorities as the text calls them."""

import re
from itertools import dropwhile, takewhile

from .analysis import Analysis, Token
from .lexicon import read, words
from .scan import Scan

__all__ = ["Addressee", "addressees", "named_states"]

Addressee = tuple[str, int, int]  # code or name, and the characters that show it
_SEAT_OF_UNION = "Brussels"  # in a call or at a meeting it stands for the Union, not for Belgium
_UNION = "European Union"
_HEAD = 12  # sentences of a letter in which it names who it is written to
_YOU = {"you", "your", "вас", "вам"}
_PRONOUNS = {"it", "them"}
_LEFT_OUT = {
    "the",
    "a",
    "an",
    "on",
    "upon",
    "to",
    "with",
    "and",
    "its",
    "their",
    "for",
    "your",
    "that",
    "-",
    "(",
    ",",
    "also",
    "has",
    "have",
    '"',
}


def named_states(start: int, end: int, scan: Scan) -> tuple[Addressee, ...]:
    """States as codes, the European Union (or «Brussels») as EU, other bodies by name."""
    found = [
        ("EU" if body.name == _UNION else body.name, body.start, body.end)
        for body in scan.organisations.inside(start, end)
        if body.kind in {"igo", "court"}
    ]
    found += [
        ("EU" if p.words == _SEAT_OF_UNION else p.state, p.start, p.end)
        for p in scan.places.inside(start, end)
        if p.state
    ]
    unique: dict[str, Addressee] = {}
    for item in sorted(found, key=lambda item: item[1]):
        unique.setdefault(item[0], item)
    return tuple(unique.values())


def addressees(analysis: Analysis, tokens: tuple[Token, ...], scan: Scan) -> tuple[Addressee, ...]:
    """Those whom a noun phrase names as asked: states and bodies, else its own words where they name an authority; empty where it names none."""
    if not tokens:
        return ()
    you = next((token for token in tokens if token.text.lower() in _YOU), None)
    if you is not None:
        return _of_letter(analysis, scan) or ((you.text.lower(), you.start, you.end),)
    if all(token.text.lower() in _PRONOUNS or token.pos == "ADP" for token in tokens):
        return _named_last(tokens[0], scan)
    start, end = tokens[0].start, tokens[-1].end
    agencies = [(agency.code, agency.start, agency.end) for agency in scan.agencies.inside(start, end) if agency.code]
    return named_states(start, end, scan) or tuple(agencies[:1]) or _authority(analysis, tokens)


def _authority(analysis: Analysis, tokens: tuple[Token, ...]) -> tuple[Addressee, ...]:
    """«the attorney-general», «host countries»: an authority that no list names, in the words of the text."""
    authority = words(f"calls.{analysis.language}.toml", "authority")
    if not any(token.lemma.lower() in authority or token.text.lower() in authority for token in tokens):
        return ()
    kept = list(dropwhile(lambda token: token.text.lower() in _LEFT_OUT, tokens))
    kept = list(takewhile(lambda token: token.pos != "VERB" and token.text not in {",", ";", "("}, kept))
    if not kept:
        return ()
    return ((" ".join(analysis.text[kept[0].start : kept[-1].end].split()), kept[0].start, kept[-1].end),)


def _of_letter(analysis: Analysis, scan: Scan) -> tuple[Addressee, ...]:
    """Whom an open letter names at its head as those it is written to."""
    opening = re.compile(read(f"calls.{analysis.language}.toml")["letter"], re.IGNORECASE)
    for sentence in analysis.sentences[:_HEAD]:
        match = opening.search(analysis.text, sentence.start, sentence.end)
        if match is not None:
            found = addressees(analysis, analysis.within(match.end(), sentence.end), scan)
            if found:
                return found
    return ()


def _named_last(token: Token, scan: Scan) -> tuple[Addressee, ...]:
    """«called on it to …»: the state or body named last before."""
    place = next((one for one in scan.places.before(token.start) if one.state), None)
    body = next((one for one in scan.organisations.before(token.start) if one.kind in {"igo", "court"}), None)
    if place is None and body is None:
        return ()
    if body is not None and (place is None or body.start > place.start):
        return ((("EU" if body.name == _UNION else body.name), body.start, body.end),)
    return ((place.state, place.start, place.end),) if place is not None and place.state else ()
