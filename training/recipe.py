"""The runs that made the shipped model, two at a time, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import torch

from training.stages import Setting, tags_stage, vectors_stage

FIRST = (
    "--stage attribution --name attr1 --hidden 192 --epochs 5 --seed 1",
    "--stage attribution --name attr2 --start attr1 --hidden 192 --epochs 10 --seed 2"
    " --option rate=0.0015 dropout=0.45 word_dropout=0.13",
)
SECOND = (
    "--stage names --name names1 --hidden 128 --epochs 5 --seed 1",
    "--stage names --name names2 --start names1 --hidden 128 --epochs 5 --seed 2"
    " --option rate=0.0015 name_dropout=0.2",
)
ATTRIBUTION = ["attr2"]
"""Checkpoints to ship; if there are several, their networks vote."""
NAMES = ["names2"]


def run_all(setting: Setting, linker: Path) -> None:
    """Vectors, both lanes side by side (on a GPU one after the other), then the linker."""
    vectors_stage(setting)
    lanes = [[_command(setting, run) for run in lane] for lane in (FIRST, SECOND)]
    if "polnear" in setting.without:
        lanes = [[c for c in lane if "attribution" not in c] for lane in lanes]
    if torch.cuda.is_available():
        lanes = [[command for lane in lanes for command in lane]]
    running = [subprocess.Popen(["sh", "-ec", "\n".join(map(_quoted, lane))]) for lane in lanes]
    if any(process.wait() for process in running):
        raise SystemExit("a run failed; the same command goes on from its last checkpoint")
    if "polnear" not in setting.without:
        train = setting.shared / "eval" / "attribution" / "train.jsonl"
        tags = str(tags_stage(setting))
        command = [sys.executable, "-m", "training.linker", str(train), tags, str(linker)]
        subprocess.run(command, check=True)


def _command(setting: Setting, run: str) -> list[str]:
    common = ["--shared", str(setting.shared), "--work", str(setting.work)]
    if setting.without:
        common += ["--without", *sorted(setting.without)]
    return [sys.executable, "-m", "training", *common, *run.split()]


def _quoted(command: list[str]) -> str:
    return " ".join(f"'{part}'" for part in command)
