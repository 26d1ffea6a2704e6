"""Words of English stand in ``data/lexicons``, not in the code that asks for them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.lexicon import PagePattern, Pattern, lexicon_lines, word_table
from tests.shared_data import ROOT

MOST = 8
"""Words one set, tuple, list or pattern may hold: enough for “he, him, his, himself” or the forms
of “to be”, which are grammar; more is a list, and belongs where a reader can add to it."""

REASONS = {
    "corrections/kinds.py": "kinds of correction, codes of the program",
    "corrections/told.py": "sentences about those codes",
    "explain.py": "what the rules' own names are called on the screen",
    "intake/page_cleaning.py": "elements of HTML",
    "intake/pdf.py": "endings of file names",
    "language/reader.py": "tags of Universal Dependencies",
    "sources/introductions.py": "closed words that end a role, with the marks around them",
    "language/tagging.py": "labels of the network",
}
"""Files that hold names which are no words of the article, each with what they are."""

WORD = re.compile(r"[A-Za-z][A-Za-z'’ .-]*")
ALTERNATIVES = re.compile(r"(?:[A-Za-z]+\??\|){8}")  # a piece of a pattern: “jan|feb|mar|…”
MARKS = re.compile(r"\(\?(?:P<\w+>|P=\w+|<?[!=]|[a-z]*-?[a-z]*:)|\[[^\]]*\]|\{[^}]*\}|\\[a-zA-Z]")


def code() -> list[Path]:
    """Files of the analysis; tables, JSON and faces declare names of columns and functions."""
    found = sorted((ROOT / "analysis").rglob("*.py"))
    return [p for p in found if p.parent.name not in ("tables", "output") and p.stem != "__init__"]


def lists_in(path: Path) -> Iterator[tuple[int, int]]:
    """(line, words) of each literal that holds words."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typed = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript)  # Literal["…"]: a closed set of codes, not words
        for inner in ast.walk(node.slice)
    }
    for node in ast.walk(tree):
        if node not in typed:
            yield getattr(node, "lineno", 0), len(words_of(node))


def words_of(node: ast.AST) -> list[str]:
    """The words a literal set, tuple, list, dict (its keys), split text or pattern holds."""
    if isinstance(node, ast.Set | ast.Tuple | ast.List):
        return plain(node.elts)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.findall(r"[A-Za-z]+", node.value) if ALTERNATIVES.search(node.value) else []
    if isinstance(node, ast.Dict):
        return plain([key for key in node.keys if key])
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr == "split" and isinstance(node.func.value, ast.Constant):
            return str(node.func.value.value).split()
        if node.func.attr == "compile":
            return in_pattern(node)
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "Pattern":
        return in_pattern(node)
    return []


def plain(nodes: list[ast.expr]) -> list[str]:
    texts = [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return [t for t in texts if WORD.fullmatch(t)]


def in_pattern(call: ast.Call) -> list[str]:
    texts = [n.value for n in ast.walk(call) if isinstance(n, ast.Constant)]
    pattern = "".join(t for t in texts if isinstance(t, str))
    return re.findall(r"(?<![\\\w])[A-Za-z]{2,}", MARKS.sub(" ", pattern))


@pytest.mark.parametrize("path", code(), ids=lambda p: p.relative_to(ROOT / "analysis").as_posix())
def test_no_list_of_words_stands_in_code(path: Path) -> None:
    long = [(line, n) for line, n in lists_in(path) if n > MOST]
    if path.relative_to(ROOT / "analysis").as_posix() in REASONS:
        assert long, "no longer a list here: take the reason away"
    else:
        assert not long, f"{path}: lines and words {long}: put them into data/lexicons"


def test_a_list_in_code_would_be_seen() -> None:
    nine = '{"a one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}'
    assert len(words_of(ast.parse(nine, mode="eval").body)) == 9
    pattern = ast.parse(r're.compile(r"\b(?:one|two (?:three|four))\b")', mode="eval").body
    assert words_of(pattern) == ["one", "two", "three", "four"]
    assert words_of(ast.parse('Pattern(r"{hedges} in")', mode="eval").body) == ["in"]


def test_every_phrase_group_and_page_pattern_is_asked_for() -> None:
    source = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "analysis").rglob("*.py"))
    patterns = (ROOT / "data/lexicons/page_patterns.txt").read_text(encoding="utf-8")
    asked = set(re.findall(r"\{([a-z][a-z' -]*[a-z])\}", source + patterns))
    phrases = word_table("phrase_groups").keys()
    assert phrases <= asked, phrases - asked
    kinds = set(re.findall(r'PagePattern\("([^"]+)"', source))
    assert kinds == {line.split("\t")[0] for line in lexicon_lines("page_patterns")}


def test_patterns_hold_words_of_lists() -> None:
    found = Pattern(r"{telling} us", re.I).match("Tells us")
    assert found
    assert found[0] == "Tells us"
    assert PagePattern("release").fullmatch("NEWS RELEASE")
    with pytest.raises(KeyError):
        Pattern("{no such group}").search("")
