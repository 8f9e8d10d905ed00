import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.model import Edtf, LawSays, Outcome, Status, UnknownCode, Verdict
from amparo.report import words
from amparo.vocabulary import acts, roles


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2021-10-20", "20 October 2021"),
        ("2021-03-05", "5 March 2021"),
        ("2021-03", "March 2021"),
        ("2021", "2021"),
        ("2021-21", "spring 2021"),
        ("2021-24", "winter 2021/2022"),
        ("2019~", "about 2019"),
        ("2021-03?", "March 2021 (uncertain)"),
        ("2021-03%", "about March 2021 (uncertain)"),
        ("2024-02/2024-04", "between February and April 2024"),
        ("2024-02-03/2024-02-05", "between 3 and 5 February 2024"),
        ("2024-02-03/2024-04-05", "between 3 February and 5 April 2024"),
        ("2023-12/2024-01", "between December 2023 and January 2024"),
        ("2019/2021", "between 2019 and 2021"),
        ("2024-02/2024-04-05", "between February 2024 and 5 April 2024"),
        ("2024-02~/2024-04", "between about February 2024 and April 2024"),
        ("2021-21/2021-23", "between spring 2021 and autumn 2021"),
        ("2021/2021", "2021"),
    ],
)
def test_dates_in_words(date: str, expected: str) -> None:
    assert words.date_words(Edtf(date)) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2021-10-20", "on 20 October 2021"),
        ("2021-10", "in October 2021"),
        ("2021", "in 2021"),
        ("2021-22", "in summer 2021"),
        ("2021~", "about 2021"),
        ("2020/2021", "between 2020 and 2021"),
    ],
)
def test_dates_with_their_preposition(date: str, expected: str) -> None:
    assert words.on_date(Edtf(date)) == expected


@given(st.dates())
def test_a_day_is_told_with_day_month_and_year(day: object) -> None:
    year, month, number = str(day).split("-")
    told = words.date_words(Edtf(str(day))).split(" ")
    assert (int(told[0]), told[2]) == (int(number), year)
    assert words.date_words(Edtf(f"{year}-{month}")) == " ".join(told[1:])


def test_states_by_name() -> None:
    assert [words.state_name(code) for code in ("TR", "LT", "EU", "UNHCR")] == [
        "Türkiye",
        "Lithuania",
        "the European Union",
        "UNHCR",
    ]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.OCCURRED, "Reported extradition"),
        (Status.THREATENED, "Threatened extradition"),
        (Status.ATTEMPTED, "Attempted extradition"),
        (Status.DENIED, "Contested extradition"),
        (None, "Extradition (accounts differ on how far it went)"),
    ],
)
def test_headlines(status: Status | None, expected: str) -> None:
    assert words.headline("extradition", status) == expected


def test_a_proper_name_keeps_its_capital() -> None:
    assert words.headline("interpol", Status.OCCURRED).startswith("Reported Interpol")


def test_every_act_role_status_outcome_and_verdict_has_words() -> None:
    assert all(words.headline(act.code, status) for act in acts.acts() for status in (*Status, None))
    assert all(words.role_label(role.code) == role.label for role in roles.roles())
    assert all(words.status_label(status) for status in (*Status, None))
    assert len({words.outcome_label(outcome) for outcome in Outcome}) == len(Outcome)
    assert len({words.verdict_label(verdict) for verdict in Verdict}) == len(Verdict)


def test_an_act_that_no_vocabulary_has_is_a_wrong_call() -> None:
    with pytest.raises(UnknownCode):
        words.act_label("vanished")


def test_a_role_that_no_vocabulary_has_stays_as_it_is() -> None:
    assert words.role_label("night_watch") == "night watch"


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("3", "article 3"),
        ("-", ""),
        ("", ""),
        ("2;3", "articles 2 and 3"),
        ("56-57;61", "articles 56-57 and 61"),
        ("348-350", "articles 348-350"),
        ("19(2)", "article 19(2)"),
        ("8, 10", "articles 8, 10"),
    ],
)
def test_articles(article: str, expected: str) -> None:
    assert words.article_words(article) == expected


@pytest.mark.parametrize(
    ("says", "states", "expected"),
    [
        (LawSays.PARTY, ["LT", "PL", "TR"], "The Treaty: said to bind Lithuania, Poland and Türkiye"),
        (LawSays.PARTY, [], "The Treaty: said to be in force"),
        (LawSays.PROHIBITS, [], "The Treaty: said to forbid it"),
        (LawSays.VIOLATES, ["TR"], "The Treaty: said to be breached by Türkiye"),
        (LawSays.DOMESTIC, ["LT"], "The Treaty: said to be part of the domestic law of Lithuania"),
        (LawSays.OTHER, ["EU"], "The Treaty: named, with the European Union"),
    ],
)
def test_a_statement_of_law_stays_the_reports_word(says: LawSays, states: list[str], expected: str) -> None:
    assert words.law_statement("The Treaty", says, states) == expected


@pytest.mark.parametrize(
    ("slot", "value", "expected"),
    [
        ("date", "2021-10", "October 2021"),
        ("date", "last spring", "last spring"),
        ("host", "TR", "Türkiye"),
        ("status", "threatened", "threatened; not reported as carried out"),
        ("act", "rendition", "Rendition"),
        ("sentence", "9 years", "9 years"),
    ],
)
def test_readings_in_words(slot: str, value: str, expected: str) -> None:
    assert words.value_words(slot, value) == expected


def test_lists_and_numbers() -> None:
    assert [words.listed(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert [words.counted(number, "report") for number in (0, 1, 2)] == ["0 reports", "1 report", "2 reports"]


@given(st.text(st.characters(exclude_categories=())))
def test_visible_text_is_one_line_without_active_characters(text: str) -> None:
    shown = words.visible(text)
    assert words.visible(shown) == shown
    assert len(shown.splitlines()) <= 1
    assert not any(character in "\x1b\x07\x9b\u202a\u202e\u2066\u2069\U000e0041" for character in shown)
    shown.encode("utf-8")


def test_active_characters_are_written_out_and_joiners_kept() -> None:
    assert words.visible("a\u202eb\x1b[31m\n c") == "a‹U+202E›b‹U+001B›[31m c"
    assert words.visible("می\u200cخواهم") == "می\u200cخواهم"
