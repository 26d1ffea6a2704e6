"""The figures of a page run without a browser, read from the one element that shows them."""

from __future__ import annotations

import re
from html import unescape

from streamlit.testing.v1 import AppTest

_ROW = re.compile(r"<dt>(.*?)</dt><dd>(.*?)</dd>(?:<dd class=\"detail\">(.*?)</dd>)?")


def figures_of(at: AppTest) -> dict[str, str]:
    """Each figure by its label."""
    return {label: value for label, (value, _) in detailed(at).items()}


def detailed(at: AppTest) -> dict[str, tuple[str, str]]:
    """Each figure by its label: its value and what stands under it."""
    drawn = "".join(e.value for e in at.html if 'class="figures"' in e.value)
    return {
        unescape(label): (unescape(value), unescape(detail))
        for label, value, detail in _ROW.findall(drawn)
    }


def meanings_of(at: AppTest) -> str:
    """What the figures mean, as the page says it under them."""
    drawn = "".join(e.value for e in at.html if 'class="means"' in e.value)
    return unescape(re.sub("<[^>]+>", " ", drawn))
