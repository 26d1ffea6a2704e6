"""Which engine makes results here: its version, and a digest of all that shapes a result."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from analysis.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
SHAPING = "lexicon text reading language names entities attribution sources tone"
PARTS = (
    "analysis/*.py",
    *(f"analysis/{package}/*.py" for package in SHAPING.split()),
    "data/lexicons/*",
    "data/gazetteers/*",
    "data/models/**/*",
)
"""Rules, word lists, gazetteers and the language model; tables and intake only show and feed."""


@cache
def engine_version() -> str:
    """As "0.1.0+3f9a0c12": changes with the program's version, a rule, a word or the model.

    The digest is there because a word added to a list changes results as much as a release does.
    """
    digest = hashlib.sha256()
    for pattern in PARTS:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file():
                digest.update(path.relative_to(ROOT).as_posix().encode())
                digest.update(path.read_bytes())
    return f"{VERSION}+{digest.hexdigest()[:8]}"
