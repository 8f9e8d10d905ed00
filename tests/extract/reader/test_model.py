"""The files of the trained reader: there and whole, or missed in plain words."""

import json
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
from tests.extract.reader import made

from amparo.extract.reader import is_there
from amparo.extract.reader.model import load, model
from amparo.extract.reader.outline import ACTS, UNNAMED

DATA = Path(str(resources.files("amparo.extract.reader"))) / "data"
LARGEST = 90_000_000  # bytes of all files together, so that the package stays small enough to hand on
FILES = ("encoder.onnx", "words.npz", "heads.npz", "rankers.npz", "pieces.tsv", "card.json")

weights = pytest.mark.skipif(not is_there(), reason="the package is here without the trained reader's weights")


def test_a_reader_without_its_files_says_what_is_missing_and_what_to_do(tmp_path: Path) -> None:
    for name in FILES[1:-1]:
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(FileNotFoundError, match=r"lacks encoder\.onnx, card\.json.*--engine rules"):
        load(tmp_path)


def test_it_is_there_only_when_whole() -> None:
    assert is_there() == all((DATA / name).is_file() for name in FILES)


@weights
def test_nothing_else_lies_beside_the_files_and_all_are_small_enough() -> None:
    assert {path.name for path in DATA.iterdir()} == set(FILES)
    assert sum(path.stat().st_size for path in DATA.iterdir()) <= LARGEST


@weights
def test_the_card_says_what_was_learnt_and_how_well() -> None:
    card = json.loads((DATA / "card.json").read_text("utf-8"))
    assert {"version", "languages", "base", "pieces", "limits", "settings", "learnt", "kept_back"} <= set(card)
    assert {"texts", "incidents", "hash"} <= set(card["learnt"])
    assert {"texts", "hash", "scores"} <= set(card["kept_back"])
    assert {"event", "strict", "persons", "fields"} <= set(card["kept_back"]["scores"])
    assert card["languages"]
    assert model().version == card["version"]
    assert model().languages == set(card["languages"])


@weights
def test_the_weights_answer_for_every_person_and_sentence() -> None:
    outline = made.outline()
    (sight,) = model().network.see(outline)
    assert sight.acts.shape == (4, len(outline.lines), len(ACTS))
    assert np.isfinite(sight.acts).all()
    assert sight.row(UNNAMED) == 3
    assert sight.acts.std() > 0.1  # it tells one thing from another


@weights
def test_the_vocabulary_and_the_embeddings_have_one_size() -> None:
    with np.load(DATA / "words.npz", allow_pickle=False) as held:
        assert len(held["words"]) == model().network.pieces.nameless[0]
        assert len(held["names"]) == len(model().network.pieces.nameless)
