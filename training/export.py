"""Stage 4: from checkpoints to the folder the product loads."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

import analysis.language.component  # noqa: F401  registers the pipeline's parts
from analysis.language.tokens import blank_english

Arrays = dict[str, NDArray[np.generic]]


def small_table(rows: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """A table as int8 with a scale for each row: a quarter of the size, same scores."""
    scale = np.abs(rows).max(axis=1, keepdims=True) / 127
    scale[scale == 0] = 1
    return np.round(rows / scale).astype(np.int8), scale.astype(np.float16)


def arrays_of(weights: dict[str, torch.Tensor]) -> Arrays:
    """The arrays of one network under the names ``analysis.language.network`` reads."""
    plain = {key: value.numpy() for key, value in weights.items()}
    found: Arrays = {}
    for key, value in plain.items():
        if key.startswith("tables."):
            name = f"table.{key.split('.')[1]}"
            if len(value) > 500:
                found[name], found[f"{name}.scale"] = small_table(value)
            else:
                found[name] = value.astype(np.float16)
    for layer in range(8):
        for side in (0, 1):
            key = f"layers.{layer}.{side}"
            if f"{key}.weight_ih_l0" in plain:
                found.update(_direction(plain, key, f"layer{layer}.{side}"))
    for name in ("head", "pos"):
        if f"{name}.weight" in plain:
            found[f"{name}.weight"] = plain[f"{name}.weight"].T.astype(np.float16)
            found[f"{name}.bias"] = plain[f"{name}.bias"].astype(np.float32)
    found["moves"] = plain["moves"].astype(np.float32)
    return found


def _direction(plain: dict[str, NDArray[np.float32]], key: str, name: str) -> Arrays:
    """One LSTM; sigmoid(x) = tanh(x / 2) / 2 + 1 / 2, so three gates are halved beforehand."""
    inputs = plain[f"{key}.weight_ih_l0"].T.copy()
    memory = plain[f"{key}.weight_hh_l0"].T.copy()
    bias = plain[f"{key}.bias_ih_l0"] + plain[f"{key}.bias_hh_l0"]
    half = np.full(bias.shape, 0.5, dtype=np.float32)
    size = len(bias) // 4
    half[2 * size : 3 * size] = 1
    return {
        f"{name}.inputs": (inputs * half).astype(np.float16),
        f"{name}.memory": (memory * half).astype(np.float16),
        f"{name}.bias": (bias * half).astype(np.float32),
    }


def write_model(
    out: Path, work: Path, networks: dict[str, tuple[list[str], list[str]]], *, version: str
) -> None:
    """The whole pipeline folder; ``networks`` maps a name to its checkpoints and labels."""
    nlp = blank_english()
    nlp.add_pipe("hearsay_sentences")
    nlp.add_pipe("hearsay_reader")
    nlp.meta.update(
        name="hearsay_news",
        version=version,
        description="Names, parts of speech and attribution in English news",
        license="see README.md",
    )
    nlp.to_disk(out)
    folder = out / "hearsay_reader"
    folder.mkdir(exist_ok=True)
    words = [str(w) for w in np.load(work / "vectors.npz", allow_pickle=True)["words"]]
    (folder / "vocabulary.txt").write_text("\n".join(words), encoding="utf-8")
    lists = json.loads((work / "lists.json").read_text(encoding="utf-8"))
    text = json.dumps(lists, ensure_ascii=False, separators=(",", ":"))
    (folder / "lists.json").write_text(text, encoding="utf-8")
    for old in folder.glob("*.npz"):
        old.unlink()
    for name, (checkpoints, _) in networks.items():
        for number, checkpoint in enumerate(checkpoints, start=1):
            path = work / checkpoint / "averaged.pt"
            weights = torch.load(path, map_location="cpu", weights_only=True)
            np.savez_compressed(folder / f"{name}.{number}.npz", **arrays_of(weights))
    known = {name: found for name, (_, found) in networks.items()}
    (folder / "labels.json").write_text(json.dumps(known), encoding="utf-8")
