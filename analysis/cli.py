"""``python -m analysis``: summaries, JSON, batches and tables from the command line."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from itertools import islice
from pathlib import Path
from typing import TextIO

from analysis.batch import Progress, completed_lines, run_batch
from analysis.files import documents, read_files
from analysis.intake import Failure
from analysis.jsonout import article_json
from analysis.pipeline import analyze
from analysis.records import ArticleError
from analysis.summary import summarize

OK, SOME_FAILED, UNUSABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command: 0 when all was analysed, 1 when some was not, 2 for bad arguments."""
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # lone surrogates
    options = _parser().parse_args(arguments)
    try:
        if options.jsonl:
            return _batch(options)
        return _files(options)
    except ArticleError as error:
        print(f"hearsay: {error}", file=sys.stderr)
        return UNUSABLE
    except BrokenPipeError:  # the reader of our output went away: `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        print("\nhearsay: stopped; run the same command with --resume to go on.", file=sys.stderr)
        return SOME_FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m analysis", description=__doc__)
    add = parser.add_argument
    add("files", nargs="*", metavar="FILE", help="articles: files, zips of them, or folders")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one JSON object per article")
    shape.add_argument("--jsonl", metavar="IN", help="a line in, a line out; - is standard input")
    shape.add_argument("--tables", metavar="DIR", help="write tidy tables into this folder")
    add("-o", "--output", metavar="OUT", help="with --jsonl: write here, not to standard output")
    add("--resume", action="store_true", help="with -o: go on after the last complete line")
    add("--format", choices=("parquet", "csv"), default="parquet", help="of the tables")
    add("--scorer", choices=("plain", "news"), default="plain", help="plain VADER or news-tuned")
    add("--workers", type=int, default=os.cpu_count() or 1, help="processes on this machine")
    add("--scheduler", metavar="ADDRESS", help="a running Dask cluster instead")
    add("--quiet", action="store_true", help="no progress on standard error")
    return parser


# ---------------------------------------------------------------- batches


def _batch(options: argparse.Namespace) -> int:
    if options.files:
        raise ArticleError("give either --jsonl IN or files, not both.")
    if options.resume and not options.output:
        raise ArticleError("--resume needs -o OUT: without it there is nothing to go on from.")
    output = Path(options.output) if options.output else None
    done = completed_lines(output) if output and options.resume else 0
    with _source(options.jsonl) as source, _sink(output, append=done > 0) as sink:
        lines = (line for line in source if line.strip())
        total = None if options.jsonl == "-" else _count_lines(options.jsonl) - done
        failed = run_batch(
            islice(lines, done, None),
            sink.write,
            scorer=options.scorer,
            workers=max(1, min(options.workers, total or options.workers)),
            scheduler=options.scheduler,
            progress=Progress(total, quiet=options.quiet),
        )
    if done and output:
        failed += _earlier_failures(output, done)
    return SOME_FAILED if failed else OK


def _earlier_failures(output: Path, done: int) -> int:
    """Failed lines among those an earlier run wrote: they count for the exit status too."""
    with output.open(encoding="utf-8") as file:
        return sum("error" in json.loads(line) for line in islice(file, done))


def _source(name: str) -> nullcontext[TextIO] | TextIO:
    if name == "-":
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")  # type: ignore[union-attr]
        return nullcontext(sys.stdin)
    try:
        # "\n" only: a form feed or a line separator inside a JSON string is not a new line
        return open(name, encoding="utf-8-sig", errors="replace", newline="\n")
    except OSError as error:
        raise ArticleError(f"{name} cannot be read ({error.strerror}): check the path.") from None


def _sink(output: Path | None, *, append: bool) -> nullcontext[TextIO] | TextIO:
    if output is None:
        return nullcontext(sys.stdout)
    try:
        return output.open("a" if append else "w", encoding="utf-8")
    except OSError as error:
        raise ArticleError(f"{output} cannot be written ({error.strerror}).") from None


def _count_lines(name: str) -> int:
    with open(name, "rb") as file:
        return sum(bool(line.strip()) for line in file)


# ---------------------------------------------------------------- files


def _files(options: argparse.Namespace) -> int:
    if not options.files:
        raise ArticleError("give at least one file or folder, or --jsonl IN; -h explains.")
    analyses, failed = [], 0
    for found in read_files(documents(options.files)):
        if isinstance(found, Failure):
            failed += 1
            print(f"hearsay: {found.name}: {found.reason}", file=sys.stderr)
        else:
            analyses.append(analyze(found, scorer=options.scorer))
    if options.json:
        for analysis in analyses:
            print(json.dumps(article_json(analysis), indent=2 if len(analyses) == 1 else None))
    elif options.tables:
        from analysis.tables.export import write_tables  # pandas only where it is needed

        write_tables(analyses, Path(options.tables), options.format)
    else:
        print("\n\n".join(summarize(analysis) for analysis in analyses))
    return SOME_FAILED if failed else OK
