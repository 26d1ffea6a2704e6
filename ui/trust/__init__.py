"""How right the program is: figures measured on public data, and by the reader's own coding."""

from __future__ import annotations

from ui.trust.corrections import corrections_made
from ui.trust.measured import measured_by_us
from ui.trust.mine import measured_by_you
from ui.trust.words import show_codebook

__all__ = ["corrections_made", "measured_by_us", "measured_by_you", "show_codebook"]
