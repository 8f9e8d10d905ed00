"""Who calls on whom to do what, and the meetings at which a case can be raised."""

import re
from dataclasses import dataclass

from .analysis import Analysis, Relation, Sentence, Token
from .cast import Cast
from .lexicon import words
from .scan import Scan
from .speech import Speaker, sources, speakers_of

_SPEECH = "speech.en.toml"
_SEAT_OF_UNION = "Brussels"  # in a call or at a meeting it stands for the Union, not for Belgium
_BEFORE_DEMAND = re.compile(r"[\s\"]+(?:not to|to|for|that)\s+(?:the\s+)?", re.IGNORECASE)
_DEMANDING = {"should", "must", "ought"}
_WINDOW = re.compile(
    r"\b(?:(?:[A-Z][\w-]+|ministerial|annual|next|upcoming|human rights|bilateral|appeal|court|review) ){0,4}"
    r"(?:meeting|summit|dialogue|session|hearing|talks|conference|negotiations|visit|review|deadline)\b",
)
_WINDOW_CUE = re.compile(
    r"\b(met|meet|meets|will|ahead of|upcoming|next|scheduled|due|opens?|begins?|during|visit|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|foreign ministers)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:ministerial|annual|bilateral|human rights|foreign ministers') (?:meeting|summit|dialogue|talks)\b"
)
_METS = re.compile(r"\bmet\b|\bmeets\b|\bwill meet\b|\bto meet\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Call:
    """A demand: who makes it, to whom (codes or names), what, each with its characters."""

    by: tuple[Speaker, ...]
    to: tuple[tuple[str, int, int], ...]
    demand: tuple[int, int]
    passage: tuple[int, int]
    rule: str


@dataclass(frozen=True, slots=True)
class Window:
    """An occasion on which a case can be raised: its words, its parties, the characters of its sentence."""

    what: tuple[int, int]
    parties: tuple[tuple[str, int, int], ...]
    passage: tuple[int, int]


def calls(analysis: Analysis, cast: Cast, scan: Scan) -> tuple[Call, ...]:
    """The calls of a text, at most one a sentence."""
    found: list[Call] = []
    for sentence in analysis.sentences:
        call = _called(analysis, sentence, cast, scan) or _should(analysis, sentence, cast, scan)
        if call is not None:
            found.append(call)
    return tuple(found)


def _called(analysis: Analysis, sentence: Sentence, cast: Cast, scan: Scan) -> Call | None:
    """«X urged Y to …», «X called for …»: a verb of calling with a subject that may speak."""
    for verb in analysis.words(sentence):
        phrase = _call_phrase(analysis, verb)
        if phrase is None or verb.pos != "VERB":
            continue
        subjects = analysis.children(verb, Relation.SUBJECT)
        if not subjects:
            continue
        by = tuple(speakers_of(analysis, subjects[0], cast, scan, "call.subject"))
        if not by or scan.agencies.inside(subjects[0].start, subjects[0].end):
            continue
        end = _clause_end(analysis, sentence, verb)
        passage = (min(by[0].start, subjects[0].start, *(t.start for t in analysis.subtree(subjects[0]))), end)
        to = _addressees(analysis, verb.start, end, scan)
        return Call(by, to, _demand(analysis, verb, end), passage, f"call.{phrase.replace(' ', '_')}")
    return None


def _demand(analysis: Analysis, verb: Token, end: int) -> tuple[int, int]:
    """What is asked for: behind «to», «for» or «that», without the quotation mark that may stand before it; else from the verb on."""
    cue = _BEFORE_DEMAND.search(analysis.text, verb.end, end)
    start = cue.end() if cue is not None else verb.start
    while end > start and analysis.text[end - 1] in ' ,."':
        end -= 1
    return (start, end) if start < end else (verb.start, verb.end)


def _call_phrase(analysis: Analysis, verb: Token) -> str | None:
    following = {child.lemma for child in analysis.children(verb, Relation.PREPOSITION)}
    for phrase in sorted(words(_SPEECH, "call"), key=len, reverse=True):
        head, _, rest = phrase.partition(" ")
        if verb.lemma != head or (rest and rest not in following):
            continue
        if head in {"ask", "request", "press", "demand", "insist", "recommend", "encourage"} and not analysis.children(
            verb, Relation.OBJECT, Relation.COMPLEMENT, Relation.ADVERBIAL
        ):
            continue
        return phrase
    return None


def _should(analysis: Analysis, sentence: Sentence, cast: Cast, scan: Scan) -> Call | None:
    """«The EU should protect …», in someone's mouth or the text's own."""
    for verb in analysis.words(sentence):
        if not any(a.text.lower() in _DEMANDING for a in analysis.children(verb, Relation.AUXILIARY)):
            continue
        subjects = analysis.children(verb, Relation.SUBJECT, Relation.PASSIVE_SUBJECT)
        if not subjects:
            continue
        inside = list(analysis.subtree(subjects[0]))
        to = _named(min(t.start for t in inside), max(t.end for t in inside), scan)
        by = sources(analysis, verb, cast, scan)
        if not to or not by:
            continue
        end = _clause_end(analysis, sentence, verb)
        start = min(t.start for t in inside)
        until = end - 1 if analysis.text[end - 1] in ",." else end
        return Call(by, to, (verb.start, until), (start, end), "call.should")
    return None


def _clause_end(analysis: Analysis, sentence: Sentence, verb: Token) -> int:
    """The end of what is demanded: the closing quotation mark, or the end of the sentence."""
    for token in analysis.tokens[verb.index + 1 : sentence.last]:
        if (
            token.text == '"'
            and analysis.text[sentence.start : token.start].count('"') % 2 == 1
            and token.start > verb.end + 10
        ):
            return token.start
    return sentence.end


def _addressees(analysis: Analysis, start: int, end: int, scan: Scan) -> tuple[tuple[str, int, int], ...]:
    """The states and bodies named before the demand's own verb («on Turkey and the EU to …»)."""
    stop = re.search(r"\b(?:to|not to|from|that|for)\b", analysis.text[start:end])
    near = _named(start, start + stop.start(), scan) if stop else ()
    return near or _named(start, end, scan)[:1]


def _named(start: int, end: int, scan: Scan) -> tuple[tuple[str, int, int], ...]:
    """States as codes, the European Union (or «Brussels») as EU, other bodies by name."""
    found = [
        ("EU" if body.name == "European Union" else body.name, body.start, body.end)
        for body in scan.organisations.inside(start, end)
        if body.kind in {"igo", "court"}
    ]
    found += [
        ("EU" if p.words == _SEAT_OF_UNION else p.state, p.start, p.end)
        for p in scan.places.inside(start, end)
        if p.state
    ]
    unique: dict[str, tuple[str, int, int]] = {}
    for item in sorted(found, key=lambda item: item[1]):
        unique.setdefault(item[0], item)
    return tuple(unique.values())


def windows(analysis: Analysis, scan: Scan) -> tuple[Window, ...]:
    """Meetings, hearings and deadlines of states and international bodies, each occasion once."""
    found: list[Window] = []
    seen: set[frozenset[str]] = set()
    for sentence in analysis.sentences:
        text = analysis.text[sentence.start : sentence.end]
        named = _WINDOW.search(text)
        match = named or _METS.search(text)
        if match is None or not _WINDOW_CUE.search(text):
            continue
        what = (sentence.start + match.start(), sentence.start + match.end())
        if named is None:  # «X met Y»: what the meeting is called may stand elsewhere
            called = _MEETING.search(analysis.text)
            what = called.span() if called is not None else what
        parties = _named(sentence.start, sentence.end, scan)
        bodies = [p for p in parties if len(p[0]) > 2 or p[0] == "EU"]
        if not bodies or not (scan.dates.inside(sentence.start, sentence.end) or "upcoming" in text or "next" in text):
            continue
        key = frozenset(p[0] for p in bodies)
        if key in seen:
            continue
        seen.add(key)
        found.append(Window(what, parties, (sentence.start, sentence.end)))
    return tuple(found)
