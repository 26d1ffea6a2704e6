"""Where the public gold data lies: beside the project, never in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def shared(path: str) -> Path:
    """A file under ``../shared`` (or ``$HEARSAY_SHARED``); the test skips where it is absent."""
    found = Path(os.environ.get("HEARSAY_SHARED", ROOT.parent / "shared")) / path
    if not found.exists():
        pytest.skip(f"needs {found}, which is not part of the project")
    return found
