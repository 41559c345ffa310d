"""The rest of a path while one types it."""

import asyncio
import os
from itertools import islice
from pathlib import Path

from textual.suggester import Suggester

from reader.article.sanitise import visible

_LOOKED_AT = 5_000  # names in a folder


class Paths(Suggester):
    """Suggests the first file or folder, by name, that begins as what is typed does."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The whole path, a folder with a slash behind it; None for an address or where nothing fits."""
        if "://" in value or not value.strip():
            return None
        return await asyncio.to_thread(completed, value)


def completed(typed: str) -> str | None:
    """``typed`` with the rest of the first name that fits."""
    folder, _, begun = typed.rpartition("/")
    place = Path(f"{folder}/" if folder or typed.startswith("/") else ".").expanduser()
    try:
        with os.scandir(place) as entries:
            fitting = sorted(
                f"{entry.name}/" if entry.is_dir() else entry.name
                for entry in islice(entries, _LOOKED_AT)
                if entry.name.startswith(begun) and (begun or not entry.name.startswith("."))
            )
    except OSError:
        return None
    harmless = (name for name in fitting if name == visible(name))
    rest = next(harmless, begun).removeprefix(begun)
    return typed + rest if rest else None
