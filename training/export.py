"""Stage 4: from a checkpoint to the folder the product loads."""

from __future__ import annotations

import json
import shutil
import tempfile
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from analysis.language.tagging import READER
from training.encoder import Size
from training.graph import Weights, reader_graph
from training.labels import ROLES, STYLES, TYPES, label_set

STYLE = STYLES.index("gum")
"""The product asks for names as GUM's annotators mark them."""
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def kept_pieces(vocabulary: Sequence[str]) -> list[int]:
    """Rows of the pieces that English text can have: Latin letters, digits, marks."""
    return [
        row
        for row, piece in enumerate(vocabulary)
        if piece in SPECIAL or not (piece.startswith("[unused") or any(map(_foreign, piece)))
    ]


def _foreign(c: str) -> bool:
    return c.isalpha() and not unicodedata.name(c, "").startswith("LATIN")


def write_model(
    out: Path, checkpoint: Path, vocabulary: Sequence[str], lists: Path, *, version: str
) -> None:
    """The whole model folder from a checkpoint."""
    folder = out / READER
    folder.mkdir(parents=True, exist_ok=True)
    meta = {
        "lang": "en",
        "name": "hearsay_news",
        "version": version,
        "description": "Names, parts of speech, attribution and tone toward names in English news",
        "license": "see README.md",
    }
    (out / "meta.json").write_text(json.dumps(meta, indent=2) + "\n", encoding="utf-8")
    state = torch.load(checkpoint, map_location="cpu", weights_only=True)
    net = {k.removeprefix("net."): v.numpy() for k, v in state.items() if k.startswith("net.")}
    rows = kept_pieces(vocabulary)
    net["word.weight"] = net["word.weight"][rows]
    (folder / "pieces.txt").write_text("\n".join(vocabulary[r] for r in rows), encoding="utf-8")
    write_graph(folder / "reader.onnx", net)
    np.savez(
        folder / "moves.npz",
        attribution=state["role_paths.moves"].numpy(),
        names=state["name_paths.moves"].numpy(),
    )
    labels = {"attribution": label_set(ROLES), "names": label_set(TYPES)}
    (folder / "labels.json").write_text(json.dumps(labels), encoding="utf-8")
    shutil.copy(lists, folder / "lists.json")


def write_graph(path: Path, net: Weights) -> None:
    """The graph with its large matrices in int8, a scale a column.

    ``reduce_range`` leaves a bit free: processors without VNNI add two products in 16 bits.
    """
    graph = reader_graph(net, Size(), STYLE)
    onnx.checker.check_model(graph)
    large = [
        n.name
        for n in graph.graph.node
        if n.op_type == "MatMul" and n.name.startswith(("layers", "hidden", "toned"))
    ]
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        onnx.save(graph, str(whole))
        quantize_dynamic(
            whole,
            path,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            nodes_to_quantize=large,
            op_types_to_quantize=["MatMul"],
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
