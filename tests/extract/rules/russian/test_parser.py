"""Russian text → the shared analysis."""

import pytest
from tests.extract.reports import report, word

from amparo.extract.rules.analysis import Relation
from amparo.extract.rules.prepare import prepare
from amparo.extract.rules.russian import parser
from amparo.extract.rules.russian.parser import RussianAnalyzer


def test_every_word_stands_where_it_says() -> None:
    text = "Полиция задержала Азиза Тураева.  Его выслали\nв Душанбе."
    analysis = RussianAnalyzer().analyse(text, ((0, len(text)),))
    assert all(text[token.start : token.end] == token.text for token in analysis.tokens)
    assert [len(analysis.words(sentence)) for sentence in analysis.sentences] == [5, 5]
    assert analysis.language == "ru"


def test_no_sentence_runs_across_blocks() -> None:
    text = "Суд в Минске Азиз Тураев задержан"
    analysis = RussianAnalyzer().analyse(text, ((0, 12), (13, len(text))))
    assert [sentence.block for sentence in analysis.sentences] == [0, 1]
    assert all(
        token.head == token.index or analysis.tokens[token.head].sentence == token.sentence for token in analysis.tokens
    )


def test_labels_are_the_shared_relations() -> None:
    text = "Активист был задержан полицией. Суд отказал Тураеву."
    analysis = RussianAnalyzer().analyse(text, ((0, len(text)),))
    assert word(analysis, "Активист").relation is Relation.PASSIVE_SUBJECT
    assert word(analysis, "задержан").lemma == "задержать"
    assert word(analysis, "Тураеву").relation is Relation.RECIPIENT
    assert word(analysis, "Тураеву").has("Case=Dat")


def test_a_negation_is_told_from_other_particles() -> None:
    text = "Его не высылали."
    analysis = RussianAnalyzer().analyse(text, ((0, len(text)),))
    assert word(analysis, "не").relation is Relation.NEGATION


def test_a_sentence_too_long_to_parse_is_cut() -> None:
    text = "слово " * 700
    analysis = RussianAnalyzer().analyse(text, ((0, len(text)),))
    assert len(analysis.tokens) == 700
    assert len(analysis.sentences) > 3


def test_an_empty_text_has_no_words() -> None:
    assert RussianAnalyzer().analyse("", ()).tokens == ()


def test_missing_models_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "_HOLDER", "no_such_distribution")
    with pytest.raises(ModuleNotFoundError, match="no_such_distribution"):
        parser._folder()


def test_a_russian_page_loses_its_buttons() -> None:
    telling = prepare(
        report("Азиза Тураева задержали в Москве.\n\nЧитайте также: другое\n\nПодписаться", language="ru")
    )
    assert "Читайте" not in {token.text for token in telling.analysis.tokens}
    assert telling.analysis.language == "ru"
