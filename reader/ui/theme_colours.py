"""The colours of a theme file -> a theme of Textual, whose widgets then keep to those few colours."""

from collections.abc import Mapping
from typing import Any

from textual.color import Color
from textual.theme import Theme

from reader.ui.palette import DERIVED, SPEAKERS

BASE = ("background", "foreground", "muted", "surface", "panel", "selected")
ROLES = ("primary", "secondary", "accent", "success", "warning", "error")
MARKS = (*DERIVED, *(f"speaker-{number}" for number in range(1, len(SPEAKERS) + 1)))
COLOURS = (*BASE, *ROLES, *MARKS)
_GIVEN = (*ROLES, "background", "foreground", "surface", "panel")  # what Textual asks a theme for
# What Textual's style sheets ask for and its themes of sixteen colours do not have.
_SIXTEEN_DARK = {"ansi-background": "ansi_black", "ansi-foreground": "ansi_white"}
_SIXTEEN_LIGHT = {"ansi-background": "ansi_white", "ansi-foreground": "ansi_black"}
_SELECTION = 0.3  # how much of the primary colour is in the ground of selected words


def made_of(name: str, colours: Mapping[str, str], *, dark: bool, sixteen: bool) -> Theme:
    """The theme of that name; ``sixteen`` leaves the sixteen colours to the terminal."""
    given: dict[str, Any] = {each: colours[each] for each in _GIVEN if each in colours}
    return Theme(
        name,
        **given,
        dark=dark,
        ansi=sixteen,
        variables={
            **((_SIXTEEN_DARK if dark else _SIXTEEN_LIGHT) if sixteen else {}),
            **_quiet(colours),
            **{name: colours[name] for name in MARKS if name in colours},
        },
    )


def _quiet(colours: Mapping[str, str]) -> dict[str, str]:
    """Textual's own variables, so that its widgets keep to the theme's few colours."""
    ground, text = colours["background"], colours["foreground"]
    accent = colours.get("accent", colours["primary"])
    made = {f"text-{role}": colours[role] for role in ROLES if role in colours}
    made |= {"footer-background": ground, "footer-foreground": text, "footer-key-foreground": accent}
    made |= {"border": accent, "block-cursor-text-style": "bold", "block-cursor-foreground": text}
    if (primary := Color.parse(colours["primary"])).ansi is None:
        made["screen-selection-background"] = primary.with_alpha(_SELECTION).hex
    if muted := colours.get("muted"):
        made |= {"text-muted": muted, "foreground-muted": muted, "footer-description-foreground": muted}
        made |= {"border-blurred": muted}
    if chosen := colours.get("selected"):
        made |= {"primary-muted": chosen, "block-cursor-background": chosen, "block-hover-background": chosen}
        made |= {"block-cursor-blurred-background": chosen, "block-cursor-blurred-foreground": text}
    return made
