"""Altair as a server needs it: the same charts, built faster and by several threads at once.

Four pieces of Altair (6.3, pinned in requirements.txt) give way to ours:

- ``X.title`` and its like keep the X they belong to in one place for the whole process, so that
  of two threads building charts one could set the title of the other's X; and they write a help
  text at every use. Here each use is an object of its own.
- A property of a chart is checked against the schema although ``DEBUG_MODE`` is off.
- Every condition and tooltip hashes the schemas of all classes anew.
- A deep copy, of which layering makes many, does the work of a list for every word and number.

Specifications stay the same: ``tests/ui/test_quick.py`` makes them both ways.
"""

from __future__ import annotations

from typing import Any

from altair.utils import schemapi

_slow_copy = schemapi._deep_copy
_slow_init = schemapi._FromDict.__init__
_hashed: list[Any] = []
"""The classes by the hash of their schema, made once: Vega-Lite has one root."""


def hurry() -> None:
    """Put the quick pieces in place, for the whole process."""
    schemapi.DEBUG_MODE = False  # building a chart checks each part; tests do that
    for owner, name, piece in PIECES:
        setattr(owner, name, piece)


def _setter_of(setter: Any, of: Any, _class: type | None = None) -> Any:
    mine = schemapi._PropertySetter(setter.prop, setter.schema)
    mine.obj = of
    return mine


def _unchecked(*_given: Any, **_more: Any) -> None:
    return None


def _hashed_once(self: Any, classes: Any) -> None:
    if not _hashed:
        _slow_init(self, classes)
        _hashed.append(self.class_dict)
    self.class_dict = _hashed[0]


def _copied(part: Any, by_ref: set[str]) -> Any:
    if isinstance(part, (schemapi.SchemaBase, list, dict)):  # a tuple: unions are slower here
        return _slow_copy(part, by_ref)
    return part


PIECES: tuple[tuple[Any, str, Any], ...] = (
    (schemapi._PropertySetter, "__get__", _setter_of),
    (schemapi.SchemaBase, "validate_property", _unchecked),
    (schemapi._FromDict, "__init__", _hashed_once),
    (schemapi, "_deep_copy", _copied),
)
"""Whose piece, its name, ours."""
ALTAIRS = tuple((owner, name, vars(owner)[name]) for owner, name, _ in PIECES)
"""The same pieces as Altair has them."""
