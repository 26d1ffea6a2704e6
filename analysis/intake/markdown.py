"""Markdown as plain paragraphs: the marks go, the words stay."""

from __future__ import annotations

import re

from analysis.intake.drafts import Draft
from analysis.text import find_date

LONGEST = 1_000_000  # characters; the patterns look ahead from every mark
MARKS_SHARE = 0.1  # of the characters; a heavily linked article has a thirtieth
_FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<fields>.{0,5000}?)\r?\n---[ \t]*\r?\n", re.DOTALL)
_FIELD = re.compile(r"^(title|author|date|outlet|source|url)\s*:\s*(.{1,300})$", re.I | re.M)
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.{1,300}?)[ \t#]*$", re.MULTILINE)
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.{0,2000}?-->", re.DOTALL), ""),
    (re.compile(r"^[ \t]*!\[([^\]\n]{0,300})\]\([^)\n]{0,300}\)[ \t]*$", re.M), ""),  # pictures
    (re.compile(r"!\[([^\]\n]{0,300})\]\([^)\n]{0,300}\)"), ""),
    (re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,300}\)"), r"\1"),  # links keep their words
    (re.compile(r"\[([^\]\n]{1,300})\]\[[^\]\n]{0,100}\]"), r"\1"),
    (re.compile(r"^ {0,3}\[[^\]\n]{1,100}\]:[ \t]+\S+.*$", re.M), ""),
    (re.compile(r"^ {0,3}(?:```|~~~).*$", re.M), ""),
    (re.compile(r"^ {0,3}(?:[-*_][ \t]*){3,80}$", re.M), ""),  # rules between sections
    (re.compile(r"^ {0,3}=+[ \t]*$", re.M), ""),
    (re.compile(r"^ {0,3}(?:>[ \t]?)+", re.M), ""),
    (re.compile(r"^ {0,3}[-*+][ \t]+", re.M), ""),
    (re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,300})(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?=\S)([^*_\n]{1,300})(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`\n]{1,300})`"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)


def read_markdown(name: str, text: str) -> list[Draft]:
    """The text without its marks; title from the front matter or the first first-level heading."""
    front = _FRONT.match(text)
    fields = (
        {k.lower(): v.strip(" \"'") for k, v in _FIELD.findall(front["fields"])} if front else {}
    )
    body = text[front.end() :] if front else text
    first = next((m for m in _HEADING.finditer(body) if len(m[1]) == 1), None)
    title = fields.get("title") or (plain(first[2]) if first else None)
    return [
        Draft(
            plain(_HEADING.sub(r"\2", body)).strip(),
            name,
            title=title,
            outlet=fields.get("outlet") or fields.get("source"),
            author=fields.get("author"),
            published=find_date(fields.get("date", "")),
            url=fields.get("url"),
        )
    ]


def plain(text: str) -> str:
    """The words without Markdown's marks; a text mostly of marks is left as it is."""
    marks = sum(text.count(mark) for mark in "*_[`<!")
    if len(text) > LONGEST or marks > MARKS_SHARE * len(text):
        return text
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text
