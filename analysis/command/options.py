"""What ``python -m analysis`` can be asked for, and what does not go together."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from analysis.records import DEFAULT_SCORER, ArticleError

WHAT = "Summaries, JSON, batches and tables of articles."


def make_parser() -> argparse.ArgumentParser:
    """The options of the command; ``-h`` tells them."""
    parser = argparse.ArgumentParser(prog="python -m analysis", description=WHAT)
    add = parser.add_argument
    add("files", nargs="*", metavar="FILE", help="articles: files, zips of them, or folders")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one JSON object per article")
    shape.add_argument("--jsonl", metavar="IN", help="a line in, a line out; - is standard input")
    shape.add_argument("--tables", metavar="DIR", help="write tidy tables into this folder")
    shape.add_argument(
        "--report", metavar="OUT", help="one HTML page to send or print; *.xlsx: all tables"
    )
    shape.add_argument(
        "--dataset", metavar="DIR", help="tables of any number of articles, in parts"
    )
    shape.add_argument("--explain", metavar="OFFSET", help="why: of the word there, or of WORDS")
    add("-o", "--output", metavar="OUT", help="with --jsonl: write here, not to standard output")
    add("--resume", action="store_true", help="with -o or --dataset: go on where it stopped")
    add("--format", choices=("parquet", "csv"), default="parquet", help="of the tables")
    add(
        "--scorer",
        choices=("news", "plain"),
        default=DEFAULT_SCORER,
        help="news-tuned (default) or plain VADER",
    )
    add("--answers", metavar="NAME", help="who answers where an interview does not say so")
    add("--workers", type=int, metavar="N", help="processes on this machine (default: cores)")
    add("--scheduler", metavar="ADDRESS", help="a running Dask cluster instead")
    add("--quiet", action="store_true", help="no progress on standard error")
    return parser


def check_options(options: argparse.Namespace) -> None:
    """Raise ``ArticleError`` for options that do not go together."""
    names = (options.jsonl, options.output, options.tables, options.report, options.dataset)
    if "" in names:
        raise ArticleError("one of the file names is empty: check the command.")
    if options.report:
        _check_report(Path(options.report), options.files)
    if options.workers is not None and options.workers < 1:
        raise ArticleError("--workers needs a number of at least 1.")
    if options.jsonl and options.files:
        raise ArticleError("give either --jsonl IN or files, not both.")
    if not options.jsonl and not options.files:
        raise ArticleError("give at least one file or folder, or --jsonl IN; -h explains.")
    if options.answers is not None and not options.answers.strip():
        raise ArticleError("--answers needs a name: who answers in the interview?")
    if options.answers and (options.jsonl or options.dataset):
        raise ArticleError('--answers goes with files; a line of JSON can say "answers" itself.')
    if options.output and not options.jsonl:
        raise ArticleError("-o goes with --jsonl; for files, send the output there with > OUT.")
    if options.resume and not (options.output or options.dataset):
        raise ArticleError("--resume needs -o OUT or --dataset DIR: what should it go on from?")


def _check_report(report: Path, files: Sequence[str]) -> None:
    """Said before the work, not after it."""
    if report.is_dir() or not report.parent.is_dir():
        raise ArticleError(f"--report {report}: name a file in a folder that exists.")
    if report.exists() and any(_is_one(report, Path(f)) for f in files):
        raise ArticleError("--report names an article itself: write the report to another file.")


def _is_one(one: Path, other: Path) -> bool:
    return other.exists() and one.samefile(other)
