"""``python -m analysis article.txt``: see ``analysis.command.cli``."""

import sys

from analysis.command import main

if __name__ == "__main__":  # spawned workers import this module again
    sys.exit(main())
