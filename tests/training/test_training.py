"""Training in small: three invented texts, an encoder of one layer, two epochs; only where torch is installed. All people are invented."""

import importlib
import json
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.extract.reader import made

from amparo.extract.reader.decisions import Limits
from amparo.extract.reader.model import load
from amparo.extract.reader.outline import ACTS
from amparo.extract.reader.ranking import SLOTS

torch: Any = pytest.importorskip("torch", reason="torch trains the reader; it is no part of what Amparo runs on")
for other in ("onnx", "safetensors", "sklearn"):
    pytest.importorskip(other, reason=f"{other} is needed to train the reader only")

TRAINING = Path(__file__).parents[2] / "training"
VOCABULARY = list(made.word_pieces()._ids)
Incident = tuple[
    str | None, str, str | None, str | None, str | None, str
]  # target, act, host, destination, date, words
TEXTS: dict[str, tuple[str, list[Incident]]] = {
    "x01-riga": (
        "Police in Riga detained the Tajik activist Odil Samadov on 3 May 2019. He was extradited to Tajikistan in June 2019.",
        [("Odil Samadov", "detention", "LV", None, "2019-05-03", "detained"), ("Odil Samadov", "extradition", "LV", "TJ", "2019-06", "extradited")],
    ),
    "x02-istanbul": (
        "Lola Rashidova, an Uzbek journalist, was abducted in Istanbul in 2020. Two activists were deported to Uzbekistan.",
        [("Lola Rashidova", "abduction", "TR", None, "2020", "abducted"), (None, "deportation", None, "UZ", None, "Two activists were deported")],
    ),
    "x03-nothing": ("Kerim Annaev, a Turkmen poet, read from his new book in Vienna on 3 May 2021.", []),
}  # fmt: skip


@pytest.fixture(autouse=True)
def training(monkeypatch: pytest.MonkeyPatch) -> None:
    """The modules of training lie side by side in a folder, as scripts do."""
    monkeypatch.syspath_prepend(str(TRAINING))
    torch.set_num_threads(1)


def module(name: str) -> Any:
    return importlib.import_module(name)


def write(folder: Path, names: tuple[str, ...] = tuple(TEXTS)) -> Path:
    """Some of the texts with their annotations, as files."""
    folder.mkdir()
    for name in names:
        text, incidents = TEXTS.get(name, TEXTS["x03-nothing"])
        gold = {
            "id": name, "lang": "en", "published": "2021-06-01",
            "persons": [{"name": who, "names": [who.split()[-1]]} for who in dict.fromkeys(one[0] for one in incidents) if who],
            "incidents": [
                {"target": who, "unnamed": None if who else "Two activists", "count": None if who else 2, "act": act, "status": "occurred",
                 "host": host, "destination": to, "origin": None, "date": date, "quotes": [quote]}
                for who, act, host, to, date, quote in incidents
            ],
        }  # fmt: skip
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        (folder / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def tasks(folder: Path) -> list[Any]:
    """The texts as they are asked in training; written down the first time."""
    texts = folder / "texts"
    found = module("texts").texts([texts if texts.exists() else write(texts)], ["en"], folder / "outlines.pickle")
    return [module("targets").Task(text) for text in found]


def small() -> tuple[Any, Any]:
    """An encoder of one layer, and the heads over it."""
    torch.manual_seed(0)
    encoder = module("encoder").Encoder(len(VOCABULARY), made.WIDE, 1, 2, 32, 512, 1e-12)
    torch.nn.init.normal_(encoder.names, std=0.5)
    return encoder, module("network").Heads(made.WIDE)


def trained(folder: Path, epochs: int = 2) -> tuple[Any, Any, list[str]]:
    encoder, heads = small()
    said: list[str] = []
    settings = module("fit").Settings(epochs=epochs, texts=2)
    module("fit").fit(tasks(folder), encoder, heads, made.word_pieces(), settings, said.append)
    return encoder.eval(), heads.eval(), said


def test_annotations_become_answers(tmp_path: Path) -> None:
    riga, istanbul, nothing = tasks(tmp_path)
    assert [(label.row, ACTS[label.act], label.lines, label.date) for label in riga.labels] == [
        (0, "detention", (0,), "2019-05-03"),
        (0, "extradition", (1,), "2019-06"),
    ]
    _, deported = istanbul.labels
    assert deported.row == istanbul.unnamed
    assert len(deported.groups) == 1
    assert nothing.labels == []
    (asked,) = riga.windows(made.word_pieces(), random.Random(0), 0.0)
    assert asked.acts.sum() == 2
    assert asked.acts[0, 0, ACTS.index("detention")] == asked.acts[0, 1, ACTS.index("extradition")] == 1
    riga_is_host = asked.places.right[0, :, 0]
    assert [riga.outline.places[n].state for n in np.flatnonzero(riga_is_host[:-1])] == ["LV"]


def test_texts_of_the_blind_fifth_are_refused(tmp_path: Path) -> None:
    folder = write(tmp_path / "texts", ("x01-riga", "a05-somewhere", "120-elsewhere"))
    with pytest.raises(SystemExit, match=r"blind fifth.*120-elsewhere, a05-somewhere"):
        module("texts").texts([folder], ["en"], tmp_path / "outlines.pickle")


def test_the_same_seed_gives_the_same_weights(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    (encoder, heads, said), (again, heads_again, _) = trained(tmp_path / "one"), trained(tmp_path / "other")
    assert [line.split(":")[0] for line in said] == ["epoch 1 of 2", "epoch 2 of 2"]
    for net, other in ((encoder, again), (heads, heads_again)):
        assert all(
            torch.equal(one, two)
            for one, two in zip(net.state_dict().values(), other.state_dict().values(), strict=True)
        )
    fresh, _ = small()
    assert not torch.equal(fresh.names, encoder.names)
    assert torch.equal(fresh.words.weight, encoder.words.weight)  # the vectors of words stay as they came


def test_training_lowers_the_loss(tmp_path: Path) -> None:
    _, _, said = trained(tmp_path, epochs=20)
    losses = [float(line.split("loss ")[1].split(",")[0]) for line in said]
    assert losses[-1] < 0.7 * losses[0]


def test_what_is_written_for_the_package_reads_as_what_was_trained(tmp_path: Path) -> None:
    encoder, heads, _ = trained(tmp_path)
    grown = module("rank").grow(tasks(tmp_path), module("rank").Growth(trees=3, smallest=1))
    card = {"version": "test-1", "languages": ["en"], "pieces": "wordpiece", "limits": {"named": 0.2}}
    module("export").write(tmp_path / "out", encoder, heads, grown, dict.fromkeys(VOCABULARY, 0.0), card)
    packed = load(tmp_path / "out")
    assert (packed.version, packed.languages, packed.limits) == ("test-1", frozenset({"en"}), Limits(named=0.2))
    weights = {name: tensor.numpy() for name, tensor in heads.state_dict().items()}
    whole = made.network(weights, module("train")._encode(encoder))
    outline = made.outline(made.REPORT * 5)
    for here, there in zip(packed.network.see(outline), whole.see(outline), strict=True):
        assert here.window == there.window
        assert np.abs(here.hidden - there.hidden).max() < 0.1
        assert np.abs(here.acts - there.acts).max() < 0.1  # 8-bit numbers and half precision lose a little
    assert set(packed.rankers.forests) == set(SLOTS)


def test_limits_are_tried_on_texts_and_scored(tmp_path: Path) -> None:
    encoder, heads, _ = trained(tmp_path)
    weights = {name: tensor.numpy() for name, tensor in heads.state_dict().items()}
    network = made.network(weights, module("train")._encode(encoder))
    found = [task.text for task in tasks(tmp_path)]
    trial = module("trial")
    best = trial.best_limits(network, made.rankers(), found)
    plain = trial.counts(network, made.rankers(), found, best)
    remembered = trial.counts(trial.Remembering(network), made.rankers(), found, best)
    assert trial.scores(plain) == trial.scores(remembered)
    assert {"event", "strict", "fields"} <= set(trial.scores(plain))
