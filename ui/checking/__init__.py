"""Checking a sample: drawn, judged one item a screen by keys, told in figures."""

from __future__ import annotations

from ui.checking.code import code_item, coding
from ui.checking.draw import draw_form
from ui.checking.results import sample_results
from ui.checking.samples import chosen_sample, samples_list, say

__all__ = [
    "chosen_sample",
    "code_item",
    "coding",
    "draw_form",
    "sample_results",
    "samples_list",
    "say",
]
