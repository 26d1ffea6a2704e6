"""A page as the rules about roles see it: its paragraphs, and their roles so far."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from analysis.records import Role
from analysis.text import author_of, is_clock, is_release_line
from analysis.text import lines as printed

HEAD = 12  # paragraphs in which headline, byline and date stand; pages print menus above
STANDFIRST_WORDS = range(4, 61)
HEAD_PROSE = 3  # paragraphs of running text above a byline; more are the article
SHOWN = 1000  # characters of a paragraph the patterns see; longer ones are prose anyway


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as the rules see it."""

    text: str
    words: list[str]
    prose: bool
    ended: bool
    """Whether it closes with a full stop or its kin."""


@dataclass
class Page:
    """The paragraphs, their roles so far, and what is known of title and author."""

    blocks: list[Block]
    title: str = ""
    authors: tuple[str, ...] = ()
    roles: list[Role | None] = field(default_factory=list)
    told_off: bool = False
    """Whether “About …” of a press release has begun: the rest is no news."""

    def role(self, i: int) -> Role | None:
        """The role of a paragraph; None where there is none yet, or no such paragraph."""
        return self.roles[i] if 0 <= i < len(self.roles) else None

    def next_open(self, i: int) -> list[Block]:
        """The next two paragraphs without a role, among those nearby."""
        near = range(i + 1, min(len(self.blocks), i + HEAD))
        return [self.blocks[j] for j in near if self.roles[j] is None][:2]

    @cached_property
    def clocks(self) -> int:
        """How many lines are an hour and nothing else: an entry of a live blog begins so."""
        return sum(is_clock(block.text) for block in self.blocks)

    @cached_property
    def running(self) -> frozenset[str]:
        """What stands at the head of each page of something printed, without its number."""
        heads = Counter(printed.running_head(block.text) for block in self.blocks)
        return frozenset(head for head, n in heads.items() if head and n > 1)

    @cached_property
    def released(self) -> bool:
        """Whether the first or the last paragraphs say that this is a press release."""
        ends = self.blocks[:3] + self.blocks[3:][-HEAD:]
        return any(is_release_line(block.text) for block in ends)

    @property
    def writers(self) -> tuple[str, ...]:
        """The authors given, and those whom bylines name."""
        lines = [b.text for b, r in zip(self.blocks, self.roles, strict=True) if r == "byline"]
        return self.authors + tuple(name for line in lines if (name := author_of(line)))

    @property
    def headline(self) -> int:
        """Where the headline stands, or -1."""
        return self.roles[:HEAD].index("headline") if "headline" in self.roles[:HEAD] else -1

    @property
    def head_end(self) -> int:
        """The last byline or date line above the running text, or -1."""
        marks = [i for i, r in enumerate(self.roles[:HEAD]) if r in ("byline", "dateline")]
        long = [i for i, b in enumerate(self.blocks[:HEAD]) if len(b.words) > STANDFIRST_WORDS[-1]]
        prose = [i for i, b in enumerate(self.blocks[:HEAD]) if b.prose]
        long += prose[HEAD_PROSE:][:1]  # a date below the article, as printers put it there
        before = [i for i in marks if not long or i < min(long)]
        return before[-1] if before else -1


def block_of(text: str) -> Block:
    """The paragraph with its words counted once, for all rules."""
    shown = text if len(text) <= SHOWN else text[: SHOWN - 100] + text[-100:]
    words = printed.words_of(shown)
    return Block(shown, words, printed.is_prose(shown, words), bool(printed.TERMINAL.search(shown)))


def plain(text: str) -> str:
    """For comparing titles: case, marks and spaces count for nothing."""
    return " ".join(printed.words_of(text.replace("’", "'")))
