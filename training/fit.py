"""The training loop: AdamW, a rate that falls to nothing, a checkpoint after each epoch."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.encoding import Encoded, batches, stretches
from training.model import Tagger, crf_loss

Documents = Sequence[tuple[list[Encoded], set[int]]]


@dataclass(slots=True)
class Plan:
    """How long and how fast to train."""

    epochs: int = 8
    rate: float = 2e-3
    words: int = 4096
    longest: int = 256
    seed: int = 1
    warmup: float = 0.03
    pos_weight: float = 0.5
    average: float = 0.995
    """Decay of the running average of the weights, which is what is kept."""


@dataclass(slots=True)
class Batch:
    """Tensors of one batch, time first."""

    codes: Tensor
    flags: Tensor
    lengths: Tensor
    labels: Tensor
    pos: Tensor


def collate(items: Sequence[Encoded], device: torch.device) -> Batch:
    """Padded tensors; padding has label -1."""
    steps, size = max(len(e.labels) for e in items), len(items)
    codes = np.zeros((steps, size, items[0].codes.shape[1]), dtype=np.int64)
    flags = np.zeros((steps, size, items[0].flags.shape[1]), dtype=np.float32)
    labels = np.full((steps, size), -1, dtype=np.int64)
    pos = np.full((steps, size), -1, dtype=np.int64)
    for b, item in enumerate(items):
        n = len(item.labels)
        codes[:n, b], flags[:n, b] = item.codes, item.flags
        labels[:n, b], pos[:n, b] = item.labels, item.pos
    lengths = torch.tensor([len(e.labels) for e in items])
    arrays = (codes, flags, lengths, labels, pos)
    return Batch(*(torch.as_tensor(a).to(device) for a in arrays))


def loss_of(model: Tagger, batch: Batch, plan: Plan) -> Tensor:
    """CRF loss a labelled word plus weighted cross entropy of parts of speech."""
    scores, tags = model(batch.codes, batch.flags, batch.lengths)
    loss = scores.sum() * 0
    known = batch.labels >= 0
    rows = known.any(dim=0)
    if rows.any():
        total = crf_loss(
            scores[:, rows],
            model.transitions(),
            model.last,
            batch.lengths[rows],
            batch.labels[:, rows],
        )
        loss = loss + total / batch.lengths.sum()
    if tags is not None and (batch.pos >= 0).any():
        cross = nn.functional.cross_entropy(
            tags.flatten(0, 1), batch.pos.flatten(), ignore_index=-1, reduction="sum"
        )
        loss = loss + plan.pos_weight * cross / batch.lengths.sum()
    return loss


class Average:
    """A running mean of the weights (Polyak averaging)."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        self.decay, self.steps = decay, 0
        self.kept = {k: v.detach().clone() for k, v in model.state_dict().items()}

    @torch.no_grad()
    def add(self, model: nn.Module) -> None:
        self.steps += 1
        decay = min(self.decay, self.steps / (10 + self.steps))
        for key, value in model.state_dict().items():
            self.kept[key].lerp_(value, 1 - decay)


def fit(
    model: Tagger,
    documents: Callable[[int], Documents],
    plan: Plan,
    folder: Path,
    judge: Callable[[Tagger, int], str] | None = None,
) -> None:
    """Train, resuming from ``folder/state.pt``; ``folder/averaged.pt`` is the result.

    ``folder/epoch1.pt`` and so on keep what it was after each epoch.
    """
    folder.mkdir(parents=True, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model.to(device)
    optimiser = torch.optim.AdamW(model.parameters(), lr=plan.rate, weight_decay=0.01)
    average, begin = Average(model, plan.average), 0
    state = folder / "state.pt"
    if state.exists():
        saved = torch.load(state, map_location=device, weights_only=True)
        model.load_state_dict(saved["model"])
        optimiser.load_state_dict(saved["optimiser"])
        average.kept, average.steps, begin = saved["kept"], saved["steps"], saved["epoch"]
    for epoch in range(begin, plan.epochs):
        started = time.time()
        mean = run_epoch(model, optimiser, average, documents(epoch), plan, epoch, device)
        saved = {
            "model": model.state_dict(),
            "optimiser": optimiser.state_dict(),
            "kept": average.kept,
            "steps": average.steps,
            "epoch": epoch + 1,
        }
        torch.save(saved, state)
        torch.save(average.kept, folder / "averaged.pt")
        torch.save(average.kept, folder / f"epoch{epoch + 1}.pt")
        last = epoch + 1 == plan.epochs
        wanted = judge is not None and (last or epoch % 3 == 2)
        note = judge(averaged(model, average), epoch) if judge and wanted else ""
        print(f"epoch {epoch + 1} loss {mean:.4f} {time.time() - started:.0f} s {note}", flush=True)


def averaged(model: Tagger, average: Average) -> Tagger:
    """A copy of the network with the averaged weights."""
    copy = Tagger(model.shape, torch.empty_like(model.tables["word"].weight))
    copy.load_state_dict({k: v.cpu() for k, v in average.kept.items()})
    return copy.eval()


def run_epoch(
    model: Tagger,
    optimiser: torch.optim.Optimizer,
    average: Average,
    documents: Documents,
    plan: Plan,
    epoch: int,
    device: torch.device,
) -> float:
    """One pass over the data, cut anew; the mean loss."""
    rng = random.Random(plan.seed * 1000 + epoch)
    torch.manual_seed(plan.seed * 1000 + epoch)
    items = stretches(documents, plan.longest, lambda n: rng.randrange(n * 3 // 4))
    groups = batches(items, plan.words, rng)
    model.train()
    losses = []
    for step, group in enumerate(groups):
        done = (epoch + step / len(groups)) / plan.epochs
        rate = plan.rate * min(1.0, (done + 1e-4) / plan.warmup) * max(1 - done, 0.005)
        for options in optimiser.param_groups:
            options["lr"] = rate
        loss = loss_of(model, collate(group, device), plan)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        average.add(model)
        losses.append(float(loss.detach()))
        if step % 50 == 0:
            print(f"  {epoch + 1}: {step}/{len(groups)} {np.mean(losses[-50:]):.4f}", flush=True)
    return float(np.mean(losses))
