"""Passages of our own with every attribution marked (the form of ``benchmarks/gold/marked.py``).

Each construction of the sources issue and each complaint of users of other tools stands here
once or more. ``chains`` says, for words inside a content, who speaks them: everyone on the way,
outermost first ("" where nobody is stated). People, places and outlets are invented.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A marked text, what it tries, who speaks which words, and why it is still hard."""

    marked: str
    why: str
    chains: tuple[tuple[str, tuple[str, ...]], ...] = ()
    hard: str = ""


def p(marked: str, why: str, hard: str = "", **chains: tuple[str, ...]) -> Passage:
    """A passage; each keyword is a word of the text with the chain of its speakers."""
    return Passage(marked, why, tuple(chains.items()), hard)


PASSAGES = (
    # direct speech
    p("{content “The bridge is safe,”} {source Orla Fenn} {cue said}.", "verb behind",
      bridge=("Orla Fenn",)),
    p("{content “The bridge is safe,”} {cue said} {source Orla Fenn, head of the harbour board}.",
      "verb, then name with apposition", bridge=("Orla Fenn",)),
    p("{source Orla Fenn} {cue said}, {content “The bridge is safe.”}", "name first",
      bridge=("Orla Fenn",)),
    p("{source Orla Fenn} {cue tweeted} on Monday: {content “The bridge is safe.”}",
      "colon with a day between", bridge=("Orla Fenn",)),
    p("{content “Why did it close?”} {source Fenn} {cue asked}.", "question mark, no comma"),
    p("{content “It closed,”} {source Orla Fenn, the board's head}, {cue said}.",
      "apposition between name and verb"),
    # interrupted
    p("{content “It is safe,”} {source Fenn} {cue said}, {content “and it will open.”}",
      "one sentence in two halves", open=("Fenn",)),
    p("{content “It is safe for everyone,”} {source Fenn} {cue said}. "
      "{content “We will open it in May.”}", "a second sentence goes on", May=("Fenn",)),
    p("{content “It is safe for everyone,”} {source Fenn} {cue said}, referring to the old bridge. "
      "{content “We will open it in May.”}", "the sentence that credits the first half runs on",
      May=("Fenn",)),
    # over paragraphs
    p("{source Fenn} {cue said}: {content “It is safe for everyone in the town.}\n"
      "{content “We will open it in May with a feast.”}",
      "an opening mark on each paragraph", feast=("Fenn",)),
    p("{content “It is safe for everyone in the town,”} {source Fenn} {cue said}.\n"
      "{content “We will open it in May with a feast.”}", "the next paragraph has no cue",
      feast=("Fenn",)),
    # marks
    p("{content \"It is safe for everyone in the town,”} {source Fenn} {cue said}.",
      "straight opening, curly closing"),
    p("{content ''It is safe for everyone,''} {source Fenn} {cue said}.", "two apostrophes"),
    p("{content “It was 6'2\" tall and quite safe,”} {source Fenn} {cue said}.", "inches"),
    p("{content “He told me ‘go home’ and left,”} {source Fenn} {cue said}.",
      "single marks inside double ones"),
    p("{content ‘It is safe for everyone,’} {source Fenn} {cue said}.", "British marks"),
    p("{source Fenn} {cue said}: {content “It is safe for everyone in the town.}\n"
      "The feast is in May.", "a mark nobody closes ends with its paragraph"),
    # not speech
    p("Rafe “Shorty” Tolland won the race.", "a nickname"),
    p("She wrote the book “A Winter Abroad” last year.", "a title"),
    p("The so-called “deal” fell through.", "scare quotes"),
    p("{content “It is safe,”} {cue said} {source Rafe “Shorty” Tolland}.",
      "a nickname beside real speech",
      hard="marks inside a name end the phrase the rules read"),
    p("The plan is paid for by “closing gaps in the old town budget.” It rained.",
      "a fragment in the writer's own sentence"),
    p("He had a part in “The Long Winter Abroad Again,” which ran in May.",
      "a title with a comma inside its marks"),
    # indirect
    p("{source Fenn} {cue said} {content that the bridge was safe}.", "that-clause"),
    p("{source Fenn} {cue said} {content the bridge was safe}.", "clause without that"),
    p("{source Fenn} {cue told} reporters on Monday {content that the bridge was safe}.",
      "addressee and day before that"),
    p("{content The bridge was safe}, {source Fenn} {cue said}.", "content first"),
    p("{content The bridge was safe}, {cue said} {source Orla Fenn}.", "verb before name"),
    p("{cue According to} {source Orla Fenn}, {content the bridge was safe}.", "according to",
      bridge=("Orla Fenn",)),
    p("{content The bridge was safe}, {cue according to} {source a report in the North Ledger}.",
      "according to a document", bridge=("North Ledger",)),
    p("{source Fenn} {cue denied} {content that the bridge was shut}.", "denial"),
    p("{source Fenn} {cue did not say} {content that the bridge was shut}.", "negated cue"),
    p("{source Fenn} {cue thinks} {content the bridge is safe}.", "thought"),
    p("{source Some reports from Dorn} {cue suggested} {content that the bridge was shut}.",
      "unnamed media", shut=("Some reports from Dorn",)),
    # mixed
    p("{source Fenn} {cue said} {content the bridge was “perfectly safe” for lorries}.",
      "words quoted in a paraphrase"),
    # speech act
    p("{source Fenn} {cue extended} {content an invitation to the mayor}.", "speech act",
      hard="needs the language model's tags: the verb takes a noun"),
    # hedges and nobody
    p("{content Some guests} {cue reportedly} {content left early}.", "adverb without a source",
      guests=("",)),
    p("They spoke of {content his} {cue alleged} {content snub}.", "adjective without a source"),
    p("The feast was long.\n{content “It is a great day for the whole town.”}\nIt rained.",
      "a quotation without cue or speaker", great=("",)),
    # press releases
    p("{content “It is a great day for the whole town.”} {cue —} {source Commissioner Orla Fenn}",
      "a dash and a name", great=("Orla Fenn",)),
    p("{content1 “It is a great day for the whole town.”} {cue1 —} {source1 Orla Fenn}\n"
      "{content2 “It is a sad day for the whole town.”} {cue2 —} {source2 Tomas Reyl}",
      "a list of signed quotations", great=("Orla Fenn",), sad=("Tomas Reyl",)),
    p("{cue From} {source Chairwoman Orla Fenn}:\n{content “It is a great day for the town.”}",
      "a name on the line above", great=("Orla Fenn",)),
    p("{source Orla Fenn}{cue :} {content “It is a great day for the whole town.”}",
      "a name and a colon", great=("Orla Fenn",)),
    # nested
    p("{source The Ledger} {cue reports} {content that {source Fenn} {cue said} "
      "{content that the bridge was shut}}.", "two links", shut=("The Ledger", "Fenn")),
    p("{source The Ledger} {cue reports} {content that {source Fenn} {cue said} "
      "{content that {source a letter} {cue says} {content that the bridge is shut}}}.",
      "three links", shut=("The Ledger", "Fenn", "a letter")),
    p("{content “The envoy delivered {source a letter} {cue expressing} {content regret},”} "
      "{source Fenn} {cue said}.", "what a letter expresses, in a quotation",
      regret=("Fenn", "a letter")),
    p("{source Fenn} {cue said} {content that the envoy delivered a {cue message} from "
      "{source Orla Reyl} {content that she is willing to meet}}.", "a message and its maker",
      willing=("Fenn", "Orla Reyl")),
    p("{content {source Fenn} {cue said} {content the bridge was shut}}, "
      "{cue according to} {source the North Ledger}.", "the relay at the end",
      shut=("North Ledger", "Fenn")),
    p("{content {source Fenn} {cue revealed} {content the news at a press conference}}, "
      "{cue according to} {source a report in the North Ledger}.", "a relay over a speech act",
      news=("North Ledger", "Fenn")),
    p("{content {source Orla Fenn, the board's head}, {cue revealed} {content the news}}, "
      "{cue according to} {source the North Ledger}.", "an apposition before the inner verb",
      news=("North Ledger", "Orla Fenn")),
    p("{source Orla Fenn, the board's head}, {cue said} {content the bridge was shut}.",
      "an apposition, then an indirect statement"),
    p("{content The bridge was shut}, {source the North Ledger} {cue reports}.",
      "an outlet at the end"),
    p("{content “{source Reyl} {cue said} {content that the bridge was shut},”} "
      "{source Fenn} {cue said}.", "a report inside a quotation", shut=("Fenn", "Reyl")),
    p("{content “Whatever he says is wrong and far too late,”} {source Fenn} {cue said}.",
      "a verb in a quotation that passes nothing on", wrong=("Fenn",)),
    # several speakers
    p("{content “It is a great day for us,”} {source1 Fenn} {cue1 said}. "
      "{content2 “It is not a great day for me,”} {source2 Reyl} {cue2 replied}.".replace(
          "{content “", "{content1 “"), "two speakers in one paragraph"),
    p("{source Fenn} {cue said} {content it was safe}, but the vote was lost.",
      "a new clause of the writer's own", hard="the rules let a content run to the full stop"),
)  # fmt: skip

COMPLAINTS = {
    "one odd mark kills the article": "a mark nobody closes ends with its paragraph",
    "quotations over paragraphs are cut": "an opening mark on each paragraph",
    "a clause after the name breaks the link": "apposition between name and verb",
    "unknown counted as a speaker": "a quotation without cue or speaker",
    "only direct speech offered": "clause without that",
    "formats without a verb": "a name on the line above",
    "quotations without a cue dropped": "the next paragraph has no cue",
    "nicknames and scare quotes taken as speech": "a nickname",
    "mixed marks upset the sentences": "straight opening, curly closing",
}
"""What users of other tools complain of, and the passage above that tries it.

The canonical name in place of “he” is tried by ``BACK`` in ``benchmarks/gold/sources.py``.
"""
