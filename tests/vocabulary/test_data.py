"""The data files of the vocabulary: their heads, keys, codes and cross-references."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.vocabulary import acts, agencies, charges, organisations, roles
from amparo.vocabulary.states import states
from amparo.vocabulary.tables import cells, rows, unknown

FOLDER = files("amparo.vocabulary") / "data"
FILES = sorted(file.name for file in FOLDER.iterdir() if file.name.endswith(".csv"))
STATES = {one.code for one in states()}
CITY_KINDS = {"never", "alone"}


@pytest.mark.parametrize("name", FILES)
def test_every_file_names_its_source_and_has_no_ragged_row(name: str) -> None:
    head = (FOLDER / name).read_text(encoding="utf-8").splitlines()[0]
    assert head.startswith("# ")  # says what the rows are and where they come from
    assert rows(name)
    for row in rows(name):
        assert None not in row, f"a cell too many: {row}"
        assert None not in row.values(), f"a cell too few: {row}"


@pytest.mark.parametrize(
    ("name", "key"),
    [("acts.csv", "code"), ("roles.csv", "code"), ("charges.csv", "code"), ("states.csv", "code"), ("states.csv", "iso3"),
     ("agencies.csv", "name"), ("organisations.csv", "code"), ("place_stops.csv", "word"), ("name_letters.csv", "letter"),
     ("capitals_ru.csv", "name"), ("demonyms_ru.csv", "state"), ("cities.csv", "name")],
)  # fmt: skip
def test_keys_are_unique(name: str, key: str) -> None:
    keys = [row[key] for row in rows(name)]
    assert len(keys) == len(set(keys))
    assert all(keys)


@pytest.mark.parametrize(
    ("name", "column"),
    [("cities.csv", "state"), ("cities_by_hand.csv", "state"), ("regions.csv", "state"), ("capitals_ru.csv", "state"),
     ("demonyms_ru.csv", "state"), ("state_names.csv", "code"), ("agencies.csv", "states"), ("organisations.csv", "state")],
)  # fmt: skip
def test_every_state_named_in_a_file_exists(name: str, column: str) -> None:
    for row in rows(name):
        assert set(cells(row[column])) <= STATES, row


def test_no_form_stands_twice_in_one_file() -> None:
    for name, column in (("agencies.csv", "forms"), ("organisations.csv", "forms"), ("cities_by_hand.csv", "forms")):
        forms = [form for row in rows(name) for form in cells(row[column])]
        assert sorted(form for form in set(forms) if forms.count(form) > 1) == []


def test_stopped_words_are_words_that_some_list_has() -> None:
    cities = {row["name"] for row in rows("cities.csv")}
    assert {row["rule"] for row in rows("place_stops.csv")} == CITY_KINDS
    assert {row["word"] for row in rows("place_stops.csv") if row["rule"] == "never"} <= cities


def test_date_words_stand_for_possible_values() -> None:
    allowed = {
        "month": range(1, 13),
        "season": range(21, 25),
        "weekday": range(7),
        "number": range(1, 100),
        "unclear": range(1),
    }
    for row in rows("date_words.csv"):
        assert int(row["value"]) in allowed[row["kind"]], row
    for language in ("en", "ru", "tr", "tg", "uz"):
        months = {
            row["value"] for row in rows("date_words.csv") if row["language"] == language and row["kind"] == "month"
        }
        assert len(months) == 12


def test_no_article_number_of_a_penal_code_is_shipped() -> None:
    assert set(rows("charges.csv")[0]) == {"code", "label", "definition", "synonyms_en", "synonyms_ru"}


def test_every_vocabulary_has_labels_and_words() -> None:
    vocabularies: list[acts.Act | roles.Role | charges.Charge] = [*acts.acts(), *roles.roles(), *charges.charges()]
    for one in vocabularies:
        assert one.label
        assert one.definition
        assert one.synonyms_en
        assert one.synonyms_ru
    assert {one.kind for one in organisations.organisations()} == {"ngo", "media", "igo", "court", "movement"}
    assert {one.kind for one in agencies.agencies()} >= {"security", "police", "prosecutor", "migration", "generic"}
    assert all(not one.states for one in agencies.agencies() if one.kind == "generic")


@given(st.lists(st.text(alphabet=st.characters(exclude_characters=";", exclude_categories=["Cs"]), min_size=1)))
def test_cells_are_the_parts_without_blanks(parts: list[str]) -> None:
    kept = tuple(part.strip() for part in parts if part.strip())
    assert cells(";".join(parts)) == kept


def test_an_unknown_code_is_told_with_what_looks_like_it() -> None:
    assert "Did you mean extradition?" in str(unknown("acts", "extraditon", ("extradition", "charge")))
    assert "Did you mean" not in str(unknown("acts", "zzz", ("extradition", "charge")))
