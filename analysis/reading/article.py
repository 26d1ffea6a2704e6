"""From the text a reader pasted to an ``Article``: paragraphs with the part each plays."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from analysis.lexicon import word_table
from analysis.reading.paragraphs import cut_paragraphs
from analysis.reading.roles import assign_roles
from analysis.records import Article, ArticleError, Paragraph, Role, Span
from analysis.rules import Verdict
from analysis.text import (
    author_of,
    check_text,
    credited_author,
    find_date,
    find_turns,
    is_direction,
    outlet_in,
    outlet_of,
    quote_depths,
    smooth,
)

MOST_PARAGRAPHS = 20_000  # a long book has half as many; more come from data, not from prose
# “GULLHAVEN, June 9 (Reuters) -”, “(Bloomberg) --”, “SKERRY, June 9, 2022 /PRNewswire/ --”
_WIRE = re.compile(
    r"(?:[A-Z][A-Z .,'’-]{2,30}.{0,40}?)?"
    r"(?:\((?P<outlet>[A-Z][\w .&'’-]{1,30})\)|/(?P<service>[A-Z][\w .-]{3,30})/)\s*[—–-]"
)
_FIRST = re.compile(r"(?:published|posted).{0,60}", re.IGNORECASE)


def read_article(
    text: str,
    *,
    id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    published: str | None = None,
    url: str | None = None,
    answers: str | None = None,
    roles: dict[int, Role] | None = None,
) -> Article:
    """An article of the text exactly as given; ``roles`` overrides paragraph roles by index.

    Title, outlet, author and date (ISO 8601) are taken from the text where they are not given
    and the text states them. Without an ``id`` it is made from the text's hash.
    Raises ``ArticleError`` when there is nothing to read.
    """
    spans = _paragraphs(text)
    copy = smooth(text)
    texts = [copy.there(span).of(copy.text) for span in spans]
    found = in_turns(text, spans, assign_roles(texts, title=title, author=author))
    for i, role in (roles or {}).items():
        found[i : i + 1] = [Verdict(role, "reader")] * (0 <= i < len(found))
    depths = quote_depths(text, spans)
    of = _Finder(texts, [verdict.answer for verdict in found])
    return Article(
        id=id or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        text=text,
        paragraphs=tuple(
            Paragraph(i, spans[i], verdict.answer, verdict.rule, depths[i])
            for i, verdict in enumerate(found)
        ),
        title=title or of.title(),
        outlet=outlet or of.outlet(),
        author=author or of.author(),
        published=published or of.published(),
        url=url,
        answers=answers,
    )


def _paragraphs(text: str) -> Sequence[Span]:
    problem = check_text(text)
    if problem:
        raise ArticleError(problem)
    spans = cut_paragraphs(text)
    if len(spans) > MOST_PARAGRAPHS:
        raise ArticleError(
            f"This text has {len(spans):,} lines, far more than an article: give one at a time."
        )
    return spans


def in_turns(
    text: str, spans: Sequence[Span], roles: Sequence[Verdict[Role]]
) -> list[Verdict[Role]]:
    """The roles with every turn of a conversation in the body and stage directions out of it."""
    turns = {turn.label.start for turn in find_turns(text, spans)}
    found = list(roles)
    for i, span in enumerate(spans) if turns else ():
        if span.start in turns:
            found[i] = Verdict("body", "turn")
        elif is_direction(span.of(text)):
            found[i] = Verdict("boilerplate", "stage direction")
    return found


class _Finder:
    """What the paragraphs around the body say about the article."""

    def __init__(self, texts: Sequence[str], roles: Sequence[Role]) -> None:
        self._texts, self._roles = texts, roles

    def _in(self, *roles: Role) -> Iterable[str]:
        return (t for t, r in zip(self._texts, self._roles, strict=True) if r in roles)

    def title(self) -> str | None:
        return next((" ".join(t.split()) for t in self._in("headline")), None)

    def author(self) -> str | None:
        stated = next((a for t in self._in("byline") if (a := author_of(t))), None)
        credits = self._in("boilerplate", "bio", "byline")
        return stated or next((a for t in credits if (a := credited_author(t))), None)

    def published(self) -> str | None:
        """“Published” goes before “Updated” wherever it stands."""
        lines = [*self._in("dateline"), *self._in("byline")]
        stated = [m[0] for line in lines if (m := _FIRST.search(line))]
        wire = self._wire()
        lines += [wire[0]] if wire else []
        return next((d for line in [*stated, *lines] if (d := find_date(line))), None)

    def outlet(self) -> str | None:
        """From the copyright line, the writer's biography, the byline or the agency's date line."""
        told = (*self._in("boilerplate"), *self._in("bio"))
        lines = (*self._in("byline"), *self._in("dateline"))
        found = next((o for t in told if (o := outlet_of(t))), None)
        found = found or next((o for t in lines if (o := outlet_in(t))), None)
        wire = self._wire()
        if found or not wire:
            return found
        name: str = wire["outlet"] or wire["service"]
        return word_table("wire_names").get(name.lower(), (name,))[0]

    def _wire(self) -> re.Match[str] | None:
        return _WIRE.match(next(iter(self._in("body")), ""))
