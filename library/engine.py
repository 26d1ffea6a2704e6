"""Which engine makes results here: its version, and a digest of all that shapes a result."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
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
    "data/linker.json",
    "data/tokenizer.json",
)
"""Rules, word lists, gazetteers, model, tokenizer and linker; tables and intake show and feed."""
MODEL = "HEARSAY_MODEL"


def engine_version() -> str:
    """As "0.1.0+3f9a0c12": changes with the version, a rule, a word, the model or the settings.

    The digest is there because a word added to a list changes results as much as a release does.
    A setting counts as it is now: ``HEARSAY_MODEL`` with the version of what it names.
    """
    return _version(os.environ.get(MODEL, "").strip())


@lru_cache(maxsize=4)
def _version(model: str) -> str:
    digest = hashlib.sha256(_named(model).encode())
    for pattern in PARTS:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file():
                digest.update(path.relative_to(ROOT).as_posix().encode())
                digest.update(path.read_bytes())
    return f"{VERSION}+{digest.hexdigest()[:8]}"


def _named(model: str) -> str:
    """The pipeline a setting names, with its version: a package's, or what its folder says."""
    meta = Path(model) / "meta.json"
    if model and meta.is_file():
        return f"{model} {meta.read_text(encoding='utf-8', errors='replace')}"
    try:
        return f"{model} {version(model)}" if model else ""
    except (PackageNotFoundError, ValueError):
        return model
