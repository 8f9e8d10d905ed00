"""A user's own words and agencies: read, refused with a message that helps, and met in a text."""

import re
from pathlib import Path
from typing import get_args

import pytest
from tests.extract.reports import report

from amparo.extract import NO_WORDS, UserLexicon, extract, read_lexicon
from amparo.extract.rules.lexicon import Patient
from amparo.extract.rules.user_lexicon import _AGENCY_KEYS, _KINDS, _LANGUAGES, _TRIGGER_KEYS
from amparo.model import Claim, WrongCall

PAGE = Path(__file__).parents[3] / "docs" / "lexicon.md"
OWN = """
[[trigger]]
act = "abduction"
verb = ["frogmarch"]
noun = ["snatch-back"]
unless = ["parade"]

[[trigger]]
act = "detention"
language = "ru"
verb = ["Упечь"]

[[agency]]
name = "Ninth Bureau"
forms = ["NB9"]
state = "Turkmenistan"
kind = "intelligence"
"""
TEXT = "The Turkmen activist Odil Samadov was frogmarched out of his hostel in Istanbul by officers of the Ninth Bureau on 3 May 2019."
NEWS = "The town council met. It spoke of the road, the school and the bridge, and went home. " * 4


@pytest.fixture
def own(tmp_path: Path) -> UserLexicon:
    return lexicon(tmp_path, OWN)


def lexicon(folder: Path, content: str) -> UserLexicon:
    file = folder / "own.toml"
    file.write_text(content, encoding="utf-8")
    return read_lexicon(file)


def claims(text: str, own: UserLexicon) -> tuple[Claim, ...]:
    return extract(report(text), engine="rules", lexicon=own).claims


def test_a_verb_of_ones_own_is_met_and_said_to_be(own: UserLexicon) -> None:
    assert claims(TEXT, NO_WORDS) == ()
    (claim,) = claims(TEXT, own)
    assert (claim.act.value, claim.act.rule, claim.host and claim.host.value) == ("abduction", "own.abduction", "TR")
    assert claim.engine.endswith(own.mark)


def test_an_agency_of_ones_own_is_met_under_each_of_its_names(own: UserLexicon) -> None:
    for name in ("Ninth Bureau", "NB9"):
        (claim,) = claims(TEXT.replace("Ninth Bureau", name), own)
        (agent,) = claim.agents
        assert (agent.value.name, agent.value.state) == (name, "TM")


def test_company_in_which_a_word_is_not_meant(own: UserLexicon) -> None:
    assert claims(TEXT.replace("hostel", "parade"), own) == ()


def test_words_belong_to_one_language(own: UserLexicon) -> None:
    assert [trigger.act for trigger in own.of("en")] == ["abduction", "abduction"]
    assert [trigger.words for trigger in own.of("ru")] == [("упечь",)]
    assert own.of("tr") == ()


def test_nothing_is_kept_from_one_text_to_the_next(own: UserLexicon) -> None:
    assert claims(TEXT, own)
    assert claims(TEXT, NO_WORDS) == ()


def test_the_version_of_the_engine_tells_lexicons_apart(own: UserLexicon, tmp_path: Path) -> None:
    plain = extract(report(TEXT)).engine
    assert extract(report(TEXT), lexicon=own).engine == f"{plain}+lexicon:{own.digest}"
    assert lexicon(tmp_path, OWN + "# a remark\n").digest == own.digest
    assert lexicon(tmp_path, OWN.replace("NB9", "NB-9")).digest != own.digest
    assert NO_WORDS.mark == ""


def test_the_gate_lets_in_what_holds_one_of_the_words(own: UserLexicon) -> None:
    news, told = report(NEWS), report(f"{NEWS} The dean frogmarches the intruder.")
    assert extract(news, gate=True, lexicon=own).passed_over
    assert extract(told, gate=True).passed_over
    assert not extract(told, gate=True, lexicon=own).passed_over


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "own.toml holds no [[trigger]] and no [[agency]]"),
        ("[trigger", "own.toml is not TOML"),
        ("[[triger]]\nact = 'abduction'", "own.toml: 'triger' is no table of a lexicon. Did you mean trigger?"),
        ("[trigger]\nact = 'abduction'", "write each trigger under a heading [[trigger]] of its own."),
        ("[[trigger]]\nverb = ['nab']", "own.toml, trigger 1, act: it is missing; write a text in quotes."),
        (
            "[[trigger]]\nact = 'abductoin'\nverb = ['nab']",
            "'abductoin' is not in the vocabulary of acts. Did you mean abduction?",
        ),
        ("[[trigger]]\nact = 'abduction'", "own.toml, trigger 1: it has neither verb nor noun"),
        ("[[trigger]]\nact = 'abduction'\nverb = 'nab'", "own.toml, trigger 1, verb: write a list of texts"),
        ("[[trigger]]\nact = 'abduction'\nverb = ['nab', '']", "own.toml, trigger 1, verb: write a list of texts"),
        ("[[trigger]]\nact = 'abduction'\nverbs = ['nab']", "'verbs' is no key of a lexicon. Did you mean verb?"),
        (
            "[[trigger]]\nact = 'abduction'\nverb = ['nab']\nweak = 'yes'",
            "trigger 1, weak: write true or false, without quotes.",
        ),
        (
            "[[trigger]]\nact = 'abduction'\nverb = ['nab']\npatient = 'whom'",
            "patient: 'whom' is none of object, subject",
        ),
        ("[[trigger]]\nact = 'abduction'\nverb = ['nab']\nlanguage = 'fr'", "language: 'fr' is none of en, ru."),
        (
            "[[trigger]]\nact = 'abduction'\nverb = ['nab']\nstatus = 'done'",
            "status: 'done' is none of occurred, threatened",
        ),
        ("[[agency]]\nstate = 'TM'", "own.toml, agency 1, name: it is missing"),
        ("[[agency]]\nname = 'NB9'", "own.toml, agency 1, state: it is missing"),
        (
            "[[agency]]\nname = 'NB9'\nstate = 'Ruritania'",
            "'Ruritania' is no state; write its English name or its two letters",
        ),
        ("[[agency]]\nname = 'NB9'\nstate = 'TM'\nkind = 'spies'", "kind: 'spies' is none of security, intelligence"),
        ("[[agency]]\nname = 'NB9'\nstate = 'TM'\nforms = 'NB'", "own.toml, agency 1, forms: write a list of texts"),
    ],
)
def test_what_does_not_fit_is_told_with_file_table_and_key(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(WrongCall) as error:
        lexicon(tmp_path, content)
    assert message in str(error.value)


def test_the_page_explains_every_key_and_its_example_is_read(tmp_path: Path) -> None:
    page = PAGE.read_text("utf-8")
    own = lexicon(tmp_path, page.partition("```toml\n")[2].partition("```")[0])
    assert (len(own.triggers), len(own.agencies)) == (4, 1)
    told = set(re.findall(r"`(\w+)`", page))
    assert {*_TRIGGER_KEYS, *_AGENCY_KEYS, *_KINDS, *_LANGUAGES, *get_args(Patient)} <= told


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(WrongCall, match=r"nowhere\.toml cannot be read"):
        read_lexicon(tmp_path / "nowhere.toml")
    (tmp_path / "a.toml").write_bytes(b"\xff")
    with pytest.raises(WrongCall, match="is not in UTF-8"):
        read_lexicon(tmp_path / "a.toml")
    (tmp_path / "b.toml").write_bytes(b"#" * 1_000_001)
    with pytest.raises(WrongCall, match="is too large"):
        read_lexicon(tmp_path / "b.toml")
