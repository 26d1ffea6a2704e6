"""The reader as an ONNX graph, written node by node: words in, scores of every task out.

Looks and facts of a batch's words stand one below the other (N of them), and ``owner`` and
``grid`` say which piece and which place of a stretch is whose, from 1; 0 is nobody. B stretches,
P pieces, W words of the longest, L labels.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.encoder import FACTS, SEEN, Size

Weights = dict[str, NDArray[np.float32]]
OPSET = 20
INT, FLOAT = TensorProto.INT64, TensorProto.FLOAT


class Graph:
    """Nodes and constants as they are added; ``node`` gives back the name of its output."""

    def __init__(self, weights: Weights) -> None:
        self.weights, self.nodes, self.constants = weights, [], {}
        self.count = 0

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.array(value, order="C"), name)
        return name

    def node(self, kind: str, *inputs: str, out: str = "", **given: Any) -> str:
        self.count += 1
        out = out or f"{kind}_{self.count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [out], out, **given))
        return out

    def linear(self, x: str, name: str, out: str = "") -> str:
        weight = self.constant(f"{name}.weight", self.weights[f"{name}.weight"].T)
        bias = self.constant(f"{name}.bias", self.weights[f"{name}.bias"])
        y = self.node("MatMul", x, weight, out=f"{name}.product")
        return self.node("Add", y, bias, out=out)

    def norm(self, x: str, name: str) -> str:
        """Layer norm in steps that run several numbers at a time; the runtime's own does not."""
        weight = self.weights[f"{name}.weight"]
        scale = self.constant(f"{name}.weight", weight * np.float32(np.sqrt(len(weight))))
        bias = self.constant(f"{name}.bias", self.weights[f"{name}.bias"])
        last = self.numbers("last_axis", -1)
        x = self.node("Sub", x, self.node("ReduceMean", x, last))
        x = self.node("Mul", x, self.node("Reciprocal", self.node("ReduceL2", x, last)))
        return self.node("Add", self.node("Mul", x, scale), bias)

    def number(self, name: str, value: int) -> str:
        return self.constant(name, np.array(value, dtype=np.int64))

    def numbers(self, name: str, *values: int) -> str:
        return self.constant(name, np.array(values, dtype=np.int64))


def small_rows(rows: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """A table as int8 with a scale a row."""
    scale = np.abs(rows).max(axis=1, keepdims=True) / 127
    scale[scale == 0] = 1
    return np.round(rows / scale).astype(np.int8), scale.astype(np.float32)


def reader_graph(weights: Weights, size: Size, style: int) -> onnx.ModelProto:
    """The whole graph in float, but for the table of pieces."""
    weights = dict(weights)
    wide = size.width
    inner = weights["hidden.weight"]  # the style is always the same one: it becomes a bias
    weights["hidden.bias"] = weights["hidden.bias"] + inner[:, -8:] @ weights["style.weight"][style]
    weights["hidden.weight"] = inner[:, :-8]
    g = Graph(weights)
    facts = _facts(g)
    x = _embed(g, _with_nobody(g, g.linear(facts, "look"), "unlooked"))
    inside = _inside(g, "pieces")
    for i in range(size.layers):
        if i == size.pooled:
            flat = g.node("Reshape", x, g.numbers("flat", -1, wide))
            x, inside = g.node("Gather", flat, "first", axis=0), _inside(g, "grid")
        x = _layer(g, x, inside, f"layers.{i}", size)
    facts = g.node("Gather", _with_nobody(g, facts, "unknown"), "grid", axis=0)
    told = g.node("Concat", x, facts, axis=2)
    hidden = g.node("Gelu", g.linear(told, "hidden"))
    g.linear(hidden, "names", "name_scores")
    g.linear(hidden, "pos", "pos_scores")
    g.linear(g.node("Gelu", g.linear(told, "toned")), "tones", "tone_scores")
    _roles(g, told, size)
    ins = [("pieces", INT, ["B", "P"]), ("owner", INT, ["B", "P"]), ("first", INT, ["B", "W"]),
           ("codes", INT, ["N", len(SEEN)]), ("flags", FLOAT, ["N", "F"]),
           ("grid", INT, ["B", "W"]), ("lengths", TensorProto.INT32, ["B"])]  # fmt: skip
    outs = [("role_scores", ["W", "B", size.roles]), ("name_scores", ["B", "W", size.names]),
            ("pos_scores", ["B", "W", size.pos]),
            ("tone_scores", ["B", "W", size.tones])]  # fmt: skip
    graph = helper.make_graph(
        g.nodes, "hearsay",
        [helper.make_tensor_value_info(*i) for i in ins],
        [helper.make_tensor_value_info(n, FLOAT, s) for n, s in outs],
        list(g.constants.values()),
    )  # fmt: skip
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=10)


def _with_nobody(g: Graph, rows: str, name: str) -> str:
    """The rows of a table of words under one of zeros, which stands for no word."""
    wide = FACTS if name == "unknown" else g.weights["look.weight"].shape[0]
    return g.node("Concat", g.constant(name, np.zeros((1, wide), np.float32)), rows, axis=0)


def _inside(g: Graph, rows: str) -> str:
    """1 where a piece or a word stands, 0 for padding, which both number 0."""
    empty = g.node("Equal", rows, g.number("none", 0))
    return g.node("Cast", g.node("Not", empty), to=TensorProto.INT32)


def _facts(g: Graph) -> str:
    parts = []
    for i, name in enumerate(SEEN):
        column = g.node("Gather", "codes", g.number(f"column{i}", i), axis=1)
        table = g.constant(f"tables.{name}", g.weights[f"tables.{name}.weight"])
        parts.append(g.node("Gather", table, column, axis=0))
    return g.node("Concat", *parts, "flags", axis=1)


def _embed(g: Graph, look: str) -> str:
    rows, scale = small_rows(g.weights["word.weight"])
    table, sizes = g.constant("word", rows), g.constant("word.scale", scale)
    piece = g.node("Cast", g.node("Gather", table, "pieces", axis=0), to=FLOAT)
    piece = g.node("Mul", piece, g.node("Gather", sizes, "pieces", axis=0))
    places = g.weights["place.weight"]
    shape = g.node("Shape", "pieces", start=1, end=2)
    at = g.node("Range", g.number("zero", 0), g.node("Squeeze", shape), g.number("one", 1))
    at = g.node("Min", at, g.number("last_place", len(places) - 1))
    place = g.node("Gather", g.constant("place", places), at, axis=0)
    told = g.node("Gather", look, "owner", axis=0)
    return g.norm(g.node("Add", g.node("Add", piece, place), told), "norm")


def _layer(g: Graph, x: str, inside: str, name: str, size: Size) -> str:
    qkv = g.linear(x, f"{name}.qkv")
    parts = [f"{name}.{p}" for p in "qkv"]
    g.nodes.append(helper.make_node("Split", [qkv], parts, f"{name}.split", axis=2, num_outputs=3))
    y = g.node("MultiHeadAttention", *parts, "", inside, domain="com.microsoft",
               num_heads=size.heads, mask_filter_value=-10000.0)  # fmt: skip
    x = g.norm(g.node("Add", x, g.linear(y, f"{name}.out")), f"{name}.norm1")
    y = g.linear(g.node("Gelu", g.linear(x, f"{name}.up")), f"{name}.down")
    return g.norm(g.node("Add", x, y), f"{name}.norm2")


def _roles(g: Graph, told: str, size: Size) -> None:
    """Both LSTMs as one node; torch orders the gates i f g o, ONNX i o f g."""
    parts: dict[str, list[NDArray[np.float32]]] = {"w": [], "r": [], "b": []}
    for side in ("ahead", "behind"):
        w = {
            k: g.weights[f"{side}.{k}_l0"] for k in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
        }
        parts["w"].append(_gates(w["weight_ih"]))
        parts["r"].append(_gates(w["weight_hh"]))
        parts["b"].append(np.concatenate([_gates(w["bias_ih"]), _gates(w["bias_hh"])]))
    w, r, b = (g.constant(f"lstm.{k}", np.stack(v)) for k, v in parts.items())
    x = g.node("Transpose", told, perm=[1, 0, 2])
    y = g.node("LSTM", x, w, r, b, "lengths", hidden_size=size.lstm, direction="bidirectional")
    y = g.node("Transpose", y, perm=[0, 2, 1, 3])
    y = g.node("Reshape", y, g.numbers("joined", 0, 0, 2 * size.lstm))
    g.linear(y, "roles", "role_scores")


def _gates(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    i, f, c, o = np.split(rows, 4)
    return np.concatenate([i, o, f, c])


def ungated(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """ONNX's order of the gates back to torch's."""
    i, o, f, c = np.split(rows, 4)
    return np.concatenate([i, f, c, o])
