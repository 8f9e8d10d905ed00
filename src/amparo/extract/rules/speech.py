"""On whose word: whom the text attributes a claim to, outermost first."""

from dataclasses import dataclass

from .analysis import Analysis, Relation, Sentence, Token
from .cast import Cast, Party
from .lexicon import words
from .scan import Found, Scan

_SPEECH = "speech.en.toml"
# What hangs on a speaker's word and belongs to the name: «the groups A and B», «X, a researcher at C».
_OF_THE_NAME = {
    Relation.CONJUNCT, Relation.APPOSITION, Relation.COMPOUND, Relation.AFTER_PREPOSITION, Relation.PREPOSITION,
}  # fmt: skip
_SPOKE_BACK = 60  # sentences looked back for the organisations that «the statement» is of
_QUOTE_BACK = 4  # sentences of one direct quotation looked over for its speaker


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone a claim is attributed to: the name that counts, and the characters that show it."""

    name: str
    start: int
    end: int
    rule: str


def sources(analysis: Analysis, token: Token, cast: Cast, scan: Scan) -> tuple[Speaker, ...]:
    """Whom the clause of ``token`` is attributed to; empty where the text speaks in its own voice."""
    sentence = analysis.sentence(token)
    found = _according_to(analysis, sentence, cast, scan)
    for verb in _saying(analysis, token, sentence, scan):
        found += [
            speaker for speaker in _of_verb(analysis, verb, cast, scan) if speaker.name not in {f.name for f in found}
        ]
    if not found and _inside_quotes(analysis, sentence):
        found = list(_quoted_speaker(analysis, sentence, cast, scan))
    unique: dict[str, Speaker] = {}
    for speaker in found:
        unique.setdefault(speaker.name, speaker)
    return tuple(unique.values())


def _saying(analysis: Analysis, token: Token, sentence: Sentence, scan: Scan) -> list[Token]:
    """Verbs of saying over ``token``, and one that closes its sentence («…, the group said»), outermost first."""
    over = [word for word in analysis.ancestors(token) if _says(word)]
    passed = {word.index for word in over} | {word.index for word in analysis.subtree(token)}
    behind = analysis.tokens[token.index + 1 : sentence.last]
    closing = [word for word in behind if _says(word) and word.index not in passed and _closes(analysis, word, scan)]
    return list(reversed([*over, *closing]))


def _says(word: Token) -> bool:
    return word.pos == "VERB" and (word.lemma in words(_SPEECH, "report") or word.lemma in words(_SPEECH, "deny"))


def _closes(analysis: Analysis, verb: Token, scan: Scan) -> bool:
    """Whether a verb of saying has a speaker and nothing behind it that is said."""
    if analysis.children(verb, Relation.COMPLEMENT, Relation.OBJECT):
        return False
    return bool(analysis.children(verb, Relation.SUBJECT) or _before_verb(analysis, verb, scan))


def _of_verb(analysis: Analysis, verb: Token, cast: Cast, scan: Scan) -> list[Speaker]:
    subjects = analysis.children(verb, Relation.SUBJECT, Relation.AGENT)
    if not subjects and verb.relation is Relation.CONJUNCT:
        head = analysis.head(verb)
        speaks = head is not None and head.lemma in words(_SPEECH, "report")
        subjects = analysis.children(head, Relation.SUBJECT) if head is not None and speaks else ()
    found: list[Speaker] = []
    for subject in subjects[:1]:
        found += speakers_of(analysis, subject, cast, scan, "source.verb_of_saying")
    if not found:
        found += _before_verb(analysis, verb, scan)
    return found


def _before_verb(analysis: Analysis, verb: Token, scan: Scan) -> list[Speaker]:
    """Organisations in a row straight before the verb, where the parse lost the subject («…, A (a) and the B (b) said»)."""
    sentence = analysis.sentence(verb)
    row: list[Found] = []
    stop = verb.start
    for found in sorted(scan.organisations.inside(sentence.start, verb.start), key=lambda f: -f.end):
        between = analysis.lower[found.end : stop].strip(" ()")
        if between not in {"", "and", "and the", ",", ", and", "has", "have", "also", ", the"}:
            break
        row.append(found)
        stop = found.start
    unique = {found.name: found for found in row}
    return [
        Speaker(found.name, found.start, found.end, "source.before_verb")
        for found in sorted(unique.values(), key=lambda f: f.start)
    ]


def speakers_of(analysis: Analysis, subject: Token, cast: Cast, scan: Scan, rule: str) -> list[Speaker]:
    """The organisations, people or unnamed sources that a subject names; a spokesperson counts as their organisation."""
    tokens = [t for t in analysis.subtree(subject) if t.index <= subject.index or t.relation in _OF_THE_NAME]
    start, end = min(t.start for t in tokens), max(t.end for t in tokens)
    beside = (cast.at(t) for t in (subject, *analysis.children(subject, Relation.APPOSITION, Relation.COMPOUND)))
    person = next((party for party in beside if party is not None), None)
    if person is not None:
        return [_as_counted(person, start, end, rule)]
    organisations = {f.name: f for f in reversed(scan.organisations.inside(start, end)) if f.kind != "movement"}
    if organisations:
        return [Speaker(f.name, f.start, f.end, rule) for f in reversed(organisations.values())]
    agencies = scan.agencies.inside(start, end)
    if agencies:
        return [Speaker(analysis.text[start:end], start, end, rule)]
    return _stand_in(analysis, subject, start, end, scan, rule)


def _as_counted(person: Party, start: int, end: int, rule: str) -> Speaker:
    """A researcher or spokesman counts as the organisation they speak for; a lawyer, relative or witness by name."""
    if person.organisation is not None and person.role not in {"lawyer", "relative", "journalist", "whistleblower"}:
        return Speaker(person.organisation, start, end, f"{rule}.spokesperson")
    return Speaker(person.name, start, end, rule)


def _stand_in(analysis: Analysis, subject: Token, start: int, end: int, scan: Scan, rule: str) -> list[Speaker]:
    """«the group said», «the statement says»: the organisations that spoke last; an unnamed source as the text calls it."""
    if subject.lemma in words(_SPEECH, "document"):
        spoke = _spoke_last(analysis, subject, start, scan)
        if spoke:
            plural = subject.text.lower().endswith("s") or subject.lemma in {"statement", "letter", "appeal", "report"}
            return [Speaker(f.name, f.start, f.end, f"{rule}.stand_in") for f in (spoke if plural else spoke[-1:])]
    if subject.pos in {"NOUN", "PROPN"} and subject.lemma not in {"text", "article", "law"}:
        return [Speaker(analysis.text[start:end], start, end, f"{rule}.unnamed")]
    return []


def _spoke_last(analysis: Analysis, subject: Token, start: int, scan: Scan) -> list[Found]:
    """The organisations of the last sentence before that speaks of that statement, else of any; «the groups» may be named only after."""
    here = subject.sentence
    before = analysis.sentences[max(0, here - _SPOKE_BACK) : here]
    with_word = [s for s in before if any(t.lemma == subject.lemma for t in analysis.words(s))]
    after = analysis.sentences[here + 1 : here + 3] if subject.text.lower().endswith("s") else ()
    for sentence in (*reversed(with_word), analysis.sentences[here], *reversed(before), *after):
        found = {
            f.name: f
            for f in reversed(scan.organisations.inside(sentence.start, sentence.end))
            if f.kind == "ngo" and f.start != start
        }
        if found:
            return sorted(found.values(), key=lambda f: f.start)
    return []


def _according_to(analysis: Analysis, sentence: Sentence, cast: Cast, scan: Scan) -> list[Speaker]:
    found: list[Speaker] = []
    for token in analysis.words(sentence):
        if token.lemma != "accord" and token.text.lower() != "according":
            continue
        for to in analysis.children(token, Relation.PREPOSITION):
            for noun in analysis.children(to, Relation.AFTER_PREPOSITION):
                found += speakers_of(analysis, noun, cast, scan, "source.according_to")
    return found


def _inside_quotes(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence stands inside a direct quotation that began before it."""
    return analysis.text.count('"', analysis.block_start(sentence), sentence.start) % 2 == 1


def _quoted_speaker(analysis: Analysis, sentence: Sentence, cast: Cast, scan: Scan) -> tuple[Speaker, ...]:
    """The speaker named where the quotation of several sentences is closed or was opened."""
    report = words(_SPEECH, "report")
    order = [sentence.index + step for step in range(1, _QUOTE_BACK)] + [
        sentence.index - step for step in range(1, _QUOTE_BACK)
    ]
    for index in order:
        if not 0 <= index < len(analysis.sentences) or analysis.sentences[index].block != sentence.block:
            continue
        for word in analysis.words(analysis.sentences[index]):
            if word.lemma in report and word.pos == "VERB":
                speakers = _of_verb(analysis, word, cast, scan)
                if speakers:
                    return tuple(speakers)
    return ()
