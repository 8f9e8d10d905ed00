"""What holds of the reader engine on any text, whatever the weights: here those of a made-up reader that proposes far too much."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from tests.extract.grounding import check_grounded
from tests.extract.reader import made
from tests.extract.reports import report
from tests.extract.test_engine import anything, combined

from amparo.extract.reader import ReaderEngine, is_there
from amparo.extract.reader.model import Model
from amparo.extract.rules import RulesEngine
from amparo.model import Cause, Extraction

RUSSIAN = "Таджикский активист Одил Самадов был задержан в Москве 3 мая 2019 года. Его экстрадировали в Таджикистан."
OTHER = "Lola Rashidova, an Uzbek journalist, was abducted in Istanbul in 2020. Her brother was beaten."


def engine(*languages: str) -> ReaderEngine:
    trained = made.trained(frozenset(languages or ("en",)))
    return ReaderEngine(lambda: trained)


def plain(extraction: Extraction) -> list[tuple[str, str, tuple[str, ...]]]:
    """Act, status and quotations of every claim."""
    return [(c.act.value, c.status.value.value, tuple(p.exact for p in c.passages)) for c in extraction.claims]


def test_every_claim_is_grounded_and_bears_the_engines_name() -> None:
    document = report(made.REPORT)
    found = engine().extract(document)
    assert len(found.claims) > 5
    assert {claim.engine for claim in found.claims} == {"reader/1.made-up"}
    check_grounded(document, found)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(combined | anything)
@example("")
@example("\0")
@example("arrested")
@example("His arrest. Her arrest. Their arrest.")
@example("\u017fix days after 3 May 2019 Odil Samadov was held. The next n\u0130ght he was freed.")
@example("detained " * 700)
@example("Odil Samadov, " * 300)
def test_any_text_is_read(text: str) -> None:
    document = report(text)
    found = engine().extract(document)
    check_grounded(document, found)
    assert found == engine().extract(document)


def test_what_was_read_before_changes_nothing() -> None:
    documents = [report(text) for text in (made.REPORT, OTHER, made.REPORT * 3, "Nothing happened.")]
    one = engine()
    forward = [one.extract(document) for document in documents]
    backward = [one.extract(document) for document in reversed(documents)]
    assert forward == backward[::-1]
    assert forward == [engine().extract(document) for document in documents]


def test_a_language_it_was_not_trained_on_is_read_by_the_rules() -> None:
    for document in (report(RUSSIAN, language="ru"), report("Он был задержан. Их депортировали.", language="ru")):
        found = engine("en").extract(document)
        assert plain(found) == plain(RulesEngine().extract(document))
        check_grounded(document, found)
    assert plain(engine("en").extract(report(RUSSIAN, language="ru"))) != []


def test_a_language_it_was_trained_on_is_read_by_it() -> None:
    document = report(RUSSIAN, language="ru")
    found = engine("en", "ru").extract(document)
    assert plain(found) != plain(RulesEngine().extract(document))
    check_grounded(document, found)


def test_people_law_and_calls_are_those_of_the_rules() -> None:
    document = report(
        "Human Rights Watch urged Poland to release the Tajik activist Odil Samadov. "
        "Poland is party to the Convention against Torture.\n\n" + made.REPORT
    )
    found, rules = engine().extract(document), RulesEngine().extract(document)
    assert [law.instrument.value for law in found.laws] == [law.instrument.value for law in rules.laws] == ["CAT"]
    assert [call.demand.value for call in found.calls] == [call.demand.value for call in rules.calls]
    assert len(found.calls) == 1
    named = {mention.name for mention in rules.mentions if mention.named}
    assert {mention.name for mention in found.mentions if mention.named} == named


def test_a_text_in_no_language_that_can_be_read_is_a_fault() -> None:
    (fault,) = engine().extract(report("Sa t'arrestua aktivisti.", language="sq")).faults
    assert fault.cause is Cause.UNSUPPORTED_LANGUAGE


def test_the_weights_are_asked_for_when_a_text_is_read() -> None:
    asked: list[Model] = []

    def trained() -> Model:
        asked.append(made.trained())
        return asked[-1]

    late = ReaderEngine(trained)
    assert asked == []
    late.extract(report(OTHER))
    assert len(asked) > 0


@pytest.mark.skipif(not is_there(), reason="the package is here without the trained reader's weights")
def test_the_weights_of_the_package_find_what_is_plainly_told() -> None:
    document = report(made.REPORT)
    found = ReaderEngine().extract(document)
    check_grounded(document, found)
    names = {mention.id: mention.name for mention in found.mentions}
    told = {(names[claim.target], claim.act.value) for claim in found.claims}
    assert ("Odil Samadov", "detention") in told
    assert found == ReaderEngine().extract(document)
