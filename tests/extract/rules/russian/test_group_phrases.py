"""Candidates for unnamed people in Russian: which phrases are found, and what each says of itself. All people are invented."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.extract.reports import report

from amparo.extract.rules.blocks import fold
from amparo.extract.rules.group_phrases import GroupPhrase
from amparo.extract.rules.lexicon import read
from amparo.extract.rules.prepare import prepare
from amparo.extract.rules.telling import Telling

PIECES = (
    "Полиция задержала семерых студентов из Оша.", "Двое", "из них", "-", '"', "(", "12", "4 000", "человек,", "Одила Самадова", "его жену",
    "и троих детей", "остальные", "«Рассвет»", "признали экстремистским.", "🕊", "\u202e", "\n\n", "не", "в том числе",
)  # fmt: skip


def telling(text: str) -> Telling:
    return prepare(report(text, language="ru"))


def phrases(text: str) -> dict[str, GroupPhrase]:
    return {text[phrase.start : phrase.end]: phrase for phrase in telling(text).group_phrases()}


@pytest.mark.parametrize(
    ("text", "words", "count", "noun"),
    [
        ("Полиция выслала семерых каракалпакских студентов.", "семерых каракалпакских студентов", 7, "студент"),
        ("Шестеро граждан Турции арестованы в Риге.", "Шестеро граждан Турции", 6, "гражданин"),
        ("В Казани задержаны не менее двадцати уроженцев Оша.", "не менее двадцати уроженцев Оша", 20, "уроженец"),
        ("Около пятидесяти человек вывезли на автобусе.", "Около пятидесяти человек", 50, "человек"),
        ("Суд отказал сорока одному афганскому беженцу.", "сорока одному афганскому беженцу", 41, "беженец"),
        ("Выданы 4 000 человек.", "4 000 человек", 4000, "человек"),
        ("Депортированы двое уфимцев.", "двое уфимцев", 2, "уфимец"),
        ("Двоих его одноклассников отправили домой.", "Двоих его одноклассников", 2, "одноклассник"),
        ("Трое из них исчезли в пути.", "Трое из них", 3, "трое"),
        ("Пятеро из семи остаются в тюрьме.", "Пятеро из семи", 5, "пятеро"),
        ("Двоих суд отпустил под подписку.", "Двоих", 2, "двое"),
        ("Ещё шестерых отправили в Душанбе.", "Ещё шестерых", 6, "шестеро"),
        ("Остальных 16 выдали в августе.", "Остальных 16", 16, "16"),
        ("Двух других вернули из Москвы.", "Двух других", 2, "другой"),
        ("Десятки учителей уволены за забастовку.", "Десятки учителей", None, "учитель"),
        ("Группа студентов задержана на границе.", "Группа студентов", None, "студент"),
        ("Большинство получило отказ.", "Большинство", None, "большинство"),
        ("Задержанных увезли в Ташкент.", "Задержанных", None, "задержанный"),
        ("Остальные остались дома.", "Остальные", None, "остальной"),
        ("Вывезли его жену и троих детей.", "его жену и троих детей", 4, "жена"),
        ("Мы знаем о девяти таких случаях.", "девяти таких случаях", 9, "случай"),
    ],
)
def test_groups_and_their_count(text: str, words: str, count: int | None, noun: str) -> None:
    found = phrases(text)
    assert words in found
    assert (found[words].count, found[words].noun, found[words].single) == (count, noun, False)


@pytest.mark.parametrize(
    ("text", "words", "noun"),
    [
        ("В Риге арестован 34-летний блогер.", "34-летний блогер", "блогер"),
        ("Силовики избили жителя Ферганы.", "жителя Ферганы", "житель"),
        ("Неизвестного активиста увезли в лес.", "Неизвестного активиста", "активист"),
        ("Кардиолога из Нарына выслали.", "Кардиолога из Нарына", "кардиолог"),
        ("Второго отпустили утром.", "Второго", "второй"),
        ("Один из них умер в тюрьме.", "Один из них", "один"),
    ],
)
def test_one_person_has_no_count(text: str, words: str, noun: str) -> None:
    found = phrases(text)[words]
    assert (found.count, found.single, found.noun) == (None, True, noun)


def test_people_told_of_before_are_definite() -> None:
    found = phrases("Девять мужчин задержаны в Анкаре. Остальных отпустили, этих мужчин судили.")
    assert found["Остальных"].definite
    assert found["Остальных"].kind == "bare"
    assert found["этих мужчин"].definite
    assert not found["Девять мужчин"].definite


@pytest.mark.parametrize("words", ["его брата", "мать Носирова", "его жену"])
def test_relatives_belong_to_the_person_named(words: str) -> None:
    text = "Фаррух Носиров бежал в Польшу в 2021 году. В Душанбе задержали его брата, затем мать Носирова и его жену."
    told = telling(text)
    found = {text[phrase.start : phrase.end]: phrase for phrase in told.group_phrases()}[words]
    assert found.kin
    assert found.relative_of == next(party.key for party in told.cast.parties if "Носиров" in party.name)


def test_who_is_named_is_no_candidate() -> None:
    found = phrases("Активист Фаррух Носиров, гражданин Таджикистана, задержан в 2019 году на пять лет, ему 34 года.")
    assert found == {}


def test_numbers_of_other_things_are_no_people() -> None:
    found = phrases("За три месяца суд рассмотрел две жалобы. Второго июня прошло двое суток. Его осудили на семь.")
    assert found == {}


def test_officials_are_marked() -> None:
    found = phrases("Полицейские избили троих рыбаков, прокурор промолчал.")
    assert found["Полицейские"].official
    assert found["прокурор"].official
    assert not found["троих рыбаков"].official


def test_bodies_are_candidates_by_noun_and_where_they_are_listed_by_name() -> None:
    found = phrases("Суд признал экстремистской «Синюю птицу». Партия запрещена с мая. Он читал «Войну и мир».")
    assert found["«Синюю птицу»"].kind == "body"
    assert found["Партия"].kind == "body"
    assert "«Войну и мир»" not in found


def test_the_title_is_read_and_furniture_is_not() -> None:
    text = "Троих чеченцев выслали\n\nВласти подтвердили высылку в понедельник вечером, сообщило агентство.\n\nЧитайте также: Пятеро студентов депортированы\n"
    found = phrases(text)
    assert found["Троих чеченцев"].count == 3
    assert not [words for words in found if "студентов" in words]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_phrases_stand_in_order_and_hold_their_head(text: str) -> None:
    told = telling(text)
    found = told.group_phrases()
    places = [(phrase.start, phrase.end) for phrase in found]
    assert places == sorted(places)
    assert len({(*place, phrase.count) for place, phrase in zip(places, found, strict=True)}) == len(found)
    for phrase in found:
        assert 0 <= phrase.start < phrase.end <= len(text)
        assert phrase.start <= told.analysis.tokens[phrase.head].start < phrase.end
        assert fold(text)[phrase.start : phrase.end] == fold(text)[phrase.start : phrase.end].strip()
        assert phrase.count is None or phrase.count > 1
        assert not (phrase.single and phrase.count)


def test_words_are_dictionary_forms_and_stand_once() -> None:
    for key, listed in read("groups.ru.toml").items():
        assert len(listed) == len(set(listed)), key
        assert all(word == word.lower().strip() and "ё" not in word for word in listed), key
