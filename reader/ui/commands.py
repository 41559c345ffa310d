"""What the command palette finds: everything a key does, with its key, in the order of help."""

from collections.abc import Awaitable, Callable, Iterator

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader.ui.bindings import READING, Key
from reader.ui.hints import key_of
from reader.ui.screens.base import ReadingBase

_KEY = 7  # cells the keys take
_EVERYWHERE = {"theme", "open", "help", "quit"}  # what a screen without an article can do too


class Commands(Provider):
    """The commands of the screen the palette was opened on."""

    async def discover(self) -> Hits:
        """Every command, while nothing is typed."""
        for key in self._keys():
            yield DiscoveryHit(self._line(key, Content(key.says)), self._run(key), key.says)

    async def search(self, query: str) -> Hits:
        """The commands whose words match what is typed."""
        matcher = self.matcher(query)
        for key in self._keys():
            score = matcher.match(key.says)
            if score > 0:
                yield Hit(score, self._line(key, matcher.highlight(key.says)), self._run(key), key.says)

    def _keys(self) -> Iterator[Key]:
        reading = isinstance(self.screen, ReadingBase)
        return (
            key
            for key in READING
            if key.id in _EVERYWHERE or (reading and key.action != "app.command_palette")
        )

    def _line(self, key: Key, says: Content) -> Content:
        written = key_of(key.id, self.app._keymap)
        return Content.assemble((written.ljust(_KEY), "not bold $foreground-muted"), says)

    def _run(self, key: Key) -> Callable[[], Awaitable[None]]:
        screen = self.screen

        async def run() -> None:
            await screen.run_action(key.action_on_screen)

        return run
