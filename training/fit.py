"""The training loop: every step reads one batch of each kind; the rate falls to nothing.

AdamW; lower layers learn more slowly (Howard & Ruder 2018), the table of pieces not at all.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from analysis.language.pieces import Pieces
from training.encoder import Batch, Joint
from training.windows import Line, batches, padded

Maker = Callable[[random.Random], list[Line]]
"""Gives the stretches of one round, cut and drawn anew."""


@dataclass(frozen=True, slots=True)
class Makers:
    """What each task reads."""

    roles: Maker
    names: Maker
    tones: Maker


SAVE_EVERY = 300
"""Seconds between checkpoints."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to train."""

    steps: int = 1300
    encoder: float = 2.2e-4
    heads: float = 1.3e-3
    layer_decay: float = 0.9
    moves: float = 5.0
    """How many times faster than the heads the moves of the label paths learn."""
    warmup: int = 60
    roles: int = 2048
    """Pieces of the batch of attribution; names have ``names``."""
    names: int = 768
    tones: int = 640
    longest: int = 160
    silver: float = 0.3
    names_weight: float = 0.7
    pos_weight: float = 0.5
    tone_weight: float = 0.2
    average: float = 0.99
    """Decay of the running average of the weights, which is what is kept."""
    seed: int = 1


def groups_of(model: Joint, plan: Plan) -> list[dict[str, Any]]:
    """Parameters by how fast they learn; ``base`` is the rate at its highest."""
    net, depth = model.net, model.net.size.layers
    net.word.weight.requires_grad_(False)
    moves = [model.role_paths.moves, model.name_paths.moves]
    groups: list[dict[str, Any]] = [
        {"params": list(layer.parameters()), "base": plan.encoder * plan.layer_decay ** (depth - i)}
        for i, layer in enumerate(net.layers, start=1)
    ]
    low = [net.place.weight, *net.norm.parameters()]
    groups.append({"params": low, "base": plan.encoder * plan.layer_decay**depth})
    groups.append({"params": moves, "base": plan.heads * plan.moves, "weight_decay": 0.0})
    grouped = {id(p) for group in groups for p in group["params"]}
    rest = [p for p in model.parameters() if p.requires_grad and id(p) not in grouped]
    return [*groups, {"params": rest, "base": plan.heads}]


def endless(make: Maker, pieces: int, seed: int) -> Iterator[list[Line]]:
    """Batch after batch, round after round."""
    turn = 0
    while True:
        rng = random.Random(seed * 1000 + turn)
        yield from batches(make(rng), pieces, rng)
        turn += 1


class Run:
    """A model on its way, with all that is needed to go on."""

    def __init__(self, model: Joint, plan: Plan, folder: Path, begin: int = 0) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.model, self.plan, self.folder, self.step = model, plan, folder, begin
        self.begin = begin
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        model.to(self.device)
        self.optimiser = torch.optim.AdamW(groups_of(model, plan), lr=1e-4, weight_decay=0.01)
        self.kept = {
            name: value.detach().clone()
            for name, value in model.state_dict().items()
            if name != "net.word.weight"  # it never changes
        }
        if (folder / "state.pt").exists():
            saved = torch.load(folder / "state.pt", map_location=self.device, weights_only=True)
            model.load_state_dict(saved["model"])
            self.optimiser.load_state_dict(saved["optimiser"])
            self.kept, self.step = saved["kept"], saved["step"]

    def save(self) -> None:
        """``state.pt`` to go on from, ``averaged.pt`` to use."""
        state = {
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "kept": self.kept,
            "step": self.step,
        }
        torch.save(state, self.folder / "state.tmp")
        (self.folder / "state.tmp").rename(self.folder / "state.pt")
        table = {"net.word.weight": self.model.net.word.weight.detach()}
        torch.save({**self.kept, **table}, self.folder / "averaged.pt")

    def averaged(self) -> Joint:
        """The model with the running average of its weights."""
        self.model.load_state_dict(self.kept, strict=False)
        return self.model

    def advance(self, losses: Callable[[], list[Tensor]]) -> list[float]:
        """One step; each loss goes backwards before the next is computed."""
        done = self.step / self.plan.steps
        for group in self.optimiser.param_groups:
            group["lr"] = (
                group["base"]
                * min(1.0, (self.step - self.begin + 1) / self.plan.warmup)
                * (1 - done)
            )
        self.optimiser.zero_grad()
        values = [float(loss.detach()) for loss in losses()]
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.step += 1
        self._average()
        return values

    @torch.no_grad()
    def _average(self) -> None:
        decay = min(self.plan.average, self.step / (10 + self.step))
        now = self.model.state_dict()
        for name, value in self.kept.items():
            value.lerp_(now[name], 1 - decay)


def fit(run: Run, makers: Makers, marks: Pieces, stop: int) -> None:
    """Train to step ``stop``, saving now and then; ``averaged.pt`` is the result."""
    plan, model = run.plan, run.model.train()
    seed = plan.seed + 31 * run.step  # going on does not repeat what was read
    torch.manual_seed(seed)
    hide = np.random.default_rng(seed)
    one = endless(makers.roles, plan.roles, seed)
    two = endless(makers.names, plan.names, seed + 7)
    three = endless(makers.tones, plan.tones, seed + 13)

    def losses() -> list[Tensor]:
        given = Batch.of(padded(next(one), marks, hide), run.device)
        role = model.role_loss(given, plan.silver)
        role.backward()
        given = Batch.of(padded(next(two), marks, hide), run.device)
        name = plan.names_weight * model.name_loss(given, plan.pos_weight)
        name.backward()
        given = Batch.of(padded(next(three), marks, hide), run.device)
        tone = plan.tone_weight * model.tone_loss(given)
        tone.backward()
        return [role, name, tone]

    saved, recent = time.time(), []
    while run.step < stop:
        recent.append(run.advance(losses))
        if run.step % 20 == 0:
            means = " ".join(f"{value:.4f}" for value in np.mean(recent[-50:], axis=0))
            print(f"{run.step}/{plan.steps} roles, names, tones: {means}", flush=True)
        if time.time() - saved > SAVE_EVERY:
            run.save()
            saved = time.time()
    run.save()
