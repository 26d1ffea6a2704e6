"""Records to plain JSON values and back, exactly, for any dataclass of ``records.py``.

A record becomes the list of its fields' values; the names of the fields stand once, in a
header. So the form is small, follows ``records.py`` as it grows (a field that is new since then
takes its default, one that is gone is passed over), and holds data only: reading it runs nothing.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache, lru_cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

FORMAT = 1
_MOST_FIELDS = 100
Record = TypeVar("Record")
Encoder = Callable[[Any], Any]
Decoder = Callable[[Any], Any]
Header = tuple[tuple[str, tuple[str, ...]], ...]


class CodecError(ValueError):
    """A value that is not an encoded record of this kind."""


def encode(record: Any) -> dict[str, Any]:
    """The record as dicts, lists, strings, numbers and None: ``json.dumps`` takes it as it is."""
    kind: Any = type(record)
    classes = sorted(_classes(kind), key=lambda c: c.__name__)  # the same bytes in any process
    header = {c.__name__: list(_field_types(c)) for c in classes}
    return {"codec": FORMAT, "classes": header, "record": _encoder(kind)(record)}


def decode(kind: type[Record], data: Any) -> Record:
    """The record again; raises ``CodecError`` where the data cannot be one."""
    try:
        if data["codec"] != FORMAT:
            raise CodecError(f"format {data['codec']} of a record is not known here")
        known = {c.__name__ for c in _classes(kind)}
        described = sorted(
            (name, names) for name, names in data["classes"].items() if name in known
        )
        if any(len(names) > _MOST_FIELDS for _, names in described):
            raise CodecError("no record has so many fields")
        header = tuple((name, tuple(names)) for name, names in described)
        build: Any = _decoder
        return build(kind, header)(data["record"])
    except CodecError:
        raise
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise CodecError(f"this is not an encoded {kind.__name__}: {error}") from error


# ---------------------------------------------------------------- what a record is made of


@cache
def _field_types(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {f.name: hints[f.name] for f in fields(kind)}


def _classes(kind: Any) -> set[type]:
    """The record classes that a type mentions, at any depth."""
    found: set[type] = set()
    waiting = [kind]
    while waiting:
        one = waiting.pop()
        if is_dataclass(one) and isinstance(one, type):
            if one not in found:
                found.add(one)
                waiting += _field_types(one).values()
        else:
            waiting += [a for a in get_args(one) if not isinstance(a, str)]
    return found


def _optional(kind: Any) -> Any:
    """``X`` of ``X | None``, else None."""
    if get_origin(kind) not in (Union, types.UnionType):
        return None
    inner = [a for a in get_args(kind) if a is not type(None)]
    if len(inner) != 1:
        raise TypeError(f"a field may be one type or None, not {kind}")
    return inner[0]


# ---------------------------------------------------------------- encoding


@cache
def _encoder(kind: Any) -> Encoder:
    if is_dataclass(kind):
        parts = [(name, _encoder(t)) for name, t in _field_types(kind).items()]  # type: ignore[arg-type]
        return lambda record: [part(getattr(record, name)) for name, part in parts]
    inner = _optional(kind)
    if inner is not None:
        some = _encoder(inner)
        return lambda value: None if value is None else some(value)
    if get_origin(kind) is tuple:
        return _tuple_encoder(get_args(kind))
    if get_origin(kind) is Literal or kind in (str, int, float, bool):
        return lambda value: value
    raise TypeError(f"records hold strings, numbers, records and tuples of these, not {kind}")


def _tuple_encoder(items: tuple[Any, ...]) -> Encoder:
    if items[-1] is Ellipsis:
        each = _encoder(items[0])
        return lambda values: [each(v) for v in values]
    parts = [_encoder(item) for item in items]
    return lambda values: [part(v) for part, v in zip(parts, values, strict=True)]


# ---------------------------------------------------------------- decoding


@lru_cache(maxsize=256)  # headers come out of files: any number of them may be given
def _decoder(kind: Any, header: Header) -> Decoder:
    if is_dataclass(kind):
        return _record_decoder(kind, header)
    inner = _optional(kind)
    if inner is not None:
        some = _decoder(inner, header)
        return lambda value: None if value is None else some(value)
    if get_origin(kind) is tuple:
        return _tuple_decoder(get_args(kind), header)
    if get_origin(kind) is Literal:
        return _literal_decoder(frozenset(get_args(kind)))
    return _plain_decoder(kind)


def _record_decoder(kind: Any, header: Header) -> Decoder:
    """Values by name: the order and number of fields may have changed since they were written."""
    stored = dict(header).get(kind.__name__)
    if stored is None:
        raise CodecError(f"no {kind.__name__} is described here")
    known = _field_types(kind)
    parts = [(i, n, _decoder(known[n], header)) for i, n in enumerate(stored) if n in known]
    defaults = {f.name for f in fields(kind) if f.default is not MISSING or f.init is False}
    missing = known.keys() - set(stored) - defaults
    if missing:
        raise CodecError(f"{kind.__name__} was written without {', '.join(sorted(missing))}")
    width = len(stored)

    def build(values: Any) -> Any:
        if type(values) is not list or len(values) != width:
            raise CodecError(f"not the values of a {kind.__name__}")
        return kind(**{name: part(values[i]) for i, name, part in parts})

    return build


def _tuple_decoder(items: tuple[Any, ...], header: Header) -> Decoder:
    if items[-1] is Ellipsis:
        each = _decoder(items[0], header)
        return lambda values: tuple([each(v) for v in _a_list(values)])
    parts = [_decoder(item, header) for item in items]
    return lambda values: tuple([part(v) for part, v in zip(parts, _a_list(values), strict=True)])


def _a_list(values: Any) -> list[Any]:
    if type(values) is not list:
        raise CodecError("a list was expected")
    return values


def _literal_decoder(allowed: frozenset[Any]) -> Decoder:
    def check(value: Any) -> Any:
        if value not in allowed:
            raise CodecError(f"{value!r} is none of {', '.join(map(str, sorted(allowed)))}")
        return value

    return check


def _plain_decoder(kind: Any) -> Decoder:
    def check(value: Any) -> Any:
        if type(value) is kind:
            return value
        if kind is float and type(value) is int:
            return value  # a whole number given where a float may stand stays what it was
        raise CodecError(f"{value!r} is no {kind.__name__}")

    return check
