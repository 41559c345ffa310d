"""All that can be marked in the text at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.ui.article_view.layers import Layers, Places
from reader.ui.items import Item

if TYPE_CHECKING:
    from reader.analysis.model import Span


class Marks(NamedTuple):
    """What is marked.

    Args:
        current: the item one is at.
        hits: what the search found; ``hit`` is the one gone to.
        voice: what the only speaker shown says; None shows everyone.
        caret: the character the caret is on, while words are selected with the keys.
        kept: offsets with a bookmark or a note, and the sign of each.
    """

    layers: Layers = Layers()
    current: Item | None = None
    hits: Places[Span] = Places()
    hit: Span | None = None
    voice: Places[Item] | None = None
    caret: tuple[int, int] | None = None
    kept: Mapping[int, str] = MappingProxyType({})
