"""What single lines of a printed page are, whatever stands around them."""

from __future__ import annotations

import re
from functools import cache

from analysis.lexicon import PagePattern, Pattern, word_list, word_table
from analysis.text.bylines import NAME, is_byline
from analysis.text.dates import find_date, without_dates
from analysis.text.writers import outlet_in

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
TERMINAL = re.compile(r"[.!?…。！？؟][\"'”’»)\]*_]*$")
NOTICE_WORDS = {"whole": 12, "start": 40, "note": 150}  # longer paragraphs are an article's
HEADING_WORDS = 12
CAPTION_WORDS = 60  # the longest captions of the big agencies

_CODE = re.compile(
    r"[.#@]?[\w\s.#,:>()\[\]='\"-]*[{}]\.?|\}+[.;)]*|[a-z-]+\s*:\s*[^;{}]{1,80};\.?"
    r"|(?:var|let|const|function)\s.*[;{(].*|<[^<>]+>"
)
_PRINTED = re.compile(r"(?:https?|file)://\S+(?:\s+(?:Page )?\d+(?:\s?(?:/|of)\s?\d+)?)?")
_TRAIL = re.compile(r"[^<>›»]{1,30}(?:\s[>›»]\s[^<>›»]{1,40}){1,6}")
_DESK = re.compile(r"[a-z]{2,4}(?:-[a-z]{2,4})?(?:/[a-z]{2,4}(?:-[a-z]{2,4})?){1,4}")
_FIGURE = re.compile(r"\d+")
_PAGED = re.compile(r"\bp(?:age|\.) ?\d|\d+ of \d|\s{3,}\S|[|•·]\s*\d|\d\s*[|•·]", re.I)
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)[\s©]*\d{4}|.*\ball rights reserved\b", re.I | re.S)
_READING_TIME = re.compile(
    r"\d+[ -]*min(?:ute)?s?\.?(?: read)?|\d+ (?:comments?|shares?|views?)", re.I
)
_PUBLISHED = Pattern(r"(?:(?:first|last|originally)\s+)?{stamped}\b", re.I)
_FIGURES = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}(?:,?\s+\d{1,2}[:.]\d{2})?")
_PLACE_LINE = re.compile(
    r"[A-Z][A-Z .,'’-]{2,40}(?:,\s[\w. ]{2,20})?(?:\s\([\w ./]{2,30}\))?\s?[—–-]{0,2}"
)
_CREDIT_END = re.compile(r"\((?P<credit>[^()]{2,80})\)\.?$")
_CREDIT_TAIL = re.compile(
    r"(?:/|\||©|\bvia|\bby|:|\.|,|—|–)\s*(?P<credit>[\w .]{2,30}?)(?:/[\w .-]{2,30})?\.?$"
)
_CREDIT_HEAD = PagePattern("picture credit")
_SLASHED = Pattern(rf"{NAME}\s*/\s*{NAME}|{NAME}\s*/\s*via\s.*")
_CREDIT_WORDS = Pattern(r"\b{picture words}\b", re.I)
_CONTACT = PagePattern("writer's address")
_WRITER = Pattern(r"the {writers in the third person} {said of the writer}\b", re.I)
INTRODUCED_WORDS = 45
_BIO = Pattern(
    rf"(?P<name>{NAME})(?:,[^,]{{1,60}},)?\s+(?:{{verbs of biographies}}|has been)\b"
    r"(?P<rest>.{0,400})",
    re.DOTALL,
)
_NOTE = Pattern(rf"(?P<name>{NAME})(?:,[^,]{{1,60}},)?\s+(?:is|are)\s+(?:an?|the)\s")


def words_of(text: str) -> list[str]:
    """The words of a line, lower case, without the marks around them."""
    return [word.lower() for word in _WORD.findall(text)]


def plain_words(text: str | None) -> str:
    """A line for comparing: case and marks count for nothing."""
    return " ".join(words_of(text or ""))


def has_phrase(words: list[str], lexicon: str) -> bool:
    """Whether the line is, or begins with, an entry of a list of page phrases."""
    table, longest = word_table(lexicon), _longest(lexicon)
    for size in range(min(longest, len(words)), 0, -1):
        kind = table.get(" ".join(words[:size]).replace("’", "'"))
        if (
            kind
            and len(words) <= NOTICE_WORDS[kind[0]]
            and (kind[0] != "whole" or size == len(words))
        ):
            return True
    return False


@cache
def _longest(lexicon: str) -> int:
    return max(len(phrase.split()) for phrase in word_table(lexicon))


def is_wordless(text: str, words: list[str]) -> bool:
    """“* * *”, “___”, “12”: no letters, nothing to read."""
    return not any(any(c.isalpha() for c in word) for word in words)


def is_code(text: str) -> bool:
    """“.box { width: 100%; }”: style sheets and scripts that came along."""
    return len(text) < 400 and bool(_CODE.fullmatch(text))


def is_address(text: str) -> bool:
    """“https://ledger.example/pier 1/2”: what a browser prints above and below a page."""
    return bool(_PRINTED.fullmatch(text))


def is_trail(text: str) -> bool:
    """“Home > News > World”: where on the site the page stands."""
    return len(text) < 160 and not TERMINAL.search(text) and bool(_TRAIL.fullmatch(text))


def is_rights(text: str) -> bool:
    """“© 2026 Harbour Courier. All rights reserved.”"""
    return len(text) < 400 and bool(_RIGHTS.match(text))


def is_desk(text: str) -> bool:
    """“bur-mdu/ks/jj”: who wrote and who checked it, at the foot of an agency's report."""
    return bool(_DESK.fullmatch(text))


def running_head(text: str) -> str | None:
    """The line without its figures where it could stand at the head of each printed page.

    >>> running_head("The Marl Review      Page 3") == running_head("The Marl Review      Page 4")
    True
    """
    numbered = len(text) < 120 and _FIGURE.search(text) and _PAGED.search(text)
    return _FIGURE.sub("#", " ".join(text.split())) if numbered else None


def is_counter(text: str) -> bool:
    """“5 min read”, “214 comments”."""
    return len(text) < 40 and bool(_READING_TIME.fullmatch(text.strip(" ·|•")))


def is_published_line(text: str, words: list[str]) -> bool:
    """“Published February 10, 2018 4:41PM (EST)”, “10 Feb 2018 16.41 GMT”, “2 hours ago”."""
    if len(words) > 25 or "@" in text or text[0] in "—–-":
        return False
    if _FIGURES.fullmatch(text):  # 03/05/2021 is a date, though nobody can say which
        return True
    if find_date(text) is None:
        ago = re.search(r"(?<!\d)\d+ (?:minute|min|hour|day|week)s? ago", text, re.I)
        figure = _PUBLISHED.match(text) and any(c.isdigit() for c in text) and len(words) <= 10
        return bool((ago and len(words) <= 6) or figure)
    left = [
        word for word in words_of(without_dates(text)) if word not in word_list("date_line_words")
    ]
    if not left or (len(left) <= 6 and bool(_PUBLISHED.match(text))):
        return True
    # “AFP , Wednesday 3 Mar 2021”, “Source: Xinhua | 2021-03-03 | Editor: …”
    agency = outlet_in(text)
    return bool(agency) and (" ".join(left) == plain_words(agency) or left[0] == "source")


def is_place_line(text: str) -> bool:
    """“PORT ELLERY, March 5 (Capital Wire) —” on a line of its own."""
    return len(text) < 70 and text[-1] in "—–" and bool(_PLACE_LINE.match(text))


def is_caption(text: str, words: list[str]) -> bool:
    """“The bridge at low water (Dan Whitcombe/Courier)”, “Photo: Reuters”: a picture's credit."""
    if len(words) > CAPTION_WORDS or len(text) > 600:
        return False
    if _CREDIT_HEAD.match(text):
        return True
    end = _CREDIT_END.search(text)
    if end and _credits(end["credit"]):
        return True
    tail = _CREDIT_TAIL.search(text[-70:])
    if not tail or tail["credit"].strip().lower() not in _agencies():
        return False
    return len(words) <= 6 or (len(words) <= 40 and "/" in text[-70:])


def _credits(text: str) -> bool:
    """“Getty/STR”, “AP Photo/Dan Whitcombe”, “Courtesy of the museum”."""
    parts = [part.strip().lower() for part in re.split(r"[/|,]|\bvia\b", text)]
    return (
        any(part in _agencies() for part in parts)
        or bool(_SLASHED.fullmatch(text.strip()))
        or bool(_CREDIT_WORDS.search(text) and len(text.split()) <= 8)
    )


def _agencies() -> frozenset[str]:
    return word_list("photo_credits")


def looks_like_bio(text: str, words: list[str], authors: tuple[str, ...]) -> bool:
    """“Noor Halvorsen is health correspondent of …”, “Follow her on …”: about who wrote it."""
    if len(words) > 130 or is_byline(text):
        return False
    if len(words) <= 40 and _CONTACT.search(text):
        return True
    if _WRITER.match(text):
        return True
    match = _BIO.match(text)
    if not match:
        return False
    if any(match["name"].lower().startswith(author.lower()) for author in authors):
        return True
    return " " in match["name"] and _is_job(match["rest"])


def introduced(text: str) -> str | None:
    """Whom a note of one or two sentences introduces: “Oda Skaar keeps bees …”."""
    if len(text.split()) > INTRODUCED_WORDS or re.search(r"[“”\"]|\bsaid\b", text):
        return None
    match = _NOTE.match(text)
    return match["name"] if match else None


def _is_job(rest: str) -> bool:
    """“… an award-winning staff writer at the Courier”: what someone does, and for whom."""
    head = words_of(re.split(r"[.!?]\s", rest[:120])[0])[:12]
    jobs = [i for i, word in enumerate(head) if word.removesuffix("s") in word_list("byline_jobs")]
    return any({"at", "for", "with", "of", "based"} & set(head[i + 1 : i + 4]) for i in jobs)


def is_heading(text: str, words: list[str]) -> bool:
    """Short, without a full stop, beginning with a capital or a figure."""
    if not 1 <= len(words) <= HEADING_WORDS or len(text) > 100:
        return False
    first = next((c for c in text if c.isalnum()), "a")
    return not first.islower() and text[-1] not in "\"'”’,:;—–-" and not TERMINAL.search(text)


def is_prose(text: str, words: list[str]) -> bool:
    """A paragraph of running text."""
    return len(words) >= 25 or (len(words) >= 8 and bool(TERMINAL.search(text)))
