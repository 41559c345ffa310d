"""The styles of a theme without Textual: as its file states them, for text in which nothing is marked yet."""

import os
from collections.abc import Mapping

from rich.color import Color, ColorParseError, ColorSystem
from rich.style import Style

from reader.config.yamlfile import read_plainly
from reader.ui.article_view.look import LOOKS
from reader.ui.theme_files import files

_SIXTEEN = "ansi_"


class EarlyLooks:
    """The looks of what is in a text before anything is found in it.

    Args:
        colours: those of the theme, by name.

    Raises:
        ColorParseError: one of them is written in a way only Textual reads.
    """

    def __init__(self, colours: Mapping[str, str]) -> None:
        ground, text = _colour(colours["background"]), _colour(colours["foreground"])
        muted = _colour(colours["muted"]) if "muted" in colours else text
        quote = _colour(colours["quote"]) if "quote" in colours else muted
        self._colours = {"foreground-muted": muted, "quote": quote}
        self.plain = Style(color=text, bgcolor=ground)
        self.muted = Style(color=muted, bgcolor=ground)
        self.selection = self.plain

    def __getitem__(self, name: str) -> Style:
        look = LOOKS[name]
        colour = self._colours.get(look.colour or "")
        return (Style.parse(look.text) if look.text else Style.null()) + Style(color=colour)


def looks_of(theme: str) -> EarlyLooks | None:
    """The looks of a theme; None where it has no file, or one that needs a closer look."""
    for path in files().get(theme, ())[:1]:
        entries = read_plainly(path) or {}
        colours = entries["colours"].plain if "colours" in entries else None
        if not isinstance(colours, dict):
            return None
        try:
            return EarlyLooks(colours)
        except (ColorParseError, KeyError, TypeError, AttributeError):
            return None
    return None


def colour_system() -> ColorSystem | None:
    """How many colours the terminal has, where that is plain; None where it is for Textual to find out."""
    if os.environ.keys() & {"NO_COLOR", "FORCE_COLOR", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FILTERS"}:
        return None
    if os.environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return ColorSystem.TRUECOLOR
    return ColorSystem.EIGHT_BIT if os.environ.get("TERM", "").endswith("-256color") else None


def _colour(stated: str) -> Color:
    """A colour as Textual reads it too.

    Raises:
        ColorParseError: it is none of the two ways that mean the same to Textual and to Rich.
    """
    if stated.startswith("#"):
        return Color.parse(stated)
    if stated.startswith(_SIXTEEN):
        return Color.parse(stated.removeprefix(_SIXTEEN))
    raise ColorParseError(stated)
