"""Who makes a call, and whether what they say is one: those who speak for people call, states and courts request and order."""

from dataclasses import dataclass
from enum import Enum

from .analysis import Analysis, Form, Relation, Token
from .cast import Cast
from .demands import Demand, opens_paragraph
from .lexicon import words
from .scan import Found, Scan
from .speech import Speaker, sources, speakers_of

__all__ = ["Caller", "Voice", "caller", "is_call"]

_HAVE = {"has", "have", "had", "'ve", "'s", "having"}
_UNSURE = {"may", "can", "could", "might", "would", "should", "must", "ought", "to"}
_BACK = 3  # sentences looked back for a speaker
_STEPS = 3  # verbs over a participle («…, urging Poland to …») looked over for its subject


class Voice(Enum):
    """As what someone speaks."""

    AUTHOR = "author"  # «we»
    PEOPLE = "people"  # an organisation or a group of people
    BODY = "body"  # of states: the UN, the EU
    COURT = "court"  # between states, or a committee that hears complaints
    PERSON = "person"
    STATE = "state"  # or its officials


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls, in what voice, and the first character that shows it."""

    by: tuple[Speaker, ...]
    voice: Voice
    start: int


def caller(analysis: Analysis, verb: Token, cast: Cast, scan: Scan, before: tuple[Speaker, ...]) -> Caller | None:
    """The one who calls by ``verb``; ``before`` made the last call and is who «they» are. None where nobody does."""
    listed = f"calls.{analysis.language}.toml"
    if verb.pos != "VERB" or opens_paragraph(analysis, verb):
        return Caller((), Voice.AUTHOR, verb.start)
    subject = _subject(analysis, verb)
    if subject is None:  # «write to the minister, urging him to …»
        return Caller((), Voice.AUTHOR, verb.start) if verb.form is Form.GERUND else None
    lower = subject.text.lower()
    start = min(subject.start, analysis.extent(subject)[0])
    if lower in words(listed, "we"):
        return Caller(sources(analysis, verb, cast, scan), Voice.AUTHOR, start)
    if lower in words(listed, "they"):
        head = _antecedent(analysis, subject, verb)
        if head is None:
            by = before or sources(analysis, verb, cast, scan) or _spoke_before(analysis, verb, cast, scan)
            return Caller(by, Voice.PEOPLE if by else Voice.PERSON, start)
        subject = head
    by = tuple(speakers_of(analysis, subject, cast, scan, "call.subject"))
    return Caller(by, _voice(analysis, subject, cast, scan), start) if by else None


def _subject(analysis: Analysis, verb: Token) -> Token | None:
    """The subject of a verb, of the verb it stands in a row with, or over a participle."""
    own = analysis.doers(verb)
    if own:
        return own[0]
    if analysis.children(verb, Relation.PASSIVE_SUBJECT):
        return None
    for _, word in zip(range(_STEPS), analysis.ancestors(verb), strict=False):
        if word.pos in {"NOUN", "PROPN"} and verb.relation is Relation.PARTICIPLE:
            return word
        subjects = analysis.children(word, Relation.SUBJECT)
        if subjects:
            return subjects[0]
    return None


def _spoke_before(analysis: Analysis, verb: Token, cast: Cast, scan: Scan) -> tuple[Speaker, ...]:
    """Who speaks in the sentences before: whom «they» and «it» mean where no call was made yet."""
    here = verb.sentence
    for sentence in reversed(analysis.sentences[max(0, here - _BACK) : here]):
        for word in analysis.words(sentence):
            if word.pos == "VERB" and word.lemma in words("speech.en.toml", "report"):
                for subject in analysis.children(word, Relation.SUBJECT)[:1]:
                    if subject.pos in {"NOUN", "PROPN"}:
                        return tuple(speakers_of(analysis, subject, cast, scan, "call.subject.before"))
    return ()


def _antecedent(analysis: Analysis, subject: Token, verb: Token) -> Token | None:
    """The noun that «who» or «which» stands for; None for «they» and «it»."""
    if subject.text.lower() not in {"who", "which", "that"}:
        return None
    for word in (verb, *analysis.ancestors(verb)):
        if word.relation is Relation.RELATIVE:
            return analysis.head(word)
    return None


def _voice(analysis: Analysis, subject: Token, cast: Cast, scan: Scan) -> Voice:
    listed = f"calls.{analysis.language}.toml"
    start, end = analysis.extent(subject)
    organisations = [found for found in scan.organisations.inside(start, end) if found.kind != "movement"]
    if organisations:
        return _of_organisations(organisations)
    lemma = subject.lemma.lower()
    if cast.at(subject) is not None:
        return Voice.PERSON
    if lemma in words(listed, "body_of_complaints") and lemma != "court" and not _is_club(analysis, subject):
        return Voice.COURT
    if {token.lemma.lower() for token in analysis.subtree(subject)} & words(listed, "together"):
        return Voice.PEOPLE
    place = scan.places.at(subject.start)
    is_state = place is not None and place.state is not None and place.kind != "demonym"
    if is_state or scan.agencies.inside(start, end) or lemma in words(listed, "state_voice"):
        return Voice.STATE
    several = subject.pos == "PROPN" or lemma != subject.text.lower() or lemma in words("speech.en.toml", "document")
    return Voice.PEOPLE if several else Voice.PERSON


def _is_club(analysis: Analysis, subject: Token) -> bool:
    """«the Committee for Exiled Reporters»: not one that hears complaints."""
    return any(child.lemma in {"for", "to"} for child in analysis.children(subject, Relation.PREPOSITION))


def _of_organisations(organisations: list[Found]) -> Voice:
    if any(found.kind == "court" or "Committee" in found.name for found in organisations):
        return Voice.COURT
    return Voice.BODY if any(found.kind == "igo" for found in organisations) else Voice.PEOPLE


def is_call(analysis: Analysis, verb: Token, phrase: str, speaker: Caller, demands: list[Demand]) -> bool:
    """Whether a request is a call: made for others, of an authority, and neither supposed nor the business of a state or court."""
    helpers = {word.text.lower() for word in analysis.children(verb, Relation.AUXILIARY)}
    if _is_no_statement(analysis, verb, phrase, helpers):
        return False
    listed = f"calls.{analysis.language}.toml"
    strong = phrase in words(listed, "strong")
    asked = [addressee for demand in demands for addressee in demand.to]
    told = {token.lemma.lower() for demand in demands for token in analysis.within(demand.start, demand.start + 40)[:4]}
    thing = phrase in words(listed, "thing") and demands[0].thing
    surrender = bool(told & words(listed, "surrender")) and "not" not in told
    known = bool(speaker.by) and phrase not in words(listed, "formal")
    match speaker.voice:
        case Voice.STATE:
            consular = thing and bool(told & words(listed, "consular"))
            return not surrender and ((strong and bool(asked)) or consular)
        case Voice.PERSON:
            of_weight = known and bool(asked) and _is_of_weight(analysis, asked)
            return not surrender and (of_weight or (strong and (bool(asked) or (known and thing))))
        case Voice.COURT if told & words(listed, "hold") and not strong:
            return False  # an interim measure
        case Voice.AUTHOR if phrase == "ask" and _is_past(verb, helpers):
            return False  # «we asked», and were answered or not
    formal = phrase in words(listed, "formal") and speaker.voice not in {Voice.BODY, Voice.COURT}
    at_large = phrase in words(listed, "at_large") or thing or (strong and speaker.voice is not Voice.PEOPLE)
    return not formal and (bool(asked) or at_large)


def _is_no_statement(analysis: Analysis, verb: Token, phrase: str, helpers: set[str]) -> bool:
    """«may ask», «to urge», «did not ask», «asked whether …, he said», «wanted criminals»: nobody says there that they call."""
    if analysis.children(verb, Relation.NEGATION) or verb.relation is Relation.MODIFIER or _is_supposed(analysis, verb):
        return True
    if phrase == "like":
        return "would" not in helpers
    return bool(helpers & _UNSURE) or (verb.form is Form.PARTICIPLE and not helpers & _HAVE)


def _is_of_weight(analysis: Analysis, asked: list[tuple[str, int, int]]) -> bool:
    """Whether a state, a body or its head is asked, and not an office for a service."""
    service = words(f"calls.{analysis.language}.toml", "service")
    return any(not {token.lemma.lower() for token in analysis.within(start, end)} & service for _, start, end in asked)


def _is_past(verb: Token, helpers: set[str]) -> bool:
    return bool(helpers & _HAVE) or (not helpers and verb.text.lower().endswith("ed"))


def _is_supposed(analysis: Analysis, verb: Token) -> bool:
    marks = (
        child.text.lower()
        for word in (verb, *analysis.ancestors(verb))
        for child in analysis.children(word)
        if child.index < verb.index
    )
    return any(mark in {"if", "whether", "unless"} for mark in marks)
