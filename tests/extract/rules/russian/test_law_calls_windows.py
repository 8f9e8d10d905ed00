"""Law, calls and occasions in Russian texts. All people are invented."""

import pytest
from tests.extract.reports import report

from amparo.extract import extract
from amparo.model import Extraction


def found(text: str, published: str | None = "2024-05-14") -> Extraction:
    return extract(report(text, language="ru", published=published), engine="rules")


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("Россия — участница Конвенции против пыток.", ("CAT", "party")),
        ("Статья 3 Конвенции против пыток запрещает такую выдачу.", ("CAT", "prohibits")),
        ("Молдова нарушила Европейскую конвенцию о защите прав человека.", ("ECHR", "violates")),
        ("Таиланд не ратифицировал Конвенцию против пыток.", ("CAT", "other")),
        ("Россия и Сербия подписали договор о выдаче.", ("договор о выдаче", "party")),
    ],
)
def test_law(text: str, law: tuple[str, str]) -> None:
    assert law in {(one.instrument.value, one.says.value.value) for one in found(text).laws}


@pytest.mark.parametrize(
    ("text", "law"),
    [
        (
            "Государства Центральной Азии — участники Конвенции против пыток.",
            ("CAT", "party", ("KZ", "KG", "TJ", "TM", "UZ")),
        ),
        ("Россия связана Конвенцией против пыток и не вправе его выдавать.", ("CAT", "prohibits", ("RU",))),
        ("Он жил в Молдове. Выдача противоречила Конвенции против пыток.", ("CAT", "violates", ("MD",))),
        ("Он жил в Киргизии. Судья сослался на статью 11 закона «О беженцах».", ("KG-REF", "domestic", ("KG",))),
        (
            "Комитет ООН по правам человека признал, что Казахстан нарушил Факультативный протокол.",
            ("ICCPR-OP1", "violates", ("KZ",)),
        ),
        ("Европейский суд применил правило 39 и попросил Польшу не высылать его.", ("ECHR", "other", ("PL",))),
        ("Польша выдала его Беларуси. Обе страны — участницы Конвенции против пыток.", ("CAT", "party", ("PL", "BY"))),
    ],
)
def test_whose_law(text: str, law: tuple[str, str, tuple[str, ...]]) -> None:
    assert law in {
        (one.instrument.value, one.says.value.value, tuple(state.value for state in one.states))
        for one in found(text).laws
    }


def test_an_article_of_the_criminal_code_is_none_of_the_convention_named_before() -> None:
    text = "Судьи сослались на Европейскую конвенцию о защите прав человека. Его обвиняют по статье 208 УК РФ."
    assert len(found(text).laws) == 1


@pytest.mark.parametrize(
    ("text", "to", "demand"),
    [
        ("Правозащитники призвали Литву освободить Азиза Тураева.", ("LT",), "освободить Азиза Тураева"),
        ("Правозащитники призвали Литву не выдавать Азиза Тураева.", ("LT",), "не выдавать Азиза Тураева"),
        ("Мы просим УВКБ ООН взять его под защиту.", ("UNHCR",), "взять его под защиту"),
        ("Требуем возбудить уголовное дело.", (), "возбудить уголовное дело"),
    ],
)
def test_calls(text: str, to: tuple[str, ...], demand: str) -> None:
    assert [(tuple(one.value for one in call.to), call.demand.value) for call in found(text).calls] == [(to, demand)]


def test_two_addressees_have_a_call_each() -> None:
    calls = found("Правозащитники призвали Баку освободить Тураева, а Стокгольм — остановить высылки.").calls
    assert [[one.value for one in call.to] for call in calls] == [["AZ"], ["SE"]]


@pytest.mark.parametrize(
    "text",
    [
        "Прокуратура потребовала приговорить Азиза Тураева к десяти годам.",
        "МВД Таджикистана попросило Литву выдать Азиза Тураева.",
        "Комитет ООН против пыток попросил Казахстан не высылать Азиза Тураева.",
    ],
)
def test_what_is_no_call(text: str) -> None:
    assert found(text).calls == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Суд рассмотрит жалобу 20 мая.", "2024-05-20"),
        ("Заседание назначено на 3 июня.", "2024-06-03"),
        ("Решение можно обжаловать в течение десяти дней.", None),
    ],
)
def test_windows(text: str, day: str | None) -> None:
    assert [window.date.value.value if window.date else None for window in found(text).windows] == [day]


def test_the_past_is_no_occasion() -> None:
    assert found("Суд рассмотрел жалобу 3 мая. В 2022 году его лишили статуса.").windows == ()
