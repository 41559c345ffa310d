"""Textual's driver of a web page, in an app that leaves as by its own key when its page does."""

import contextlib
from collections.abc import Callable
from typing import Any

from textual import events
from textual.drivers.web_driver import WebDriver


class ServedDriver(WebDriver):
    """Draws to the server's pipe; the end of that pipe is the end of the app."""

    def start_application_mode(self) -> None:
        """Begin, and have the keyboard at once: Textual would wait to be told so."""
        super().start_application_mode()
        self._app.call_later(self._app.post_message, events.AppFocus())

    def run_input_thread(self) -> None:
        """Hand on what is typed until there is no one to type."""
        super().run_input_thread()
        self._leave()

    def on_meta(self, packet_type: str, payload: dict[str, Any]) -> None:
        """Do what the server asks; to quit is to leave, with the place kept."""
        if packet_type == "quit":
            self._leave()
        else:
            super().on_meta(packet_type, payload)

    def _leave(self) -> None:
        leave: Callable[[], None] = getattr(self._app, "leave", self._app.exit)
        loop = getattr(self._app, "_loop", None)
        if loop is not None:
            with contextlib.suppress(RuntimeError):  # it has left already
                loop.call_soon_threadsafe(leave)
