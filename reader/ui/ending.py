"""Signals to the app: those that end it, and the one that stops it for a while."""

from __future__ import annotations

import signal
import termios
from contextlib import suppress
from types import FrameType

from textual.app import App

from reader.signals import ENDING, end_by
from reader.ui.early.terminal import put_back

_PATIENCE = 5  # seconds in which all is put away where the app cannot be asked to leave


class EndedBySignal(App[None]):
    """An app that a signal ends as its own key does; ``ended_by`` then says which signal it was.

    Where there is no terminal to be given back, or the app does not run any more, all is put away and the
    program ends by the signal there and then; so it does at a second signal. One that was ignored when the
    program was started, as ``nohup`` has it, stays ignored.
    """

    ended_by: int | None = None

    def keep_places(self) -> None:
        """Remember where one stopped in all that is open."""

    def let_go(self) -> None:
        """End whatever works in the background."""

    def leave(self) -> None:
        """Keep the place and leave."""
        self.keep_places()
        self.exit()

    def on_compose(self) -> None:
        """Hear signals from the moment the terminal is the app's."""
        if self.is_headless or not hasattr(signal, "SIGTSTP"):
            return
        self._hear_signals()
        self._stopping = signal.getsignal(signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._on_stop)

    def _hear_signals(self) -> None:
        for number in ENDING:
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, self._on_end)

    def _hear_no_signals(self) -> None:
        for number in ENDING:
            if signal.getsignal(number) == self._on_end:
                signal.signal(number, signal.SIG_DFL)

    def _on_end(self, number: int, _: FrameType | None) -> None:
        for other in ENDING:
            if signal.getsignal(other) == self._on_end:
                signal.signal(other, self._end_at_once)
        self.ended_by = number
        if self._loop is not None and _is_terminal():
            self._loop.call_soon_threadsafe(self.leave)
            return
        signal.alarm(_PATIENCE)  # whatever holds it up: nobody may be there to end it a second time
        with suppress(Exception):
            self.keep_places()
            self.let_go()
        end_by(number)

    def _end_at_once(self, number: int, _: FrameType | None) -> None:
        """A second signal: somebody will not wait, but needs the terminal."""
        before = getattr(self._driver, "attrs_before", None)
        if before is not None:
            put_back(2, before, app=True)
        end_by(number)

    def _on_stop(self, number: int, frame: FrameType | None) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._stop_for_a_while, number, frame)

    def _stop_for_a_while(self, number: int, frame: FrameType | None) -> None:
        """Be stopped as Textual has it. What ends us meanwhile finds all kept, and leaves the terminal to the shell."""
        self.keep_places()
        self._hear_no_signals()
        if callable(self._stopping):
            self._stopping(number, frame)  # from which one comes back when the program goes on
        self._hear_signals()


def _is_terminal() -> bool:
    """Whether there is a terminal to be given back: its window may have been closed."""
    try:
        termios.tcgetattr(0)
    except termios.error:
        return False
    return True
