"""Runs alone, as a process of its own: a PDF on standard input, its pages as JSON out.

A hostile PDF can make any parser loop or fill the memory; here it only hurts this process.
It imports nothing of ours, so that it starts quickly:
``python -I pdf_worker.py PAGES BYTES SECONDS``.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import sys
import warnings
from typing import Any


def main(pages: int, memory: int, seconds: int) -> dict[str, Any]:
    """The texts of the pages, or one word saying why there are none."""
    _limit(memory, seconds)
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(sys.stdin.buffer.read()))
    if reader.is_encrypted and not _unlocked(reader):
        return {"problem": "locked"}
    if reader.get_num_pages() > pages:
        return {"problem": "pages"}
    texts, pictures = [], False
    for page in reader.pages:
        texts.append(page.extract_text() or "")
        pictures = pictures or _has_pictures(page)
    title = reader.metadata.title if reader.metadata else None
    return {"pages": texts, "pictures": pictures, "title": str(title or "")}


def _unlocked(reader: Any) -> bool:
    """Whether it opens without a password: many PDFs only forbid printing."""
    try:
        return bool(reader.decrypt(""))
    except Exception:
        return False


def _has_pictures(page: Any) -> bool:
    try:
        resources = page["/Resources"].get_object()
        return "/XObject" in resources
    except Exception:
        return False


def _limit(memory: int, seconds: int) -> None:
    """Where the system can: Linux both, macOS seconds only, Windows neither."""
    try:
        import resource
    except ImportError:
        return
    limits = ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, memory))
    for kind, value in limits:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (value, value))


if __name__ == "__main__":
    try:
        result = main(*(int(n) for n in sys.argv[1:4]))
    except MemoryError:
        result = {"problem": "memory"}
    except Exception:  # whatever a damaged file makes the parser do
        result = {"problem": "damaged"}
    sys.stdout.buffer.write(json.dumps(result).encode("ascii"))
