"""What a file is of: the line that says so on it, and the name it is saved under."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analysis import Analysis
from analysis.text import count, date_words, heading
from analysis.version import VERSION

SCORERS = {"news": "news-tuned tone", "plain": "plain VADER"}
LONGEST_NAME = 60
_NOT_IN_NAMES = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class About:
    """What a picture, table or report is of."""

    name: str
    """For file names: "bridge-closes"."""
    line: str = ""
    """The source line: headline, outlet, author, date."""
    left: str = ""
    """What filters left of it: "5 of 22 statements"; "" where nothing is filtered."""
    made: str = ""
    """Program, model, scorer and the day it was made."""

    @property
    def lines(self) -> list[str]:
        """The lines a picture carries under its title."""
        return [line for line in (self.line, self.left, self.made) if line]


def about(analyses: Sequence[Analysis]) -> About:
    """What a file made from these analyses is of; of none, it is of the program."""
    made = made_line(analyses)
    if not analyses:
        return About("hearsay", made=made)
    if len(analyses) == 1:
        article = analyses[0].article
        return About(slug(article.title or "") or article.id, source_line(analyses[0]), made=made)
    outlets = dict.fromkeys(a.article.outlet for a in analyses if a.article.outlet)
    size = count(len(analyses), "article")
    return About(slug(size), ": ".join(filter(None, [size, ", ".join(outlets)])), made=made)


def about_many(name: str) -> About:
    """What a file is of that is made from articles still to be fetched, under this name."""
    return About(slug(name) or "articles", name, made=made_line([]))


def title_of(analysis: Analysis) -> str:
    """Its headline, or how it begins where it has none."""
    return heading(analysis.article.title, analysis.article.text)


def source_line(analysis: Analysis) -> str:
    """Headline, outlet, author and date, as far as they are known."""
    a = analysis.article
    parts = (title_of(analysis), a.outlet, a.author, date_words(a.published))
    return " · ".join(" ".join(p.split()) for p in parts if p)


def made_line(analyses: Sequence[Analysis]) -> str:
    """ "Hearsay 0.1.0, en_hearsay_news 2.0.0, news-tuned tone, 28 November 2026"."""
    models = dict.fromkeys(a.model for a in analyses)
    scorers = dict.fromkeys(SCORERS[a.sentiment.scorer] for a in analyses)
    today = date.today()
    return ", ".join([f"Hearsay {VERSION}", *models, *scorers, date_words(today.isoformat())])


def slug(text: str) -> str:
    """Words as a file name may hold them on every system: "Bridge closes" → "bridge-closes"."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    whole = _NOT_IN_NAMES.sub("-", plain).strip("-_")
    if len(whole) <= LONGEST_NAME:
        return whole
    cut = whole[: LONGEST_NAME + 1]
    return (cut.rpartition("-")[0] or cut[:LONGEST_NAME]).rstrip("-_")


def file_name(of: About, what: str, kind: str) -> str:
    """ "bridge-closes-words-by-source.png"."""
    return f"{of.name}-{slug(what)}.{kind}"
