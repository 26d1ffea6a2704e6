"""``python -m library``: the dashboard's library from the command line, at the same time."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

from analysis.command import (
    LostWorkError,
    Progress,
    Workers,
    abandon_output,
    every_article,
    prepare_output,
    print_failures,
    printable,
)
from analysis.intake import Failure
from analysis.language import model_problem
from analysis.records import DEFAULT_SCORER, Analysis, ArticleError
from analysis.text import count, heading
from library import check_cli
from library.analysing import analyse_kept
from library.errors import StoreError
from library.exchange import export_library, import_library
from library.outgoing import write_whole
from library.soundness import check_library
from library.store import Store, open_store

OK, SOME_FAILED, UNUSABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command: 0 when all was done, 1 when some was not, 2 when nothing could be."""
    prepare_output()
    options = _parser().parse_args(arguments)
    try:
        status = COMMANDS[options.command](open_store(), options)
        sys.stdout.flush()  # here, where a full disk can still be told
        return status
    except BrokenPipeError:  # the reader of our output went away: `| head`
        abandon_output()
        return OK
    except OSError as error:
        abandon_output()
        where = printable(str(error.filename or "the output"))
        print(f"hearsay: {where}: {error.strerror or error}.", file=sys.stderr)
        return UNUSABLE
    except (StoreError, ArticleError) as error:
        print(f"hearsay: {printable(str(error))}", file=sys.stderr)
        return SOME_FAILED if isinstance(error, LostWorkError) else UNUSABLE
    except KeyboardInterrupt:
        print("\nhearsay: stopped; what was finished is kept.", file=sys.stderr)
        return SOME_FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m library", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    add = commands.add_parser(
        "add", help="keep and analyse articles: files, zips, tables (Parquet too), folders"
    )
    add.add_argument("files", nargs="+", metavar="FILE")
    add.add_argument("--collection", default="", help="put them into this collection")
    add.add_argument("--tag", default="", help="give them this tag")
    add.add_argument("--workers", type=int, metavar="N", help="processes (default: cores)")
    listed = commands.add_parser("list", help="what is kept, newest first")
    found = commands.add_parser("search", help="articles in which all these words occur")
    found.add_argument("words", nargs="+", metavar="WORD")
    told = commands.add_parser("report", help="one HTML page to send or print; *.xlsx: a workbook")
    told.add_argument("file", metavar="OUT", help="where it is written")
    told.add_argument("--scorer", choices=("news", "plain"), default=DEFAULT_SCORER)
    for command in (listed, found, told):
        command.add_argument("--collection", help="only of this collection")
        command.add_argument("--tag", help="only with this tag")
    out = commands.add_parser("export", help="the whole library as one file")
    into = commands.add_parser("import", help="add the articles of an exported library")
    for command in (out, into):
        command.add_argument("file", metavar="FILE", help="- is standard output or input")
    check = commands.add_parser("check", help="whether all is whole; repairs what can be made anew")
    for command in (add, into, told, check):
        command.add_argument("--quiet", action="store_true", help="no progress on standard error")
    check_cli.add_parser(commands)
    return parser


def _list(store: Store, options: argparse.Namespace) -> int:
    """A line an article: id, date, words, outlet and title, a tab between them."""
    words = " ".join(getattr(options, "words", ()))
    for row in store.articles(words, options.collection, options.tag):
        date = (row.published or "")[:10]
        cells = (row.id, date, str(row.words), row.outlet or "", heading(row.title, row.begins))
        print("\t".join(printable(" ".join(cell.split())) for cell in cells))
    return OK


def _add(store: Store, options: argparse.Namespace) -> int:
    """Each article is kept before the next is read, and analysed on all cores meanwhile."""
    if options.workers is not None and options.workers < 1:
        raise ArticleError("--workers needs a number of at least 1.")
    if problem := model_problem():
        print(f"hearsay: {problem}", file=sys.stderr)
    progress, saved, unread = Progress(None, quiet=options.quiet), list[bool](), list[Failure]()
    broken = 0
    for failure in analyse_kept(
        store,
        _saved(store, options, progress, saved, unread),
        Workers(options.workers or os.cpu_count() or 1),
    ):
        broken += 1
        print_failures([failure])
    progress.finish()
    told = f"{sum(saved):,} added, {len(saved) - sum(saved):,} already in the library"
    not_analysed = f", {broken:,} kept but not analysed" if broken else ""
    print(f"{told}, {len(unread):,} not read{not_analysed}.")
    return SOME_FAILED if unread or broken else OK


def _saved(
    store: Store,
    options: argparse.Namespace,
    progress: Progress,
    saved: list[bool],
    unread: list[Failure],
) -> Iterator[str]:
    """Ids of the articles in the files, each kept when it is given; ``saved``: which are new."""
    for found in every_article(options.files):
        progress.step()
        if isinstance(found, Failure):
            unread.append(found)
            print_failures([found])
            continue
        kept = store.save(found)
        store.label([kept.id], collection=options.collection, tag=options.tag)
        saved.append(kept.is_new)
        yield kept.id


def _report(store: Store, options: argparse.Namespace) -> int:
    """Index, audit and a section for each article kept, or for those of a collection or tag."""
    from report import write_report  # charts only where a report is asked for

    rows = store.articles("", options.collection, options.tag)
    progress = Progress(len(rows), quiet=options.quiet)
    broken: list[str] = []

    def analyses() -> Iterator[Analysis]:
        for row in rows:
            progress.step()
            try:
                yield store.analysis(row.id, options.scorer)
            except StoreError as error:
                broken.append(f"{row.title or row.id}: {error}")

    write_report(analyses(), Path(options.file), title=options.collection or "")
    progress.finish()
    for said in broken:
        print(f"hearsay: {printable(said)}", file=sys.stderr)
    return SOME_FAILED if broken else OK


def _export(store: Store, options: argparse.Namespace) -> int:
    damaged: list[str] = []
    write_whole(options.file, export_library(store, damaged=damaged.append))
    for id in damaged:
        print(f"hearsay: article {id} is damaged and was left out.", file=sys.stderr)
    return SOME_FAILED if damaged else OK


def _import(store: Store, options: argparse.Namespace) -> int:
    progress = Progress(None, quiet=options.quiet)
    with nullcontext(sys.stdin.buffer) if options.file == "-" else open(options.file, "rb") as file:
        done = import_library(store, file, lambda _: progress.step())
    progress.finish()
    print(done)
    return OK if done.complete and not done.unreadable else SOME_FAILED


def _check(store: Store, options: argparse.Namespace) -> int:
    """A line for each thing amiss; what was repaired counts as sound."""
    progress = Progress(len(store.articles()), quiet=options.quiet)
    found = list(check_library(store, progress.step))
    progress.finish()
    for one in found:
        print(f"{one.article}\t{one.what}" if one.article else one.what)
    lost = sum(not one.repaired for one in found)
    checked = count(progress.done, "article")
    print(f"{checked} checked, {len(found) - lost:,} repaired, {lost:,} damaged.")
    return SOME_FAILED if lost else OK


COMMANDS: dict[str, Callable[[Store, argparse.Namespace], int]] = {
    "add": _add,
    "list": _list,
    "search": _list,
    "report": _report,
    "export": _export,
    "import": _import,
    "check-sample": check_cli.run,
    "check": _check,
}
