"""What the first page does not load: a reader waits for every import before the first chart."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
UNNEEDED = {
    "analysis.command": "readers of all formats: the page Add articles",
    "distributed": "a batch on many machines",
    "duckdb": "a corpus of Parquet",
    "lxml": "saved pages",
    "networkx": "networks of names",
    "openpyxl": "workbooks",
    "pypdf": "PDF files",
    "scipy": "nothing of ours, but others may bring it",
    "snowballstemmer": "statements set side by side",
    "sqlalchemy.dialects.postgresql": "a library on PostgreSQL",
    "trafilatura": "saved pages",
    "vl_convert": "pictures to take away",
}
CODE = """
import sys
from streamlit.testing.v1 import AppTest
at = AppTest.from_file(sys.argv[1], default_timeout=300).run()
assert not at.exception and at.get("vega_lite_chart")
print(*[name for name in sys.argv[2:] if name in sys.modules])
"""


def test_the_first_page_loads_nothing_that_only_others_need(tmp_path: Path) -> None:
    page = str(ROOT / "pages" / "1_overview.py")
    done = subprocess.run(
        [sys.executable, "-c", CODE, page, *UNNEEDED],
        cwd=ROOT,
        env={**os.environ, "HEARSAY_DATABASE_URL": f"sqlite:///{tmp_path}/library.db"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.split() == []
