"""Weights in the form the package ships: matrices and embeddings as 8-bit numbers with a scale a column or row (the encoder's layers as
ONNX), the rest in half precision.
"""

import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import cast

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from encoder import Encoder, Layer

_LEAST = 1e-8  # of a scale: a column of zeros has none


class _Layers(nn.Module):
    """The layers of one text without padding."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.layers = encoder.layers

    def forward(self, x: Tensor) -> Tensor:
        """``x`` (pieces, width): embeddings; gives the vectors, alike."""
        for layer in cast("Iterable[Layer]", self.layers):
            heads, width = layer.heads, x.shape[-1]
            deep = width // heads
            parts = (layer.query, layer.key, layer.value)
            q, k, v = (part(x).reshape(-1, heads, deep).transpose(0, 1) for part in parts)
            mixed = torch.softmax(q @ k.transpose(1, 2) / deep**0.5, -1) @ v
            x = layer.norm(x + layer.out(mixed.transpose(0, 1).reshape(-1, width)))
            x = layer.norm_out(x + layer.down(nn.functional.gelu(layer.up(x))))
        return x


def onnx_of(encoder: Encoder) -> bytes:
    """The layers as an ONNX model, matrices as 8-bit numbers with a scale a column, made whole again when it is loaded."""
    held = io.BytesIO()
    torch.onnx.export(
        _Layers(encoder).eval(), (torch.zeros(7, encoder.positions.weight.shape[1]),),
        held,  # type: ignore[arg-type]  # any file open for writing will do, whatever torch's types say
        input_names=["x"], output_names=["y"],
        dynamic_axes={"x": {0: "pieces"}, "y": {0: "pieces"}}, opset_version=20, dynamo=False,
    )  # fmt: skip
    model = onnx.load_from_string(held.getvalue())
    unpack: list[onnx.NodeProto] = []
    for tensor in list(model.graph.initializer):  # what is added below stays as it is
        values = numpy_helper.to_array(tensor)
        if tensor.data_type == TensorProto.FLOAT and values.ndim == 2:
            unpack += _packed(tensor, values, model.graph)
    for node in reversed(unpack):
        model.graph.node.insert(0, node)
    model.producer_name, model.producer_version, model.doc_string = "amparo", "", ""
    onnx.checker.check_model(model)
    found: bytes = model.SerializeToString()
    return found


def _packed(tensor: onnx.TensorProto, values: np.ndarray, graph: onnx.GraphProto) -> list[onnx.NodeProto]:
    """Make ``tensor`` one of 8-bit numbers. The nodes returned multiply it by a scale a column; onnxruntime does so once, when it loads."""
    scale = np.maximum(np.abs(values).max(0, keepdims=True), _LEAST) / 127
    name = tensor.name
    tensor.CopyFrom(numpy_helper.from_array(np.round(values / scale).astype(np.int8), f"{name}.packed"))
    graph.initializer.append(numpy_helper.from_array(scale.astype(np.float32), f"{name}.scale"))
    return [
        helper.make_node("Cast", [f"{name}.packed"], [f"{name}.whole"], to=TensorProto.FLOAT),
        helper.make_node("Mul", [f"{name}.whole", f"{name}.scale"], [name]),
    ]


def words_of(encoder: Encoder) -> dict[str, np.ndarray]:
    """Embeddings: each row as 8-bit numbers and a scale; positions, norm and the vectors for persons in half precision."""
    words = encoder.words.weight.detach().numpy()
    scale = np.maximum(np.abs(words).max(1, keepdims=True), _LEAST) / 127
    return {
        "words": np.round(words / scale).astype(np.int8),
        "scale": scale[:, 0].astype(np.float32),
        "names": encoder.names.detach().numpy().astype(np.float16),
        "positions": (encoder.positions.weight.detach() + encoder.kind.detach()).numpy().astype(np.float16),
        "norm": np.stack([encoder.norm.weight.detach().numpy(), encoder.norm.bias.detach().numpy()]).astype(np.float32),
        "epsilon": np.array(encoder.norm.eps, np.float32),
    }


def write(
    folder: Path,
    encoder: Encoder,
    heads: nn.Module,
    rankers: dict[str, np.ndarray],
    pieces: dict[str, float],
    card: dict[str, object],
) -> None:
    """Write all files of a model into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "encoder.onnx").write_bytes(onnx_of(encoder))
    _save(folder / "words.npz", words_of(encoder))
    _save(folder / "heads.npz", {name: t.numpy().astype(np.float16) for name, t in heads.state_dict().items()})
    _save(folder / "rankers.npz", rankers)
    lines = [f"{piece}\t{score:.5g}" for piece, score in pieces.items()]
    (folder / "pieces.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "card.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _save(file: Path, arrays: dict[str, np.ndarray]) -> None:
    np.savez_compressed(file, allow_pickle=False, **arrays)
