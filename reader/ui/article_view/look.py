"""How each thing in the text looks: which colour of the theme, and which weight, slant or line besides.

Nothing is told by colour alone.
"""

from typing import NamedTuple

from reader.ui.palette import SPEAKERS


class Look(NamedTuple):
    """Variables of the theme for text and ground, attributes of text, and those where there is no colour."""

    colour: str | None = None
    ground: str | None = None
    text: str = ""
    plain: str | None = None


LOOKS: dict[str, Look] = {
    # kinds of block
    "headline": Look(text="bold"),
    "subhead": Look(text="bold"),
    "byline": Look("foreground-muted"),
    "masthead": Look("foreground-muted"),
    "paragraph": Look(),
    "listitem": Look(),
    "blockquote": Look(text="italic"),
    "footnote": Look("foreground-muted"),
    "table": Look(),
    "code": Look("foreground-muted"),
    "caption": Look("foreground-muted", text="italic"),
    "boilerplate": Look("foreground-muted"),
    # what is in it
    "struck": Look("foreground-muted", text="strike", plain="strike"),
    # what is marked
    "person": Look("entity-person", text="bold"),
    "place": Look("entity-place", text="italic"),
    "organisation": Look("entity-organisation", text="bold italic"),
    "other": Look("entity-other", plain="underline2"),
    "claim": Look("claim", text="underline"),
    "time": Look("time", text="underline italic"),
    "hit": Look(ground="hit", plain="reverse"),
    "hit-current": Look("background", "hit-current", "bold", "bold reverse underline"),
    "current": Look(ground="current", plain="reverse"),
    "caret": Look("background", "accent", "not underline", "reverse"),
    "dimmed": Look("foreground-muted", text="not bold not italic not underline", plain="dim"),
    # in the margin
    "sign": Look("quote"),
    "nobody": Look("quote"),
    "kept": Look("accent"),
    **{f"speaker-{number}": Look(f"speaker-{number}") for number in range(1, len(SPEAKERS) + 1)},
}
