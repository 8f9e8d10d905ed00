"""Who calls on whom to do what."""

import re
from dataclasses import dataclass

from .analysis import Analysis, Relation, Sentence, Token
from .cast import Cast
from .lexicon import words
from .scan import Scan
from .speech import Speaker, sources, speakers_of

_SPEECH = "speech.en.toml"
_SEAT_OF_UNION = "Brussels"  # in a call or at a meeting it stands for the Union, not for Belgium
_ASKS_FOR = {"request", "demand", "ask"}  # verbs by which states seek a person too
_DEMANDING = {"should", "must", "ought"}


@dataclass(frozen=True, slots=True)
class Call:
    """A demand: who makes it, to whom (codes or names), what, each with its characters."""

    by: tuple[Speaker, ...]
    to: tuple[tuple[str, int, int], ...]
    demand: tuple[int, int]
    passage: tuple[int, int]
    rule: str


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
        subjects = analysis.children(verb, Relation.SUBJECT)
        if phrase is None or verb.pos != "VERB" or not subjects or _is_demanded(analysis, verb):
            continue
        by = tuple(speakers_of(analysis, subjects[0], cast, scan, "call.subject"))
        if not by or _pursues(subjects[0], phrase, scan):
            continue
        end = _clause_end(analysis, sentence, verb)
        passage = (min(by[0].start, analysis.extent(subjects[0])[0]), end)
        to = _addressees(analysis, verb.start, end, scan)
        return Call(by, to, _demand(analysis, verb, end), passage, f"call.{phrase.replace(' ', '_')}")
    return None


def _is_demanded(analysis: Analysis, verb: Token) -> bool:
    """«The EU should press …»: not said by the EU, but asked of it."""
    return any(word.text.lower() in _DEMANDING for word in analysis.children(verb, Relation.AUXILIARY))


def _pursues(subject: Token, phrase: str, scan: Scan) -> bool:
    """Whether a state or its agency asks for someone («Tajikistan requested the extradition of X»): an incident, not a call."""
    if scan.agencies.inside(subject.start, subject.end):
        return True
    place = scan.places.at(subject.start)
    return phrase in _ASKS_FOR and place is not None and place.state is not None


def _demand(analysis: Analysis, verb: Token, end: int) -> tuple[int, int]:
    """What is asked for: behind «to», «for» or «that», or from «not to» on, without quotation marks; else from the verb on."""
    start = verb.start
    behind = analysis.within(verb.end, end)
    for before, cue, first in zip((verb, *behind), behind, behind[1:], strict=False):
        if (cue.lemma == "to" and cue.pos == "PART") or cue.text.lower() in {"for", "that"}:
            start = before.start if before.text.lower() == "not" else first.start
            break
    stripped = analysis.text[start:end].rstrip(' ,."')
    return (start, start + len(stripped)) if stripped else (verb.start, verb.end)


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
        subjects = analysis.children(verb, Relation.SUBJECT, Relation.PASSIVE_SUBJECT)
        if not subjects or not _is_demanded(analysis, verb):
            continue
        start, behind = analysis.extent(subjects[0])
        to = named_states(start, behind, scan)
        by = sources(analysis, verb, cast, scan)
        if not to or not by:
            continue
        end = _clause_end(analysis, sentence, verb)
        until = _before_attribution(analysis, verb, end)
        first = min((verb, *analysis.children(verb, Relation.NEGATION)), key=lambda word: word.start)
        return Call(by, to, (first.start, until), (start, end), "call.should")
    return None


def _before_attribution(analysis: Analysis, verb: Token, end: int) -> int:
    """The end of a demand without «, Human Rights Watch said» and the like behind it."""
    own = {word.index for word in analysis.subtree(verb)}
    report = words(_SPEECH, "report")
    for token in analysis.within(verb.end, end):
        if token.lemma in report and token.pos == "VERB" and token.index not in own:
            comma = analysis.text.rfind(",", verb.end, token.start)
            end = comma if comma > verb.end else end
            break
    while end > verb.end and analysis.text[end - 1] in ' ,."':
        end -= 1
    return end


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
    near = named_states(start, start + stop.start(), scan) if stop else ()
    return near or named_states(start, end, scan)[:1]


def named_states(start: int, end: int, scan: Scan) -> tuple[tuple[str, int, int], ...]:
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
