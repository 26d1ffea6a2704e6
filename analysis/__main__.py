"""``python -m analysis article.txt``: see ``analysis.cli``."""

import sys

from analysis.cli import main

if __name__ == "__main__":  # spawned workers import this module again
    sys.exit(main())
