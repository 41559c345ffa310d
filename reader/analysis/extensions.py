"""The ``Doc._`` attributes through which the components hand on what they found.

| attribute | what it holds |
|---|---|
| `doc._.article` | the [Article][reader.article.model.Article] the text is from, or None |
| `doc._.published` | its publication day, a `datetime.date`, or None; set it before the components run |
| `doc._.article_entities` | by `article_entities`: a list of [Entity][reader.analysis.model.Entity] |
| `doc._.article_speakers` | by `article_quotes`: a list of [Speaker][reader.analysis.model.Speaker] |
| `doc._.article_quotes` | by `article_quotes`: a list of [Quote][reader.analysis.model.Quote] |
| `doc._.article_reports` | by `article_quotes`: a list of [Report][reader.analysis.reports.Report], the accepted and those turned down |
| `doc._.article_timeline` | by `article_timeline`: a list of [TimelineEntry][reader.analysis.model.TimelineEntry] |
| `doc._.article_claims` | by `article_claims`: a list of [Claim][reader.analysis.model.Claim] |
| `doc._.article_failures` | by the pipeline of `reader`: a list of [Failure][reader.analysis.model.Failure] |

All lists are in text order, empty before their component has run. They go with a `Doc` through `nlp.pipe(n_process=2)`,
`Doc.to_bytes` and `DocBin`.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

import srsly  # type: ignore[import-untyped]
from spacy.tokens import Doc

from reader.analysis import model
from reader.analysis.reports import Report
from reader.article import Article, Block

RESULTS = ("entities", "speakers", "quotes", "timeline", "claims", "failures")


def register() -> None:
    """Set the extensions up; calling it again changes nothing."""
    for name in ("article", "published"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for name in (*RESULTS, "reports"):
        if not Doc.has_extension(f"article_{name}"):
            Doc.set_extension(f"article_{name}", default=[])


# --- What the components hand on, as bytes and back: spaCy packs ``Doc.user_data`` with the encoders that srsly knows.

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


def register_packing() -> None:
    """Make both known to srsly; calling it again changes nothing."""
    srsly.msgpack.msgpack_encoders.register("article_reader", func=encode)
    srsly.msgpack.msgpack_decoders.register("article_reader", func=decode)


register()
register_packing()
