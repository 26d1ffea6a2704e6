"""The tokenizer's rules, from spaCy's English ones: ``python -m training.tokenizer OUT.json``.

spaCy (MIT, ExplosionAI GmbH) has the best kept rules for English words; the product needs no more
of it than these, and reads them with ``analysis.language.tokens``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import spacy
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# Typesetters glue dashes and quotation marks to words (“me”—he, 2012–13, said."The);
# spaCy splits most of these only between lower-case letters.
# Each is in brackets: spaCy puts ^ before a prefix and $ behind a suffix.
_DASHES = r"(?:--+|[–—―])"
_MARKS = r"(?:[\"“”„«»]|``|'')"
_EXTRA = (_DASHES, _MARKS, r"…")
ABOUT = (
    f"How English is cut into words, from spaCy {spacy.__version__} (MIT, copyright ExplosionAI "
    "GmbH and others), with dashes and quotation marks always split off; by training/tokenizer.py."
)


def newspaper_tokenizer() -> Any:
    """spaCy's own English tokenizer with dashes and quotation marks always split off."""
    nlp = spacy.blank("en")
    defaults: Any = nlp.Defaults
    tokenizer: Any = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex([*defaults.prefixes, *_EXTRA]).search
    tokenizer.suffix_search = compile_suffix_regex([*defaults.suffixes, *_EXTRA]).search
    tokenizer.infix_finditer = compile_infix_regex([*defaults.infixes, *_EXTRA]).finditer
    return tokenizer


def rules_of(tokenizer: Any) -> dict[str, Any]:
    """Patterns and exceptions as plain text; an exception is its words with spaces between."""
    exceptions = {
        chunk: " ".join(part[spacy.symbols.ORTH] for part in parts)
        for chunk, parts in sorted(tokenizer.rules.items())
        if not chunk.isspace()
    }
    return {
        "about": ABOUT,
        "prefix": tokenizer.prefix_search.__self__.pattern,
        "suffix": tokenizer.suffix_search.__self__.pattern,
        "infix": tokenizer.infix_finditer.__self__.pattern,
        "url": tokenizer.url_match.__self__.pattern,
        "exceptions": exceptions,
    }


if __name__ == "__main__":
    _rules = json.dumps(rules_of(newspaper_tokenizer()), indent=1, ensure_ascii=False)
    Path(sys.argv[1]).write_text(_rules + "\n", encoding="utf-8")
