"""News of our own making, of any length and number: invented people, towns and bodies.

Sentences are drawn from frames and filled with names that recur inside an article, as in news, so
that each stage has what it is there for. The same number gives the same article everywhere.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

WORDS = 540
"""Of an article: what a daily prints on an inside page."""
GIVEN = (
    "Ada", "Boris", "Carla", "Dario", "Edith", "Felix", "Greta", "Hugo",
    "Ines", "Jonas", "Klara", "Luc", "Mira", "Nadia", "Otto", "Petra",
)  # fmt: skip
FAMILY = (
    "Abendroth", "Bray", "Castel", "Dorn", "Elling", "Farrow", "Grainger",
    "Hale", "Ister", "Joss", "Keld", "Lorne", "Marr", "Novak",
)  # fmt: skip
ENDINGS = ["son", "berg", "ley", "wick", "mann", "sky", "der", "ham"]
TOWNS = (
    "Ellery", "Dornham", "Saltby", "Kelding", "Marwick",
    "Osterby", "Pellow", "Ravensford", "Tarn", "Wexcombe",
)  # fmt: skip
BODIES = ("{t} City Council", "{t} Port Authority", "Ministry of Transport", "{t} University",
          "Union of Dock Workers", "{f} Holdings", "{t} Ferry Company")  # fmt: skip
OUTLETS = ("Harbour Courier", "Capital Wire", "Coast Tribune", "North Ledger", "Metro Echo")
VERBS = ["said", "added", "warned", "insisted", "admitted", "argued", "announced"]
TOPICS = ("the bridge", "the new ferry line", "the flood wall", "the school budget", "the strike",
          "the power plant", "the tram depot", "the housing plan")  # fmt: skip
FRAMES = (
    "{p} {v} that {x} would be closed until spring.",
    "“We cannot wait another year for {x},” {p} {v}. “People are tired of empty promises.”",
    "According to a report by {b}, {x} has cost the town {n} million crowns since 2019.",
    "{s} rejected the claim and called it a shameful distortion.",
    "Residents of {t} fear that {x} will make their streets dangerous again.",
    "A spokeswoman for {b} declined to comment on {x}.",
    "“It is a good day for {t},” {s} told reporters, praising the courage of the volunteers.",
    "{b} approved {x} by {n} votes to four after a bitter debate.",
    "Officials who asked not to be named said that {b} had ignored several warnings.",
    "{p}, the head of {b}, {v} on Monday that no jobs would be lost.",
    "The work on {x} began in March, and {n} people have been employed there.",
    "Critics say {x} is a waste of money, while supporters hope it will save {t}.",
    "{s} has led {b} since 2014. She was born in {t}.",
    "Police in {t} arrested {n} protesters after a violent night near the harbour.",
)
PARAGRAPH = 3


def article(number: int, words: int = WORDS) -> str:
    """A text of about that many words, with a headline."""
    draw = random.Random(number)
    town, topic = draw.choice(TOWNS), draw.choice(TOPICS)
    people = [_person(draw) for _ in range(max(4, words // 150))]
    bodies = [_body(draw) for _ in range(max(3, words // 250))]
    lines, sentences, count = [f"{town} argues over {topic}"], list[str](), 0
    while count < words:
        given, family = draw.choice(people)
        sentence = draw.choice(FRAMES).format(
            p=f"{given} {family}", s=family, b=draw.choice(bodies), x=topic, t=town,
            v=draw.choice(VERBS), n=draw.randint(5, 60),
        )  # fmt: skip
        sentences.append(sentence[0].upper() + sentence[1:])
        count += len(sentence.split())
        if len(sentences) == PARAGRAPH or count >= words:
            lines.append(" ".join(sentences))
            sentences = []
    return "\n\n".join(lines)


def articles(count: int, words: int = WORDS) -> Iterator[dict[str, str]]:
    """Lines for ``--jsonl`` and ``--dataset``: id, text, outlet and date."""
    for number in range(count):
        day = random.Random(-number).randint(0, 729)
        yield {
            "id": f"made-{number:07}",
            "text": article(number, words),
            "outlet": OUTLETS[number % len(OUTLETS)],
            "published": f"{2024 + day // 365}-{day % 365 // 31 + 1:02}-{day % 28 + 1:02}",
        }


def _person(draw: random.Random) -> tuple[str, str]:
    return draw.choice(GIVEN), draw.choice(FAMILY) + draw.choice(["", *ENDINGS])


def _body(draw: random.Random) -> str:
    return draw.choice(BODIES).format(t=draw.choice(TOWNS), f=draw.choice(FAMILY))
