"""How what comes over the screens looks: read when the first of it comes, since the first frame shows none of it."""

from pathlib import Path
from typing import Any

from textual.app import App

_SHEET = Path(__file__).with_name("over.tcss")


def style(app: App[Any]) -> None:
    """Add the style sheet of prompts, notices and the palette to the app's, unless it is there."""
    if not app.stylesheet.has_source(str(_SHEET)):
        app.stylesheet.add_source(_SHEET.read_text("utf-8"), (str(_SHEET), ""))
