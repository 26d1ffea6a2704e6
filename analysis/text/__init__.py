"""What several stages need of a text: its words, quotations, dates, bylines, and places in order.

In goes text, out come spans, counts and sentences for the reader about unreadable input
(``readable.CHECKS``). ``InOrder`` finds things by place; ``quotations`` pairs the marks. Tests in
``tests/text`` say what each promises; ``python -m benchmarks cases`` shows their effect.
"""

from __future__ import annotations

from analysis.text import lines
from analysis.text.antecedents import Antecedents
from analysis.text.bylines import author_of, is_bare_name, is_byline, names_job, outlet_of
from analysis.text.datelines import find_dateline
from analysis.text.dates import find_date
from analysis.text.figures import count, date_words, heading, minutes, pace, share, signed
from analysis.text.formulas import FORMULA_STARTS, safe_cell
from analysis.text.languages import language_name, language_of
from analysis.text.letters import (
    QUOTE_MARKS,
    Letter,
    find_letters,
    is_letter_label,
    quote_depths,
)
from analysis.text.lines import is_published_line, words_of
from analysis.text.notices import ABOUT, is_clock, is_credit, is_notice, is_release_line
from analysis.text.pronouns import (
    human_pronouns,
    pronoun_of,
    pronoun_sex,
)
from analysis.text.quotation_kinds import UTTERANCE_WORDS
from analysis.text.quotations import Quotation, article_quotations, find_quotations
from analysis.text.readable import check_text, distrust, text_notes
from analysis.text.shouting import quieted
from analysis.text.smooth import HYPHENS, Smooth, is_smooth, moved, smooth
from analysis.text.spans import InOrder
from analysis.text.standing import RULES as ANTECEDENTS
from analysis.text.standing import Sort
from analysis.text.turns import (
    ANSWER,
    ANSWERED,
    QUESTION,
    Turn,
    answers_note,
    bare_questions,
    find_turns,
    is_aside,
    is_direction,
    spoken_parts,
    unnamed_answers,
)
from analysis.text.unmarked import unmarked
from analysis.text.unnamed import wish_to_stay_unnamed
from analysis.text.words import (
    Word,
    body_mentions,
    body_words,
    count_words,
    read_words,
    word_starts,
)
from analysis.text.writers import credited_author, joined, names_in, outlet_in

__all__ = [
    "ABOUT",
    "ANSWER",
    "ANSWERED",
    "ANTECEDENTS",
    "FORMULA_STARTS",
    "HYPHENS",
    "QUESTION",
    "QUOTE_MARKS",
    "UTTERANCE_WORDS",
    "Antecedents",
    "InOrder",
    "Letter",
    "Quotation",
    "Smooth",
    "Sort",
    "Turn",
    "Word",
    "answers_note",
    "article_quotations",
    "author_of",
    "bare_questions",
    "body_mentions",
    "body_words",
    "check_text",
    "count",
    "count_words",
    "credited_author",
    "date_words",
    "distrust",
    "find_date",
    "find_dateline",
    "find_letters",
    "find_quotations",
    "find_turns",
    "heading",
    "human_pronouns",
    "is_aside",
    "is_bare_name",
    "is_byline",
    "is_clock",
    "is_credit",
    "is_direction",
    "is_letter_label",
    "is_notice",
    "is_published_line",
    "is_release_line",
    "is_smooth",
    "joined",
    "language_name",
    "language_of",
    "lines",
    "minutes",
    "moved",
    "names_in",
    "names_job",
    "outlet_in",
    "outlet_of",
    "pace",
    "pronoun_of",
    "pronoun_sex",
    "quieted",
    "quote_depths",
    "read_words",
    "safe_cell",
    "share",
    "signed",
    "smooth",
    "spoken_parts",
    "text_notes",
    "unmarked",
    "unnamed_answers",
    "wish_to_stay_unnamed",
    "word_starts",
    "words_of",
]
