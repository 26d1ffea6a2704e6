"""Who stands beside a reporting verb: noun phrases found by their edges, without a parser."""

from __future__ import annotations

from analysis.attribution.cues import Verb, reporting_verbs
from analysis.attribution.scene import Scene
from analysis.lexicon import group_words, word_group, word_list
from analysis.records import Span

LONGEST_SOURCE = 25  # words; a longer subject is a misreading
APPOSITION = 16  # words between the commas of “Reyl, head of the union, said”
AUXILIARIES = group_words("auxiliaries")
ADVERBS = group_words("adverbs")
STOPS = frozenset({*'"“”„«»;:()[]!?–—…', "``", "''", "--"})
CONJUNCTIONS = group_words("conjunctions")
FOLLOWERS = group_words("followers")
"""These begin what comes after a speaker named behind the verb."""
PRONOUNS = group_words("subject pronouns")
ALONE = PRONOUNS & {"he", "she", "they"}
"""Right before a verb each is its whole subject."""
DETERMINERS = group_words("determiners") | {"some", "one"}
CLAUSE_OPENERS = PRONOUNS | DETERMINERS | group_words("quantifiers")
PREPOSITIONS = group_words("prepositions")
PLACES = frozenset({"in", "on", "by"})
VERBAL = ("VERB", "AUX")
VERBAL_NEXT = (("VERB",), ("AUX",))


def verb_at(scene: Scene, i: int) -> Verb | None:
    """The reporting verb at this word, if it is one and not a noun or an adjective there."""
    verb = reporting_verbs().get(scene.lower[i])
    if verb is None or scene.tags[i] not in ("", *VERBAL):
        return None
    if scene.text[scene.words[i].start].isupper():
        return None  # “the United States”, “Charges”: a name or a headline
    if scene.lower[i + 1 : i + 2] == ("to",) and scene.tags[i + 2 : i + 3] in VERBAL_NEXT:
        return None  # “continues to be a policy that saves money” reports nothing
    before = scene.lower[i - 1] if i else ""
    if before in DETERMINERS or before in ("to", "of", "no"):
        return None
    bare = scene.lower[i] == verb.lemma and verb.lemma not in word_group("everyday verbs of speech")
    if bare and not scene.tags[i] and before not in PRONOUNS | AUXILIARIES:
        return None
    return verb


def is_adverb(scene: Scene, i: int) -> bool:
    """Whether the word may stand between a subject and its verb."""
    word = scene.lower[i]
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and scene.tags[i] != "PROPN")


def cue_start(scene: Scene, i: int, first: int) -> int:
    """The first word of the verb group that ends at ``i``: “has reportedly | said”."""
    j = i
    while j > first and (scene.lower[j - 1] in AUXILIARIES or is_adverb(scene, j - 1)):
        j -= 1
    return j


def phrase_before(scene: Scene, i: int, first: int) -> Span | None:
    """The noun phrase that ends right before word ``i``, looking no further than ``first``."""
    j, low = i - 1, max(first, i - LONGEST_SOURCE)
    if j >= low and scene.lower[j] in ALONE:
        return _phrase(scene, j, i)  # “I asked the porter and he | told me”
    if j >= low and scene.lower[j] == ",":
        opening = _over_apposition(scene, j, low)
        if opening is None:
            return None
        j = opening
    begin = j + 1
    while begin > low and not _bounds(scene, begin - 1):
        begin -= 1
    return _phrase(scene, begin, i)


def _over_apposition(scene: Scene, j: int, low: int) -> int | None:
    """The word before the comma that opens the apposition closed by the comma at ``j``."""
    for k in range(j - 1, max(low, j - APPOSITION) - 1, -1):
        if scene.lower[k] == ",":
            return k - 1 if k > low else None
        if scene.lower[k] in STOPS - {"(", ")"}:
            return None
    return None


def _bounds(scene: Scene, k: int) -> bool:
    word = scene.lower[k]
    return (
        word in STOPS - {"(", ")"}
        or word in (",", "what")
        or (word == "-" and scene.text[scene.words[k].start - 1 : scene.words[k].start] == " ")
        or word in CONJUNCTIONS - {"and", "or"}
        or (scene.tags[k] in VERBAL)
    )


def phrase_after(scene: Scene, i: int, last: int) -> Span | None:
    """The noun phrase that begins at word ``i``, appositions included, before ``last``."""
    j = i
    while j < min(last, i + LONGEST_SOURCE) and not _closes(scene, i, j, last):
        j += 1
    return _phrase(scene, i, j)


def _closes(scene: Scene, i: int, j: int, last: int) -> bool:
    word = scene.lower[j]
    if word in PLACES and j > i and scene.lower[j - 1] in word_list("document_nouns"):
        return False  # “a report in the Ledger”: where it stands belongs to its name
    if word in STOPS - {"(", ")"} or word in FOLLOWERS or word in CONJUNCTIONS - {"and", "or"}:
        return True
    if word == ".":
        return True
    if word == ",":
        return not _apposition_follows(scene, j, last)
    before = scene.lower[j - 1] if j else ""
    return scene.tags[j] in VERBAL and j > i and before not in ("who", ",")


def _apposition_follows(scene: Scene, j: int, last: int) -> bool:
    """“said Reyl, | head of the union”: no new clause begins behind the comma."""
    following = scene.lower[j + 1] if j + 1 < last else ""
    if following in FOLLOWERS | CONJUNCTIONS | (PRONOUNS - {"who"}):
        return False
    if not following[:1].isalpha():
        return following.isdigit()
    return not following.endswith("ing")


def _phrase(scene: Scene, begin: int, end: int) -> Span | None:
    """Words ``begin`` to ``end - 1`` as a span if they can name somebody."""
    while begin < end and (
        scene.lower[begin] in CONJUNCTIONS | STOPS
        or scene.lower[begin] in (",", "-")
        or is_adverb(scene, begin)
    ):
        begin += 1
    while end > begin and (
        scene.lower[end - 1] in STOPS - {")"} or scene.lower[end - 1] in (",", "-")
    ):
        end -= 1
    if begin >= end or scene.lower[begin] in PREPOSITIONS:
        return None
    if scene.lower[end - 1] in CONJUNCTIONS:
        return None  # “had to go back and | say”: the subject stands farther off
    if not any(w[0].isalnum() for w in scene.lower[begin:end]):
        return None
    if scene.tags[begin] in VERBAL:
        return None
    return Span(scene.words[begin].start, scene.words[end - 1].end)
