#!/usr/bin/env python3
"""Set up and start Hearsay, or its tests, with nothing but Python 3.11 or newer.

    python3 run.py              install what is needed, open the dashboard
    python3 run.py test         install what testing needs, run all tests

A virtual environment is made in ``.venv`` (or ``$HEARSAY_VENV``) and reused; requirements
are installed again only when their files change. Further arguments go to Streamlit or pytest.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.request
import venv
import webbrowser
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = Path(os.environ.get("HEARSAY_VENV", ROOT / ".venv"))
OPEN_WITHIN = 60  # seconds: a first start on a slow machine
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
    if where := address(arguments):
        threading.Thread(target=browse, args=(where,), daemon=True).start()
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
    """Run the environment's Python from the project's folder; a signal to us ends it too."""
    child = subprocess.Popen([str(PYTHON), *arguments], cwd=ROOT)
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: child.terminate())
    while True:
        try:
            return max(0, child.wait())  # ended by a signal that we passed on: no failure
        except KeyboardInterrupt:  # Ctrl-C reaches the dashboard as well: wait for its end
            continue


def browse(address: str) -> None:
    """Open the dashboard in a browser once it answers, where there is a screen to open it on."""
    for _ in range(OPEN_WITHIN * 2):
        time.sleep(0.5)
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}/_stcore/health"):
            webbrowser.open(address)
            return


def address(arguments: list[str]) -> str | None:
    """Where the dashboard will be; None where no browser should open (headless, no screen)."""
    told = dict(re.findall(r"--server\.(headless|port)[= ](\S+)", " ".join(arguments)))
    screen = (
        sys.platform in ("win32", "darwin")
        or "DISPLAY" in os.environ
        or ("WAYLAND_DISPLAY" in os.environ)
    )
    silent = told.get("headless", os.environ.get("STREAMLIT_SERVER_HEADLESS", "")).lower()
    if not screen or silent == "true":
        return None
    return f"http://localhost:{told.get('port', os.environ.get('STREAMLIT_SERVER_PORT', '8501'))}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
