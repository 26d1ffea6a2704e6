"""The network in torch: embeddings, two bidirectional LSTM layers, a CRF and a softmax."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from analysis.language.features import COLUMNS, COUNTS, FLAGS, HASHED

WIDTHS = {
    "prefix": 16,
    "suffix2": 12,
    "suffix4": 24,
    "shape": 16,
    "quote": 8,
    "left": 4,
    "right": 4,
    "place": 4,
    "style": 8,
}
FORBIDDEN = -1e4


@dataclass(slots=True)
class Shape:
    """What decides the size of a network and how hard it is regularised."""

    words: int
    hidden: int
    labels: list[str]
    pos: int = 0
    dropout: float = 0.4
    input_dropout: float = 0.3
    word_dropout: float = 0.1
    name_dropout: float = 0.0
    """Further share of capitalised words hidden, so that their surroundings decide."""


def allowed(labels: list[str]) -> Tensor:
    """0 where a label may follow another, else a large negative number; last row: start."""
    size = len(labels)
    table = torch.zeros(size + 1, size)
    for j, after in enumerate(labels):
        inside = after[0] in "IE"
        for i, before in enumerate([*labels, "O"]):
            opened = before[0] in "BI"
            if inside != (opened and before[1:] == after[1:]) and (inside or opened):
                table[i, j] = FORBIDDEN
    return table


class Tagger(nn.Module):
    """Codes and flags in, one score per label (and part of speech) and word out."""

    def __init__(self, shape: Shape, vectors: Tensor | None = None) -> None:
        super().__init__()
        self.shape = shape
        width = vectors.shape[1] if vectors is not None else 100
        self.tables = nn.ModuleDict({"word": nn.Embedding(shape.words, width)})
        for name, rows in {**HASHED, **COUNTS}.items():
            self.tables[name] = nn.Embedding(rows, WIDTHS[name])
            nn.init.normal_(self.tables[name].weight, std=0.3)
        if vectors is not None:
            self.tables["word"].weight.data.copy_(vectors)
        size = sum(t.embedding_dim for t in self.tables.values()) + len(FLAGS)
        hidden = shape.hidden
        self.layers = nn.ModuleList(
            nn.ModuleList(nn.LSTM(wide, hidden) for _ in range(2)) for wide in (size, hidden * 2)
        )
        self.head = nn.Linear(hidden * 2, len(shape.labels))
        self.pos = nn.Linear(hidden * 2, shape.pos) if shape.pos else None
        self.moves = nn.Parameter(torch.zeros(len(shape.labels) + 1, len(shape.labels)))
        self.register_buffer("rules", allowed(shape.labels), persistent=False)
        last = torch.tensor([FORBIDDEN if label[0] in "BI" else 0.0 for label in shape.labels])
        self.register_buffer("last", last, persistent=False)

    def forward(
        self, codes: Tensor, flags: Tensor, lengths: Tensor
    ) -> tuple[Tensor, Tensor | None]:
        """Time first: codes (T, B, columns), flags (T, B, flags)."""
        words = codes[..., 0]
        if self.training:
            chance = torch.full_like(flags[..., 0], self.shape.word_dropout)
            if self.shape.name_dropout:
                capital = codes[..., 10] > 0
                chance = chance + capital * self.shape.name_dropout
            words = words.masked_fill(torch.rand_like(chance) < chance, 0)
        parts = [self.tables["word"](words)]
        parts += [self.tables[n](codes[..., i]) for i, n in enumerate(COLUMNS) if i]
        x = torch.cat([*parts, flags], dim=-1)
        x = nn.functional.dropout(x, self.shape.input_dropout, self.training)
        back = reversal(lengths, codes.shape[0])
        for forward, backward in self.layers:
            ahead, _ = forward(x)
            index = back.unsqueeze(-1).expand(-1, -1, x.shape[-1])
            behind, _ = backward(torch.gather(x, 0, index))
            index = back.unsqueeze(-1).expand(-1, -1, behind.shape[-1])
            x = torch.cat([ahead, torch.gather(behind, 0, index)], dim=-1)
            x = locked_dropout(x, self.shape.dropout, self.training)
        return self.head(x), self.pos(x) if self.pos is not None else None

    def transitions(self) -> Tensor:
        """Learnt scores, with the impossible ruled out."""
        return self.moves + self.rules


def reversal(lengths: Tensor, steps: int) -> Tensor:
    """For each place in each sequence its place counted from the end; padding stays put."""
    at = torch.arange(steps, device=lengths.device).unsqueeze(1)
    return torch.where(at < lengths, lengths - 1 - at, at)


def locked_dropout(x: Tensor, chance: float, training: bool) -> Tensor:
    """The same units dropped at every step of a sequence (Gal & Ghahramani 2016)."""
    if not training or not chance:
        return x
    keep = torch.rand(1, *x.shape[1:], device=x.device) >= chance
    return x * keep / (1 - chance)


def crf_loss(
    scores: Tensor, moves: Tensor, last: Tensor, lengths: Tensor, labels: Tensor
) -> Tensor:
    """Negative log probability of the label paths, summed; label -1 stands for any label."""
    at = torch.arange(len(labels), device=labels.device).unsqueeze(1)
    inside = at < lengths
    whole = ((labels >= 0) | ~inside).all(dim=0)
    loss = _total(scores, moves, last, lengths).sum()
    if whole.any():
        loss = loss - _path(scores[:, whole], moves, lengths[whole], labels[:, whole])
    if not whole.all():
        labels, part = labels[:, ~whole], scores[:, ~whole]
        choice = nn.functional.one_hot(labels.clamp(min=0), scores.shape[-1]).bool()
        part = part.masked_fill(~(choice | (labels < 0).unsqueeze(-1)), FORBIDDEN)
        loss = loss - _total(part, moves, last, lengths[~whole]).sum()
    return loss


def _path(scores: Tensor, moves: Tensor, lengths: Tensor, labels: Tensor) -> Tensor:
    """Score of the known paths, summed."""
    known = (labels >= 0).float()
    labels = labels.clamp(min=0)
    words = (scores.gather(2, labels.unsqueeze(2)).squeeze(2) * known).sum()
    steps = (moves[labels[:-1], labels[1:]] * known[1:]).sum()
    return words + steps + moves[-1][labels[0]].sum()


def _total(scores: Tensor, moves: Tensor, last: Tensor, lengths: Tensor) -> Tensor:
    """Log of the summed weight of all paths; sums are taken outside the logarithm, as products
    with a matrix, which is several times faster than ``logsumexp`` over pairs of labels."""
    alpha = moves[-1] + scores[0]
    weights = moves[:-1].exp()
    for t in range(1, scores.shape[0]):
        top = alpha.max(dim=1, keepdim=True).values.detach()
        reach = (alpha - top).exp() @ weights
        step = reach.clamp(min=1e-30).log() + top + scores[t]
        alpha = torch.where((t < lengths).unsqueeze(1), step, alpha)
    return torch.logsumexp(alpha + last, dim=1)


@torch.no_grad()
def viterbi(scores: Tensor, moves: Tensor, last: Tensor, lengths: Tensor) -> list[list[int]]:
    """The best label path of each sequence."""
    best, history = moves[-1] + scores[0], []
    for t in range(1, scores.shape[0]):
        value, came = (best.unsqueeze(2) + moves[:-1].unsqueeze(0)).max(dim=1)
        inside = (t < lengths).unsqueeze(1)
        best = torch.where(inside, value + scores[t], best)
        history.append(torch.where(inside, came, torch.arange(best.shape[1]).expand_as(came)))
    best = best + last
    paths = []
    for b, length in enumerate(lengths.tolist()):
        path = [int(best[b].argmax())]
        for came in reversed(history[: length - 1]):
            path.append(int(came[b, path[-1]]))
        paths.append(path[::-1])
    return paths
