"""Words cut into the pieces of a vocabulary, each with the characters it comes from."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.extract.reader import made

from amparo.extract.reader.pieces import Pieces, Unigram, WordPiece

ALPHABET = "aétz0-,.() \n\t’“Жиґңё\u0301\u00a0\u200bİßﬁ½中ع🕊\u202e"
texts = st.text(max_size=60) | st.text(ALPHABET, max_size=60)
vocabularies = st.sampled_from((made.word_pieces(), made.unigram()))


def cut(pieces: Pieces, text: str) -> list[tuple[int, str]]:
    return [(piece.id, text[piece.start : piece.end]) for piece in pieces.cut(text, 0, len(text))]


def names(pieces: Pieces, vocabulary: list[str], text: str) -> list[str]:
    return [vocabulary[piece.id] for piece in pieces.cut(text, 0, len(text))]


def test_word_pieces_are_greedy_and_without_case_or_accents() -> None:
    vocabulary = ["[UNK]", "[CLS]", "[SEP]", "[MASK]", "un", "##aff", "##able", "##a", "jose", ","]
    pieces = WordPiece(vocabulary)
    assert names(pieces, vocabulary, "Unaffable, José") == ["un", "##aff", "##able", ",", "jose"]


def test_a_word_that_cannot_be_cut_is_one_unknown_piece() -> None:
    pieces = made.word_pieces()
    assert cut(pieces, "жук the") == [(1, "жук"), (5, "the")]
    assert cut(pieces, "a" * 101) == [(1, "a" * 101)]


def test_a_word_piece_points_at_its_whole_word() -> None:
    assert {words for _, words in cut(made.word_pieces(), "detained")} == {"detained"}


def test_the_likeliest_cut_wins() -> None:
    scores = {
        "<s>": 0.0,
        "</s>": 0.0,
        "<pad>": 0.0,
        "<unk>": 0.0,
        "▁a": -1.0,
        "b": -1.0,
        "▁ab": -1.5,
        "▁": -1.0,
        "ab": -3.0,
    }
    assert names(Unigram(scores), list(scores), "ab") == ["▁ab"]
    assert names(Unigram({**scores, "▁ab": -2.5}), list(scores), "ab") == ["▁a", "b"]


def test_a_unigram_piece_points_at_its_own_characters() -> None:
    assert [words for _, words in cut(made.unigram(), "москва activist")] == ["мо", "скв", "а", "", "activ", "ist"]


@pytest.mark.parametrize("pieces", [made.word_pieces(), made.unigram()])
def test_special_pieces_and_those_for_persons_are_apart(pieces: WordPiece | Unigram) -> None:
    many = len(pieces._ids)
    special = {pieces.opening, pieces.closing, pieces.hidden}
    assert len(special) == 3
    assert max(special) < many
    assert pieces.nameless == tuple(range(many, many + 60))


@given(texts)
@example("\u0301")
@example("Ba\u0306tyr")
def test_word_pieces_cover_every_word_in_order(text: str) -> None:
    covered = bytearray(len(text))
    starts = []
    for piece in made.word_pieces().cut(text, 0, len(text)):
        assert 0 <= piece.start < piece.end <= len(text)
        starts.append(piece.start)
        covered[piece.start : piece.end] = b"\x01" * (piece.end - piece.start)
    assert starts == sorted(starts)
    # Marks that stand alone are no letters: BERT strips accents.
    bare = [at for at, seen in enumerate(covered) if not seen and unicodedata.category(text[at]) != "Mn"]
    assert all(text[at].isspace() for at in bare)
    assert not any(text[at].isspace() for at, seen in enumerate(covered) if seen)


@given(texts)
def test_unigram_pieces_lie_side_by_side_and_leave_out_blanks_only(text: str) -> None:
    at = 0
    for piece in made.unigram().cut(text, 0, len(text)):
        assert text[at : piece.start].strip() == ""
        assert at <= piece.start <= piece.end
        assert text[piece.start : piece.end].strip() == text[piece.start : piece.end]
        at = piece.end
    assert text[at:].strip() == ""


def test_of_a_word_without_end_the_beginning_is_read() -> None:
    pieces = list(made.unigram().cut("a" * 5000, 0, 5000))
    assert (pieces[0].start, pieces[-1].end) == (0, 100)


@given(vocabularies, texts, st.data())
def test_a_part_of_a_text_is_cut_with_the_offsets_of_the_whole(pieces: Pieces, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    alone = [
        (piece.id, piece.start + start, piece.end + start) for piece in pieces.cut(text[start:end], 0, end - start)
    ]
    assert [(piece.id, piece.start, piece.end) for piece in pieces.cut(text, start, end)] == alone


@pytest.mark.parametrize("pieces", [made.word_pieces(), made.unigram()])
def test_blanks_hold_no_piece(pieces: Pieces) -> None:
    assert list(pieces.cut(" \n\t ", 0, 4)) == []
