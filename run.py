#!/usr/bin/env python3
"""Set up and start Hearsay, or its tests, with nothing but Python 3.11 or newer.

    python3 run.py              install what is needed, open the dashboard
    python3 run.py test         install what testing needs, run all tests

A virtual environment is made in ``.venv`` (or ``$HEARSAY_VENV``) and reused; requirements
are installed again only when their files change. Further arguments go to Streamlit or pytest.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = Path(os.environ.get("HEARSAY_VENV", ROOT / ".venv"))
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def main(arguments: list[str]) -> int:
    """The exit status of the dashboard or of the tests."""
    if sys.version_info < (3, 11):
        print(f"Hearsay needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return 2
    testing = arguments[:1] == ["test"]
    try:
        prepare("requirements-dev.txt" if testing else "requirements.txt")
    except subprocess.CalledProcessError as error:
        print(f"Setting up failed (exit status {error.returncode}); see the lines above.")
        return 2
    if testing:
        return run("-m", "pytest", *arguments[1:])
    return run("-m", "streamlit", "run", "dashboard.py", *arguments)


def prepare(requirements: str) -> None:
    """Make the environment where missing and install the requirements where they changed."""
    if not PYTHON.exists():
        print(f"Making a virtual environment in {HOME} …", flush=True)
        venv.create(HOME, with_pip=True)
    stamp, wanted = HOME / f"{requirements}.installed", digest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    print(f"Installing {requirements} (the first time takes a few minutes) …", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "-r", requirements], cwd=ROOT, check=True)
    stamp.write_text(wanted, encoding="utf-8")


def digest() -> str:
    """Changes when any requirements file does."""
    files = sorted([*ROOT.glob("requirements*.txt"), *ROOT.glob("constraints.txt")])
    return hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()


def run(*arguments: str) -> int:
    """Run the environment's Python from the project's folder."""
    try:
        return subprocess.run([str(PYTHON), *arguments], cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:  # Ctrl-C stops the dashboard: that is no failure
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
