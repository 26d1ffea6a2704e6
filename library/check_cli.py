"""``python -m library check-sample``: draw, list, print figures, sheets out and in."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import cache
from pathlib import Path

from analysis.records import Article, ArticleError
from analysis.reliability import (
    FACETS,
    WHAT,
    Drawn,
    Judgement,
    Sample,
    agreements,
    findings,
    told_agreement,
    told_findings,
)
from analysis.text import count
from library.check_draw import draw_sample
from library.checks import Checks
from library.errors import StoreError
from library.store import Store

DESCRIPTION = """Without options: the samples that are kept. With a sample (its id or name): its
figures, as the page “Check a sample” has them."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The options of the command."""
    told = "how right the program is on your articles, by samples that people checked"
    parser = commands.add_parser("check-sample", help=told, description=DESCRIPTION)
    parser.add_argument("sample", nargs="?", metavar="SAMPLE", help="id or name of a sample")
    parser.add_argument("--coder", metavar="NAME", help="only this coder's figures")
    parser.add_argument("--draw", choices=WHAT, metavar="KIND", help=f"draw: {', '.join(WHAT)}")
    parser.add_argument("--size", type=int, default=100, help="how many (default 100)")
    parser.add_argument("--by", choices=FACETS, help="stratify by this")
    parser.add_argument("--article", metavar="ID", help="draw from one article")
    parser.add_argument("--collection", metavar="NAME", help="draw from a collection")
    parser.add_argument("--name", default="", help="name of the new sample")
    parser.add_argument("--seed", type=int, help="draws the same again")
    parser.add_argument("--sheet", metavar="FILE", help="write the coding sheet: .csv or .xlsx")
    parser.add_argument("--take-in", metavar="FILE", help="take in a sheet that was filled in")
    parser.add_argument("--quiet", action="store_true", help="no progress on standard error")


def run(store: Store, options: argparse.Namespace) -> int:
    """Do what the options say; 0 when it was done, else ``StoreError``."""
    checks = Checks(store)
    if options.draw:
        sample = _draw(store, options)
        print(f"{sample.id}\t{sample.name}")
        return 0
    if not options.sample:
        for kept in checks.all():
            coders = ", ".join(f"{coder} {n}" for coder, n in kept.coders) or "nobody yet"
            print(f"{kept.sample.id}\t{kept.sample.name}\t{count(kept.items, 'item')}\t{coders}")
        return 0
    sample = checks.find(options.sample)
    if options.take_in:
        print(take_in(checks, sample, Path(options.take_in).read_bytes()))
    elif options.sheet:
        Path(options.sheet).write_bytes(
            sheet(store, sample, Path(options.sheet).suffix, options.coder or "")
        )
    else:
        judged = checks.judgements(sample.id)
        print("\n".join(told_sample(sample, checks.drawn(sample.id), judged, options.coder)))
    return 0


def told_sample(
    sample: Sample, drawn: tuple[Drawn, ...], judged: list[Judgement], coder: str | None = None
) -> list[str]:
    """The figures of a sample as sentences: each coder's, then how far they agree."""
    coders = sorted({j.coder for j in judged})
    if not coders:
        return ["Nobody has judged anything of this sample yet."]
    if coder is not None and coder not in coders:
        raise StoreError(f"“{coder}” judged nothing of this sample; {', '.join(coders)} did.")
    lines: list[str] = []
    for one in coders if coder is None else [coder]:
        lines += told_findings(sample, findings(sample, drawn, judged, one))
    return lines + told_agreement(*agreements(sample, drawn, judged))


def sheet(store: Store, sample: Sample, suffix: str, coder: str = "") -> bytes:
    """The coding sheet as a file of this kind; ``coder`` adds columns to be filled in."""
    from analysis.tables import coding_table, legend_table, to_csv, to_xlsx  # pandas

    if suffix not in (".csv", ".xlsx"):
        raise StoreError("A coding sheet is a file that ends in .csv or .xlsx.")
    checks = Checks(store)
    drawn, judged = checks.drawn(sample.id), checks.judgements(sample.id)
    table = coding_table(sample, drawn, judged, reader(store), coder=coder)
    if suffix == ".csv":
        return to_csv(table)
    return to_xlsx({"Items": table, "Answers": legend_table(sample)})


def take_in(checks: Checks, sample: Sample, data: bytes) -> str:
    """Keeps what the coders of a sheet said, and says how much; ``StoreError`` for a wrong one."""
    from analysis.tables import read_coding, read_sheet  # pandas

    try:
        made = read_coding(read_sheet(data), sample, checks.drawn(sample.id))
        kept = checks.judge(made)
    except (ArticleError, ValueError) as error:
        raise StoreError(f"Nothing was taken in: {error}") from error
    coders = sorted({j.coder for j in made})
    return f"{count(kept, 'judgement')} taken in, of {', '.join(coders) or 'nobody'}."


def reader(store: Store) -> Callable[[str], Article | None]:
    """Gives the article of an id, None for one that was erased; each is read once."""

    @cache
    def read(id: str) -> Article | None:
        try:
            return store.article(id)
        except StoreError:
            return None

    return read


def _draw(store: Store, options: argparse.Namespace) -> Sample:
    # here, not above: pages use what else stands here, and none of it needs a command line
    from analysis.command import Progress

    progress = Progress(None, quiet=options.quiet)
    try:
        return draw_sample(
            store,
            options.draw,
            options.size,
            by=options.by,
            article=options.article,
            collection=options.collection,
            name=options.name,
            seed=options.seed,
            progress=lambda _done, _total: progress.step(),
        )
    except ValueError as error:
        raise StoreError(f"{str(error).capitalize()}.") from error
    finally:
        progress.finish()
