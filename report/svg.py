"""A drawn chart put into a page: one picture with one description, nothing of it outside."""

from __future__ import annotations

import re
from xml.etree import ElementTree

SVG = "http://www.w3.org/2000/svg"
SHAPES = {"svg", "g", "path", "rect", "circle", "line", "text", "tspan", "title", "defs",
          "clipPath", "polygon", "polyline", "ellipse"}  # fmt: skip
"""Everything else a drawing might hold is left out."""
DROPPED = {"role", "class", "href", "version"}
_LONG = re.compile(r"\d+\.\d{2,}")
_INNER = re.compile(r"url\(#([^)]*)\)")


def inline(drawn: str, label: str, prefix: str) -> str:
    """The SVG for use inside HTML: described by ``label``, its names beginning with ``prefix``.

    A screen reader is told the finding, not each of some hundred marks; the table beside the
    picture has the numbers.
    """
    ElementTree.register_namespace("", SVG)
    root = ElementTree.fromstring(drawn)
    _clean(root, prefix)
    root.set("role", "img")
    root.set("aria-label", label)
    root.set("preserveAspectRatio", "xMinYMin meet")
    for name in ("width", "height", "version"):
        root.attrib.pop(name, None)
    return ElementTree.tostring(root, encoding="unicode")


def _clean(element: ElementTree.Element, prefix: str) -> None:
    for name, value in list(element.attrib.items()):
        bare = name.rpartition("}")[2]
        if bare in DROPPED or bare.startswith(("aria-", "on")):
            del element.attrib[name]
        elif bare == "id":
            element.set(name, f"{prefix}-{value}")
        elif "url(" in value:
            element.set(name, _INNER.sub(rf"url(#{prefix}-\1)", value))
        else:  # a tenth of a pixel is as fine as anybody sees
            element.set(name, _LONG.sub(lambda m: f"{float(m[0]):.1f}", value))
    for child in list(element):
        seen = child.get("opacity") != "0"
        if seen and child.tag.rpartition("}")[2] in SHAPES:
            _clean(child, prefix)
        else:
            element.remove(child)
