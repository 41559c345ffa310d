"""The settings: one frozen dataclass whose fields explain themselves."""

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from types import MappingProxyType
from typing import Literal, get_args

PanelName = Literal["speakers", "claims", "timeline", "entities"]
LayerName = Literal["quote", "claim", "time", "entity", "link"]
PANELS: tuple[PanelName, ...] = get_args(PanelName)
LAYERS: tuple[LayerName, ...] = get_args(LayerName)
MARKED: tuple[LayerName, ...] = LAYERS[:4]
"""What is marked where nobody says otherwise: all but links."""
NAMES = ("once", "always")
CITATIONS = ("plain", "markdown")


def _setting(default: object, says: str, **check: object) -> object:
    """A field with what it means and what it may be: ``least`` and ``most``, or ``of`` names."""
    return field(default=default, metadata={"says": says, **check})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can set. A file says only what differs."""

    theme: str = _setting("auto", "the colours; auto: light or dark, as the terminal is")  # type: ignore[assignment]
    measure: int = _setting(  # type: ignore[assignment]
        76, "columns of text in the article, at most", least=20, most=300
    )
    animation: bool = _setting(False, "scroll smoothly; slower to read by")  # type: ignore[assignment]
    cursor: bool = _setting(True, "show the terminal's cursor where one is")  # type: ignore[assignment]
    layers: tuple[LayerName, ...] = _setting(  # type: ignore[assignment]
        MARKED, "what is marked in the text", of=LAYERS
    )
    names: str = _setting(  # type: ignore[assignment]
        "once", "where names are marked: once in a paragraph, or always", of=NAMES
    )
    panels: tuple[PanelName, ...] = _setting(  # type: ignore[assignment]
        PANELS, "the panels that are shown", of=PANELS
    )
    panel_width: int = _setting(  # type: ignore[assignment]
        0, "columns of the panels; 0: what the text leaves them", least=0, most=120
    )
    citation: str = _setting(  # type: ignore[assignment]
        "plain", "how a passage is copied with its citation", of=CITATIONS
    )
    any_language: bool = _setting(  # type: ignore[assignment]
        False, "look for things in articles that are not in English, too"
    )
    keys: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType({}),
        metadata={"says": "the keys of an action, instead of its own: {quote.next: [s, n]}"},
    )


FIELDS: dict[str, "Field[object]"] = {each.name: each for each in fields(Settings)}
DEFAULTS = Settings()
