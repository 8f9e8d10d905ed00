"""The trained reader: an encoder over the whole text, and heads that ask of each person at each sentence what was done to them there,
and of each such finding which state and which date of the text belong to it.
"""

import math

import torch
from torch import Tensor, nn

from amparo.extract.reader.features import WIDTH
from amparo.extract.reader.outline import ACTS
from amparo.extract.reader.pointers import DATE_WIDTH, GROUP_WIDTH, PLACE_SLOTS, PLACE_WIDTH

STATUSES = ("occurred", "threatened", "attempted", "denied")
_ASK = 128  # width of the attention of a person over a sentence, and of the pointers
_HIDDEN = 256
_BIAS = -3.0  # acts are rare: about one in twenty (person, sentence) pairs tells one


class Heads(nn.Module):
    """Everything behind the encoder; small enough for numpy at run time."""

    def __init__(self, width: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.unnamed = nn.Parameter(torch.randn(width) * 0.3)
        self.absent = nn.Parameter(torch.randn(width) * 0.3)
        self.ask = nn.Linear(width + WIDTH, _ASK)
        self.offer = nn.Linear(width, _ASK)
        self.mix = nn.Linear(4 * width + WIDTH, _HIDDEN)
        self.drop = nn.Dropout(dropout)
        self.act = nn.Linear(_HIDDEN, len(ACTS))
        self.status = nn.Linear(_HIDDEN, len(ACTS) * len(STATUSES))
        self.act_code = nn.Embedding(len(ACTS), 32)
        self.place_ask = nn.Linear(_HIDDEN + 32, len(PLACE_SLOTS) * _ASK)
        self.place_offer = nn.Linear(width, _ASK)
        self.place_stand = nn.Sequential(nn.Linear(PLACE_WIDTH + 32, 48), nn.GELU(), nn.Linear(48, len(PLACE_SLOTS)))
        self.place_none = nn.Linear(_HIDDEN + 32, len(PLACE_SLOTS))
        self.date_ask = nn.Linear(_HIDDEN + 32, _ASK)
        self.date_offer = nn.Linear(width, _ASK)
        self.date_stand = nn.Sequential(nn.Linear(DATE_WIDTH + 32, 48), nn.GELU(), nn.Linear(48, 1))
        self.date_none = nn.Linear(_HIDDEN + 32, 1)
        self.group_ask = nn.Linear(_HIDDEN + 32, _ASK)
        self.group_offer = nn.Linear(width, _ASK)
        self.group_stand = nn.Sequential(nn.Linear(GROUP_WIDTH + 32, 48), nn.GELU(), nn.Linear(48, 1))
        self.group_none = nn.Linear(_HIDDEN + 32, 1)
        nn.init.constant_(self.act.bias, _BIAS)

    def read(self, hidden: Tensor, lines: Tensor, persons: Tensor, known: Tensor) -> Tensor:
        """What is told of each person at each sentence, as vectors (persons + 1, sentences, hidden).

        ``hidden`` (pieces, width) of one window; ``lines`` (sentences, pieces) 1 where a piece belongs to a sentence; ``persons`` (persons,
        sentences, pieces) the pieces that name the person last, averaged (rows sum to 1, or to 0 where the person is not named in the window);
        ``known`` (persons + 1, sentences, WIDTH) the features.
        """
        mean = (lines @ hidden) / lines.sum(1, keepdim=True).clamp(min=1)
        who = persons @ hidden + (1 - persons.sum(-1, keepdim=True)) * self.absent
        who = torch.cat([who, self.unnamed.expand(1, lines.shape[0], -1)])
        weights = (self.ask(torch.cat([who, known], -1)) @ self.offer(hidden).T) / math.sqrt(_ASK)
        weights = weights.masked_fill(lines[None] == 0, -1e4).softmax(-1)
        found = weights @ hidden
        return torch.nn.functional.gelu(
            self.mix(torch.cat([found, mean[None].expand_as(found), who, found * who, known], -1))
        )

    def acts(self, read: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of the acts (persons + 1, sentences, acts), and of the statuses of each (…, acts, 4)."""
        dropped = self.drop(read)
        return self.act(dropped), self.status(dropped).unflatten(-1, (len(ACTS), len(STATUSES)))

    def places(self, read: Tensor, act: Tensor, offered: Tensor, stand: Tensor) -> Tensor:
        """Logits (findings, places + 1, slots) of each place for each slot; the last is none of them.

        ``read`` (findings, hidden), ``act`` (findings,), ``offered`` (places, width) the places' vectors, ``stand`` (findings, places, PLACE_WIDTH).
        """
        code = self.act_code(act)
        asked = torch.cat([self.drop(read), code], -1)
        ask = self.place_ask(asked).unflatten(-1, (len(PLACE_SLOTS), _ASK))
        match = torch.einsum("fsd,pd->fps", ask, self.place_offer(offered)) / math.sqrt(_ASK)
        beside = self.place_stand(torch.cat([stand, code[:, None].expand(-1, stand.shape[1], -1)], -1))
        return torch.cat([match + beside, self.place_none(asked)[:, None]], 1)

    def one(self, kind: str, read: Tensor, act: Tensor, offered: Tensor, stand: Tensor) -> Tensor:
        """Logits (findings, dates + 1) or (findings, noun phrases + 1), as `places`; ``kind`` is «date» or «group»."""
        code = self.act_code(act)
        asked = torch.cat([self.drop(read), code], -1)
        match = getattr(self, f"{kind}_ask")(asked) @ getattr(self, f"{kind}_offer")(offered).T / math.sqrt(_ASK)
        known = torch.cat([stand, code[:, None].expand(-1, stand.shape[1], -1)], -1)
        beside = getattr(self, f"{kind}_stand")(known)[..., 0]
        return torch.cat([match + beside, getattr(self, f"{kind}_none")(asked)], 1)
