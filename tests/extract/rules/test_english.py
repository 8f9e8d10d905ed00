"""The parse in our own terms: offsets, relations, sentences."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.reports import parsed, word

from amparo.extract.rules.analysis import Form, Relation
from amparo.extract.rules.english import EnglishAnalyzer

PASSIVE = "The blogger was detained by police on Monday."


def test_words_stand_where_they_say() -> None:
    analysis, _ = parsed(f"Blogger held\n\n{PASSIVE}\n\nShe was freed.")
    assert all(analysis.text[token.start : token.end] == token.text for token in analysis.tokens)
    assert [token.index for token in analysis.tokens] == list(range(len(analysis.tokens)))


def test_relations() -> None:
    analysis, _ = parsed(PASSIVE)
    assert word(analysis, "blogger").relation is Relation.PASSIVE_SUBJECT
    assert word(analysis, "was").relation is Relation.PASSIVE_AUXILIARY
    assert word(analysis, "by").relation is Relation.AGENT
    assert word(analysis, "detained").form is Form.PARTICIPLE


def test_no_sentence_runs_across_a_paragraph() -> None:
    analysis, _ = parsed("A heading without an end\n\nHe was held. She was freed.")
    assert [sentence.block for sentence in analysis.sentences] == [0, 1, 1]
    assert analysis.block_start(analysis.sentences[2]) == analysis.sentences[1].start


def test_a_line_break_is_no_word() -> None:
    analysis, _ = parsed("The blogger was held\nin Minsk.")
    assert "held in" in analysis.text
    assert not any(token.text.isspace() for token in analysis.tokens)


def test_small_letters_keep_their_places() -> None:
    """«İ» in small letters is two characters long in Python."""
    analysis, _ = parsed("İsmail was held in İzmir.")
    assert len(analysis.lower) == len(analysis.text)
    assert analysis.lower.index("held") == analysis.text.index("held")


def test_what_hangs_on_a_word() -> None:
    analysis, _ = parsed(PASSIVE)
    by = word(analysis, "by")
    assert analysis.text[slice(*analysis.extent(by))] == "by police"
    assert [head.text for head in analysis.ancestors(word(analysis, "police"))] == ["by", "detained"]


def test_doers_are_shared_in_a_row_of_verbs() -> None:
    analysis, _ = parsed("Police seized and deported the blogger.")
    assert [token.text for token in analysis.doers(word(analysis, "deported"))] == ["Police"]


@settings(max_examples=30)
@given(st.text(max_size=200))
def test_lookups_agree_with_the_tokens(text: str) -> None:
    analysis = EnglishAnalyzer().analyse(text, ((0, len(text)),) if text else ())
    for start in range(0, len(text), 7):
        end = start + 5
        assert list(analysis.within(start, end)) == [t for t in analysis.tokens if t.start < end and start < t.end]
        covering = [s for s in analysis.sentences if s.start <= start < s.end]
        assert analysis.sentence_at(start) == (covering[-1] if covering else None)
