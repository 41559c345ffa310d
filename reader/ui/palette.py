"""The colours of what is marked: variables every theme has, and which speaker gets which.

A theme may set any name of ``DERIVED`` or ``SPEAKERS`` under its ``variables``; what it leaves
out is taken from the colours Textual makes of its primary, secondary, accent and so on.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

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
