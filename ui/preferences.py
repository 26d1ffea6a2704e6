"""What a reader has settled once and finds again next time, in a small file beside the library.

Only choices of the screen live here (the scorer, sets of filters under a name, whether the tour
was seen); articles and corrections are the library's.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from library import beside_library

FILE = "preferences.json"


def preference(name: str, otherwise: Any = None) -> Any:
    """What was kept under this name, or ``otherwise``; a damaged file counts as empty."""
    return _read().get(name, otherwise)


def prefer(name: str, value: Any) -> bool:
    """Keep this under a name, None to forget it; False where the folder cannot be written to."""
    kept = {**_read(), name: value}
    whole = json.dumps({k: v for k, v in kept.items() if v is not None}, ensure_ascii=False)
    path = _path()
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(whole, encoding="utf-8")
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        return False
    return True


def _path() -> Path:
    return beside_library() / FILE


def _read() -> dict[str, Any]:
    try:
        found = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
