"""Who calls on whom to do what: «X urged Y to …», «Y should …», lists of demands, and pleas."""

import re
from collections.abc import Iterator
from functools import cache

from .addressees import Addressee, addressees
from .analysis import Analysis, Relation, Sentence, Token
from .blocks import Kind
from .call_lists import in_list, pleas
from .callers import Caller, caller, is_call
from .demands import Call, Demand, calling_phrase, demanded, trimmed
from .lexicon import read, words
from .speech import Speaker, sources
from .telling import Telling

__all__ = ["Call", "calls"]

_SPEECH = "speech.en.toml"
_LISTED = "calls.en.toml"
_ANY_STATE = {"states", "governments", "countries", "a state", "state"}
_RECENT = 80  # calls before, of which one may be a repetition
_ALIKE = 0.6  # share of the words of the shorter of two demands of one addressee that makes them one


def calls(telling: Telling) -> tuple[Call, ...]:
    """The calls of a text in its order; those of headings only where the text does not repeat them."""
    found: list[Call] = []
    titles: list[Call] = []
    before: tuple[Speaker, ...] = ()
    used: set[int] = set()  # sentences that are items of a list
    for sentence in telling.analysis.sentences:
        if sentence.index in used:
            continue
        told = [*in_list(telling, sentence, before, used)] or [*pleas(telling, sentence)]
        here = [] if told else list(_in_sentence(telling, sentence, before))
        before = next((call.by for call in reversed((*told, *here)) if call.by), before)
        found += told
        (found if telling.kinds[sentence.block] is Kind.TEXT else titles).extend(here)
    body = [
        call for place, call in enumerate(found) if not _repeats(telling, call, found[max(0, place - _RECENT) : place])
    ]
    new = [
        call
        for call in titles
        if call.by and not _repeats(telling, call, body[:_RECENT])
        and not (call.rule == "call.should" and any(_shares(call, other) for other in body[:_RECENT]))
    ]  # fmt: skip
    return tuple(sorted([*new, *body], key=lambda call: call.passage))


def _shares(call: Call, other: Call) -> bool:
    return bool({name for name, _, _ in call.to} & {name for name, _, _ in other.to})


def _repeats(telling: Telling, call: Call, earlier: list[Call]) -> bool:
    """Whether the same was asked of the same addressee before."""
    told = _telling_words(telling, call)
    for other in earlier:
        said = _telling_words(telling, other)
        if _shares(call, other) and len(told & said) > _ALIKE * max(1, min(len(told), len(said))):
            return True
    return False


def _telling_words(telling: Telling, call: Call) -> set[str]:
    return {token.lemma for token in telling.analysis.within(*call.demand) if len(token.text) > 2}


def _in_sentence(telling: Telling, sentence: Sentence, before: tuple[Speaker, ...]) -> Iterator[Call]:
    """What a sentence calls for: by verbs of calling first, by «should» and pleas in what these leave over."""
    done: list[Call] = []
    for verb in telling.analysis.words(sentence):
        if not any(start <= verb.start < end for start, end in (call.demand for call in done)):
            found = [*_by_verb(telling, sentence, verb, before), *_by_passive(telling, sentence, verb)]
            done += found or _by_noun(telling, sentence, verb, before) or _by_modal(telling, sentence, verb)
    yield from done


def _by_verb(telling: Telling, sentence: Sentence, verb: Token, before: tuple[Speaker, ...]) -> list[Call]:
    """«X urged Y to …, and Z to …»."""
    analysis, scan = telling.analysis, telling.scan
    phrase = calling_phrase(analysis, verb)
    if phrase is None:
        return []
    speaker = caller(analysis, verb, telling.cast, scan, before)
    end = _clause_end(analysis, sentence, verb)
    demands = demanded(analysis, verb, end, scan, thing_first=phrase.endswith(" for")) if speaker is not None else []
    if speaker is None or not demands or not is_call(analysis, verb, phrase, speaker, demands):
        return []
    return [_call(speaker, demand, first=place == 0, phrase=phrase) for place, demand in enumerate(demands)]


def _call(speaker: Caller, demand: Demand, *, first: bool, phrase: str) -> Call:
    start = min(speaker.start, demand.first) if first else demand.first
    return Call(
        speaker.by, demand.to, (demand.start, demand.end), (start, demand.end), f"call.{phrase.replace(' ', '_')}"
    )


def _by_passive(telling: Telling, sentence: Sentence, verb: Token) -> list[Call]:
    """«Belarus is asked to …»: who is asked stands as the subject."""
    analysis = telling.analysis
    subjects = analysis.children(verb, Relation.PASSIVE_SUBJECT)
    if calling_phrase(analysis, verb) is None or not subjects or not analysis.children(verb, Relation.COMPLEMENT):
        return []
    to = addressees(analysis, tuple(sorted(analysis.subtree(subjects[0]), key=lambda token: token.index)), telling.scan)
    demands = demanded(analysis, verb, _clause_end(analysis, sentence, verb), telling.scan)
    helpers = {word.lemma for word in analysis.children(verb, Relation.PASSIVE_AUXILIARY, Relation.AUXILIARY)}
    if not to or not demands or "have" in helpers:
        return []
    by = sources(analysis, verb, telling.cast, telling.scan)
    start = analysis.extent(subjects[0])[0]
    return [Call(by, to, (demands[0].start, demands[-1].end), (start, demands[-1].end), "call.passive")]


def _by_noun(telling: Telling, sentence: Sentence, noun: Token, before: tuple[Speaker, ...]) -> list[Call]:
    """«renewed its call on Poland to …»."""
    analysis = telling.analysis
    verb = analysis.head(noun)
    if (
        noun.pos != "NOUN"
        or noun.lemma not in words(_LISTED, "noun")
        or verb is None
        or verb.lemma not in words(_LISTED, "bring")
    ):
        return []
    speaker = caller(analysis, verb, telling.cast, telling.scan, before)
    demands = demanded(analysis, noun, _clause_end(analysis, sentence, noun), telling.scan)
    if speaker is None or not any(demand.to for demand in demands):
        return []
    return [_call(speaker, demand, first=place == 0, phrase=noun.lemma) for place, demand in enumerate(demands)]


def _by_modal(telling: Telling, sentence: Sentence, verb: Token) -> list[Call]:
    """«The EU should protect …», «Poland needs to …», «X must be released», in someone's mouth or the text's own."""
    analysis = telling.analysis
    said = analysis.text[sentence.start : sentence.end].rstrip()
    obliged = _obliged(analysis, verb)
    if obliged is None or said.endswith("?") or _pattern("judged").search(said):
        return []
    subject, first = obliged
    by = sources(analysis, verb, telling.cast, telling.scan)
    to = () if subject.relation is Relation.PASSIVE_SUBJECT else _asked(telling, subject)
    if not to and not (by and verb.lemma in words(_LISTED, "done") and _is_somebody(telling, subject)):
        return []
    if not by and (
        verb.lemma in words(_LISTED, "need") or (to[0][0].lower() in _ANY_STATE and _is_rule(analysis, verb))
    ):
        return []
    end = _before_attribution(analysis, verb, _clause_end(analysis, sentence, verb))
    for joined in analysis.children(verb, Relation.CONJUNCT):  # «… and both states should pay»: a demand of its own
        for other in analysis.children(joined, Relation.SUBJECT):
            end = min(end, analysis.extent(other)[0])
    start = analysis.extent(subject)[0]
    return [
        Call(by, to, (s, e), (start if s == first.start else s, e), "call.should")
        for s, e in _inline(telling, first.start, end)
    ]


def _is_somebody(telling: Telling, subject: Token) -> bool:
    """«He must be released», «the two must not be returned»: a person or group spoken of, and not «refugees» at large."""
    known = telling.cast.at(subject) is not None or subject.pos == "PRON"
    one = any(child.pos in {"DET", "PRON", "PROPN"} for child in telling.analysis.children(subject))
    return subject.relation is Relation.PASSIVE_SUBJECT and (known or one)


def _obliged(analysis: Analysis, verb: Token) -> tuple[Token, Token] | None:
    """Who is to do what: the subject and the first word of the demand; None where nobody is told to do anything."""
    subject = next(iter(analysis.children(verb, Relation.SUBJECT, Relation.PASSIVE_SUBJECT)), None)
    if subject is None:
        return None
    if verb.lemma in words(_LISTED, "need"):
        told = next(iter(analysis.children(verb, Relation.COMPLEMENT)), None)
        return None if told is None or told.index < verb.index else (subject, told)
    helpers = analysis.children(verb, Relation.AUXILIARY)
    modal = [word for word in helpers if word.text.lower() in words(_LISTED, "modal")]
    if not modal or any(word.lemma == "have" for word in helpers):  # «should have freed him» blames
        return None
    if subject.relation is Relation.PASSIVE_SUBJECT:  # «must not be returned»: with its helping verbs
        return subject, analysis.tokens[modal[0].index + 1]
    return subject, min((verb, *analysis.children(verb, Relation.NEGATION)), key=lambda word: word.start)


def _asked(telling: Telling, subject: Token) -> tuple[Addressee, ...]:
    """The authorities that a subject names: by the words up to its head and those in a row with it, else by all that hangs on it."""
    analysis = telling.analysis
    named = tuple(sorted(analysis.subtree(subject), key=lambda token: token.index))
    near = tuple(token for token in named if token.index <= subject.index or token.relation is Relation.CONJUNCT)
    return addressees(analysis, near, telling.scan) or addressees(analysis, named, telling.scan)


def _is_rule(analysis: Analysis, verb: Token) -> bool:
    """«States must not return anyone …»: what the law is, not what somebody asks."""
    return any(word.text.lower() == "must" for word in analysis.children(verb, Relation.AUXILIARY))


def _inline(telling: Telling, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of «(1) suspend …; (2) treat …», or the whole."""
    marks = list(_pattern("inline").finditer(telling.analysis.text, max(0, start - 4), end))
    if len(marks) < 2:
        return [(start, trimmed(telling.analysis, start, end))]
    bounds = [mark.start() for mark in marks[1:]] + [end]
    return [(mark.end(), trimmed(telling.analysis, mark.end(), stop)) for mark, stop in zip(marks, bounds, strict=True)]


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(read(_LISTED)[key], re.IGNORECASE)


def _before_attribution(analysis: Analysis, verb: Token, end: int) -> int:
    """The end of a demand without «, Human Rights Watch said» and the like behind it."""
    own = {word.index for word in analysis.subtree(verb)}
    report = words(_SPEECH, "report")
    for token in analysis.within(verb.end, end):
        if token.lemma in report and token.pos == "VERB" and token.index not in own:
            comma = analysis.text.rfind(",", verb.end, token.start)
            end = comma if comma > verb.end else end
            break
    behind = _pattern("attributed").search(analysis.text, verb.end, end)
    end = behind.start() if behind is not None else end
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
