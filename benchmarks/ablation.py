"""What each rule is good for: ``python -m benchmarks.ablation [LIST …] [--enough N]``.

Switches every rule of every ``Rules`` and ``Passes`` off in turn and counts the texts told
differently afterwards: the articles of PolNeAR dev and GUM, ``../shared/cases``, pages, samples
and passages of our own. A rule is tried only on texts where it answered, shortest first, until
``--enough`` are told differently.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import importlib
import json
import pkgutil
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from typing import Any

import analysis
from analysis import analyze, pipeline
from analysis.compare import join_names
from analysis.intake import LIMITS, read_document
from analysis.language import tag_text
from analysis.output import article_json
from analysis.reading import read_article
from analysis.records import Analysis, Article, Role, Tagged
from analysis.rules import Passes, Rules
from analysis.sources import name_sources
from analysis.text import text_notes
from benchmarks import attribution, entities, matching, pages
from benchmarks.cases import SHARED
from benchmarks.gold import sources
from benchmarks.gold.attributions import PASSAGES
from benchmarks.gold.given import build
from benchmarks.gold.marked import read_marked
from benchmarks.gold.pages import pages as own_pages
from library import sample_articles

Text = tuple[str, Callable[[], str]]
Telling = tuple[Callable[[], str], str]
Rule = Callable[..., Any]
RETAGGED = ("analysis.language.sentences",)
"""Lists the tagger asks: with one of theirs off, an article is tagged anew."""


def lists() -> dict[str, list[Rules[..., Any] | Passes[Any, ...]]]:
    """Every list of rules by the module of its first rule; a shortened copy beside its whole."""
    for module in pkgutil.walk_packages(analysis.__path__, "analysis."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found = defaultdict(list)
    for thing in gc.get_objects():
        if isinstance(thing, Rules | Passes) and len(thing):
            found[next(iter(thing))[1].__module__].append(thing)
    return {name: sorted(found[name], key=len, reverse=True) for name in sorted(found)}


def texts() -> Iterator[Text]:
    """Each text's name and how it is told now."""
    for article in sample_articles():
        yield f"sample {article.id}", partial(_told, partial(replace, article))
    for number, passage in enumerate(PASSAGES):
        text = read_marked(passage.marked)[0]
        roles: dict[int, Role] = dict.fromkeys(range(text.count("\n") + 1), "body")
        read = partial(read_article, text, outlet=attribution.OUTLET, roles=roles)
        yield f"passage {number}", partial(_told, read)
    given = (sources.HEADS, sources.BACK, sources.KINDS, sources.CHAINS, sources.HARD)
    for number, row in enumerate(row for part in (*given, sources.LATER) for row in part):
        yield f"given {number}", partial(_given, str(row[0]))
    for pair in matching.read_pairs():
        yield f"pair {pair['id']}", partial(_pair, pair)
    yield from _shared()
    for page in own_pages():
        yield f"page {page.name}", partial(_page, page.markup.encode())


def _shared() -> Iterator[Text]:
    gold = attribution.FOLDER / "dev.jsonl"
    lines = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    for line in lines:
        yield f"polnear {line['id']}", partial(_told, partial(read_article, line["text"]))
    for doc in entities.gold():
        yield f"gum {doc['id']}", partial(_told, partial(entities.as_article, doc))
    for path in sorted((SHARED / "cases").glob("*.[th]*")):
        yield f"case {path.stem}", partial(_file, path.name, path.read_bytes())
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        yield f"seed {path.stem}", partial(_file, path.name, path.read_bytes())
    for path in sorted(pages.PAGES.glob("*.html.gz")):
        yield f"page {path.stem}", partial(_page, gzip.decompress(path.read_bytes()))
    for at in range(0, len(lines), 6):
        articles = tuple(line["text"] for line in lines[at : at + 6])
        yield f"compared {at}", partial(_compared, articles)


def _told(read: Callable[[], Article]) -> str:
    article = read()
    told = article_json(analyze(article))
    return json.dumps([_unruled(told), text_notes(article.text)])


def _unruled(told: Any) -> Any:
    """The JSON without the names of rules."""
    if isinstance(told, dict):
        return {key: _unruled(value) for key, value in told.items() if key != "rule"}
    return [_unruled(value) for value in told] if isinstance(told, list) else told


def _file(name: str, data: bytes) -> str:
    drafts = read_document(name, data, LIMITS)
    return "".join(
        _told(partial(read_article, d.text, title=d.title, author=d.author)) for d in drafts
    )


def _page(data: bytes) -> str:
    try:
        draft = read_document("page.html", data, LIMITS)[0]
    except analysis.ArticleError as error:
        return str(error)
    article = read_article(draft.text, title=draft.title, author=draft.author)
    return repr((draft, [(p.span, p.role) for p in article.paragraphs]))


def _pair(pair: dict[str, Any]) -> str:
    return str(matching.decide(pair)[0])


def _given(marked: str) -> str:
    article, tagged, attributions, cast = build(marked, sources.PEOPLE, sources.OTHERS)
    found, credits = name_sources(article, tagged, attributions, cast)
    return repr((found, [(c.source, c.chain, c.provenance) for c in credits]))


@cache
def _analysed(articles: tuple[str, ...]) -> tuple[Analysis, ...]:
    return tuple(analyze(read_article(text)) for text in articles)


def _compared(articles: tuple[str, ...]) -> str:
    return repr([(j.key, j.name, len(j.members)) for j in join_names(_analysed(articles))])


def answered(rules: Iterable[Rules[..., Any] | Passes[Any, ...]], said: set[Rule]) -> None:
    """Make every rule note that it answered, or that it changed what it was given."""
    for some in rules:
        steps = isinstance(some, Passes)
        some._named = tuple((name, _noting(rule, said, steps)) for name, rule in some)


def _noting(rule: Rule, said: set[Rule], step: bool) -> Rule:
    def noted(*given: Any, **more: Any) -> Any:
        answer = rule(*given, **more)
        if answer is not None and not (step and answer == given[0]):
            said.add(rule)
        return answer

    return noted


def remember_tagging() -> Callable[[bool], None]:
    """Tag each article once; what is given back says whether to tag anew."""
    tag, anew = tag_text, [False]
    kept: dict[Article, Tagged] = {}

    def tagged(article: Article) -> Tagged:
        if anew[0]:
            return tag(article)
        if article not in kept:
            kept[article] = tag(article)
        return kept[article]

    vars(pipeline)["tag_text"] = tagged
    return lambda wanted: anew.__setitem__(0, wanted)


def main() -> None:
    """Print a line for each rule: texts where it answered, texts tried, texts told differently."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lists", nargs="*", help="modules, as names.kinds; default: all")
    parser.add_argument("--enough", type=int, default=3, help="texts told differently to stop at")
    given = parser.parse_args()
    every, spoken, told = lists(), dict[str, set[Rule]](), dict[str, Telling]()
    whole = {id(some): tuple(some) for found in every.values() for some in found}
    retag = remember_tagging()
    for name, tell in texts():
        for found in every.values():
            answered(found, spoken.setdefault(name, set()))
        told[name] = tell, tell()
        _restore(every, whole)
    shortest = sorted(told, key=lambda name: len(told[name][1]))
    count = Counter[str]()
    for module, found in every.items():
        if given.lists and module.removeprefix("analysis.") not in given.lists:
            continue
        retag(module in RETAGGED)
        for rule_name, rule in found[0]:
            where = [told[name] for name in shortest if rule in spoken[name]]
            for some in found:
                some._named = tuple((n, r) for n, r in some if r is not rule)
            tried, changed = _tried(where, given.enough)
            _restore(every, whole)
            count["idle"] += not changed
            count["rules"] += 1
            print(module[len("analysis.") :], rule_name, len(where), tried, changed, sep="\t")
            sys.stdout.flush()
    print(f"{count['rules']} rules, {len(told)} texts; {count['idle']} rules change nothing")


def _tried(where: list[Telling], enough: int) -> tuple[int, int]:
    """Texts told again, and those told differently."""
    changed = 0
    for tried, (tell, before) in enumerate(where, start=1):
        changed += tell() != before
        if changed == enough:
            return tried, changed
    return len(where), changed


def _restore(every: Any, whole: dict[int, Any]) -> None:
    for found in every.values():
        for some in found:
            some._named = whole[id(some)]


if __name__ == "__main__":
    main()
