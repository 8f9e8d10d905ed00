"""The training loop: whole texts, a few at a time, encoder and heads together; what is kept is a running mean of the weights."""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from amparo.extract.reader.pieces import Pieces
from encoder import Encoder
from network import Heads
from targets import Asked, Choice, Task

_NEVER = -1e4  # logit of what must not be chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to train. The rates are those of AdamW at their height (one cycle: up in a tenth of the steps, then down)."""

    epochs: int = 9
    texts: int = 4  # a step
    sorted_in: int = 24  # texts among which those of like length are put together
    encoder_rate: float = 1e-4
    heads_rate: float = 8e-4
    decay: float = 0.01
    mean: float = 0.99  # how much of the running mean of the weights stays at each step
    hide: float = 0.08  # share of pieces hidden
    positive: float = 2.0  # weight of a told act against an untold one
    # Weights of the parts of the loss.
    sentence: float = 0.5  # acts at each sentence
    text: float = 1.0  # acts in the whole text
    status: float = 0.3
    who: float = 0.3  # whom of all persons it befell
    pointers: float = 0.3  # states, dates, noun phrases
    scale: float = 0.1
    seed: int = 0


def fit(
    tasks: Sequence[Task],
    encoder: Encoder,
    heads: Heads,
    pieces: Pieces,
    settings: Settings,
    say: Callable[[str], None],
) -> None:
    """Train ``encoder`` and ``heads`` in place; the same seed, texts and machine give the same weights."""
    rng = random.Random(settings.seed)  # noqa: S311  nothing secret
    torch.manual_seed(settings.seed)
    learnt = [p for p in encoder.parameters() if p.requires_grad]
    both = [*learnt, *heads.parameters()]
    optimiser = torch.optim.AdamW(
        [{"params": learnt, "lr": settings.encoder_rate}, {"params": heads.parameters(), "lr": settings.heads_rate}],
        weight_decay=settings.decay,
    )
    steps = settings.epochs * -(-len(tasks) // settings.texts)
    rates = [settings.encoder_rate, settings.heads_rate]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rates, total_steps=steps + 1, pct_start=0.1)
    mean = [p.detach().clone() for p in both]
    began, step = time.monotonic(), 0
    for epoch in range(settings.epochs):
        total = 0.0
        for batch in _batches(tasks, settings, rng):
            loss = _loss(batch, encoder, heads, pieces, settings, rng)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch does not say
            nn.utils.clip_grad_norm_(both, 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            _blend(mean, both, min(settings.mean, (1 + step) / (10 + step)))
            total += float(loss.detach())
        loss_of_step = total / (steps / settings.epochs)
        say(f"epoch {epoch + 1} of {settings.epochs}: loss {loss_of_step:.3f}, {time.monotonic() - began:.0f} s")
    with torch.no_grad():
        for kept, weight in zip(mean, both, strict=True):
            weight.copy_(kept)


def _batches(tasks: Sequence[Task], settings: Settings, rng: random.Random) -> list[list[Task]]:
    """All texts in a new order, those of like length together so that little is padding."""
    mixed = rng.sample(list(tasks), len(tasks))
    ordered: list[Task] = []
    for at in range(0, len(mixed), settings.sorted_in):
        ordered += sorted(mixed[at : at + settings.sorted_in], key=lambda task: len(task.text.text))
    batches = [ordered[at : at + settings.texts] for at in range(0, len(ordered), settings.texts)]
    rng.shuffle(batches)
    return batches


def _blend(mean: list[Tensor], weights: list[nn.Parameter], stays: float) -> None:
    with torch.no_grad():
        for kept, weight in zip(mean, weights, strict=True):
            kept.lerp_(weight, 1 - stays)


def _loss(
    batch: Sequence[Task], encoder: Encoder, heads: Heads, pieces: Pieces, settings: Settings, rng: random.Random
) -> Tensor:
    asked = [one for task in batch for one in task.windows(pieces, rng, settings.hide)]
    longest = max(len(one.ids) for one in asked)
    ids = torch.zeros(len(asked), longest, dtype=torch.long)
    mask = torch.zeros(len(asked), longest)
    for row, one in enumerate(asked):
        ids[row, : len(one.ids)] = torch.tensor(one.ids)
        mask[row, : len(one.ids)] = 1
    hidden = encoder(ids, mask)
    both = zip(hidden, asked, strict=True)
    losses = [_of_window(heads, vectors[: len(one.ids)], one, settings) for vectors, one in both]
    return torch.stack(losses).sum() / len(batch)


def _of_window(heads: Heads, hidden: Tensor, one: Asked, settings: Settings) -> Tensor:
    read = heads.read(hidden, *(torch.from_numpy(array) for array in (one.lines, one.persons, one.known)))
    acts, status = heads.acts(read)
    told, weight = torch.from_numpy(one.acts), torch.from_numpy(one.weight)
    positive = torch.tensor(settings.positive)
    sentence = functional.binary_cross_entropy_with_logits(
        acts, told, weight=weight, pos_weight=positive, reduction="sum"
    )
    # Of the whole text an act counts where it is told, or where no sentence leaves it open.
    anywhere = torch.maximum(told.amax(1), weight.amin(1))
    text = functional.binary_cross_entropy_with_logits(acts.amax(1), told.amax(1), weight=anywhere, reduction="sum")
    right = torch.from_numpy(one.status)
    known = right >= 0
    stands = functional.cross_entropy(status[known], right[known], reduction="sum") if known.any() else 0.0
    loss = settings.sentence * sentence + settings.text * text + settings.status * stands
    loss = loss + settings.who * _who(acts, told)
    if one.findings[0]:
        loss = loss + settings.pointers * _pointers(heads, hidden, read, one)
    return loss * settings.scale


def _who(acts: Tensor, told: Tensor) -> Tensor:
    """Of each act told at a sentence: the logarithm of one over the share that those it befell have among all persons there."""
    lines, codes = torch.nonzero(told.amax(0), as_tuple=True)
    if not len(lines):
        return acts.new_zeros(())
    every = torch.logsumexp(acts[:, lines, codes], 0)
    right = torch.logsumexp(acts[:, lines, codes].masked_fill(told[:, lines, codes] == 0, _NEVER), 0)
    return (every - right).sum()


def _pointers(heads: Heads, hidden: Tensor, read: Tensor, one: Asked) -> Tensor:
    rows, columns, acts = one.findings
    found, act = read[rows, columns], torch.tensor(acts)
    stand = {name: torch.from_numpy(getattr(one, name).stand) for name in ("places", "dates", "groups")}
    return (
        _missed(heads.places(found, act, _vectors(hidden, one.places), stand["places"]), one.places)
        + _missed(heads.one("date", found, act, _vectors(hidden, one.dates), stand["dates"]), one.dates)
        + _missed(heads.one("group", found, act, _vectors(hidden, one.groups), stand["groups"]), one.groups)
    )


def _vectors(hidden: Tensor, choice: Choice) -> Tensor:
    if not choice.pieces:
        return hidden.new_zeros((0, hidden.shape[1]))
    return torch.stack([hidden[first:last].mean(0) for first, last in choice.pieces])


def _missed(logits: Tensor, choice: Choice) -> Tensor:
    """The logarithm of one over the share that the right candidates have together, over the findings that teach."""
    right = torch.from_numpy(choice.right)
    every = torch.logsumexp(logits, 1)
    good = torch.logsumexp(logits.masked_fill(~right, _NEVER), 1)
    return ((every - good) * torch.from_numpy(choice.teaches)).sum()
