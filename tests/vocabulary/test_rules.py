"""Every rule that an engine can name is told in words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from tests.extract.grounding import slots
from tests.extract.reports import report
from tests.extract.test_engine import SENTENCES

from amparo.extract import extract
from amparo.extract.rules.lexicon import Patient
from amparo.model import LawSays
from amparo.vocabulary.acts import acts
from amparo.vocabulary.rules import rule_words
from amparo.vocabulary.tables import rows

EXTRACT = Path(__file__).parents[2] / "src" / "amparo" / "extract"
CODES = [row["code"] for row in rows("rules.csv")]
KINDS = "|".join(sorted({code.partition(".")[0] for code in CODES if code[0] not in "+."}))
CODE = re.compile(rf"({KINDS})\.[a-z_]+(\.[a-z_]+)?(\+[a-z_]+)*")
FOUND_BY = ("act", "own", "reader", "both")  # see `Draft.found_by`
STAGES = ("scheduled", "ordered", "requested", "risk")
ENDINGS = {  # what may stand behind the beginning of a code that the program puts together
    "patient.": list(get_args(Patient)),
    "status.": list(STAGES),
    "law.": [says.value for says in LawSays],
    "detail.": ["charge", "sentence"],
    "call.": ["urge", "call_on"],
}


def trees() -> Iterator[ast.Module]:
    """The modules that name rules; those of the third tier are all told in one row («coarse.*»)."""
    for path in EXTRACT.rglob("*.py"):
        if path.parent.name not in {"coarse", "evaluate"}:
            yield ast.parse(path.read_text("utf-8"))


def codes() -> Iterator[str]:
    """Every code that the engines can give a slot."""
    yield from (f"{found_by}.{act.code}" for found_by in FOUND_BY for act in acts())
    for tree in trees():
        joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
        pieces = {id(part) for whole in joined for part in whole.values}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in pieces:
                yield from [node.value] if CODE.fullmatch(node.value) and not node.value.endswith(".toml") else []
        yield from (code for whole in joined for code in put_together(whole))


def put_together(whole: ast.JoinedStr) -> Iterator[str]:
    """The codes that a formatted string can become: «patient.{…}», «{rule}+row»."""
    first, *rest = whole.values
    text = str(first.value) if isinstance(first, ast.Constant) else ""
    if re.fullmatch(rf"({KINDS})\.[a-z_.]*", text):
        yield from (text + ending for ending in ENDINGS.get(text, ["something"]))
    elif isinstance(first, ast.FormattedValue) and ast.unparse(first.value).endswith("rule"):
        yield from ("patient.object" + str(part.value) for part in rest[:1] if isinstance(part, ast.Constant))


def test_every_rule_that_the_engines_name_is_told() -> None:
    named = set(codes())
    assert {
        "host.in_place",
        "patient.object",
        "act.detention",
        "patient.object+row",
        "patient.object.stand_in",
    } <= named
    assert sorted(code for code in named if not rule_words(code)) == []


TOLD = {  # invented; what the engines read of each language names rules of its own
    "en": " ".join(SENTENCES),
    "ru": "Таджикского активиста Одила Самадова задержали в Москве 3 мая 2019 года. Позже его депортировали в Душанбе, сообщил адвокат. "
    "Его брата допросили в полиции. Трёх блогеров приговорили к девяти годам колонии.",
    "tr": "Tacik aktivist Odil Samadov 3 Mayıs 2019'da İstanbul'da gözaltına alındı. Daha sonra sınır dışı edildi. "
    "Üç gazeteci tutuklandı. Kardeşi de gözaltına alındı.",
}


@pytest.mark.parametrize("language", TOLD)
def test_every_rule_that_reading_gives_is_told(language: str) -> None:
    extraction = extract(report(TOLD[language], published="2021-11-01", language=language))
    given = {slot.rule for slot in slots(extraction)}
    assert extraction.claims
    assert len(given) > 5
    assert sorted(code for code in given if not rule_words(code)) == []


@pytest.mark.parametrize(
    "code", ["", "act", "host.by_magic", "patient.object+magic", "nobody.*", "+row", "magic.object+row"]
)
def test_a_code_that_no_list_has_has_no_words(code: str) -> None:
    assert rule_words(code) == ()


def test_what_is_added_to_a_rule_is_told_too() -> None:
    whole = rule_words("patient.object+row+pronoun")
    assert len(whole) == 3
    assert whole[:1] == rule_words("patient.object")
    assert rule_words("source.according_to.unnamed")[1] == "The text leaves them unnamed."


def test_the_words_are_sentences_and_said_once() -> None:
    sentences = [row["words"] for row in rows("rules.csv")]
    assert all(re.fullmatch(r"[A-Z«].+[.]", words) for words in sentences)
    assert len(set(CODES)) == len(CODES)
