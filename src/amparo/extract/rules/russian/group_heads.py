"""The words of a Russian text that can be the head of a phrase for unnamed people: nouns for people, «остальные», «двое», «задержанные»."""

from dataclasses import dataclass

from amparo.extract.rules.analysis import Analysis, Form, Relation, Sentence, Token
from amparo.extract.rules.lexicon import words
from amparo.extract.rules.parsed import Parsed

from .anaphora import PRONOUNS
from .counts import Number, is_several
from .groups import phrase as noun_phrase
from .lemmas import citation, is_animate, is_ordinary, lemma
from .people import PERSONS, is_kin, is_plural, speaks

__all__ = ["GROUPS", "Place", "behind", "belongs_before", "kind_of", "owner_before"]

GROUPS = "groups.ru.toml"
_BEHIND = 5  # words from «из» to the noun behind it («двое из этих троих», «один из местных жителей»)
_ATTRIBUTES = {"ADJ", "DET", "NUM", "ADV"}
# Words that begin a phrase only before these: «не менее», «по меньшей мере», «как минимум».
_BEFORE = {"не": {"менее", "более", "меньше", "больше"}, "по": {"меньшей", "крайней"}, "как": {"минимум"}}
# Where an adjective or a number without a noun stands for people.
_PLACES = {
    Relation.SUBJECT, Relation.PASSIVE_SUBJECT, Relation.OBJECT, Relation.RECIPIENT, Relation.OBLIQUE, Relation.AGENT, Relation.ROOT,
    Relation.CONJUNCT, Relation.APPOSITION, Relation.POSSESSOR, Relation.COMPLEMENT, Relation.OTHER,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of the text and what its numbers count: by the token of the noun, and those without one by their first token."""

    parsed: Parsed
    sentence: Sentence
    counted: dict[int, Number]
    alone: dict[int, Number]

    @property
    def analysis(self) -> Analysis:
        """The parse of the whole text."""
        return self.parsed.analysis

    def next(self, token: Token) -> str:
        """The word behind ``token`` in the sentence, «» behind the last."""
        after = token.index + 1
        return self.analysis.tokens[after].text if after < self.sentence.last else ""


def kind_of(place: Place, token: Token) -> str | None:
    """What a word can denote as the head of a phrase; None where it denotes nobody."""
    if token.index in place.alone:
        return "bare" if _stands_alone(place, place.alone[token.index]) else None
    if _is_named(place, token):
        return None
    if token.pos in {"NOUN", "PROPN"} or _base(token) in words(PERSONS, "kin"):
        if _names_people(place, token):
            return None if _is_of_name(place, token) else "people"
        if token.lemma in words(GROUPS, "body"):
            return "body"
        if token.index in place.counted and token.lemma in words(GROUPS, "stand_in"):
            return "stand_in"
    return _without_noun(place, token)


def _is_named(place: Place, token: Token) -> bool:
    """Part of a person's name; neither what a number counts nor a plain noun that stands alone («Бухгалтер из Актобе»)."""
    party = place.parsed.cast.at(token)
    if party is None or token.index in place.counted:
        return False
    small = token.text.lower()
    return " " in party.name or not (is_ordinary(small) and is_animate(small))


def _base(token: Token) -> str:
    """The dictionary form; of «дочь-подросток» its first part."""
    return token.lemma.partition("-")[0]


def _names_people(place: Place, token: Token) -> bool:
    """A listed noun for people, a people's name, a noun that the dictionary and the parser take for someone alive."""
    if token.lemma in words(GROUPS, "quantity"):
        return behind(place, token) is not None
    if token.lemma == "лицо":
        return token.index in place.counted or token.has("Number=Plur")
    if token.lemma in words(PERSONS, "title") or token.lemma in words(GROUPS, "nobody"):
        return False
    listed = any(token.lemma in words(GROUPS, key) for key in ("collective", "person"))
    if listed or token.lemma in words(PERSONS, "target") or _base(token) in words(PERSONS, "kin") or speaks(token):
        return True
    demonym = place.parsed.scan.places.at(token.start)
    return _is_someone(place, token) if demonym is None else demonym.kind == "demonym"


def _is_someone(place: Place, token: Token) -> bool:
    """A common noun for someone alive that no list has: «кардиолога», «семеро уфимцев»."""
    small = token.text.lower()
    if token.text[0].isupper() and not (_opens(place, token) and is_ordinary(small)):
        return False
    if place.parsed.scan.covers(token.start, token.end) or place.parsed.scan.dates.touch(token.start, token.end):
        return False
    return token.has("Animacy=Anim") and (is_animate(small) or token.index in place.counted)


def _opens(place: Place, token: Token) -> bool:
    """Whether a word has its capital from where it stands."""
    first = token.index == place.sentence.first
    return first or place.analysis.tokens[token.index - 1].text in {".", ":", "-", '"'}


def _is_of_name(place: Place, token: Token) -> bool:
    """Whether a noun only tells who somebody named is: «активист Х», «Х, гражданин Ирана»; «мать Х» and «соратник Х» are others."""
    if token.index in place.counted or is_plural(token) or token.lemma in words(GROUPS, "collective"):
        return False
    cast, tokens = place.parsed.cast, place.analysis.tokens
    start, end = noun_phrase(place.analysis, token)
    inside = place.analysis.within(start, end)
    behind = tokens[token.index + 1 : min(inside[-1].index + 2, place.sentence.last)]
    name = next((word for word in behind if cast.at(word) is not None), None)
    if name is not None:
        owned = is_kin(token) or token.lemma in words(GROUPS, "of_someone") or name.has("Case=Gen")
        return not owned or owner_before(token, place.analysis) is not None
    comma = inside[0].index - 1
    return (
        comma > place.sentence.first
        and tokens[comma].text in {",", "-", "("}
        and cast.at(tokens[comma - 1]) is not None
    )


def _without_noun(place: Place, token: Token) -> str | None:
    """«задержанные», «остальные», «второй», «один из них»: an adjective or participle that no noun follows."""
    if not _is_free(place, token):
        return None
    if token.pos in {"ADJ", "VERB", "NOUN"} and citation(token.text) in words(GROUPS, "as_noun"):
        return None if token.relation in {Relation.ROOT, Relation.COMPLEMENT} else "people"
    if token.pos not in {"NOUN", "ADJ", "DET", "PRON", "NUM"}:
        return None
    if token.lemma in words(GROUPS, "quantity"):
        return "bare" if _is_quantity_alone(place, token) else None
    listed = lemma(token.text, "ADJ") in words(GROUPS, "bare") or token.lemma in words(GROUPS, "bare")
    return "bare" if listed and not _is_thing(place, token) else None


def _is_free(place: Place, token: Token) -> bool:
    """Whether a word stands where a noun would, and is not the attribute of one."""
    if token.index in place.counted:
        return True
    if token.relation is Relation.MODIFIER or place.parsed.scan.dates.touch(token.start, token.end):
        return False
    return (token.relation in _PLACES or place.next(token) == "из") and not _leads_noun(place, token)


def _is_quantity_alone(place: Place, token: Token) -> bool:
    """«Большинство получило отказ», «часть из них»; «часть пути» is no people."""
    if place.next(token) == "из":
        return True
    after = token.index + 1
    of_things = after < place.sentence.last and place.analysis.tokens[after].has("Case=Gen")
    return token.relation in {Relation.SUBJECT, Relation.PASSIVE_SUBJECT} and not of_things


def _is_thing(place: Place, token: Token) -> bool:
    """«первое», «двадцать первого», «чаще всего», «одна из стран»: no people."""
    if lemma(token.text, "ADJ") == "тот":
        return not (token.has("Number=Plur") and place.next(token) in {",", "кто"})
    if token.lemma == "весь" and not token.has("Number=Plur"):
        return True
    if token.has("Gender=Neut") and token.has("Case=Nom", "Case=Acc"):
        return True
    after_number = token.index > place.sentence.first and place.analysis.tokens[token.index - 1].pos == "NUM"
    return (after_number and token.index not in place.counted) or _is_of_things(place, token)


def _is_of_things(place: Place, token: Token) -> bool:
    inner = behind(place, token)
    if inner is None or inner.pos not in {"NOUN", "PROPN"} or not inner.has("Animacy=Inan"):
        return False
    return not (inner.lemma in words(GROUPS, "body") or _names_people(place, inner))


def _leads_noun(place: Place, token: Token) -> bool:
    """Whether a noun in the same case follows, so that the word is only its attribute."""
    case = next((feature for feature in token.features if feature.startswith("Case=")), "-")
    for word in place.analysis.tokens[token.index + 1 : min(place.sentence.last, token.index + 4)]:
        if word.pos in {"NOUN", "PROPN"} or word.index in place.alone:
            return word.has(case) or word.index in place.alone
        if word.pos not in _ATTRIBUTES and word.form is not Form.PARTICIPLE:
            return False
    return False


def _stands_alone(place: Place, number: Number) -> bool:
    """Whether a number without a noun counts people: «трое», «двенадцать из них», «более 40 задержаны»; «получил семь» counts years."""
    tokens = place.analysis.tokens
    first, last = tokens[number.first], tokens[number.last - 1]
    if is_several(last) or place.next(last) == "из":
        return not _is_of_things(place, last)
    if last.lemma in words(GROUPS, "quantity") and behind(place, last) is not None:
        return True
    if first.index > place.sentence.first and belongs_before(tokens[first.index - 1], first):
        return True
    return last.relation in {Relation.SUBJECT, Relation.PASSIVE_SUBJECT} and not first.text.isdecimal()


def behind(place: Place, token: Token) -> Token | None:
    """The people behind a quantity («десятки активистов», «группа студентов») or behind «из» («двое из них», «пятеро из семи»)."""
    tokens = place.analysis.tokens
    first = token.index + 1
    collective = token.lemma in words(GROUPS, "collective")
    among = place.next(token) == "из" and (collective or token.pos not in {"NOUN", "PROPN"})
    if not (among or collective):
        return None
    for word in tokens[first + among : min(place.sentence.last, first + among + _BEHIND)]:
        person = word.pos in {"NOUN", "PROPN"}
        if person or (among and (word.text.lower() in PRONOUNS or (word.index in place.alone))):
            return word if among or (word.has("Case=Gen") and _is_member(place, word)) else None
        if word.pos not in _ATTRIBUTES and word.form is not Form.PARTICIPLE:
            return None
        if not among and citation(word.text) in words(GROUPS, "as_noun") and not _leads_noun(place, word):
            return word
    return None


def _is_member(place: Place, word: Token) -> bool:
    return word.lemma not in words(GROUPS, "collective") and _names_people(place, word)


def owner_before(token: Token, analysis: Analysis) -> Token | None:
    """«его», «её», «их» before a noun, of which only attributes part it."""
    for word in reversed(analysis.tokens[max(0, token.index - 3) : token.index]):
        if word.text.lower().replace("ё", "е") in {"его", "ее", "их"}:
            return word
        if word.pos not in _ATTRIBUTES:
            return None
    return None


def belongs_before(word: Token, following: Token) -> bool:
    """Whether a word before a number or noun belongs to its phrase: «ещё», «около», «всех», «не менее»."""
    small = word.text.lower().replace("ё", "е")
    if small in _BEFORE:
        return following.text.lower() in _BEFORE[small]
    return small in words(GROUPS, "before")
