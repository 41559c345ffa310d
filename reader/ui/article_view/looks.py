"""How each thing in the text looks. All looks are in CSS; this turns them into Rich styles, once a theme."""

from rich.style import Style
from textual.widget import Widget

from reader.ui.palette import SPEAKERS

BLOCKS = (
    "headline",
    "subhead",
    "byline",
    "masthead",
    "paragraph",
    "listitem",
    "blockquote",
    "caption",
    "boilerplate",
)
MARKS = ("person", "place", "organisation", "other", "claim", "time", "hit", "hit-current", "current")
REST = ("dimmed", "sign", "bookmark", "nobody", *(f"speaker-{n}" for n in range(1, len(SPEAKERS) + 1)))
NAMES = (*BLOCKS, *MARKS, *REST)

COMPONENT_CLASSES = {f"article--{name}" for name in NAMES}

CSS = """
TextPane {
    & > .article--headline { text-style: bold; }
    & > .article--subhead { text-style: bold; }
    & > .article--byline, & > .article--masthead { color: $foreground-muted; }
    & > .article--blockquote { text-style: italic; }
    & > .article--caption { color: $foreground-muted; text-style: italic; }
    & > .article--boilerplate { color: $foreground-muted; }
    & > .article--person { color: $entity-person; text-style: bold; }
    & > .article--place { color: $entity-place; text-style: italic; }
    & > .article--organisation { color: $entity-organisation; text-style: bold italic; }
    & > .article--other { color: $entity-other; }
    & > .article--claim { color: $claim; text-style: underline; }
    & > .article--time { color: $time; text-style: underline italic; }
    & > .article--hit { background: $hit; }
    & > .article--hit-current { background: $hit-current; color: $background; text-style: bold; }
    & > .article--current { background: $current; }
    & > .article--dimmed { color: $foreground 45%; }
    & > .article--sign, & > .article--nobody { color: $quote; }
    & > .article--bookmark { color: $accent; }
    &:nocolor > .article--hit { text-style: reverse; }
    &:nocolor > .article--hit-current { text-style: bold reverse underline; }
    &:nocolor > .article--current { text-style: reverse; }
    &:nocolor > .article--other { text-style: uu; }
}
""" + "\n".join(
    f"TextPane > .article--speaker-{n} {{ color: $speaker-{n}; }}" for n in range(1, len(SPEAKERS) + 1)
)


class Looks:
    """The styles of one theme, by name.

    Args:
        widget: the article view, whose CSS says what they are.
    """

    def __init__(self, widget: Widget) -> None:
        self.plain = widget.rich_style
        self._styles = {name: _style(widget, f"article--{name}") for name in NAMES}
        self.selection = widget.screen.get_component_rich_style("screen--selection")

    def __getitem__(self, name: str) -> Style:
        return self._styles[name]


def _style(widget: Widget, name: str) -> Style:
    """What one component class sets, colours blended with what is behind them, and nothing else."""
    rules = widget.get_component_styles(name)
    whole = widget.get_component_rich_style(name)
    colour = whole.color if rules.has_rule("color") else None
    ground = whole.bgcolor if rules.has_rule("background") else None
    return Style(color=colour, bgcolor=ground) + rules.text_style
