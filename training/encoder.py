"""The encoder (BERT: Devlin et al. 2019) in as few lines as training needs, so that weights load from any copy of a BERT checkpoint."""

import torch
from torch import Tensor, nn
from torch.nn import functional

NAMELESS = 60  # pieces that stand for persons, as in `amparo.extract.reader.pieces`
_DROPOUT = 0.1  # as in BERT; none on the attention, where it would cost half the speed


class Layer(nn.Module):
    """One transformer layer: attention, then a feed-forward net, each with a residual and a norm behind it."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.drop = nn.Dropout(dropout)
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=epsilon)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm_out = nn.LayerNorm(width, eps=epsilon)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x`` (texts, pieces, width), ``bias`` (texts, 1, 1, pieces): 0 where there is a piece, very small where there is none."""
        texts, pieces, width = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(texts, pieces, self.heads, width // self.heads).transpose(1, 2)

        mixed = functional.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=bias
        )
        x = self.norm(x + self.drop(self.out(mixed.transpose(1, 2).reshape(texts, pieces, width))))
        found: Tensor = self.norm_out(x + self.drop(self.down(functional.gelu(self.up(x)))))
        return found


class Encoder(nn.Module):
    """Piece ids → a vector each that knows its surroundings."""

    def __init__(
        self, vocabulary: int, width: int, layers: int, heads: int, inner: int, positions: int, epsilon: float
    ) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.words.weight.requires_grad_(False)  # too many for so few texts, and most never seen in training
        self.names = nn.Parameter(torch.zeros(NAMELESS, width))  # the vectors of the pieces that stand for persons
        self.positions = nn.Embedding(positions, width)
        self.kind = nn.Parameter(torch.zeros(width))  # the one token type in use
        self.norm = nn.LayerNorm(width, eps=epsilon)
        self.layers = nn.ModuleList(Layer(width, heads, inner, epsilon, _DROPOUT) for _ in range(layers))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """``ids`` (those behind the vocabulary stand for persons) and ``mask`` (1 a piece, 0 padding), both (texts, pieces) → (texts, pieces, width)."""
        first = len(self.words.weight)
        x: Tensor = self.words(ids.clamp(max=first - 1))
        x = torch.where((ids >= first)[..., None], self.names[(ids - first).clamp(min=0)], x)
        x = x + self.positions.weight[: ids.shape[1]] + self.kind
        x = self.norm(x)
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def from_checkpoint(tensors: dict[str, Tensor], heads: int = 12, epsilon: float = 1e-12) -> Encoder:
    """An encoder with the weights of a BERT checkpoint (names as in Hugging Face's BertModel)."""
    words = tensors["embeddings.word_embeddings.weight"]
    layers = 1 + max(int(name.split(".")[2]) for name in tensors if name.startswith("encoder.layer."))
    inner = tensors["encoder.layer.0.intermediate.dense.weight"].shape[0]
    positions = tensors["embeddings.position_embeddings.weight"]
    encoder = Encoder(len(words), words.shape[1], layers, heads, inner, len(positions), epsilon)
    state = {
        "names": torch.zeros(NAMELESS, words.shape[1]),
        "words.weight": words,
        "positions.weight": positions,
        "kind": tensors["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": tensors["embeddings.LayerNorm.weight"],
        "norm.bias": tensors["embeddings.LayerNorm.bias"],
    }
    for number in range(layers):
        of = f"encoder.layer.{number}."
        for ours, theirs in (
            ("query", "attention.self.query"), ("key", "attention.self.key"), ("value", "attention.self.value"),
            ("out", "attention.output.dense"), ("norm", "attention.output.LayerNorm"), ("up", "intermediate.dense"),
            ("down", "output.dense"), ("norm_out", "output.LayerNorm"),
        ):  # fmt: skip
            for part in ("weight", "bias"):
                state[f"layers.{number}.{ours}.{part}"] = tensors[f"{of}{theirs}.{part}"]
    encoder.load_state_dict({name: tensor.float() for name, tensor in state.items()})
    return encoder
