"""`places`: states, peoples, cities, regions in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.vocabulary.places import find_places


def found(text: str, language: str = "en") -> list[tuple[str, str | None, str]]:
    return [(one.words, one.state, one.kind) for one in find_places(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tajikistan's GKNB came to Vilnius.", [("Tajikistan", "TJ", "name"), ("Vilnius", "LT", "capital")]),
        ("Türkiye, Turkey and TURKIYE", [("Türkiye", "TR", "name"), ("Turkey", "TR", "name"), ("TURKIYE", "TR", "name")]),
        ("Tajik, Turkmen and Polish men", [("Tajik", "TJ", "demonym"), ("Turkmen", "TM", "demonym"), ("Polish", "PL", "demonym")]),
        ("Russians and Azerbaijanis", [("Russians", "RU", "demonym"), ("Azerbaijanis", "AZ", "demonym")]),
        ("an Irishman and two Frenchmen", [("Irishman", "IE", "demonym"), ("Frenchmen", "FR", "demonym")]),
        ("a U.S. visa, the US, the UK", [("U.S.", "US", "name"), ("US", "US", "name"), ("UK", "GB", "name")]),
        ("Koreans", [("Koreans", None, "demonym")]),
        ("Congo", [("Congo", None, "name")]),
        ("South Sudan and Sudan", [("South Sudan", "SS", "name"), ("Sudan", "SD", "name")]),
        ("Istanbul-based, in Gdansk", [("Istanbul", "TR", "city"), ("Gdansk", "PL", "city")]),
        ("Khorugh in Gorno-Badakhshan", [("Khorugh", "TJ", "city"), ("Gorno-Badakhshan", "TJ", "region")]),
        ("Crimea, Chechnya, Xinjiang, Tibet", [("Crimea", "RU", "region"), ("Chechnya", "RU", "region"),
                                              ("Xinjiang", "CN", "region"), ("Tibet", "CN", "region")]),
        ("Abkhazia and Central Asia", [("Abkhazia", None, "region"), ("Central Asia", None, "region")]),
        ("a Chechen in Germany", [("Chechen", "RU", "demonym"), ("Germany", "DE", "name")]),
        ("Washington, D.C.", [("Washington, D.C.", "US", "capital")]),
        ("Rasht valley, Rasht", [("Rasht valley", "TJ", "city"), ("Rasht", "IR", "city")]),
        ("city of Mary", [("city of Mary", "TM", "city")]),
    ],
)  # fmt: skip
def test_places_are_found_with_their_state(text: str, expected: object) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "turkey, polish, chad and jordan", "a Nice man was Reading in a Mobile home", "Mary and Martin met Vladimir", "the us of it",
        "Tajikistanx xTajikistan", "PLEASE HELP US TODAY", "he met Jordan Smith and Michael Jordan", "Jack London wrote", "Sofia Ivanova",
        "", "Of Van and Most",
    ],
)  # fmt: skip
def test_words_that_are_no_places(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Jordan, police said", "Jordan"), ("fled to Jordan.", "Jordan"), ("Georgia Sends Tajik Poet Home", "Georgia"),
        ("lives in Paris", "Paris"), ("London police", "London"),
    ],
)  # fmt: skip
def test_ambiguous_names_are_taken_where_they_stand_alone_or_in_a_headline(text: str, words: str) -> None:
    assert found(text)[0][0] == words


def test_the_american_state_of_georgia_is_left_out() -> None:
    assert [one[0] for one in found("in Los Angeles and Miami, Georgia; in Georgia")] == [
        "Los Angeles",
        "Miami",
        "Georgia",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("в Таджикистане и Турции", [("Таджикистане", "TJ", "name"), ("Турции", "TR", "name")]),
        ("из Литвы в Южную Корею", [("Литвы", "LT", "name"), ("Южную Корею", "KR", "name")]),
        ("таджикские активисты", [("таджикские", "TJ", "demonym")]),
        ("туркменов, россиян и узбека", [("туркменов", "TM", "demonym"), ("россиян", "RU", "demonym"), ("узбека", "UZ", "demonym")]),
        ("из Ашхабада в Стамбул", [("Ашхабада", "TM", "capital"), ("Стамбул", "TR", "city")]),
        ("в Объединённых Арабских Эмиратах", [("Объединённых Арабских Эмиратах", "AE", "name")]),
        ("в Санкт-Петербурге, из Нидерландов", [("Санкт-Петербурге", "RU", "city"), ("Нидерландов", "NL", "name")]),
        ("по Чечне и США", [("Чечне", "RU", "region"), ("США", "US", "name")]),
        ("грузил турист", []),
    ],
)  # fmt: skip
def test_russian_names_in_their_cases(text: str, expected: object) -> None:
    assert found(text, "ru") == expected


def test_names_of_other_languages() -> None:
    assert found("Tacikistan'a ve Rusya'ya", "tr") == [("Tacikistan", "TJ", "name"), ("Rusya", "RU", "name")]
    assert found("Тоҷикистон ва Русия", "tg") == [("Тоҷикистон", "TJ", "name"), ("Русия", "RU", "name")]


WORDS = [
    "Turkey",
    "Tajik",
    "Jordan",
    "Paris",
    "Georgia",
    "US",
    "U.S.",
    "New York",
    "polish",
    "Côte d’Ivoire",
    "Москва",
    "Smith",
]
TEXTS = st.lists(
    st.sampled_from([*WORDS, " ", ", ", "\n", "'s", ".", "-", "ü", "\u0301"]) | st.text(max_size=3), max_size=25
)


@given(TEXTS.map("".join), st.sampled_from(["en", "ru", "tr"]))
def test_offsets_hold_in_any_text(text: str, language: str) -> None:
    reached = 0
    for one in find_places(text, language):
        assert text[one.start : one.end] == one.words
        assert reached <= one.start < one.end
        reached = one.end
