"""Who calls on whom to do what, in Russian: «Х призвал Y освободить …», «требуем от Y прекратить …», «просим Y …»."""

from collections.abc import Iterator

from amparo.extract.rules.addressees import Addressee, addressees
from amparo.extract.rules.analysis import Analysis, Relation, Sentence, Token
from amparo.extract.rules.blocks import Kind
from amparo.extract.rules.calls import Call
from amparo.extract.rules.lexicon import words
from amparo.extract.rules.speech import Speaker
from amparo.extract.rules.telling import Telling

from .speech import sources, speakers_of

__all__ = ["calls"]

_LISTED = "calls.ru.toml"
_REACH = 22  # words between a verb of calling and what it asks for
_NAME = 9  # words of the name of one more who is asked
_INFINITIVE = ("ть", "ти", "чь", "ться", "тись", "чься")


def calls(telling: Telling) -> tuple[Call, ...]:
    """The calls of a Russian text in its order."""
    return tuple(
        call
        for sentence in telling.analysis.sentences
        if telling.kinds[sentence.block] is Kind.TEXT
        for call in _in_sentence(telling, sentence)
    )


def _in_sentence(telling: Telling, sentence: Sentence) -> Iterator[Call]:
    for verb in telling.analysis.words(sentence):
        if verb.lemma not in words(_LISTED, "call") or verb.pos != "VERB" or verb.text.lower().endswith(_INFINITIVE):
            continue
        speaker = _speaker(telling, verb)
        found = list(_demands(telling, sentence, verb)) if speaker is not None else []
        if speaker is None or not found or not _is_call(telling, verb, found):
            continue
        by, start = speaker
        for place, (to, first, last, begin) in enumerate(found):
            passage = (min(start, begin) if place == 0 else begin, last)
            yield Call(
                by, to, (first, last), passage, "call.ask" if verb.lemma in words(_LISTED, "weak") else "call.urge"
            )
        return


def _speaker(telling: Telling, verb: Token) -> tuple[tuple[Speaker, ...], int] | None:
    """Who calls and where that stands; «призываем» is the author's word; None where a state or its officials ask, or nobody does."""
    analysis = telling.analysis
    if verb.text.lower() in words(_LISTED, "we"):
        return sources(analysis, verb, telling.cast, telling.scan), verb.start
    subjects = analysis.doers(verb)
    if not subjects:
        return None
    subject = subjects[0]
    start, end = analysis.extent(subject)
    official = subject.lemma in words(_LISTED, "state_voice") or bool(telling.scan.agencies.inside(start, end))
    place = telling.scan.places.at(subject.start)
    if official or (place is not None and place.kind != "demonym"):
        return None
    by = tuple(speakers_of(analysis, subject, telling.cast, telling.scan, "call.subject"))
    return (by or sources(analysis, verb, telling.cast, telling.scan), min(start, subject.start))


def _demands(
    telling: Telling, sentence: Sentence, verb: Token
) -> Iterator[tuple[tuple[Addressee, ...], int, int, int]]:
    """(who is asked, first and last character of what is asked, where its part begins), addressee by addressee."""
    analysis = telling.analysis
    tokens = analysis.tokens[verb.index + 1 : sentence.last]
    openings = [(verb.index + 1, opening) for opening in _openings(tokens)][:1]
    if not openings:
        return
    starts = [(tokens[: openings[0][1]], openings[0][1], verb.start)]
    starts += [(tokens[first:at], at, tokens[first].start) for first, at in _more(telling, tokens, openings[0][1])]
    for place, (named, at, begin) in enumerate(starts):
        stop = starts[place + 1][2] if place + 1 < len(starts) else sentence.end
        first = tokens[at].start
        yield addressees(analysis, named, telling.scan), first, _end(analysis, first, stop), begin


def _openings(tokens: tuple[Token, ...]) -> Iterator[int]:
    """Where what is asked begins: an infinitive («не выдавать»), «чтобы», or a thing («освобождения»)."""
    relief = words(_LISTED, "relief")
    for place, token in enumerate(tokens[:_REACH]):
        negated = place > 0 and tokens[place - 1].text.lower() == "не"
        if token.text.lower() == "чтобы" or token.lemma in relief:
            yield place
        elif token.pos == "VERB" and token.text.lower().endswith(_INFINITIVE):
            yield place - negated


def _more(telling: Telling, tokens: tuple[Token, ...], after: int) -> Iterator[tuple[int, int]]:
    """«…, а Стокгольм — приостановить …»: (where the name of one more begins, where what is asked of them begins)."""
    for place in range(after + 1, len(tokens)):
        if tokens[place].text.lower() not in {"а", "и"} or place + 1 >= len(tokens):
            continue
        for at in range(place + 2, min(len(tokens), place + 2 + _NAME)):
            token = tokens[at]
            if token.pos == "VERB":
                named = tokens[place + 1 : at]
                if token.text.lower().endswith(_INFINITIVE) and addressees(telling.analysis, named, telling.scan):
                    yield place + 1, at
                break


def _end(analysis: Analysis, start: int, stop: int) -> int:
    kept = analysis.text[start:stop].rstrip(' ,;.:"-!')
    for word in (", а", " а", " и"):
        kept = kept.removesuffix(word).rstrip(" ,;")
    return start + len(kept)


def _is_call(telling: Telling, verb: Token, found: list[tuple[tuple[Addressee, ...], int, int, int]]) -> bool:
    """Whether it is asked of an authority, or for somebody's release and the like; not what is denied or asked of a state about a person."""
    analysis = telling.analysis
    if analysis.children(verb, Relation.NEGATION):
        return False
    told = {token.lemma for _, start, _, _ in found for token in analysis.within(start, start + 30)[:2]}
    weak = verb.lemma in words(_LISTED, "weak")
    author = verb.text.lower() in words(_LISTED, "we")
    heard = {subject.lemma for subject in analysis.doers(verb)} & words(_LISTED, "body_of_complaints")
    if (told & words(_LISTED, "surrender") and "не" not in told) or (
        weak and told & words(_LISTED, "hold") and (heard or _is_relative(analysis, verb))
    ):
        return False
    return author or not weak or any(to for to, _, _, _ in found)


def _is_relative(analysis: Analysis, verb: Token) -> bool:
    """«Комитет, который попросил …»: told in passing of a request made before."""
    return any(subject.lemma == "который" for subject in analysis.doers(verb))
