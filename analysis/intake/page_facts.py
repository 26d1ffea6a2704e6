"""What a web page says about its article: JSON-LD, OpenGraph, meta tags, then the visible page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from analysis.text import (
    author_of,
    find_date,
    is_byline,
    is_published_line,
    joined,
    names_in,
    words_of,
)

_ARTICLE = re.compile(r"article|reportage|posting|newsitem|liveblog", re.IGNORECASE)
_TIGHT = re.compile(r"\s+([,.;:)])")
_ADDRESS = re.compile(r"(?:https?:)?//\S+|(?:[\w-]+\.)+[a-z]{2,12}(?:/\S*)?", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
LINE = 150  # characters of a byline with its date
LINES = 400  # looked at: bylines stand at the top
_SPLIT = re.compile(r"\s+[|–—·»-]\s+")
_PUBLISHED = re.compile(r"(?:first |originally )?(?:published|posted)", re.IGNORECASE)
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "headline")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site")
_DATES = (
    *("article:published_time", "datepublished", "date", "pubdate", "publishdate", "dc.date"),
    *(
        "dc.date.issued",
        "dcterms.created",
        "parsely-pub-date",
        "sailthru.date",
        "og:published_time",
    ),
)
LONG = 500  # characters; longer values are not what they claim


@dataclass(frozen=True, slots=True)
class Facts:
    """Title, author, date, outlet and address, each None where the page does not say."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    standfirst: str | None = None
    body: str | None = None
    """JSON-LD's ``articleBody``: a spare for pages whose text a script draws."""


def page_facts(tree: Any, url: str | None = None) -> Facts:
    """The facts, from the most to the least deliberate statement on the page."""
    linked = _linked_data(tree)
    meta = _meta(tree)
    heading = _first(_text(h) for h in tree.iter("h1"))
    outlet = _outlet(_name(linked.get("publisher")), *(meta.get(name) for name in _OUTLETS))
    title = _string(linked.get("headline")) or _of(meta, _TITLES) or heading or _head(tree)
    if not heading and title:  # letters by mail have only smaller ones
        heading = _first(h for e in tree.iter("h2") if title.endswith(f": {(h := _text(e))}"))
    return Facts(
        title=_without_outlet(title, outlet, heading),
        author=_names(linked.get("author")) or _author(meta) or _visible_author(tree),
        published=_date(linked.get("datePublished")) or _date(_of(meta, _DATES)) or _time(tree),
        outlet=outlet.lstrip("@") if outlet else None,
        url=_address(_canonical(tree), _string(linked.get("url")), _of(meta, ("og:url",)), url),
        standfirst=_standfirst(tree),
        body=_string(linked.get("articleBody"), limit=1_000_000),
    )


# ---------------------------------------------------------------- JSON-LD


def _linked_data(tree: Any) -> dict[str, Any]:
    """The first article among the page's JSON-LD objects."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(found):
            kinds = item.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(_ARTICLE.search(str(kind)) for kind in kinds):
                return item
    return {}


def _objects(found: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(found, list):
        for item in found[:50]:
            yield from _objects(item, depth + 1)
    elif isinstance(found, dict):
        yield found
        yield from _objects(found.get("@graph"), depth + 1)
        yield from _objects(found.get("mainEntity"), depth + 1)


def _string(value: Any, limit: int = LONG) -> str | None:
    """A value as a reader would see it: some sites escape twice, “Mayor&amp;#8217;s”."""
    if not isinstance(value, str):
        return None
    value = _TAG.sub(" ", unescape(unescape(value)))
    text = value.strip() if limit > LONG else " ".join(value.split())
    return text if 0 < len(text) <= limit else None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        return _first(_name(item) for item in value[:5])
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _names(value: Any) -> str | None:
    """“Sunniva Dahl and Peter Okonjo” from a list of authors."""
    people = value if isinstance(value, list) else [value]
    told = [name for person in people[:10] if (name := _name(person)) and "://" not in name]
    # “Ana Ruiz, Political Correspondent”, “Ana Ruiz Monday 3 May”: only the people
    return joined(list(dict.fromkeys(name for one in told for name in names_in(one) or [one])))


# ---------------------------------------------------------------- meta tags and the visible page


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        content = _string(tag.get("content"))
        if name and content:
            found.setdefault(name, content)
    return found


def _of(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return _first(meta.get(name) for name in names)


def _outlet(*told: str | None) -> str | None:
    """The first name that is no address; “www.courier.example” where there are only addresses."""
    found = [name for name in told if name]
    named = _first(name for name in found if not _ADDRESS.fullmatch(name))
    bare = found[0] if found else ""
    return (
        named or re.sub(r"^(?:https?:)?//|^www\.|/.*$", "", bare.removeprefix("https://")) or None
    )


def _author(meta: dict[str, str]) -> str | None:
    names = (meta.get(name) for name in _AUTHORS)
    found = _first(name for name in names if name and "://" not in name)
    return joined(names_in(found)) or found if found else None


def _visible_author(tree: Any) -> str | None:
    """A link to the author or a byline element; then a line that begins with “By”."""
    for element in tree.iter("a", "span", "p", "div", "address"):
        names = f"{element.get('rel', '')} {element.get('itemprop', '')} {element.get('class', '')}"
        if not re.search(r"\b(?:author|byline)(?:[-_]?name)?\b", names.lower()):
            continue
        text = _text(element)
        found = (author_of(text) or author_of(f"By {text}")) if len(text) <= LINE else None
        if found:
            return found
    return _first(author_of(line) for line in islice(_short_lines(tree), LINES) if is_byline(line))


def _standfirst(tree: Any) -> str | None:
    for element in tree.iter("p", "h2", "div"):
        names = f"{element.get('class', '')} {element.get('itemprop', '')}".lower()
        if re.search(r"standfirst|\bdek\b|\bdeck\b|subheadline|sub-?title|article-summary", names):
            text = _text(element)
            return text if text and len(text) <= LONG else None
    return None


def _time(tree: Any) -> str | None:
    for element in tree.iter("time"):
        found = _date(element.get("datetime") or _text(element))
        if found:
            return found
    lines = [line for line in islice(_short_lines(tree), LINES) if _is_dated(line)]
    first = [line for line in lines if _PUBLISHED.match(line)]  # not the line with the update
    return _first(find_date(line) for line in [*first, *lines])


def _is_dated(line: str) -> bool:
    return is_byline(line) or is_published_line(line, words_of(line))


def _date(value: Any) -> str | None:
    text = _string(value)
    return find_date(text) if text else None


def _head(tree: Any) -> str | None:
    return _first(_text(title) for title in tree.iter("title"))


def _canonical(tree: Any) -> str | None:
    return _first(a.get("href") for a in tree.iter("link") if (a.get("rel") or "") == "canonical")


def _without_outlet(title: str | None, outlet: str | None, heading: str | None) -> str | None:
    """“Bridge shut | Harbour Courier”, “The Courier: Bridge shut” without the name of the site."""
    if not title:
        return None
    if heading and (title.startswith(heading) or title.endswith(f": {heading}")):
        return heading
    parts = _SPLIT.split(title)
    ours = outlet and len(parts) > 1 and parts[-1].lower().strip("@") == outlet.lower().strip("@")
    return title[: title.rindex(parts[-1])].rstrip(" |–—·»-") if ours else title


def _address(*candidates: str | None) -> str | None:
    """The first that is a web address: nothing else may become a link."""
    for text in candidates:
        try:
            if text and urlsplit(text.strip()).scheme in ("http", "https"):
                return text.strip()[:2000]
        except ValueError:
            continue
    return None


def _text(element: Any) -> str:
    """The words of an element; a line break between two of its parts is a space."""
    return _TIGHT.sub(r"\1", " ".join(" ".join(element.itertext()).split()))


def _short_lines(tree: Any) -> Iterator[str]:
    """The visible lines short enough to be a byline or a date, in page order."""
    for element in tree.iter("p", "div", "span", "font", "td", "li", "small", "address"):
        own = (element.text or "").strip()
        if own and len(own) <= LINE and len(element) <= 6:
            text = _text(element)
            if len(text) <= LINE:
                yield text
            yield own


def _first(values: Any) -> Any:
    return next((value for value in values if value), None)
