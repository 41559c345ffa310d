"""Opening an address: in a browser beside the app, in one that takes the terminal, or, where there is none, by copying it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable, Iterator

from textual.app import App, SuspendNotSupported

from reader.article.webaddress import web_address

_READ = 20  # seconds in which an address can be read off the screen


def open_address(app: App[None], url: str, in_page: Callable[[str], None]) -> None:
    """Show a page in the browser there is; what goes wrong is one notice with the address.

    Args:
        in_page: has it opened by the browser that shows the app, where one does.
    """
    address = web_address(url)
    if address is None:
        app.notify("This is no address of the web, so it was not opened", severity="warning")
    elif app.is_web:
        in_page(address)
    else:
        app.run_worker(_browse(app, address), group="browser")


async def _browse(app: App[None], address: str) -> None:
    from reader.ui.browsers import browser

    found = await asyncio.to_thread(browser)
    if found is None:
        _hand_over(app, address, "There is no browser here")
        return
    try:
        if found.in_terminal:
            with app.suspend(), _its_own_keys():
                done = found.open(address)
        else:
            done = await asyncio.to_thread(found.open, address)
    except (OSError, SuspendNotSupported):
        done = False
    if not done:
        _hand_over(app, address, f"{found.name} could not show it")


def _hand_over(app: App[None], address: str, why: str) -> None:
    """Give the address to the person instead."""
    app.copy_to_clipboard(address)
    app.notify(f"{why}; copied {address}", severity="warning", timeout=_READ)


@contextlib.contextmanager
def _its_own_keys() -> Iterator[None]:
    """While another program has the terminal, ctrl+c is for that one, and ctrl+z stops both."""

    def for_the_other(*_: object) -> None:
        """Heard, unlike what is ignored, and so as usual for the program that is started."""

    before = {
        number: signal.signal(number, what)
        for number, what in (
            (signal.SIGINT, for_the_other),
            (signal.SIGQUIT, for_the_other),
            (signal.SIGTSTP, signal.SIG_DFL),
        )
    }
    try:
        yield
    finally:
        for number, what in before.items():
            signal.signal(number, what)
