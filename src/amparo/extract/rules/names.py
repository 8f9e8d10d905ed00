"""Where persons are named in a text: the model's guess, corrected by shape, lists and what the rest of the text shows.

English models type one full Central Asian, Turkish or Khmer name in six wrongly (research, section 4); runs of capitalised words
that no list knows, read together with the words beside them, find nearly all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .analysis import Analysis, Relation, Sentence, Token
from .lexicon import words
from .scan import Scan
from .spans import Spans

_PERSONS = "persons.en.toml"
_LABELS = {"ORG", "GPE", "NORP", "FAC"}  # labels that models give to names of the regions concerned by mistake
_BEFORE_PLACE = {"in", "at", "near", "into", "outside"}
_GAP = 3  # characters between two words of one name: a blank, a line end with blanks about it
_DESCRIPTION = 7  # words behind a name, its comma included, in which an apposition tells who that is
_WORD = re.compile(r"[^\W\d_][^\W\d_'’ʻ`-]*(?:['’ʻ`-][^\W\d_]+)*\.?")


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A stretch of text that names a person: its characters, and whether it is a full name (two words that tell the person or more)."""

    start: int
    end: int
    words: str
    full: bool


def name_spans(analysis: Analysis, scan: Scan) -> tuple[NameSpan, ...]:
    """All stretches that name a person, in order of the text; full names first found, then their parts wherever they stand alone."""
    runs = [run for sentence in analysis.sentences for run in _capital_runs(analysis.words(sentence), scan) if run]
    places = {token.text for run in runs if _is_place(analysis, run[-1]) for token in run}
    full = Spans(span for run in runs for span in _full_name(analysis, run, places))
    surnames = {part for span in full for part in _telling(span.words)}
    single = [
        NameSpan(token.start, token.end, token.text, full=False)
        for token in analysis.tokens
        if _is_single_name(analysis, token, scan, surnames, places) and full.at(token.start) is None
    ]
    return tuple(sorted([*full, *single], key=lambda span: span.start))


def _full_name(analysis: Analysis, run: list[Token], places: set[str]) -> Iterator[NameSpan]:
    """The name that a run of capitals is, if it is one; ``places`` are words that stand elsewhere where only places do."""
    run = _without_titles(run)
    if not 2 <= len(run) <= 5 or not _reads_as_name(analysis, run):
        return
    if all(token.text in places for token in run) and not _described(analysis, run):
        return
    words_ = analysis.text[run[0].start : run[-1].end]
    full = len(_telling(words_)) > 1  # «Jumabai uulu» is a father's name alone
    yield NameSpan(run[0].start, run[-1].end, words_, full=full)


def _capital_runs(tokens: tuple[Token, ...], scan: Scan) -> Iterator[list[Token]]:
    """Runs of capitalised words that no list knows, with particles («al-», «bin») inside."""
    run: list[Token] = []
    for token in tokens:
        if run and token.start - run[-1].end > _GAP:
            yield _trim(run)
            run = []
        if _is_part(token, scan) or (run and _joins(run, token)):
            run.append(token)
        elif run:
            yield _trim(run)
            run = []
    if run:
        yield _trim(run)


def _is_part(token: Token, scan: Scan) -> bool:
    """Whether a capitalised word may be part of a person's name."""
    never = token.text.lower().rstrip(".") in words(_PERSONS, "never")
    return _capital(token) and not never and not scan.covers(token.start, token.end)


def _joins(run: list[Token], token: Token) -> bool:
    """Whether a small word goes on with a name begun: a particle, a hyphen, or what follows a hyphen («Cheuk-lam»)."""
    if token.text == "-" or token.text.lower().rstrip(".") in words(_PERSONS, "particle"):
        return True
    return len(run) > 1 and run[-1].text == "-" and token.start == run[-1].end and token.text.isalpha()


def _trim(run: list[Token]) -> list[Token]:
    """A run does not end in a particle or hyphen."""
    final = {"uulu", "ogly", "oglu", "kyzy", "gyzy", "qizi", "ugli", "zoda"}
    while (
        run
        and not _capital(run[-1])
        and run[-1].text.lower() not in final
        and not (len(run) > 2 and run[-2].text == "-")
    ):
        run = run[:-1]
    return run


def _capital(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and _WORD.fullmatch(token.text) is not None
        and not (token.text.isupper() and len(token.text) > 3)
    )


def _without_titles(run: list[Token]) -> list[Token]:
    titles = words(_PERSONS, "title") | words(_PERSONS, "speaker")
    while run and run[0].text.lower().rstrip(".") in titles:
        run = run[1:]
    return run


def _reads_as_name(analysis: Analysis, run: list[Token]) -> bool:
    """A run of capitals is a person's name when the model agrees on some of it, or nothing but a name fits there."""
    sentence = analysis.sentence(run[0])
    labels = {token.entity for token in run}
    if _all_capitals(analysis, sentence) or _is_place(analysis, run[-1]):
        return False
    if "PERSON" in labels:
        return True
    opens = run[0].index == sentence.first and len(run) == 2  # «Yesterday Karimov …»: the first capital says nothing
    if opens and not (labels & _LABELS or _described(analysis, run) or _is_argument(run)):
        return False
    return _is_proper(run) and not labels & {"LOC", "EVENT"}


def _is_proper(run: list[Token]) -> bool:
    particle = words(_PERSONS, "particle")
    return all(token.pos == "PROPN" or token.text.lower() in particle for token in run)


def _is_place(analysis: Analysis, token: Token) -> bool:
    """Whether a name stands where only places do: «in Pathum Thani», «at Awash Arba»."""
    head = analysis.head(token)
    return token.relation is Relation.AFTER_PREPOSITION and head is not None and head.lemma in _BEFORE_PLACE


def _described(analysis: Analysis, run: list[Token]) -> bool:
    """Whether «, a blogger» or «, 34,» stands behind a run of capitals, as it does behind the name of a person."""
    behind = analysis.tokens[run[-1].index + 1 : run[-1].index + 1 + _DESCRIPTION]
    if not behind or behind[0].text != "," or behind[0].sentence != run[0].sentence:
        return False
    nouns = words(_PERSONS, "target") | words(_PERSONS, "speaker") | words(_PERSONS, "kin")
    age = len(behind) > 1 and behind[1].text.isdecimal() and len(behind[1].text) <= 2
    return age or any(token.lemma in nouns for token in behind)


def _is_argument(run: list[Token]) -> bool:
    """Whether the parser takes a run of capitals for one name that something is said of («Izzat Karimov was held»)."""
    head = run[-1]
    joined = all(token.relation is Relation.COMPOUND and token.head == head.index for token in run[:-1])
    return joined and head.relation in {Relation.SUBJECT, Relation.PASSIVE_SUBJECT}


def _all_capitals(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a line is set like a headline, with every longer word capitalised: capitals then say nothing."""
    long_words = [token for token in analysis.words(sentence) if token.text.isalpha() and len(token.text) > 3]
    return len(long_words) >= 4 and all(token.text[0].isupper() for token in long_words)


def _telling(name: str) -> tuple[str, ...]:
    """The words of a name that may stand for the person, without particles and initials."""
    return tuple(part for part in name.split() if len(part) > 2 and part.lower() not in words(_PERSONS, "particle"))


def _is_single_name(analysis: Analysis, token: Token, scan: Scan, known: set[str], places: set[str]) -> bool:
    """Whether one capitalised word names a person: part of a full name ``known``, or with a title, or by the model's word."""
    if len(token.text.rstrip(".")) < 2 or not _is_part(token, scan):
        return False
    if token.text.lower().rstrip(".") in words(_PERSONS, "title"):
        return False
    if token.text in known:
        return True
    if token.text in places or _is_place(analysis, token):
        return False
    if token.lemma in words(_PERSONS, "kin") | words(_PERSONS, "target") | words(_PERSONS, "speaker"):
        return False  # «Uncle», «Activist» in a headline
    before = analysis.tokens[token.index - 1].text.lower().rstrip(".") if token.index else ""
    return before in {"mr", "mrs", "ms", "miss", "dr"} or (token.entity == "PERSON" and token.pos == "PROPN")
