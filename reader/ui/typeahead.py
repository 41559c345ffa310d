"""Keys in the order they were typed: none is heard before what the one before it does is done.

Textual hands every key to whatever has the keyboard at that moment. Keys that come in one burst, typed fast
or sent over a slow line, would all reach the article, though the first opens a prompt the others are meant for.
"""

import asyncio
from collections import deque
from collections.abc import Iterable
from contextlib import suppress

from textual import events
from textual.message_pump import MessagePump

from reader.ui.early.terminal import EarlyTerminal
from reader.ui.takeover import Uncovering

_LONGEST = 1.0
"""Seconds to wait for one key: whatever holds it up, the keyboard is never held up for good."""


class TypeAhead(Uncovering):
    """An app that keeps keys waiting until what they are meant for is there."""

    def __init__(self, early: EarlyTerminal | None = None) -> None:
        super().__init__(early)
        self._typed: deque[events.Event] = deque()  # the first of them is at work
        self._at_work: asyncio.Task[None] | None = None
        self._all_heard = asyncio.Event()
        self._all_heard.set()

    async def on_event(self, event: events.Event) -> None:
        """Textual's own; a key typed while another is at work waits its turn."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        self._all_heard.clear()
        if len(self._typed) == 1 and not self.covered:
            await self._hear()

    def uncover(self) -> None:
        """Hear what was typed at the screen as it was left: it is meant for what that showed."""
        waiting = self.covered and self._typed
        super().uncover()
        if waiting:
            self.call_later(self._hear)

    async def _hear(self) -> None:
        await super().on_event(self._typed[0])
        self._at_work = asyncio.create_task(self._see_through())

    async def _see_through(self) -> None:
        """Wait until the first key is done with, then let the next one in."""
        await self._done()
        self._typed.popleft()
        if self._typed:
            self.call_later(self._hear)
        else:
            self._all_heard.set()

    async def _press_keys(self, keys: Iterable[str]) -> None:
        """Textual's own, of tests: a key that was pressed has been heard."""
        for key in keys:
            await super()._press_keys([key])
            await self._all_heard.wait()

    async def _done(self) -> None:
        """Wait until a key has gone up from the widget it went to, and what it opened has the keyboard."""
        for pump in (self.focused or self.screen).ancestors_with_self:
            await _turn(pump)
        await _turn(self.screen)
        await _turn(self)


async def _turn(pump: MessagePump) -> None:
    """Wait until a widget, a screen or the app has done all that it has been sent so far."""
    came = asyncio.Event()
    if pump.call_later(came.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(came.wait(), _LONGEST)
