"""What is printed, of records that no text could be trusted with."""

from dataclasses import replace

import pytest
from tests.report.cases import COURIER, EXTRACTION, JOURNALIST, UNNAMED, hostile_case

from amparo.casebook import CaseRow, Hit
from amparo.cli import case_screen, extraction_screen, screens
from amparo.cli.arguments import state
from amparo.model import Cause, Fault, Incident, Outcome, Passage, UnknownCode
from amparo.pipeline import Check
from amparo.protect import binding

HOSTILE = "[bold red]Evil[/] :smile: \x1b[2J\u202e\x07 name"
SHOWN = "[bold red]Evil[/] :smile: ‹U+001B›[2J‹U+202E›‹U+0007› name"


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> pytest.CaptureFixture[str]:
    return capsys


def test_both_readings_and_their_doubts(printed: pytest.CaptureFixture[str]) -> None:
    case_screen.show(JOURNALIST)
    shown = printed.readouterr().out
    assert "1. accounts differ: 2 March 2022; 3 March 2022: Reported abduction\n" in shown
    assert "    ? The reports differ on the date: 2 March 2022 [1]; 3 March 2022 [2].\n" in shown
    assert "    On behalf of: Uzbekistan (inferred)\n" in shown
    assert "    How far it went: threatened; not reported as carried out\n" in shown
    assert "    Law that binds Türkiye, between 2 and 3 March 2022: bound: CAT" in shown
    assert "    Law that binds Uzbekistan, date not known: unknown: CED.\n" in shown
    assert "- Example Rights Watch to Türkiye: not return him\n" in shown
    assert "- 20 March 2022: Example Forum" in shown


def test_states_of_which_the_same_is_to_be_said_stand_together(printed: pytest.CaptureFixture[str]) -> None:
    (incident,) = UNNAMED.incidents
    findings = tuple(
        replace(binding(host, code, None), outcome=Outcome.NOT_BOUND if host == "TR" else Outcome.BOUND)
        for host in incident.hosts_any
        for code in ("CAT", "ECHR")
    )
    case_screen.show(replace(UNNAMED, findings=((incident.id, findings),)))
    shown = printed.readouterr().out
    assert "    Law that binds Lithuania and Poland, date not known: bound: CAT, ECHR.\n" in shown
    assert "    Law that binds Türkiye, date not known: not bound: CAT, ECHR.\n" in shown


def test_what_is_uncertain_comes_with_its_reasons(printed: pytest.CaptureFixture[str]) -> None:
    (incident,) = UNNAMED.incidents
    uncertain = binding("RU", "ECHR", None)
    assert uncertain.outcome is Outcome.UNCERTAIN
    case_screen.show(replace(UNNAMED, findings=((incident.id, (uncertain,)),)))
    words = " ".join(printed.readouterr().out.split())
    assert "uncertain: ECHR. ECHR uncertain: Russia was a party" in words
    assert "2022-09-16" in words


def test_what_was_shown_with_another_case_is_not_shown_again(printed: pytest.CaptureFixture[str]) -> None:
    shown: set[str] = set()
    case_screen.show(JOURNALIST, shown=shown)
    assert shown == {"k1", "l1", "w1"}
    printed.readouterr()
    case_screen.show(JOURNALIST, shown=shown)
    again = printed.readouterr().out
    assert "What the reports call for" not in again
    assert "stands above, with another case." in " ".join(again.split())


def test_hostile_words_are_neither_obeyed_nor_lost(printed: pytest.CaptureFixture[str]) -> None:
    hostile = hostile_case(HOSTILE)
    case_screen.show(hostile)
    screens.hits([Hit(document_id="d", title=HOSTILE, published=None, snippet=_passage(HOSTILE), rank=0.0)])
    screens.case_list([_row(hostile.incidents, HOSTILE)])
    screens.faults([Fault(where=HOSTILE, cause=Cause.DAMAGED, message="Broken.")])
    said = printed.readouterr()
    for text in (said.out, said.err):
        assert SHOWN in " ".join(text.split())
        assert not set(text) & {"\x1b", "\u202e", "\x07"}


def test_lists_that_are_empty_say_so(printed: pytest.CaptureFixture[str]) -> None:
    screens.case_list([])
    screens.hits([])
    assert printed.readouterr().out == (
        "No case fits. `amparo add` takes in reports that tell of some.\nNo document has all these words.\n"
    )


def test_what_is_not_well_stands_out(printed: pytest.CaptureFixture[str]) -> None:
    screens.checks([Check(what="Python", well=True, found="3.11"), Check(what="spacy", well=False, found="gone")])
    assert printed.readouterr().out == "well      Python: 3.11\nNOT WELL  spacy: gone\n"


def test_what_a_document_tells(printed: pytest.CaptureFixture[str]) -> None:
    extraction_screen.show(COURIER, EXTRACTION)
    shown = printed.readouterr().out
    assert "Oybek Namunaev: Reported abduction, Türkiye, 2 March 2022\n    “was seized in Istanbul" in shown
    assert "Call: Example Rights Watch to Türkiye: not return him\n" in shown
    assert "Law: CAT: said to bind Türkiye\n" in shown
    assert "Also named: Lena Beispiel (Researcher" in shown


@pytest.mark.parametrize(("words", "code"), [("lt", "LT"), ("Türkiye", "TR"), ("turkey", "TR"), ("Литва", "LT")])
def test_a_state_by_any_of_its_names(words: str, code: str) -> None:
    assert state(words) == code


def test_a_state_that_is_none() -> None:
    with pytest.raises(UnknownCode, match="Did you mean Germany"):
        state("Germny")


def _passage(words: str) -> Passage:
    return Passage(document="d", start=0, end=len(words), exact=words)


def _row(incidents: tuple[Incident, ...], name: str) -> CaseRow:
    person = replace(JOURNALIST.person, name=name)
    return CaseRow(
        person=person, incidents=len(incidents), first=None, last=None, acts=("detention",), hosts=(), documents=1
    )
