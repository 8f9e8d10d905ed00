"""The weights in the package, and the encoder that runs on them: onnxruntime on one core, nothing fetched.

``data/`` holds ``encoder.onnx`` (layers), ``words.npz`` (embeddings), ``heads.npz``, ``rankers.npz`` (trees), ``pieces.tsv`` (vocabulary) and ``card.json`` (what it was
trained on and how well it does). `training/` makes them.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from .decisions import Limits
from .network import Network
from .pieces import Pieces, Unigram, WordPiece
from .ranking import SLOTS, Rankers
from .trees import Forest

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["Model", "is_there", "load", "model"]

Floats = NDArray[np.float32]

_FILES = ("encoder.onnx", "words.npz", "heads.npz", "rankers.npz", "pieces.tsv", "card.json")


@dataclass(frozen=True, slots=True)
class Model:
    """A trained reader. ``languages`` are those it was trained on (ISO 639-1), ``version`` tells one training from another."""

    version: str
    languages: frozenset[str]
    limits: Limits
    network: Network
    rankers: Rankers


def is_there() -> bool:
    """Whether the package holds the weights; it may be installed without them."""
    return all((_folder() / name).is_file() for name in _FILES)


@cache
def model() -> Model:
    """The trained reader of the package. Raises FileNotFoundError when it was installed without."""
    return load(_folder())


def load(folder: "Traversable") -> Model:
    """The trained reader whose files lie in ``folder``. Raises FileNotFoundError, with what to do, when one of them does not."""
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        raise FileNotFoundError(
            f"The trained reader lacks {', '.join(missing)}. Install it whole, or use --engine rules."
        )
    card: dict[str, Any] = json.loads((folder / "card.json").read_text("utf-8"))
    weights = {name: array.astype(np.float32) for name, array in _arrays(folder / "heads.npz").items()}
    return Model(
        version=card["version"],
        languages=frozenset(card["languages"]),
        limits=Limits(**card["limits"]),
        rankers=_rankers(folder),
        network=Network(_encoder(folder), weights, _pieces(folder, card["pieces"])),
    )


def _folder() -> "Traversable":
    return resources.files(__package__) / "data"


def _arrays(file: "Traversable") -> dict[str, NDArray[Any]]:
    with file.open("rb") as stream, np.load(stream, allow_pickle=False) as held:
        return {name: held[name] for name in held.files}


def _rankers(folder: "Traversable") -> Rankers:
    held = _arrays(folder / "rankers.npz")
    return Rankers({slot: Forest.of(held, slot) for slot in SLOTS})


def _pieces(folder: "Traversable", kind: str) -> Pieces:
    rows = [line.rsplit("\t", 1) for line in (folder / "pieces.tsv").read_text("utf-8").split("\n") if line]
    scores = {piece: float(score) for piece, score in rows}
    return WordPiece(scores) if kind == "wordpiece" else Unigram(scores)


def _encoder(folder: "Traversable") -> Callable[[Sequence[int]], Floats]:
    # Imported here because it takes a tenth of a second, which commands that read no text need not wait for.
    import onnxruntime  # noqa: PLC0415  # see above

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # processes, not threads, use the other cores
    session = onnxruntime.InferenceSession(
        (folder / "encoder.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
    )
    held = _arrays(folder / "words.npz")
    words, scale, epsilon = held["words"], held["scale"], float(held["epsilon"])
    names, positions, norm = (held[name].astype(np.float32) for name in ("names", "positions", "norm"))

    def encode(ids: Sequence[int]) -> Floats:
        at = np.asarray(ids)
        known = np.minimum(at, len(words) - 1)
        x = words[known].astype(np.float32) * scale[known, None]
        person = at >= len(words)
        x[person] = names[at[person] - len(words)]
        x += positions[: len(at)]
        x -= x.mean(1, keepdims=True)
        x = x / np.sqrt((x * x).mean(1, keepdims=True) + epsilon) * norm[0] + norm[1]
        found: Floats = session.run(None, {"x": x.astype(np.float32)})[0]
        return found

    return encode
