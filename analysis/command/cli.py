"""``python -m analysis``: summaries, JSON, batches and tables from the command line."""

from __future__ import annotations

import argparse
import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext, suppress
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO

from analysis.command.batch import TOO_LONG, Kept, Progress, kept_lines, run_batch
from analysis.command.dataset import write_dataset
from analysis.command.files import documents, read_files
from analysis.command.options import check_options, make_parser
from analysis.command.streams import (
    WholeLines,
    abandon_output,
    bounded_lines,
    prepare_output,
    printable,
)
from analysis.command.workers import LostWorkError, Workers
from analysis.explain import explained
from analysis.intake import Failure, failed_on
from analysis.language import model_problem
from analysis.output import article_json, summarize
from analysis.pipeline import analyze
from analysis.records import Analysis, Article, ArticleError, Scorer
from analysis.text import count, unnamed_answers

OK, SOME_FAILED, UNUSABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command: 0 when all was analysed, 1 when some was not, 2 for bad arguments."""
    open_output = prepare_output()
    options = make_parser().parse_args(arguments)
    try:
        check_options(options)
        made = options.tables or options.report or options.dataset
        if not open_output and not (options.output or made):
            raise ArticleError("the output is closed: send it to a file with > OUT.")
        if problem := model_problem():
            print(f"hearsay: {problem}", file=sys.stderr)
        run = _batch if options.jsonl else _dataset if options.dataset else _files
        status = run(options)
        sys.stdout.flush()  # here, where a full disk can still be told
        return status
    except ArticleError as error:
        print(f"hearsay: {printable(str(error))}", file=sys.stderr)
        return SOME_FAILED if isinstance(error, LostWorkError) else UNUSABLE
    except BrokenPipeError:  # the reader of our output went away: `| head`
        abandon_output()
        return OK
    except OSError as error:
        abandon_output()
        print(f"hearsay: {_not_written(options, error)}", file=sys.stderr)
        return SOME_FAILED
    except KeyboardInterrupt:
        kept = options.output or options.dataset
        how = "run the same command with --resume to go on" if kept else "nothing is kept"
        print(f"\nhearsay: stopped; {how}.", file=sys.stderr)
        return SOME_FAILED


def _not_written(options: argparse.Namespace, error: OSError) -> str:
    kept = options.output or options.dataset
    where = printable(str(error.filename or kept or "the output"))
    left = "; what was finished is kept, --resume goes on from there" if kept else ""
    return f"{where} cannot be written ({error.strerror or error}){left}."


def _workers(options: argparse.Namespace, articles: int | None) -> Workers:
    """As asked for; by default a process for each core, but not more than there are articles."""
    most = options.workers or os.cpu_count() or 1
    return Workers(most if articles is None else min(most, max(1, articles)), options.scheduler)


def _quiet(options: argparse.Namespace, *, shown: bool) -> bool:
    """Where the results themselves run over the terminal, progress would only cut into them."""
    return options.quiet or (shown and sys.stdout.isatty())


# ---------------------------------------------------------------- batches


def _batch(options: argparse.Namespace) -> int:
    output = Path(options.output) if options.output else None
    with _source(options.jsonl) as source:
        if output and output.exists() and _is_same(output, source):
            raise ArticleError("-o names the input itself: write the results to another file.")
        kept = kept_lines(output) if output and options.resume else Kept()
        count = _count_lines(options.jsonl, source)
        total = None if count is None else max(0, count - kept.lines)
        with _sink(output, append=options.resume) as sink:
            failed = run_batch(
                islice(_lines(source), kept.lines, None),
                sink.write,
                scorer=options.scorer,
                workers=_workers(options, total),
                progress=Progress(total, quiet=_quiet(options, shown=output is None)),
            )
    return SOME_FAILED if failed + kept.failed else OK


def _lines(source: IO[bytes]) -> Iterator[str]:
    r"""The lines that are not blank. Only "\n" ends one: a form feed or a line separator inside a
    JSON string does not.
    """
    for number, line in enumerate(bounded_lines(source)):
        if line is None:
            yield TOO_LONG
        elif line.strip():
            text = line.decode("utf-8", errors="replace")
            yield text.removeprefix("\ufeff") if number == 0 else text


def _is_same(output: Path, source: IO[bytes]) -> bool:
    with suppress(OSError, ValueError):  # a stand-in for standard input has no number
        return os.path.samestat(output.stat(), os.fstat(source.fileno()))
    return False


def _source(name: str) -> nullcontext[IO[bytes]] | IO[bytes]:
    if name == "-":
        if sys.stdin is None:
            raise ArticleError("the input is closed: name a file after --jsonl.")
        return nullcontext(sys.stdin.buffer)
    try:
        return open(name, "rb")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ArticleError(f"{name} cannot be read ({reason}): check the path.") from None


class _Printed:
    """Standard output, at once, so that a reader down the pipe waits for nothing."""

    def write(self, line: str) -> None:
        sys.stdout.write(line)
        sys.stdout.flush()


def _sink(output: Path | None, *, append: bool) -> nullcontext[_Printed] | WholeLines:
    if output is None:
        return nullcontext(_Printed())
    try:
        return WholeLines(output, append=append)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ArticleError(f"{output} cannot be written ({reason}).") from None


def _count_lines(name: str, source: IO[bytes]) -> int | None:
    """How many lines there are; None for a pipe, which counting would empty."""
    if name == "-" or not stat.S_ISREG(os.fstat(source.fileno()).st_mode):
        return None
    with open(name, "rb") as file:
        return sum(line is None or bool(line.strip()) for line in bounded_lines(file))


def _dataset(options: argparse.Namespace) -> int:
    kept = write_dataset(
        options.files,
        Path(options.dataset),
        scorer=options.scorer,
        workers=_workers(options, None),
        progress=Progress(None, quiet=options.quiet),
        resume=options.resume,
    )
    made = count(kept.articles, "article")
    print(f"{made} in {options.dataset}, {kept.failed:,} not read or analysed.")
    return SOME_FAILED if kept.failed else OK


# ---------------------------------------------------------------- files


def _files(options: argparse.Namespace) -> int:
    articles: list[Article] = []
    failures: list[Failure] = []
    for read in read_files(documents(options.files)):
        if isinstance(read, Failure):
            failures.append(read)
        else:
            articles.append(_told(read, options.answers))
    if not articles and not failures:
        raise ArticleError(f"no article lies in {', '.join(options.files)}: -h names the kinds.")
    print_failures(failures)
    progress = Progress(
        len(articles), quiet=_quiet(options, shown=not (options.tables or options.report))
    )
    workers = _workers(options, len(articles))
    found = workers.do(partial(analyze_article, scorer=options.scorer), articles)
    broken: list[Failure] = []
    _show(_counted(found, progress, broken), options, single=len(articles) == 1)
    print_failures(broken)
    return SOME_FAILED if failures or broken else OK


def _told(article: Article, answers: str | None) -> Article:
    """The article with whom the reader named as answering, where its answers carry no name."""
    if answers is None:
        return article
    if not unnamed_answers(article):
        where = article.file or article.id
        said = f"{where}: --answers is not used, no answer here is without a name."
        print(f"hearsay: {printable(said)}", file=sys.stderr)
        return article
    return replace(article, answers=" ".join(answers.split()))


def print_failures(failures: Iterable[Failure]) -> None:
    """A line on standard error for each document that could not be analysed."""
    for failure in failures:
        said = printable(f"{failure.name}: {failure.reason}").replace("\n", " ")
        print(f"hearsay: {said}", file=sys.stderr)


def analyze_article(article: Article, scorer: Scorer) -> Analysis | Failure:
    """The analysis, or the article's name and one sentence: the other articles go on."""
    try:
        return analyze(article, scorer=scorer)
    except Exception as error:
        return failed_on(article.title or article.id, error)


def _counted(
    found: Iterable[Analysis | Failure], progress: Progress, broken: list[Failure]
) -> Iterator[Analysis]:
    """The analyses; what failed goes into ``broken``."""
    for analysis in found:
        progress.step()
        if isinstance(analysis, Analysis):
            yield analysis
        else:
            broken.append(analysis)
    progress.finish()


def _show(analyses: Iterator[Analysis], options: argparse.Namespace, *, single: bool) -> None:
    if options.tables:
        from analysis.tables import write_tables  # pandas only where it is needed

        write_tables(analyses, Path(options.tables), options.format)
        return
    if options.report:
        from report import write_report  # charts only where a report is asked for

        write_report(analyses, Path(options.report))
        return
    if options.explain is not None and not single:
        raise ArticleError("--explain looks into one article: give one file.")
    for i, analysis in enumerate(analyses):
        if options.explain is not None:
            offset = _offset(analysis.article, options.explain)
            print(printable(explained(analysis, offset)), flush=True)
        elif options.json:
            print(json.dumps(article_json(analysis), indent=2 if single else None), flush=True)
        else:
            print("\n" * bool(i) + printable(summarize(analysis)), flush=True)


def _offset(article: Article, given: str) -> int:
    """The character meant: a number, or where these words stand first."""
    at = int(given) if given.isdecimal() else article.text.find(given)
    if not 0 <= at < len(article.text):
        last = len(article.text) - 1
        raise ArticleError(f"--explain {given}: give a character from 0 to {last}, or words of it.")
    return at
