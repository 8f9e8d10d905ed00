"""What Russian texts tell: acts, status, people, places, dates. All people are invented."""

import pytest
from tests.extract.reports import Told, told

TURAEV = "Азиз Тураев"


def claims(text: str, *, published: str | None = "2024-03-15") -> list[Told]:
    """The claims of a Russian text about someone pursued."""
    return told(f"{text} Активист из Таджикистана критиковал власти.", published=published, language="ru")


def only(text: str, act: str) -> Told:
    """The one claim of that act."""
    (claim,) = [claim for claim in claims(text) if claim.act == act]
    return claim


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Азиза Тураева задержали в Москве.", "detention"),
        ("Азиз Тураев был задержан в Москве.", "detention"),
        ("В Москве задержан Азиз Тураев.", "detention"),
        ("Задержанного в Москве Азиза Тураева увезли.", "detention"),
        ("Азиз Тураев, похищенный в Москве, найден.", "abduction"),
        ("Польша отказала Азизу Тураеву в убежище.", "asylum_refusal"),
        ("Посольство отказалось продлить паспорт Азизу Тураеву.", "passport"),
        ("Азиза Тураева приговорили к девяти годам колонии.", "conviction"),
        ("На Азиза Тураева завели уголовное дело.", "charge"),
        ("Азиз Тураев пропал в Москве 5 марта.", "disappearance"),
        ("Комитет ООН против пыток попросил Россию не высылать Азиза Тураева.", "interim_measure"),
        ("Азиз Тураев получил убежище в Литве.", "asylum_grant"),
        ("Азиза Тураева освободили из-под стражи.", "release"),
        ("Азиза Тураева пытали током.", "torture"),
    ],
)
def test_whom_an_act_befalls(text: str, act: str) -> None:
    assert (TURAEV, act) in {(claim.who, claim.act) for claim in claims(text)}


def test_verbs_in_a_row_without_a_subject_share_their_object() -> None:
    found = claims("Азиза Тураева задержали и депортировали в Таджикистан.")
    assert {(claim.who, claim.act) for claim in found} == {(TURAEV, "detention"), (TURAEV, "deportation")}


def test_who_is_not_named_again_is_whom_the_text_speaks_of() -> None:
    found = claims("Азиз Тураев живёт в Москве. Азиза Тураева задержали в среду. Затем выслали.")
    assert (TURAEV, "deportation") in {(claim.who, claim.act) for claim in found}


def test_both_of_a_row_are_meant() -> None:
    found = claims("В Москве задержали Азиза Тураева и Дарью Лосеву.")
    assert {claim.who for claim in found if claim.act == "detention"} == {TURAEV, "Дарья Лосева"}


def test_counted_people_without_names() -> None:
    claim = only("В Варшаве задержали троих активистов.", "detention")
    assert claim.who == "троих активистов"


def test_harm_to_a_relative_is_told_of_the_exile() -> None:
    claim = only("Азиз Тураев живёт в Литве. Брата Тураева допросили в Душанбе.", "relatives")
    assert claim.who == TURAEV


@pytest.mark.parametrize(
    ("text", "act", "status"),
    [
        ("Азизу Тураеву грозит депортация.", "deportation", "threatened"),
        ("Россия получила запрос об экстрадиции Азиза Тураева.", "extradition", "threatened"),
        ("Суд постановил выдворить Азиза Тураева.", "deportation", "threatened"),
        ("Суд отказал в экстрадиции Азиза Тураева.", "extradition", "attempted"),
        ("Суд отменил депортацию Азиза Тураева.", "deportation", "attempted"),
        ("МВД опровергло задержание Азиза Тураева.", "detention", "denied"),
        ("Азиза Тураева экстрадировали 5 марта.", "extradition", "occurred"),
    ],
)
def test_how_far_an_act_went(text: str, act: str, status: str) -> None:
    assert only(text, act).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Правозащитники призвали освободить Азиза Тураева.",
        "Азиза Тураева не задерживали.",
        "Если Азиза Тураева задержат, он подаст жалобу.",
        "Задержан ли Азиз Тураев?",
    ],
)
def test_what_is_wished_supposed_or_negated_is_no_incident(text: str) -> None:
    assert not [claim for claim in claims(text) if claim.status != "denied" and claim.act in {"detention", "release"}]


@pytest.mark.parametrize(
    ("text", "act", "host", "destination"),
    [
        ("Азиза Тураева задержали в Варшаве.", "detention", "PL", None),
        ("Азиза Тураева выслали из Польши в Таджикистан.", "deportation", "PL", "TJ"),
        ("Турция депортировала Азиза Тураева в Душанбе.", "deportation", "TR", "TJ"),
        ("Литовская полиция задержала Азиза Тураева.", "detention", "LT", None),
    ],
)
def test_where(text: str, act: str, host: str, destination: str | None) -> None:
    claim = only(text, act)
    assert (claim.host, claim.destination) == (host, destination)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("В ночь на 5 марта Азиза Тураева задержали в Москве.", "2024-03-05"),
        ("Азиза Тураева задержали в Москве в августе 2022-го.", "2022-08"),
        ("Азиза Тураева задержали в Москве прошлым летом.", "2023-22"),
        ("Решение вынесли 5 марта, на следующий день Азиза Тураева задержали.", "2024-03-06"),
        ("Азиза Тураева, родившегося в 1969 году, задержали в Москве.", None),
    ],
)
def test_when(text: str, date: str | None) -> None:
    assert only(text, "detention").date == date


def test_a_lasting_charge_has_no_day() -> None:
    assert only("С 5 марта Азиз Тураев в Литве, дома его обвиняют в терроризме.", "charge").date is None


def test_on_whose_word_and_by_whom() -> None:
    claim = only("По словам Дарьи Лосевой, Азиза Тураева задержали сотрудники ФСБ.", "detention")
    assert claim.sources == ("Дарья Лосева",)
    assert "ФСБ" in claim.agents


def test_details_of_a_sentence() -> None:
    assert (
        only("Азиза Тураева приговорили к девяти годам колонии.", "conviction")
        .details["sentence"]
        .startswith("девяти годам")
    )


def test_a_title_tells_of_the_person_named_below() -> None:
    found = told(
        "Польша выслала таджикского активиста\n\nАзиза Тураева задержали в Варшаве 5 марта, сообщили правозащитники.",
        published="2024-03-15",
        language="ru",
    )
    assert {(claim.who, claim.act) for claim in found} == {(TURAEV, "detention"), (TURAEV, "deportation")}


def test_ordinary_crime_gives_no_incident() -> None:
    text = (
        "Организатора финансовой пирамиды Петра Лосева выдали Казахстану. Потерпевшие вкладчики и инвесторы ждут суда."
    )
    assert not told(text, language="ru")


def test_every_passage_stands_in_the_text() -> None:
    text = "Польша выслала Азиза Тураева. Его держат в СИЗО, сообщил адвокат Пётр Лосев. Активист критиковал власти."
    assert told(text, language="ru")
