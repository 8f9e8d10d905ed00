"""`states`: names in many languages, and membership on a day."""

from datetime import date

import pytest

from amparo.model import UnknownCode
from amparo.vocabulary.states import Body, code_of, members, names_in, state, states


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Turkey", "TR"), ("Türkiye", "TR"), ("turkiye", "TR"), ("TR", "TR"), ("TUR", "TR"), ("Турция", "TR"), ("ТУРЦИЯ", "TR"),
        ("Czech Republic", "CZ"), ("the Netherlands", "NL"), ("The Netherlands", "NL"), ("Holland", "NL"), ("Кыргызстан", "KG"),
        ("Киргизия", "KG"), ("Тоҷикистон", "TJ"), ("Tadzhikistan", "TJ"), ("Côte d’Ivoire", "CI"), ("Cote d'Ivoire", "CI"),
        ("Объединённые Арабские Эмираты", "AE"), ("Russian Federation", "RU"), ("Kosovo", "XK"), ("XK", "XK"), ("Rusya", "RU"),
        ("Litwa", "LT"), ("روسیه", "RU"), (" Poland ", "PL"),
    ],
)  # fmt: skip
def test_code_of_any_name(words: str, code: str | None) -> None:
    assert code_of(words) == code


@pytest.mark.parametrize("words", ["", "Atlantis", "tr", "Congo", "Tajik", "the"])
def test_no_code_for_what_is_no_name_or_the_name_of_two(words: str) -> None:
    assert code_of(words) is None


def test_every_name_of_every_state_leads_back_to_it() -> None:
    for one in states():
        assert code_of(one.name) == one.code
        assert code_of(one.iso3) == one.code
        assert code_of(one.name_ru) == one.code
        assert len(one.code) == 2
        assert len(one.iso3) == 3


@pytest.mark.parametrize(
    ("body", "on", "inside", "outside"),
    [
        ("EU", date(2020, 1, 31), {"GB", "LT", "PL"}, {"TR", "NO"}),
        ("EU", date(2020, 2, 1), {"LT", "PL"}, {"GB"}),
        ("EU", date(2013, 6, 30), {"DE"}, {"HR"}),
        ("COE", date(2022, 3, 16), {"RU", "TR", "GE"}, {"BY", "KZ"}),
        ("COE", date(2022, 3, 17), {"TR", "GE"}, {"RU"}),
        ("CIS", date(2009, 8, 18), {"GE", "TJ"}, {"LT"}),
        ("CIS", date(2009, 8, 19), {"TJ", "UA"}, {"GE"}),
        ("CIS", date(2019, 1, 1), {"TJ"}, {"UA"}),
        ("SCO", date(2024, 7, 4), {"BY", "TJ", "CN"}, {"TM", "TR"}),
        ("CSTO", date(2012, 12, 19), {"UZ", "TJ"}, {"TM"}),
        ("CSTO", date(2012, 12, 20), {"TJ"}, {"UZ"}),
    ],
)
def test_members_on_a_day(body: Body, on: date, inside: set[str], outside: set[str]) -> None:
    found = set(members(body, on))
    assert inside <= found
    assert not outside & found


def test_the_union_had_27_members_after_the_united_kingdom_left() -> None:
    assert len(members("EU", date(2024, 1, 1))) == 27
    assert len(members("COE", date(2024, 1, 1))) == 46
    assert members("EU", date(1950, 1, 1)) == ()


def test_an_unknown_body_or_state_raises() -> None:
    with pytest.raises(UnknownCode):
        members("NATO", date(2020, 1, 1))  # type: ignore[arg-type]
    with pytest.raises(UnknownCode):
        state("ZZ")


def test_memberships_begin_before_they_end() -> None:
    for one in states():
        for first, last in (
            (one.eu_from, one.eu_to), (one.coe_from, one.coe_to), (one.cis_from, one.cis_to), (one.sco_from, one.sco_to),
            (one.csto_from, one.csto_to),
        ):  # fmt: skip
            assert last is None or (first is not None and first < last), one.code


def test_names_in_a_language() -> None:
    assert ("Tacikistan", "TJ") in names_in("tr")
    assert names_in("xx") == ()
