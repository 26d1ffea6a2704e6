"""A conditional random field (Lafferty et al. 2001): which label may follow which, at what cost."""

from __future__ import annotations

import torch
from torch import Tensor, nn

FORBIDDEN = -1e4


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


def reversal(lengths: Tensor, steps: int) -> Tensor:
    """For each place in each sequence its place counted from the end; padding stays put."""
    at = torch.arange(steps, device=lengths.device).unsqueeze(1)
    return torch.where(at < lengths, lengths - 1 - at, at)


def locked_dropout(x: Tensor, chance: float, training: bool, dim: int = 0) -> Tensor:
    """The same units dropped at every step of a sequence, which runs along ``dim``.

    Gal & Ghahramani 2016; one mask a stretch is also much quicker on a processor.
    """
    if not training or not chance:
        return x
    keep = torch.rand_like(x.narrow(dim, 0, 1)) >= chance
    return x * (keep / (1 - chance))


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


class Paths(nn.Module):
    """The learnt moves between the labels of one task."""

    def __init__(self, labels: list[str]) -> None:
        super().__init__()
        self.moves = nn.Parameter(torch.zeros(len(labels) + 1, len(labels)))
        self.register_buffer("rules", allowed(labels), persistent=False)
        last = torch.tensor([FORBIDDEN if label[0] in "BI" else 0.0 for label in labels])
        self.register_buffer("last", last, persistent=False)

    def table(self) -> Tensor:
        """Learnt scores, with the impossible ruled out."""
        return self.moves + self.rules


def path_loss(scores: Tensor, paths: Paths, lengths: Tensor, labels: Tensor) -> Tensor:
    """Cost a word of the stretches that have labels; scores (W, B, L), labels (B, W)."""
    known = (labels >= 0).any(dim=1)
    if not known.any():
        return scores.sum() * 0
    rows = lengths[known]
    total = crf_loss(scores[:, known], paths.table(), paths.last, rows, labels[known].T)
    return total / rows.sum()
