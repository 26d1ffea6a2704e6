"""Texts of odd shape: one piece again and again, as no newspaper prints it."""

from __future__ import annotations

MARKS = (".", "!", "?", "?!", "…", ",", ";", "-", "—", "'", '"', "”", "’", "“", "‘", "`")
MARKS += ("(", ")", "[", "*", "_", "#", "/", "&", "@", "<", ">", "|", "\\", "\0", "\ud83d")
WORDS = ("a", "A", "1", "é", "東", "ب", "a.", "U.S.", "A.B", "a'", "n't", "a-", "1,", "$1", "Mr. ")
WORDS += ("Ann ", "Ann and ", "the ", "the Port of ", "said ", "he said, ", "according to ", "who ")
WORDS += ("“a” ", '"a', "(a", "a) ", "(Getty/", "by ", "By Ann Bree ", "2019-", "1/1/", "March 1, ")
SPACES = (
    " ",
    "\t",
    "\n",
    "\n\n",
    "\r",
    "\u2028",
    "\xa0",
    " .",
    ". ",
    "\n.",
    ".\n",
    "\u200b",
    "\ufeff",
)
TAILS = (
    " .",
    ".a",
    ".” ",
    "?\n",
    "http://a.",
    "a@b.",
    "<p>",
    "&amp;",
    "> ",
    "- ",
    "* ",
    "=\n",
    "www.",
)
PIECES = MARKS + WORDS + SPACES + TAILS
FRAME = ("The mayor said that the bridge is shut. ", " It opens in spring, said Ann Bree.")


def shape(piece: str, length: int) -> str:
    """A text of about this length, ordinary at both ends."""
    return FRAME[0] + piece * (length // len(piece)) + FRAME[1]
