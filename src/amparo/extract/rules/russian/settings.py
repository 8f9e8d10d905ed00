"""Where, in Russian: host, destination and origin of an act, each with the rule that read it and the words it was read in."""

from amparo.extract.rules.analysis import Analysis, Token
from amparo.extract.rules.cast import Cast
from amparo.extract.rules.lexicon import words
from amparo.extract.rules.scan import Scan
from amparo.extract.rules.settings import State
from amparo.vocabulary.places import PlaceMatch

from .people import PERSONS, is_person_noun

_PURSUER = (
    "власт",
    "спецслужб",
    "оппозиц",
    "режим",
    "правительств",
    "полици",
    "гкнб",
    "суд",
    "прокур",
    "силовик",
    "активист",
    "мвд",
    "кнб",
    "кгб",
)
_OF_A_PERSON = 3.0  # how much the origin told of one person says of the whole text
_OF_WHOM = {
    "гражданин",
    "гражданка",
    "гражданство",
    "уроженец",
    "уроженка",
    "выходец",
    "бежать",
    "уехать",
    "запрос",
    "требование",
}
_KNOWN = 2.5  # how many times more a place says of a state that is known to pursue its people abroad
_FLED = ("бежа", "уеха", "выеха", "эмигр", "бег", "покин")
_SENT = (
    "выда",
    "экстради",
    "депорт",
    "высл",
    "выслат",
    "выдвор",
    "отправ",
    "вывез",
    "верну",
    "возвра",
    "переда",
    "этап",
)


def pursuing_state(analysis: Analysis, scan: Scan, cast: Cast) -> State | None:
    """The state whose critics a text is about: whose people are pursued, whose offices seek them, whither they are to be sent."""
    weights: dict[str, float] = {}
    shown: dict[str, PlaceMatch] = {}
    for place in scan.places:
        if place.state is None:
            continue
        weights[place.state] = weights.get(place.state, 0.0) + _weight(analysis, place)
        if place.state not in shown or (place.kind == "demonym" and shown[place.state].kind != "demonym"):
            shown[place.state] = place
    for party in cast.parties:
        if party.origin is not None and not party.speaker:
            weights[party.origin.value] += _OF_A_PERSON
    if not weights:
        return None
    best = max(weights, key=lambda state: (weights[state], -shown[state].start))
    return State(best, shown[best].start, shown[best].end, "origin.whole_text", guessed=True)


def _weight(analysis: Analysis, place: PlaceMatch) -> float:
    """How much one place says that its state is the pursuing one, more for a state known to pursue its people abroad."""
    inside = analysis.within(place.start, place.end)
    if not inside:
        return 0.2
    known = (place.state or "").lower() in words(PERSONS, "pursuing_states")
    return _shown(analysis, place, inside) * (_KNOWN if known else 1.0)


def _shown(analysis: Analysis, place: PlaceMatch, inside: tuple[Token, ...]) -> float:
    """«таджикский активист», «власти Ирана», «выдать в Минск», «бежал из Баку»."""
    sentence = analysis.sentence(inside[0])
    after = analysis.tokens[inside[-1].index + 1 : min(sentence.last, inside[-1].index + 3)]
    before = analysis.tokens[max(sentence.first, inside[0].index - 4) : inside[0].index]
    if place.kind == "demonym":
        people = any(is_person_noun(word) for word in after) or inside[-1].pos in {"NOUN", "PROPN"}
        return 3.0 if people else 1.5 if any(word.lemma.startswith(_PURSUER) for word in after) else 0.5
    if any(word.lemma in _OF_WHOM for word in before):
        return 3.0
    preposition = before[-1].lemma if before else ""
    if (
        preposition in {"в", "на"}
        and inside[-1].has("Case=Acc")
        and any(word.lemma.startswith(_SENT) for word in before)
    ):
        return 2.0 if place.kind == "name" else 1.0
    if preposition == "из" and any(word.lemma.startswith(_FLED) for word in before):
        return 1.5
    if before and before[-1].lemma.startswith(_PURSUER):
        return 1.5
    return 0.4 if place.kind == "name" else 0.2
