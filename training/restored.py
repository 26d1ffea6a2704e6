"""A model folder's weights back in torch, to go on training where an earlier run ended.

int8 matrices come back as their rounded values. The style that the graph was folded for is the
zero of the styles here, so the network reads as the folder's does; other styles start anew.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from training.encoder import SEEN, Joint, Size, load_pretrained
from training.export import STYLE
from training.graph import ungated

Arrays = dict[str, NDArray[np.generic]]


def restored(folder: Path, pretrained: Path) -> Joint:
    """The network of a model folder. The table of pieces, which training never changes, is the
    pre-trained one; heads that the folder lacks start anew. Raises KeyError if a weight lacks.
    """
    graph = onnx.load(str(folder / "hearsay_reader" / "reader.onnx")).graph
    given = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    inner = given["layers.0.up.bias"].shape[0]
    model = Joint(replace(Size(), inner=inner))
    own = {name: _found(given, name, value) for name, value in model.net.state_dict().items()}
    own["place.weight"] = torch.tensor(given["place"])
    own.update({f"tables.{n}.weight": torch.tensor(given[f"tables.{n}"]) for n in SEEN})
    for i, side in enumerate(("ahead", "behind")):
        both = np.split(given["lstm.b"][i], 2)
        parts = {"weight_ih": given["lstm.w"][i], "weight_hh": given["lstm.r"][i],
                 "bias_ih": both[0], "bias_hh": both[1]}  # fmt: skip
        own.update({f"{side}.{k}_l0": torch.tensor(ungated(v)) for k, v in parts.items()})
    own["style.weight"][STYLE] = 0
    model.net.load_state_dict(own)
    _pieces(model, pretrained)
    moves = np.load(folder / "hearsay_reader" / "moves.npz", allow_pickle=False)
    model.role_paths.moves.data = torch.tensor(moves["attribution"])
    model.name_paths.moves.data = torch.tensor(moves["names"])
    return model


def _found(given: Arrays, name: str, fresh: Tensor) -> Tensor:
    """A weight as torch keeps it: matrices turned, norms without the root of their width."""
    if name + "_quantized" in given:
        rows = given[f"{name}_quantized"].astype(np.float32) * given[f"{name}_scale"]
    elif name in given:
        rows = given[name]
    else:
        return fresh.clone()
    if rows.ndim == 2:
        rows = rows.T
    elif "norm" in name and name.endswith("weight"):
        rows = rows / np.float32(np.sqrt(len(rows)))
    found = torch.tensor(np.array(rows, dtype=np.float32))
    if found.ndim == 2 and found.shape[1] < fresh.shape[1]:  # what the style adds was folded
        return torch.cat([found, fresh[:, found.shape[1] :]], dim=1)
    return found


def _pieces(model: Joint, pretrained: Path) -> None:
    """The pre-trained table of pieces alone."""
    whole = Joint(replace(Size(), layers=6))
    load_pretrained(whole.net, pretrained)
    model.net.word.weight.data = whole.net.word.weight.data
