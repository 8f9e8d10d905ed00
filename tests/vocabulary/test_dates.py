"""`dates`: from words to EDTF, never padded, never invented."""

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from amparo.model import Edtf
from amparo.vocabulary.date_grammar import rules
from amparo.vocabulary.dates import DateMatch, find_dates

PUBLISHED = Edtf("2024-04-16")  # a Tuesday


def only(text: str, language: str = "en", published: Edtf | None = None) -> DateMatch:
    (one,) = find_dates(text, language, published)
    assert text[one.start : one.end] == one.words
    return one


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("on October 20, 2021, he", "2021-10-20", "day"),
        ("on 20 October 2021", "2021-10-20", "day"),
        ("the 20th of October, 2021", "2021-10-20", "day"),
        ("Oct. 20, 2021", "2021-10-20", "day"),
        ("Wednesday, October 20, 2021", "2021-10-20", "day"),
        ("20.10.2021", "2021-10-20", "day"),
        ("2021-10-20T08:14", "2021-10-20", "day"),
        ("20/10/2021", "2021-10-20", "day"),
        ("10/20/2021", "2021-10-20", "day"),
        ("05/05/2021", "2021-05-05", "day"),
        ("03/04/2021", "2021", "year"),
        ("May 24\n2024", "2024-05-24", "day"),
        ("in March 2021", "2021-03", "month"),
        ("in late March of 2021", "2021-03", "month"),
        ("in 2019", "2019", "year"),
        ("in early 2021", "2021", "year"),
        ("In 2023 members of his family", "2023", "year"),
        ("his 2021 conviction", "2021", "year"),
        ("Viasna's 2021 report", "2021", "year"),
        ("the party (2015) was", "2015", "year"),
        ("in the spring of 2020", "2020-21", "season"),
        ("Autumn 2020", "2020-23", "season"),
        ("the winter of 2020-21", "2020-24", "season"),
        ("between March and May 2021", "2021-03/2021-05", "interval"),
        ("from 3 to 5 May 2022", "2022-05-03/2022-05-05", "interval"),
        ("3–5 May 2022", "2022-05-03/2022-05-05", "interval"),
        ("May 3-5, 2022", "2022-05-03/2022-05-05", "interval"),
        ("from 30 April to 5 May 2022", "2022-04-30/2022-05-05", "interval"),
        ("March 2021 to June 2022", "2021-03/2022-06", "interval"),
        ("from November to February 2022", "2021-11/2022-02", "interval"),
        ("between 2019 and 2021", "2019/2021", "interval"),
        ("in 2019–2021", "2019/2021", "interval"),
    ],
)
def test_absolute_dates_in_english(text: str, value: str, kind: str) -> None:
    for published in (None, PUBLISHED):
        one = only(text, published=published)
        assert (one.date, one.kind, one.relative) == (Edtf(value), kind, False)


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("16 апреля 2024 года", "2024-04-16", "day"),
        ("16 апреля 2024 г.", "2024-04-16", "day"),
        ("16 апреля, 2024.", "2024-04-16", "day"),
        ("во вторник, 16 апреля 2024 года", "2024-04-16", "day"),
        ("16.04.2024", "2024-04-16", "day"),
        ("03/04/2021", "2021-04-03", "day"),
        ("в марте 2021 года", "2021-03", "month"),
        ("весной 2020 года", "2020-21", "season"),
        ("в 2019 году", "2019", "year"),
        ("в 2019-м", "2019", "year"),
        ("с 2019 по 2021 год", "2019/2021", "interval"),
        ("с 3 по 5 мая 2022 года", "2022-05-03/2022-05-05", "interval"),
        ("16–17 апреля 2024", "2024-04-16/2024-04-17", "interval"),
        ("с марта 2021 по июнь 2022 года", "2021-03/2022-06", "interval"),
        ("между мартом и маем 2021 года", "2021-03/2021-05", "interval"),
    ],
)
def test_absolute_dates_in_russian(text: str, value: str, kind: str) -> None:
    for published in (None, PUBLISHED):
        one = only(text, "ru", published)
        assert (one.date, one.kind, one.relative) == (Edtf(value), kind, False)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("tr", "19 Şubat 2025", "2025-02-19"),
        ("tr", "Şubat 2025'te", "2025-02"),
        ("tr", "2023'te", "2023"),
        ("tg", "21 феврали соли 2025", "2025-02-21"),
        ("tg", "соли 2019", "2019"),
        ("uz", "2024 yil 16 aprel kuni", "2024-04-16"),
        ("uz", "16-aprel 2024", "2024-04-16"),
        ("uz", "2019-yilda", "2019"),
        ("kk", "16 сәуір 2024", "2024-04-16"),
        ("xx", "16.04.2024", "2024-04-16"),
    ],
)
def test_plain_dates_in_other_languages(language: str, text: str, value: str) -> None:
    assert only(text, language).date == Edtf(value)


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("on April 16", "2024-04-16", "day"),
        ("on 16 April", "2024-04-16", "day"),
        ("on April 17", "2023-04-17", "day"),
        ("a meeting will be held on April 17", "2024-04-17", "day"),
        ("from 3 to 5 April", "2024-04-03/2024-04-05", "interval"),
        ("in March", "2024-03", "month"),
        ("since October", "2023-10", "month"),
        ("in the spring", "2024-21", "season"),
        ("on Monday", "2024-04-15", "relative"),
        ("on Tuesday", "2024-04-16", "relative"),
        ("last Tuesday", "2024-04-09", "relative"),
        ("next Tuesday", "2024-04-23", "relative"),
        ("on Wednesday last week", "2024-04-10", "relative"),
        ("yesterday", "2024-04-15", "relative"),
        ("Last night", "2024-04-15", "relative"),
        ("tomorrow", "2024-04-17", "relative"),
        ("last week", "2024-04-08/2024-04-14", "relative"),
        ("last month", "2024-03", "relative"),
        ("this month", "2024-04", "relative"),
        ("earlier this year", "2024", "relative"),
        ("last year", "2023", "relative"),
        ("next year", "2025", "relative"),
        ("three days ago", "2024-04-13", "relative"),
        ("two weeks ago", "2024-04-01/2024-04-07", "relative"),
        ("a month ago", "2024-03", "relative"),
        ("10 years ago", "2014", "relative"),
        ("last October", "2023-10", "relative"),
        ("last winter", "2023-24", "relative"),
        ("in July last year", "2023-07", "relative"),
        ("on Friday, 7 July last year", "2023-07-07", "relative"),
    ],
)
def test_dates_that_lean_on_the_day_of_publication(text: str, value: str, kind: str) -> None:
    assert only(text).date is None
    one = only(text, published=PUBLISHED)
    assert (one.date, one.kind, one.relative) == (Edtf(value), kind, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("16 апреля", "2024-04-16"),
        ("в ночь на 21 мая", "2023-05-21"),
        ("в мае", "2023-05"),
        ("осенью", "2023-23"),
        ("в понедельник", "2024-04-15"),
        ("в прошлый вторник", "2024-04-09"),
        ("в среду на прошлой неделе", "2024-04-10"),
        ("в прошлом месяце", "2024-03"),
        ("на прошлой неделе", "2024-04-08/2024-04-14"),
        ("в этом году", "2024"),
        ("вчера", "2024-04-15"),
        ("позавчера", "2024-04-14"),
        ("две недели назад", "2024-04-01/2024-04-07"),
        ("год назад", "2023"),
        ("прошлой весной", "2023-21"),
        ("в прошлом августе", "2023-08"),
        ("6 мая прошлого года", "2023-05-06"),
    ],
)
def test_dates_in_russian_that_lean_on_the_day_of_publication(text: str, value: str) -> None:
    assert only(text, "ru").date is None
    assert only(text, "ru", PUBLISHED).date == Edtf(value)


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("on Monday", "2024-04", None),
        ("yesterday", "2024-04", None),
        ("last month", "2024-04", "2024-03"),
        ("last month", "2024", None),
        ("last month", "2024-01", "2023-12"),
        ("last year", "2024", "2023"),
        ("last year", "2024-24", None),
        ("on April 16", "2024-04", "2024-04-16"),
        ("on April 16", "2024", None),
        ("on 29 February", "2024-03-01", "2024-02-29"),
    ],
)
def test_a_coarse_publication_date_settles_only_what_it_can(text: str, published: str, value: str | None) -> None:
    found = only(text, published=Edtf(published)).date
    assert found == (Edtf(value) if value else None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "on May 6 of that year"),
        ("en", "That December he"),
        ("en", "on 6 May the same year"),
        ("ru", "4 октября того же года"),
    ],
)
def test_a_date_of_that_year_stays_open(language: str, text: str) -> None:
    assert only(text, language, PUBLISHED).date is None


@pytest.mark.parametrize(
    "text",
    [
        "nine years in prison", "a 40-year ban", "aged 34", "Article 2021", "a decade-long hunt", "he may march on", "May he rest",
        "protesters march", "in 2000 cases", "of 2000 people", "Resolution 2021", "Law 2016/801", "8 years and 9 months", "30 February 2023",
        "31/31/2021", "the 1951 convention", "1,999.50 dollars", "at 20.10", "application no. 30118/21", "for two weeks", "in the autumn of life",
        "", "the fall of Kabul", "version 2021.10.20.1", "+998 20 10 20 21",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text, "en", PUBLISHED) == ()


@pytest.mark.parametrize("text", ["9 лет колонии", "44-летний", "статья 2019", "до 5 лет", "марш", "12 человек"])
def test_what_is_no_date_in_russian(text: str) -> None:
    assert find_dates(text, "ru", PUBLISHED) == ()


def test_of_an_impossible_day_only_what_is_sure_remains() -> None:
    assert only("30 февраля 2023 года", "ru").date == Edtf("2023")


def test_a_row_of_years_gives_each_year() -> None:
    assert [str(one.date) for one in find_dates("in 2017, 2018 and 2019")] == ["2017", "2018", "2019"]


def test_a_date_does_not_cross_an_empty_line() -> None:
    assert find_dates("Room 20\n\nOctober 2021 was wet")[0].words == "October 2021"


@pytest.mark.parametrize("language", ["en", "ru", "uz", "tr"])
def test_every_rule_finds_its_example(language: str) -> None:
    for rule in rules(language):
        examples = {"uz": rule.example, "tr": rule.example.replace("oktabr", "Ekim").replace("juma", "Cuma")}
        text = f"x {examples.get(language, rule.example)} y"
        if rule.example == "соли 2021" or language in {"en", "ru"} or "yil" not in rule.example or language == "uz":
            assert rule.expression.search(text), (rule.example, rule.expression.pattern)


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("salı günü gözaltına alındı", "tr", "2024-04-16"),
        ("Geçen yılın kasım ayında", "tr", "2023-11"),
        ("geçen yıl", "tr", "2023"),
        ("рӯзи ҷумъа", "tg", "2024-04-12"),
        ("моҳи октябри соли гузашта", "tg", "2023-10"),
        ("соли гузашта", "tg", "2023"),
        ("seshanba kuni", "uz", "2024-04-16"),
        ("ўтган йил 5 октябрда", "uz", "2023-10-05"),
        ("12 наурызда", "kk", "2024-03-12"),
        ("жұма күні", "kk", "2024-04-12"),
        ("3-апрелде", "ky", "2024-04-03"),
        ("7 awgustda", "tk", "2023-08-07"),
    ],
)
def test_dates_of_third_tier_languages(text: str, language: str, date: str) -> None:
    (found,) = find_dates(text, language, Edtf("2024-04-17"))
    assert str(found.date) == date


def test_a_long_row_of_blanks_is_gone_over_quickly() -> None:
    blanks = " " * 200_000
    assert find_dates(f"in{blanks}May{blanks}x from{blanks}3{blanks}to") != ()


PIECES = st.sampled_from([
    "from ", "between ", "and ", "to ", "-", "–", "in ", "on ", "3", "5", "31", "May ", "March ", "February ", "2021", "2022 ", ", ", " ", "\n", "last ",
    "week", "year", "Monday ", "spring ", "of ", "two ", "days ", "ago", "early ", "30.02.2023", "2021-10-20", "yesterday", "next ", "10/11/2021", "winter ",
    "с ", "по ", "мая ", "марта ", "года", "в ", "прошлом ", "году", "весной ", "понедельник ", "назад", "две недели ", "февраля ",
])  # fmt: skip
PUBLICATIONS = st.sampled_from(
    [None, "2024-04-16", "2024-02-29", "2024-04", "2024", "2023-24", "0001-01-01", "9999-12-31", "2024-02/2024-04"]
)


@given(st.lists(PIECES, max_size=14).map("".join), PUBLICATIONS, st.sampled_from(["en", "ru", "tr", "uz", "xx"]))
def test_every_value_is_edtf_and_every_span_is_the_text(text: str, published: str | None, language: str) -> None:
    reached = 0
    for one in find_dates(text, language, Edtf(published) if published else None):
        assert text[one.start : one.end] == one.words
        assert reached <= one.start < one.end
        reached = one.end
        assert one.relative or one.date is not None
        if one.date is not None:
            parse_edtf(one.date.value)
            assert one.date.earliest <= one.date.latest
