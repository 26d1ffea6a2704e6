"""Fewer units inside each layer: those stay that give most to the layer's output."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import torch
from torch import Tensor

from training.encoder import Batch, Joint


@torch.no_grad()
def pruned(model: Joint, given: Iterable[Batch], inner: int) -> Joint:
    """A model with ``inner`` units a layer, its other weights unchanged.

    A unit's share is the length of its values over the batches times that of its outgoing weights.
    """
    layers, sums = model.net.layers, [torch.tensor(0.0) for _ in model.net.layers]

    def watch(i: int) -> None:
        def add(_: object, inputs: tuple[Tensor, ...]) -> None:
            sums[i] = sums[i] + (inputs[0].flatten(0, 1) ** 2).sum(0)

        hooks.append(layers[i].down.register_forward_pre_hook(add))

    hooks: list[torch.utils.hooks.RemovableHandle] = []
    for i in range(len(layers)):
        watch(i)
    model.eval()
    for batch in given:
        model.net.read(batch)
    for hook in hooks:
        hook.remove()
    state = model.state_dict()
    for i, layer in enumerate(layers):
        share = sums[i].sqrt() * layer.down.weight.norm(dim=0)
        kept = share.topk(inner).indices.sort().values
        for name in ("up.weight", "up.bias"):
            state[f"net.layers.{i}.{name}"] = state[f"net.layers.{i}.{name}"][kept]
        down = f"net.layers.{i}.down.weight"
        state[down] = state[down][:, kept]
    small = Joint(replace(model.net.size, inner=inner))
    small.load_state_dict(state)
    return small
