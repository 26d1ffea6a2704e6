"""Full-text search: FTS5 on SQLite, tsvector on PostgreSQL, the same question to both.

All words must occur, each may go on ("bridge" finds "bridges"), words in quotation
marks must follow each other. Case and accents do not matter.
"""

from __future__ import annotations

import re
import unicodedata

from sqlalchemy import ColumnElement, Connection, func, literal_column, or_, select, text

from library.schema import articles

INDEXED = 200_000
"""Characters PostgreSQL indexes of one article: a tsvector may not pass 1 MB."""
_PHRASE = re.compile(r'["“”„]([^"“”„]*)["“”„]')
_WORD = re.compile(r"[^\W_]+")
_NO_SPACES = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
"""Thai, Lao, Japanese, Chinese: written without spaces, so neither index has their words."""


def matching(query: str, dialect: str) -> ColumnElement[bool] | None:
    """The condition on ``articles`` that a search asks for; None when it asks for nothing."""
    if asked_alike(query):
        return _containing(query.split())
    terms = terms_of(query)
    if not terms:
        return None
    if dialect == "sqlite":
        found = select(text("rowid")).select_from(text("article_search"))
        return articles.c.number.in_(
            found.where(text("article_search MATCH :question")).params(question=_fts5(terms))
        )
    question = func.to_tsquery(literal_column("'simple'"), _tsquery(terms))
    return literal_column("articles.search").bool_op("@@")(question)


def index_article(connection: Connection, number: int, words: str) -> None:
    """Makes an article findable on PostgreSQL; on SQLite triggers have done so already."""
    if connection.dialect.name == "sqlite":
        return
    # Bare words: PostgreSQL's own reading of hyphens, addresses and numbers would differ.
    bare = " ".join(_WORD.findall(plain_word(words[:INDEXED])))
    change = text("UPDATE articles SET search = to_tsvector('simple', :bare) WHERE number = :n")
    connection.execute(change, {"bare": bare, "n": number})


def asked_alike(query: str) -> bool:
    """Whether a query is looked for as it stands: it is in a script without spaces."""
    return bool(_NO_SPACES.search(query))


def terms_of(query: str) -> list[list[str]]:
    """Each term is a list of words that must follow each other: "Jong-un" is such a term."""
    phrases = [_WORD.findall(plain_word(p)) for p in _PHRASE.findall(query)]
    rest = [_WORD.findall(plain_word(run)) for run in _PHRASE.sub(" ", query).split()]
    return [term for term in phrases + rest if term]


def plain_word(words: str) -> str:
    """Lower case without accents, as FTS5's tokenizer reads."""
    split = unicodedata.normalize("NFKD", words.lower())
    return "".join(c for c in split if not unicodedata.combining(c))


def _fts5(terms: list[list[str]]) -> str:
    return " ".join(f'"{" ".join(term)}"*' for term in terms)


def _tsquery(terms: list[list[str]]) -> str:
    return " & ".join(f"({' <-> '.join(term)}:*)" for term in terms)


def _containing(parts: list[str]) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = articles.c.number.is_not(None)
    for part in parts:
        condition &= or_(
            *(c.contains(part, autoescape=True) for c in (articles.c.title, articles.c.text))
        )
    return condition
