"""A Reading as plain lists, strings and numbers, and back: what the cache writes as JSON.

A dataclass becomes the list of its fields, in their order. Going back, everything is held
against the types the dataclasses state, so that nothing but a Reading can come out.
"""

import types
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from reader.analysis.model import Reading

_Decoder = Callable[[Any], Any]
_CONTAINERS = (Union, types.UnionType)


class CodecError(ValueError):
    """The data is no Reading."""


def to_plain(value: Any) -> Any:
    """``value`` (a Reading, or anything in one) as what JSON knows."""
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float):
        return value
    kind: Any = type(value)
    return [to_plain(item) for item in _values(kind)(value)]


def from_plain(data: Any) -> Reading:
    """The Reading that :func:`to_plain` made ``data`` of.

    Raises:
        CodecError: it did not.
    """
    reading: Reading = _decoder(Reading)(data)
    return reading


@cache
def _values(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    """A function that gives the fields of one kind of dataclass as a tuple."""
    names = [field.name for field in fields(kind)]
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda item: (get(item),)


@cache
def _decoder(hint: Any) -> _Decoder:
    """The function that takes plain data to a value of one type."""
    if hasattr(hint, "__dataclass_fields__"):
        return _of_dataclass(hint)
    if get_origin(hint) in _CONTAINERS:
        return _of_union(tuple(_decoder(option) for option in get_args(hint)))
    if get_origin(hint) is tuple:
        return _of_tuple(get_args(hint))
    if get_origin(hint) is Literal:
        return _of_literal(frozenset(get_args(hint)))
    return _of_day if hint is date else _of_scalar(hint)


def _of_dataclass(kind: Any) -> _Decoder:
    hints = get_type_hints(kind)
    decoders = [_decoder(hints[field.name]) for field in fields(kind)]

    def decode(data: Any) -> Any:
        _expect(isinstance(data, list) and len(data) == len(decoders), kind.__name__, data)
        return kind(*[decoder(item) for decoder, item in zip(decoders, data, strict=True)])

    return decode


def _of_tuple(args: tuple[Any, ...]) -> _Decoder:
    if args[-1] is Ellipsis:
        each = _decoder(args[0])

        def decode_many(data: Any) -> Any:
            _expect(isinstance(data, list), "a list", data)
            return tuple([each(item) for item in data])

        return decode_many
    decoders = [_decoder(arg) for arg in args]

    def decode(data: Any) -> Any:
        _expect(isinstance(data, list) and len(data) == len(decoders), f"a list of {len(decoders)}", data)
        return tuple([decoder(item) for decoder, item in zip(decoders, data, strict=True)])

    return decode


def _of_union(options: tuple[_Decoder, ...]) -> _Decoder:
    def decode(data: Any) -> Any:
        for option in options:
            try:
                return option(data)
            except CodecError:
                continue
        raise CodecError(f"unexpected value: {data!r:.60}")

    return decode


def _of_literal(known: frozenset[str]) -> _Decoder:
    def decode(data: Any) -> Any:
        _expect(isinstance(data, str) and data in known, "a known word", data)
        return data

    return decode


def _of_scalar(kind: type) -> _Decoder:
    def decode(data: Any) -> Any:
        _expect(type(data) is kind, kind.__name__, data)
        return data

    return decode


def _of_day(data: Any) -> date:
    try:
        return date.fromisoformat(data)
    except (TypeError, ValueError) as error:
        raise CodecError(f"no day: {data!r:.60}") from error


def _expect(holds: bool, wanted: str, data: Any) -> None:
    if not holds:
        raise CodecError(f"expected {wanted}, found {data!r:.60}")
