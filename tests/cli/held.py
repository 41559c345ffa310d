"""``reader`` that gets no further than Textual until it is let go, in a pseudo-terminal."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.terminal import Terminal

_PROGRAM = """
import sys

pipe = sys.argv.pop()

class Held:
    def find_spec(self, name, *_):
        if name == "textual":
            sys.meta_path.remove(self)
            with open(pipe) as held:
                if "missing" in held.read():
                    raise ImportError("textual is missing")

sys.meta_path.insert(0, Held())
from reader.cli import main
main()
"""


class HeldTerminal(Terminal):
    """``reader ARTICLE`` for a person whose folders are below ``home``."""

    def __init__(
        self, article: Path, home: Path, *, env: Mapping[str, str] | None = None, **size: int
    ) -> None:
        self._pipe = home / "pipe"
        if not self._pipe.exists():
            os.mkfifo(self._pipe)
        own = own_folders(home) | dict(env or {})
        super().__init__([sys.executable, "-c", _PROGRAM, str(article), str(self._pipe)], env=own, **size)

    def let_go(self, word: str = "on") -> None:
        """Let it import Textual, once it wants to; or, with "missing", not find it."""
        self._pipe.write_text(word)


def own_folders(home: Path) -> dict[str, str]:
    """The variables that put everything reader keeps below a folder."""
    return {f"READER_{each}_DIR": str(home / each) for each in ("STATE", "CACHE", "CONFIG")}
