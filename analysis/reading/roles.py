"""The part each paragraph plays, by rules about single lines first and about places after.

The list at the foot is the algorithm: each rule looks at every paragraph that has no role
yet, knowing the roles the rules before it gave. What no rule claims is body. Rules that read a
line by itself are in ``line_rules``, those that ask where it stands are here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.lexicon import word_list
from analysis.reading.line_rules import (
    byline,
    date_line,
    furniture,
    given_title,
    last_rights,
    picture_credit,
    printed_twice,
    pull_quote,
    related_heading,
    release,
    section_name,
)
from analysis.reading.page import HEAD, STANDFIRST_WORDS, Page, block_of, plain
from analysis.records import Role
from analysis.rules import Rules, Verdict
from analysis.text import (
    is_bare_name,
    is_clock,
    names_job,
    outlet_in,
)
from analysis.text import lines as printed

ENTRY_WORDS = 16  # of the heading of an entry
TAIL = 40  # paragraphs after the body looked at for biographies
HEADLINE_WORDS = range(2, 31)
NUMBERED = re.compile(
    r"(?:\d{1,2}[.)]|(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s?[-–—:|])?)\s+\S"
)
SAID = re.compile(r"[.!?…][\"”’']$")


def assign_roles(
    texts: Sequence[str], *, title: str | None = None, author: str | None = None
) -> list[Verdict[Role]]:
    """The role of each paragraph and its rule, given title and author where they are known."""
    page = Page([block_of(text) for text in texts], plain(title or ""))
    page.authors = (author,) if author else ()
    page.roles = [None] * len(texts)
    said = [""] * len(texts)
    for name, rule in RULES:
        for i, role in enumerate(page.roles):
            if role is None:
                page.roles[i], said[i] = rule(page, i), name
    if "body" not in page.roles:  # a text of nothing but lines is read as given
        return [_without_body(role, name) for role, name in zip(page.roles, said, strict=True)]
    return [Verdict(role or "body", name) for role, name in zip(page.roles, said, strict=True)]


def _without_body(role: Role | None, name: str) -> Verdict[Role]:
    return Verdict("headline", name) if role == "headline" else Verdict("body", "read as given")


def job_line(page: Page, i: int) -> Role | None:
    """“Senior Writer” or “The Harbour Courier” under a byline."""
    block = page.blocks[i]
    if page.role(i - 1) != "byline" or block.ended or len(block.words) > 8:
        return None
    outlet = i < HEAD and (
        (len(block.words) <= 4 and block.text.istitle()) or bool(outlet_in(block.text))
    )
    return "byline" if names_job(block.text) or outlet else None


def related_list(page: Page, i: int) -> Role | None:
    """Lines under such a heading, until running text begins again."""
    if page.role(i - 1) != "related" or len(page.blocks[i].words) > 30:
        return None
    heading = page.blocks[i - 1]
    starts = printed.has_phrase(heading.words, "page_related")
    if starts and len(heading.words) > 6 and ":" in heading.text:
        return None  # “Read more: Ferry fares to rise” is complete
    return None if page.blocks[i].ended else "related"


def headline(page: Page, i: int) -> Role | None:
    """The first open paragraph, if it is short, has no full stop and running text follows."""
    block = page.blocks[i]
    if i >= HEAD or page.headline >= 0 or any(role is None for role in page.roles[:i]):
        return None
    quoted = block.text[0] in '"“' and block.text[-1] in '"”'  # titles have single marks
    quoted = quoted or bool(SAID.search(block.text))  # … said: “The bridge is safe.”
    looks = len(block.words) in HEADLINE_WORDS and block.text[-1] not in ".,;:—–" and not quoted
    follows = any(b.prose for b in page.blocks[i + 1 : i + 1 + HEAD])
    first = next((c for c in block.text if c.isalnum()), "a")
    return "headline" if looks and follows and not first.islower() else None


def headline_again(page: Page, i: int) -> Role | None:
    """The page's title and its headline are copied together."""
    if not 0 <= page.headline < i < HEAD:
        return None
    same = plain(page.blocks[i].text) == plain(page.blocks[page.headline].text)
    return "boilerplate" if same else None


def bare_byline(page: Page, i: int) -> Role | None:
    """“Noor Halvorsen” between the headline and the date or the job."""
    if not 0 <= page.headline < i < HEAD or not is_bare_name(page.blocks[i].text):
        return None
    below = page.role(i + 1) in ("dateline", "byline")
    under = page.blocks[i + 1] if i + 1 < len(page.blocks) else None
    own = names_job(page.blocks[i].text) or "," in page.blocks[i].text or "|" in page.blocks[i].text
    job = under and len(under.words) <= 5 and (names_job(under.text) or outlet_in(under.text))
    return "byline" if below or own or job else None


def staff_line(page: Page, i: int) -> Role | None:
    """“Staff reporters” between the headline and the date."""
    if not 0 <= page.headline < i < HEAD or page.role(i + 1) != "dateline":
        return None
    return "byline" if len(page.blocks[i].words) <= 4 and names_job(page.blocks[i].text) else None


def label(page: Page, i: int) -> Role | None:
    """“Editorial”, alone under the headline."""
    under = i > 0 and page.role(i - 1) in ("headline", "byline", "dateline") and i < HEAD
    section = " ".join(page.blocks[i].words) in word_list("page_sections")
    return "boilerplate" if under and section else None


def numbered(page: Page, i: int) -> Role | None:
    """“1. It is old”, “14:05 Pier closed”: an item of a list, an entry of a live blog."""
    block = page.blocks[i]
    if block.prose or not NUMBERED.match(block.text) or i + 1 == len(page.blocks):
        return None
    alike = sum(not b.prose and bool(NUMBERED.match(b.text)) for b in page.blocks)
    return "subhead" if alike > 1 and page.blocks[i + 1].ended else None


def entry(page: Page, i: int) -> Role | None:
    """“Ferry port closes” under “16.20 GMT”, in a live blog: the heading of an entry."""
    block = page.blocks[i]
    under = i > 0 and page.clocks > 1 and is_clock(page.blocks[i - 1].text)
    short = not block.prose and len(block.words) <= ENTRY_WORDS and not SAID.search(block.text)
    return "subhead" if under and short and not block.ended and page.role(i + 1) is None else None


def standfirst(page: Page, i: int) -> Role | None:
    """What stands between headline and byline, or a line without a full stop before the text."""
    block, top = page.blocks[i], page.headline
    if not 0 <= top < i or len(block.words) not in STANDFIRST_WORDS:
        return None
    if i < page.head_end:
        return "standfirst" if i - top <= 4 else None
    prose_next = any(b.prose for b in page.next_open(i))
    first = i < HEAD + 4 and all(page.roles[j] is not None for j in range(top, i))
    taken = "standfirst" in page.roles[top:i]
    unended = not block.ended and block.text[-1] not in ':,;—–"”'
    return "standfirst" if first and not taken and unended and prose_next else None


def biography(page: Page, i: int) -> Role | None:
    """Who wrote it, after the last paragraph of the article."""
    block, n = page.blocks[i], len(page.blocks)
    if i == 0 or n - i > TAIL:
        return None
    writers = page.writers
    if i > 1 and _introduces(page, i):
        return "bio"
    if not printed.looks_like_bio(block.text, block.words, writers):
        return None
    rest = (j for j in range(i + 1, n) if page.roles[j] is None)
    about = all(
        printed.looks_like_bio(page.blocks[j].text, page.blocks[j].words, writers) for j in rest
    )
    return "bio" if about else None


def _introduces(page: Page, i: int) -> bool:
    """“Oda Skaar keeps bees in Brask.”: the end, about somebody the article has not named."""
    name = printed.introduced(page.blocks[i].text)
    last = all(role not in (None, "body") for role in page.roles[i + 1 :])
    told = any(name.split()[-1] in b.text for b in page.blocks[:i]) if name else True
    signed = any(r == "byline" for r in page.roles[:HEAD])
    return last and not told and not signed and page.headline >= 0


def subhead(page: Page, i: int) -> Role | None:
    """A short line without a full stop between paragraphs of running text."""
    block, following = page.blocks[i], page.next_open(i)
    if i == 0 or block.prose or not any(b.prose for b in following):  # a question may come first
        return None
    open_ = (j for j in range(i - 1, max(-1, i - HEAD), -1) if page.roles[j] is None)
    before = next(open_, -1)
    inside = before >= 0 and page.blocks[before].prose
    return "subhead" if inside and printed.is_heading(block.text, block.words) else None


def body(page: Page, i: int) -> Role | None:
    """What remains."""
    return "body"


RULES: Rules[[Page, int], Role] = Rules(
    given_title,  # first: what the reader says is the title is the title
    date_line,  # before the furniture: 03/05/2021 has no words
    furniture,
    release,
    section_name,
    related_heading,
    byline,
    last_rights,  # before the credits of pictures, which have the sign as well
    picture_credit,  # after the byline: “By Dan Whitcombe/Courier” is one
    printed_twice,
    related_list,  # before the headline: a menu of stories above it is no headline
    headline,
    headline_again,
    bare_byline,  # needs the headline
    staff_line,
    job_line,
    label,
    entry,
    numbered,  # before the standfirst: the first item is none
    standfirst,  # needs headline, byline and date
    biography,
    pull_quote,  # after the headline, which may be a quotation of the text
    subhead,  # last: every other short line is known by now
    body,
)
