"""The colours and weights of what is marked: variables every theme has, which speaker gets which, how each thing looks.

A theme may set any name of ``DERIVED`` or ``SPEAKERS`` under its ``variables``; what it leaves out is taken from the
colours Textual makes of its primary, secondary, accent and so on. Nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.analysis.model import Reading


# Our variable -> the variable of Textual's colour system it falls back on.
DERIVED = {
    "entity-person": "text-primary",
    "entity-place": "text-success",
    "entity-organisation": "text-warning",
    "entity-other": "text-secondary",
    "claim": "text-accent",
    "time": "text-secondary",
    "quote": "foreground-muted",
    "said": "panel",
    "current": "accent-muted",
    "hit": "warning-muted",
    "hit-current": "warning",
}
SPEAKERS = (
    "text-primary",
    "text-warning",
    "text-success",
    "text-accent",
    "text-error",
    "text-secondary",
    "primary",
    "success",
)


def variables(given: Mapping[str, str]) -> dict[str, str]:
    """``given`` with every variable of ours that it lacks: "entity-person" ... "speaker-1" to "speaker-8"."""
    fallbacks = DERIVED | {f"speaker-{number}": name for number, name in enumerate(SPEAKERS, 1)}
    return {**{ours: given[theirs] for ours, theirs in fallbacks.items()}, **given}


def speaker_variables(reading: Reading) -> dict[str, str]:
    """Speaker id -> the variable of their colour ("speaker-3"), dealt out in order of appearance."""
    return {s.id: f"speaker-{place % len(SPEAKERS) + 1}" for place, s in enumerate(reading.speakers)}


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
    "link": Look(text="underline", plain="underline"),
    # what is marked
    "person": Look("entity-person", text="italic", plain="bold"),
    "place": Look("entity-place", text="italic"),
    "organisation": Look("entity-organisation", text="italic", plain="bold italic"),
    "other": Look("entity-other", text="italic", plain="underline2"),
    "claim": Look("claim", text="underline"),
    "time": Look("time", text="underline italic"),
    "said": Look(ground="said"),
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
