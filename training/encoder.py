"""The reader in torch: a small BERT told about each word's looks, and a head for each task.

Shapes: B stretches, P pieces, W words of the longest, F facts of a word.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from analysis.language.features import FLAGS, ROWS
from training.crf import Paths, locked_dropout, path_loss, reversal
from training.labels import POS, ROLES, STYLES, TONES, TYPES, label_set

SEEN = {"shape": 16, "quote": 8, "left": 4, "right": 4, "place": 4}
"""How many numbers stand for each column of a word's codes."""
FACTS = sum(SEEN.values()) + len(FLAGS)


@dataclass(frozen=True, slots=True)
class Size:
    """The encoder as it was pre-trained (MiniLM-L6, Wang et al. 2020), and the heads on it."""

    pieces: int = 30522
    places: int = 512
    width: int = 384
    heads: int = 12
    inner: int = 1536
    layers: int = 4
    """Of the six that were pre-trained, the lowest: the upper ones cost more than they bring."""
    pooled: int = 2
    """The layer from which on only each word's first piece is read on."""
    lstm: int = 128
    hidden: int = 256
    styles: int = len(STYLES)
    roles: int = len(label_set(ROLES))
    names: int = len(label_set(TYPES))
    pos: int = len(POS)
    toned: int = 128
    """Hidden units of the tone toward a name."""
    tones: int = len(TONES)
    dropout: float = 0.1
    names_dropout: float = 0.2
    roles_dropout: float = 0.3


@dataclass(slots=True)
class Batch:
    """Batch first; words are padded with label -1, pieces with ``inside`` false."""

    pieces: Tensor
    inside: Tensor
    owner: Tensor
    """The word of each piece, W where it has none."""
    first: Tensor
    """The first piece of each word."""
    codes: Tensor
    flags: Tensor
    lengths: Tensor
    style: Tensor
    roles: Tensor
    names: Tensor
    pos: Tensor
    tones: Tensor

    @classmethod
    def of(cls, arrays: dict[str, Any], device: torch.device) -> Batch:
        """From the arrays of ``training.windows.padded``."""
        return cls(*(torch.as_tensor(arrays[f.name]).to(device) for f in fields(cls)))


class Layer(nn.Module):
    """One layer of BERT; attention written out, which is quicker backwards on a processor."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        wide = size.width
        self.heads, self.dropout = size.heads, size.dropout
        self.qkv = nn.Linear(wide, 3 * wide)
        self.out = nn.Linear(wide, wide)
        self.norm1 = nn.LayerNorm(wide, eps=1e-12)
        self.up = nn.Linear(wide, size.inner)
        self.down = nn.Linear(size.inner, wide)
        self.norm2 = nn.LayerNorm(wide, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """(B, P, width) and the mask added to the scores of attention."""
        b, p, d = x.shape
        deep = d // self.heads
        q, k, v = self.qkv(x).view(b, p, 3, self.heads, deep).permute(2, 0, 3, 1, 4)
        score = q @ k.transpose(-1, -2) * deep**-0.5 + mask
        y = (score.softmax(-1) @ v).transpose(1, 2).reshape(b, p, d)
        x = self.norm1(x + _dropout(self.out(y), self.dropout, self.training))
        y = self.down(nn.functional.gelu(self.up(x)))
        return self.norm2(x + _dropout(y, self.dropout, self.training))


def _dropout(x: Tensor, chance: float, training: bool) -> Tensor:
    """The same units dropped at every place of a stretch, batch first."""
    return locked_dropout(x, chance, training, dim=1)


class Net(nn.Module):
    """The encoder and its heads."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.size = size
        wide = size.width
        self.word = nn.Embedding(size.pieces, wide)
        self.place = nn.Embedding(size.places, wide)
        self.norm = nn.LayerNorm(wide, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))
        self.tables = nn.ModuleDict({n: nn.Embedding(ROWS[n], w) for n, w in SEEN.items()})
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.3)
        self.look = nn.Linear(FACTS, wide)
        nn.init.normal_(self.look.weight, std=0.005)  # at first the encoder reads as before
        nn.init.zeros_(self.look.bias)
        both = wide + FACTS
        self.ahead, self.behind = nn.LSTM(both, size.lstm), nn.LSTM(both, size.lstm)
        self.roles = nn.Linear(2 * size.lstm, size.roles)
        self.style = nn.Embedding(size.styles, 8)
        self.hidden = nn.Linear(both + 8, size.hidden)
        self.names = nn.Linear(size.hidden, size.names)
        self.pos = nn.Linear(size.hidden, size.pos)
        self.toned = nn.Linear(both, size.toned)
        self.tones = nn.Linear(size.toned, size.tones)

    def read(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Each word's first piece as the encoder sees it (B, W, width), and its facts (B, W, F)."""
        parts = [self.tables[n](batch.codes[..., i]) for i, n in enumerate(SEEN)]
        facts = torch.cat([*parts, batch.flags], dim=-1)
        look = nn.functional.pad(self.look(facts), (0, 0, 0, 1))  # W: nobody's
        look = look.gather(1, batch.owner.unsqueeze(-1).expand(-1, -1, look.shape[-1]))
        at = torch.arange(batch.pieces.shape[1], device=look.device)
        place = self.place(at.clamp(max=self.size.places - 1))
        x = self.norm(self.word(batch.pieces) + place + look)
        x = _dropout(x, self.size.dropout, self.training)
        mask = (1 - batch.inside[:, None, None, :].float()) * -1e4
        for i, layer in enumerate(self.layers):
            if i == self.size.pooled:
                x = x.gather(1, batch.first.unsqueeze(-1).expand(-1, -1, x.shape[-1]))
                inside = torch.arange(x.shape[1], device=x.device) < batch.lengths[:, None]
                mask = (1 - inside[:, None, None, :].float()) * -1e4
            x = layer(x, mask)
        return x, facts

    def role_scores(self, x: Tensor, facts: Tensor, lengths: Tensor) -> Tensor:
        """Time first: (W, B, roles)."""
        chance = self.size.roles_dropout
        y = torch.cat([x, facts], dim=-1).transpose(0, 1)
        y = locked_dropout(y, chance, self.training)
        back = reversal(lengths, y.shape[0]).unsqueeze(-1)
        ahead, _ = self.ahead(y)
        behind, _ = self.behind(y.gather(0, back.expand(-1, -1, y.shape[-1])))
        behind = behind.gather(0, back.expand(-1, -1, behind.shape[-1]))
        y = torch.cat([ahead, behind], dim=-1)
        return self.roles(locked_dropout(y, chance, self.training))

    def name_scores(self, x: Tensor, facts: Tensor, style: Tensor) -> tuple[Tensor, Tensor]:
        """Batch first: names (B, W, names) in the style asked for, and parts of speech."""
        asked = self.style(style)[:, None, :].expand(-1, x.shape[1], -1)
        y = torch.cat([x, facts, asked], dim=-1)
        y = _dropout(y, self.size.names_dropout, self.training)
        y = _dropout(nn.functional.gelu(self.hidden(y)), self.size.names_dropout, self.training)
        return self.names(y), self.pos(y)

    def tone_scores(self, x: Tensor, facts: Tensor) -> Tensor:
        """Batch first: tone toward whatever each word names (B, W, tones)."""
        y = _dropout(torch.cat([x, facts], dim=-1), self.size.names_dropout, self.training)
        y = _dropout(nn.functional.gelu(self.toned(y)), self.size.names_dropout, self.training)
        return self.tones(y)


class Joint(nn.Module):
    """The network with its label paths, and what each task costs."""

    def __init__(self, size: Size | None = None) -> None:
        super().__init__()
        self.net = Net(size or Size())
        self.role_paths, self.name_paths = Paths(label_set(ROLES)), Paths(label_set(TYPES))

    def role_loss(self, batch: Batch, silver: float) -> Tensor:
        """Cost a word of attribution, and of the names two readers agreed on."""
        x, facts = self.net.read(batch)
        scores = self.net.role_scores(x, facts, batch.lengths)
        loss = path_loss(scores, self.role_paths, batch.lengths, batch.roles)
        names, _ = self.net.name_scores(x, facts, batch.style)
        agreed = path_loss(names.transpose(0, 1), self.name_paths, batch.lengths, batch.names)
        return loss + silver * agreed

    def name_loss(self, batch: Batch, pos_weight: float) -> Tensor:
        """Cost a word of names and parts of speech."""
        x, facts = self.net.read(batch)
        names, pos = self.net.name_scores(x, facts, batch.style)
        loss = path_loss(names.transpose(0, 1), self.name_paths, batch.lengths, batch.names)
        cross = nn.functional.cross_entropy(
            pos.flatten(0, 1), batch.pos.flatten(), ignore_index=-1, reduction="sum"
        )
        return loss + pos_weight * cross / batch.lengths.sum()

    def tone_loss(self, batch: Batch) -> Tensor:
        """Cost a word of the names whose tone is known."""
        scores = self.net.tone_scores(*self.net.read(batch))
        cross = nn.functional.cross_entropy(
            scores.flatten(0, 1), batch.tones.flatten(), ignore_index=-1, reduction="sum"
        )
        return cross / (batch.tones >= 0).sum().clamp(min=1)


def load_pretrained(net: Net, path: Path) -> None:
    """Put the weights of a BERT (safetensors) into the encoder; raises KeyError if one lacks."""
    from safetensors.torch import load_file

    given = load_file(path)
    start = "embeddings."
    places = given[start + "position_embeddings.weight"]
    own = {
        "word.weight": given[start + "word_embeddings.weight"],
        "place.weight": places + given[start + "token_type_embeddings.weight"][0],
    }
    for kind in ("weight", "bias"):
        own[f"norm.{kind}"] = given[f"{start}LayerNorm.{kind}"]
        for i in range(net.size.layers):
            a, b = f"encoder.layer.{i}.", f"layers.{i}."
            three = [given[f"{a}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
            own[f"{b}qkv.{kind}"] = torch.cat(three)
            own[f"{b}out.{kind}"] = given[f"{a}attention.output.dense.{kind}"]
            own[f"{b}norm1.{kind}"] = given[f"{a}attention.output.LayerNorm.{kind}"]
            own[f"{b}up.{kind}"] = given[f"{a}intermediate.dense.{kind}"]
            own[f"{b}down.{kind}"] = given[f"{a}output.dense.{kind}"]
            own[f"{b}norm2.{kind}"] = given[f"{a}output.LayerNorm.{kind}"]
    net.load_state_dict(own, strict=False)
