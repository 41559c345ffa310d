"""What the components hand on, as bytes and back: for ``nlp.pipe(n_process=2)``, ``Doc.to_bytes`` and ``DocBin``.

spaCy packs ``Doc.user_data`` with the encoders that are registered with srsly; these know the dataclasses of the model.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

import srsly  # type: ignore[import-untyped]

from reader.analysis import model
from reader.analysis.reports import Report
from reader.article import Article, Block

_MARK = "__article_reader__"
_KINDS: dict[str, Any] = {
    kind.__name__: kind
    for kind in (
        model.Attribution, model.Claim, model.Cue, model.Entity, model.Failure, model.Mention, model.Quote, model.Span,
        model.Speaker, model.TimelineEntry, Report, Article, Block,
    )
}  # fmt: skip
_Chain = Callable[[Any], Any] | None


def encode(value: Any, chain: _Chain = None) -> Any:
    """A dataclass or a day as a mapping that says which; anything else is left to the next encoder."""
    kind = type(value)
    if kind is date:
        return {_MARK: "date", "day": value.isoformat()}
    if _KINDS.get(kind.__name__) is kind:
        return {_MARK: kind.__name__, **{field.name: getattr(value, field.name) for field in fields(value)}}
    return value if chain is None else chain(value)


def decode(value: Mapping[str, Any], chain: _Chain = None) -> Any:
    """What :func:`encode` made a mapping of; lists in it were tuples."""
    kind = value.get(_MARK)
    if kind == "date":
        return date.fromisoformat(value["day"])
    if kind in _KINDS:
        return _KINDS[kind](**{name: _frozen(value[name]) for name in value if name != _MARK})
    return value if chain is None else chain(value)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def register() -> None:
    """Make both known to srsly; calling it again changes nothing."""
    srsly.msgpack.msgpack_encoders.register("article_reader", func=encode)
    srsly.msgpack.msgpack_decoders.register("article_reader", func=decode)
