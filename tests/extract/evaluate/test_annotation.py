import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from amparo.extract.evaluate import MEASURES, Event, Part, Reason, annotated, annotation
from amparo.model import WrongCall

TEXTS = Path(__file__).parent / "texts"
PAGE = Path(__file__).parents[3] / "docs" / "evaluation.md"
INCIDENT = {"target": "Anvar Holiqov", "act": "detention", "status": "occurred"}


def test_texts_stand_by_id_with_their_words() -> None:
    found = annotated([TEXTS])
    assert [one.gold.id for one in found] == ["022-zvartnots-varanovich", "d41-ru-gknb-oproverzhenie", "g05-invented"]
    assert [one.gold.lang for one in found] == ["en", "ru", "en"]
    assert all(one.text == one.path.read_text("utf-8") for one in found)


def test_the_blind_fifth_ends_in_0_or_5() -> None:
    assert [one.gold.id for one in annotated([TEXTS], Part.BLIND)] == ["g05-invented"]
    assert len(annotated([TEXTS], Part.OPEN)) == 2


@pytest.mark.parametrize(
    ("name", "blind"),
    [("005-a", True), ("b40-x-y", True), ("qx10-z", True), ("b41-x", False), ("000_ab", False), ("2025", False)],
)
def test_a_number_stands_before_the_name(name: str, blind: bool) -> None:
    assert annotation({}, "x.json", name=name).blind is blind


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ([], "x.json: the file must be an object in braces."),
        ({"incidents": {}}, "x.json: incidents has {}, but must be a list in brackets."),
        ({"incidents": ["held"]}, "x.json: incidents 1 must be an object in braces."),
        (
            {"incidents": [{**INCIDENT, "act": None}]},
            "incidents 1, act must be text in quotes; it is missing or empty.",
        ),
        (
            {"incidents": [INCIDENT, {**INCIDENT, "act": "detantion"}]},
            "incidents 2, act has 'detantion', but must be the code",
        ),
        ({"incidents": [{**INCIDENT, "status": "done"}]}, "must be one of occurred, threatened, attempted, denied."),
        ({"incidents": [{**INCIDENT, "host": "Russia"}]}, "host has 'Russia', but must be a state by its two capital"),
        ({"incidents": [{**INCIDENT, "date": "3 May"}]}, "date has '3 May', but must be a date such as 2021-03-25"),
        ({"incidents": [{**INCIDENT, "quotes": "held"}]}, "quotes has 'held', but must be a list in brackets."),
        ({"incidents": [{**INCIDENT, "agents": [1]}]}, "agents has [1], but must be a list of texts in quotes."),
        ({"incidents": [{**INCIDENT, "optional": "yes"}]}, "optional has 'yes', but must be true or false."),
        ({"published": 2024}, "published has 2024, but must be text in quotes or null."),
        ({"persons": [{"names": []}]}, "persons 1, name must be text in quotes"),
        ({"law": [{"states": ["LV"]}]}, "law 1, instrument must be text in quotes"),
    ],
)
def test_what_does_not_fit_is_told_with_file_and_key(raw: Any, message: str) -> None:
    with pytest.raises(WrongCall) as error:
        annotation(raw, "x.json", name="x")
    assert str(error.value).startswith("x.json: ")
    assert message in str(error.value)


def test_a_finer_act_counts_as_its_parent() -> None:
    (event,) = annotation({"incidents": [{**INCIDENT, "act": "house_arrest"}]}, "x", name="x").events
    assert event.act == "detention"


def test_other_json_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "cases.json").write_text(json.dumps([{"case": 1}]))
    (tmp_path / "sizes.json").write_text(json.dumps({"texts": 1}))
    with pytest.raises(WrongCall, match="There is no annotated text in "):
        annotated([tmp_path])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", r"a\.json, line 1: this is not JSON"),
        (b"\xff", r"a\.json is not in UTF-8"),
        (b'{"incidents": []}', r"a\.txt is missing beside it"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(WrongCall, match=message):
        annotated([tmp_path])


def test_a_text_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"incidents": []}')
    (tmp_path / "a.txt").write_bytes(b"\xff")
    with pytest.raises(WrongCall, match=r"a\.txt is not in UTF-8"):
        annotated([tmp_path])


def test_the_page_explains_every_key_measure_and_reason() -> None:
    page = PAGE.read_text("utf-8")
    example = annotation(json.loads(page.partition("```json\n")[2].partition("```")[0]), "docs/evaluation.md", name="x")
    assert len(example.events) == len(example.laws) == len(example.calls) == 1
    told = set(re.findall(r"`(\w+)`", page))
    assert {field.name for field in fields(Event)} | {*MEASURES} | {reason.value for reason in Reason} <= told


def test_a_folder_that_is_not_there_and_one_twice() -> None:
    with pytest.raises(WrongCall, match="nowhere is not a folder"):
        annotated([Path("nowhere")])
    with pytest.raises(WrongCall, match="have one id"):
        annotated([TEXTS, TEXTS])
