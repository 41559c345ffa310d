"""The looks of one theme as the styles a widget draws with.

These are no component classes of CSS, of which Textual works out every one each time the style of the
widget changes: that took a quarter of the time to the first frame.
"""

from collections.abc import Mapping

from rich.style import Style
from textual.color import Color, ColorParseError
from textual.widget import Widget

from reader.ui.palette import LOOKS, Look


class Looks:
    """The styles of one theme, by name.

    Args:
        widget: the article view, whose own style is under all of them.
        variables: those of the theme.
    """

    def __init__(self, widget: Widget, variables: Mapping[str, str]) -> None:
        self.plain = widget.rich_style
        self._variables = variables
        self._ground = Color.from_rich_color(self.plain.bgcolor)
        no_colour = widget.app.no_color
        self._styles = {name: self._style(look, no_colour) for name, look in LOOKS.items()}
        chosen = widget.screen.get_component_rich_style("screen--selection")
        seen = (
            chosen.color if chosen.color != chosen.bgcolor else self.plain.color
        )  # Textual's is transparent
        self.selection = Style(color=seen, bgcolor=chosen.bgcolor, reverse=no_colour or None)

    def __getitem__(self, name: str) -> Style:
        return self._styles[name]

    def _style(self, look: Look, no_colour: bool) -> Style:
        if no_colour and look.plain is not None:  # what is reversed must not meet colours that are, too
            return Style.parse(look.plain)
        attributes = look.text
        colour, ground = (self._colour(name) for name in (look.colour, look.ground))
        style = Style.parse(attributes) if attributes else Style.null()
        return style + Style(color=colour and colour.rich_color, bgcolor=ground and ground.rich_color)

    def _colour(self, name: str | None) -> Color | None:
        """A colour of the theme, mixed with the ground where it lets that through."""
        if name is None or name not in self._variables:
            return None
        stated, _, share = self._variables[name].partition(" ")
        try:
            colour = Color.parse(stated)
            alpha = colour.a * float(share.rstrip("%") or 100) / 100
        except (ColorParseError, ValueError):
            return None
        if colour.ansi is not None:  # the terminal's own, which has no part that lets anything through
            return colour
        through = alpha < 1 and self._ground.ansi is None
        return self._ground + colour.with_alpha(alpha) if through else colour.with_alpha(1.0)
