"""What a line says of itself: rules of ``roles.RULES`` that look at a paragraph's own words."""

from __future__ import annotations

from analysis.lexicon import word_list
from analysis.reading.page import HEAD, Page, plain
from analysis.records import Role
from analysis.text import ABOUT, is_byline, is_credit, is_notice, is_release_line
from analysis.text import lines as printed

PULLED = 40  # words; a longer quotation is no ornament
TITLE_PART = 3  # words; fewer in common with a title are chance


def given_title(page: Page, i: int) -> Role | None:
    """The title the reader or the page's metadata gave."""
    if i >= HEAD or not page.title:
        return None
    line = plain(page.blocks[i].text)
    if page.headline < 0:
        part = len(line.split()) >= TITLE_PART and page.title.startswith(line + " ")
        return "headline" if part or line == page.title else None
    # “Bridge shut for a year; Traders fear ruin”: databases join headline and standfirst
    rest = page.headline == i - 1 and line and page.title.endswith(" " + line)
    return "standfirst" if rest else None


def furniture(page: Page, i: int) -> Role | None:
    """Buttons, offers, notices, code, rules between sections."""
    text, words = page.blocks[i].text, page.blocks[i].words
    if printed.is_wordless(text, words) or printed.is_code(text):
        return "boilerplate"
    if printed.is_trail(text) or printed.is_counter(text) or printed.is_rights(text):
        return "boilerplate"
    if printed.is_address(text) or printed.is_desk(text):
        return "boilerplate"
    if page.running and printed.running_head(text) in page.running:
        return "boilerplate"
    if is_credit(text):
        return "bio"
    if is_notice(text, words) and not printed.introduced(text):  # “… Write to her at …”: a bio
        return "boilerplate"
    said = text[0] in "\"“‘'"
    return "boilerplate" if not said and printed.has_phrase(words, "page_boilerplate") else None


def release(page: Page, i: int) -> Role | None:
    """What a press release prints around its news: contacts, and “About” the body that sends it."""
    text = page.blocks[i].text
    if is_release_line(text):
        return "boilerplate"
    if not page.released:
        return None
    about = ABOUT.fullmatch(text) and len(page.blocks[i].words) <= 8
    after = i > 1 and page.role(i - 1) == "boilerplate" and page.told_off
    if about and i > 1:
        page.told_off = True
    return "boilerplate" if (about and i > 1) or after else None


def section_name(page: Page, i: int) -> Role | None:
    """“Politics”, alone above the headline."""
    above = i < HEAD and all(role == "boilerplate" for role in page.roles[:i])
    if (
        above
        and len(page.blocks) > 1
        and " ".join(page.blocks[i].words) in word_list("page_sections")
    ):
        return "boilerplate"
    return None


def date_line(page: Page, i: int) -> Role | None:
    """When it was published, or a place line on its own."""
    block = page.blocks[i]
    if printed.is_published_line(block.text, block.words) or printed.is_place_line(block.text):
        return "dateline"
    return None


def byline(page: Page, i: int) -> Role | None:
    """“By Marta Oyelaran”."""
    return "byline" if is_byline(page.blocks[i].text) else None


def picture_credit(page: Page, i: int) -> Role | None:
    """A line that ends or begins with a credit."""
    return "caption" if printed.is_caption(page.blocks[i].text, page.blocks[i].words) else None


def printed_twice(page: Page, i: int) -> Role | None:
    """A browser copies a picture's description and its caption: the same line twice."""
    block = page.blocks[i]
    if block.prose or len(block.words) < 2 or (block.ended and page.headline < 0):
        return None
    near = (j for j in (i - 1, i + 1) if 0 < j < len(page.blocks))  # not the headline's twin
    return "caption" if i and any(page.blocks[j].text == block.text for j in near) else None


def last_rights(page: Page, i: int) -> Role | None:
    """“© Harbour Wire” below the last paragraph: whose the report is, and no picture's credit."""
    last = i == len(page.blocks) - 1 and i > 1
    return "boilerplate" if last and page.blocks[i].text[0] == "©" else None


def pull_quote(page: Page, i: int) -> Role | None:
    """“We counted heads”, set large beside the paragraph that has the words: they count once."""
    block = page.blocks[i]
    if not i or block.text[0] not in '"“‘' or block.text[-1] not in '"”’' or len(block.words) < 3:
        return None
    words = f" {' '.join(block.words)} "
    near = (*page.blocks[max(0, i - HEAD) : i], *page.blocks[i + 1 : i + HEAD])
    held = any(len(b.words) > len(block.words) and words in f" {' '.join(b.words)} " for b in near)
    return "boilerplate" if held and len(block.words) <= PULLED else None


def related_heading(page: Page, i: int) -> Role | None:
    """“MORE FROM Ines Farrow”, “Related topics ------”, “Read more: Ferry fares to rise”."""
    block = page.blocks[i]
    heads = printed.has_phrase(block.words, "page_related") and len(block.words) <= 30
    return "related" if heads and (not block.ended or len(block.words) <= 4) else None
